//! The clitics of written Arabic and one way of cutting them off a word.
//!
//! Every letter of a word that gets here is two bytes long, so places in it are told in letters.

/// The bytes of one Arabic letter.
pub(crate) const LETTER: usize = 2;

/// The longest words that are cut, in letters. Longer ones are no words.
pub(crate) const LONGEST: usize = 60;

/// The pronouns that lean on the end of a word, the longest first.
pub(crate) const PRONOUNS: [&str; 12] =
    ["هما", "كما", "ها", "هم", "هن", "كم", "كن", "ني", "نا", "ه", "ك", "ي"];

/// The object of a verb in the first person.
pub(crate) const ME: &str = "ني";

/// What leans on the front of a word, and where the stem stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cut {
    /// أ, the particle of questions: only from the list of exceptions.
    pub(crate) interrogative: bool,
    /// و or ف.
    pub(crate) conjunction: Option<Conjunction>,
    /// ب, ل, ك or the س of the future.
    pub(crate) particle: Option<Particle>,
    /// The article, as written: `ال`, or one `ل` behind the preposition ل.
    pub(crate) article: Option<Article>,
    /// The letter that the stem begins with, and the one behind it.
    pub(crate) stem: (u8, u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conjunction {
    And,
    Then,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Particle {
    With,
    To,
    Like,
    Will,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Article {
    /// ال.
    Full,
    /// The ل of للحكومة ("to the government"), whose alef is not written.
    Elided,
    /// The ل of للغة ("to the language"): it stands for the article and for the first letter of
    /// the stem's لغة as well, of three ل only two are written.
    Shared,
}

impl Conjunction {
    pub(crate) fn starting(word: &str) -> Option<Self> {
        match word.chars().next()? {
            'و' => Some(Self::And),
            'ف' => Some(Self::Then),
            _ => None,
        }
    }
}

impl Particle {
    pub(crate) fn starting(word: &str) -> Option<Self> {
        match word.chars().next()? {
            'ب' => Some(Self::With),
            'ل' => Some(Self::To),
            'ك' => Some(Self::Like),
            'س' => Some(Self::Will),
            _ => None,
        }
    }
}

impl Article {
    /// The letters written for it.
    pub(crate) fn written(self) -> u8 {
        match self {
            Self::Full => 2,
            Self::Elided | Self::Shared => 1,
        }
    }
}

/// How many letters `word` has, which is not longer than [`LONGEST`].
pub(crate) fn letters(word: &str) -> u8 {
    u8::try_from(word.len() / LETTER).unwrap_or(u8::MAX)
}

impl Cut {
    /// The word left whole.
    pub(crate) fn whole(word: &str) -> Self {
        Self { stem: (0, letters(word)), ..Self::default() }
    }

    /// Whether nothing is cut off before the stem, and nothing behind it.
    pub(crate) fn is_whole(&self, word: &str) -> bool {
        *self == Self::whole(word)
    }

    /// The stem as written.
    pub(crate) fn written_stem<'w>(&self, word: &'w str) -> &'w str {
        part(word, self.stem.0, self.stem.1)
    }

    /// The string to look the stem up by: a stem that shares its ل with the article has it back.
    pub(crate) fn key<'w>(&self, word: &'w str) -> &'w str {
        part(word, self.key_start(), self.stem.1)
    }

    /// Where that begins.
    pub(crate) fn key_start(&self) -> u8 {
        self.stem.0 - u8::from(self.article == Some(Article::Shared))
    }

    /// The pronoun as written, empty for none.
    pub(crate) fn written_pronoun<'w>(&self, word: &'w str) -> &'w str {
        part(word, self.stem.1, letters(word))
    }
}

/// The letters of `word` from `start` to `end`.
fn part(word: &str, start: u8, end: u8) -> &str {
    word.get(usize::from(start) * LETTER..usize::from(end) * LETTER).unwrap_or_default()
}

/// Calls `visit` with every way of cutting `word` that the grammar allows, the whole word first.
pub(crate) fn for_each_cut(word: &str, mut visit: impl FnMut(Cut)) {
    let whole = Cut::whole(word);
    behind_conjunction(word, whole, &mut visit);
    let long = letters(word) > 2;
    if let Some(conjunction) = Conjunction::starting(word).filter(|_| long) {
        let cut = Cut { conjunction: Some(conjunction), stem: (1, whole.stem.1), ..whole };
        behind_conjunction(word, cut, &mut visit);
    }
}

fn behind_conjunction(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    behind_particle(word, cut, visit);
    let rest = cut.written_stem(word);
    let Some(particle) = Particle::starting(rest) else { return };
    if letters(rest) < 2 || (particle == Particle::Will && !is_future_of_verb(rest)) {
        return;
    }
    let stem = (cut.stem.0 + 1, cut.stem.1);
    behind_particle(word, Cut { particle: Some(particle), stem, ..cut }, visit);
}

/// س stands only before the letters that the imperfect begins with.
fn is_future_of_verb(rest: &str) -> bool {
    letters(rest) >= 4
        && rest.chars().nth(1).is_some_and(|c| matches!(c, 'ي' | 'ت' | 'ن' | 'أ' | 'ا'))
}

fn behind_particle(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    before_pronoun(word, cut, visit);
    let rest = cut.written_stem(word);
    let (start, end) = cut.stem;
    // Behind ل the article loses its alef.
    let before_article = !matches!(cut.particle, Some(Particle::Will | Particle::To));
    if rest.starts_with("ال") && letters(rest) >= 4 && before_article {
        visit(Cut { article: Some(Article::Full), stem: (start + 2, end), ..cut });
    }
    if cut.particle == Some(Particle::To) && rest.starts_with('ل') && letters(rest) >= 3 {
        let stem = (start + 1, end);
        // Three ل are never written: a stem with a ل of its own shares it.
        if !rest.starts_with("لل") {
            visit(Cut { article: Some(Article::Elided), stem, ..cut });
        }
        visit(Cut { article: Some(Article::Shared), stem, ..cut });
    }
}

/// No pronoun stands behind the article, and none on a stem that ends in ة or ى. ني is the object of
/// a verb, so no preposition of nouns stands before it.
fn before_pronoun(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    visit(cut);
    let rest = cut.written_stem(word);
    for pronoun in PRONOUNS {
        let Some(host) = rest.strip_suffix(pronoun) else { continue };
        let of_noun = matches!(cut.particle, Some(Particle::With | Particle::Like));
        let can_host = letters(host) >= 2 && host != "ال" && !host.ends_with(['ة', 'ى']);
        if can_host && !(pronoun == ME && of_noun) {
            visit(Cut { stem: (cut.stem.0, cut.stem.1 - letters(pronoun)), ..cut });
        }
    }
}
