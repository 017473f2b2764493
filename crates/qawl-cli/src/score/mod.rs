//! Quotes that were found, compared with quotes that people marked.

pub(crate) use annotation::{Quoted, read_annotations};
pub(crate) use report::{Prf, Report};
pub(crate) use tally::Tally;

mod annotation;
mod report;
mod tally;
mod words;
