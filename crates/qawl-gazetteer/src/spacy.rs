//! The patterns of spaCy's entity ruler, as JSON lines.
//!
//! A line is `{"label": "ORG", "pattern": "الأمم المتحدة", "id": "Q1065"}`, with a phrase as pattern
//! or a row of tokens. Of tokens those are read that say what is written: `TEXT`, `ORTH` or `LOWER`, with a string or
//! `{"IN": [...]}`, and with `"OP": "?"` where they may be missing. Case and spelling are folded by the
//! profile of the list. See <https://spacy.io/usage/rule-based-matching#entityruler>.

use std::collections::BTreeMap;

use qawl_core::entity;
use serde_json::{Map, Value};

use crate::entry::Entry;
use crate::json;
use crate::list::{ListError, lines};

/// The most names that one pattern may stand for.
const MOST: usize = 1000;

/// Which type a label becomes. Labels that it does not know become types in lower case: `GPE`, which is
/// country, region and city in one, is `gpe`.
///
/// ```
/// use qawl_gazetteer::spacy::Labels;
///
/// let labels = Labels::default().with("GPE", "country");
/// assert_eq!((labels.kind("GPE"), labels.kind("ORG")), ("country".into(), "organization".into()));
/// assert_eq!(labels.kind("WORK_OF_ART"), "work_of_art");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Labels {
    kinds: BTreeMap<String, String>,
}

impl Default for Labels {
    /// `PERSON` and `PER` are persons, `ORG` is an organization, `LOC` a region.
    fn default() -> Self {
        let kinds = [
            ("LOC", entity::REGION),
            ("ORG", entity::ORGANIZATION),
            ("PER", entity::PERSON),
            ("PERSON", entity::PERSON),
        ];
        Self { kinds: kinds.map(|(label, kind)| (label.to_owned(), kind.to_owned())).into() }
    }
}

impl Labels {
    /// The same, with another type for `label`. See the example of [`Labels`].
    pub fn with(mut self, label: impl Into<String>, kind: impl Into<String>) -> Self {
        self.kinds.insert(label.into(), kind.into());
        self
    }

    /// The type of `label`. See the example of [`Labels`].
    #[must_use]
    pub fn kind(&self, label: &str) -> String {
        self.kinds.get(label).cloned().unwrap_or_else(|| label.to_lowercase())
    }
}

/// Reads patterns, with the types of [`Labels::default`].
///
/// # Errors
/// At the first line of another form, or with a pattern that has no meaning here: its number, and which
/// part that is.
///
/// ```
/// use qawl_gazetteer::spacy;
///
/// // "(President) Mohamed Morsi"
/// let list = r#"{"label": "PERSON", "pattern": [{"ORTH": "الرئيس", "OP": "?"}, {"LOWER": "محمد"}, {"LOWER": "مرسي"}]}"#;
/// let names: Vec<_> = spacy::read(list)?.into_iter().map(|entry| entry.name).collect();
/// assert_eq!(names, ["الرئيس محمد مرسي", "محمد مرسي"]);
///
/// let lemma = r#"{"label": "PERSON", "pattern": [{"LEMMA": "رئيس"}]}"#; // president
/// let error = spacy::read(lemma).unwrap_err();
/// assert_eq!(
///     error.message(),
///     "\"LEMMA\" of token 1 is not supported: expected TEXT, ORTH or LOWER, and OP"
/// );
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read(list: &str) -> Result<Vec<Entry>, ListError> {
    read_with(list, &Labels::default())
}

/// Reads patterns, with types by `labels`.
///
/// # Errors
/// As [`read`].
///
/// ```
/// use qawl_gazetteer::spacy::{self, Labels};
///
/// let list = r#"{"label": "GPE", "pattern": "لندن"}"#; // London
/// let entries = spacy::read_with(list, &Labels::default().with("GPE", "city"))?;
/// assert_eq!(entries[0].kind, "city");
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read_with(list: &str, labels: &Labels) -> Result<Vec<Entry>, ListError> {
    let mut all = Vec::new();
    for (line, text) in lines(list) {
        all.extend(entries(text, labels).map_err(ListError::at(line))?);
    }
    Ok(all)
}

fn entries(line: &str, labels: &Labels) -> Result<Vec<Entry>, String> {
    let mut object = json::object(line)?;
    let label = json::text(&mut object, "label")?;
    let label = label.ok_or("expected a label under \"label\", found none")?;
    let id = json::id(&mut object)?;
    let names = match object.remove("pattern") {
        Some(Value::String(name)) => vec![name.trim().to_owned()],
        Some(Value::Array(tokens)) => names(&tokens)?,
        _ => return Err("expected a string or an array under \"pattern\"".to_owned()),
    };
    let payload = json::rest(object);
    let entry = |name: String| {
        let entry = Entry { id: id.clone(), ..Entry::new(name, labels.kind(&label)) };
        Entry { payload: payload.clone(), ..entry }
    };
    let entries: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).map(entry).collect();
    if entries.is_empty() {
        return Err("the pattern stands for no name: every token may be missing".to_owned());
    }
    Ok(entries)
}

/// The names that a row of tokens stands for, each once, the longest first.
fn names(tokens: &[Value]) -> Result<Vec<String>, String> {
    let mut rows: Vec<Vec<&str>> = vec![Vec::new()];
    for (number, token) in (1..).zip(tokens) {
        let token = token.as_object().ok_or_else(|| format!("token {number} is no object"))?;
        let texts = texts(number, token)?;
        let without = if is_optional(number, token)? { rows.clone() } else { Vec::new() };
        if rows.len() * texts.len() + without.len() > MOST {
            return Err(format!("the pattern stands for more than {MOST} names"));
        }
        rows = rows
            .iter()
            .flat_map(|row| texts.iter().map(|text| [row.as_slice(), &[text]].concat()))
            .chain(without)
            .collect();
    }
    let mut names: Vec<String> = Vec::new();
    for row in &rows {
        let name = joined(row);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Tokens with spaces between them, but for the hyphen that spaCy cuts out of «سان-جيرمان»
/// (Saint-Germain).
fn joined(tokens: &[&str]) -> String {
    tokens.join(" ").replace(" - ", "-")
}

/// What may be written at a token.
fn texts(number: usize, token: &Map<String, Value>) -> Result<Vec<&str>, String> {
    let mut texts = None;
    for (key, value) in token {
        match key.to_uppercase().as_str() {
            "OP" => {}
            "TEXT" | "ORTH" | "LOWER" if texts.is_none() => texts = Some(written(number, value)?),
            "TEXT" | "ORTH" | "LOWER" => {
                return Err(format!("token {number} says twice what is written"));
            }
            _ => {
                let expected = "expected TEXT, ORTH or LOWER, and OP";
                return Err(format!("{key:?} of token {number} is not supported: {expected}"));
            }
        }
    }
    texts.ok_or_else(|| format!("token {number} does not say what is written"))
}

fn written(number: usize, value: &Value) -> Result<Vec<&str>, String> {
    let texts: Option<Vec<&str>> = match value {
        Value::String(text) => Some(vec![text]),
        Value::Object(set) if set.len() == 1 => set
            .get("IN")
            .and_then(Value::as_array)
            .and_then(|texts| texts.iter().map(Value::as_str).collect()),
        _ => None,
    };
    let is_written = |text: &&str| !text.trim().is_empty();
    texts.filter(|texts| !texts.is_empty() && texts.iter().all(is_written)).ok_or_else(|| {
        format!("token {number}: expected a string or {{\"IN\": [strings]}}, found {value}")
    })
}

fn is_optional(number: usize, token: &Map<String, Value>) -> Result<bool, String> {
    let Some((_, operator)) = token.iter().find(|(key, _)| key.to_uppercase() == "OP") else {
        return Ok(false);
    };
    match operator.as_str() {
        Some("1") => Ok(false),
        Some("?") => Ok(true),
        _ => Err(format!(
            "the operator {operator} of token {number} is not supported: expected \"?\""
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(pattern: &str) -> String {
        let line = format!(r#"{{"label": "ORG", "pattern": {pattern}}}"#);
        read(&format!("\n{line}"))
            .map_err(|error| {
                assert_eq!(error.line(), 2);
                error.message().to_owned()
            })
            .unwrap_err()
    }

    fn names_of(pattern: &str) -> Vec<String> {
        let line = format!(r#"{{"label": "ORG", "pattern": {pattern}, "id": 4}}"#);
        read(&line).unwrap().into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn patterns_are_expanded() {
        let set = r#"[{"LOWER": {"IN": ["bank", "بنك"]}}, {"TEXT": "مصر", "OP": "1"}]"#; // bank of Egypt
        assert_eq!(names_of(set), ["bank مصر", "بنك مصر"]);
        let hyphen = r#"[{"ORTH": "سان"}, {"ORTH": "-"}, {"ORTH": "جيرمان"}]"#; // Saint-Germain
        assert_eq!(names_of(hyphen), ["سان-جيرمان"]);
        let keys = r#"[{"lower": "a"}, {"lower": "b", "op": "?"}]"#;
        assert_eq!(names_of(keys), ["a b", "a"]);
        let twice = r#"[{"LOWER": "a", "OP": "?"}, {"LOWER": "a", "OP": "?"}]"#;
        assert_eq!(names_of(twice), ["a a", "a"]);
    }

    #[test]
    fn what_has_no_meaning_here_is_named() {
        assert!(message("3").starts_with("expected a string or an array"));
        assert!(message("\" \"").starts_with("the pattern stands for no name"));
        assert!(message(r#"[{"LOWER": "", "OP": "?"}]"#).contains("token 1"));
        assert!(message("[{}]").ends_with("does not say what is written"));
        assert!(message("[3]").ends_with("is no object"));
        assert!(
            message(r#"[{"LOWER": "a"}, {"LOWER": "b", "OP": "+"}]"#).contains("\"+\" of token 2")
        );
        assert!(message(r#"[{"LOWER": "a", "OP": "!"}]"#).contains("is not supported"));
        assert!(message(r#"[{"TEXT": {"REGEX": "a"}}]"#).contains("REGEX"));
        assert!(message(r#"[{"TEXT": "a", "LOWER": "a"}]"#).contains("says twice"));
        assert!(message(r#"[{"IS_PUNCT": true}]"#).starts_with("\"IS_PUNCT\" of token 1"));
        let many = format!("[{}]", [r#"{"LOWER": "a", "OP": "?"}"#; 11].join(","));
        assert!(message(&many).contains("more than 1000"));
        assert!(read(r#"{"pattern": "x"}"#).unwrap_err().message().contains("label"));
    }
}
