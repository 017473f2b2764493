//! Generators of news: words, reports, pages. Arabic text in general comes from
//! [`qawl_normalize::proptest`].

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use qawl_core::Span;
use qawl_normalize::proptest::{litter, mark, presentation_word, word};

/// Words that clitics, names and reports are made of.
pub const WORDS: [&str; 36] = [
    "قال",
    "وقال",
    "وأضاف",
    "وأكد",
    "مشيرا",
    "مؤكدة",
    "بحسب",
    "وفقا",
    "إن",
    "أن",
    "إلى",
    "بأن",
    "قوله",
    "صرح",
    "يقول",
    "وزير",
    "الوزير",
    "وزيرة",
    "الخارجية",
    "المتحدثة",
    "باسم",
    "محمد",
    "علي",
    "سامر",
    "حداد",
    "بغداد",
    "ولبنان",
    "وبالرياض",
    "للأمم",
    "المتحدة",
    "آذار",
    "مارس",
    "رويترز",
    "وسيكتبونها",
    "مدرستها",
    "د",
];

/// Words that report: verbs, participles, prepositions, nouns, a passive.
pub const CUES: [&str; 14] = [
    "قال",
    "وقالت",
    "وأضاف",
    "أكد",
    "أوضحت",
    "مشيرا",
    "مؤكدة",
    "بحسب",
    "وفقا ل",
    "قوله",
    "وقيل",
    "سأل",
    "نقلا عن",
    "يقول",
];

/// Who reports: names, titles, bodies, nobody.
pub const NAMES: [&str; 10] = [
    "سامي حداد",
    "ليلى منصور",
    "وزير الخارجية محمد علي",
    "المتحدثة باسم الحزب",
    "الوزير",
    "رويترز",
    "وزارة الصحة اللبنانية",
    "مصدر",
    "علي",
    "",
];

/// Quotation marks of every kind, colon, dashes and stops.
pub const QUOTING: [&str; 22] = [
    "«", "»", "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2039}", "\u{203A}", "\u{FF02}",
    "\u{FD3E}", "\u{FD3F}", "\u{300A}", "'", "\u{2019}", "(", ")", ":", "،", ".", "؟", "!", "؛",
];

/// A word that news is made of, plain or with something typed into it.
fn news_word() -> BoxedStrategy<String> {
    let plain = select(&WORDS[..]).prop_map(str::to_owned);
    let marked = (select(&WORDS[..]), any::<prop::sample::Index>(), mark())
        .prop_map(|(word, at, mark)| insert_behind(word, at.index(word.chars().count()), mark));
    prop_oneof![5 => plain, 1 => marked].boxed()
}

/// `text` with `c` behind its character number `at`.
#[must_use]
pub fn insert_behind(text: &str, at: usize, c: char) -> String {
    let chars = text.chars().enumerate();
    chars.flat_map(|(i, old)| std::iter::once(old).chain((i == at).then_some(c))).collect()
}

/// A page of news as it is met on the web.
pub fn page() -> BoxedStrategy<String> {
    let piece = Union::new_weighted(vec![
        (3, word()),
        (1, presentation_word()),
        (4, news_word()),
        (6, litter()),
        (2, quoting()),
    ]);
    vec(piece, 0..24).prop_map(|pieces| pieces.concat()).boxed()
}

/// Reports, whole and broken: what makes one up in order, each part sometimes missing, with other
/// things between.
pub fn reported() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        3 => report(), 2 => inverted(), 2 => news_word(), 1 => quoting(), 1 => word()
    ];
    let gap = select(&[" ", " ", " ", ". ", "، ", "", "\n"][..]);
    vec((piece, gap), 0..12)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [piece.as_str(), gap]).collect())
        .boxed()
}

/// Paragraphs of reports whose marks all close.
pub fn closed() -> BoxedStrategy<String> {
    let marks = select(&[["«", "»"], ["\"", "\""], ["\u{201C}", "\u{201D}"], ["", ""]][..]);
    let opener = select(&[" إن ", " أن ", " إلى أن ", ": ", " بأن "][..]);
    let words = vec(news_word(), 1..9).prop_map(|words| words.join(" "));
    let report = (select(&CUES[..]), select(&NAMES[..]), opener, marks, words).prop_map(
        |(cue, name, opener, [open, close], words)| {
            format!("{cue} {name}{opener}{open}{words}{close}")
        },
    );
    let gap = select(&[". ", "، ", ".\n", "\n"][..]);
    vec((report, gap), 1..6)
        .prop_map(|all| all.iter().flat_map(|(report, gap)| [report.as_str(), gap]).collect())
        .boxed()
}

/// قال فلان إن: cue, name, complementiser or colon, clause.
fn report() -> BoxedStrategy<String> {
    let opener = select(&["إن ", "أن ", "إلى أن ", ": ", "بأن ", "ان ", ""][..]);
    (select(&CUES[..]), select(&NAMES[..]), opener, clause())
        .prop_map(|(cue, name, opener, clause)| format!("{cue} {name} {opener}{clause}"))
        .boxed()
}

/// «…»، قال فلان، «…»: the cue behind the words, or between them.
fn inverted() -> BoxedStrategy<String> {
    (clause(), select(&CUES[..]), select(&NAMES[..]), prop::option::of(clause()))
        .prop_map(|(before, cue, name, behind)| match behind {
            Some(behind) => format!("{before}، {cue} {name}، {behind}"),
            None => format!("{before}، {cue} {name}."),
        })
        .boxed()
}

/// Some words, mostly in marks that mostly match, sometimes with a report inside.
fn clause() -> BoxedStrategy<String> {
    let inner = prop_oneof![
        5 => vec(news_word(), 1..9).prop_map(|words| words.join(" ")),
        1 => (select(&CUES[..]), news_word())
            .prop_map(|(cue, word)| format!("{word} {cue} علي: «{word} إلى {word}» ثم {word}")),
    ];
    let marks = prop_oneof![
        4 => Just(("«".to_owned(), "»".to_owned())),
        2 => Just(("\"".to_owned(), "\"".to_owned())),
        2 => Just((String::new(), String::new())),
        1 => (quoting(), quoting()),
    ];
    (marks, inner).prop_map(|((open, close), inner)| format!("{open}{inner}{close}")).boxed()
}

fn quoting() -> BoxedStrategy<String> {
    select(&QUOTING[..]).prop_map(str::to_owned).boxed()
}

/// Any text at all, mostly of the kinds above.
pub fn anything() -> BoxedStrategy<String> {
    prop_oneof![4 => page(), 4 => reported(), 3 => qawl_normalize::proptest::anything()].boxed()
}

/// A text and a span of it, on character boundaries.
pub fn text_with_span() -> BoxedStrategy<(String, Span)> {
    (anything(), any::<prop::sample::Index>(), any::<prop::sample::Index>())
        .prop_map(|(text, one, other)| {
            let boundaries: Vec<usize> =
                text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (one, other) = (one.get(&boundaries), other.get(&boundaries));
            (text, Span::new(*one.min(other), *one.max(other)))
        })
        .boxed()
}
