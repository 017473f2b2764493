//! The text itself, with what was found in it marked.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, PreEscaped, Render};
use qawl::quotes::Cue;
use qawl::{Document, Mention, Quote, Span};

use crate::formats::Layers;
use crate::formats::html::cutting::{Edge, Step, Stretch, cut};
use crate::formats::html::depth::marked_quotes;
use crate::formats::html::direction::{is_left_to_right, is_torn, with_stop};
use crate::formats::html::shown::Shown;
use crate::formats::html::tag::{Tag, close};
use crate::formats::html::terms;

/// A line of at most so many letters may be a headline.
const HEADLINE: usize = 140;
/// How many quotes inside one another get lines of their own under their words.
const LINES: usize = 3;

/// The attribute `dir`, where a stretch does not run as what is around it.
type Direction = Option<&'static str>;

/// What an element says of its words, the strongest first.
#[derive(Clone, Copy, Debug)]
enum Mark<'d> {
    /// One line of the text.
    Paragraph { is_headline: bool, direction: Direction },
    /// A part of what was said.
    Quote { quote: &'d Quote, direction: Direction, is_first: bool, is_last: bool },
    /// Where the text shows a speaker; the number is none where the quote was given to nobody.
    Speaker { number: Option<usize>, is_first: bool },
    /// The word that reports.
    Cue(usize, &'d Cue),
    /// A name.
    Name(&'d Mention<'d>),
    /// What keeps its order only apart from what stands around it.
    Apart,
}

impl Mark<'_> {
    const fn strength(&self) -> u8 {
        match self {
            Mark::Paragraph { .. } => 5,
            Mark::Quote { .. } => 4,
            Mark::Speaker { .. } => 3,
            Mark::Cue(..) => 2,
            Mark::Name(_) => 1,
            Mark::Apart => 0,
        }
    }
}

/// The text of a document as paragraphs with marks in them. Without its tags it is that text.
pub(super) fn article(document: &Document<'_>, layers: Layers) -> Markup {
    let text = document.text();
    let marks = marks(document, layers);
    let stretches: Vec<Stretch> = marks
        .iter()
        .map(|(span, mark)| Stretch { span: *span, strength: mark.strength() })
        .collect();
    let out = String::with_capacity(2 * text.len());
    let mut writer = Writer { levels: levels(document.quotes()), out };
    for step in cut(text.len(), &stretches) {
        match step {
            Step::Text(span) => {
                Shown(span.get(text).unwrap_or_default()).render_to(&mut writer.out);
            }
            Step::Open(index, edge) => {
                marks.get(index).into_iter().for_each(|(_, mark)| writer.open(mark, edge));
            }
            Step::Close(index, edge) => {
                marks.get(index).into_iter().for_each(|(_, mark)| writer.close(mark, edge));
            }
        }
    }
    PreEscaped(writer.out)
}

/// All that becomes an element, each within a paragraph.
fn marks<'d>(document: &'d Document<'_>, layers: Layers) -> Vec<(Span, Mark<'d>)> {
    let text = document.text();
    let paragraphs = paragraphs(text);
    let mut marks: Vec<(Span, Mark<'d>)> = Vec::new();
    for (index, &span) in paragraphs.iter().enumerate() {
        let is_headline = index == 0 && paragraphs.len() > 1 && is_headline(span, text);
        marks.push((span, Mark::Paragraph { is_headline, direction: direction(span, text) }));
    }
    let within = |span: Span| parts(span, &paragraphs);
    let marked = marked_quotes(document.quotes());
    for quote in document.quotes().iter().filter(|quote| marked.contains(&quote.id)) {
        let spans: Vec<Span> = quote.content.iter().flat_map(|&span| within(span)).collect();
        let last = spans.len().saturating_sub(1);
        marks.extend(spans.iter().filter_map(|&span| apart(span, text)));
        marks.extend(spans.into_iter().enumerate().map(|(index, span)| {
            let direction = direction(span, text);
            (span, Mark::Quote { quote, direction, is_first: index == 0, is_last: index == last })
        }));
    }
    for (span, (number, cue)) in cues(document) {
        marks.extend(within(span).map(|span| (span, Mark::Cue(number, cue))));
    }
    let mut known = BTreeSet::new();
    for (span, number) in speakers(document) {
        for part in within(span) {
            let is_first = number.is_some_and(|number| known.insert(number));
            marks.push((part, Mark::Speaker { number, is_first }));
        }
    }
    if layers == Layers::All {
        let names = document.mentions().iter();
        marks.extend(
            names.flat_map(|name| within(name.span).map(move |span| (span, Mark::Name(name)))),
        );
    }
    let torn = document.tokens().iter().filter(|token| is_torn(token, text));
    marks.extend(torn.map(|token| (token.span, Mark::Apart)));
    marks
}

fn direction(span: Span, text: &str) -> Direction {
    is_left_to_right(span.get(text).unwrap_or_default()).then_some("ltr")
}

/// What keeps the stop of a quotation in Latin letters on their side.
fn apart<'d>(span: Span, text: &str) -> Option<(Span, Mark<'d>)> {
    let whole = with_stop(span, text);
    let is_needed = whole != span && is_left_to_right(span.get(text)?);
    is_needed.then_some((whole, Mark::Apart))
}

/// The reporting words, each with the number of the first quote it reports.
fn cues<'d>(document: &'d Document<'_>) -> BTreeMap<Span, (usize, &'d Cue)> {
    let quotes = document.quotes().iter().rev();
    let cues = quotes.filter_map(|quote| Some((quote.id, quote.cue.as_ref()?)));
    cues.map(|(number, cue)| (cue.span, (number, cue))).collect()
}

/// The speakers whose place in the text can be led to, by their numbers.
pub(super) fn marked_speakers(document: &Document<'_>) -> BTreeSet<usize> {
    speakers(document).into_values().flatten().collect()
}

/// Where the text names speakers, with the number of the speaker: each place once, though the quotes
/// there may go to two.
fn speakers(document: &Document<'_>) -> BTreeMap<Span, Option<usize>> {
    let unnamed = document.quotes().iter().filter(|quote| quote.speaker.is_none());
    let mut places: BTreeMap<Span, Option<usize>> =
        unnamed.filter_map(|quote| quote.source).map(|span| (span, None)).collect();
    for (number, entry) in (1..).zip(&document.speakers()) {
        places.extend(entry.mentions.iter().map(|&span| (span, Some(number))));
    }
    places
}

/// The lines that hold more than blanks, without their breaks.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut start = 0;
    let lines = text.split_inclusive(['\n', '\r']).filter_map(|line| {
        let words = line.trim_end_matches(['\n', '\r']);
        let span = Span::new(start, start + words.len());
        start += line.len();
        (!words.trim().is_empty()).then_some(span)
    });
    lines.collect()
}

/// Whether the first line of a text stands above it: short, and no sentence.
fn is_headline(span: Span, text: &str) -> bool {
    let line = span.get(text).unwrap_or_default().trim_end();
    line.chars().nth(HEADLINE).is_none() && !line.ends_with(['.', '\u{06D4}', ':', '\u{2026}', '،'])
}

/// What of a span stands in paragraphs.
fn parts(span: Span, paragraphs: &[Span]) -> impl Iterator<Item = Span> {
    let first = paragraphs.partition_point(|paragraph| paragraph.end() <= span.start());
    let touched = paragraphs.iter().skip(first).take_while(move |p| p.start() < span.end());
    touched.map(move |paragraph| {
        Span::new(paragraph.start().max(span.start()), paragraph.end().min(span.end()))
    })
}

/// How many quotes stand inside each, one in the other: the line under an outer one lies lower.
fn levels(quotes: &[Quote]) -> BTreeMap<usize, usize> {
    let outer: BTreeMap<usize, Option<usize>> =
        quotes.iter().map(|quote| (quote.id, quote.within)).collect();
    let mut levels = BTreeMap::new();
    for quote in quotes {
        let (mut inner, mut level) = (quote.id, 0);
        while let Some(id) = outer.get(&inner).copied().flatten().filter(|_| level < LINES - 1) {
            level += 1;
            let known = levels.entry(id).or_insert(0);
            *known = level.max(*known);
            inner = id;
        }
    }
    levels
}

struct Writer {
    levels: BTreeMap<usize, usize>,
    out: String,
}

impl Writer {
    fn open(&mut self, mark: &Mark<'_>, edge: Edge) {
        let tag = Tag::open(&mut self.out, element(mark));
        let is_own = edge == Edge::Own;
        let tag = match *mark {
            Mark::Paragraph { is_headline, direction } => tag
                .with_some("class", is_headline.then_some("headline"))
                .with_some("dir", direction),
            Mark::Quote { quote, direction, is_first, .. } => {
                let anchor = (is_first && is_own).then(|| format!("q{}", quote.id));
                let level = self.levels.get(&quote.id).copied().unwrap_or(0);
                tag.with_some("id", anchor)
                    .with("class", format_args!("{} level{level}", quote.kind.as_str()))
                    .with("data-q", quote.id)
                    .with("data-tip", terms::tip(quote))
                    .with_some("dir", direction)
            }
            Mark::Speaker { number, is_first } => {
                let anchor = number.filter(|_| is_first && is_own);
                tag.with_some("id", anchor.map(|number| format!("w{number}")))
                    .with("class", "speaker")
                    .with_some("data-w", number)
            }
            Mark::Cue(number, cue) => {
                tag.with("class", "cue").with("title", terms::cue(number, cue))
            }
            Mark::Name(name) => {
                let colour = terms::name_type(&name.kind).colour.as_str();
                tag.with("class", format_args!("name {colour}")).with("title", terms::name(name))
            }
            Mark::Apart => tag.with("dir", "ltr"),
        };
        tag.end();
    }

    /// Closes an element; behind the last words of a quote stands its number, which leads to what is
    /// known of it.
    fn close(&mut self, mark: &Mark<'_>, edge: Edge) {
        if let Mark::Quote { quote, is_last: true, .. } = mark
            && edge == Edge::Own
        {
            Tag::open(&mut self.out, "a")
                .with("class", "number")
                .with("href", format_args!("#s{}", quote.id))
                .with("data-n", quote.id)
                .with("aria-label", terms::tip(quote))
                .end();
            close(&mut self.out, "a");
        }
        close(&mut self.out, element(mark));
    }
}

const fn element(mark: &Mark<'_>) -> &'static str {
    match mark {
        Mark::Paragraph { .. } => "p",
        Mark::Quote { .. } => "mark",
        Mark::Speaker { .. } | Mark::Name(_) => "span",
        Mark::Cue(..) => "b",
        Mark::Apart => "bdi",
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;
    use qawl::Pipeline;

    use super::*;

    static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::builder().build());

    /// What a page says: its text, and the words of each quote.
    #[derive(Debug, Default, PartialEq)]
    struct Said {
        text: String,
        quotes: BTreeMap<usize, String>,
    }

    /// Takes the tags out of a page, and puts the controls back that they name.
    fn said(page: &str) -> Said {
        let mut said = Said::default();
        let mut open: Vec<Option<usize>> = Vec::new();
        for (index, piece) in page.split('<').enumerate() {
            let (tag, text) = if index == 0 { ("", piece) } else { piece.split_once('>').unwrap() };
            match tag.strip_prefix('/') {
                Some(_) => drop(open.pop().unwrap()),
                None if index > 0 => {
                    open.push(attribute(tag, "data-q").map(|q| q.parse().unwrap()));
                }
                None => {}
            }
            let control =
                attribute(tag, "data-c").and_then(|code| u32::from_str_radix(code, 16).ok());
            let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            let words: String = control.and_then(char::from_u32).into_iter().collect::<String>()
                + &plain.replace("&amp;", "&");
            open.iter().flatten().for_each(|&q| said.quotes.entry(q).or_default().push_str(&words));
            said.text.push_str(&words);
        }
        assert!(open.is_empty());
        said
    }

    fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
        tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
    }

    /// What the page of `text` has to say.
    fn expected(text: &str, quotes: &[Quote]) -> Said {
        let marked = marked_quotes(quotes);
        let quotes = quotes.iter().filter(|quote| marked.contains(&quote.id));
        let words = |span: &Span| span.get(text).unwrap().replace(['\n', '\r'], "");
        let content = |quote: &Quote| quote.content.iter().map(words).collect();
        Said {
            text: text.to_owned(),
            quotes: quotes.map(|quote| (quote.id, content(quote))).collect(),
        }
    }

    /// Articles of the pieces of which quotes are made, and of what pages go wrong with.
    fn articles() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "قال ",
            "وأضافت ",
            "مشيرا إلى ",
            "بحسب ",
            "إن ",
            "أن ",
            "سامي حداد ",
            "وزيرة النقل ليلى منصور ",
            "الجسر جاهز ",
            "سنعود غدا ",
            "في بغداد ",
            "Reuters ",
            "We return. ",
            "https://example.org/ ",
            "«",
            "»",
            "\"",
            "“",
            "”",
            "'",
            ": ",
            ". ",
            "، ",
            "\n",
            "\r\n",
            "\n\n",
            "<b>",
            "&amp;",
            "\u{202E}",
            "\u{0}",
            "\u{200F}",
            "\u{FFFF}",
            "2.5%",
        ]);
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_page_says_what_its_document_says(text in articles()) {
            let document = PIPELINE.annotate(&text);
            let page = article(&document, Layers::All).into_string();
            prop_assert_eq!(said(&page), expected(&text, document.quotes()));
        }
    }

    #[test]
    fn a_quote_over_two_paragraphs_is_one_quote_in_two_parts() {
        // "Sami Haddad said: 'The bridge is ready today. / 'We return tomorrow'."
        let text = "قال سامي حداد: «الجسر جاهز اليوم.\n«سنعود غدا».";
        let document = PIPELINE.annotate(text);
        let page = article(&document, Layers::All).into_string();
        assert_eq!(page.matches("<mark ").count(), 2);
        assert_eq!(page.matches(" id=\"q1\"").count(), 1);
        assert_eq!(page.matches(" href=\"#s1\"").count(), 1);
        assert!(
            page.contains("</mark>.</p>\n<p>«<mark class=\"direct level0\" data-q=\"1\""),
            "{page}"
        );
    }

    #[test]
    fn lines_lie_lower_the_more_quotes_stand_inside() {
        let quotes = |within: &[Option<usize>]| {
            let mut quote = PIPELINE.annotate("قال سامي حداد إن الجسر جاهز.").quotes()[0].clone();
            let number = (1..).zip(within);
            number
                .map(|(id, &outer)| {
                    (quote.id, quote.within) = (id, outer);
                    quote.clone()
                })
                .collect::<Vec<_>>()
        };
        let levels = levels(&quotes(&[None, Some(1), Some(2), Some(3), None]));
        assert_eq!(levels, BTreeMap::from([(1, 2), (2, 2), (3, 1)]));
    }
}
