//! The clitics of written Arabic and one way of cutting them off a word.
//!
//! Every letter of a word that gets here is two bytes long, so letters are counted in bytes by
//! [`LETTER`].

/// The bytes of one Arabic letter.
pub(crate) const LETTER: usize = 2;

/// The pronouns that lean on the end of a word, the longest first.
pub(crate) const PRONOUNS: [&str; 12] =
    ["هما", "كما", "ها", "هم", "هن", "كم", "كن", "ني", "نا", "ه", "ك", "ي"];

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
    /// The stem in bytes of the word.
    pub(crate) stem: (usize, usize),
    /// The bytes of the pronoun at the end, 0 for none.
    pub(crate) pronoun: usize,
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
    /// The bytes written for it.
    pub(crate) fn written(self) -> usize {
        match self {
            Self::Full => 2 * LETTER,
            Self::Elided | Self::Shared => LETTER,
        }
    }
}

impl Cut {
    /// The word left whole.
    pub(crate) fn whole(word: &str) -> Self {
        Self { stem: (0, word.len()), ..Self::default() }
    }

    /// Whether nothing is cut.
    pub(crate) fn is_whole(&self) -> bool {
        self.stem.0 == 0 && self.pronoun == 0
    }

    /// The stem as written.
    pub(crate) fn written_stem<'w>(&self, word: &'w str) -> &'w str {
        word.get(self.stem.0..self.stem.1).unwrap_or(word)
    }

    /// The string to look the stem up by: a stem that shares its ل with the article has it back.
    pub(crate) fn key<'w>(&self, word: &'w str) -> &'w str {
        let back = if self.article == Some(Article::Shared) { LETTER } else { 0 };
        word.get(self.stem.0 - back..self.stem.1).unwrap_or(word)
    }

    /// The pronoun as written, empty for none.
    pub(crate) fn written_pronoun<'w>(&self, word: &'w str) -> &'w str {
        word.get(self.stem.1..).unwrap_or_default()
    }
}

/// Calls `visit` with every way of cutting `word` that the grammar allows, the whole word first.
pub(crate) fn for_each_cut(word: &str, mut visit: impl FnMut(Cut)) {
    let whole = Cut::whole(word);
    behind_conjunction(word, whole, &mut visit);
    let long = word.len() > 2 * LETTER;
    if let Some(conjunction) = Conjunction::starting(word).filter(|_| long) {
        let cut = Cut { conjunction: Some(conjunction), stem: (LETTER, word.len()), ..whole };
        behind_conjunction(word, cut, &mut visit);
    }
}

fn behind_conjunction(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    behind_particle(word, cut, visit);
    let rest = cut.written_stem(word);
    let Some(particle) = Particle::starting(rest) else { return };
    if rest.len() < 2 * LETTER || (particle == Particle::Will && !is_future_of_verb(rest)) {
        return;
    }
    let stem = (cut.stem.0 + LETTER, cut.stem.1);
    behind_particle(word, Cut { particle: Some(particle), stem, ..cut }, visit);
}

/// س stands only before the letters that the imperfect begins with.
fn is_future_of_verb(rest: &str) -> bool {
    rest.len() >= 4 * LETTER
        && rest.chars().nth(1).is_some_and(|c| matches!(c, 'ي' | 'ت' | 'ن' | 'أ' | 'ا'))
}

fn behind_particle(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    before_pronoun(word, cut, visit);
    let rest = cut.written_stem(word);
    let (start, end) = cut.stem;
    if rest.starts_with("ال") && rest.len() >= 4 * LETTER && cut.particle != Some(Particle::Will)
    {
        let stem = (start + 2 * LETTER, end);
        visit(Cut { article: Some(Article::Full), stem, ..cut });
    }
    if cut.particle == Some(Particle::To) && rest.starts_with('ل') && rest.len() >= 3 * LETTER {
        for article in [Article::Elided, Article::Shared] {
            visit(Cut { article: Some(article), stem: (start + LETTER, end), ..cut });
        }
    }
}

/// No pronoun stands behind the article, and none on a stem that ends in ة or ى.
fn before_pronoun(word: &str, cut: Cut, visit: &mut impl FnMut(Cut)) {
    visit(cut);
    let rest = cut.written_stem(word);
    for pronoun in PRONOUNS {
        let Some(host) = rest.strip_suffix(pronoun) else { continue };
        if host.len() >= 2 * LETTER && !host.ends_with(['ة', 'ى']) {
            let stem = (cut.stem.0, cut.stem.1 - pronoun.len());
            visit(Cut { stem, pronoun: pronoun.len(), ..cut });
        }
    }
}
