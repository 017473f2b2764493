//! Reading the sections of a file in place.

use std::ops::RangeInclusive;

use qawl_normalize::Profile;

use crate::entry::Flags;
use crate::error::{OpenError, OpenErrorKind};
use crate::filter::Filter;
use crate::format::{ENTRY, Layout, PAYLOAD, REMOVED, RULE, number};
use crate::governors::Governors;
use crate::part::Part;
use crate::ruled::RuledWords;
use crate::sieve::Sieve;
use crate::table::{Table, Target};
use crate::words::Words;

/// A file, checked once; every access after that is in bounds, and total all the same.
#[derive(Clone, Copy, Debug)]
pub(crate) struct File<'g> {
    bytes: &'g [u8],
    layout: &'g Layout,
}

/// A rule as stored, and in the order in which they are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct StoredRule {
    pub(crate) code: u32,
    /// The number of the string that is its word; its rank; or 0.
    pub(crate) value: u32,
    /// The number of the string that is its type.
    pub(crate) kind: u32,
}

impl StoredRule {
    pub(crate) const BEFORE: u32 = 0;
    pub(crate) const AFTER: u32 = 1;
    pub(crate) const NOT_BEFORE: u32 = 2;
    pub(crate) const NUMBER: u32 = 3;
    pub(crate) const DEFINITE: u32 = 4;
    pub(crate) const QUOTED: u32 = 5;
    pub(crate) const RANK: u32 = 6;
    pub(crate) const PART: u32 = 7;
    pub(crate) const NOT_WITHIN: u32 = 8;
    /// The codes of rules whose value is no word.
    const WITHOUT_WORD: RangeInclusive<u32> = Self::NUMBER..=Self::PART;
}

impl<'g> File<'g> {
    pub(crate) const fn new(bytes: &'g [u8], layout: &'g Layout) -> Self {
        Self { bytes, layout }
    }

    fn section(self, of: fn(&Layout) -> &std::ops::Range<usize>) -> &'g [u8] {
        self.bytes.get(of(self.layout).clone()).unwrap_or_default()
    }

    pub(crate) fn profile(self) -> &'g str {
        std::str::from_utf8(self.section(|l| &l.profile)).unwrap_or_default()
    }

    fn beginnings(self) -> Filter<'g> {
        Filter::new(self.section(|l| &l.beginnings))
    }

    fn pairs(self) -> Filter<'g> {
        Filter::new(self.section(|l| &l.pairs))
    }

    /// What finds the places at which names may begin.
    pub(crate) fn sieve(self) -> Sieve<'g> {
        let (beginnings, pairs, table) = (self.beginnings(), self.pairs(), self.table());
        Sieve { file: self, beginnings, pairs, table }
    }

    pub(crate) fn table(self) -> Table<'g> {
        Table::new(self.section(|l| &l.table))
    }

    pub(crate) fn words(self) -> Words<'g> {
        Words::new(self.section(|l| &l.words))
    }

    /// How many entries there are.
    pub(crate) fn entries(self) -> u32 {
        count(self.section(|l| &l.entries), ENTRY)
    }

    fn strings(self) -> u32 {
        count(self.section(|l| &l.string_ends), 1)
    }

    pub(crate) fn string_bytes(self, index: u32) -> &'g [u8] {
        let ends = self.section(|l| &l.string_ends);
        let end = |i: u32| number(ends, i as usize).map(|end| end as usize);
        let start = index.checked_sub(1).map_or(Some(0), end);
        let (Some(start), Some(end)) = (start, end(index)) else { return &[] };
        self.section(|l| &l.strings).get(start..end).unwrap_or_default()
    }

    pub(crate) fn string(self, index: u32) -> &'g str {
        std::str::from_utf8(self.string_bytes(index)).unwrap_or_default()
    }

    /// Field `field` of entry `entry`.
    fn field(self, entry: u32, field: usize) -> Option<u32> {
        number(self.section(|l| &l.entries), (entry as usize).checked_mul(ENTRY)? + field)
    }

    pub(crate) fn name(self, entry: u32) -> &'g str {
        self.field(entry, 0).map_or("", |string| self.string(string))
    }

    pub(crate) fn name_bytes(self, entry: u32) -> &'g [u8] {
        self.field(entry, 0).map_or(&[], |string| self.string_bytes(string))
    }

    pub(crate) fn id(self, entry: u32) -> Option<&'g str> {
        let string = self.field(entry, 1)?.checked_sub(1)?;
        Some(self.string(string))
    }

    pub(crate) fn canonical(self, entry: u32) -> &'g str {
        self.field(entry, 2).map_or("", |string| self.string(string))
    }

    /// The number of the string that is the type.
    pub(crate) fn kind(self, entry: u32) -> u32 {
        self.field(entry, 3).unwrap_or_default() >> 8
    }

    pub(crate) fn flags(self, entry: u32) -> Flags {
        let bits = self.field(entry, 3).unwrap_or_default() & 0xFF;
        Flags::from_bits(bits).unwrap_or_default()
    }

    pub(crate) fn payload(self, entry: u32) -> Option<&'g str> {
        let payloads = self.section(|l| &l.payloads);
        let field = |i: u32, field| number(payloads, i as usize * PAYLOAD + field);
        let len = count(payloads, PAYLOAD);
        let place = partition_point(len, |i| field(i, 0).is_some_and(|other| other < entry));
        let string = field(place, 1).filter(|_| field(place, 0) == Some(entry))?;
        Some(self.string(string))
    }

    /// Name, type and identifier of the entries that lists below this one lose.
    pub(crate) fn removed(
        self,
    ) -> impl ExactSizeIterator<Item = (&'g str, &'g str, Option<&'g str>)> + Clone {
        let removed = self.section(|l| &l.removed);
        let field = move |i: u32, field| number(removed, i as usize * REMOVED + field);
        (0..count(removed, REMOVED)).map(move |i| {
            let part = |at| field(i, at).map_or("", |string| self.string(string));
            let id = field(i, 2).and_then(|id| id.checked_sub(1));
            (part(0), part(1), id.map(|string| self.string(string)))
        })
    }

    /// The entries of a name, best first.
    pub(crate) fn named(
        self,
        target: Target,
    ) -> impl ExactSizeIterator<Item = u32> + Clone + use<'g> {
        let postings = self.section(|l| &l.postings);
        let count = match target {
            Target::Entry(_) => 1,
            Target::Posting(start) => {
                let rest = postings.len() / 4 - (start as usize).min(postings.len() / 4);
                number(postings, start as usize).map_or(0, |count| rest.min(count as usize + 1) - 1)
            }
        };
        (0..count).map(move |i| match target {
            Target::Entry(entry) => entry,
            Target::Posting(start) => number(postings, start as usize + 1 + i).unwrap_or_default(),
        })
    }

    pub(crate) fn rules(self) -> u32 {
        count(self.section(|l| &l.rules), RULE)
    }

    pub(crate) fn rule(self, index: u32) -> StoredRule {
        let rules = self.section(|l| &l.rules);
        let field = |field| number(rules, index as usize * RULE + field).unwrap_or_default();
        StoredRule { code: field(0), value: field(1), kind: field(2) }
    }

    /// Whether there is a rule that refuses entries of type `kind`.
    pub(crate) fn may_refuse(self, kind: u32) -> bool {
        self.layout.refused.contains(&kind)
    }

    /// What the entries of type `kind` are to the names of people.
    pub(crate) fn part(self, kind: u32) -> Option<Part> {
        let parts = &self.layout.parts;
        parts.iter().find(|&&(other, _)| other == kind).map(|&(_, part)| part)
    }

    /// Whether a folded word stands within no name that is composed.
    pub(crate) fn is_outside(self, word: &str) -> bool {
        self.kinds_with_word(StoredRule::NOT_WITHIN, word).next().is_some()
    }

    /// Whether people are composed.
    pub(crate) fn composes(self) -> bool {
        !self.layout.parts.is_empty()
    }

    /// The number of the string that is the type of people, where a rule speaks for it.
    pub(crate) fn person(self) -> Option<u32> {
        self.layout.person
    }

    /// The types of entries that are parts of names.
    pub(crate) fn parts(self) -> impl Iterator<Item = (u32, Part)> {
        let rules = (0..self.rules()).map(move |i| self.rule(i));
        let parts = rules.filter(|rule| rule.code == StoredRule::PART);
        parts.filter_map(|rule| Some((rule.kind, Part::by_code(rule.value)?)))
    }

    /// Where the rules begin that speak of a word; they are sorted by code and word.
    pub(crate) fn ruled_words(self) -> RuledWords {
        let key = move |i: u32| {
            let rule = self.rule(i);
            (rule.code, self.string_bytes(rule.value))
        };
        let is_first = move |&i: &u32| i.checked_sub(1).is_none_or(|before| key(before) != key(i));
        let has_word = move |&i: &u32| !StoredRule::WITHOUT_WORD.contains(&self.rule(i).code);
        let words = (0..self.rules()).filter(has_word).filter(is_first);
        RuledWords::new(words.map(move |i| (i, key(i).0, key(i).1)))
    }

    /// The words before names of which rules speak.
    pub(crate) fn governors(self) -> Governors {
        let rules = (0..self.rules()).map(move |i| self.rule(i));
        let before =
            |rule: &StoredRule| [StoredRule::BEFORE, StoredRule::NOT_BEFORE].contains(&rule.code);
        Governors::new(rules.filter(before).map(move |rule| self.string(rule.value)))
    }

    /// Whether a rule may speak of names behind a word whose folded form has this hash.
    pub(crate) fn may_govern(self, hash: u64) -> bool {
        self.layout.governors.as_ref().is_none_or(|governors| governors.may_have(hash))
    }

    /// The types for which a rule with `code` and `word` speaks.
    pub(crate) fn kinds_with_word(self, code: u32, word: &str) -> impl Iterator<Item = u32> {
        let word = word.as_bytes();
        let speaks =
            move |rule: StoredRule| rule.code == code && self.string_bytes(rule.value) == word;
        let ruled = self.layout.ruled.as_ref();
        let first = ruled.and_then(|ruled| ruled.first(code, word, |i| speaks(self.rule(i))));
        let rules = (first.unwrap_or(self.rules())..self.rules()).map(move |i| self.rule(i));
        rules.take_while(move |&rule| speaks(rule)).map(|rule| rule.kind)
    }

    /// The types for which a rule with `code` speaks.
    pub(crate) fn kinds(self, code: u32) -> impl Iterator<Item = u32> {
        let start = partition_point(self.rules(), |i| self.rule(i).code < code);
        let rules = (start..self.rules()).map(move |i| self.rule(i));
        rules.take_while(move |rule| rule.code == code).map(|rule| rule.kind)
    }

    /// The profile that folded the names, where this version of it is known.
    pub(crate) fn check_profile(self) -> Result<Profile, OpenError> {
        let (name, version) = (self.profile(), self.layout.profile_version);
        let refuse = |message| Err(OpenError::new(OpenErrorKind::Profile, message));
        let Some(profile) = Profile::by_name(name) else {
            return refuse(format!("the gazetteer was folded by the unknown profile {name:?}"));
        };
        if u32::from(profile.version()) != version {
            let known = profile.version();
            return refuse(format!(
                "the gazetteer was folded by version {version} of the profile {name}, \
                 this program knows version {known}: build it again"
            ));
        }
        Ok(profile)
    }

    /// Checks what the checksum does not tell: that sections hold whole records, and the rules. What an
    /// entry, a posting or the table refers to is checked where it is used: the checksum fits, so that
    /// only a false writer can have made it wrong, and a look at all of it would take longer than reading
    /// the file.
    pub(crate) fn check(self) -> Result<(), OpenError> {
        let is_whole = |of: fn(&Layout) -> &std::ops::Range<usize>, numbers: usize| {
            self.section(of).len().is_multiple_of(4 * numbers)
        };
        let are_whole = is_whole(|l| &l.string_ends, 1)
            && is_whole(|l| &l.entries, ENTRY)
            && is_whole(|l| &l.postings, 1)
            && is_whole(|l| &l.rules, RULE)
            && is_whole(|l| &l.payloads, PAYLOAD)
            && is_whole(|l| &l.removed, REMOVED);
        if !are_whole {
            return Err(OpenError::content("a section ends within a record"));
        }
        let last = self.strings().checked_sub(1);
        let end = last.and_then(|last| number(self.section(|l| &l.string_ends), last as usize));
        if end.unwrap_or_default() as usize != self.section(|l| &l.strings).len() {
            return Err(OpenError::content("a string is out of place"));
        }
        let filters = [self.section(|l| &l.beginnings), self.section(|l| &l.pairs)];
        let table = self.section(|l| &l.table);
        if !filters.into_iter().all(Filter::is_valid) || !Table::is_valid(table) {
            return Err(OpenError::content("a filter or the table has a wrong size"));
        }
        if !Words::is_valid(self.section(|l| &l.words)) {
            return Err(OpenError::content("the words are no automaton"));
        }
        self.check_rules()
    }

    fn check_rules(self) -> Result<(), OpenError> {
        let strings = self.strings();
        let fits = |rule: StoredRule| {
            let word = StoredRule::WITHOUT_WORD.contains(&rule.code) || rule.value < strings;
            rule.kind < strings && rule.code <= StoredRule::NOT_WITHIN && word
        };
        if (0..self.rules()).all(|i| fits(self.rule(i))) {
            return Ok(());
        }
        Err(OpenError::content("a rule refers to nothing"))
    }
}

/// How many whole records of `width` numbers `row` holds.
fn count(row: &[u8], width: usize) -> u32 {
    u32::try_from(row.len() / (width * 4)).unwrap_or(u32::MAX)
}

/// The first of `0..len` for which `before` no longer holds.
fn partition_point(len: u32, before: impl Fn(u32) -> bool) -> u32 {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low + (high - low) / 2;
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
