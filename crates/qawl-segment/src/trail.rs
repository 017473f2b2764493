//! Walks through the table of stems, a letter a step.

use fst::raw::Fst;

use crate::letters::{number, numbers};
use crate::stems::{Evidence, Stems};

/// How many letters before the end of the word a walk remembers: the longest pronoun and the
/// longest ending before it, and one.
const REACH: usize = 6;

/// A place in the table: a node, and what was gathered on the way to it.
#[derive(Clone, Copy, Debug)]
struct Place {
    node: u32,
    output: u32,
}

/// Where the letters from one start lead to, at the end of the word and at the letters before it.
/// So all stems that begin at one letter cost one walk.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Trail {
    /// By the number of letters between the place and the end of the word.
    places: [Option<Place>; REACH],
}

impl Trail {
    /// Follows `letters`.
    pub(crate) fn along<D: AsRef<[u8]>>(letters: &str, stems: &Stems<D>) -> Self {
        let mut trail = Self::default();
        let mut place = Some(Place::start(stems.fst()));
        let mut left = numbers(letters).len();
        for letter in numbers(letters) {
            trail.remember(left, place);
            let Some(here) = place else { return trail };
            place = here.step(letter, stems.fst());
            left -= 1;
        }
        trail.remember(left, place);
        trail
    }

    fn remember(&mut self, left: usize, place: Option<Place>) {
        if let Some(slot) = self.places.get_mut(left) {
            *slot = place;
        }
    }

    /// What is known of the letters without the last `left`, and `suffix` behind them.
    pub(crate) fn evidence<D: AsRef<[u8]>>(
        &self,
        left: u8,
        suffix: &str,
        stems: &Stems<D>,
    ) -> Option<Evidence> {
        let place = (*self.places.get(usize::from(left))?)?;
        let end = numbers(suffix).try_fold(place, |place, letter| place.step(letter, stems.fst()));
        end?.evidence(stems.fst())
    }
}

impl Place {
    fn start<D: AsRef<[u8]>>(fst: &Fst<D>) -> Self {
        Self { node: narrow(fst.root().addr() as u64), output: 0 }
    }

    fn step<D: AsRef<[u8]>>(self, letter: u8, fst: &Fst<D>) -> Option<Self> {
        let node = fst.node(self.node as usize);
        let transition = node.transition(node.find_input(letter)?);
        let output = self.output.wrapping_add(narrow(transition.out.value()));
        Some(Self { node: narrow(transition.addr as u64), output })
    }

    fn evidence<D: AsRef<[u8]>>(self, fst: &Fst<D>) -> Option<Evidence> {
        let node = fst.node(self.node as usize);
        let output = self.output.wrapping_add(narrow(node.final_output().value()));
        node.is_final().then(|| Evidence::of_output(output))
    }
}

/// Tables are smaller than four gigabytes, and what they tell of a stem has 25 bits.
fn narrow(value: u64) -> u32 {
    value as u32
}

/// The best known of the stems that `letters` may spell where the writer left out hamzas and dots:
/// ا for أ إ آ, و for ؤ, ي for ئ, and at the end ه for ة, and ى and ي for each other.
pub(crate) fn respelled<D: AsRef<[u8]>>(letters: &str, stems: &Stems<D>) -> Option<Evidence> {
    let mut best = None;
    respell(letters.as_bytes(), Place::start(stems.fst()), stems.fst(), &mut best);
    best
}

fn respell<D: AsRef<[u8]>>(
    letters: &[u8],
    place: Place,
    fst: &Fst<D>,
    best: &mut Option<Evidence>,
) {
    let [high, low, rest @ ..] = letters else {
        let better = |found: &Evidence| best.is_none_or(|best| found.weight() > best.weight());
        *best = place.evidence(fst).filter(better).or(*best);
        return;
    };
    let letter = number(*high, *low);
    for other in [letter].iter().chain(spellings(letter, rest.is_empty())) {
        if let Some(next) = place.step(*other, fst) {
            respell(rest, next, fst, best);
        }
    }
}

/// What else a letter may stand for.
fn spellings(letter: u8, is_last: bool) -> &'static [u8] {
    const ALEF: u8 = of('ا');
    const WAW: u8 = of('و');
    const YEH: u8 = of('ي');
    const ALEF_MAKSURA: u8 = of('ى');
    const HEH: u8 = of('ه');
    match (letter, is_last) {
        (ALEF, _) => const { &[of('أ'), of('إ'), of('آ')] },
        (WAW, _) => const { &[of('ؤ')] },
        (YEH, false) => const { &[of('ئ')] },
        (YEH, true) => const { &[of('ئ'), ALEF_MAKSURA] },
        (ALEF_MAKSURA, true) => &[YEH],
        (HEH, true) => const { &[of('ة')] },
        _ => &[],
    }
}

const fn of(letter: char) -> u8 {
    let mut bytes = [0; 2];
    letter.encode_utf8(&mut bytes);
    number(bytes[0], bytes[1])
}
