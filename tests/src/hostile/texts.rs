//! Texts made to be slow, of any size.

use crate::workspace;

/// A text by name.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// Its name in a report.
    pub name: &'static str,
    make: fn(usize) -> String,
}

impl Text {
    /// The text, of `len` bytes or a few less.
    #[must_use]
    pub fn of_len(&self, len: usize) -> String {
        (self.make)(len)
    }
}

/// What the others are compared with: the long text of the benchmarks, again and again.
pub const NEWS: Text = Text { name: "news", make: news };

/// One text of each kind.
pub const TEXTS: &[Text] = &[
    // A single token.
    Text { name: "one letter", make: |len| repeat("م", len) },
    Text { name: "one long word", make: one_word },
    Text { name: "one Latin word", make: |len| repeat("a", len) },
    Text { name: "one number", make: |len| repeat("1", len) },
    Text { name: "cues, joined", make: |len| repeat("قال", len) }, // "he said"
    // Marks and invisible characters.
    Text { name: "one combining mark", make: |len| repeat("\u{064E}", len) }, // FATHA
    // MEEM with KASRA, SHADDA, FATHA, HAMZA BELOW, that is, in no canonical order.
    Text { name: "marks in disorder", make: marks_in_disorder },
    Text { name: "marks behind each letter", make: |len| repeat("م\u{0651}\u{064E}", len) },
    Text { name: "tatweel", make: |len| repeat("\u{0640}", len) },
    Text { name: "right-to-left marks", make: |len| repeat("\u{200F}", len) },
    // Embeddings, overrides and isolates that never end, and ends of none.
    Text {
        name: "unpaired controls",
        make: |len| repeat("\u{202A}\u{202B}\u{2066}\u{2067}\u{202E}", len),
    },
    Text { name: "unpaired ends", make: |len| repeat("\u{202C}\u{2069}", len) },
    Text { name: "NUL", make: |len| repeat("\0", len) },
    Text { name: "empty lines", make: |len| repeat("\n", len) },
    Text { name: "spaces", make: |len| repeat(" ", len) },
    // Signs of punctuation.
    Text { name: "straight quotes", make: |len| repeat("\"", len) },
    Text { name: "apostrophes", make: |len| repeat("'", len) },
    Text { name: "opening quotes", make: |len| repeat("«", len) },
    Text { name: "opening quotes, words", make: |len| repeat("«م ", len) },
    Text { name: "nested quotes", make: |len| nested("«", "»", len) },
    Text { name: "nested brackets", make: |len| nested("(", ")", len) },
    Text { name: "brackets and words", make: |len| nested("(م ", ") ", len) },
    Text { name: "full stops", make: |len| repeat(".", len) },
    Text { name: "full stops, spaces", make: |len| repeat(". ", len) },
    Text { name: "letters and stops", make: |len| repeat("م.", len) },
    Text { name: "numbers and stops", make: |len| repeat("1. ", len) },
    Text { name: "colons", make: |len| repeat("م: ", len) },
    Text { name: "addresses", make: |len| repeat("a@b.", len) },
    Text { name: "links", make: |len| repeat("http://a.b/", len) },
    Text { name: "hashtags", make: |len| repeat("#م_", len) },
    // Reports.
    Text { name: "cues", make: |len| repeat("قال ", len) },
    Text { name: "cues and colons", make: |len| repeat("قال: «", len) },
    Text { name: "complementizers", make: |len| repeat("إن ", len) }, // "that"
    Text { name: "cues that govern", make: |len| repeat("قال إن ", len) }, // "said that"
    // "Sami said: 'yes'."
    Text { name: "short quotes", make: |len| repeat("قال سامي: «نعم». ", len) },
    Text { name: "sources", make: |len| repeat("بحسب ", len) }, // "according to"
    // Names and titles.
    Text { name: "a given name", make: |len| repeat("محمد ", len) }, // Mohamed
    Text { name: "sons", make: |len| repeat("محمد بن ", len) },      // "Mohamed the son of"
    Text { name: "titles", make: |len| repeat("الوزير ", len) },     // "the minister"
    Text { name: "states", make: |len| repeat("الولايات المتحدة ", len) }, // "the United States"
    Text { name: "beginnings of names", make: |len| repeat("الولايات ", len) }, // "the States"
    Text { name: "proclitics", make: |len| repeat("و", len) },       // "and"
    Text { name: "proclitics apart", make: |len| repeat("و ", len) },
    Text { name: "articles", make: |len| repeat("ال", len) }, // "the"
    // Variety.
    Text { name: "words all different", make: different_words },
    Text { name: "names all different", make: different_names },
    Text { name: "every code point", make: code_points },
    Text { name: "presentation forms", make: presentation_forms },
    Text { name: "emoji, joined", make: |len| repeat("👩\u{200D}", len) },
    Text { name: "flags", make: |len| repeat("🇯", len) },
];

fn repeat(unit: &str, len: usize) -> String {
    unit.repeat(len / unit.len())
}

fn news(len: usize) -> String {
    let path = workspace::root().join("benches/haystacks/ar-huge.txt");
    let text = workspace::read(&path);
    cycle(&text.chars().collect::<Vec<_>>(), len)
}

/// Characters again and again.
fn cycle(chars: &[char], len: usize) -> String {
    let mut text = String::with_capacity(len);
    for c in chars.iter().cycle() {
        if text.len() + c.len_utf8() > len {
            return text;
        }
        text.push(*c);
    }
    text
}

fn nested(open: &str, close: &str, len: usize) -> String {
    let depth = len / (open.len() + close.len());
    open.repeat(depth) + &close.repeat(depth)
}

fn marks_in_disorder(len: usize) -> String {
    // KASRA, SHADDA, FATHA, HAMZA BELOW.
    "م".to_owned() + &repeat("\u{0650}\u{0651}\u{064E}\u{0655}", len.saturating_sub(2))
}

fn one_word(len: usize) -> String {
    let mut letters = letters();
    (0..len / 2).filter_map(|_| letters.next()).collect()
}

/// Words of nine letters.
fn different_words(len: usize) -> String {
    let mut letters = letters();
    let word = |_| letters.by_ref().take(9).chain([' ']).collect::<String>();
    (0..len / 19).map(word).collect()
}

/// "Mohamed …, the son of" somebody whom no list holds.
fn different_names(len: usize) -> String {
    let mut letters = letters();
    let name = |_| format!("محمد ال{} بن ", letters.by_ref().take(7).collect::<String>());
    (0..len / 33).map(name).collect()
}

/// Letters without end and without order, the same every time.
fn letters() -> impl Iterator<Item = char> {
    let all: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let mut state = 1_u64;
    std::iter::repeat_with(move || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all[(state >> 33) as usize % all.len()]
    })
}

fn code_points(len: usize) -> String {
    cycle(&('\0'..=char::MAX).collect::<Vec<_>>(), len)
}

fn presentation_forms(len: usize) -> String {
    let forms = ('\u{FB50}'..='\u{FDFF}').chain('\u{FE70}'..='\u{FEFF}');
    cycle(&forms.collect::<Vec<_>>(), len)
}
