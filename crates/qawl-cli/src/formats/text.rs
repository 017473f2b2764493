//! What a person likes to read.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use qawl::quotes::{Candidate, Reason, Rule};
use qawl::{Document, Mention, Quote, Span, TokenKind, entity};

use crate::formats::Layers;
use crate::formats::flat::Isolated;

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
    out: &mut Vec<u8>,
) -> io::Result<()> {
    match layers {
        Layers::All => all(id, document, out),
        Layers::Quotes => quotes_only(id, document, out),
    }
}

/// Title, quotes, names, and how much there is of everything.
fn all(id: &str, document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    title(id, document, out)?;
    quotes(document, out)?;
    names(document.mentions(), out)?;
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
fn quotes_only(id: &str, document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    title(id, document, out)?;
    quotes(document, out)?;
    refused(document, out)?;
    writeln!(out, "\n{}", count(document.quotes().len(), "quote"))
}

fn title(id: &str, document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    write!(out, "{}", Isolated(id))?;
    if let Some(first) = document.sentences().first().and_then(|s| s.get(document.text())) {
        write!(out, ": {}", Isolated(&beginning(first)))?;
    }
    writeln!(out)
}

/// The first words of a sentence, with U+2026 HORIZONTAL ELLIPSIS where it goes on.
pub(crate) fn beginning(sentence: &str) -> String {
    let Some((end, _)) = sentence.char_indices().nth(TITLE) else { return sentence.to_owned() };
    let start = sentence.get(..end).unwrap_or_default();
    let whole = start.rsplit_once(char::is_whitespace).map_or(start, |(words, _)| words);
    format!("{whole} \u{2026}")
}

fn quotes(document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let quotes = document.quotes();
    if !quotes.is_empty() {
        writeln!(out, "\nQuotes")?;
    }
    let ids: BTreeSet<usize> = quotes.iter().map(|quote| quote.id).collect();
    let mut nested = Nested { text: document.text(), inner: BTreeMap::new() };
    for quote in quotes {
        let outer = quote.within.filter(|outer| ids.contains(outer));
        nested.inner.entry(outer).or_default().push(quote);
    }
    nested.write(None, 1, out)
}

/// Quotes by the quote in whose words they stand.
struct Nested<'d> {
    text: &'d str,
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
        let kind = quote.kind.as_str();
        write!(out, "{indent}{}. {} ({kind}", quote.id, Isolated(speaker))?;
        if let Some(cue) = &quote.cue {
            write!(out, ", {}", Isolated(get(cue.span)))?;
        }
        let words: Vec<&str> = quote.content.iter().map(|&span| get(span)).collect();
        // U+2026 HORIZONTAL ELLIPSIS
        writeln!(out, ")\n{indent}   {}", Isolated(&words.join(" \u{2026} ")))?;
        quote.why.iter().try_for_each(|why| reason(quote.rule, why, indent, out))
    }
}

/// Quotation marks that hold no quote, where that was asked for.
fn refused(document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    if !document.refused().is_empty() {
        writeln!(out, "\nNo quotes")?;
    }
    document.refused().iter().try_for_each(|refused| {
        let words = refused.span.get(document.text()).unwrap_or_default();
        writeln!(out, "  {}: {}", refused.reason.as_str(), Isolated(&beginning(words)))
    })
}

/// The rule with its pattern, then who was asked, a line each.
fn reason(rule: Rule, why: &Reason, indent: &str, out: &mut Vec<u8>) -> io::Result<()> {
    write!(out, "{indent}   why: {} ({})", rule.as_str(), rule.pattern())?;
    if let Some(opener) = why.opener {
        write!(out, ", opened by a {}", opener.as_str())?;
    }
    writeln!(out)?;
    for Candidate { name, place, verdict, .. } in &why.candidates {
        let (place, verdict) = (place.as_str(), verdict.as_str());
        writeln!(out, "{indent}     {place}: {} {verdict}", Isolated(name))?;
    }
    Ok(())
}

fn names(mentions: &[Mention<'_>], out: &mut Vec<u8>) -> io::Result<()> {
    if !mentions.is_empty() {
        writeln!(out, "\nNames")?;
    }
    let mut types: BTreeMap<(usize, &str), Vec<&Mention<'_>>> = BTreeMap::new();
    for mention in mentions {
        let rank = TYPES.iter().position(|kind| *kind == mention.kind).unwrap_or(TYPES.len());
        types.entry((rank, &mention.kind)).or_default().push(mention);
    }
    types.into_iter().try_for_each(|((_, kind), mentions)| names_of_type(kind, &mentions, out))
}

/// The names of one type, the most frequent first, then in the order of the text.
fn names_of_type(kind: &str, mentions: &[&Mention<'_>], out: &mut Vec<u8>) -> io::Result<()> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        counts.entry(&mention.name).or_insert((0, at)).0 += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(_, (count, first))| (Reverse(count), first));
    write!(out, "  {} ({})", Isolated(kind), mentions.len())?;
    for (at, (name, (count, _))) in counts.into_iter().enumerate() {
        write!(out, "{} {}", if at == 0 { ":" } else { "," }, Isolated(name))?;
        if count > 1 {
            // U+00D7 MULTIPLICATION SIGN
            write!(out, " \u{00D7}{count}")?;
        }
    }
    writeln!(out)
}

/// «1 quote», «2 quotes».
fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
