//! Speeds, as ratios within one run: the tables that the examples of `qawl-benches` print.

use std::path::{Path, absolute};

use crate::Failure;
use crate::figure::Figure;
use crate::program::{example, output};

/// The long text of the repository, below the root.
pub(crate) const TEXT: &str = "benches/haystacks/ar-huge.txt";

/// The list that names are sought of, of those that `name_rates` knows.
const LIST: &str = "100k";

/// What is kept of what each example prints.
const RATIOS: [(&str, &[&str]); 4] = [
    (
        "ratios",
        &[
            "NLP ÷ naive loop, reused String",
            "NLP aligned ÷ NLP to a Cow",
            "NLP to a Cow ÷ aho-corasick, the same fold",
            "NLP to a Cow ÷ icu_normalizer NFC",
        ],
    ),
    (
        "token_ratios",
        &[
            "tokens, all ÷ unicode_words",
            "tokens, all ÷ icu_segmenter, all boundaries",
            "words, all ÷ unicode_words",
            "sentences ÷ icu_segmenter",
        ],
    ),
    ("name_rates", &["qawl ÷ fst", "qawl ÷ daachorse charwise"]),
    (
        "pipeline_rates",
        &[
            "tag ÷ unicode_words",
            "quotes ÷ unicode_words",
            "pipeline ÷ unicode_words",
            "articles ÷ unicode_words",
        ],
    ),
];

pub(crate) fn measure(text: &Path) -> Result<Vec<Figure>, Failure> {
    let text = absolute(text)?;
    let evaluation = format!("speed, `{}`", text.file_stem().unwrap_or_default().to_string_lossy());
    let mut figures = Vec::new();
    for (name, ratios) in RATIOS {
        let table = output(example(name, &text).env("QAWL_LISTS", LIST))?;
        for ratio in ratios {
            let value = cell(&table, ratio)
                .ok_or_else(|| format!("the example {name} prints no {ratio:?}"))?;
            let names =
                if name == "name_rates" { format!(", {LIST} names") } else { String::new() };
            figures.push(Figure::new(&evaluation, &format!("{ratio}{names}"), value.to_owned()));
        }
    }
    Ok(figures)
}

/// What stands behind `line` in a table of two columns.
fn cell<'t>(table: &'t str, line: &str) -> Option<&'t str> {
    table.lines().find_map(|row| {
        row.strip_prefix("| ")?.strip_prefix(line)?.strip_prefix(" | ")?.strip_suffix(" |")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_found_in_its_row_alone() {
        let table =
            "| × | news |\n| --- | --: |\n| qawl ÷ fst, bare | 5.10 |\n| qawl ÷ fst | 6.60 |\n";
        assert_eq!(cell(table, "qawl ÷ fst"), Some("6.60"));
        assert_eq!(cell(table, "qawl ÷ daachorse"), None);
    }

    #[test]
    fn the_text_is_there_and_the_examples_print_what_is_kept() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        assert!(root.join(TEXT).is_file());
        for (name, ratios) in RATIOS {
            let source = root.join(format!("benches/examples/{name}.rs"));
            let source = std::fs::read_to_string(source).unwrap();
            let missing: Vec<_> =
                ratios.iter().filter(|ratio| !source.contains(&format!("\"{ratio}\""))).collect();
            assert!(missing.is_empty(), "{name} prints no {missing:?}");
        }
    }
}
