//! Words by number, with all that is known of them wherever they stand.
//!
//! Most words of a text stood in it before, or in a text before it. So what letters and lexicon tell of a
//! spelling is found once, and a word of a text costs one look-up.

use std::sync::Arc;

use qawl_core::Span;

use crate::fold::Folded;
use crate::lexicon::{Entry, Gender, Inflection, Known, Lexicon, NameClass, TitleClass, class};
use crate::morphology::{
    Shape, behind_lam, without_accusative, without_article, without_clitic, without_conjunction,
    without_preposition,
};
use crate::word_map::{WordMap, hash};

/// From how many words on the table begins anew, so that it stays small however many texts it serves.
const MOST: usize = 1 << 16;

/// How many bytes a word has at most, all in all; common ones have fewer than half of them.
const BYTES_OF_WORD: usize = 32;

/// How many letters are kept at most, all in all: what a word has 32 bits to say. A few ligatures that stand for
/// phrases make ten times as many of a text.
const MOST_LETTERS: usize = u32::MAX as usize;

/// The number of what is no word.
pub(crate) const NO_WORD: u32 = 0;

/// A spelling, and what is known of it: one line of the cache, because it is looked up for every word.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub(crate) struct Word {
    /// Where its folded form stands among the letters of all words, and behind it that without marks and
    /// tatweel. What is as it is spelled stands nowhere, as its shape tells.
    start: u32,
    key_len: u32,
    bare_len: u32,
    /// The hashes of the folded form, and of that without its [clitic](without_clitic): words that are
    /// the same have the same, others seldom.
    pub(crate) hashes: [u32; 2],
    pub(crate) shape: Shape,
    /// What the lexicon knows of the folded form.
    pub(crate) known: Entry,
    /// The same without its conjunction or its joined preposition, if it has one.
    rest: Entry,
    /// The same without its article, if it has one.
    pub(crate) stem: Entry,
    /// The form of a verb that reports nothing, with a conjunction or without.
    pub(crate) plain_verb: Option<Inflection>,
    /// Its classes in the lexicon.
    pub(crate) classes: u64,
    /// What part of a name it can be.
    pub(crate) name: Option<NameClass>,
    /// The title it can be, and that title's gender.
    pub(crate) title: Option<(TitleClass, Option<Gender>)>,
}

/// The words of the texts so far.
#[derive(Debug)]
pub(crate) struct Words {
    /// What is known of words.
    lexicon: Arc<Lexicon>,
    words: Vec<Word>,
    letters: String,
    /// The numbers of spellings.
    numbers: WordMap<u32>,
    /// How long all spellings are together.
    bytes: usize,
    /// The new words of a text, with a space behind each, and where they stand there.
    new: (String, Vec<Span>),
}

impl Words {
    /// A table without words, which are to be read by a lexicon.
    pub(crate) fn new(lexicon: Arc<Lexicon>) -> Self {
        let mut words = Self {
            lexicon,
            words: Vec::new(),
            letters: String::new(),
            numbers: WordMap::with_room(MOST / 64),
            bytes: 0,
            new: Default::default(),
        };
        words.add("", "", "");
        words
    }

    /// What they are read by.
    pub(crate) fn lexicon(&self) -> &Arc<Lexicon> {
        &self.lexicon
    }

    /// Whether they are too many to be kept for another text.
    pub(crate) fn are_many(&self) -> bool {
        self.words.len() > MOST || self.bytes > MOST * BYTES_OF_WORD
    }

    /// The number of a word. What is known of a new one is there after [`read`](Self::read).
    pub(crate) fn number(&mut self, word: &str) -> u32 {
        let (letters, spans) = &mut self.new;
        let next = (self.words.len() + spans.len()) as u32;
        let mut number = next;
        self.numbers.note(word, |known| {
            if *known == NO_WORD {
                *known = next;
            }
            number = *known;
        });
        if number == next {
            spans.push(Span::new(letters.len(), letters.len() + word.len()));
            letters.push_str(word);
            letters.push(' ');
            self.bytes += word.len();
        }
        number
    }

    /// Finds what is known of the new words. They are folded together: the normalizer is slow to start.
    pub(crate) fn read(&mut self) {
        let (mut letters, mut spans) = std::mem::take(&mut self.new);
        let folded = Folded::new(&letters);
        for span in spans.drain(..) {
            let (key, bare) = folded.word(span);
            self.add(span.get(&letters).unwrap_or_default(), &key, &bare);
        }
        drop(folded);
        letters.clear();
        self.new = (letters, spans);
    }

    /// The number of a word without the lam that is joined to it, `rest` as it is spelled. It is a new
    /// one each time: few are asked for.
    pub(crate) fn behind_lam(&mut self, number: u32, spelled: &str, rest: &str) -> u32 {
        let word = self.get(number);
        let key = behind_lam(self.key(word, spelled));
        let bare = behind_lam(self.bare(word, spelled));
        let cut = self.words.len() as u32;
        self.add(rest, &key, &bare);
        cut
    }

    /// The number of a letter that stands for a name, `spelled` with the full stop behind it. It is a new
    /// one each time: few are met.
    pub(crate) fn initial(&mut self, number: u32, letter: &str, spelled: &str) -> u32 {
        let word = self.get(number);
        let key = format!("{}.", self.key(word, letter));
        let bare = format!("{}.", self.bare(word, letter));
        let initial = self.words.len() as u32;
        self.add(spelled, &key, &bare);
        if let Some(word) = self.words.last_mut() {
            (word.classes, word.title, word.name) = (0, None, Some(NameClass::Given));
        }
        initial
    }

    /// The word with a number; of none, the empty one.
    pub(crate) fn get(&self, number: u32) -> &Word {
        const NONE: &Word = &Word::EMPTY;
        self.words.get(number as usize).unwrap_or(NONE)
    }

    /// The folded form of a word.
    pub(crate) fn key<'a>(&'a self, word: &Word, spelled: &'a str) -> &'a str {
        if word.shape.has(Shape::UNFOLDED) { spelled } else { self.form(word.start, word.key_len) }
    }

    /// The form of a word without marks and tatweel.
    pub(crate) fn bare<'a>(&'a self, word: &Word, spelled: &'a str) -> &'a str {
        let start = word.start + word.key_len;
        if word.shape.has(Shape::UNMARKED) { spelled } else { self.form(start, word.bare_len) }
    }

    fn form(&self, start: u32, len: u32) -> &str {
        let start = start as usize;
        self.letters.get(start..start + len as usize).unwrap_or_default()
    }

    /// Adds a word with its forms. Where no more letters can be kept, a word that is not as it is spelled has
    /// no letters, and is no word to any rule.
    fn add(&mut self, spelled: &str, key: &str, bare: &str) {
        let is_full = self.letters.len() + key.len() + bare.len() > MOST_LETTERS;
        let (key, bare) = if is_full { ("", "") } else { (key, bare) };
        let word = Word::read(&self.lexicon, spelled, key, bare);
        let start = self.letters.len() as u32;
        let key_len = self.keep(key, spelled);
        let bare_len = self.keep(bare, spelled);
        self.words.push(Word { start, key_len, bare_len, ..word });
    }

    /// Keeps a form that is not as it is spelled. How long is what was kept?
    fn keep(&mut self, form: &str, spelled: &str) -> u32 {
        let kept = if form == spelled { "" } else { form };
        self.letters.push_str(kept);
        kept.len() as u32
    }
}

/// What the lexicon tells of a word, of it without its conjunction or preposition, and without its article.
fn lexical(shape: Shape, whole: &Known, rest: &Known, stem: &Known) -> [(Shape, bool); 9] {
    let is_given = |name| matches!(name, Some(NameClass::Given | NameClass::Kunya));
    let joined = shape.has(Shape::CONJUNCTION);
    let reports = whole.may_report() || (joined && rest.may_report());
    let long = shape.has(Shape::LONG);
    let unknown = whole.name.is_none() && whole.classes == 0;
    let name_alone =
        rest.name == Some(NameClass::Given) && rest.classes == 0 && rest.title.is_none();
    [
        (Shape::MAY_REPORT, reports || shape.has(Shape::PURPOSE)),
        (Shape::TITLE, whole.title.is_some()),
        (Shape::NAME, whole.name.is_some()),
        (Shape::GIVEN_NAME, is_given(whole.name)),
        (Shape::ADJECTIVE, stem.classes & class::ADJECTIVE != 0),
        (Shape::NOUN, stem.classes & class::NOUN != 0),
        (
            Shape::HIDES_WORD,
            rest.classes != 0 || (long && (rest.name.is_some() || rest.title.is_some())),
        ),
        (Shape::HIDES_TITLE, shape.has(Shape::HAS_CLITIC) && rest.title.is_some()),
        (Shape::JOINED_NAME, shape.has(Shape::AND) && unknown && name_alone),
    ]
}

/// Classes of words of two letters that are sure behind a conjunction.
const SHORT: u64 = class::PREP | class::ABOUT | class::FROM | class::ON | class::TO | class::MATTER;

impl Word {
    const EMPTY: Self = Self {
        start: 0,
        key_len: 0,
        bare_len: 0,
        hashes: [0; 2],
        shape: Shape::NONE,
        known: Entry::NONE,
        rest: Entry::NONE,
        stem: Entry::NONE,
        plain_verb: None,
        classes: 0,
        name: None,
        title: None,
    };

    /// What the lexicon knows of it without its conjunction, if it has one.
    pub(crate) fn joined(&self) -> Entry {
        if self.shape.has(Shape::CONJUNCTION) { self.rest } else { Entry::NONE }
    }

    /// What the lexicon knows of it without its joined preposition, if it has one.
    pub(crate) fn governed(&self) -> Entry {
        if self.shape.has(Shape::PREPOSITION) { self.rest } else { Entry::NONE }
    }

    /// Asks letters and lexicon about a word.
    fn read(lexicon: &Lexicon, spelled: &str, key: &str, bare: &str) -> Self {
        let shape = Shape::of(spelled, key, bare);
        let entry = lexicon.entry(key);
        let rest_entry = without_conjunction(key, 2).or_else(|| without_preposition(key));
        let rest_entry = rest_entry.map_or(Entry::NONE, |rest| lexicon.entry(rest));
        let article = shape.has(Shape::ARTICLE);
        let stem_entry = if article { lexicon.entry(without_article(key)) } else { entry };
        let [whole, rest, stem] = [entry, rest_entry, stem_entry].map(|entry| lexicon.get(entry));
        let joined = if shape.has(Shape::CONJUNCTION) { rest } else { Known::NOTHING };
        // Of two letters only a verb of saying can be: «ورد» (and he answered).
        let long = shape.has(Shape::LONG);
        let plain = if long { joined.plain_verb } else { None };
        // «متحدثا», «مصدرا»: the accusative behind لكن and its like.
        let title = whole.title.or_else(|| lexicon.title(without_accusative(key)?));
        let mut word = Self {
            hashes: [hash(key), hash(without_clitic(key))],
            shape: shape.with(lexical(shape, whole, rest, stem)),
            known: entry,
            rest: rest_entry,
            stem: stem_entry,
            plain_verb: whole.plain_verb.or(plain),
            name: whole.name,
            title,
            // The classes of a word, or of what is left without its conjunction.
            classes: match whole.classes {
                0 if title.is_none() && long => joined.classes & !class::NAME_WORD,
                // «وعن», «ومن»: of two letters only a preposition is sure.
                0 if title.is_none() => joined.classes & SHORT,
                classes => classes,
            },
            ..Self::EMPTY
        };
        word.tell_apart(bare);
        word
    }

    /// Settles by the letters as written what folding levels.
    fn tell_apart(&mut self, bare: &str) {
        // «آنا» (Anna) is no «أنا» (I).
        if self.classes & class::PRONOUN != 0 && bare.starts_with('آ') {
            self.classes &= !class::PRONOUN;
        }
        // «يروي» (he tells) is no «يروى» (it is told).
        if self.classes & class::PASSIVE != 0 && bare.ends_with('ي') {
            self.classes &= !class::PASSIVE;
        }
        // «باسم» is «in the name of»; only the words around tell a Basem.
        if self.classes & class::TITLE_MARK != 0 {
            self.name = None;
        }
        if self.name.is_none() && self.title.is_none() {
            return;
        }
        // Folding makes «علي» (Ali) and «على» (on) one; the letter tells them apart.
        match bare {
            "على" => self.name = None,
            // «فان» is Dutch, «فإن» opens a clause.
            bare if bare.starts_with("فإ") => self.name = None,
            "فان" if self.name.is_some() => self.classes &= !class::MAIN_CLAUSE,
            "علي" if self.name.is_some() => self.classes &= !(class::PREP | class::ON),
            // «يُروى» (is told) is a passive, «يروي» (tells) is not.
            bare if bare.ends_with('ي') => self.classes &= !class::PASSIVE,
            // «إمام» (imam) and «أمام» (in front of).
            bare if bare.starts_with('إ') && self.title.is_some() => {
                self.classes &= !class::ADJUNCT;
            }
            _ if self.classes & class::ADJUNCT != 0 => self.title = None,
            _ => {}
        }
    }
}

const _: () = assert!(size_of::<Word>() == 64);

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &mut Words, spelled: &str) -> (u32, String, String) {
        let number = words.number(spelled);
        words.read();
        let word = words.get(number);
        (number, words.key(word, spelled).to_owned(), words.bare(word, spelled).to_owned())
    }

    #[test]
    fn a_spelling_has_one_number_and_its_forms() {
        let mut words = Words::new(Arc::clone(Lexicon::built_in()));
        let (first, key, bare) = read(&mut words, "مدرسة\u{064C}"); // "a school", with tanwin
        assert_eq!((key.as_str(), bare.as_str()), ("مدرسه", "مدرسة"));
        let (other, key, bare) = read(&mut words, "كتب"); // "he wrote"
        assert_eq!((key.as_str(), bare.as_str()), ("كتب", "كتب"));
        assert_ne!(first, other);
        assert_eq!(read(&mut words, "مدرسة\u{064C}").0, first);
    }

    #[test]
    fn a_new_word_is_known_once_it_is_read() {
        let mut words = Words::new(Arc::clone(Lexicon::built_in()));
        let numbers = ["وقال", "الوزير", "وقال"].map(|word| words.number(word)); // "and the minister said"
        words.read();
        assert_eq!(numbers[0], numbers[2]);
        assert!(words.get(numbers[0]).shape.has(Shape::MAY_REPORT));
        assert!(words.get(numbers[1]).shape.has(Shape::TITLE));
        assert!(words.get(numbers[1]).shape.has(Shape::ARTICLE));
    }

    #[test]
    fn a_word_behind_its_lam_is_another() {
        let mut words = Words::new(Arc::clone(Lexicon::built_in()));
        let number = words.number("للوزارة"); // "of the ministry"
        words.read();
        let cut = words.behind_lam(number, "للوزارة", "لوزارة");
        assert_eq!(words.key(words.get(cut), "لوزارة"), "الوزاره");
    }

    #[test]
    fn an_initial_is_part_of_a_name_whatever_its_letter_means() {
        let mut words = Words::new(Arc::clone(Lexicon::built_in()));
        let number = words.number("ان"); // "N", and elsewhere "that"
        words.read();
        assert_ne!(words.get(number).classes, 0);
        let initial = words.initial(number, "ان", "ان.");
        let word = words.get(initial);
        assert_eq!((word.classes, word.name), (0, Some(NameClass::Given)));
        assert!(word.shape.has(Shape::INITIAL));
        assert_eq!(words.key(word, "ان."), "ان.");
    }
}
