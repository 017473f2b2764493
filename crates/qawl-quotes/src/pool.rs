//! What texts leave behind for the next one.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::lexicon::Lexicon;
use crate::words::Words;

/// As many tables of words as texts were read at once: a text takes one, and puts it back behind it.
#[derive(Default)]
pub(crate) struct Pool {
    /// What all tables read their words by; the built-in one where there is none.
    lexicon: Option<Arc<Lexicon>>,
    tables: Mutex<Vec<Words>>,
}

impl Pool {
    pub(crate) const fn new(lexicon: Option<Arc<Lexicon>>) -> Self {
        Self { lexicon, tables: Mutex::new(Vec::new()) }
    }

    pub(crate) fn take(&self) -> Words {
        let kept = self.tables.lock().unwrap_or_else(PoisonError::into_inner).pop();
        kept.unwrap_or_else(|| {
            let lexicon = match &self.lexicon {
                Some(own) => own,
                None => Lexicon::built_in(),
            };
            Words::new(Arc::clone(lexicon))
        })
    }

    /// Keeps them for another text, unless they are many.
    pub(crate) fn put_back(&self, words: Words) {
        if words.are_many() {
            return;
        }
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).push(words);
    }
}

impl Clone for Pool {
    /// A clone reads texts of its own.
    fn clone(&self) -> Self {
        Self::new(self.lexicon.clone())
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pool")
    }
}
