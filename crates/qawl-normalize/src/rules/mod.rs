//! The rules, one a file, and the order in which they apply.
//!
//! Each rule speaks of single characters. What needs neighbours (composition, number separators)
//! is asked for by the cluster engine once all single characters are decided.

use qawl_core::letters;

#[cfg(feature = "simd")]
use crate::classes::{Classes, Other, Others};
use crate::cluster::Letters;
use crate::{NormalizeOptions, Rule};

mod alef;
mod alef_maksura;
pub(crate) mod compose;
mod controls;
mod dagger_alef;
mod digits;
mod hamza_seats;
mod honorifics;
mod lone_hamza;
mod marks;
pub(crate) mod number_signs;
mod perso_arabic;
mod presentation_forms;
mod punctuation;
mod quotes;
mod quran_signs;
mod rare_alef;
mod small_letters;
mod tatweel;
mod teh_marbuta;
mod wasla;
mod whitespace;
mod zwnj;

/// The rules that exchange one letter for another, in order, and who of them changes a letter.
macro_rules! folds {
    ($($rule:ident: $module:ident),* $(,)?) => {
        /// What the single character `c` is written as. Applying it twice is applying it once.
        pub(crate) const fn fold(&self, c: char) -> char {
            $(let c = $module::fold(c, &self.options);)*
            c
        }

        /// Tells every rule that exchanges `c`, or what an earlier one made of it.
        pub(crate) fn folded_by(&self, c: char, mut tell: impl FnMut(Rule)) {
            let mut before = c;
            $(
                let c = $module::fold(before, &self.options);
                if c != before {
                    tell(Rule::$rule);
                }
                before = c;
            )*
            let _ = before;
        }
    };
}

/// The options, and what they mean for each character of the block U+0600..=U+06FF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Rules {
    options: NormalizeOptions,
    /// A bit for each character of the block that a rule may change or that may join another.
    active: [u64; 4],
    /// A bit for each of those that belong to the character before them: deleted ones and marks.
    joins: [u64; 4],
    /// A bit for each of those that are deleted wherever they stand.
    deleted: [u64; 4],
    #[cfg(feature = "simd")]
    classes: Classes,
    #[cfg(feature = "simd")]
    others: Others,
}

impl Rules {
    #[cfg(feature = "simd")]
    pub(crate) const fn new(options: NormalizeOptions) -> Self {
        let mut rules = Self {
            options,
            active: [0; 4],
            joins: [0; 4],
            deleted: [0; 4],
            classes: Classes::NONE,
            others: Others::NONE,
        };
        rules.sort();
        rules.classes = Classes::new(&rules);
        rules.others = Others::new(&rules);
        rules
    }

    #[cfg(not(feature = "simd"))]
    pub(crate) const fn new(options: NormalizeOptions) -> Self {
        let mut rules = Self { options, active: [0; 4], joins: [0; 4], deleted: [0; 4] };
        rules.sort();
        rules
    }

    /// Sets the bits of every character of the block.
    const fn sort(&mut self) {
        let rules = self;
        let mut low = 0;
        while low < 256 {
            if let Some(c) = char::from_u32(0x600 + low) {
                let (word, bit) = ((low / 64) as usize, 1 << (low % 64));
                let contextual = rules.is_contextual(c);
                let deleted = !contextual && rules.deletes(c, None);
                let joins = deleted || rules.is_joining_mark(c);
                if deleted {
                    rules.deleted[word] |= bit;
                }
                if joins {
                    rules.joins[word] |= bit;
                }
                if joins || contextual || rules.changes_letter(c) {
                    rules.active[word] |= bit;
                }
            }
            low += 1;
        }
    }

    #[cfg(feature = "simd")]
    pub(crate) const fn classes(&self) -> &Classes {
        &self.classes
    }

    /// What happens to the character at `at`, which is neither ASCII nor of the block.
    #[cfg(feature = "simd")]
    #[inline]
    pub(crate) fn other(&self, text: &str, at: usize) -> Other {
        self.others.sort(text, at, self)
    }

    pub(crate) const fn options(&self) -> NormalizeOptions {
        self.options
    }

    /// Whether U+0600 + `low` may change or join another character.
    pub(crate) const fn is_active(&self, low: u8) -> bool {
        bit(&self.active, low)
    }

    /// Whether U+0600 + `low`, an active character, belongs to the character before it.
    pub(crate) const fn joins(&self, low: u8) -> bool {
        bit(&self.joins, low)
    }

    /// Whether U+0600 + `low` is deleted wherever it stands.
    pub(crate) const fn is_deleted(&self, low: u8) -> bool {
        bit(&self.deleted, low)
    }

    /// Whether ASCII digits change. Nothing else in ASCII ever does.
    pub(crate) const fn changes_ascii_digits(&self) -> bool {
        digits::fold('0', &self.options) != '0'
    }

    /// Whether `c` is a mark that stays and may compose or change places with its neighbours.
    pub(crate) const fn is_joining_mark(&self, c: char) -> bool {
        self.options.compose && letters::is_mark(c) && !dagger_alef::is_contextual(c, &self.options)
    }

    /// Whether `c` may become one with the letter before it.
    #[cfg(feature = "simd")]
    pub(crate) const fn composes(&self, c: char) -> bool {
        self.options.compose && crate::MarkSet::MADDA_HAMZA.contains_mark(c)
    }

    /// Whether `c` becomes two characters.
    #[cfg(feature = "simd")]
    pub(crate) const fn splits(&self, c: char) -> bool {
        perso_arabic::split(c, &self.options).1.is_some()
    }

    /// Whether what becomes of `c` depends on its neighbours.
    pub(crate) const fn is_contextual(&self, c: char) -> bool {
        number_signs::is_contextual(c, &self.options)
            || dagger_alef::is_contextual(c, &self.options)
    }

    /// Whether `c` neither changes nor joins what stands before it, whatever that is.
    pub(crate) fn is_inert(&self, c: char) -> bool {
        let form = self.expansion(c).is_some();
        let stays = !form && !self.changes_letter(c) && !self.deletes(c, None);
        stays && (!self.options.compose || compose::is_inert(c))
    }

    /// Whether a cluster may begin with `c`.
    pub(crate) fn is_boundary(&self, c: char) -> bool {
        !self.options.compose || compose::is_boundary(c)
    }

    /// Writes what `c` becomes by itself behind `out`: nothing, itself or other characters. The
    /// character before it is `before` where `out` is empty.
    pub(crate) fn map(&self, c: char, before: Option<char>, out: &mut Letters) {
        match self.expansion(c) {
            Some(letters) => letters.chars().for_each(|c| self.map_letter(c, before, out)),
            None => self.map_letter(c, before, out),
        }
    }

    folds! {
        Zwnj: zwnj, DaggerAlef: dagger_alef, PersoArabic: perso_arabic, RareAlef: rare_alef,
        Wasla: wasla, Alef: alef, HamzaSeats: hamza_seats, TehMarbuta: teh_marbuta,
        AlefMaksura: alef_maksura, Digits: digits, Punctuation: punctuation, Quotes: quotes,
        Whitespace: whitespace,
    }

    /// Whether `c` is a combining hamza or maddah that is deleted if no letter takes it.
    pub(crate) const fn deletes_leftover(&self, c: char) -> bool {
        marks::deletes_leftover(c, &self.options)
    }

    fn map_letter(&self, c: char, before: Option<char>, out: &mut Letters) {
        let (letter, mark) = perso_arabic::split(c, &self.options);
        for c in [Some(letter), mark].into_iter().flatten() {
            if !self.deletes(c, out.last().copied().or(before)) {
                out.push(self.fold(c));
            }
        }
    }

    pub(crate) const fn deletes(&self, c: char, before: Option<char>) -> bool {
        self.deleted_by(c, before).is_some()
    }

    /// The rule that deletes `c` behind `before`.
    pub(crate) const fn deleted_by(&self, c: char, before: Option<char>) -> Option<Rule> {
        let options = &self.options;
        Some(match c {
            _ if marks::deletes(c, options) => Rule::Marks,
            _ if dagger_alef::deletes(c, before, options) => Rule::DaggerAlef,
            _ if tatweel::deletes(c, options) => Rule::Tatweel,
            _ if controls::deletes(c, before, options) => Rule::Controls,
            _ if zwnj::deletes(c, options) => Rule::Zwnj,
            _ if small_letters::deletes(c, options) => Rule::SmallLetters,
            _ if quran_signs::deletes(c, options) => Rule::QuranSigns,
            _ if lone_hamza::deletes(c, options) => Rule::LoneHamza,
            _ => return None,
        })
    }

    /// Tells every rule that changes `c` behind `before`, but those that look at what comes behind.
    pub(crate) fn told_by(&self, c: char, before: Option<char>, tell: &mut impl FnMut(Rule)) {
        match self.expansion(c) {
            Some(letters) => {
                let is_form = presentation_forms::letters(c, &self.options).is_some();
                tell(if is_form { Rule::PresentationForms } else { Rule::Honorifics });
                letters.chars().for_each(|c| self.letter_told_by(c, before, tell));
            }
            None => self.letter_told_by(c, before, tell),
        }
    }

    fn letter_told_by(&self, c: char, before: Option<char>, tell: &mut impl FnMut(Rule)) {
        let (letter, mark) = perso_arabic::split(c, &self.options);
        if mark.is_some() {
            tell(Rule::PersoArabic);
        }
        for c in [Some(letter), mark].into_iter().flatten() {
            match self.deleted_by(c, before) {
                Some(rule) => tell(rule),
                None => self.folded_by(c, &mut *tell),
            }
        }
    }

    pub(crate) const fn changes_letter(&self, c: char) -> bool {
        self.fold(c) != c || perso_arabic::split(c, &self.options).1.is_some()
    }

    /// The letters behind a ligature or a positional form; none for an honorific that is left out.
    pub(crate) fn expansion(&self, c: char) -> Option<&'static str> {
        presentation_forms::letters(c, &self.options)
            .or_else(|| honorifics::words(c, &self.options))
    }
}

const fn bit(set: &[u64; 4], low: u8) -> bool {
    (set[(low >> 6) as usize] >> (low & 63)) & 1 == 1
}
