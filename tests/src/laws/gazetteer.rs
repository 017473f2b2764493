//! Names stand in the text.

use std::cmp::Reverse;

use qawl_core::{Span, entity};
use qawl_gazetteer::{Entry, Fuzzy, Gazetteer, GazetteerBuilder, Match, Policy};
use qawl_normalize::Profile;

use super::assert_cuts;

/// Names come from the left without overlap; their clitics stand before them in order.
pub fn names_stand_in_order<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>, text: &str) {
    let mut end = 0;
    for found in gazetteer.find_iter(text) {
        assert_cuts(found.span(), text);
        assert_eq!(found.span().get(text), Some(found.as_str()));
        let start = found.clitics().first().map_or(found.span(), |first| *first).start();
        assert!(start >= end, "{found:?} begins before {end}");
        assert_clitics(&found, text);
        // Only a person may be composed, of whom no list knows anything.
        let mention = found.mention();
        let is_composed = mention.kind == "person" && mention.id.is_none();
        assert!(found.entries().len() > 0 || is_composed, "{found:?}");
        end = found.span().end();
    }
}

/// Fuzzy search finds all that exact search finds, or a longer name that contains it; without edits it
/// finds the same.
pub fn misspelled_names_hide_none<D: AsRef<[u8]>>(
    gazetteer: &Gazetteer<D>,
    fuzzy: &Fuzzy,
    text: &str,
) {
    let found: Vec<_> = gazetteer.find_fuzzy(text, fuzzy).collect();
    let mut end = 0;
    for one in &found {
        assert_cuts(one.found().span(), text);
        assert!(one.found().span().start() >= end, "{one:?} begins before {end}");
        end = one.found().span().end();
    }
    for exact in gazetteer.find_iter(text) {
        let stands = found.iter().any(|one| match one.distance() {
            0 => one.found().span() == exact.span(),
            _ => one.found().span().contains(exact.span()),
        });
        assert!(stands, "{exact:?} is lost in {found:?}");
    }
    let without = gazetteer.find_fuzzy(text, &fuzzy.max_edits(0));
    assert!(without.map(|one| one.found().span()).eq(gazetteer.find_iter(text).map(|m| m.span())));
}

fn assert_clitics(found: &Match<'_, '_>, text: &str) {
    let mut end = 0;
    for clitic in found.clitics() {
        assert_cuts(*clitic, text);
        assert!(clitic.start() >= end && clitic.end() <= found.span().start(), "{found:?}");
        end = clitic.end();
    }
}

/// Each policy reports what its definition says of all matches, which stand in order. Quadratic in the
/// matches.
pub fn policies_choose_among_all<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>, text: &str) {
    // People are composed by the default policy alone.
    let search = gazetteer.search().without_kinds([entity::PERSON]);
    let find = |policy| search.clone().policy(policy).find_iter(text).collect::<Vec<_>>();
    let all = find(Policy::All);
    assert!(all.is_sorted_by_key(|found| (found.span().start(), Reverse(found.span().end()))));
    for (i, found) in all.iter().enumerate() {
        assert_cuts(found.span(), text);
        assert_clitics(found, text);
        assert!(!all[..i].iter().any(|other| other.span() == found.span()), "{found:?} twice");
    }
    let leftmost = find(Policy::LeftmostLongest);
    let by_default = gazetteer.search().find_iter(text).collect::<Vec<_>>();
    assert_eq!(ends(&by_default), ends(&gazetteer.find_iter(text).collect::<Vec<_>>()));
    let [all, leftmost] = [all, leftmost].map(|matches| rows(text, &matches));
    let no_subsumed = rows(text, &find(Policy::NoSubsumed));
    let longest = rows(text, &find(Policy::LongestDominantRight));
    let lies_in = |row: &Row, other: &Row| row != other && other.0.contains(row.0);
    let want = all.iter().filter(|row| !all.iter().any(|other| lies_in(row, other)));
    assert!(want.eq(&no_subsumed), "{no_subsumed:?} of {all:?}");
    assert_chosen(&leftmost, &all, |taken, row| {
        taken.0.start() < row.0.start() || (taken.0.start() == row.0.start() && taken.1 >= row.1)
    });
    assert_chosen(&longest, &all, |taken, row| {
        (taken.1, taken.0.start()) >= (row.1, row.0.start())
    });
}

/// The words of a match, the proclitics in the first of them included, and how many they are.
type Row = (Span, usize);

fn rows(text: &str, matches: &[Match<'_, '_>]) -> Vec<Row> {
    let row = |found: &Match<'_, '_>| {
        let first = Span::new(found.span().start(), found.span().start() + 1);
        let word = qawl_tokenize::tokens(text).find(|token| token.span.contains(first));
        (found.span().cover(word.map(|word| word.span).unwrap()), found.words())
    };
    let mut rows: Vec<Row> = matches.iter().map(row).collect();
    rows.sort_by_key(|row| (row.0.start(), Reverse(row.0.end())));
    rows
}

/// Those of `all` are chosen that overlap none before which `comes_first` puts another one chosen.
fn assert_chosen(chosen: &[Row], all: &[Row], comes_first: impl Fn(&Row, &Row) -> bool) {
    for pair in chosen.windows(2) {
        assert!(pair[0].0.end() <= pair[1].0.start(), "{chosen:?} overlap");
    }
    assert!(chosen.iter().all(|row| all.contains(row)), "{chosen:?} of {all:?}");
    for row in all.iter().filter(|row| !chosen.contains(row)) {
        let stands_for = |taken: &&Row| taken.0.overlaps(row.0) && comes_first(taken, row);
        assert!(chosen.iter().any(|taken| stands_for(&taken)), "{row:?} lost: {chosen:?}");
    }
}

fn ends(matches: &[Match<'_, '_>]) -> Vec<Span> {
    matches.iter().map(Match::span).collect()
}

/// What a search leaves out might as well not be in the list, under every policy.
pub fn stop_list_is_a_shorter_list(names: &[String], stopped: usize, text: &str) {
    let list = |names: &[String]| {
        let entries = names.iter().map(|name| Entry::new(name.as_str(), "x"));
        GazetteerBuilder::new(Profile::SEARCH).entries(entries).build().unwrap()
    };
    let (stops, rest) = names.split_at(stopped.min(names.len()));
    let fold = |name: &String| Profile::SEARCH.normalizer().normalize(name).into_owned();
    let stopped: Vec<String> = stops.iter().map(fold).collect();
    let rest: Vec<String> =
        rest.iter().filter(|name| !stopped.contains(&fold(name))).cloned().collect();
    let (whole, rest) =
        (Gazetteer::open(list(names)).unwrap(), Gazetteer::open(list(&rest)).unwrap());
    for policy in
        [Policy::LeftmostLongest, Policy::All, Policy::NoSubsumed, Policy::LongestDominantRight]
    {
        let found = whole.search().policy(policy).without_names(stops).mentions(text);
        assert_eq!(found, rest.search().policy(policy).mentions(text), "{policy:?}");
    }
}
