//! Looking a stem up: as it is written, in another spelling, or without its inflection.

use crate::clitics::LETTER;
use crate::restore::Key;
use crate::stems::{Evidence, Stems};
use crate::weights as w;

/// What is known of a stem, and how it was found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) evidence: Evidence,
    pub(crate) found: Found,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Exactly,
    /// With other hamzas, or ة for ه, or ى for ي: texts are not strict about them.
    Respelled,
    /// Without an ending, or as an imperfect without its person.
    Inflected,
    Not,
}

/// Endings of number, gender, case and relation.
pub(crate) const ENDINGS: [&str; 9] = ["ات", "ون", "ين", "ان", "ية", "ة", "ت", "وا", "ا"];

/// Endings of the imperfect.
const IMPERFECT_ENDINGS: [&str; 7] = ["", "ون", "ان", "وا", "ين", "ن", "ا"];

impl Known {
    const NOT: Known = Known { evidence: Evidence::NONE, found: Found::Not };

    /// What the table knows of `stem`.
    pub(crate) fn of<D: AsRef<[u8]>>(stem: &str, stems: &Stems<D>) -> Self {
        if let Some(evidence) = stems.get(stem) {
            return Known { evidence, found: Found::Exactly };
        }
        let respelled =
            || Some(Known { evidence: respelled(stem, stems)?, found: Found::Respelled });
        let inflected =
            || Some(Known { evidence: inflected(stem, stems)?, found: Found::Inflected });
        respelled().or_else(inflected).unwrap_or(Known::NOT)
    }

    /// The same of the parts joined.
    pub(crate) fn of_parts<D: AsRef<[u8]>>(parts: [&str; 2], stems: &Stems<D>) -> Self {
        Key::of(parts).map_or(Known::NOT, |key| Known::of(key.as_str(), stems))
    }

    /// All of it in bits, each bit of the frequency of the bare stem weighing `bare`.
    pub(crate) fn weight(self, bare: f32) -> f32 {
        let evidence = self.evidence;
        let sum = bare * evidence.bare()
            + w::ARTICLE * evidence.with_article()
            + w::before(evidence)
            + w::PRONOUN * evidence.pronouns()
            + if evidence.is_classed() { w::CLASSED } else { 0.0 };
        match self.found {
            Found::Exactly => sum,
            Found::Respelled => sum + w::RESPELLED,
            Found::Inflected => sum.min(w::INFLECTED),
            Found::Not => w::UNKNOWN,
        }
    }
}

fn respelled<D: AsRef<[u8]>>(stem: &str, stems: &Stems<D>) -> Option<Evidence> {
    if stem.len() < 3 * LETTER {
        return None;
    }
    let spelled = |parts| stems.get(Key::of(parts)?.as_str());
    let alefs = || {
        let rest = stem.strip_prefix(['ا', 'أ', 'إ', 'آ'])?;
        ["أ", "ا", "إ", "آ"].into_iter().find_map(|alef| spelled([alef, rest]))
    };
    alefs().or_else(|| {
        let (body, last) = stem.split_at_checked(stem.len() - LETTER)?;
        match last {
            "ه" => spelled([body, "ة"]),
            "ي" => spelled([body, "ى"]),
            "ى" => spelled([body, "ي"]),
            _ => None,
        }
    })
}

fn inflected<D: AsRef<[u8]>>(stem: &str, stems: &Stems<D>) -> Option<Evidence> {
    if stem.len() < 4 * LETTER {
        return None;
    }
    let without_ending = || {
        let bases = ENDINGS.into_iter().filter_map(|ending| stem.strip_suffix(ending));
        bases.filter(|base| base.len() >= 3 * LETTER).find_map(|base| stems.get(base))
    };
    without_ending().or_else(|| {
        let body = stem.strip_prefix(['ي', 'ت', 'ن', 'أ'])?;
        let bases = IMPERFECT_ENDINGS.into_iter().filter_map(|ending| body.strip_suffix(ending));
        bases.filter_map(|base| stems.get(base)).find(|evidence| evidence.is_imperfect())
    })
}
