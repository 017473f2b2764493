//! The words of a text as parts of names.

use std::borrow::Cow;

use qawl_core::entity;
use qawl_tokenize::TokenKind;

use crate::clitic::{Cut, cuts};
use crate::file::{File, StoredRule};
use crate::filter::Marks;
use crate::fold::Fold;
use crate::hash;
use crate::part::Part;
use crate::piece::{Gap, Pieces};
use crate::sieve::Sieve;
use crate::spelling::is_exact;
use crate::table::Value;
use crate::window::{Place, Window};

/// The fewest letters of a name that no list knows.
const LEAST_LETTERS: usize = 3;

/// What a list knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles {
    /// The parts it can be, a bit for each.
    parts: u32,
    /// Those of them as which it proves less.
    common: u32,
    /// Whether it names a place.
    pub(crate) is_place: bool,
    /// Whether it says where someone is from.
    pub(crate) is_origin: bool,
    /// Whether it names something else, people left aside.
    pub(crate) is_other: bool,
}

impl Roles {
    pub(crate) const fn has(self, part: Part) -> bool {
        self.parts & (1 << part.code()) != 0
    }

    /// Whether it is that part and no common word.
    pub(crate) const fn is_plain(self, part: Part) -> bool {
        self.has(part) && self.common & (1 << part.code()) == 0
    }

    /// Whether it is a name, as far as a list knows.
    pub(crate) const fn is_name(self) -> bool {
        self.has(Part::Given) || self.has(Part::Family) || self.has(Part::Kunya)
    }

    /// Whether a name that no list holds may begin with it.
    fn may_begin(self) -> bool {
        Part::ALL.into_iter().any(|part| part.begins() && self.has(part))
    }

    /// Whether a list gives it another meaning, and no name.
    pub(crate) const fn is_taken(self) -> bool {
        !self.is_name() && (self.is_place || self.is_origin || self.is_other)
    }

    /// Adds what an entry says.
    fn add(&mut self, file: File<'_>, entry: u32) {
        let (kind, flags) = (file.kind(entry), file.flags(entry));
        if let Some(part) = file.part(kind) {
            // Of two entries for one part the surer one counts.
            let bit = 1 << part.code();
            let is_common = flags.context && (self.parts & bit == 0 || self.common & bit != 0);
            self.common = if is_common { self.common | bit } else { self.common & !bit };
            self.parts |= bit;
        } else if !flags.context {
            let kind = file.string_bytes(kind);
            let is = |name: &str| kind == name.as_bytes();
            if is(entity::CITY) || is(entity::COUNTRY) || is(entity::REGION) {
                self.is_place = true;
            } else if is(entity::DEMONYM) {
                self.is_origin = true;
            } else if !is(entity::PERSON) {
                self.is_other = true;
            }
        }
    }
}

/// A word and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Word<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) roles: Roles,
}

impl Word<'_> {
    pub(crate) fn has_article(&self) -> bool {
        self.text.starts_with("ال") && self.text.chars().nth(3).is_some()
    }

    /// Whether nothing that a list knows of it speaks against a name.
    pub(crate) fn is_free(&self) -> bool {
        let roles = self.roles;
        let has_role = [Part::Title, Part::Attribute, Part::Closing, Part::Particle]
            .iter()
            .any(|&part| roles.has(part));
        let origin = roles.is_origin && self.text.ends_with('ي');
        !has_role
            && (origin || !roles.is_taken())
            && self.text.chars().nth(LEAST_LETTERS - 1).is_some()
    }

    /// Whether its form is no name's: a verb, «يصل» (he arrives), an accusative, a plural, two words in one.
    pub(crate) fn is_inflected(&self) -> bool {
        let text = self.text.as_ref();
        if self.has_article() {
            return ["ون", "ين", "ات"].iter().any(|ending| text.ends_with(ending));
        }
        let joined = text.starts_with('و') && !text.starts_with("وو");
        let verbal = ["ي", "سي", "ست"].iter().any(|front| text.starts_with(front));
        joined || verbal || text.starts_with("لل") || text.ends_with('ا')
    }
}

/// The words from the current piece on, the first one read with a cut, and those before it.
pub(crate) struct Words<'w, 'g, 'a> {
    file: File<'g>,
    sieve: Sieve<'g>,
    window: &'w mut Window<'g, 'a>,
    cut: Cut,
    /// The first word and its roles, once they were read.
    first: Option<Option<Word<'a>>>,
    first_roles: Option<Roles>,
}

impl<'w, 'g, 'a> Words<'w, 'g, 'a> {
    pub(crate) const fn new(sieve: Sieve<'g>, window: &'w mut Window<'g, 'a>, cut: Cut) -> Self {
        Self { file: sieve.file, sieve, window, cut, first: None, first_roles: None }
    }

    pub(crate) const fn cut(&self) -> Cut {
        self.cut
    }

    /// Whether the first word may be read with its cut, and is a name or a particle. Asked of every word with
    /// which a name may begin, so it folds none whose letters do not ask for it.
    pub(crate) fn may_begin(&mut self) -> bool {
        let by_letters = self.window.seen(0).filter(|place| place.hashed.by_letters);
        let Some(place) = by_letters.filter(|_| self.cut.is_bare()) else {
            return self.first().is_some_and(|word| word.roles.may_begin());
        };
        let (source, hash) = (self.source(place), place.hashed.hash);
        if !self.sieve.parts(hash).flatten().any(Part::begins) {
            return false;
        }
        let is_word = place.piece.kind == TokenKind::Word;
        let roles = self.roles(hash, &[source], || source.into());
        self.first_roles = Some(roles);
        is_word && roles.may_begin()
    }

    /// The first word; it is asked for again and again.
    pub(crate) fn first(&mut self) -> Option<&Word<'a>> {
        if self.first.is_none() {
            self.first = Some(self.read(0));
        }
        self.first.as_ref()?.as_ref()
    }

    /// The word `ahead` places behind the first, if nothing but a space or a hyphen parts it from the one
    /// before it.
    pub(crate) fn get(&mut self, ahead: usize) -> Option<Word<'a>> {
        if ahead == 0 { self.first().cloned() } else { self.read(ahead) }
    }

    fn read(&mut self, ahead: usize) -> Option<Word<'a>> {
        let place = self.window.get(ahead)?;
        let is_joined = ahead == 0 || matches!(place.piece.gap, Gap::Space | Gap::Hyphen);
        if !is_joined || place.piece.kind != TokenKind::Word {
            return None;
        }
        if ahead == 0 && !self.cut.is_bare() {
            return self.behind_clitics(place);
        }
        let text = self.window.fold(place.piece).text;
        let source = || self.source(place).into();
        let known = self.first_roles.filter(|_| ahead == 0);
        let roles = || self.roles(place.hashed.hash, &[&text], source);
        let roles = known.unwrap_or_else(roles);
        Some(Word { text, roles })
    }

    /// The first word behind its proclitics.
    fn behind_clitics(&self, place: Place) -> Option<Word<'a>> {
        let whole = self.window.fold(place.piece).text;
        if !self.cut.leaves_enough(&whole) {
            return None;
        }
        let text = match whole {
            Cow::Borrowed(whole) => self.cut.name(whole),
            Cow::Owned(whole) => Cow::Owned(self.cut.name(&whole).into_owned()),
        };
        // Proclitics are letters of one byte count, folded or not; marks between leave a part that asks for
        // its exact spelling unknown.
        let source = || self.cut.name(self.source(place));
        let roles = self.roles(hash::word(&text), &[&text], source);
        Some(Word { text, roles })
    }

    /// A word as the text writes it.
    pub(crate) fn source(&self, place: Place) -> &'a str {
        place.piece.span.get(self.window.text()).unwrap_or_default()
    }

    /// The word `back` places before the first, unless more than a space parts it from the next; the full
    /// stop of «د.» is passed over by whoever asks.
    pub(crate) fn place_behind(&mut self, back: usize) -> Option<Place> {
        let next = match back.checked_sub(1)? {
            0 => self.window.seen(0)?.piece,
            back => self.window.behind(back)?,
        };
        self.window.place_behind(back).filter(|_| next.gap <= Gap::Space)
    }

    /// The same, folded.
    pub(crate) fn behind(&mut self, back: usize) -> Option<Cow<'a, str>> {
        let place = self.place_behind(back)?;
        Some(self.fold(place))
    }

    /// Whether the word `back` places before the first says that what follows names no person.
    pub(crate) fn refuses(&mut self, back: usize) -> bool {
        let (Some(place), Some(person)) = (self.place_behind(back), self.file.person()) else {
            return false;
        };
        if !self.file.may_govern(place.hashed.hash) {
            return false;
        }
        let word = self.fold(place);
        cuts(&word).any(|cut| {
            let rest = cut.name(&word);
            let mut refused = self.file.kinds_with_word(StoredRule::NOT_BEFORE, &rest);
            refused.any(|kind| kind == person)
        })
    }

    /// Whether a folded word is known to be none of a name, by itself or behind proclitics and article.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        cuts(word).any(|cut| {
            let rest = cut.name(word);
            let bare = rest.strip_prefix("ال");
            self.file.is_outside(&rest) || bare.is_some_and(|bare| self.file.is_outside(bare))
        })
    }

    /// Whether the first word, with its proclitics, is a common word: «لدينا» (with us) is not ل + «دينا».
    pub(crate) fn is_common_whole(&self) -> bool {
        let place = self.window.seen(0);
        place.is_some_and(|place| self.file.is_outside(&self.window.fold(place.piece).text))
    }

    /// How many words before the first are the unknown given name of the father's son: «هذلول», «غرم الله».
    pub(crate) fn given_behind(&mut self) -> usize {
        let Some(last) = self.word_behind(1) else { return 0 };
        let closes = last.roles.has(Part::Closing);
        let (word, count) = if closes { (self.word_behind(2), 2) } else { (Some(last), 1) };
        let may_be = word.is_some_and(|word| word.is_free() && !self.is_common(&word.text));
        if may_be { count } else { 0 }
    }

    /// The word `back` places before the first, with what is known of it.
    fn word_behind(&mut self, back: usize) -> Option<Word<'a>> {
        let piece = self.window.behind(back).filter(|piece| piece.kind == TokenKind::Word)?;
        let text = self.behind(back).filter(|_| piece.gap != Gap::Hyphen)?;
        let roles = self.roles_of(&[&text]);
        Some(Word { text, roles })
    }

    /// Whether a folded word is that part, by itself or behind proclitics.
    pub(crate) fn reads_as(&self, word: &str, part: Part) -> bool {
        cuts(word).any(|cut| self.roles_of(&[&cut.name(word)]).has(part))
    }

    /// What the list knows of a row of folded words.
    pub(crate) fn roles_of(&self, words: &[&str]) -> Roles {
        let hashes = words.iter().map(|word| hash::word(word));
        hashes
            .reduce(hash::joined)
            .map_or_else(Roles::default, |hash| self.roles(hash, words, || Cow::Borrowed("")))
    }

    /// What it knows of the word at `place`, as [`roles_of`](Self::roles_of) does.
    pub(crate) fn roles_at(&self, place: Place) -> Roles {
        let is_known = self.marks(place).has(Marks::NAME);
        if is_known { self.roles_of(&[&self.fold(place)]) } else { Roles::default() }
    }

    /// What may begin with the word at `place`.
    pub(crate) fn marks(&self, place: Place) -> Marks {
        self.window.marks(place.hashed.hash)
    }

    /// The word at `place`, folded.
    pub(crate) fn fold(&self, place: Place) -> Cow<'a, str> {
        self.window.fold(place.piece).text
    }

    /// What it knows of those with this hash; entries that ask for their exact spelling count only where
    /// `source` has it.
    fn roles<'s>(&self, hash: u64, words: &[&str], source: impl Fn() -> Cow<'s, str>) -> Roles {
        let mut roles = Roles::default();
        // Almost no row is a name: the filters are nearer than the table.
        let may_be = match words {
            [_] => self.window.marks(hash).has(Marks::NAME),
            [_, _] => self.sieve.pairs.has(hash),
            _ => true,
        };
        if !may_be {
            return roles;
        }
        for target in self.sieve.table.values(hash).filter_map(Value::target) {
            let entries = self.file.named(target);
            let first = entries.clone().next();
            let fold = self.window.folding();
            if first.is_some_and(|entry| writes(fold, self.file.name_bytes(entry), words)) {
                let spells = |&entry: &u32| {
                    !self.file.flags(entry).exact
                        || is_exact(self.file.name(entry), ["", &source()])
                };
                entries.filter(spells).for_each(|entry| roles.add(self.file, entry));
            }
        }
        roles
    }
}

/// Whether `name` in the form of the list is these words, folded or not.
fn writes(fold: &Fold, name: &[u8], words: &[&str]) -> bool {
    // Letters with single spaces between need no tokenizer.
    if let Some(is_same) = fold.letters().writes(name, words) {
        return is_same;
    }
    let name = std::str::from_utf8(name).unwrap_or_default();
    let pieces = Pieces::new(name).map(|piece| fold.fold(name, piece));
    let folded = |word| fold.letters().fold(word).unwrap_or(Cow::Borrowed(word));
    pieces.eq(words.iter().copied().map(folded))
}
