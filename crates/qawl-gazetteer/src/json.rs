//! Texts that are JSON values, and lines that are objects.

use serde_json::{Map, Value};

/// The object that a line is.
pub(crate) fn object(line: &str) -> Result<Map<String, Value>, String> {
    match serde_json::from_str(line) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("expected a JSON object, found another value".to_owned()),
        Err(error) => Err(format!("not JSON at column {}", error.column())),
    }
}

/// Takes the text under `key`; none where there is no such key or it is null.
pub(crate) fn text(object: &mut Map<String, Value>, key: &str) -> Result<Option<String>, String> {
    match object.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.trim().to_owned())),
        Some(other) => Err(format!("expected a string under {key:?}, found {other}")),
    }
}

/// Takes the identifier under `id`, which may be a number.
pub(crate) fn id(object: &mut Map<String, Value>) -> Result<Option<String>, String> {
    if let Some(Value::Number(number)) = object.get("id") {
        let number = number.to_string();
        object.remove("id");
        return Ok(Some(number));
    }
    text(object, "id")
}

/// Whether a text is a JSON value.
pub(crate) fn is_value(text: &str) -> bool {
    serde_json::from_str::<Value>(text).is_ok()
}

/// What is left, as one object; none where nothing is.
pub(crate) fn rest(object: Map<String, Value>) -> Option<String> {
    if object.is_empty() { None } else { Some(Value::Object(object).to_string()) }
}
