//! What must hold for every list and every text.

use std::collections::BTreeMap;

use qawl_core::letters::{TATWEEL, is_mark};
use qawl_core::{Mention, Span};
use qawl_normalize::Profile;

use crate::checksum::checksum;
use crate::format::COVERED;
use crate::piece::{Piece, Pieces};
use crate::{Entry, EntryView, Flags, Gazetteer, GazetteerBuilder, Match, Rule, When};

/// A small generator with a fixed start: the same lists and texts on every machine.
struct Dice(u64);

impl Dice {
    /// A number below `sides` (xorshift64).
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.roll(choices.len())]
    }

    /// A word over few letters, so that words meet, clitics look like letters and folds matter.
    fn word(&mut self) -> String {
        let letters = ['و', 'ب', 'ل', 'ا', 'أ', 'م', 'ة'];
        let article = self.one_of(&["", "", "ال"]);
        let len = 1 + self.roll(3);
        article.chars().chain((0..len).map(|_| self.one_of(&letters))).collect()
    }

    fn name(&mut self) -> String {
        let words: Vec<String> = (0..1 + self.roll(3)).map(|_| self.word()).collect();
        words.join(self.one_of(&[" ", " ", "  ", "-"]))
    }

    fn entry(&mut self) -> Entry {
        let flags = match self.roll(12) {
            0 => Flags::default().exact(),
            1 => Flags::default().no_clitic(),
            2 => Flags::default().context(),
            _ => Flags::default(),
        };
        let kind = self.one_of(&["city", "person", "media"]);
        Entry::new(self.name(), kind).flags(flags)
    }

    /// Names of the list and other words, with proclitics, marks and gaps of all sorts.
    fn text(&mut self, entries: &[Entry]) -> String {
        let mut text = String::new();
        for _ in 0..24 {
            let clitic = self.one_of(&["", "", "و", "ف", "ب", "ل", "وب", "لـ", "وَلِ", "لـ\""]);
            let known = self.roll(entries.len() * 2);
            let name = entries.get(known).map_or_else(|| self.word(), |entry| entry.name.clone());
            let name = if clitic.ends_with('ل') && self.roll(2) == 0 {
                name.strip_prefix('ا').unwrap_or(&name).to_owned()
            } else {
                name
            };
            text.push_str(clitic);
            text.push_str(&name);
            // ARABIC FATHA and ARABIC TATWEEL behind a word.
            text.push_str(self.one_of(&["", "", "\u{064E}", "\u{0640}"]));
            text.push_str(self.one_of(&[" ", " ", " ", "، ", "-", "\n", "\u{200F} ", " («"]));
        }
        text
    }
}

/// A match of the naive matcher: where, behind which proclitics, which names.
#[derive(Debug, PartialEq, Eq)]
struct Found {
    span: Span,
    attached: Vec<Span>,
    names: Vec<(String, String)>,
}

/// Every way in which the text may write a name: proclitics and letters of its first word.
struct Written<'e> {
    order: usize,
    clitics: usize,
    dropped: &'static str,
    entry: &'e Entry,
}

fn fold(word: &str) -> String {
    Profile::SEARCH.normalizer().normalize(word).into_owned()
}

fn folded_pieces(text: &str) -> Vec<(Piece, String)> {
    Pieces::new(text).map(|p| (p, fold(slice(text, p.span)))).collect()
}

/// All written forms of all names: the words of a form lead to the entries.
fn written(entries: &[Entry]) -> BTreeMap<Vec<String>, Vec<Written<'_>>> {
    let mut forms: BTreeMap<Vec<String>, Vec<Written<'_>>> = BTreeMap::new();
    for entry in entries {
        let words: Vec<String> = folded_pieces(&entry.name).into_iter().map(|(_, w)| w).collect();
        for conjunction in ["", "و", "ف"] {
            for preposition in ["", "ب", "ل", "ك"] {
                for (i, dropped) in ["", "ا", "ال"].into_iter().enumerate() {
                    let Some(rest) = words[0].strip_prefix(dropped) else { continue };
                    if i > 0 && (preposition != "ل" || !rest.starts_with('ل')) {
                        continue;
                    }
                    let clitics = [conjunction, preposition].concat().chars().count();
                    if clitics > 0 && words.len() == 1 && words[0].chars().count() < 3 {
                        continue;
                    }
                    let mut form = words.clone();
                    form[0] = [conjunction, preposition, rest].concat();
                    let both = usize::from(!preposition.is_empty()) * 2;
                    let order = (both + usize::from(!conjunction.is_empty())) * 3 + i;
                    forms.entry(form).or_default().push(Written { order, clitics, dropped, entry });
                }
            }
        }
    }
    forms
}

/// The naive matcher: every window of words, the longest first, looked up as a whole.
fn naive(entries: &[Entry], text: &str) -> Vec<Found> {
    let forms = written(entries);
    let pieces = folded_pieces(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let best = (1..=4).rev().find_map(|len| {
            let window = pieces.get(at..at + len)?;
            let joined = window[1..].iter().all(|(piece, _)| piece.may_continue());
            let form: Vec<String> = window.iter().map(|(_, word)| word.clone()).collect();
            let span = window[0].0.span.cover(window[len - 1].0.span);
            let fits = window[0].0.may_begin() && joined;
            Some((read(forms.get(&form).filter(|_| fits)?, text, span)?, len))
        });
        at += best.as_ref().map_or(1, |&(_, len)| len);
        found.extend(best.map(|(found, _)| found));
    }
    found
}

/// The first reading, in the order of cuts, with an entry whose conditions hold.
fn read(written: &[Written<'_>], text: &str, span: Span) -> Option<Found> {
    (0..12).find_map(|order| {
        let forms: Vec<&Written<'_>> = written.iter().filter(|w| w.order == order).collect();
        let attached = clitic_spans(text, span, forms.first()?.clitics);
        let start = attached.last().map_or(span.start(), |last| last.end());
        let rest = slice(text, Span::new(start, span.end()));
        let holds = |w: &&&Written<'_>| {
            let flags = w.entry.flags;
            let spelled = w.entry.name.strip_prefix(w.dropped).map(spell) == Some(spell(rest));
            !(flags.context || flags.no_clitic && w.clitics > 0 || flags.exact && !spelled)
        };
        let mut entries: Vec<&Entry> = forms.iter().filter(holds).map(|w| w.entry).collect();
        entries.sort_by_key(|&entry| (!entry.flags.exact, entry));
        entries.dedup();
        let names = entries.iter().map(|e| (e.name.clone(), e.kind.clone())).collect();
        let span = Span::new(start, span.end());
        (!entries.is_empty()).then_some(Found { span, attached, names })
    })
}

fn slice(text: &str, span: Span) -> &str {
    span.get(text).unwrap()
}

fn spell(text: &str) -> Vec<&str> {
    Pieces::new(text).filter_map(|p| p.span.get(text)).collect()
}

/// The first `count` letters at `span`, each with the marks and the tatweel behind it.
fn clitic_spans(text: &str, span: Span, count: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (offset, c) in slice(text, span).char_indices() {
        let here = Span::new(offset, offset + c.len_utf8()).shift(span.start());
        let full = spans.len() == count;
        match spans.last_mut() {
            Some(last) if is_mark(c) || c == TATWEEL => *last = last.cover(here),
            _ if full => break,
            _ => spans.push(here),
        }
    }
    spans
}

fn build(entries: &[Entry]) -> Vec<u8> {
    GazetteerBuilder::new(Profile::SEARCH).entries(entries.to_vec()).build().unwrap()
}

#[test]
fn finds_what_the_naive_matcher_finds() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut total = 0;
    for _ in 0..60 {
        let entries: Vec<Entry> = (0..20).map(|_| dice.entry()).collect();
        let gazetteer = Gazetteer::open(build(&entries)).unwrap();
        for _ in 0..12 {
            let text = dice.text(&entries);
            let found: Vec<Found> = gazetteer
                .find_iter(&text)
                .map(|m| Found {
                    span: m.span(),
                    attached: attached(&text, &m),
                    names: m.entries().map(|e| (e.name().into(), e.kind().into())).collect(),
                })
                .collect();
            assert_eq!(found, naive(&entries, &text), "{text:?} with {entries:#?}");
            total += found.len();
        }
    }
    assert!(total > 3000, "too few matches to mean anything: {total}");
}

/// The proclitics in the word in which the match begins; those that stand as a word of their own
/// are not the naive matcher's concern.
fn attached(text: &str, found: &Match<'_, '_>) -> Vec<Span> {
    let begins =
        |p: &Piece| p.span.contains(Span::new(found.span().start(), found.span().start() + 1));
    let word = Pieces::new(text).find(begins).map(|p| p.span).unwrap_or_default();
    found.clitics().iter().copied().filter(|&clitic| word.contains(clitic)).collect()
}

/// Names among characters that no one expects: lone marks, ligatures, joiners, halves of things.
#[test]
fn spans_fit_whatever_the_text() {
    // ARABIC FATHA, SHADDA, TATWEEL, RIGHT-TO-LEFT MARK, ZERO WIDTH NON-JOINER, HAMZA ABOVE,
    // LIGATURE LAM WITH ALEF ISOLATED FORM, LIGATURE BISMILLAH, COMBINING ACUTE ACCENT.
    let odd = ["\u{064E}", "\u{0651}", "\u{0640}", "\u{200F}", "\u{200C}", "\u{0654}", "\u{FEFB}"];
    let odder = ["\u{FDFD}", "\u{0301}", "😀", "#", "@", "/", "«", "\"", "-", "\n", "\0", "7", "A"];
    let plain = ["و", "ل", "ب", "لل", "الأمم", "المتحدة", "لندن", " ", " "];
    let choices = [&odd[..], &odder[..], &plain[..], &plain[..]].concat();
    let gazetteer = Gazetteer::open(small()).unwrap();
    let mut dice = Dice(3);
    let mut total = 0;
    for _ in 0..3000 {
        let text: String = (0..16).map(|_| dice.one_of(&choices)).collect();
        let mut end = 0;
        for found in gazetteer.find_iter(&text) {
            for span in found.clitics().iter().copied().chain([found.span()]) {
                assert!(span.start() >= end && !span.is_empty(), "{text:?}: {found:?}");
                assert!(span.get(&text).is_some(), "{text:?}: {found:?}");
                end = span.end();
            }
            total += 1;
        }
    }
    assert!(total > 500, "too few matches to mean anything: {total}");
}

#[cfg(feature = "serde")]
#[test]
fn matches_serialize_as_mentions() {
    let gazetteer = Gazetteer::open(small()).unwrap();
    let found = gazetteer.find_iter("بلندن").next().unwrap();
    let json = serde_json::to_string(&found).unwrap();
    let want = r#"{"span":[2,10],"type":"city","id":null,"name":"لندن الكبرى","clitics":[[0,2]]}"#;
    assert_eq!(json, want);
    let entry = Entry::new("لندن", "city").flags(Flags::default().exact());
    let json = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
}

#[test]
fn the_order_of_entries_does_not_matter() {
    let mut dice = Dice(7);
    let entries: Vec<Entry> = (0..200).map(|_| dice.entry()).collect();
    let mut turned = entries.clone();
    turned.reverse();
    turned.extend(entries.iter().take(50).cloned());
    assert_eq!(build(&entries), build(&turned));
}

#[test]
fn what_is_read_is_what_was_written() {
    let mut dice = Dice(11);
    let mut entries: Vec<Entry> = (0..200).map(|_| dice.entry().id("Q1")).collect();
    let gazetteer = Gazetteer::open(build(&entries)).unwrap();
    entries.sort();
    entries.dedup();
    assert!(gazetteer.entries().map(EntryView::to_entry).eq(entries));
    assert_eq!(gazetteer.profile(), Profile::SEARCH);
}

fn small() -> Vec<u8> {
    GazetteerBuilder::new(Profile::SEARCH)
        .add(Entry::new("الأمم المتحدة", "organization").id("Q1065")) // the United Nations
        .add(Entry::new("لندن", "city").canonical("لندن الكبرى")) // London, Greater London
        .rule(Rule::new("city", When::Before("مدينة".into()))) // city
        .build()
        .unwrap()
}

#[test]
fn no_cut_of_a_file_opens() {
    let file = small();
    for len in 0..file.len() {
        assert!(Gazetteer::open(&file[..len]).is_err(), "{len} bytes");
    }
    assert!(Gazetteer::open([&file[..], &[0]].concat()).is_err());
}

#[test]
fn no_flipped_bit_opens() {
    let file = small();
    for place in 0..file.len() {
        for bit in 0..8 {
            let mut file = file.clone();
            file[place] ^= 1 << bit;
            assert!(Gazetteer::open(&file).is_err(), "bit {bit} of byte {place}");
        }
    }
}

/// Makes the checksum fit.
fn seal(file: &mut [u8]) {
    let sum = checksum(&file[COVERED..]).to_le_bytes();
    file[COVERED - 8..COVERED].copy_from_slice(&sum);
}

/// Files whose checksum fits, as a careless writer might make them: refused or read, no panic.
#[test]
fn no_false_file_panics() {
    let file = small();
    for place in COVERED..file.len() {
        for change in [1, 0x80, 0xFF] {
            let mut file = file.clone();
            file[place] ^= change;
            seal(&mut file);
            if let Ok(gazetteer) = Gazetteer::open(&file) {
                let mentions: Vec<Mention<'_>> = gazetteer.mentions("في مدينة لندن للأمم المتحدة");
                assert!(mentions.len() <= 2);
            }
        }
    }
}

#[test]
fn errors_say_what_is_wrong() {
    let file = small();
    let message = |file: &[u8]| Gazetteer::open(file).unwrap_err().to_string();
    let mut other = file.clone();
    other[8] = 9;
    assert_eq!(message(&other), "the gazetteer file has format 9, this program reads format 2");
    assert_eq!(message(&file[..20]), "the gazetteer file ends in its header");
    let mut other = file.clone();
    other[COVERED] = 7;
    seal(&mut other);
    assert!(message(&other).starts_with("the gazetteer was folded by version 7 of the profile"));
}
