//! What texts leave behind for the next one.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::words::Words;

/// As many tables of words as texts were read at once: a text takes one, and puts it back behind it.
#[derive(Default)]
pub(crate) struct Pool(Mutex<Vec<Words>>);

impl Pool {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    pub(crate) fn take(&self) -> Words {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }

    /// Keeps them for another text, unless they are many.
    pub(crate) fn put_back(&self, words: Words) {
        if words.are_many() {
            return;
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(words);
    }
}

impl Clone for Pool {
    /// A clone reads texts of its own.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pool")
    }
}
