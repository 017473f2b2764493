//! From documents to results, one after the other.

use crate::args::Target;
use crate::error::Failure;
use crate::input::{Input, Source};
use crate::output::Output;

/// What stands between the results of two documents.
pub(crate) const NOTHING: &[u8] = b"";
/// What stands between blocks of lines that do not name their document.
pub(crate) const EMPTY_LINE: &[u8] = b"\n";

/// Renders every document and writes it as a whole: where a later one fails, the earlier ones
/// stand complete on standard output.
pub(crate) fn each(
    input: &Input,
    target: &Target,
    between: &[u8],
    mut render: impl FnMut(&Source, &mut Vec<u8>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut output = Output::open(target.file())?;
    let mut results = Vec::new();
    let mut is_first = true;
    let result = input.each(|source| {
        results.clear();
        if !is_first {
            results.extend_from_slice(between);
        }
        is_first = false;
        render(source, &mut results)?;
        output.write(&results)
    });
    output.finish(result)
}
