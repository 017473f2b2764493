//! The outputs of `qawl-segment`: the table of stems and the list of exceptions.
//!
//! A stem is known by the company it keeps. For every string that is a counted word, or is left
//! when clitics are cut from one, the table holds how often it stands bare and with the article,
//! with how many different clitics it was seen, and which word classes a lexicon gives it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const COUNTS: &str = "data/segment/word_counts.tsv";
const CLASSES: &str = "data/segment/camel_morph_stems.tsv";
const EXCEPTIONS: &str = "data/segment/exceptions.tsv";

/// The type number of the FST: `qsg` and the version of the packing. `qawl-segment` refuses others.
const FST_TYPE: u64 = 0x71_73_67_01;

const ARTICLES: [&str; 8] = ["ال", "وال", "لل", "بال", "كال", "فال", "ولل", "وبال"];
/// How many of them are seldom the letters of a name, as in كاليفورنيا ("California"): without one
/// of these the others count for nothing.
const PLAIN_ARTICLES: usize = 3;
const PROCLITICS: [&str; 7] = ["و", "ب", "ل", "ف", "ك", "وب", "ول"];
const FUTURES: [&str; 3] = ["س", "وس", "فس"];
const PRONOUNS: [&str; 9] = ["ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم"];

/// How often a stem with the article, or seen only behind clitics, must be met to be kept.
const RARE: u64 = 10;

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let counts = read_counts(root)?;
    let classes = read_classes(root)?;
    Ok(vec![
        Output {
            path: "crates/qawl-segment/src/stems.fst".into(),
            bytes: stems(&counts, &classes)?,
        },
        Output {
            path: "crates/qawl-segment/src/exceptions_table.rs".into(),
            bytes: exceptions(root)?.into_bytes(),
        },
    ])
}

type Counts = BTreeMap<String, u64>;
type Classes = BTreeMap<String, u64>;

fn read_counts(root: &Path) -> Result<Counts, Error> {
    let path = root.join(COUNTS);
    let mut counts = Counts::new();
    for row in read_tsv(&path, 2)? {
        let [word, count] = columns(&path, &row)?;
        let count = count.parse().map_err(|error| Error::at(&path, row.line, error))?;
        counts.insert(word.clone(), count);
    }
    Ok(counts)
}

fn read_classes(root: &Path) -> Result<Classes, Error> {
    let path = root.join(CLASSES);
    let mut classes = Classes::new();
    for row in read_tsv(&path, 2)? {
        let [stem, names] = columns(&path, &row)?;
        for name in names.split(',') {
            let bit = class_bit(name)
                .ok_or_else(|| Error::at(&path, row.line, format!("no class «{name}»")))?;
            *classes.entry(stem.clone()).or_default() |= bit;
        }
    }
    Ok(classes)
}

fn columns<'r, const N: usize>(path: &Path, row: &'r Row) -> Result<&'r [String; N], Error> {
    row.columns.as_slice().try_into().map_err(|error| Error::at(path, row.line, error))
}

fn class_bit(name: &str) -> Option<u64> {
    let at = ["perfect", "imperfect", "adjective", "name", "particle"]
        .iter()
        .position(|known| *known == name)?;
    Some(1 << at)
}

/// The FST of all stems worth keeping.
fn stems(counts: &Counts, classes: &Classes) -> Result<Vec<u8>, Error> {
    let failed = |error: fst::Error| Error::new(format!("{COUNTS}: {error}"));
    let mut builder = fst::raw::Builder::new_type(Vec::new(), FST_TYPE).map_err(failed)?;
    for stem in candidates(counts, classes) {
        let evidence = Evidence::of(stem, counts, classes);
        if evidence.is_worth_keeping() && !evidence.is_told_by(behind_article(stem), counts) {
            builder.insert(stem, evidence.pack()).map_err(failed)?;
        }
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
    stems.retain(|stem| stem.chars().count() >= 2);
    stems
}

/// The word without an article at its beginning.
fn behind_article(word: &str) -> Option<&str> {
    ARTICLES.iter().find_map(|article| word.strip_prefix(article))
}

/// What the counts and the lexicon say of one stem.
struct Evidence {
    bare: u64,
    with_article: u64,
    behind_proclitics: u64,
    proclitics: u64,
    pronouns: u64,
    futures: u64,
    classes: u64,
}

impl Evidence {
    fn of(stem: &str, counts: &Counts, classes: &Classes) -> Self {
        let count = |word: &str| counts.get(word).copied().unwrap_or(0);
        let before = |clitic: &&str| count(&format!("{clitic}{stem}"));
        let hosted = host(stem);
        let seen = |n: &u64| *n > 0;
        Self {
            bare: count(stem),
            with_article: if ARTICLES.iter().take(PLAIN_ARTICLES).any(|article| before(article) > 0)
            {
                ARTICLES.iter().map(before).sum()
            } else {
                0
            },
            behind_proclitics: PROCLITICS.iter().map(before).sum(),
            proclitics: PROCLITICS.iter().map(before).filter(seen).count() as u64,
            pronouns: PRONOUNS.iter().map(|p| count(&format!("{hosted}{p}"))).filter(seen).count()
                as u64,
            futures: FUTURES.iter().map(before).filter(seen).count() as u64,
            classes: classes.get(stem).copied().unwrap_or(0),
        }
    }

    /// A rare string that no lexicon knows, seen behind clitics only, is mostly an accident.
    fn is_worth_keeping(&self) -> bool {
        self.bare > 0
            || self.classes > 0
            || self.with_article >= RARE
            || (self.proclitics + self.futures >= 2 && self.behind_proclitics >= RARE)
    }

    /// Whether nothing speaks for the string as a stem, and all there is to know of it is known of
    /// the stem behind its article.
    fn is_told_by(&self, stem: Option<&str>, counts: &Counts) -> bool {
        self.with_article == 0 && self.classes == 0 && stem.is_some_and(|s| counts.contains_key(s))
    }

    /// 25 bits; `qawl-segment` reads them in `stems.rs`.
    fn pack(&self) -> u64 {
        level(self.bare)
            | level(self.with_article) << 6
            | self.proclitics.min(7) << 12
            | self.pronouns.min(7) << 15
            | self.futures.min(3) << 18
            | self.classes << 20
    }
}

/// A count as thirds of its binary logarithm, 0 for none: what 6 bits hold.
fn level(count: u64) -> u64 {
    let mut level = 0;
    // 2^(level/3) <= count, in whole numbers, so that every machine finds the same.
    while level < 62 && (1u128 << level) <= u128::from(count).pow(3) {
        level += 1;
    }
    level
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

fn exceptions(root: &Path) -> Result<String, Error> {
    let path = root.join(EXCEPTIONS);
    let mut text = String::from(
        "//! Words cut by list. Do not edit: written by `cargo run -p qawl-datagen` from\n\
         //! `data/segment/exceptions.tsv`.\n\n\
         /// A word and its segments, sorted by word.\n\
         pub(crate) const EXCEPTIONS: &[(&str, &str)] = &[\n",
    );
    let mut last = String::new();
    for row in read_tsv(&path, 3)? {
        let [word, segments, _] = columns(&path, &row)?;
        if *word <= last {
            return Err(Error::at(&path, row.line, "not sorted, or twice"));
        }
        text.push_str(&format!("    (\"{word}\", \"{segments}\"),\n"));
        last.clone_from(word);
    }
    text.push_str("];\n");
    Ok(text)
}
