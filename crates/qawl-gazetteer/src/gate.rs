//! The lists of GATE's gazetteers.
//!
//! An index, `lists.def`, names the lists: `file:major type:minor type:language:annotation type`, of which
//! the first two are always there. A list, `city.lst`, has a name a line, and where a separator is
//! agreed upon, features behind it: `لندن&country=uk`. See <https://gate.ac.uk/sale/tao/splitch13.html>.

use qawl_core::entity;

use crate::entry::Entry;
use crate::list::{ListError, lines};

/// A line of an index.
///
/// ```
/// use qawl_gazetteer::gate;
///
/// let lists = gate::read_index("city.lst:location:city\ntv.lst:organization:channel:ar:Lookup\n")?;
/// assert_eq!((lists[0].file.as_str(), lists[0].kind.as_str()), ("city.lst", "city"));
/// assert_eq!((lists[1].kind.as_str(), lists[1].language.as_deref()), ("organization", Some("ar")));
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The file of the list, beside the index.
    pub file: String,
    /// The coarse type, such as `location`.
    pub major: String,
    /// The fine type, such as `city`.
    pub minor: Option<String>,
    /// The language of the names.
    pub language: Option<String>,
    /// The type of annotation that GATE makes of a match: mostly `Lookup`, whatever the name.
    pub annotation: Option<String>,
    /// The type of the entries: the minor or the major type where one of them is in
    /// [`qawl_core::entity`] (`location` being a region, `company` an organization), else the major
    /// type in lower case. May be changed before the list is read.
    pub kind: String,
}

/// Reads an index.
///
/// # Errors
/// At the first line without a file and a major type, or with more than five parts: its number and what
/// was expected. See the example of [`List`].
pub fn read_index(index: &str) -> Result<Vec<List>, ListError> {
    lines(index).map(|(line, text)| list(text).map_err(ListError::at(line))).collect()
}

/// Reads a list that an index calls `list`. With a `separator`, features stand behind a name: `id` and
/// `canonical` are those of the [`Entry`], other ones become its payload.
///
/// # Errors
/// At the first line that has no name, or features of another form than `key=value`: its number and what was
/// expected.
///
/// ```
/// use qawl_gazetteer::gate;
///
/// let lists = gate::read_index("city.lst:location:city")?;
/// let entries = gate::read("لندن&id=Q84\nباريس\n", &lists[0], Some('&'))?; // London, Paris
/// assert_eq!((entries[0].name.as_str(), entries[0].id.as_deref()), ("لندن", Some("Q84")));
/// assert_eq!(entries[1].kind, "city");
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read(list: &str, of: &List, separator: Option<char>) -> Result<Vec<Entry>, ListError> {
    lines(list)
        .map(|(line, text)| entry(text, of, separator).map_err(ListError::at(line)))
        .collect()
}

fn list(line: &str) -> Result<List, String> {
    let parts = line.split(':').map(str::trim);
    let mut parts = parts.map(|part| Some(part).filter(|part| !part.is_empty()).map(str::to_owned));
    let mut next = || parts.next().flatten();
    let (file, major, minor, language, annotation) = (next(), next(), next(), next(), next());
    let (Some(file), Some(major), None) = (file, major, parts.next()) else {
        let form = "file:major type:minor type:language:annotation type";
        return Err(format!("expected {form}, of which the first two at least, found {line:?}"));
    };
    let known = minor.as_deref().and_then(known).or_else(|| known(&major));
    let kind = known.map_or_else(|| major.to_lowercase(), str::to_owned);
    Ok(List { file, major, minor, language, annotation, kind })
}

/// The type that GATE's own lists call so.
fn known(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        "person" | "person_full" => Some(entity::PERSON),
        "organization" | "company" | "government" | "org_base" => Some(entity::ORGANIZATION),
        "media" | "newspaper" | "tv_company" | "news_agency" => Some(entity::MEDIA),
        "country" => Some(entity::COUNTRY),
        "city" => Some(entity::CITY),
        "region" | "province" | "location" => Some(entity::REGION),
        "demonym" => Some(entity::DEMONYM),
        "month" => Some(entity::MONTH),
        "weekday" | "day" => Some(entity::WEEKDAY),
        _ => None,
    }
}

fn entry(line: &str, of: &List, separator: Option<char>) -> Result<Entry, String> {
    let mut parts = line.split(|c| Some(c) == separator).map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty()).ok_or("expected a name, found none")?;
    let mut entry = Entry::new(name, of.kind.as_str());
    let mut others = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let expected = || format!("expected a feature key=value, found {part:?}");
        match part.split_once('=').ok_or_else(expected)? {
            ("id", id) => entry.id = filled(id),
            ("canonical", other) => entry.canonical = filled(other),
            other => others.push(other),
        }
    }
    entry.canonical = entry.canonical.filter(|other| other != name);
    Ok(Entry { payload: payload(&others), ..entry })
}

/// A value that says something, without the spaces around it.
fn filled(value: &str) -> Option<String> {
    Some(value.trim()).filter(|value| !value.is_empty()).map(str::to_owned)
}

/// Features as a JSON object; none where there are none.
fn payload(features: &[(&str, &str)]) -> Option<String> {
    let pairs = features.iter().map(|(key, value)| format!("{}:{}", quoted(key), quoted(value)));
    let pairs: Vec<String> = pairs.collect();
    if pairs.is_empty() { None } else { Some(format!("{{{}}}", pairs.join(","))) }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\0'..='\x1F' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_follow_the_finer_one() {
        let kind = |line| read_index(line).unwrap().remove(0).kind;
        assert_eq!(kind("a.lst:location:country"), "country");
        assert_eq!(kind("a.lst:location:river"), "region");
        assert_eq!(kind("a.lst:Date:day"), "weekday");
        assert_eq!(kind("a.lst:Currency_Unit"), "currency_unit");
        assert_eq!(kind("a.lst:organization::ar"), "organization");
    }

    #[test]
    fn bad_lines_are_named() {
        for line in ["a.lst", ":x", "a:b:c:d:e:f"] {
            let error = read_index(&format!("a.lst:b\n\n{line}")).unwrap_err();
            assert_eq!(error.line(), 3);
            assert!(error.message().starts_with("expected file:major type"));
        }
        let list = &read_index("a.lst:city").unwrap()[0];
        let error = read("x\ny&z", list, Some('&')).unwrap_err();
        assert_eq!(error.to_string(), "line 2: expected a feature key=value, found \"z\"");
        assert_eq!(
            read("&a=b", list, Some('&')).unwrap_err().message(),
            "expected a name, found none"
        );
        assert_eq!(read("y&z", list, None).unwrap()[0].name, "y&z");
    }

    /// Found by fuzzing: written as JSON and read again, the entry had no identifier.
    #[test]
    fn an_empty_id_or_canonical_name_is_none() {
        let list = &read_index("a.lst:city").unwrap()[0];
        let entries = read("x&id=&canonical= \ny&id= 7", list, Some('&')).unwrap();
        assert_eq!(entries, [Entry::new("x", "city"), Entry::new("y", "city").id("7")]);
    }

    #[test]
    fn features_become_json() {
        assert_eq!(payload(&[]), None);
        let json = payload(&[("a", "\"b\\\n"), ("c", "لندن")]); // London
        assert_eq!(json.as_deref(), Some(r#"{"a":"\"b\\\u000a","c":"لندن"}"#));
    }
}
