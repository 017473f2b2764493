//! Looking a stem up: as it is written, in another spelling, or without its inflection.

use crate::clitics::{Cut, LETTER, ME, letters};
use crate::restore::Restoration;
use crate::stems::{Evidence, Stems};
use crate::trail::{Trail, respelled};

/// What is known of a stem, and how it was found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    pub(crate) evidence: Evidence,
    pub(crate) found: Found,
    pub(crate) restoration: Restoration,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Found {
    Exactly,
    /// With other hamzas, or ة for ه, or ى for ي: texts are not strict about them.
    Respelled,
    /// Without an ending of number, gender, case or relation.
    Inflected,
    /// As an imperfect without the prefix of its person.
    Imperfect,
    #[default]
    Not,
}

/// Endings of number, gender, case and relation.
const ENDINGS: [&str; 9] = ["ات", "ون", "ين", "ان", "ية", "ة", "ت", "وا", "ا"];

/// Endings of the imperfect.
const IMPERFECT_ENDINGS: [&str; 7] = ["", "ون", "ان", "وا", "ين", "ن", "ا"];

/// The shortest stem that is looked up in another spelling, and the shortest that is left when an
/// ending is taken off, in letters.
const SHORTEST: u8 = 3;

/// Hosts that are no longer do not end in the person تم: in شتموه ("they insulted him") it is of
/// the root.
const SHORT_PERFECT: u8 = 4;

/// No clitics before a stem, and the person of an imperfect, are longer, in letters.
const FRONT: usize = 6;

/// One word and what the table says of its parts.
pub(crate) struct Lookup<'w, 's, D> {
    word: &'w str,
    stems: &'s Stems<D>,
    /// By the letter that the walk starts at.
    trails: [Option<Trail>; FRONT],
}

impl<'w, 's, D: AsRef<[u8]>> Lookup<'w, 's, D> {
    pub(crate) fn new(word: &'w str, stems: &'s Stems<D>) -> Self {
        Self { word, stems, trails: [None; FRONT] }
    }

    pub(crate) fn word(&self) -> &'w str {
        self.word
    }

    /// What is known of the stem that `cut` leaves.
    pub(crate) fn known(&mut self, cut: &Cut) -> Known {
        if let Some(written) = self.written(cut) {
            return written;
        }
        let other = self.respelled(cut).or_else(|| self.inflected(cut));
        let known = other.or_else(|| self.imperfect(cut)).unwrap_or_default();
        Known { restoration: self.restoration_of_unknown(cut), ..known }
    }

    /// The restoration of a host that no table knows: و before a pronoun ends verbs, خزنوها ("they
    /// stored it"), and plurals in construct, مضيفوه ("its hosts"), which keep it.
    fn restoration_of_unknown(&mut self, cut: &Cut) -> Restoration {
        let (host, left) = (cut.key(self.word), self.left(cut));
        if left == 0 || !host.ends_with('و') {
            return Restoration::None;
        }
        let base = self.with_end(cut.key_start(), left + 1, "");
        let is_imperfect = host.starts_with(['ي', 'ت', 'ن']);
        if host.ends_with("تمو") && letters(host) > SHORT_PERFECT {
            Restoration::JoiningWaw
        } else if base.is_perfect() || is_imperfect {
            Restoration::SilentAlef
        } else {
            Restoration::None
        }
    }

    /// What is known of the word with `suffix` for its last `left` letters.
    pub(crate) fn with_end(&mut self, start: u8, left: u8, suffix: &str) -> Evidence {
        self.evidence(start, left, suffix).unwrap_or_default()
    }

    /// The stem as it is written, or as it is restored before a pronoun: the one that is met more
    /// often. Of نشرتها ("she published it") that is not نشرة ("bulletin").
    fn written(&mut self, cut: &Cut) -> Option<Known> {
        let plain = self.evidence(cut.key_start(), self.left(cut), "");
        let restored = self.restored(cut);
        match (plain, restored) {
            (Some(plain), Some(restored)) if restored.evidence.bare() < plain.bare() => {
                Some(Known::exactly(plain))
            }
            (plain, restored) => restored.or(plain.map(Known::exactly)),
        }
    }

    /// The most frequent of the stems that `cut` may leave by another spelling of their end.
    fn restored(&mut self, cut: &Cut) -> Option<Known> {
        let left = self.left(cut);
        if left == 0 {
            return None;
        }
        let host = cut.key(self.word);
        let of_verb = cut.written_pronoun(self.word) == ME;
        let mut best: Option<Known> = None;
        for &restoration in Restoration::of_host(host) {
            if of_verb && restoration.is_of_noun() {
                continue;
            }
            let (kept, added) = restoration.parts(host);
            let left = left + letters(host) - letters(kept);
            let Some(evidence) = self.evidence(cut.key_start(), left, added) else { continue };
            if best.is_none_or(|best| evidence.bare() > best.evidence.bare()) {
                best = Some(Known { evidence, found: Found::Exactly, restoration });
            }
        }
        best
    }

    fn respelled(&mut self, cut: &Cut) -> Option<Known> {
        let host = cut.key(self.word);
        if letters(host) < SHORTEST {
            return None;
        }
        let evidence = respelled(host, self.stems)?;
        Some(Known { evidence, found: Found::Respelled, ..Known::default() })
    }

    fn inflected(&mut self, cut: &Cut) -> Option<Known> {
        let host = cut.key(self.word);
        let bases = ENDINGS.into_iter().filter(|ending| {
            host.strip_suffix(ending).is_some_and(|base| letters(base) >= SHORTEST)
        });
        let left = self.left(cut);
        let evidence = bases
            .into_iter()
            .find_map(|ending| self.evidence(cut.key_start(), left + letters(ending), ""))?;
        Some(Known { evidence, found: Found::Inflected, ..Known::default() })
    }

    fn imperfect(&mut self, cut: &Cut) -> Option<Known> {
        let host = cut.key(self.word);
        let body = host.strip_prefix(['ي', 'ت', 'ن', 'أ'])?;
        let left = self.left(cut);
        let evidence = IMPERFECT_ENDINGS.into_iter().find_map(|ending| {
            body.strip_suffix(ending)?;
            let start = cut.key_start() + 1;
            let evidence = self.evidence(start, left + letters(ending), "")?;
            evidence.is_imperfect().then_some(evidence)
        })?;
        Some(Known { evidence, found: Found::Imperfect, ..Known::default() })
    }

    fn evidence(&mut self, start: u8, left: u8, suffix: &str) -> Option<Evidence> {
        let letters = self.word.get(usize::from(start) * LETTER..)?;
        let trail = self.trails.get_mut(usize::from(start))?;
        let trail = trail.get_or_insert_with(|| Trail::along(letters, self.stems));
        trail.evidence(left, suffix, self.stems)
    }

    /// The letters behind the stem.
    fn left(&self, cut: &Cut) -> u8 {
        letters(self.word) - cut.stem.1
    }
}

impl Known {
    fn exactly(evidence: Evidence) -> Self {
        Self { evidence, found: Found::Exactly, restoration: Restoration::None }
    }
}
