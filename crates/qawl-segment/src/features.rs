//! What the ranker sees of a cut: each of its features has a weight of its own.
//!
//! A feature tells something of the stem, and is told apart by the clitics around it: that a stem
//! ends in ت means one thing before ه and another before nothing. Frequencies count both as
//! numbers and in buckets.

use crate::clitics::{Article, Conjunction, Cut, PRONOUNS, Particle, letters};
use crate::known::{Known, Lookup};
use crate::letters::numbers;
use crate::restore::Restoration;
use crate::weights::slot;

/// The value of a feature that is only there or not.
pub(crate) const PRESENT: i32 = 16;

/// What a feature tells.
#[derive(Clone, Copy)]
enum Kind {
    /// That these clitics are cut.
    Clitics,
    /// How the stem was found in the table, as written or restored.
    Found,
    /// The same and its length.
    FoundAtLength,
    /// How often the stem stands bare.
    Bare,
    /// How often it stands with the article.
    WithArticle,
    /// How much more often it stands bare than the whole word does, in buckets and as a number.
    RarerWhole,
    RarerWholeBy,
    /// Its classes.
    Classes,
    /// With how many clitics it was seen.
    Proclitics,
    Pronouns,
    Futures,
    /// Its first letter, the first two, three.
    First,
    FirstTwo,
    FirstThree,
    /// Its last letter, the last two, three.
    Last,
    LastTwo,
    LastThree,
    /// Its first and its last letter.
    Ends,
    /// The first two letters of a word left whole.
    WholeFirstTwo,
    /// How much better known it is with ة for the ه that is cut off or kept, and with which
    /// classes: texts leave the dots out.
    DottedBy,
    DottedClasses,
    /// Behind ل, whether a stem that begins with ل is ever met with the article: of للجنة ("to the
    /// committee") and للبنان ("to Lebanon") only one hides it.
    DoubleLam,
}

/// Calls `visit` with the slot and the value of each feature of `cut`.
pub(crate) fn for_each_feature<D: AsRef<[u8]>>(
    lookup: &mut Lookup<'_, '_, D>,
    cut: &Cut,
    known: Known,
    whole: Known,
    visit: impl FnMut(u16, i32),
) {
    let word = lookup.word();
    let mut features = Features { around: Around::of(cut, word), visit };
    features.clitics();
    features.letters(cut.key(word), cut.is_whole(word));
    features.knowledge(letters(cut.key(word)), known);
    features.rarity(known, whole);
    if cut.particle == Some(Particle::To) && cut.key(word).starts_with('ل') {
        let takes_article = u32::from(known.evidence.with_article() > 0);
        features.put(Kind::DoubleLam, 3, article(cut), takes_article, PRESENT);
    }
    if cut.article.is_none() && word.ends_with('ه') {
        let dotted = lookup.with_end(cut.key_start(), 1, "ة");
        features.all(Kind::DottedBy, 0, dotted.bare() - known.evidence.bare());
        features.all(Kind::DottedClasses, dotted.classes(), PRESENT);
    }
}

/// The clitics before the stem, the pronoun behind it, and which of the groups of clitics are
/// there.
#[derive(Clone, Copy)]
struct Around {
    front: u32,
    /// The same without a conjunction: what ل does to a stem it does behind و as well.
    bare_front: u32,
    back: u32,
    groups: u32,
}

impl Around {
    fn of(cut: &Cut, word: &str) -> Self {
        let conjunction = match cut.conjunction {
            None => 0,
            Some(Conjunction::And) => 1,
            Some(Conjunction::Then) => 2,
        };
        let particle = match cut.particle {
            None => 0,
            Some(Particle::With) => 1,
            Some(Particle::To) => 2,
            Some(Particle::Like) => 3,
            Some(Particle::Will) => 4,
        };
        let article = article(cut);
        let back = match cut.written_pronoun(word) {
            "" => 0,
            pronoun => (1..).zip(PRONOUNS).find(|(_, p)| *p == pronoun).map_or(0, |(n, _)| n),
        };
        let particles = u32::from(conjunction + particle > 0);
        let groups = particles | u32::from(article > 0) << 1 | u32::from(back > 0) << 2;
        let bare_front = particle + 5 * article;
        Self { front: conjunction + 3 * bare_front, bare_front, back, groups }
    }
}

fn article(cut: &Cut) -> u32 {
    match cut.article {
        None => 0,
        Some(Article::Full) => 1,
        Some(Article::Elided) => 2,
        Some(Article::Shared) => 3,
    }
}

struct Features<V> {
    around: Around,
    visit: V,
}

impl<V: FnMut(u16, i32)> Features<V> {
    fn clitics(&mut self) {
        self.put(Kind::Clitics, 3, self.around.front << 4 | self.around.back, 0, PRESENT);
        self.all(Kind::Clitics, 0, PRESENT);
    }

    fn letters(&mut self, stem: &str, is_whole: bool) {
        let letters = numbers(stem).map(u32::from);
        let joined = |joined: u32, letter: u32| joined << 6 | letter;
        let mut first = 0;
        for (kind, letter) in
            [Kind::First, Kind::FirstTwo, Kind::FirstThree].into_iter().zip(letters.clone())
        {
            first = joined(first, letter);
            self.front(kind, first, PRESENT);
        }
        let initial = letters.clone().next().unwrap_or(0);
        self.put(Kind::First, 3, self.around.bare_front, initial, PRESENT);
        let mut last = 0;
        for (kind, letter) in
            [Kind::Last, Kind::LastTwo, Kind::LastThree].into_iter().zip(letters.clone().rev())
        {
            last = joined(last, letter);
            self.back(kind, last, PRESENT);
        }
        let ends = letters.clone().next().into_iter().chain(letters.clone().next_back());
        self.groups(Kind::Ends, ends.fold(0, joined), PRESENT);
        if is_whole {
            self.groups(Kind::WholeFirstTwo, letters.take(2).fold(0, joined), PRESENT);
        }
    }

    fn knowledge(&mut self, letters: u8, known: Known) {
        let evidence = known.evidence;
        let is_restored = known.restoration != Restoration::None;
        let found = (known.found as u32) << 1 | u32::from(is_restored);
        self.all(Kind::Found, found, PRESENT);
        self.put(Kind::FoundAtLength, 0, found, u32::from(letters.min(9)), PRESENT);
        self.all(Kind::Bare, bucket(evidence.bare()), PRESENT);
        self.all(Kind::WithArticle, 0, evidence.with_article());
        self.all(Kind::Classes, evidence.classes(), PRESENT);
        for (kind, count) in [
            (Kind::Proclitics, evidence.proclitics()),
            (Kind::Pronouns, evidence.pronouns()),
            (Kind::Futures, evidence.futures()),
        ] {
            self.front(kind, 0, count * PRESENT / 2);
            self.back(kind, 0, count * PRESENT / 2);
        }
    }

    fn rarity(&mut self, known: Known, whole: Known) {
        let rarer = known.evidence.bare() - whole.evidence.bare();
        self.all(Kind::RarerWhole, bucket(rarer), PRESENT);
        self.all(Kind::RarerWholeBy, 0, rarer);
    }

    /// A feature that is told apart by all that is around the stem, one after the other.
    fn all(&mut self, kind: Kind, what: u32, value: i32) {
        self.front(kind, what, value);
        self.back(kind, what, value);
        self.groups(kind, what, value);
    }

    fn front(&mut self, kind: Kind, what: u32, value: i32) {
        self.put(kind, 0, self.around.front, what, value);
    }

    fn back(&mut self, kind: Kind, what: u32, value: i32) {
        self.put(kind, 1, self.around.back, what, value);
    }

    fn groups(&mut self, kind: Kind, what: u32, value: i32) {
        self.put(kind, 2, self.around.groups, what, value);
    }

    fn put(&mut self, kind: Kind, by: u32, around: u32, what: u32, value: i32) {
        (self.visit)(slot((kind as u32) << 2 | by, around, what), value);
    }
}

/// A factor of four in frequency.
fn bucket(level: i32) -> u32 {
    (level.div_euclid(6) + 16).unsigned_abs()
}
