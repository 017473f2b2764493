//! The affixes of Arabic words, read off folded forms: article, conjunctions, joined prepositions,
//! pronouns, endings. The only place that spells them.

use qawl_core::letters;

/// Conjunctions written as one with the next word: وقال، فقال.
const CONJUNCTIONS: [char; 2] = ['و', 'ف'];

/// Prepositions written as one with the next word.
const PREPOSITIONS: [char; 3] = ['ب', 'ل', 'ك'];

/// A preposition or conjunction with the article behind it.
const JOINED_ARTICLES: [&str; 5] = ["لل", "بال", "وال", "كال", "فال"];

/// Pronouns of the third person that hang on a noun: كتابه، كتابها.
const POSSESSIVES: [&str; 4] = ["هما", "ها", "هم", "ه"];

/// Pronouns that hang on a verb: أخبرهم، سألوني.
const OBJECTS: [&str; 6] = ["هما", "هم", "ها", "نا", "ني", "ه"];

/// The names of Latin letters that stand for a second name, folded. They spell out an alphabet and are no
/// list of words that would grow, so they stand here.
const LATIN_LETTERS: [&str; 16] = [
    "اتش",
    "اس",
    "اف",
    "ال",
    "ام",
    "ان",
    "ايه",
    "بي",
    "تي",
    "جي",
    "جيه",
    "دبليو",
    "دي",
    "سي",
    "كيه",
    "ار",
];

/// From how many letters on a word can carry an affix and still be one.
const SHORTEST: usize = 4;

/// What the letters of a word tell: the questions of this file that are asked of most words, each answered
/// once for a spelling. The last bits are what the lexicon tells of it, so that nobody has to look there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u32);

impl Shape {
    /// See [`has_article`].
    pub(crate) const ARTICLE: Self = Self(1 << 0);
    /// See [`has_joined_article`].
    pub(crate) const JOINED_ARTICLE: Self = Self(1 << 1);
    /// It begins with و (and).
    pub(crate) const AND: Self = Self(1 << 2);
    /// It begins with و or ف.
    pub(crate) const CONJUNCTION: Self = Self(1 << 3);
    /// It begins with a joined preposition, or with a letter like one.
    pub(crate) const PREPOSITION: Self = Self(1 << 4);
    /// Its conjunction taken off, it begins with teh.
    pub(crate) const TEH: Self = Self(1 << 5);
    /// See [`without_purpose`].
    pub(crate) const PURPOSE: Self = Self(1 << 6);
    /// See [`looks_imperfect`].
    pub(crate) const IMPERFECT: Self = Self(1 << 7);
    /// An imperfect of a doubled verb, of three letters: «يقص».
    pub(crate) const SHORT_IMPERFECT: Self = Self(1 << 8);
    /// See [`looks_past_feminine`].
    pub(crate) const PAST_FEMININE: Self = Self(1 << 9);
    /// See [`is_adjective_or_plural`].
    pub(crate) const RELATION_OR_PLURAL: Self = Self(1 << 10);
    /// See [`is_definite_plural`].
    pub(crate) const DEFINITE_PLURAL: Self = Self(1 << 11);
    /// See [`has_possessive`].
    pub(crate) const POSSESSIVE: Self = Self(1 << 12);
    /// It ends in teh marbuta.
    pub(crate) const FEMININE: Self = Self(1 << 13);
    /// It ends as nouns do and verbs do not.
    pub(crate) const NOUN_ENDING: Self = Self(1 << 14);
    /// See [`may_be_accusative`].
    pub(crate) const ACCUSATIVE: Self = Self(1 << 15);
    /// A clitic written apart: it ends in a tatweel, as in «لـ», or is a preposition of one letter, as
    /// in «ل "كونا"».
    pub(crate) const CLITIC: Self = Self(1 << 16);
    /// It has four letters and more.
    pub(crate) const LONG: Self = Self(1 << 17);
    /// See [`without_clitic`]: something is left without the clitic.
    pub(crate) const HAS_CLITIC: Self = Self(1 << 18);
    /// It is written with U+064B ARABIC FATHATAN.
    pub(crate) const TANWIN: Self = Self(1 << 19);
    /// Its folded form, and that without marks and tatweel, are as it is spelled.
    pub(crate) const UNFOLDED: Self = Self(1 << 20);
    pub(crate) const UNMARKED: Self = Self(1 << 21);
    /// The lexicon has it as a form of a reporting verb, perhaps behind a conjunction.
    pub(crate) const MAY_REPORT: Self = Self(1 << 22);
    /// The lexicon has it as a title, as a name, as a given name or a kunya.
    pub(crate) const TITLE: Self = Self(1 << 23);
    pub(crate) const NAME: Self = Self(1 << 24);
    pub(crate) const GIVEN_NAME: Self = Self(1 << 25);
    /// The lexicon has it as an adjective, as a noun, its article taken off.
    pub(crate) const ADJECTIVE: Self = Self(1 << 26);
    pub(crate) const NOUN: Self = Self(1 << 27);
    /// «وسالم» (and Salem), «لنادر» (to Nader): a known word behind a conjunction or a preposition.
    pub(crate) const HIDES_WORD: Self = Self(1 << 28);
    /// «والوزير» (and the minister): a title behind a clitic.
    pub(crate) const HIDES_TITLE: Self = Self(1 << 29);
    /// «وسامية» (and Samia): a given name behind a conjunction, where the whole is no word.
    pub(crate) const JOINED_NAME: Self = Self(1 << 30);
    /// An initial with its full stop: «جيه.» (J.).
    pub(crate) const INITIAL: Self = Self(1 << 31);
    /// Of it nothing is told.
    pub(crate) const NONE: Self = Self(0);

    /// The shape of a word as it is spelled, by its folded form and by that without marks.
    pub(crate) fn of(word: &str, key: &str, bare: &str) -> Self {
        // Few words begin or end so that a question is worth asking.
        let (first, last) = (key.chars().next(), bare.chars().next_back());
        let begins = |letters: &[char]| first.is_some_and(|first| letters.contains(&first));
        let ends = |letters: &[char]| last.is_some_and(|last| letters.contains(&last));
        let (article, conjunction) = (has_article(key), begins(&CONJUNCTIONS));
        let preposition = begins(&PREPOSITIONS);
        let told = [
            (Self::ARTICLE, article),
            (Self::JOINED_ARTICLE, (conjunction || preposition) && has_joined_article(key)),
            (Self::AND, begins(&['و'])),
            (Self::CONJUNCTION, conjunction),
            (Self::PREPOSITION, preposition),
            (Self::TEH, (conjunction || begins(&['ت'])) && may_begin_with_teh(key)),
            (Self::PURPOSE, begins(&['ل']) && without_purpose(key).is_some()),
            (Self::IMPERFECT, begins(&['ي']) && looks_imperfect(key)),
            (Self::SHORT_IMPERFECT, begins(&['ي']) && looks_short_imperfect(key)),
            (Self::PAST_FEMININE, looks_past_feminine(key)),
            (Self::RELATION_OR_PLURAL, is_adjective_or_plural(key)),
            (Self::DEFINITE_PLURAL, article && is_definite_plural(key)),
            (Self::POSSESSIVE, ends(&['ا', 'ه', 'م']) && has_possessive(bare)),
            (Self::FEMININE, ends(&['ة'])),
            (Self::NOUN_ENDING, ends(&['ة', 'ء'])),
            (Self::ACCUSATIVE, ends(&['ا']) && may_be_accusative(bare)),
            (
                Self::CLITIC,
                word.ends_with(letters::TATWEEL) || without_preposition(key) == Some(""),
            ),
            (Self::LONG, is_long(key)),
            (Self::HAS_CLITIC, begins(&['و', 'ب', 'ل']) && without_clitic(key) != key),
            (Self::UNFOLDED, word == key),
            (Self::UNMARKED, word == bare),
            (Self::TANWIN, word.contains('\u{064B}')),
            (Self::INITIAL, ends(&['.']) && key.strip_suffix('.').is_some_and(is_letter)),
        ];
        Self::NONE.with(told)
    }

    /// The same, and whatever of `told` is so.
    pub(crate) fn with(self, told: impl IntoIterator<Item = (Self, bool)>) -> Self {
        told.into_iter().fold(self, |all, (bit, is)| Self(all.0 | if is { bit.0 } else { 0 }))
    }

    /// Whether all of `other` is told.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// Whether a word is one letter, or the name of a Latin one.
pub(crate) fn is_letter(key: &str) -> bool {
    key.chars().count() == 1 || LATIN_LETTERS.contains(&key)
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= SHORTEST
}

/// Whether a word begins with the article: «الوزير».
pub(crate) fn has_article(key: &str) -> bool {
    // Folded, إلى (to) and إلا (except) look as if they did.
    key.starts_with("ال") && !matches!(key, "الي" | "الا")
}

/// A word without its article, if enough is left.
pub(crate) fn without_article(key: &str) -> &str {
    match key.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 2 && key != "الله" => rest,
        _ => key,
    }
}

/// A word without a conjunction, if at least `letters` are left.
pub(crate) fn without_conjunction(key: &str, letters: usize) -> Option<&str> {
    let rest = key.strip_prefix(CONJUNCTIONS)?;
    rest.chars().nth(letters.checked_sub(1)?).map(|_| rest)
}

/// Whether a word begins with و or ف.
pub(crate) fn may_be_joined(key: &str) -> bool {
    key.starts_with(CONJUNCTIONS)
}

/// Whether a word, its conjunction taken off, begins with teh.
fn may_begin_with_teh(key: &str) -> bool {
    key.strip_prefix(CONJUNCTIONS).unwrap_or(key).starts_with('ت')
}

/// Whether a word begins with و (and).
pub(crate) fn may_have_and(key: &str) -> bool {
    key.starts_with('و')
}

/// Whether a word begins with ف (and so).
pub(crate) fn may_have_fa(key: &str) -> bool {
    key.starts_with('ف')
}

/// What is left of a word without a joined preposition.
pub(crate) fn without_preposition(key: &str) -> Option<&str> {
    key.strip_prefix(PREPOSITIONS)
}

/// What is left of a word without ب (in, by).
pub(crate) fn without_ba(key: &str) -> Option<&str> {
    key.strip_prefix('ب')
}

/// What is left of a word without ل (to, for).
pub(crate) fn without_lam(key: &str) -> Option<&str> {
    key.strip_prefix('ل')
}

/// «للوزارة» is ل and «الوزارة».
pub(crate) fn behind_lam(word: &str) -> String {
    match word.strip_prefix("لل") {
        Some(rest) => format!("ال{rest}"),
        None => without_lam(word).unwrap_or(word).to_owned(),
    }
}

/// Whether ل and the article are joined to the word: «للحضور».
pub(crate) fn has_lam_and_article(key: &str) -> bool {
    key.starts_with("لل")
}

/// Whether ب and the article are joined to the word: «بالعبارة».
pub(crate) fn has_ba_and_article(key: &str) -> bool {
    key.starts_with("بال") && key.chars().count() > SHORTEST + 1
}

/// Whether ل is written before a hamza, as no name begins: «لأبي» (to my father).
pub(crate) fn has_lam_and_hamza(bare: &str) -> bool {
    without_lam(bare).is_some_and(|rest| rest.starts_with(['أ', 'إ']))
}

/// Whether a word has the look of an active participle in the feminine, folded: «باسمه», «متردده».
pub(crate) fn looks_active(key: &str) -> bool {
    let letters = key.chars().count();
    let simple = letters == SHORTEST + 1 && key.chars().nth(1) == Some('ا');
    simple || (letters > SHORTEST + 1 && key.starts_with("مت"))
}

/// Whether a preposition or conjunction and the article are joined to the word.
pub(crate) fn has_joined_article(key: &str) -> bool {
    JOINED_ARTICLES.iter().any(|prefix| key.starts_with(prefix))
}

/// A word without و, ب or ل, if enough is left: «بوزارة».
pub(crate) fn without_clitic(key: &str) -> &str {
    let rest = key.strip_prefix(['و', 'ب', 'ل']).unwrap_or(key);
    if rest.chars().count() >= SHORTEST - 1 { rest } else { key }
}

/// Whether a possessive pronoun seems to hang on the word: «شكره». A word with an article has none.
pub(crate) fn has_possessive(bare: &str) -> bool {
    POSSESSIVES.iter().any(|pronoun| bare.ends_with(pronoun))
        && is_long(bare)
        && !has_article(bare)
        && !has_joined_article(bare)
}

/// What is left of a word without each pronoun that may hang on it.
pub(crate) fn without_possessive(key: &str) -> impl Iterator<Item = &str> {
    POSSESSIVES.iter().filter_map(|pronoun| key.strip_suffix(pronoun))
}

/// What is left of a word without «نا» (our).
pub(crate) fn without_our(key: &str) -> Option<&str> {
    key.strip_suffix("نا").filter(|rest| is_long(rest))
}

/// A word whose teh opens before a pronoun, as it is without one and folded: «محاميت» is «محاميه».
pub(crate) fn with_teh_marbuta(stem: &str) -> String {
    stem.strip_suffix('ت').map_or_else(String::new, |rest| format!("{rest}ه"))
}

/// Whether an unlisted word has the look of a past with a feminine subject: «دحضت».
pub(crate) fn looks_past_feminine(key: &str) -> bool {
    key.ends_with('ت')
        && (SHORTEST..=SHORTEST + 3).contains(&key.chars().count())
        && !key.ends_with("ات")
        && !has_joined_article(key)
}

/// A verb with each pronoun of an object; on the shortest words none is told from a letter.
pub(crate) fn with_object(form: &str) -> impl Iterator<Item = String> {
    let is_enough = form.chars().count() >= SHORTEST - 1;
    OBJECTS.iter().filter(move |_| is_enough).map(move |pronoun| format!("{form}{pronoun}"))
}

/// «سألوني» (they asked me): the alef of «سألوا» gives way to the pronoun.
pub(crate) fn plural_with_object(form: &str) -> impl Iterator<Item = String> {
    let rest = form.strip_suffix('ا').filter(|rest| rest.ends_with('و'));
    rest.into_iter().flat_map(with_object)
}

/// A word without the pronoun of its object or owner.
pub(crate) fn without_object(form: &str) -> Option<&str> {
    let rest = OBJECTS.iter().find_map(|pronoun| form.strip_suffix(pronoun))?;
    (rest.chars().count() >= SHORTEST - 1).then_some(rest)
}

/// An imperfect behind the lam of purpose: «ليقول».
pub(crate) fn without_purpose(key: &str) -> Option<&str> {
    without_lam(key).filter(|rest| rest.starts_with(['ي', 'ت']))
}

/// Whether a word has the look of an imperfect of the third person: «يشمل».
pub(crate) fn looks_imperfect(key: &str) -> bool {
    key.starts_with('ي') && is_long(key) && !key.ends_with("ون")
}

/// The same of a doubled verb, of three letters: «يقص».
pub(crate) fn looks_short_imperfect(key: &str) -> bool {
    key.starts_with('ي') && key.chars().count() == SHORTEST - 1
}

/// Whether a word without the article ends in heh as written: «والده» (his father), not «والدة».
pub(crate) fn ends_as_his(bare: &str) -> bool {
    !has_article(bare) && bare.ends_with('ه')
}

/// Whether a word has the look of a future: «سيحتاج», «ستبدأ».
pub(crate) fn looks_future(key: &str) -> bool {
    key.strip_prefix('س').is_some_and(|rest| rest.starts_with(['ي', 'ت']) && is_long(rest))
}

/// Whether a word is an adjective of relation or a sound plural, which no name is.
pub(crate) fn is_adjective_or_plural(key: &str) -> bool {
    (key.ends_with("يه") || key.ends_with("يين") || key.ends_with("ات"))
        && key.chars().count() > SHORTEST
}

/// Whether a word ends as a sound plural: «مسؤولون».
pub(crate) fn is_sound_plural(key: &str) -> bool {
    key.chars().count() > SHORTEST && ["ون", "ين", "ات"].iter().any(|ending| key.ends_with(ending))
}

/// Whether a word is a definite plural in the case of an object: «الأعضاء» is not told apart,
/// «الكينيين» is.
pub(crate) fn is_object_plural(key: &str) -> bool {
    has_article(key) && key.ends_with("ين") && key.chars().count() > SHORTEST + 1
}

/// Whether a word is a definite plural that no family is called by: «المساهمين», «الجمهوريون».
pub(crate) fn is_definite_plural(key: &str) -> bool {
    is_object_plural(key) || (has_article(key) && key.ends_with("يون"))
}

/// Whether a word is a definite sound plural in the nominative, which is of people alone: «العازفون» (the
/// musicians).
pub(crate) fn is_human_plural(key: &str) -> bool {
    has_article(key) && key.ends_with("ون") && key.chars().count() > SHORTEST + 2
}

/// Whether a definite word has the look of a derived participle: «المنتمي», «المتعامل».
pub(crate) fn looks_participle(key: &str) -> bool {
    key.starts_with("المت") || key.starts_with("المن")
}

/// A plural or dual without its ending, so that its cases are one.
pub(crate) fn stem_of_plural(key: &str) -> &str {
    ["ون", "ين"].iter().find_map(|ending| key.strip_suffix(ending)).unwrap_or(key)
}

/// A word without the alef of the indefinite accusative: «متحدثا».
pub(crate) fn without_accusative(key: &str) -> Option<&str> {
    key.strip_suffix('ا').filter(|word| is_long(word))
}

/// Whether a word may be an indefinite accusative: «بيانا».
pub(crate) fn may_be_accusative(bare: &str) -> bool {
    bare.ends_with('ا') && is_long(bare)
}

/// Whether two titles differ in gender alone: «وزير», «وزيرة».
pub(crate) fn same_but_gender(one: &str, other: &str) -> bool {
    one == other || one.strip_suffix('ه') == Some(other) || other.strip_suffix('ه') == Some(one)
}

/// Whether a possessive pronoun is feminine: «قولها».
pub(crate) fn is_hers(key: &str) -> bool {
    key.ends_with("ها")
}

/// A verb without the pronoun that takes up a relative: «ما ذكرته», «ما قالها».
pub(crate) fn without_resumptive(key: &str) -> impl Iterator<Item = &str> {
    [Some(key), key.strip_suffix('ه'), key.strip_suffix("ها")].into_iter().flatten()
}
