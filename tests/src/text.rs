//! Generators of texts.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::Union;
use qawl_core::Span;
use qawl_normalize::NormalizeOptions;

/// ARABIC FATHATAN to ARABIC SUKUN, MADDAH ABOVE, HAMZA ABOVE, HAMZA BELOW, SUPERSCRIPT ALEF,
/// SMALL HIGH JEEM, OPEN FATHATAN.
const MARKS: [char; 14] = [
    '\u{064B}', '\u{064C}', '\u{064D}', '\u{064E}', '\u{064F}', '\u{0650}', '\u{0651}', '\u{0652}',
    '\u{0653}', '\u{0654}', '\u{0655}', '\u{0670}', '\u{06DA}', '\u{08F0}',
];

/// The letters, those with a hamza or a tail of their own, Persian ones and ALEF WASLA.
const LETTERS: &str = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\
    \u{067E}\u{0686}\u{06A9}\u{06AF}\u{06CC}\u{06C1}\u{06D5}\u{0671}";

/// Words that clitics, names and reports are made of.
const WORDS: [&str; 36] = [
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
const CUES: [&str; 14] = [
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
const NAMES: [&str; 10] = [
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
const QUOTING: [&str; 22] = [
    "«", "»", "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2039}", "\u{203A}", "\u{FF02}",
    "\u{FD3E}", "\u{FD3F}", "\u{300A}", "'", "\u{2019}", "(", ")", ":", "،", ".", "؟", "!", "؛",
];

/// What text from the web brings along: controls, joiners, odd spaces, lone marks, emoji, numbers,
/// addresses, markup, other scripts, a replacement character.
const LITTER: [&str; 48] = [
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{00A0}",
    "\u{2003}",
    "\u{2028}",
    "\u{0085}",
    "\u{200C}",
    "\u{200D}",
    "\u{200E}",
    "\u{200F}",
    "\u{202B}",
    "\u{202C}",
    "\u{2067}",
    "\u{FEFF}",
    "\u{00AD}",
    "\u{0640}",
    "\u{0640}\u{0640}\u{0640}",
    "\u{064E}",
    "\u{0651}\u{0650}",
    "\u{0301}",
    "😀",
    "\u{1F468}\u{200D}\u{1F469}",
    "\u{1F1F1}\u{1F1E7}",
    "\u{2764}\u{FE0F}",
    "3.5",
    "٣٫٥",
    "12,345",
    "10:30",
    "2024/5/1",
    "٪",
    "https://example.org/a_b?c=(d)",
    "www.example.com.",
    "a.b@example.org",
    "#خبر_عاجل",
    "@user_1",
    "أ.ف.ب",
    "&nbsp;",
    "<b>",
    "G20",
    "é",
    "中文",
    "…",
    "\u{FFFD}",
];

/// An Arabic word: letters, with marks in every order and tatweels between them.
pub fn word() -> BoxedStrategy<String> {
    vec(cluster(), 1..9).prop_map(|clusters| clusters.concat()).boxed()
}

fn cluster() -> impl Strategy<Value = String> {
    let marks =
        prop_oneof![3 => Just(Vec::new()).boxed(), 2 => vec(select(&MARKS[..]), 1..4).boxed()];
    let tatweel = prop_oneof![9 => Just(""), 1 => Just("\u{0640}")];
    (select(letters()), marks, tatweel).prop_map(|(letter, marks, tatweel)| {
        std::iter::once(letter).chain(marks).chain(tatweel.chars()).collect()
    })
}

fn letters() -> Vec<char> {
    LETTERS.chars().collect()
}

/// A word in positional forms and ligatures, as some files for print give it.
pub fn presentation_word() -> BoxedStrategy<String> {
    let forms: Vec<char> = ('\u{FB50}'..='\u{FDFF}').chain('\u{FE70}'..='\u{FEFC}').collect();
    vec(prop_oneof![4 => select(forms), 1 => select(&MARKS[..])], 1..8)
        .prop_map(|chars| chars.into_iter().collect())
        .boxed()
}

/// A word that news is made of, plain or with something typed into it.
fn news_word() -> BoxedStrategy<String> {
    let plain = select(&WORDS[..]).prop_map(str::to_owned);
    let marked = (select(&WORDS[..]), any::<prop::sample::Index>(), select(&MARKS[..]))
        .prop_map(|(word, at, mark)| insert_behind(word, at.index(word.chars().count()), mark));
    prop_oneof![5 => plain, 1 => marked].boxed()
}

/// `text` with `c` behind its character number `at`.
#[must_use]
pub fn insert_behind(text: &str, at: usize, c: char) -> String {
    let chars = text.chars().enumerate();
    chars.flat_map(|(i, old)| std::iter::once(old).chain((i == at).then_some(c))).collect()
}

/// Text as it is met on the web.
pub fn messy() -> BoxedStrategy<String> {
    let litter = select(&LITTER[..]).prop_map(str::to_owned);
    let piece = Union::new_weighted(vec![
        (3, word()),
        (1, presentation_word()),
        (4, news_word()),
        (6, litter.boxed()),
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
    prop_oneof![4 => messy(), 4 => reported(), 2 => any::<String>(), 1 => word()].boxed()
}

/// Any options of a normalizer.
pub fn options() -> BoxedStrategy<NormalizeOptions> {
    let names = NormalizeOptions::NAMES;
    subsequence(names, 0..=names.len())
        .prop_map(|chosen| {
            let none = NormalizeOptions::new();
            chosen.iter().fold(none, |options, name| options.with_named(name).unwrap())
        })
        .boxed()
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
