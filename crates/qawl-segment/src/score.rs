//! Which of the possible cuts is the likeliest.

use crate::clitics::{Article, Cut, LETTER, Particle, for_each_cut};
use crate::known::{ENDINGS, Found, Known};
use crate::restore::{Key, Restoration};
use crate::shape;
use crate::stems::{Evidence, Stems};
use crate::weights as w;

/// How a stem is spelled alone.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stem {
    /// So the list of exceptions spells it.
    Listed(&'static str),
    /// So the table was asked for it.
    Found(Restoration),
}

/// The cut chosen for a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) cut: Cut,
    pub(crate) stem: Stem,
    pub(crate) score: f32,
    pub(crate) margin: f32,
}

impl Choice {
    /// A cut that nothing competes with.
    pub(crate) fn certain(cut: Cut, stem: Stem) -> Self {
        Self { cut, stem, score: 0.0, margin: f32::INFINITY }
    }
}

/// The best cut of `word`, which is made of Arabic letters. Of equals the first: the coarser.
pub(crate) fn choose<D: AsRef<[u8]>>(word: &str, stems: &Stems<D>) -> Choice {
    let scorer = Scorer { word, stems, whole: stems.get(word).unwrap_or_default() };
    let mut best = Choice::certain(Cut::whole(word), Stem::Found(Restoration::None));
    let mut second = f32::NEG_INFINITY;
    best.score = f32::NEG_INFINITY;
    for_each_cut(word, |cut| {
        let (score, restoration) = scorer.score(cut);
        if score > best.score {
            second = best.score;
            best = Choice { cut, stem: Stem::Found(restoration), score, ..best };
        } else {
            second = second.max(score);
        }
    });
    best.margin = best.score - second;
    best
}

struct Scorer<'s, D> {
    word: &'s str,
    stems: &'s Stems<D>,
    /// What is known of the word as a stem.
    whole: Evidence,
}

impl<D: AsRef<[u8]>> Scorer<'_, D> {
    fn score(&self, cut: Cut) -> (f32, Restoration) {
        let host = cut.key(self.word);
        let known = Known::of(host, self.stems);
        if cut.is_whole() {
            return (self.whole(known) + shape::length(host), Restoration::None);
        }
        let (known, restoration) = self.restored(cut, host, known);
        (self.part(cut, known), restoration)
    }

    /// What is known of `host`, or of the stem that it is before a pronoun, and which of the two is
    /// met more often: of نشرتها ("she published it") not نشرة ("bulletin"), though a noun is known
    /// by more than a verb.
    fn restored(&self, cut: Cut, host: &str, known: Known) -> (Known, Restoration) {
        let restoration = Restoration::of_host(host).filter(|_| cut.pronoun > 0);
        let Some(restoration) = restoration else { return (known, Restoration::None) };
        let restored = Known::of_parts(restoration.parts(host).into(), self.stems);
        let better = restored.weight(w::BARE) > known.weight(w::BARE);
        let oftener = restored.evidence.bare() >= known.evidence.bare();
        let restoration = if better && oftener { restoration } else { Restoration::None };
        (if better { restored } else { known }, restoration)
    }

    /// The word left whole: what is known of it as a stem, less what its looks speak against that.
    fn whole(&self, known: Known) -> f32 {
        let mut score = known.weight(w::BARE_WHOLE) + self.own_article() + self.kept_article();
        if known.found == Found::Inflected {
            score = score.min(w::INFLECTED_WHOLE);
        }
        if self.whole.is_stem() {
            score
        } else if self.has_ending() {
            score + w::STEM_WITH_ENDING
        } else {
            score + looks_of_front(self.word, known.found) + looks_of_end(self.word, known.found)
        }
    }

    fn own_article(&self) -> f32 {
        let article = self.whole.with_article();
        let own = if article > w::NO_ACCIDENT { w::OWN_ARTICLE } else { 0.0 };
        (w::ARTICLE_WHOLE - w::ARTICLE) * article + own
    }

    /// What speaks against a whole word that seems to have the article.
    fn kept_article(&self) -> f32 {
        let own = self.whole.is_stem() || self.is_radical(0, self.word.len());
        if shape::hides_article(self.word) && !own { w::ARTICLE_IN_STEM } else { 0.0 }
    }

    /// Whether the word is a known stem with an ending of number, gender or case.
    fn has_ending(&self) -> bool {
        let bases = ENDINGS.into_iter().filter_map(|ending| self.word.strip_suffix(ending));
        bases.filter(|base| base.len() >= 3 * LETTER).any(|base| {
            let base = self.stems.get(base).unwrap_or_default();
            base.is_classed() || base.with_article() > w::NO_ACCIDENT
        })
    }

    /// A stem with clitics: what is known of it, what they cost, what speaks against the pair.
    fn part(&self, cut: Cut, known: Known) -> f32 {
        self.stem(cut, known)
            + shape::length(cut.key(self.word))
            + cut.conjunction.map_or(0.0, w::conjunction)
            + cut.particle.map_or(0.0, w::particle)
            + self.article(cut)
            + self.nominal(cut, known)
            + self.future(cut, known.evidence)
            + self.pronoun(cut, known)
            + self.too_frequent(cut, known.evidence)
    }

    fn stem(&self, cut: Cut, known: Known) -> f32 {
        let key = cut.key(self.word);
        let begins = shape::begins_like_clitic(key);
        let weak = cut.stem.0 == 0 && begins && !known.evidence.is_stem();
        let mut score = known.weight(if weak { w::BARE_WHOLE } else { w::BARE });
        if known.found == Found::Inflected && begins && !known.evidence.is_stem() {
            score = score.min(w::INFLECTED_WHOLE);
        }
        if !known.evidence.is_stem() {
            score += if cut.stem.0 == 0 { looks_of_front(key, known.found) } else { 0.0 };
            score += if cut.pronoun == 0 { looks_of_end(key, known.found) } else { 0.0 };
        }
        // What is seen at the other end of the word tells nothing of the cut at this one.
        match (cut.stem.0 > 0, cut.pronoun > 0) {
            (false, true) => score + w::before(self.whole),
            (true, false) if cut.article.is_none() => score + w::PRONOUN * self.whole.pronouns(),
            _ => score,
        }
    }

    fn article(&self, cut: Cut) -> f32 {
        let stem = cut.written_stem(self.word);
        let (start, end) = cut.stem;
        let left = match cut.particle {
            None => shape::hides_article(stem),
            Some(_) => stem.starts_with("ال"),
        };
        match cut.article {
            Some(Article::Full) if self.is_radical(start - 2 * LETTER, end) => w::RADICAL_ARTICLE,
            Some(Article::Full | Article::Elided) => w::DEFINITE,
            Some(Article::Shared) => w::SHARED_LAM,
            None if left && !self.is_radical(start, end) => w::ARTICLE_IN_STEM,
            None if cut.particle == Some(Particle::To) && stem.starts_with('ل') => {
                w::LAM_WITHOUT_ARTICLE
            }
            None => 0.0,
        }
    }

    /// Whether the ال that the bytes from `start` to `end` begin with is their own: they are known
    /// as a verb or behind an article, and the rest seldom stands alone.
    fn is_radical(&self, start: usize, end: usize) -> bool {
        let Some(stem) = self.word.get(start..end).filter(|stem| stem.starts_with("ال")) else {
            return false;
        };
        let perfect = ["", "ى", "ت", "وا", "ا", "تا"].into_iter().any(|ending| {
            let base = stem.strip_suffix(ending).and_then(|base| self.stems.get(base));
            base.unwrap_or_default().is_perfect()
        });
        let own = perfect || self.written(start, end).with_article() > 2.0;
        let rest = self.written(start + 2 * LETTER, end).bare();
        let hamza = self.with_hamza(stem).map_or(0.0, Evidence::bare);
        (own && rest < 3.0) || hamza > rest + 3.0
    }

    /// What is known of a stem that begins with ا if it is one that begins with أ or إ: المانيا
    /// ("Germany").
    fn with_hamza(&self, stem: &str) -> Option<Evidence> {
        let rest = stem.strip_prefix('ا')?;
        let spelled = |alef| self.stems.get(Key::of([alef, rest])?.as_str());
        spelled("أ").or_else(|| spelled("إ"))
    }

    /// A verb has no article and no preposition but ل, and that before the imperfect.
    fn nominal(&self, cut: Cut, known: Known) -> f32 {
        let preposition = cut.particle.filter(|particle| *particle != Particle::Will);
        let subjunctive = preposition == Some(Particle::To)
            && cut.article.is_none()
            && shape::begins_like_imperfect(cut.key(self.word));
        let nominal = cut.article.is_some() || preposition.is_some();
        let verb = known.found == Found::Exactly && known.evidence.is_only_verb();
        if nominal && verb && !subjunctive { w::VERB_AS_NOUN } else { 0.0 }
    }

    /// س stands before the imperfect alone.
    fn future(&self, cut: Cut, stem: Evidence) -> f32 {
        let verb = shape::begins_like_imperfect(cut.written_stem(self.word))
            && (stem.futures() > 0.0 || stem.with_article() < 1.0);
        if cut.particle == Some(Particle::Will) && !verb { w::FUTURE_OF_NOUN } else { 0.0 }
    }

    /// What a pronoun costs, and what speaks for or against it behind the stem.
    fn pronoun(&self, cut: Cut, known: Known) -> f32 {
        let pronoun = cut.written_pronoun(self.word);
        if pronoun.is_empty() {
            return 0.0;
        }
        let stem = known.evidence;
        let first = stem.pronouns() < 1.0 && known.found == Found::Exactly;
        let other = match pronoun {
            "نا" => self.ours(cut, stem),
            "ه" => self.his(cut, stem),
            _ => 0.0,
        };
        w::pronoun(pronoun)
            + other
            + if first { w::FIRST_PRONOUN } else { 0.0 }
            + if stem.is_only_name() { w::PRONOUN_ON_NAME } else { 0.0 }
    }

    /// ه is the ة of a better known word, its dots left out: كبيره, for كبيرة ("big").
    fn his(&self, cut: Cut, stem: Evidence) -> f32 {
        let parts = [cut.written_stem(self.word), "ة"];
        let other = Key::of(parts).and_then(|key| self.stems.get(key.as_str()));
        let Some(other) = other.filter(|other| other.is_stem()) else { return 0.0 };
        let adjective = if stem.is_adjective() { w::FEMININE } else { 0.0 };
        adjective - w::DOTLESS * (other.bare() - stem.bare() + 1.0).max(0.0)
    }

    /// نا is the object of an imperfect, the subject of a perfect, or the end of an accusative.
    fn ours(&self, cut: Cut, stem: Evidence) -> f32 {
        let imperfect = shape::begins_like_imperfect(cut.written_stem(self.word));
        if imperfect && stem.futures() > 0.0 && !stem.is_stem() {
            return w::OBJECT;
        }
        let noun = self.written(cut.stem.0, self.word.len() - LETTER);
        (if stem.is_mostly_verb() { w::SUBJECT } else { 0.0 })
            + if noun.bare() > stem.bare() { w::ACCUSATIVE } else { 0.0 }
    }

    /// A word with a clitic is rarer than without. Where it is not, it is mostly another word.
    fn too_frequent(&self, cut: Cut, stem: Evidence) -> f32 {
        if cut.article.is_some() {
            return 0.0;
        }
        let narrative = stem.is_verb() && cut.conjunction.is_some();
        let expected =
            stem.bare().max(stem.with_article()) + if narrative { w::NARRATIVE } else { 0.0 };
        let weight = match (self.whole.is_stem(), cut.conjunction) {
            (true, _) => w::TOO_FREQUENT,
            (false, None) => w::SET_PHRASE,
            (false, Some(_)) => 0.0,
        };
        -weight * (self.whole.bare() - expected).max(0.0)
    }

    /// What is known of the bytes from `start` to `end` as they are written.
    fn written(&self, start: usize, end: usize) -> Evidence {
        let stem = self.word.get(start..end).and_then(|stem| self.stems.get(stem));
        stem.unwrap_or_default()
    }
}

/// What speaks against a stem that begins as if with a conjunction, where nothing speaks for it.
fn looks_of_front(stem: &str, found: Found) -> f32 {
    match (shape::begins_with_and(stem), found) {
        (false, _) => 0.0,
        (true, Found::Exactly) => w::AND_IN_STEM,
        (true, _) => w::AND_IN_STEM + w::UNKNOWN_WITH_AND,
    }
}

/// The same of a stem that ends as if with a pronoun.
fn looks_of_end(stem: &str, found: Found) -> f32 {
    match (shape::ends_with_pronoun(stem), found) {
        (false, _) => 0.0,
        (true, Found::Exactly) => w::PRONOUN_IN_STEM,
        (true, _) => w::PRONOUN_IN_STEM + w::UNKNOWN_WITH_PRONOUN,
    }
}
