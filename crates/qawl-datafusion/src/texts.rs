//! Columns of text, as they come.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, BinaryViewArray, StringViewArray, new_null_array,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{exec_datafusion_err, internal_err, plan_err};
use datafusion::error::Result;

/// Fails where a column of this type can hold no text.
pub(crate) fn expect_text(function: &str, text: &DataType) -> Result<()> {
    let value = match text {
        DataType::Dictionary(_, value) => value,
        other => other,
    };
    match value {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Ok(()),
        DataType::Binary | DataType::LargeBinary | DataType::BinaryView => Ok(()),
        DataType::Null => Ok(()),
        _ => plan_err!(
            "{function}: its first argument is {text}, expected text: Utf8, LargeUtf8, Utf8View, \
             Binary that is UTF-8, or a dictionary of them"
        ),
    }
}

/// The texts of a column that is no dictionary: views of its bytes, which are not copied.
pub(crate) fn texts(function: &str, column: &ArrayRef) -> Result<StringViewArray> {
    match column.data_type() {
        DataType::Utf8View => Ok(column.as_string_view().clone()),
        DataType::Utf8 => Ok(StringViewArray::from(column.as_string::<i32>())),
        DataType::LargeUtf8 => Ok(StringViewArray::from(column.as_string::<i64>())),
        DataType::BinaryView => checked(function, column.as_binary_view()),
        DataType::Binary => checked(function, &BinaryViewArray::from(column.as_binary::<i32>())),
        DataType::LargeBinary => {
            checked(function, &BinaryViewArray::from(column.as_binary::<i64>()))
        }
        DataType::Null => {
            Ok(new_null_array(&DataType::Utf8View, column.len()).as_string_view().clone())
        }
        other => internal_err!("{function}: {other} was planned as text"),
    }
}

/// The bytes as text.
fn checked(function: &str, bytes: &BinaryViewArray) -> Result<StringViewArray> {
    if let Ok(texts) = bytes.clone().to_string_view() {
        return Ok(texts);
    }
    // Either a row is wrong or what lies behind a null is, which is nobody's affair.
    let text = |(row, bytes): (usize, Option<_>)| {
        bytes.map(|bytes| std::str::from_utf8(bytes)).transpose().map_err(|error| {
            exec_datafusion_err!(
                "{function}: row {row} of a batch is no text: {error}; expected UTF-8"
            )
        })
    };
    bytes.iter().enumerate().map(text).collect()
}

/// A dictionary's values, each to be worked on once, if there are no more of them than rows: those that
/// no row points to are worked on for nothing.
pub(crate) fn dictionary_values(column: &ArrayRef) -> Option<&ArrayRef> {
    let dictionary = column.as_any_dictionary_opt()?;
    (dictionary.values().len() <= dictionary.len()).then(|| dictionary.values())
}

/// The same column, not as a dictionary.
pub(crate) fn plain(column: &ArrayRef) -> Result<ArrayRef> {
    match column.data_type() {
        DataType::Dictionary(_, value) => Ok(cast(column, value)?),
        _ => Ok(Arc::clone(column)),
    }
}
