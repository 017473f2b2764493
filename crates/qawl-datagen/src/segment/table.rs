//! The table of stems: what is known of a string as a stem, and the weights behind them.

use std::collections::BTreeSet;

use qawl_segment::training::{
    Counted, FILE_TYPE, is_word, stem_key, stem_value, weight_key, weight_value,
};

use super::sources::{Classes, Counts};
use crate::Error;

const ARTICLES: [&str; 8] = ["ال", "وال", "لل", "بال", "كال", "فال", "ولل", "وبال"];
/// How many of them are seldom the letters of a name, as in كاليفورنيا ("California"): without one
/// of these the others count for nothing.
const PLAIN_ARTICLES: usize = 3;
const PROCLITICS: [&str; 7] = ["و", "ب", "ل", "ف", "ك", "وب", "ول"];
const FUTURES: [&str; 3] = ["س", "وس", "فس"];
pub(super) const PRONOUNS: [&str; 9] = ["ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم"];

/// How often a stem with the article, or seen only behind clitics, must be met to be kept.
const RARE: u64 = 10;

/// A model: the FST of all stems worth keeping, and of the weights that are not zero.
pub(super) fn model(counts: &Counts, classes: &Classes, weights: &[i8]) -> Result<Vec<u8>, Error> {
    let failed = |error: fst::Error| Error::new(format!("the table of stems: {error}"));
    let mut builder = fst::raw::Builder::new_type(Vec::new(), FILE_TYPE).map_err(failed)?;
    for stem in candidates(counts, classes) {
        let evidence = Evidence::of(stem, counts, classes);
        if evidence.is_worth_keeping() && !evidence.is_told_by(behind_article(stem), counts) {
            builder.insert(stem_key(stem), stem_value(&evidence.counted)).map_err(failed)?;
        }
    }
    for (slot, weight) in (0..).zip(weights).filter(|(_, weight)| **weight != 0) {
        builder.insert(weight_key(slot), weight_value(*weight)).map_err(failed)?;
    }
    builder.into_inner().map_err(failed)
}

/// Every counted word, every word without its proclitics and article, every classed stem.
fn candidates<'t>(counts: &'t Counts, classes: &'t Classes) -> BTreeSet<&'t str> {
    let mut stems: BTreeSet<&str> = classes.keys().map(String::as_str).collect();
    for word in counts.keys() {
        stems.insert(word);
        for clitic in ARTICLES.iter().chain(&PROCLITICS).chain(&FUTURES) {
            stems.extend(word.strip_prefix(clitic));
        }
    }
    stems.retain(|stem| stem.chars().count() >= 2 && is_word(stem));
    stems
}

/// The word without an article at its beginning.
fn behind_article(word: &str) -> Option<&str> {
    ARTICLES.iter().find_map(|article| word.strip_prefix(article))
}

/// What the counts and the lexicon say of one stem.
struct Evidence {
    counted: Counted,
    behind_proclitics: u64,
}

impl Evidence {
    fn of(stem: &str, counts: &Counts, classes: &Classes) -> Self {
        let count = |word: &str| counts.get(word).copied().unwrap_or(0);
        let before = |clitic: &&str| count(&format!("{clitic}{stem}"));
        let different = |counts: &mut dyn Iterator<Item = u64>| {
            counts.filter(|count| *count > 0).count() as u64
        };
        let hosted = host(stem);
        let behind = |pronoun: &&str| count(&format!("{hosted}{pronoun}"));
        let has_article = ARTICLES.iter().take(PLAIN_ARTICLES).any(|article| before(article) > 0);
        let counted = Counted {
            bare: count(stem),
            with_article: if has_article { ARTICLES.iter().map(before).sum() } else { 0 },
            proclitics: different(&mut PROCLITICS.iter().map(before)),
            pronouns: different(&mut PRONOUNS.iter().map(behind)),
            futures: different(&mut FUTURES.iter().map(before)),
            classes: classes.get(stem).copied().unwrap_or(0),
        };
        Self { counted, behind_proclitics: PROCLITICS.iter().map(before).sum() }
    }

    /// A rare string that no lexicon knows, seen behind clitics only, is mostly an accident.
    fn is_worth_keeping(&self) -> bool {
        let Counted { bare, with_article, proclitics, futures, classes, .. } = self.counted;
        bare > 0
            || classes > 0
            || with_article >= RARE
            || (proclitics + futures >= 2 && self.behind_proclitics >= RARE)
    }

    /// Whether nothing speaks for the string as a stem, and all there is to know of it is known of
    /// the stem behind its article.
    fn is_told_by(&self, stem: Option<&str>, counts: &Counts) -> bool {
        let is_stem = self.counted.with_article > 0 || self.counted.classes > 0;
        !is_stem && stem.is_some_and(|stem| counts.contains_key(stem))
    }
}

/// The stem as it is written before a pronoun.
fn host(stem: &str) -> String {
    if let Some(rest) = stem.strip_suffix('ة') {
        return format!("{rest}ت");
    }
    if let Some(rest) = stem.strip_suffix('ى') {
        return format!("{rest}ا");
    }
    stem.strip_suffix("وا").map_or_else(|| stem.to_owned(), |rest| format!("{rest}و"))
}
