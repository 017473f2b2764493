//! Lists as JSON lines.
//!
//! A line is an object with the keys `name`, `type` and, where there is something to say, `id`,
//! `canonical`, `flags`: what serde makes of an [`Entry`]. `names`, an array, gives several names of
//! one thing. Empty lines are passed over.

use serde_json::{Map, Value};

use crate::entry::{Entry, Flags};
use crate::json;
use crate::list::{ListError, lines};
use crate::tsv::{read_flags, read_payload};

/// Reads a list, a thing a line. Of several `names` the first is the canonical one, unless
/// `canonical` says otherwise. `flags` are an object of booleans or an array of their names; an `id` may be
/// a number. A `payload` that is a string and alone
/// holds a JSON value, which is kept as it is; else all other keys become the payload, an object.
///
/// # Errors
/// At the first line of another form: its number and what was expected.
///
/// ```
/// use qawl_gazetteer::jsonl;
///
/// // Britain, of the United Kingdom; March, written like "he practised"
/// let list = r#"{"names": ["المملكة المتحدة", "بريطانيا"], "type": "country", "id": "Q145"}
/// {"name": "مارس", "type": "month", "flags": ["context"]}"#;
/// let entries = jsonl::read(list)?;
/// assert_eq!(entries[1].canonical.as_deref(), Some("المملكة المتحدة"));
/// assert!(entries[2].flags.context);
/// let error = jsonl::read(r#"{"name": "لندن"}"#).unwrap_err(); // London
/// assert_eq!(error.to_string(), r#"line 1: expected a type under "type", found none"#);
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read(list: &str) -> Result<Vec<Entry>, ListError> {
    let mut all = Vec::new();
    for (line, text) in lines(list) {
        all.extend(entries(text).map_err(ListError::at(line))?);
    }
    Ok(all)
}

fn entries(line: &str) -> Result<Vec<Entry>, String> {
    let mut object = json::object(line)?;
    let names = names(&mut object)?;
    let kind = json::text(&mut object, "type")?;
    let kind = kind.ok_or(r#"expected a type under "type", found none"#)?;
    let id = json::id(&mut object)?;
    let canonical = json::text(&mut object, "canonical")?.or_else(|| names.first().cloned());
    let flags = object.remove("flags").map(flags).transpose()?.unwrap_or_default();
    let payload = payload(object)?;
    let entry = |name: String| {
        let canonical = canonical.clone().filter(|canonical| *canonical != name);
        let (id, payload) = (id.clone(), payload.clone());
        Entry { id, canonical, flags, payload, ..Entry::new(name, kind.as_str()) }
    };
    Ok(names.into_iter().map(entry).collect())
}

/// `name` and `names`, each once.
fn names(object: &mut Map<String, Value>) -> Result<Vec<String>, String> {
    let mut names: Vec<String> = json::text(object, "name")?.into_iter().collect();
    let more = match object.remove("names") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(more)) => more,
        Some(other) => return Err(format!("expected an array under \"names\", found {other}")),
    };
    for name in more {
        let name = name.as_str().map(str::trim).filter(|name| !name.is_empty());
        let name = name.ok_or("expected strings that are not empty under \"names\"")?;
        if names.iter().all(|known| known != name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() {
        return Err("expected a name under \"name\" or \"names\", found none".to_owned());
    }
    Ok(names)
}

fn flags(value: Value) -> Result<Flags, String> {
    let names: Option<Vec<String>> = match value {
        Value::Null => Some(Vec::new()),
        Value::Array(names) => names.iter().map(|name| name.as_str().map(str::to_owned)).collect(),
        Value::Object(flags) => flags
            .into_iter()
            .filter(|(_, is_set)| *is_set != Value::Bool(false))
            .map(|(name, is_set)| is_set.is_boolean().then_some(name))
            .collect(),
        _ => None,
    };
    let expected = "expected an array of names or an object of booleans under \"flags\"";
    let names = names.ok_or(expected)?;
    if names.is_empty() { Ok(Flags::default()) } else { read_flags(&names.join(",")) }
}

/// A payload alone as it is, other keys as an object.
fn payload(mut object: Map<String, Value>) -> Result<Option<String>, String> {
    if let (1, Some(Value::String(payload))) = (object.len(), object.get("payload")) {
        return read_payload(payload).map(Some);
    }
    object.retain(|key, value| key != "payload" || !value.is_null());
    Ok(json::rest(object))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(line: &str) -> String {
        read(line).unwrap_err().message().to_owned()
    }

    #[test]
    fn says_what_was_expected() {
        assert_eq!(message("{"), "not JSON at column 1");
        assert_eq!(message("[1]"), "expected a JSON object, found another value");
        assert!(message(r#"{"type": "city"}"#).starts_with("expected a name under"));
        assert!(message(r#"{"name": 3, "type": "city"}"#).ends_with("found 3"));
        let rest = r#""name": "x", "type": "city"}"#;
        assert!(message(&format!(r#"{{"flags": 3, {rest}"#)).contains("under \"flags\""));
        assert!(message(&format!(r#"{{"flags": ["loud"], {rest}"#)).ends_with("found \"loud\""));
        assert!(message(&format!(r#"{{"names": [""], {rest}"#)).starts_with("expected strings"));
        let payload = message(&format!(r#"{{"payload": "as it is", {rest}"#));
        assert_eq!(payload, "expected a JSON value as payload, found \"as it is\"");
        let second = read("\n{\"name\": \"x\", \"type\": \"y\"}\n{}").unwrap_err();
        assert_eq!(second.line(), 3);
    }

    #[test]
    fn reads_numbers_nulls_and_flags_as_objects() {
        let list = "\u{FEFF}{\"name\": \" x \", \"type\": \"y\", \"id\": 7, \"canonical\": null, \
                    \"flags\": {\"exact\": true, \"context\": false}, \"people\": 5}";
        let want = Entry::new("x", "y").id("7").flags(Flags::default().exact());
        assert_eq!(read(list), Ok(vec![want.payload(r#"{"people":5}"#)]));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn reads_what_serde_writes() {
        let entry = Entry::new("لندن", "city").id("1").flags(Flags::default().no_clitic()); // London
        let line = serde_json::to_string(&entry).unwrap();
        assert_eq!(read(&line), Ok(vec![entry]));
    }

    #[test]
    fn other_keys_are_the_payload() {
        let payload = |line| payload(json::object(line).unwrap()).unwrap();
        assert_eq!(payload("{}"), None);
        assert_eq!(payload(r#"{"payload": "[1, 2]"}"#).as_deref(), Some("[1, 2]"));
        let both = payload(r#"{"b": 1, "payload": "x", "a": [2]}"#);
        assert_eq!(both.as_deref(), Some(r#"{"a":[2],"b":1,"payload":"x"}"#));
    }
}
