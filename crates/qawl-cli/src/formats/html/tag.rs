//! Tags that open in one place and close in another, which a template cannot say.

use std::fmt::{Display, Write};

use maud::Escaper;

/// An opening tag that is being written. Writing to a string cannot fail.
#[derive(Debug)]
pub(super) struct Tag<'o> {
    out: &'o mut String,
}

impl<'o> Tag<'o> {
    pub(super) fn open(out: &'o mut String, name: &str) -> Self {
        let _ = write!(out, "<{name}");
        Self { out }
    }

    /// Adds an attribute, its value escaped.
    pub(super) fn with(self, name: &str, value: impl Display) -> Self {
        let _ = write!(self.out, " {name}=\"");
        let _ = write!(Escaper::new(self.out), "{value}");
        self.out.push('"');
        self
    }

    /// Adds an attribute where there is something to say.
    pub(super) fn with_some(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub(super) fn end(self) {
        self.out.push('>');
    }
}

pub(super) fn close(out: &mut String, name: &str) {
    let _ = write!(out, "</{name}>");
}
