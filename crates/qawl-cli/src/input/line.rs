//! One line of JSON, of which two fields are wanted.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::error::not_json;
use crate::files;
use crate::input::Source;

/// The names of the fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'n> {
    pub(super) text: &'n str,
    /// None for `id`, which a line may lack.
    pub(super) id: Option<&'n str>,
}

impl Fields<'_> {
    /// The document of a line; none where the line is empty. `own` makes an id where the line has none
    /// and need not have one.
    pub(super) fn source<'a>(
        &self,
        line: &'a [u8],
        own: impl FnOnce() -> String,
    ) -> Result<Option<Source<'a>>, String> {
        let line = simdutf8::compat::from_utf8(line).map_err(|error| {
            format!("not UTF-8 at byte {} of the line, {}", error.valid_up_to(), files::UTF8)
        })?;
        // U+FEFF ZERO WIDTH NO-BREAK SPACE: some editors begin a file with it.
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() {
            return Ok(None);
        }
        let Found { text, id } = self.find(line)?;
        let id = match (id, self.id) {
            (Some(Value::Text(id)), _) => id,
            (Some(Value::Number(id)), _) => id.into(),
            (Some(Value::Null) | None, None) => own().into(),
            (Some(_), name) => {
                let name = name.unwrap_or(DEFAULT_ID);
                return Err(format!(
                    "the field {name:?} is no string and no number, expected an id"
                ));
            }
            (None, Some(name)) => {
                return Err(format!("no field {name:?}, expected one with the id"));
            }
        };
        match text {
            Some(Value::Text(text)) => Ok(Some(Source { id, text })),
            Some(_) => Err(format!("the field {:?} is no string, expected the text", self.text)),
            None => Err(format!("no field {:?}, expected one with the text", self.text)),
        }
    }

    fn find<'a>(&self, line: &'a str) -> Result<Found<'a>, String> {
        let mut reader = serde_json::Deserializer::from_str(line);
        let found =
            reader.deserialize_map(Object(*self)).and_then(|found| reader.end().map(|()| found));
        found.map_err(|error| match error.is_data() {
            true => "expected a JSON object, found another value".to_owned(),
            false => not_json(&error),
        })
    }
}

/// The field, or the column, of the id where none was named.
pub(super) const DEFAULT_ID: &str = "id";

/// The fields that were wanted, where the line has them; of two with one name the later one.
#[derive(Debug, Default)]
struct Found<'a> {
    text: Option<Value<'a>>,
    id: Option<Value<'a>>,
}

/// Reads an object.
struct Object<'n>(Fields<'n>);

impl<'a> Visitor<'a> for Object<'_> {
    type Value = Found<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Found<'a>, A::Error> {
        let mut found = Found::default();
        while let Some(Key(key)) = map.next_key()? {
            let Fields { text, id } = self.0;
            let (is_text, is_id) = (key == text, key == id.unwrap_or(DEFAULT_ID));
            match (is_text, is_id) {
                (false, false) => drop(map.next_value::<IgnoredAny>()?),
                (true, false) => found.text = Some(map.next_value_seed(AnyValue)?),
                (false, true) => found.id = Some(map.next_value_seed(AnyValue)?),
                (true, true) => {
                    let value = map.next_value_seed(AnyValue)?;
                    (found.text, found.id) = (Some(value.clone()), Some(value));
                }
            }
        }
        Ok(found)
    }
}

/// The name of a field, borrowed unless it is escaped.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// What a field may hold, as far as it matters here.
#[derive(Clone, Debug)]
enum Value<'a> {
    Text(Cow<'a, str>),
    Number(String),
    Null,
    Other,
}

/// Reads any value into a [`Value`].
struct AnyValue;

impl<'a> DeserializeSeed<'a> for AnyValue {
    type Value = Value<'a>;

    fn deserialize<D: Deserializer<'a>>(self, reader: D) -> Result<Value<'a>, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for AnyValue {
    type Value = Value<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'a str) -> Result<Value<'a>, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'a>, E> {
        Ok(Value::Text(text.to_owned().into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value<'a>, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value<'a>, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value<'a>, E> {
        // As JSON spells it: 1.0, not 1.
        let number = serde_json::Number::from_f64(number);
        Ok(Value::Number(number.map(|number| number.to_string()).unwrap_or_default()))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Value<'a>, E> {
        Ok(Value::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'a>, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Value<'a>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Value<'a>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELDS: Fields<'_> = Fields { text: "text", id: None };

    fn read(line: &str) -> Result<(String, String), String> {
        let source = FIELDS.source(line.as_bytes(), || "own".to_owned())?;
        Ok(source.map(|source| (source.id.into(), source.text.into())).unwrap_or_default())
    }

    #[test]
    fn a_text_without_escapes_is_borrowed() {
        let line = r#"{"more": [{"text": 1}], "text": "نعم"}"#; // "yes"
        let source = FIELDS.source(line.as_bytes(), String::new);
        assert!(matches!(source, Ok(Some(Source { text: Cow::Borrowed("نعم"), .. }))));
        // "Yes", its first letter escaped, behind a name that is.
        let escaped = r#"{"\u0074ext": "\u0646عم", "id": 7}"#;
        assert_eq!(read(escaped), Ok(("7".to_owned(), "نعم".to_owned())));
    }

    #[test]
    fn ids_are_strings_or_numbers_and_the_last_one_counts() {
        let id = |id: &str| read(&format!(r#"{{"text": "", {id}}}"#)).map(|(id, _)| id);
        assert_eq!(id(r#""id": 1, "id": "b""#).as_deref(), Ok("b"));
        assert_eq!(id(r#""id": -2.50"#).as_deref(), Ok("-2.5"));
        assert_eq!(id(r#""id": null"#).as_deref(), Ok("own"));
        assert!(id(r#""id": [1, {"a": 2}]"#).is_err_and(|said| said.contains("no string and no")));
        let one = Fields { text: "x", id: Some("x") };
        let source = one.source(br#"{"x": "a"}"#, String::new);
        assert!(matches!(source, Ok(Some(source)) if source.id == "a" && source.text == "a"));
    }

    #[test]
    fn what_is_no_object_is_refused() {
        for line in ["[1]", "\"text\"", "3", "null"] {
            assert_eq!(read(line), Err("expected a JSON object, found another value".to_owned()));
        }
        assert!(
            read(r#"{"text": ""} {"#).is_err_and(|said| said.starts_with("not JSON at column"))
        );
    }
}
