//! The rules, one a file, and the order in which they apply.
//!
//! Each rule speaks of single characters. What needs neighbours (composition, number separators)
//! is asked for by the cluster engine once all single characters are decided.

use qawl_core::letters;

#[cfg(feature = "simd")]
use crate::blocks::Classes;
use crate::cluster::Letters;
use crate::others::{Other, Others};
#[cfg(not(feature = "simd"))]
use crate::windows::Classes;
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

/// The last character before the one at hand that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Before {
    /// What it became.
    pub(crate) result: Option<char>,
    /// What it was before it was folded, if it is of the same cluster.
    pub(crate) letter: Option<char>,
}

impl Before {
    const NOTHING: Self = Self { result: None, letter: None };
}

/// What happens to a character of the block U+0600..=U+06FF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Action {
    /// It stays, and joins nothing before it.
    Stays,
    /// It is deleted, wherever it stands.
    Vanishes,
    /// It is a mark that may compose or change places with what stands before it, or depends on
    /// that.
    Joins,
    /// It becomes the one character that it is [folded](Rules::fold) to.
    Becomes,
    /// What happens depends on its neighbours, or is more than one character.
    Changes,
}

/// The options, and what they mean for each character of the block U+0600..=U+06FF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Rules {
    options: NormalizeOptions,
    /// For each character of the block.
    actions: [Action; 256],
    classes: Classes,
    others: Others,
}

impl Rules {
    pub(crate) const fn new(options: NormalizeOptions) -> Self {
        let mut rules = Self {
            options,
            actions: [Action::Stays; 256],
            classes: Classes::NONE,
            others: Others::NONE,
        };
        rules.sort();
        rules.classes = Classes::new(&rules);
        rules.others = Others::new(&rules);
        rules
    }

    const fn sort(&mut self) {
        let mut low = 0;
        while low < 256 {
            if let Some(c) = char::from_u32(0x600 + low) {
                self.actions[low as usize] = self.action_of(c);
            }
            low += 1;
        }
    }

    const fn action_of(&self, c: char) -> Action {
        if dagger_alef::is_contextual(c, &self.options) {
            Action::Joins
        } else if self.is_number_sign(c) {
            Action::Changes
        } else if self.deletes(c) {
            Action::Vanishes
        } else if self.options.compose && letters::is_mark(c) {
            Action::Joins
        } else if perso_arabic::split(c, &self.options).1.is_some() {
            Action::Changes
        } else if self.fold(c) != c {
            Action::Becomes
        } else {
            Action::Stays
        }
    }

    pub(crate) const fn classes(&self) -> &Classes {
        &self.classes
    }

    /// What happens to the character at `at`, which is neither ASCII nor of the block.
    #[inline]
    pub(crate) fn other(&self, text: &str, at: usize) -> Other {
        self.others.sort(text, at, self)
    }

    pub(crate) const fn options(&self) -> NormalizeOptions {
        self.options
    }

    /// What happens to U+0600 + `low`.
    pub(crate) const fn action(&self, low: u8) -> Action {
        self.actions[low as usize]
    }

    /// What U+0600 + `low` becomes by itself.
    pub(crate) fn folded(&self, low: u8) -> char {
        self.fold(char::from_u32(0x600 + u32::from(low)).unwrap_or_default())
    }

    /// Whether ASCII digits change. Nothing else in ASCII ever does.
    pub(crate) const fn changes_ascii_digits(&self) -> bool {
        digits::fold('0', &self.options) != '0'
    }

    /// Whether `c` may become one with the letter before it, or vanish behind it.
    #[cfg(feature = "simd")]
    pub(crate) const fn composes(&self, c: char) -> bool {
        dagger_alef::is_contextual(c, &self.options)
            || (self.options.compose && crate::MarkSet::MADDA_HAMZA.contains_mark(c))
    }

    /// Whether `c` is a sign that changes between digits.
    pub(crate) const fn is_number_sign(&self, c: char) -> bool {
        number_signs::is_contextual(c, &self.options)
    }

    /// Whether `c` neither changes nor joins what stands before it, whatever that is.
    pub(crate) fn is_inert(&self, c: char) -> bool {
        let form = self.expansion(c).is_some();
        let stays = !form && !self.changes_letter(c) && !self.deletes(c);
        stays && (!self.options.compose || compose::is_inert(c))
    }

    /// Whether a cluster may begin with `c`.
    pub(crate) fn is_boundary(&self, c: char) -> bool {
        !self.options.compose || compose::is_boundary(c)
    }

    /// Writes what `c` becomes by itself behind `out`: nothing, itself or other characters.
    pub(crate) fn map(&self, c: char, before: &mut Before, out: &mut Letters) {
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

    fn map_letter(&self, c: char, before: &mut Before, out: &mut Letters) {
        let (letter, mark) = perso_arabic::split(c, &self.options);
        for c in [Some(letter), mark].into_iter().flatten() {
            if self.deleted_by(c, *before).is_none() {
                let folded = self.fold(c);
                out.push(folded);
                before.result = Some(folded);
                if !self.is_leftover(c, before.letter) {
                    before.letter = Some(c);
                }
            }
        }
    }

    /// Whether `c` is deleted with nothing before it.
    pub(crate) const fn deletes(&self, c: char) -> bool {
        self.deleted_by(c, Before::NOTHING).is_some()
    }

    /// The rule that deletes `c`.
    pub(crate) const fn deleted_by(&self, c: char, before: Before) -> Option<Rule> {
        let options = &self.options;
        Some(match c {
            _ if marks::deletes(c, options) => Rule::Marks,
            _ if dagger_alef::deletes(c, before.letter, options) => Rule::DaggerAlef,
            _ if tatweel::deletes(c, options) => Rule::Tatweel,
            _ if controls::deletes(c, before.result, options) => Rule::Controls,
            _ if zwnj::deletes(c, options) => Rule::Zwnj,
            _ if small_letters::deletes(c, options) => Rule::SmallLetters,
            _ if quran_signs::deletes(c, options) => Rule::QuranSigns,
            _ if lone_hamza::deletes(c, options) => Rule::LoneHamza,
            _ => return None,
        })
    }

    /// Tells every rule that changes `c` behind `before`, but those that look at what comes behind.
    pub(crate) fn told_by(&self, c: char, before: Before, tell: &mut impl FnMut(Rule)) {
        match self.expansion(c) {
            Some(letters) => {
                let is_form = presentation_forms::letters(c, &self.options).is_some();
                tell(if is_form { Rule::PresentationForms } else { Rule::Honorifics });
                letters.chars().for_each(|c| self.letter_told_by(c, before, tell));
            }
            None => self.letter_told_by(c, before, tell),
        }
    }

    /// Whether `c` is a combining hamza or maddah that is deleted behind `letter`, if that is ى.
    fn is_leftover(&self, c: char, letter: Option<char>) -> bool {
        self.deletes_leftover(c) && !letter.is_some_and(|letter| compose::joins(letter, c))
    }

    fn letter_told_by(&self, c: char, before: Before, tell: &mut impl FnMut(Rule)) {
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
