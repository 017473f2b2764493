//! Many threads that share one of each thing: what they find is what one finds.

use std::sync::Barrier;
use std::thread;

use qawl::{Gazetteer, OffsetUnit, Pipeline};
use qawl_gazetteer::Fuzzy;
use serde_json::Value;

/// What threads share.
#[derive(Clone, Debug)]
pub struct Shared<D: AsRef<[u8]>> {
    /// All layers.
    pub pipeline: Pipeline,
    /// A list by itself, searched for misspelled names too.
    pub gazetteer: Gazetteer<D>,
}

impl<D: AsRef<[u8]> + Sync> Shared<D> {
    /// All that is found in a text, as it is written.
    ///
    /// # Panics
    /// Where it cannot be written.
    #[must_use]
    pub fn found(&self, text: &str) -> String {
        let document = self.pipeline.annotate(text);
        let names = self.gazetteer.mentions(text);
        let near = self.gazetteer.find_fuzzy(text, &Fuzzy::default());
        let near: Vec<Value> = near
            .map(|one| serde_json::json!([one.found().span().range(), one.distance()]))
            .collect();
        let all = serde_json::json!([document.offsets(OffsetUnit::Utf16), names, near]);
        all.to_string() + document.normalized().as_str()
    }

    /// Has each of so many threads go through all texts, each from another one on, at the same time, and
    /// compares what it finds with `alone`.
    ///
    /// # Panics
    /// Where a thread finds something else.
    pub fn compare(&self, texts: &[String], alone: &[String], threads: usize) {
        let start = Barrier::new(threads);
        let run = &|number: usize| {
            start.wait();
            let first = number * texts.len() / threads;
            for at in (first..texts.len()).chain(0..first) {
                assert!(self.found(&texts[at]) == alone[at], "text {at}, thread {number}");
            }
        };
        thread::scope(|scope| {
            (0..threads).for_each(|number| drop(scope.spawn(move || run(number))));
        });
    }
}
