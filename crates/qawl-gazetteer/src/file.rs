//! Reading the sections of a file in place.

use fst::raw::Fst;
use qawl_normalize::Profile;

use crate::entry::Flags;
use crate::error::{OpenError, OpenErrorKind};
use crate::filter::Filter;
use crate::format::{ENTRY, Layout, RULE, number};

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

    pub(crate) fn beginnings(self) -> Filter<'g> {
        Filter::new(self.section(|l| &l.beginnings))
    }

    pub(crate) fn heads(self) -> Filter<'g> {
        Filter::new(self.section(|l| &l.heads))
    }

    /// The keys; `None` only where they were never checked. Constant time.
    pub(crate) fn keys(self) -> Option<Fst<&'g [u8]>> {
        Fst::new(self.section(|l| &l.keys)).ok()
    }

    /// How many entries there are.
    pub(crate) fn entries(self) -> u32 {
        count(self.section(|l| &l.entries), ENTRY)
    }

    fn strings(self) -> u32 {
        count(self.section(|l| &l.string_ends), 1)
    }

    fn string_bytes(self, index: u32) -> &'g [u8] {
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

    /// The number of the string that is the type.
    pub(crate) fn kind(self, entry: u32) -> u32 {
        self.field(entry, 1).unwrap_or_default()
    }

    pub(crate) fn id(self, entry: u32) -> Option<&'g str> {
        let string = self.field(entry, 2)?.checked_sub(1)?;
        Some(self.string(string))
    }

    pub(crate) fn canonical(self, entry: u32) -> &'g str {
        self.field(entry, 3).map_or("", |string| self.string(string))
    }

    pub(crate) fn flags(self, entry: u32) -> Flags {
        self.field(entry, 4).and_then(Flags::from_bits).unwrap_or_default()
    }

    /// The entries of the posting that begins at `start`, best first.
    pub(crate) fn posting(self, start: u64) -> impl Iterator<Item = u32> + Clone + use<'g> {
        let postings = self.section(|l| &l.postings);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let count = number(postings, start).unwrap_or_default() as usize;
        (0..count).map_while(move |i| number(postings, start.checked_add(i + 1)?))
    }

    pub(crate) fn rules(self) -> u32 {
        count(self.section(|l| &l.rules), RULE)
    }

    pub(crate) fn rule(self, index: u32) -> StoredRule {
        let rules = self.section(|l| &l.rules);
        let field = |field| number(rules, index as usize * RULE + field).unwrap_or_default();
        StoredRule { code: field(0), value: field(1), kind: field(2) }
    }

    /// The types for which a rule with `code` and `word` speaks. A binary search in the rules.
    pub(crate) fn kinds_with_word(self, code: u32, word: &str) -> impl Iterator<Item = u32> {
        let key = move |rule: StoredRule| (rule.code, self.string_bytes(rule.value));
        let wanted = (code, word.as_bytes());
        let start = partition_point(self.rules(), |i| key(self.rule(i)) < wanted);
        let rules = (start..self.rules()).map(move |i| self.rule(i));
        rules.take_while(move |&rule| key(rule) == wanted).map(|rule| rule.kind)
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

    /// Checks that every number refers to something and every text is one. Linear.
    pub(crate) fn check(self) -> Result<(), OpenError> {
        self.check_strings()?;
        self.check_entries()?;
        self.check_postings()?;
        self.check_rules()?;
        let filters = [self.section(|l| &l.beginnings), self.section(|l| &l.heads)];
        if !filters.into_iter().all(Filter::is_valid) {
            return Err(OpenError::content("a filter has a wrong size"));
        }
        let keys = self.keys().ok_or_else(|| OpenError::content("the keys are not an FST"))?;
        keys.verify().map_err(|_| OpenError::content("the keys are damaged"))
    }

    fn check_strings(self) -> Result<(), OpenError> {
        let wrong = || OpenError::content("a string is out of place");
        let (ends, strings) = (self.section(|l| &l.string_ends), self.section(|l| &l.strings));
        let strings = std::str::from_utf8(strings).map_err(|_| wrong())?;
        let mut last = 0;
        for i in 0..count(ends, 1) {
            let end = number(ends, i as usize).ok_or_else(wrong)? as usize;
            if end < last || !strings.is_char_boundary(end) {
                return Err(wrong());
            }
            last = end;
        }
        if last == strings.len() && ends.len() % 4 == 0 { Ok(()) } else { Err(wrong()) }
    }

    fn check_entries(self) -> Result<(), OpenError> {
        let strings = self.strings();
        let fits = |entry: u32| {
            let field = |field| self.field(entry, field);
            let refers = field(0)? < strings && field(1)? < strings;
            let refers = refers && field(2)? <= strings && field(3)? < strings;
            Flags::from_bits(field(4)?).filter(|_| refers)
        };
        let whole = self.section(|l| &l.entries).len().is_multiple_of(ENTRY * 4);
        if whole && (0..self.entries()).all(|entry| fits(entry).is_some()) {
            return Ok(());
        }
        Err(OpenError::content("an entry refers to nothing"))
    }

    fn check_postings(self) -> Result<(), OpenError> {
        let postings = self.section(|l| &l.postings);
        let len = count(postings, 1) as usize;
        let mut at = 0;
        let mut fits = postings.len().is_multiple_of(4);
        while fits && at < len {
            let count = number(postings, at).unwrap_or_default() as usize;
            let mut entries = (at..at.saturating_add(count)).map(|i| number(postings, i + 1));
            fits = entries.all(|entry| entry.is_some_and(|entry| entry < self.entries()));
            at += 1 + count;
        }
        if fits { Ok(()) } else { Err(OpenError::content("a posting refers to nothing")) }
    }

    fn check_rules(self) -> Result<(), OpenError> {
        let strings = self.strings();
        let fits = |rule: StoredRule| {
            let word = rule.code > StoredRule::NOT_BEFORE || rule.value < strings;
            rule.kind < strings && rule.code <= StoredRule::RANK && word
        };
        let whole = self.section(|l| &l.rules).len().is_multiple_of(RULE * 4);
        if whole && (0..self.rules()).all(|i| fits(self.rule(i))) {
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
