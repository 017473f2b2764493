//! Options, a bit or a byte for each.

use qawl::gazetteer::{Flags, Fuzzy, Rule, When};
use qawl::normalize::visual_order::{Brackets, Marks, ReorderOptions};
use qawl::quotes::Unclosed;
use qawl::tokenize::{Newlines, SentenceOptions, Tokenizer};
use qawl::{Entry, NormalizeOptions, Profile, QuoteKind, QuoteOptions};

/// Bits that are taken one after the other; behind the last one all are 0.
#[derive(Clone, Copy, Debug)]
pub struct Choices(u128);

impl Choices {
    pub const fn new(bits: u128) -> Self {
        Self(bits)
    }

    fn bits(&mut self, number: u32) -> usize {
        let bits = self.0 & ((1 << number) - 1);
        self.0 >>= number;
        bits as usize
    }

    pub fn flag(&mut self) -> bool {
        self.bits(1) == 1
    }

    /// A number below `most`, which is at most 256.
    pub fn below(&mut self, most: usize) -> usize {
        self.bits(8) % most
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Any set of the options that have names; of values of one field the last.
    pub fn normalize(&mut self) -> NormalizeOptions {
        let names = NormalizeOptions::NAMES;
        names.iter().fold(NormalizeOptions::new(), |options, name| match self.flag() {
            true => options.with_named(name).unwrap_or(options),
            false => options,
        })
    }

    pub fn profile(&mut self) -> Profile {
        self.one_of(Profile::ALL)
    }

    pub fn reorder(&mut self) -> ReorderOptions {
        let brackets = [Brackets::Detect, Brackets::Painted, Brackets::Typed];
        let marks = [Marks::Detect, Marks::BeforeLetter, Marks::AfterLetter];
        let options = ReorderOptions::new().with_brackets(self.one_of(&brackets));
        options.with_marks(self.one_of(&marks))
    }

    pub fn tokenizer(&mut self) -> Tokenizer {
        let preset = self.one_of(&[Tokenizer::NEWS, Tokenizer::SOCIAL, Tokenizer::UAX29]);
        if self.flag() {
            return preset;
        }
        preset
            .with_addresses(self.flag())
            .with_tags(self.flag())
            .with_abbreviations(self.flag())
            .with_joined_digits(self.flag())
            .with_non_joiner_inside(self.flag())
            .with_emoticons(self.flag())
            .with_runs_of_marks(self.flag())
    }

    pub fn sentences(&mut self) -> SentenceOptions<'static> {
        let newlines = [Newlines::Hard, Newlines::Paragraph, Newlines::Ignore];
        SentenceOptions::new()
            .with_newlines(self.one_of(&newlines))
            .with_semicolons(self.flag())
            .with_quotation_limit(self.below(256))
    }

    pub fn quotes(&mut self) -> QuoteOptions {
        let mut options = QuoteOptions::default();
        if self.flag() {
            let kinds = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];
            options = options.only(self.one_of(&kinds));
        }
        if self.flag() {
            options = options.with_floating(self.below(8));
        }
        if self.flag() {
            options = options.with_reasons();
        }
        let unclosed = [Unclosed::ToParagraph, Unclosed::ToSentence, Unclosed::Drop];
        options.with_min_words(self.below(4)).with_unclosed(self.one_of(&unclosed))
    }

    pub fn fuzzy(&mut self) -> Fuzzy {
        let fuzzy = Fuzzy::default().max_edits(self.bits(2) as u8);
        let fuzzy = fuzzy.one_edit_from(self.bits(3)).two_edits_from(self.bits(4));
        let fuzzy = if self.flag() { fuzzy.any_first_letter() } else { fuzzy };
        if self.flag() { fuzzy.single_words() } else { fuzzy }
    }

    pub fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        // Plain names most of all.
        if self.bits(2) == 3 {
            flags.exact = self.flag();
            flags.no_clitic = self.flag();
            flags.context = self.flag();
            flags.whole = self.flag();
            flags.inner_clitics = self.flag();
        }
        flags
    }

    /// Entries of these names.
    pub fn entries(&mut self, names: &[String]) -> Vec<Entry> {
        let kinds = ["city", "person", "organization", "given name"];
        let entry = |name: &String| {
            let entry = Entry::new(name, kinds[self.bits(2)]).flags(self.flags());
            if self.flag() { entry.id("1") } else { entry }
        };
        names.iter().map(entry).collect()
    }

    /// Rules, of which some speak of these words.
    pub fn rules(&mut self, words: &[&str]) -> Vec<Rule> {
        let number = self.bits(2);
        (0..number).map(|_| self.rule(words)).collect()
    }

    fn rule(&mut self, words: &[&str]) -> Rule {
        let kind = self.one_of(&["city", "person", "organization"]);
        let word = if words.is_empty() { "مدينة" } else { self.one_of(words) }; // city
        let when = match self.bits(3) {
            0 => When::Before(word.into()),
            1 => When::NotBefore(word.into()),
            2 => When::After(word.into()),
            3 => When::Number,
            4 => When::Definite,
            5 => When::Quoted,
            6 => When::Rank(self.bits(3) as u32),
            _ => When::NotWithin(word.into()),
        };
        Rule::new(kind, when)
    }
}
