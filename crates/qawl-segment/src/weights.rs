//! What each kind of evidence is worth, in bits.
//!
//! Set by hand and by reading errors; nothing here is trained on annotated text. A cut scores what
//! is known of its stem, less what its clitics cost, less what speaks against the pair.

use crate::clitics::{Conjunction, Particle};
use crate::stems::Evidence;

/// Of a bit of the frequency of the bare stem.
pub(crate) const BARE: f32 = 0.6;
/// The same of the word left whole, whose frequency says little: a word with a conjunction is
/// frequent as well.
pub(crate) const BARE_WHOLE: f32 = 0.15;
/// Of a bit of the frequency of the whole word with the article, which no conjunction or
/// preposition can stand behind: البعيد says that بعيد ("far") is not "on" and عيد ("feast").
pub(crate) const ARTICLE_WHOLE: f32 = 1.0;
/// Of a bit of the frequency of the stem with the article.
pub(crate) const ARTICLE: f32 = 0.4;
/// And as much at once where that is no accident.
pub(crate) const OWN_ARTICLE: f32 = 3.0;
/// How many bits are no accident.
pub(crate) const NO_ACCIDENT: f32 = 4.0;
/// Of each other proclitic seen before the stem.
pub(crate) const PROCLITIC: f32 = 0.5;
/// Of each pronoun seen behind it.
pub(crate) const PRONOUN: f32 = 0.3;
/// Of each future particle seen before it.
pub(crate) const FUTURE: f32 = 0.5;
/// Of a lexicon that knows the stem.
pub(crate) const CLASSED: f32 = 1.0;

/// A stem found only when hamza, ة and ى are spelled in another way.
pub(crate) const RESPELLED: f32 = -1.0;
/// A stem found only without its inflection, whatever is known of that.
pub(crate) const INFLECTED: f32 = 2.0;
/// The same of the word left whole: its inflection may hide its clitics.
pub(crate) const INFLECTED_WHOLE: f32 = -1.0;
/// A stem not found at all.
pub(crate) const UNKNOWN: f32 = -2.0;

/// A stem of one letter, of two.
pub(crate) const ONE_LETTER: f32 = -8.0;
pub(crate) const TWO_LETTERS: f32 = -2.5;

/// The article costs next to nothing: words seldom begin with ال of their own.
pub(crate) const DEFINITE: f32 = -0.5;
/// An article whose ال belongs to the stem: التقى ("he met").
pub(crate) const RADICAL_ARTICLE: f32 = -6.0;
/// لل as ل and a stem that begins with ل.
pub(crate) const SHARED_LAM: f32 = -1.5;
/// A word that begins with the article, also behind proclitics, and is left whole.
pub(crate) const ARTICLE_IN_STEM: f32 = -5.0;
/// لل as ل and a stem that begins with ل, without an article.
pub(crate) const LAM_WITHOUT_ARTICLE: f32 = -3.0;
/// A word that nothing knows as a stem and that begins with و: names do so seldom.
pub(crate) const AND_IN_STEM: f32 = -1.5;
/// And as much again where nobody knows the word at all.
pub(crate) const UNKNOWN_WITH_AND: f32 = -2.5;
/// A word that nothing knows as a stem and that ends in ها, هم or ته.
pub(crate) const PRONOUN_IN_STEM: f32 = -2.0;
/// And as much again where nobody knows it at all.
pub(crate) const UNKNOWN_WITH_PRONOUN: f32 = -2.0;
/// A word left whole that is a known stem with an ending: فردا, of فرد ("a single one").
pub(crate) const STEM_WITH_ENDING: f32 = 3.0;

/// A stem that a lexicon knows as a verb only, behind the article or a preposition.
pub(crate) const VERB_AS_NOUN: f32 = -2.5;
/// A stem behind س that does not look like an imperfect.
pub(crate) const FUTURE_OF_NOUN: f32 = -6.0;
/// A pronoun on a stem that was never seen with one.
pub(crate) const FIRST_PRONOUN: f32 = -1.5;
/// نا on a perfect is mostly its subject, which is no clitic.
pub(crate) const SUBJECT: f32 = -6.0;
/// A pronoun on an imperfect, which can only be its object.
pub(crate) const OBJECT: f32 = 2.0;
/// نا where a noun in the accusative is better known: مكانا ("a place").
pub(crate) const ACCUSATIVE: f32 = -6.0;
/// ه behind an adjective whose feminine is known.
pub(crate) const FEMININE: f32 = -6.0;
/// Of each bit by which the word with ة for ه is more frequent than the stem before ه.
pub(crate) const DOTLESS: f32 = 1.5;
/// A pronoun on what is only a name.
pub(crate) const PRONOUN_ON_NAME: f32 = -3.0;

/// Of each bit by which the word is more frequent than its stem lets expect.
pub(crate) const TOO_FREQUENT: f32 = 1.0;
/// The same where nothing knows the word as a stem: بمثابة ("in place of") is a set phrase.
pub(crate) const SET_PHRASE: f32 = 0.4;
/// How much more frequent a verb may be with a conjunction than without.
pub(crate) const NARRATIVE: f32 = 3.0;

/// What the clitics seen before a stem weigh, the article aside.
pub(crate) fn before(stem: Evidence) -> f32 {
    PROCLITIC * stem.proclitics() + FUTURE * stem.futures()
}

pub(crate) const fn conjunction(conjunction: Conjunction) -> f32 {
    match conjunction {
        Conjunction::And => -3.0,
        Conjunction::Then => -5.5,
    }
}

pub(crate) const fn particle(particle: Particle) -> f32 {
    match particle {
        Particle::With | Particle::To => -3.5,
        Particle::Like => -5.5,
        Particle::Will => -1.0,
    }
}

pub(crate) fn pronoun(pronoun: &str) -> f32 {
    match pronoun {
        "ها" => -2.5,
        "ه" | "هم" => -3.0,
        "هما" => -4.0,
        "هن" | "نا" => -5.0,
        "ني" => -6.0,
        "ك" | "كم" => -7.0,
        "كما" => -8.0,
        "ي" => -12.0,
        _ => -12.0,
    }
}
