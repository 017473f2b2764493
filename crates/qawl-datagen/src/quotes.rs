//! The outputs of `qawl-quotes`: reporting verbs in all their forms, and the words that shape a
//! report.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use qawl_normalize::{Normalizer, Profile};

use crate::cue_line::{self, ACTS, CueLine, FLAGS, TAKES};
use crate::inflect::{Form, past};
use crate::title_line::TitleLine;
use crate::{Error, Output, Row, read_tsv};

/// The classes of words, in the order of the bits in the table.
const CLASSES: &[&str] = &[
    "adverb",
    "adjunct",
    "prep",
    "relative",
    "connective",
    "frame",
    "medium",
    "title_mark",
    "statement",
    "guard",
    "writer",
    "passive",
    "speech_noun",
    "body",
    "document",
    "law",
    "name_word",
    "honour",
    "auxiliary",
    "that",
    "bi_that",
    "question",
    "according",
    "opinion",
    "saying",
    "negation",
    "pronoun",
    "main_clause",
    "anaphor",
    "frame_alone",
    "and",
    "takes_lam",
    "as_said",
    "what",
    "relayed",
    "tongue",
    "topic",
    "lineage",
    "god",
    "to",
    "on",
    "from",
    "about",
    "inner",
    "whether",
    "text",
    "eulogy",
    "noun",
    "adjective",
    "withheld",
    "time",
    "period",
    "passing",
    "divine",
    "matter",
    "adverse",
    "condition",
    "thus",
    "latest",
    "following",
    "unsaid",
    "affair",
    "called",
    "hearer",
];

/// The classes of the parts of names, in the order of the table.
const PARTS: &[&str] = &["given", "family", "particle", "kunya"];

/// The form of text in which words are looked up; `qawl-quotes` uses the same.
const FOLD: Normalizer = Profile::SEARCH.normalizer();

/// Renders them from `data/quotes/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let folder = root.join("data/quotes");
    let mut text = String::from(
        "//! Do not edit: `cargo run -p qawl-datagen` writes this file from `data/quotes/`.\n\n\
         use crate::lexicon::CueVerb;\nuse crate::quote::Act;\n",
    );
    bit_names(&mut text, "What a reporting verb may take.", "takes", "u16", TAKES);
    bit_names(&mut text, "What else is known of a reporting verb.", "flag", "u16", FLAGS);
    bit_names(&mut text, "Classes of words.", "class", "u64", CLASSES);
    render_cues(&folder.join("cues.tsv"), &mut text)?;
    render_verbs(&folder.join("verbs.tsv"), &mut text)?;
    render_words(&folder, &mut text)?;
    render_titles(&folder.join("titles.tsv"), &mut text)?;
    render_names(&folder.join("name_parts.tsv"), &mut text)?;
    let path = "crates/qawl-quotes/src/tables.rs".into();
    Ok(vec![Output { path, bytes: text.into_bytes() }])
}

fn render_cues(path: &Path, text: &mut String) -> Result<(), Error> {
    let mut forms: BTreeMap<(String, usize, u8), ()> = BTreeMap::new();
    let mut verbs = String::new();
    for (index, row) in read_tsv(path, cue_line::COLUMNS)?.iter().enumerate() {
        let line = read_line(path, row, CueLine::read)?;
        let (lemma, takes, flags) = (line.past, line.takes, line.all_flags());
        let act = capitalized(ACTS.get(line.act).copied().unwrap_or_default());
        let _ = writeln!(
            verbs,
            "    CueVerb {{ lemma: {lemma:?}, act: Act::{act}, takes: {takes}, flags: {flags} }},"
        );
        for Form { text, code } in line.forms() {
            forms.insert((fold(&text), index, code), ());
        }
    }
    table(text, "Reporting verbs, by their number in [`CUE_FORMS`].", "CUES", "CueVerb", &verbs);
    let mut lines = String::new();
    for (form, index, code) in forms.keys() {
        let _ = writeln!(lines, "    ({form:?}, {index}, {code}),");
    }
    let doc = "Forms, the verb's number, and tense, gender and number in one; sorted.";
    table(text, doc, "CUE_FORMS", "(&str, u16, u8)", &lines);
    Ok(())
}

fn render_verbs(path: &Path, text: &mut String) -> Result<(), Error> {
    let mut forms: BTreeMap<String, u8> = BTreeMap::new();
    for row in read_tsv(path, 3)? {
        let bare_is_noun = one_of(path, &row, 1, &["clear", "also_noun"])? == 1;
        for Form { text, code } in past(&row.columns[0]) {
            // Endings of number alone («ا», «ن») are too often something else.
            let (number, plain) = (code % 3, code == 0);
            if (plain && bare_is_noun) || (number != 0 && code != 2) {
                continue;
            }
            forms.entry(fold(&text)).or_insert(code);
        }
    }
    let mut lines = String::new();
    for (form, code) in &forms {
        let _ = writeln!(lines, "    ({form:?}, {code}),");
    }
    table(text, "Verbs that report nothing; sorted.", "VERB_FORMS", "(&str, u8)", &lines);
    Ok(())
}

/// The words that shape a report, and the common nouns and adjectives, which are many and have files
/// of their own.
fn render_words(folder: &Path, text: &mut String) -> Result<(), Error> {
    let path = &folder.join("words.tsv");
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for row in read_tsv(path, 2)? {
        *words.entry(fold(&row.columns[0])).or_default() |= 1 << one_of(path, &row, 1, CLASSES)?;
    }
    for (file, class) in [("nouns.tsv", "noun"), ("adjectives.tsv", "adjective")] {
        let bit = CLASSES.iter().position(|known| *known == class).unwrap_or_default();
        for row in read_tsv(&folder.join(file), 2)? {
            *words.entry(fold(&row.columns[0])).or_default() |= 1 << bit;
        }
    }
    let mut lines = String::new();
    for (word, bits) in &words {
        let _ = writeln!(lines, "    ({word:?}, {bits}),");
    }
    table(text, "Words and the bits of their classes; sorted.", "WORDS", "(&str, u64)", &lines);
    Ok(())
}

fn render_titles(path: &Path, text: &mut String) -> Result<(), Error> {
    let mut titles: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in read_tsv(path, 3)? {
        let line = read_line(path, &row, TitleLine::read)?;
        // A title of several words is known by its first one, where that stands in the list too.
        if !line.title.contains(' ') {
            titles.entry(fold(line.title)).or_insert((line.class, line.gender));
        }
    }
    let mut lines = String::new();
    for (word, (class, gender)) in &titles {
        let _ = writeln!(lines, "    ({word:?}, {class}, {gender}),");
    }
    let doc = "Titles, their class, and their gender (0 masculine, 1 feminine, 2 either); sorted.";
    table(text, doc, "TITLES", "(&str, u8, u8)", &lines);
    Ok(())
}

fn render_names(path: &Path, text: &mut String) -> Result<(), Error> {
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for row in read_tsv(path, 3)? {
        let class = one_of(path, &row, 1, PARTS)?;
        names.entry(fold(&row.columns[0])).and_modify(|c| *c = (*c).min(class)).or_insert(class);
    }
    let mut lines = String::new();
    for (word, class) in &names {
        let _ = writeln!(lines, "    ({word:?}, {class}),");
    }
    table(text, "Parts of names and their class; sorted.", "NAMES", "(&str, u8)", &lines);
    Ok(())
}

/// A module of constants, a bit a name.
fn bit_names(text: &mut String, doc: &str, module: &str, kind: &str, names: &[&str]) {
    let _ = write!(text, "\n/// {doc}\n#[rustfmt::skip]\npub(crate) mod {module} {{\n");
    for (bit, name) in names.iter().enumerate() {
        let constant = name.to_uppercase();
        let _ = writeln!(text, "    pub(crate) const {constant}: {kind} = 1 << {bit};");
    }
    text.push_str("}\n");
}

fn table(text: &mut String, doc: &str, name: &str, item: &str, lines: &str) {
    let _ = write!(
        text,
        "\n/// {doc}\n#[rustfmt::skip]\npub(crate) static {name}: &[{item}] = &[\n{lines}];\n"
    );
}

/// The name of a variant: `say` is `Say`.
fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn fold(word: &str) -> String {
    FOLD.normalize(word).into_owned()
}

/// Reads a row as the lists of a caller are read.
fn read_line<'r, L>(
    path: &Path,
    row: &'r Row,
    read: impl FnOnce(&[&'r str]) -> Result<L, String>,
) -> Result<L, Error> {
    let columns: Vec<&str> = row.columns.iter().map(String::as_str).collect();
    read(&columns).map_err(|message| Error::at(path, row.line, message))
}

/// Which of `names` column `column` holds.
fn one_of(path: &Path, row: &Row, column: usize, names: &[&str]) -> Result<usize, Error> {
    let value = row.columns.get(column).map_or("", String::as_str);
    cue_line::one_of(value, names).map_err(|message| Error::at(path, row.line, message))
}
