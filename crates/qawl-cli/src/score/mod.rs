//! Quotes that were found, compared with quotes that people marked.

pub(crate) use annotation::{Quoted, read_annotations};
pub(crate) use groups::Groups;
pub(crate) use report::{Evaluation, Figures, Intervals, Prf, Report};
pub(crate) use tally::Tally;

mod annotation;
mod bootstrap;
mod groups;
mod report;
mod tally;
mod words;
