//! Which of the matches of a text are reported where they overlap.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::found::Match;

/// Which of the matches of a text are reported where they overlap.
///
/// `All`, `NoSubsumed` and `LongestDominantRight` are the `ALL`, `NO_SUB` and `LONGEST_DOMINANT_RIGHT`
/// of Solr's tagger, but for one thing: a match takes whole words, the proclitics of its first word
/// included, and lengths are counted in words, not in characters. A mark inside a name counts as a word.
///
/// Of the readings of the same words there is one match, whatever the policy: the bare name if there is
/// one whose conditions hold, else the one with the fewest proclitics in front. So «وزير» (minister) is
/// never و + «زير» in a list that holds both.
///
/// Each example is of a list with the names «جامعة الدول» (league of states), «الدول العربية» (the
/// Arab states), «الدول», «العربية» and «العربية السعودية»:
///
/// ```
/// # use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
/// # use qawl_normalize::Profile;
/// # let names = ["جامعة الدول", "الدول العربية", "الدول", "العربية", "العربية السعودية"];
/// # let entries = names.map(|name| Entry::new(name, "x"));
/// # let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()?)?;
/// // "in the league of Arab states"
/// let found = gazetteer.search().policy(Policy::NoSubsumed).mentions("في جامعة الدول العربية");
/// assert_eq!(found.len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Policy {
    /// From the left, the longest that begins at each place, none overlapping one before it. People whom
    /// no list holds are composed by this policy alone.
    ///
    /// ```
    /// # use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
    /// # use qawl_normalize::Profile;
    /// # let names = ["جامعة الدول", "الدول العربية", "الدول", "العربية", "العربية السعودية"];
    /// # let entries = names.map(|name| Entry::new(name, "x"));
    /// # let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()?)?;
    /// let text = "جامعة الدول العربية"; // "the league of Arab states"
    /// let search = gazetteer.search().policy(Policy::LeftmostLongest);
    /// let found: Vec<_> = search.find_iter(text).map(|found| found.as_str()).collect();
    /// assert_eq!(found, ["جامعة الدول", "العربية"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[default]
    LeftmostLongest,
    /// Every match.
    ///
    /// ```
    /// # use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
    /// # use qawl_normalize::Profile;
    /// # let names = ["جامعة الدول", "الدول العربية", "الدول", "العربية", "العربية السعودية"];
    /// # let entries = names.map(|name| Entry::new(name, "x"));
    /// # let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()?)?;
    /// let text = "جامعة الدول العربية"; // "the league of Arab states"
    /// let search = gazetteer.search().policy(Policy::All);
    /// let found: Vec<_> = search.find_iter(text).map(|found| found.as_str()).collect();
    /// assert_eq!(found, ["جامعة الدول", "الدول العربية", "الدول", "العربية"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    All,
    /// Every match that lies in no other, whole: those that are left may overlap.
    ///
    /// ```
    /// # use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
    /// # use qawl_normalize::Profile;
    /// # let names = ["جامعة الدول", "الدول العربية", "الدول", "العربية", "العربية السعودية"];
    /// # let entries = names.map(|name| Entry::new(name, "x"));
    /// # let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()?)?;
    /// let text = "جامعة الدول العربية"; // "the league of Arab states"
    /// let search = gazetteer.search().policy(Policy::NoSubsumed);
    /// let found: Vec<_> = search.find_iter(text).map(|found| found.as_str()).collect();
    /// assert_eq!(found, ["جامعة الدول", "الدول العربية"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    NoSubsumed,
    /// The longest match first, of equally long ones the rightmost, and so on with what does not overlap
    /// those that are taken.
    ///
    /// ```
    /// # use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
    /// # use qawl_normalize::Profile;
    /// # let names = ["جامعة الدول", "الدول العربية", "الدول", "العربية", "العربية السعودية"];
    /// # let entries = names.map(|name| Entry::new(name, "x"));
    /// # let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).entries(entries).build()?)?;
    /// let search = gazetteer.search().policy(Policy::LongestDominantRight);
    /// let found = |text| search.find_iter(text).map(|found| found.as_str()).collect::<Vec<_>>();
    /// assert_eq!(found("جامعة الدول العربية"), ["الدول العربية"]); // "the league of Arab states"
    /// // "the Arab states", then "Saudi": the rightmost two words, then the word left of them
    /// assert_eq!(found("الدول العربية السعودية"), ["الدول", "العربية السعودية"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    LongestDominantRight,
}

impl Policy {
    /// Leaves of `matches` those that it reports, sorted by where they start, the longest first of those
    /// that start together. They may come from several gazetteers, all in one text: of those that take
    /// the same words the first one stays. Sorts, so takes `n log n` time.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
    /// use qawl_normalize::Profile;
    ///
    /// let list = |name| GazetteerBuilder::new(Profile::SEARCH).add(Entry::new(name, "x")).build();
    /// // the bank; the bank of Egypt
    /// let lists = [Gazetteer::open(list("بنك")?)?, Gazetteer::open(list("بنك مصر")?)?];
    /// let mut found: Vec<_> = lists.iter().flat_map(|list| list.find_iter("في بنك مصر")).collect();
    /// Policy::NoSubsumed.reduce(&mut found);
    /// assert_eq!(found.iter().map(|found| found.as_str()).collect::<Vec<_>>(), ["بنك مصر"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reduce(self, matches: &mut Vec<Match<'_, '_>>) {
        if matches.len() > 1 {
            matches.sort_by_key(|found| (found.whole().start(), Reverse(found.whole().end())));
            matches.dedup_by_key(|found| found.whole());
            match self {
                Self::LeftmostLongest => drop_overlapping(matches),
                Self::All => {}
                Self::NoSubsumed => drop_subsumed(matches),
                Self::LongestDominantRight => drop_dominated(matches),
            }
            // By the names: one may begin behind proclitics that belong to another.
            matches.sort_by_key(|found| (found.span().start(), Reverse(found.span().end())));
        }
    }
}

/// Of sorted matches: whatever begins in one that stays.
fn drop_overlapping(matches: &mut Vec<Match<'_, '_>>) {
    let mut end = 0;
    matches.retain(|found| {
        let is_free = found.whole().start() >= end;
        if is_free {
            end = found.whole().end();
        }
        is_free
    });
}

/// Of sorted matches, each with words of its own: what ends no later than one before it lies in that.
fn drop_subsumed(matches: &mut Vec<Match<'_, '_>>) {
    let mut end = 0;
    matches.retain(|found| {
        let reaches_on = found.whole().end() > end;
        end = end.max(found.whole().end());
        reaches_on
    });
}

fn drop_dominated(matches: &mut Vec<Match<'_, '_>>) {
    let mut ranked: Vec<_> = matches.iter().map(|found| (found.words(), found.whole())).collect();
    ranked.sort_unstable_by_key(|&(words, whole)| Reverse((words, whole.start())));
    // Where those that are taken begin and end.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, whole) in ranked {
        let before = taken.range(..whole.end()).next_back();
        if before.is_none_or(|(_, &end)| end <= whole.start()) {
            taken.insert(whole.start(), whole.end());
        }
    }
    matches.retain(|found| taken.get(&found.whole().start()) == Some(&found.whole().end()));
}
