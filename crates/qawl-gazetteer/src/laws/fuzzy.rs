//! Fuzzy search finds what comparing every word with every name finds.

use std::cmp::Reverse;

use qawl_core::Span;
use qawl_normalize::Profile;

use super::dice::Dice;
use crate::clitic::{Cut, cuts};
use crate::confusable::{exchange, gap};
use crate::edits::{EDIT, Rows, distance};
use crate::fold::Fold;
use crate::piece::{Piece, Pieces};
use crate::{Entry, Flags, Fuzzy, Gazetteer, GazetteerBuilder, Match};

const LETTERS: [char; 10] = ['و', 'ب', 'ل', 'ا', 'أ', 'م', 'ة', 'ه', 'د', 'ء'];

/// What [`Rows`] calculates a row at a time, as the textbook has it: a table of all pairs of beginnings.
fn textbook(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut d = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            let mut costs = Vec::new();
            if i > 0 {
                costs.push(d[i - 1][j] + gap(a[i - 1]));
            }
            if j > 0 {
                costs.push(d[i][j - 1] + gap(b[j - 1]));
            }
            if i > 0 && j > 0 {
                costs.push(d[i - 1][j - 1] + exchange(a[i - 1], b[j - 1]));
            }
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                costs.push(d[i - 2][j - 2] + EDIT);
            }
            d[i][j] = costs.into_iter().min().unwrap_or_default();
        }
    }
    d[a.len()][b.len()]
}

fn word(dice: &mut Dice) -> String {
    let article = dice.one_of(&["", "", "ال"]);
    let len = 1 + dice.roll(5);
    article.chars().chain((0..len).map(|_| dice.one_of(&LETTERS))).collect()
}

/// One letter put in, left out, exchanged or moved.
fn misspell(dice: &mut Dice, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let (at, letter) = (dice.roll(letters.len()), dice.one_of(&LETTERS));
    match dice.roll(4) {
        0 => letters.insert(at, letter),
        1 if letters.len() > 1 => drop(letters.remove(at)),
        2 if at > 0 => letters.swap(at - 1, at),
        _ => letters[at] = letter,
    }
    letters.into_iter().collect()
}

fn entry(dice: &mut Dice) -> Entry {
    let flags = match dice.roll(12) {
        0 => Flags::default().exact(),
        1 => Flags::default().no_clitic(),
        2 => Flags::default().context(),
        _ => Flags::default(),
    };
    let mut words: Vec<String> = (0..1 + dice.roll(3)).map(|_| word(dice)).collect();
    if dice.roll(8) == 0 {
        words.push(dice.one_of(&["7", "(", "A3", "b"]).to_owned());
    }
    Entry::new(words.join(" "), dice.one_of(&["city", "person"])).flags(flags)
}

/// Names, right and wrong, and other words, with proclitics and gaps of all sorts.
fn text(dice: &mut Dice, entries: &[Entry]) -> String {
    let mut text = String::new();
    for _ in 0..20 {
        text.push_str(dice.one_of(&["", "", "", "و", "ب", "ل", "وب"]));
        let known = entries.get(dice.roll(entries.len() * 2));
        let name = known.map_or_else(|| word(dice), |entry| entry.name.clone());
        for part in name.split_inclusive(' ') {
            let part = if dice.roll(3) == 0 { misspell(dice, part) } else { part.to_owned() };
            text.push_str(&part);
        }
        text.push_str(dice.one_of(&[" ", " ", " ", "، ", "-", "\n"]));
    }
    text
}

fn fuzzy(dice: &mut Dice) -> Fuzzy {
    let one = 1 + dice.roll(5);
    let fuzzy = Fuzzy::default().one_edit_from(one).two_edits_from(one + dice.roll(4));
    let fuzzy = fuzzy.max_edits(dice.one_of(&[0, 1, 2, 2]));
    let fuzzy = if dice.roll(2) == 0 { fuzzy.any_first_letter() } else { fuzzy };
    if dice.roll(3) > 0 { fuzzy.single_words() } else { fuzzy }
}

/// A list, its entries in order, and how names and texts are folded.
struct List {
    gazetteer: Gazetteer<Vec<u8>>,
    entries: Vec<(Entry, Vec<String>)>,
    fold: Fold,
}

impl List {
    fn new(dice: &mut Dice) -> Self {
        // The first folds hamza, the second keeps it.
        let profile = dice.one_of(&[Profile::SEARCH, Profile::DISPLAY]);
        let mut entries: Vec<Entry> = (0..30).map(|_| entry(dice)).collect();
        entries.sort();
        entries.dedup();
        let builder = GazetteerBuilder::new(profile).entries(entries.clone());
        let fold = Fold::new(profile.normalizer());
        let gazetteer = Gazetteer::open(builder.build().unwrap()).unwrap();
        let words = |name: &str| pieces(&fold, name).into_iter().map(|piece| piece.1).collect();
        let entries = entries.into_iter().map(|e| (e.clone(), words(&e.name))).collect();
        Self { gazetteer, entries, fold }
    }

    fn text(&self, dice: &mut Dice) -> String {
        let entries: Vec<Entry> = self.entries.iter().map(|entry| entry.0.clone()).collect();
        text(dice, &entries)
    }
}

fn pieces(fold: &Fold, text: &str) -> Vec<(Piece, String)> {
    Pieces::new(text).map(|piece| (piece, fold.fold(text, piece).into_owned())).collect()
}

/// How far words are from those of a name, if each is near enough.
fn apart(fuzzy: &Fuzzy, words: &[String], name: &[String]) -> Option<u32> {
    let one = |(a, b): (&String, &String)| {
        let letters = b.chars().all(char::is_alphabetic);
        let mut first = a.chars().zip(b.chars()).take(fuzzy.fixed(a));
        let alike = first.all(|(a, b)| exchange(a, b) < EDIT);
        let apart = textbook(a, b);
        let near = apart == 0 || apart <= fuzzy.bound(a) && letters && alike;
        near.then_some(u32::from(apart))
    };
    if words.len() == name.len() { words.iter().zip(name).map(one).sum() } else { None }
}

/// A match: where, how far, which names.
type Found = (Span, u32, Vec<(String, String)>);

fn names(found: &Match<'_, '_>) -> Vec<(String, String)> {
    found.entries().map(|entry| (entry.name().to_owned(), entry.kind().to_owned())).collect()
}

fn naive(list: &List, fuzzy: &Fuzzy, text: &str) -> Vec<Found> {
    let exact: Vec<Match<'_, '_>> = list.gazetteer.find_iter(text).collect();
    let pieces = pieces(&list.fold, text);
    let (mut at, mut found) = (0, Vec::new());
    while let Some((piece, _)) = pieces.get(at) {
        let begins = |m: &&Match<'_, '_>| {
            piece.span.contains(Span::new(m.span().start(), m.span().start() + 1))
        };
        let right = exact.iter().find(begins);
        let allows = |span: Span| {
            let start = |m: &Match<'_, '_>| m.clitics().first().unwrap_or(&m.span()).start();
            let cut = |m: &Match<'_, '_>| start(m) < span.end() && m.span().end() > span.end();
            right.is_none_or(|m| m.span().end() < span.end() && span.contains(m.span()))
                && !exact.iter().any(cut)
        };
        let best = misspelled(list, fuzzy, &pieces[at..]).into_iter().find(|m| allows(m.0));
        let best = best.or(right.map(|right| (right.span(), 0, names(right))));
        let end = best.as_ref().map_or(piece.span.end(), |best| best.0.end());
        at += pieces[at..].iter().take_while(|piece| piece.0.span.start() < end).count();
        found.extend(best);
    }
    found
}

/// The misspelled names with which `pieces` begin, best first.
fn misspelled(list: &List, fuzzy: &Fuzzy, pieces: &[(Piece, String)]) -> Vec<Found> {
    let (first, word) = &pieces[0];
    let mut all = Vec::new();
    for (order, cut) in cuts(word).enumerate().filter(|_| first.may_begin()) {
        for (entry, name) in &list.entries {
            let window = &pieces[..name.len().min(pieces.len())];
            let mut words: Vec<String> = window.iter().map(|piece| piece.1.clone()).collect();
            words[0] = [cut.dropped, cut.rest(word)].concat();
            let fits = window[1..].iter().all(|piece| piece.0.may_continue());
            let bears = |&d: &u32| fits && d > 0 && fuzzy.bears_in_text(name.len(), d);
            let distance = apart(fuzzy, &words, name).filter(bears);
            if let Some(distance) = distance
                && holds(entry, cut, word, name.len())
            {
                let key = (Reverse(name.len()), distance, order, name);
                let end = window[window.len() - 1].0.span.end();
                all.push((key, Span::new(first.span.start() + cut.len(), end), entry));
            }
        }
    }
    all.sort();
    let same = all.chunk_by(|a, b| a.0 == b.0);
    let name = |entry: &Entry| (entry.name.clone(), entry.kind.clone());
    same.map(|same| (same[0].1, same[0].0.1, same.iter().map(|m| name(m.2)).collect())).collect()
}

fn holds(entry: &Entry, cut: Cut, word: &str, pieces: usize) -> bool {
    let flags = entry.flags;
    let enough = pieces > 1 || cut.leaves_enough(word);
    enough && !flags.exact && !flags.context && (cut.is_bare() || !flags.no_clitic)
}

#[test]
fn rows_hold_the_distance() {
    let mut dice = Dice(5);
    for _ in 0..4000 {
        let a = word(&mut dice);
        let b = if dice.roll(2) == 0 { word(&mut dice) } else { misspell(&mut dice, &a) };
        for bound in 1..5 {
            let want = Some(textbook(&a, &b)).filter(|&distance| distance <= bound);
            assert_eq!(distance(&a, &b, bound), want, "{a} {b}");
        }
    }
}

#[test]
fn a_tight_row_needs_what_goes_on() {
    let mut dice = Dice(6);
    let (mut rows, mut needed, mut tight) = (Rows::default(), Vec::new(), 0);
    for _ in 0..4000 {
        rows.start(&word(&mut dice), 2);
        let mut goes_on = true;
        while goes_on {
            needed.clear();
            if rows.needed(&mut needed) {
                tight += 1;
                for letter in LETTERS {
                    let near = rows.push(letter);
                    rows.pop();
                    assert!(!near || needed.contains(&letter), "{letter} {rows:?}");
                }
            }
            goes_on = rows.push(dice.one_of(&LETTERS));
        }
    }
    assert!(tight > 1000, "{tight}");
}

#[test]
fn finds_what_brute_force_finds() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..60 {
        let list = List::new(&mut dice);
        for _ in 0..12 {
            let (text, fuzzy) = (list.text(&mut dice), fuzzy(&mut dice));
            let found = list.gazetteer.find_fuzzy(&text, &fuzzy);
            let found: Vec<Found> =
                found.map(|m| (m.found().span(), m.distance(), names(m.found()))).collect();
            assert_eq!(found, naive(&list, &fuzzy, &text), "{text:?} {fuzzy:?}");
            right += found.iter().filter(|found| found.1 == 0).count();
            wrong += found.iter().filter(|found| found.1 > 0).count();
        }
    }
    assert!(right > 1000 && wrong > 1000, "too few matches to mean anything: {right}, {wrong}");
}

#[test]
fn looks_up_what_brute_force_looks_up() {
    let mut dice = Dice(12);
    let mut total = 0;
    for _ in 0..60 {
        let list = List::new(&mut dice);
        for _ in 0..60 {
            let entry = dice.roll(list.entries.len());
            let name = misspell(&mut dice, &list.entries[entry].0.name);
            let fuzzy = fuzzy(&mut dice);
            let near = list.gazetteer.lookup(&name, &fuzzy);
            let near: Vec<_> = near.iter().map(|s| (s.distance, s.entry.to_entry())).collect();
            let words: Vec<String> = pieces(&list.fold, &name).into_iter().map(|p| p.1).collect();
            let apart = |(entry, name): &(Entry, Vec<String>)| {
                Some((apart(&fuzzy, &words, name)?, entry.clone()))
            };
            let mut want: Vec<_> = list.entries.iter().filter_map(apart).collect();
            want.sort();
            assert_eq!(near, want, "{name:?} {fuzzy:?}");
            total += near.len();
        }
    }
    assert!(total > 1500, "too few to mean anything: {total}");
}

#[test]
fn no_edits_find_what_is_written_right() {
    let mut dice = Dice(13);
    for _ in 0..40 {
        let list = List::new(&mut dice);
        let text = list.text(&mut dice);
        let spans = list.gazetteer.find_iter(&text).map(|found| found.span());
        let fuzzy = Fuzzy::default().max_edits(0);
        assert!(list.gazetteer.find_fuzzy(&text, &fuzzy).map(|m| m.found().span()).eq(spans));
    }
}
