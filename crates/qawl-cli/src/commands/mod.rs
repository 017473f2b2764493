//! One request each.

pub(crate) mod annotate;
pub(crate) mod completions;
pub(crate) mod eval;
pub(crate) mod gazetteer;
pub(crate) mod man;
pub(crate) mod normalize;
pub(crate) mod quotes;
pub(crate) mod reading;
pub(crate) mod segment;
pub(crate) mod sentences;
pub(crate) mod tag;
pub(crate) mod tokenize;
