//! `qawl eval quotes` against its definitions, written down once more in another way: characters in lists, all
//! pairs sorted by whole numbers, on annotations that chance makes.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use serde_json::{Value, json};

use crate::run::{folder, qawl_in};

/// How many files are scored.
const CASES: u64 = 40;

/// What texts and names are made of: letters in several spellings, FATHA, SHADDA, tatweel, digits, marks.
const ALPHABET: &str = "ابتالأإآىيةهؤوق١2_ab\u{064E}\u{0651}\u{0640}  ، .»\u{200F}😀";

const KINDS: [&str; 3] = ["direct", "indirect", "mixed"];

#[derive(Clone, Debug)]
struct Quote {
    kind: usize,
    /// In characters.
    content: Vec<[usize; 2]>,
    cue: Option<[usize; 2]>,
    speaker: Option<String>,
    optional: bool,
}

/// Xorshift: the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn text(&mut self, len: usize) -> Vec<char> {
        let alphabet: Vec<char> = ALPHABET.chars().collect();
        (0..len).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }

    fn span(&mut self, len: usize) -> [usize; 2] {
        let (one, other) = (self.below(len + 1), self.below(len + 1));
        [one.min(other), one.max(other)]
    }

    /// Some words out of a few, so that names are often alike.
    fn name(&mut self) -> Option<String> {
        let words =
            ["الحداد", "حداد", "سامي", "سامى", "ال", "أحمد", "احمد", "د.", "\u{064E}", "الأمة"];
        let count = self.below(6).checked_sub(1)?;
        let words: Vec<_> = (0..count).map(|_| words[self.below(words.len())]).collect();
        Some(words.join(" "))
    }

    fn quote(&mut self, len: usize) -> Quote {
        let spans = 1 + self.below(2);
        Quote {
            kind: self.below(3),
            content: (0..spans).map(|_| self.span(len)).collect(),
            cue: (self.below(3) > 0).then(|| self.span(len)),
            speaker: self.name(),
            optional: self.below(4) == 0,
        }
    }

    /// The quote as somebody else would mark it.
    fn like(&mut self, quote: &Quote, len: usize) -> Quote {
        let mut other = quote.clone();
        for place in other.content.iter_mut().flatten() {
            *place = (*place + self.below(3)).saturating_sub(1).min(len);
        }
        other.content.retain(|span| span[0] <= span[1]);
        if self.below(2) == 0 {
            other.speaker = self.name();
        }
        if self.below(4) == 0 {
            (other.kind, other.cue) = (self.below(3), Some(self.span(len)));
        }
        other
    }
}

/// What is counted.
#[derive(Debug, Default)]
struct Counts {
    gold: usize,
    found: usize,
    matched: usize,
    same_words: usize,
    same_speaker: usize,
    exact_speaker: usize,
    same_kind: usize,
    with_cue: usize,
    same_cue: usize,
    /// By kind: owed, matched, with the right speaker.
    kinds: [[usize; 3]; 3],
}

impl Counts {
    fn add(&mut self, text: &[char], gold: &[Quote], found: &[Quote]) {
        self.found += found.len();
        for owed in gold.iter().filter(|quote| !quote.optional) {
            self.gold += 1;
            self.kinds[owed.kind][0] += 1;
        }
        for (g, f) in matches(text, gold, found) {
            let (one, other) = (&gold[g], &found[f]);
            if one.optional {
                self.found -= 1;
                continue;
            }
            let names = [&one.speaker, &other.speaker].map(|name| name.as_deref().map(name_words));
            let speaker = usize::from(same_speaker(&names));
            self.matched += 1;
            self.same_words += usize::from(words(text, one) == words(text, other));
            self.same_speaker += speaker;
            self.exact_speaker += usize::from(names[0] == names[1]);
            self.same_kind += usize::from(one.kind == other.kind);
            self.with_cue += usize::from(one.cue.is_some());
            let meet = |a: [usize; 2], b: [usize; 2]| a[0] < b[1] && b[0] < a[1];
            self.same_cue += usize::from(one.cue.zip(other.cue).is_some_and(|(a, b)| meet(a, b)));
            self.kinds[one.kind][1] += 1;
            self.kinds[one.kind][2] += speaker;
        }
    }
}

/// A run of letters, digits and low lines is a word; marks and all else part words.
fn is_word(c: char) -> bool {
    c == '_' || (c.is_alphanumeric() && !('\u{064B}'..='\u{0652}').contains(&c))
}

/// Where the words begin that a quote covers.
fn words(text: &[char], quote: &Quote) -> BTreeSet<usize> {
    let begins = |&[start, end]: &[usize; 2]| {
        let is_first =
            move |&at: &usize| is_word(text[at]) && (at == start || !is_word(text[at - 1]));
        (start..end).filter(is_first)
    };
    quote.content.iter().flat_map(begins).collect()
}

/// The pairs of which no better one is: an F1 of one half and more, the best first, equal ones in order.
fn matches(text: &[char], gold: &[Quote], found: &[Quote]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (g, one) in gold.iter().enumerate() {
        for (f, other) in found.iter().enumerate() {
            let (one, other) = (words(text, one), words(text, other));
            let (both, all) = (one.intersection(&other).count(), one.len() + other.len());
            if all > 0 && 4 * both >= all {
                // Shares of at most a hundred words, as whole numbers.
                pairs.push((std::cmp::Reverse(both * 1_000_000_000 / all), g, f));
            }
        }
    }
    pairs.sort_unstable();
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    for (_, g, f) in pairs {
        if chosen.iter().all(|&(other_g, other_f)| g != other_g && f != other_f) {
            chosen.push((g, f));
        }
    }
    chosen
}

/// The words of a name in one spelling, without their article.
fn name_words(name: &str) -> Vec<String> {
    let dropped = ['\u{064E}', '\u{0651}', '\u{0640}', '\u{200F}'];
    let fold = |c: char| match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        c => c,
    };
    let folded: String = name.chars().filter(|c| !dropped.contains(c)).map(fold).collect();
    let words = folded.split(|c| !is_word(c)).filter(|word| !word.is_empty());
    let bare = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        let has_article = letters.len() > 4 && letters[..2] == ['ا', 'ل'];
        letters[if has_article { 2 } else { 0 }..].iter().collect()
    };
    words.map(bare).collect()
}

fn same_speaker(names: &[Option<Vec<String>>; 2]) -> bool {
    let [Some(gold), Some(found)] = names else { return names[0] == names[1] };
    let [gold, found] = [gold, found].map(|words| words.iter().collect::<BTreeSet<_>>());
    let common = gold.intersection(&found).count();
    let (is_fuller, is_shorter) = (common == gold.len(), common == found.len());
    !gold.is_empty()
        && !found.is_empty()
        && ((is_fuller && found.len() <= gold.len() + 3)
            || (is_shorter && 2 * found.len() >= gold.len()))
}

fn line(doc: &str, quotes: &[Quote], text: &[char], unit: &str) -> String {
    let before = |at: usize| text[..at].iter();
    let place = |at: usize| match unit {
        "bytes" => before(at).map(|c| c.len_utf8()).sum(),
        "utf16" => before(at).map(|c| c.len_utf16()).sum(),
        _ => at,
    };
    let span = |span: &[usize; 2]| span.map(place);
    let quotes: Vec<Value> = quotes
        .iter()
        .map(|quote| {
            json!({
                "type": KINDS[quote.kind],
                "content": quote.content.iter().map(span).collect::<Vec<_>>(),
                "cue": quote.cue.as_ref().map(span),
                "source": null,
                "speaker": quote.speaker,
                "optional": quote.optional,
            })
        })
        .collect();
    json!({"doc": doc, "offset_unit": unit, "quotes": quotes}).to_string() + "\n"
}

#[test]
fn eval_counts_what_its_definitions_say() {
    let mut matched = 0;
    for case in 1..=CASES {
        let mut random = Random(case);
        let folder = folder(&[]);
        let mut counts = Counts::default();
        let (mut gold_lines, mut found_lines) = (String::new(), String::new());
        for number in 0..4 {
            let doc = format!("d{number}");
            let len = random.below(120);
            let text = random.text(len);
            let gold: Vec<Quote> = (0..random.below(7)).map(|_| random.quote(len)).collect();
            let mut found: Vec<Quote> = gold.iter().map(|quote| random.like(quote, len)).collect();
            found.extend((0..random.below(3)).map(|_| random.quote(len)));
            let by = random.below(found.len() + 1);
            found.rotate_left(by);
            counts.add(&text, &gold, &found);
            fs::write(folder.path().join(format!("{doc}.txt")), text.iter().collect::<String>())
                .unwrap();
            let units = ["chars", "bytes", "utf16"];
            write!(gold_lines, "{}", line(&doc, &gold, &text, units[random.below(3)])).unwrap();
            write!(found_lines, "{}", line(&doc, &found, &text, units[random.below(3)])).unwrap();
        }
        fs::write(folder.path().join("gold"), gold_lines).unwrap();
        fs::write(folder.path().join("found"), found_lines).unwrap();
        let args = ["eval", "quotes", "gold", "found", "--texts", ".", "--format", "json"];
        assert_figures(&counts, &qawl_in(folder.path(), &args, "").json(), case);
        matched += counts.matched;
    }
    assert!(matched > 200, "{matched}");
}

fn assert_figures(counts: &Counts, report: &Value, case: u64) {
    let share =
        |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    let same = |found: &Value, want: f64, what: &str| {
        let found = found.as_f64().unwrap();
        assert!(
            (found - want).abs() < 1e-9,
            "case {case}, {what}: {found}, expected {want}: {counts:?}"
        );
    };
    same(&report["gold"], counts.gold as f64, "gold");
    same(&report["found"], counts.found as f64, "found");
    let rows = [
        ("detect", counts.matched),
        ("strict", counts.same_words),
        ("end_to_end", counts.same_speaker),
    ];
    for (name, hits) in rows {
        same(&report[name]["precision"], share(hits, counts.found), name);
        same(&report[name]["recall"], share(hits, counts.gold), name);
        same(&report[name]["f1"], share(2 * hits, counts.gold + counts.found), name);
    }
    same(&report["speaker"], share(counts.same_speaker, counts.matched), "speaker");
    same(&report["speaker_exact"], share(counts.exact_speaker, counts.matched), "speaker_exact");
    same(&report["type"], share(counts.same_kind, counts.matched), "type");
    same(&report["cue"], share(counts.same_cue, counts.with_cue), "cue");
    for (kind, [owed, hits, speaker]) in KINDS.into_iter().zip(counts.kinds) {
        let row = &report["types"][kind];
        same(&row["gold"], owed as f64, kind);
        same(&row["recall"], share(hits, owed), kind);
        same(&row["with_speaker"], share(speaker, owed), kind);
    }
}
