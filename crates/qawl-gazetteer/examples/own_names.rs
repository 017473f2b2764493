//! Names of a list of one's own, with other spellings, found inside words with clitics.
//!
//! `cargo run -p qawl-gazetteer --example own_names`

use qawl_gazetteer::{BuildError, Gazetteer, GazetteerBuilder, Variants, tsv};
use qawl_normalize::Profile;

/// "Abdullah Al-Harbi", a person; "the Palm Forum", an event.
const LIST: &str = "عبد الله الحربي\tperson\tP1\t-\t-\town\nمنتدى النخيل\tevent\tE1\t-\t-\town\n";

/// "In the Palm Forum and at Abdullah Al-Harbi's", the name written as one word.
const TEXT: &str = "بمنتدى النخيل وعند عبدالله الحربي";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let gazetteer = Gazetteer::open(list()?)?;
    for found in gazetteer.find_iter(TEXT) {
        let mention = found.mention();
        let clitics: Vec<_> = mention.clitics.iter().filter_map(|c| c.get(TEXT)).collect();
        println!(
            "{:?}\t{}\t{}\t{}\tclitics: {clitics:?}",
            mention.span,
            found.as_str(),
            mention.kind,
            mention.name
        );
    }
    Ok(())
}

/// The list, compiled.
fn list() -> Result<Vec<u8>, BuildError> {
    let entries = tsv::read(LIST).unwrap_or_default().into_iter();
    let variants = Variants::default();
    let entries = entries.flat_map(|entry| variants.expand(entry));
    GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()
}

#[test]
fn runs() {
    assert!(main().is_ok());
    let gazetteer = list().ok().and_then(|list| Gazetteer::open(list).ok());
    let names = gazetteer.map(|gazetteer| gazetteer.mentions(TEXT).len());
    assert_eq!(names, Some(2));
}
