//! What stands on the words of a document: names, quotes, and who speaks.

use std::collections::HashMap;
use std::io::Write;
use std::ops::Range;

use qawl::{Document, Mention, Quote, Span};

use crate::error::Failure;
use crate::formats::Layers;
use crate::formats::conllu::brackets::Brackets;
use crate::formats::flat::Flat;

/// The brackets of one document.
#[derive(Debug)]
pub(crate) struct Marks {
    brackets: Vec<Brackets>,
    /// For each quote the word at which it begins, its number and its speaker.
    speakers: Vec<(usize, usize, String)>,
    names: bool,
}

impl Marks {
    /// What is wanted of a document, on words in their order.
    pub(crate) fn new(document: &Document<'_>, layers: Option<Layers>, words: &[Span]) -> Self {
        let names = layers == Some(Layers::All);
        let mut brackets = Vec::new();
        if names {
            brackets.push(Brackets::new("Entity", words, entities(document.mentions())));
        }
        let mut speakers = Vec::new();
        if layers.is_some() {
            let quotes = document.quotes();
            brackets.extend(quote_brackets(quotes, words));
            speakers.extend(quotes.iter().filter_map(|quote| speaker(quote, words)));
            speakers.sort_unstable();
        }
        Self { brackets, speakers, names }
    }

    /// The comment that says what a bracket of a name holds.
    pub(crate) fn write_head(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        if self.names {
            writeln!(out, "# global.Entity = eid-etype")?;
        }
        Ok(())
    }

    /// Who says what begins among these words.
    pub(crate) fn write_speakers(
        &self,
        words: Range<usize>,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        let start = self.speakers.partition_point(|(word, ..)| *word < words.start);
        let speakers = self.speakers.iter().skip(start);
        for (_, number, name) in speakers.take_while(|(word, ..)| *word < words.end) {
            writeln!(out, "# speaker_of_quote_{number} = {}", Flat(name))?;
        }
        Ok(())
    }

    /// Adds what stands at a word to its last column.
    pub(crate) fn write(&self, word: usize, misc: &mut String) {
        self.brackets.iter().for_each(|brackets| brackets.write(word, misc));
    }
}

/// Names by the number of what they name. Those of one id are one; without an id, those of one type and name.
fn entities<'d>(
    mentions: &'d [Mention<'_>],
) -> impl Iterator<Item = (Span, String, Option<String>)> + 'd {
    let mut numbers = HashMap::new();
    mentions.iter().map(move |mention| {
        let next = numbers.len() + 1;
        let known = (mention.kind.as_ref(), mention.id.as_deref().unwrap_or(&mention.name));
        let number = *numbers.entry(known).or_insert(next);
        (mention.span, format!("e{number}"), Some(plain(&mention.kind)))
    })
}

/// What is said, what reports it, and who is named there.
fn quote_brackets(quotes: &[Quote], words: &[Span]) -> [Brackets; 3] {
    let contents = quotes.iter().flat_map(|quote| {
        let kind = quote.kind.as_str();
        quote.content.iter().map(move |&span| (span, quote.id.to_string(), Some(kind.to_owned())))
    });
    let cues = quotes.iter().filter_map(|quote| Some((quote.cue.as_ref()?.span, quote.id)));
    let sources = quotes.iter().filter_map(|quote| Some((quote.source?, quote.id)));
    let numbered = |(span, id): (Span, usize)| (span, id.to_string(), None);
    [
        Brackets::new("Quote", words, contents),
        Brackets::new("Cue", words, cues.map(numbered)),
        Brackets::new("Source", words, sources.map(numbered)),
    ]
}

fn speaker(quote: &Quote, words: &[Span]) -> Option<(usize, usize, String)> {
    let start = quote.content.iter().map(|span| span.start()).min()?;
    let word = words.partition_point(|word| word.end() <= start);
    Some((word, quote.id, quote.speaker.as_ref()?.name.clone()))
}

/// A type of a list of the user's own: what would end the column, the entry or the bracket is a low line.
fn plain(kind: &str) -> String {
    kind.replace(|c: char| c.is_whitespace() || matches!(c, '|' | '(' | ')' | '-' | '='), "_")
}
