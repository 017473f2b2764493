//! brat's standoff format (<https://brat.nlplab.org/standoff.html>): for each document a file with the
//! text and one with what stands where, and for all of them `annotation.conf`, without which brat
//! shows nothing.
//!
//! A quote is a text-bound annotation `Quote` of one or more fragments, with its type as the attribute
//! `Type` and its speaker as a note. Relations lead to its `Cue`, its `Source`, the place of the
//! speaker's full name (`Speaker`), and the quote in whose words it stands. Offsets count Unicode code
//! points, whatever `--offsets` says: brat knows no other. No fragment goes over a line break, since
//! brat shows lines apart.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use qawl::{Document, OffsetUnit, Quote, Span};

use crate::error::Failure;
use crate::formats::Layers;
use crate::formats::flat::Flat;
use crate::formats::folder::Folder;
use crate::input::Source;
use crate::offsets::{Converter, Offsets, Unit};

/// What brat has to know, before and behind the types of names.
const ENTITIES: &str = "[entities]\nQuote\nCue\nSource\nSpeaker\n";
const REST: &str = "\n[relations]\n\
    HasCue\tArg1:Quote, Arg2:Cue\n\
    HasSource\tArg1:Quote, Arg2:Source\n\
    SaidBy\tArg1:Quote, Arg2:Speaker\n\
    Within\tArg1:Quote, Arg2:Quote\n\
    <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\
    \n[events]\n\
    \n[attributes]\nType\tArg:Quote, Value:Direct|Indirect|Mixed\n";

/// A folder that becomes a collection of brat's.
#[derive(Debug)]
pub(crate) struct Collection {
    folder: Folder,
    /// The types of names so far.
    types: BTreeSet<String>,
}

impl Collection {
    /// A collection in a folder, made where there is none.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let path = path.ok_or_else(|| {
            Failure::new("the format brat writes several files, expected -o with a folder")
        })?;
        Ok(Self { folder: Folder::open(path)?, types: BTreeSet::new() })
    }

    /// Writes the two files of a document.
    pub(crate) fn write(
        &mut self,
        Pair { id, text, standoff, types }: Pair,
    ) -> Result<(), Failure> {
        let name = self.folder.name(&id);
        self.types.extend(types);
        self.folder.file(&format!("{name}.txt"), &text)?;
        self.folder.file(&format!("{name}.ann"), &standoff)
    }

    /// Writes the configuration, unless the folder has one.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        const NAME: &str = "annotation.conf";
        if self.folder.path().join(NAME).exists() {
            return Ok(());
        }
        let types: String = self.types.iter().map(|kind| format!("{kind}\n")).collect();
        self.folder.file(NAME, &format!("{ENTITIES}{types}{REST}"))
    }
}

/// The two files of a document.
#[derive(Debug)]
pub(crate) struct Pair {
    id: String,
    text: String,
    standoff: String,
    /// The types of the names in it.
    types: BTreeSet<String>,
}

impl Pair {
    pub(crate) fn new(source: &Source<'_>, document: &Document<'_>, layers: Layers) -> Self {
        let (mut standoff, mut types) = (Standoff::new(document.text()), BTreeSet::new());
        document.quotes().iter().for_each(|quote| standoff.quote(quote));
        standoff.nesting(document.quotes());
        if layers == Layers::All {
            for mention in document.mentions() {
                let kind = type_name(&mention.kind);
                if let Some(number) = standoff.text_bound(&kind, &[mention.span]) {
                    standoff.note(number, mention.id.as_deref().unwrap_or(&mention.name));
                }
                types.insert(kind);
            }
        }
        let (id, text) = (source.id.to_string(), document.text().to_owned());
        Self { id, text, standoff: standoff.out, types }
    }
}

/// The lines about one text.
struct Standoff<'t> {
    text: &'t str,
    to: Converter<'t>,
    out: String,
    /// How many lines of each kind there are.
    bound: usize,
    relations: usize,
    attributes: usize,
    notes: usize,
    /// The annotations of quotes by their number, and of speakers by their place.
    quotes: BTreeMap<usize, usize>,
    speakers: BTreeMap<Span, usize>,
}

impl<'t> Standoff<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            to: Converter::new(text, Unit { unit: OffsetUnit::Chars }),
            out: String::new(),
            bound: 0,
            relations: 0,
            attributes: 0,
            notes: 0,
            quotes: BTreeMap::new(),
            speakers: BTreeMap::new(),
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let Some(own) = self.text_bound("Quote", &quote.content) else { return };
        self.quotes.insert(quote.id, own);
        self.attributes += 1;
        let kind = capitalized(quote.kind.as_str());
        let number = self.attributes;
        self.line(format_args!("A{number}\tType T{own} {kind}"));
        if let Some(speaker) = &quote.speaker {
            self.note(own, &speaker.name);
        }
        if let Some(cue) = quote.cue.as_ref().and_then(|cue| self.text_bound("Cue", &[cue.span])) {
            self.relation("HasCue", own, cue);
        }
        if let Some(source) = quote.source.and_then(|span| self.text_bound("Source", &[span])) {
            self.relation("HasSource", own, source);
        }
        let mention = quote.speaker.as_ref().and_then(|speaker| speaker.mention);
        if let Some(speaker) = mention.and_then(|mention| self.speaker(mention)) {
            self.relation("SaidBy", own, speaker);
        }
    }

    /// The annotation of a full name, one for all quotes that it answers for.
    fn speaker(&mut self, mention: Span) -> Option<usize> {
        if let Some(&known) = self.speakers.get(&mention) {
            return Some(known);
        }
        let number = self.text_bound("Speaker", &[mention])?;
        self.speakers.insert(mention, number);
        Some(number)
    }

    /// The relations between quotes, when all of them have their numbers.
    fn nesting(&mut self, quotes: &[Quote]) {
        for quote in quotes {
            let number = |id: usize| self.quotes.get(&id).copied();
            if let (Some(own), Some(outer)) = (number(quote.id), quote.within.and_then(number)) {
                self.relation("Within", own, outer);
            }
        }
    }

    /// Writes a text-bound annotation and answers its number; none where no characters stand there.
    fn text_bound(&mut self, kind: &str, spans: &[Span]) -> Option<usize> {
        let fragments: Vec<Span> = spans.iter().flat_map(|&span| lines(self.text, span)).collect();
        if fragments.is_empty() {
            return None;
        }
        self.bound += 1;
        let number = self.bound;
        let place = |&span: &Span| {
            let Offsets(start, end) = self.to.convert(span);
            format!("{start} {end}")
        };
        let places: Vec<String> = fragments.iter().map(place).collect();
        let words: Vec<&str> = fragments.iter().filter_map(|span| span.get(self.text)).collect();
        let (places, words) = (places.join(";"), words.join(" "));
        self.line(format_args!("T{number}\t{kind} {places}\t{words}"));
        Some(number)
    }

    fn relation(&mut self, kind: &str, from: usize, to: usize) {
        self.relations += 1;
        let number = self.relations;
        self.line(format_args!("R{number}\t{kind} Arg1:T{from} Arg2:T{to}"));
    }

    fn note(&mut self, about: usize, text: &str) {
        self.notes += 1;
        let (number, text) = (self.notes, Flat(text));
        self.line(format_args!("#{number}\tAnnotatorNotes T{about}\t{text}"));
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{line}");
    }
}

/// The parts of a span by line, without white space at their ends.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = span.start();
    let pieces = span.get(text).unwrap_or_default().split_inclusive('\n');
    pieces.filter_map(move |piece| {
        let trimmed = piece.trim();
        let first = start + (piece.len() - piece.trim_start().len());
        start += piece.len();
        (!trimmed.is_empty()).then(|| Span::new(first, first + trimmed.len()))
    })
}

/// The type of a name as brat wants it: ASCII letters, digits, hyphens, low lines.
fn type_name(kind: &str) -> String {
    let fits = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    capitalized(&kind.chars().map(fits).collect::<String>())
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_stay_within_lines() {
        let text = "نعم \r\n\n  لا"; // "yes / no"
        let found: Vec<_> = lines(text, Span::new(0, text.len())).collect();
        assert_eq!(found, [Span::new(0, 6), Span::new(12, 16)]);
        assert_eq!(found[1].get(text), Some("لا"));
    }

    #[test]
    fn types_become_words_of_ascii() {
        assert_eq!(type_name("sports club"), "Sports_club");
    }
}
