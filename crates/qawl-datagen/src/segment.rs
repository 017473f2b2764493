//! The outputs of `qawl-segment`.

use std::path::Path;

use crate::{Error, Output};

/// Renders them from `data/`.
pub(crate) fn render(_root: &Path) -> Result<Vec<Output>, Error> {
    Ok(Vec::new())
}
