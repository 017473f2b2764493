//! What a person likes to read.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use qawl::quotes::{Candidate, Reason, Rule};
use qawl::{Document, Mention, Quote, Span, TokenKind, entity};

use crate::formats::Layers;
use crate::formats::look::{Look, Part};

/// How many letters of a document its title shows.
const TITLE: usize = 60;

/// The order in which types of names are listed; others follow by their names.
const TYPES: [&str; 8] = [
    entity::PERSON,
    entity::ORGANIZATION,
    entity::MEDIA,
    entity::COUNTRY,
    entity::CITY,
    entity::REGION,
    entity::MONTH,
    entity::WEEKDAY,
];

/// A summary of these layers.
pub(crate) fn write(
    id: &str,
    document: &Document<'_>,
    layers: Layers,
    look: Look,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let summary = Summary { id, document, look };
    match layers {
        Layers::All => summary.all(out),
        Layers::Quotes => summary.quotes_only(out),
    }
}

/// What is summed up, and how it looks.
#[derive(Clone, Copy)]
struct Summary<'d, 't> {
    id: &'d str,
    document: &'d Document<'t>,
    look: Look,
}

impl Summary<'_, '_> {
    /// Title, quotes, names, and how much there is of everything.
    fn all(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let document = self.document;
        self.title(out)?;
        self.quotes(out)?;
        self.names(out)?;
        let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word).count();
        writeln!(
            out,
            "\n{}, {}, {}, {}",
            count(document.sentences().len(), "sentence"),
            count(words, "word"),
            count(document.quotes().len(), "quote"),
            count(document.mentions().len(), "name"),
        )
    }

    /// Title and quotes.
    fn quotes_only(&self, out: &mut Vec<u8>) -> io::Result<()> {
        self.title(out)?;
        self.quotes(out)?;
        self.refused(out)?;
        writeln!(out, "\n{}", count(self.document.quotes().len(), "quote"))
    }

    fn title(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let document = self.document;
        write!(out, "{}", self.look.show(Part::Heading, self.id))?;
        if let Some(first) = document.sentences().first().and_then(|s| s.get(document.text())) {
            write!(out, ": {}", self.look.show(Part::Plain, &beginning(first)))?;
        }
        writeln!(out)
    }

    fn heading(&self, words: &str, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "\n{}", self.look.show(Part::Heading, words))
    }

    fn quotes(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let quotes = self.document.quotes();
        if !quotes.is_empty() {
            self.heading("Quotes", out)?;
        }
        let ids: BTreeSet<usize> = quotes.iter().map(|quote| quote.id).collect();
        let (text, look) = (self.document.text(), self.look);
        let mut nested = Nested { text, look, inner: BTreeMap::new() };
        for quote in quotes {
            let outer = quote.within.filter(|outer| ids.contains(outer));
            nested.inner.entry(outer).or_default().push(quote);
        }
        nested.write(None, 1, out)
    }

    /// Quotation marks that hold no quote, where that was asked for.
    fn refused(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let document = self.document;
        if !document.refused().is_empty() {
            self.heading("No quotes", out)?;
        }
        document.refused().iter().try_for_each(|refused| {
            let words = beginning(refused.span.get(document.text()).unwrap_or_default());
            let reason = refused.reason.as_str();
            writeln!(out, "  {reason}: {}", self.look.show(Part::Plain, &words))
        })
    }

    fn names(&self, out: &mut Vec<u8>) -> io::Result<()> {
        let mentions = self.document.mentions();
        if !mentions.is_empty() {
            self.heading("Names", out)?;
        }
        let mut types: BTreeMap<(usize, &str), Vec<&Mention<'_>>> = BTreeMap::new();
        for mention in mentions {
            let rank = TYPES.iter().position(|kind| *kind == mention.kind).unwrap_or(TYPES.len());
            types.entry((rank, &mention.kind)).or_default().push(mention);
        }
        types
            .into_iter()
            .try_for_each(|((_, kind), mentions)| self.names_of_type(kind, &mentions, out))
    }

    /// The names of one type, the most frequent first, then in the order of the text.
    fn names_of_type(
        &self,
        kind: &str,
        mentions: &[&Mention<'_>],
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (at, mention) in mentions.iter().enumerate() {
            counts.entry(&mention.name).or_insert((0, at)).0 += 1;
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|&(_, (count, first))| (Reverse(count), first));
        write!(out, "  {} ({})", self.look.show(Part::Plain, kind), mentions.len())?;
        for (at, (name, (count, _))) in counts.into_iter().enumerate() {
            let name = self.look.show(Part::Plain, name);
            write!(out, "{} {name}", if at == 0 { ":" } else { "," })?;
            if count > 1 {
                // U+00D7 MULTIPLICATION SIGN
                write!(out, " \u{00D7}{count}")?;
            }
        }
        writeln!(out)
    }
}

/// The first words of a sentence, with U+2026 HORIZONTAL ELLIPSIS where it goes on.
pub(crate) fn beginning(sentence: &str) -> String {
    let Some((end, _)) = sentence.char_indices().nth(TITLE) else { return sentence.to_owned() };
    let start = sentence.get(..end).unwrap_or_default();
    let whole = start.rsplit_once(char::is_whitespace).map_or(start, |(words, _)| words);
    format!("{whole} \u{2026}")
}

/// Quotes by the quote in whose words they stand.
struct Nested<'d> {
    text: &'d str,
    look: Look,
    inner: BTreeMap<Option<usize>, Vec<&'d Quote>>,
}

impl Nested<'_> {
    /// The quotes that stand in `outer`, and under each, further in, those that stand in its own.
    fn write(&self, outer: Option<usize>, depth: usize, out: &mut Vec<u8>) -> io::Result<()> {
        for quote in self.inner.get(&outer).into_iter().flatten() {
            self.quote(quote, &"  ".repeat(depth), out)?;
            self.write(Some(quote.id), depth + 1, out)?;
        }
        Ok(())
    }

    fn quote(&self, quote: &Quote, indent: &str, out: &mut Vec<u8>) -> io::Result<()> {
        let get = |span: Span| span.get(self.text).unwrap_or_default();
        let speaker = quote.speaker.as_ref().map_or("unknown", |speaker| &speaker.name);
        let (kind, speaker) = (quote.kind.as_str(), self.look.show(Part::Speaker, speaker));
        write!(out, "{indent}{}. {speaker} ({kind}", quote.id)?;
        if let Some(cue) = &quote.cue {
            write!(out, ", {}", self.look.show(Part::Cue, get(cue.span)))?;
        }
        let words: Vec<&str> = quote.content.iter().map(|&span| get(span)).collect();
        // U+2026 HORIZONTAL ELLIPSIS
        let words = words.join(" \u{2026} ");
        writeln!(out, ")\n{indent}   {}", self.look.show(Part::Plain, &words))?;
        quote.why.iter().try_for_each(|why| self.reason(quote.rule, why, indent, out))
    }

    /// The rule with its pattern, then who was asked, a line each.
    fn reason(&self, rule: Rule, why: &Reason, indent: &str, out: &mut Vec<u8>) -> io::Result<()> {
        write!(out, "{indent}   why: {} ({})", rule.as_str(), rule.pattern())?;
        if let Some(opener) = why.opener {
            write!(out, ", opened by a {}", opener.as_str())?;
        }
        writeln!(out)?;
        for Candidate { name, place, verdict, .. } in &why.candidates {
            let (place, verdict) = (place.as_str(), verdict.as_str());
            let name = self.look.show(Part::Plain, name);
            writeln!(out, "{indent}     {place}: {name} {verdict}")?;
        }
        Ok(())
    }
}

/// «1 quote», «2 quotes».
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
