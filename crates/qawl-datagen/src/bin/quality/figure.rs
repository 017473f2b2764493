//! One thing that is measured.

/// What came out, in the digits that it is told in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    /// What was measured: a set of gold, or a text.
    pub(crate) evaluation: String,
    /// In which respect.
    pub(crate) measure: String,
    /// How it came out.
    pub(crate) value: String,
}

impl Figure {
    /// A share from 0 to 1, of some thousand things at least.
    pub(crate) fn fine(evaluation: &str, measure: &str, share: f64) -> Self {
        Self::new(evaluation, measure, format!("{share:.4}"))
    }

    /// A share from 0 to 1, of some hundreds.
    pub(crate) fn share(evaluation: &str, measure: &str, share: f64) -> Self {
        Self::new(evaluation, measure, format!("{share:.3}"))
    }

    pub(crate) fn new(evaluation: &str, measure: &str, value: String) -> Self {
        Self { evaluation: evaluation.to_owned(), measure: measure.to_owned(), value }
    }
}
