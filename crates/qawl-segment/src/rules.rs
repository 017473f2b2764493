//! What speaks for a cut before any weight is learned: what is known of its stem, less what its
//! clitics cost, less what speaks against the pair.
//!
//! Set by hand, in the unit of scores, 256ths of a nat. A bit of frequency counts for less than
//! its 177 of them, as what is known of a stem is not independent of the rest. Learned weights are
//! added to this score, so it is where learning starts from, and what is left without a model.

use crate::clitics::{Article, Conjunction, Cut, Particle, letters};
use crate::known::{Found, Known};
use crate::restore::Restoration;
use crate::stems::Evidence;

/// The score of `cut`, less being worse.
pub(crate) fn score(cut: &Cut, word: &str, known: Known, whole: Known) -> i32 {
    if cut.is_whole(word) {
        return left_whole(word, known);
    }
    let stem = cut.key(word);
    let pronoun = cut.written_pronoun(word);
    worth(known, 20, 13)
        + length(stem)
        + front(cut)
        + article(cut, word)
        + cost_of_pronoun(pronoun, known.restoration)
        + first_pronoun(pronoun, known)
        + too_frequent(cut, known.evidence, whole)
}

/// What is known of a stem, each level of the frequency of the bare stem weighing `bare`, each of
/// the stem with the article `article`.
fn worth(known: Known, bare: i32, article: i32) -> i32 {
    let evidence = known.evidence;
    let classed = if evidence.classes() != 0 { 100 } else { 0 };
    let sum = bare * evidence.bare()
        + article * evidence.with_article()
        + 50 * (evidence.proclitics() + evidence.futures())
        + 30 * evidence.pronouns()
        + classed;
    match known.found {
        Found::Exactly => sum,
        Found::Respelled => sum - 100,
        Found::Inflected | Found::Imperfect => sum.min(200),
        Found::Not => -200,
    }
}

/// Whether the lexicon or the article says that it is a stem.
fn is_stem(evidence: Evidence) -> bool {
    evidence.classes() != 0 || evidence.with_article() > 0
}

/// A whole word. Its frequency says little: a word with a conjunction is frequent as well. The
/// article says much: البعيد tells that بعيد ("far") is not "on" and عيد ("feast").
fn left_whole(word: &str, known: Known) -> i32 {
    let score = worth(known, 5, 33) + length(word);
    if known.found == Found::Exactly && is_stem(known.evidence) {
        return score;
    }
    let article = if hides_article(word) { -500 } else { 0 };
    let conjunction = if word.starts_with('و') { -300 } else { 0 };
    let ends_cut = ["ها", "هم", "ته"].iter().any(|end| word.ends_with(end));
    score + article + conjunction + if ends_cut { -300 } else { 0 }
}

/// Short stems are mostly accidents.
fn length(stem: &str) -> i32 {
    match letters(stem) {
        0 | 1 => -800,
        2 => -250,
        _ => 0,
    }
}

fn front(cut: &Cut) -> i32 {
    let conjunction = match cut.conjunction {
        None => 0,
        Some(Conjunction::And) => -300,
        Some(Conjunction::Then) => -550,
    };
    let particle = match cut.particle {
        None => 0,
        Some(Particle::With | Particle::To) => -350,
        Some(Particle::Like) => -550,
        Some(Particle::Will) => -100,
    };
    conjunction + particle
}

/// The article costs next to nothing. What looks like one and is left on the stem costs much.
fn article(cut: &Cut, word: &str) -> i32 {
    let stem = cut.written_stem(word);
    match cut.article {
        Some(Article::Full | Article::Elided) => -50,
        Some(Article::Shared) => -150,
        None if cut.particle == Some(Particle::To) && stem.starts_with('ل') => -400,
        None if hides_article(stem) => -500,
        None => 0,
    }
}

fn cost_of_pronoun(pronoun: &str, restoration: Restoration) -> i32 {
    match pronoun {
        // In news شركتي is mostly "the two companies of".
        "ي" if restoration == Restoration::TehMarbuta => -1600,
        "" => 0,
        "ها" => -250,
        "ه" | "هم" => -300,
        "هما" => -400,
        "هن" | "نا" => -500,
        "ني" => -600,
        "ك" | "كم" => -700,
        "كما" => -800,
        // كن, and ي, which is mostly the ending of an adjective.
        _ => -1200,
    }
}

/// A pronoun on a stem that was never seen with one.
fn first_pronoun(pronoun: &str, known: Known) -> i32 {
    let is_first = known.found == Found::Exactly && known.evidence.pronouns() == 0;
    if !pronoun.is_empty() && is_first { -150 } else { 0 }
}

/// A word with a clitic is rarer than without, but for verbs, which follow و and ف in narration.
/// Where it is not, it is mostly another word: بمثابة ("in place of") is a set phrase.
fn too_frequent(cut: &Cut, stem: Evidence, whole: Known) -> i32 {
    if cut.article.is_some() || whole.found != Found::Exactly {
        return 0;
    }
    let narrative = if cut.conjunction.is_some() { 9 } else { 0 };
    let expected = stem.bare().max(stem.with_article()) + narrative;
    let weight = if is_stem(whole.evidence) { 33 } else { 13 };
    -weight * (whole.evidence.bare() - expected).max(0)
}

/// Whether `word` looks as if it began with proclitics and the article.
fn hides_article(word: &str) -> bool {
    let long = |rest: &&str| letters(rest) >= 3;
    let rest = word.strip_prefix(['و', 'ف']).filter(long).unwrap_or(word);
    let behind = rest.strip_prefix(['ب', 'ك']).filter(long).unwrap_or(rest);
    behind.strip_prefix("ال").or_else(|| rest.strip_prefix("لل")).is_some_and(|rest| long(&rest))
}
