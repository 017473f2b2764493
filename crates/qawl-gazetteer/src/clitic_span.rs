//! Where the proclitics of a match stand in the text.

use qawl_core::Span;
use qawl_core::letters::TATWEEL;

use crate::clitic::{Cut, is_proclitic};
use crate::piece::Gap;
use crate::window::Window;

/// Proclitics in reading order, at most a conjunction and a preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clitics {
    spans: [Span; 2],
    len: usize,
}

impl Clitics {
    fn of(spans: [Span; 2]) -> Self {
        let mut clitics = Self::default();
        for span in spans.into_iter().filter(|span| !span.is_empty()) {
            if let Some(place) = clitics.spans.get_mut(clitics.len) {
                *place = span;
                clitics.len += 1;
            }
        }
        clitics
    }

    pub(crate) fn as_slice(&self) -> &[Span] {
        self.spans.get(..self.len).unwrap_or_default()
    }
}

/// The proclitics that `cut` takes off the current piece, and where the name begins. A proclitic
/// takes the marks and the tatweel behind it along. `None` where the cut goes through a ligature.
pub(crate) fn split(window: &mut Window<'_, '_>, cut: Cut) -> Option<(Clitics, usize)> {
    let place = window.seen(0)?;
    let piece = place.piece;
    if cut.is_bare() {
        return Some((detached(window).unwrap_or_default(), piece.span.start()));
    }
    let word = piece.span.get(window.text())?;
    let (conjunction, preposition) = if place.hashed.by_letters {
        let [conjunction, end] = [cut.conjunction, cut.len()];
        (Span::new(0, conjunction), Span::new(conjunction, end))
    } else {
        spans(window, word, cut.conjunction, cut.len())?
    };
    let clitics =
        Clitics::of([conjunction, preposition].map(|span| span.shift(piece.span.start())));
    Some((clitics, piece.span.start() + preposition.end()))
}

/// The spans in `word` of its folded bytes up to `conjunction`, and from there up to `end`.
fn spans(
    window: &Window<'_, '_>,
    word: &str,
    conjunction: usize,
    end: usize,
) -> Option<(Span, Span)> {
    let normalized = window.folding().normalizer().normalize_aligned(word);
    let part = |start, end| {
        let empty = start == end;
        (!empty).then(|| normalized.to_original(Span::new(start, end)))
    };
    let first = part(0, conjunction).unwrap_or_default();
    let second = part(conjunction, end).unwrap_or(Span::empty(first.end()));
    let rest = normalized.to_original(Span::new(end, normalized.as_str().len()));
    (first.end() <= second.start() && second.end() <= rest.start()).then_some((first, second))
}

/// Proclitics that stand in front of the current piece as a word of their own, tied to it by a
/// tatweel or an opening mark: «لـ"داعش"», «و«الحياة»».
fn detached(window: &mut Window<'_, '_>) -> Option<Clitics> {
    let name = window.seen(0)?.piece;
    let before = window.behind(1)?;
    let quoted = before.is_opening(window.text());
    let (word, last_gap) =
        if quoted { (window.behind(2)?, before.gap) } else { (before, name.gap) };
    let source = word.span.get(window.text())?;
    let tied = source.ends_with(TATWEEL) && last_gap <= Gap::Space
        || quoted && last_gap == Gap::None && name.gap == Gap::None;
    if !tied {
        return None;
    }
    let word = window.fold(word);
    if !is_proclitic(&word.text) {
        return None;
    }
    let conjunction = if word.text.starts_with(['و', 'ف']) { 'و'.len_utf8() } else { 0 };
    let (first, second) = whole(window, source, conjunction, word.text.len())?;
    Some(Clitics::of([first, second].map(|span| span.shift(word.piece.span.start()))))
}

/// Like [`spans`], of a word that is nothing but proclitics.
fn whole(
    window: &Window<'_, '_>,
    word: &str,
    conjunction: usize,
    len: usize,
) -> Option<(Span, Span)> {
    if conjunction == len {
        return Some((Span::new(0, word.len()), Span::empty(word.len())));
    }
    if conjunction == 0 {
        return Some((Span::empty(0), Span::new(0, word.len())));
    }
    let normalized = window.folding().normalizer().normalize_aligned(word);
    let middle = normalized.to_original(Span::new(0, conjunction)).end();
    Some((Span::new(0, middle), Span::new(middle, word.len())))
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use crate::{Entry, Gazetteer, GazetteerBuilder};

    /// The name found in `text` and its proclitics, of a list with London and the United Nations.
    fn found(text: &str) -> Vec<&str> {
        let bytes = GazetteerBuilder::new(Profile::SEARCH)
            .add(Entry::new("لندن", "city"))
            .add(Entry::new("الأمم المتحدة", "organization"))
            .build()
            .unwrap();
        let gazetteer = Gazetteer::open(bytes).unwrap();
        let spans = gazetteer.find_iter(text).next().map(|found| {
            let mut spans = vec![found.span()];
            spans.extend(found.clitics());
            spans
        });
        spans.unwrap_or_default().into_iter().filter_map(|span| span.get(text)).collect()
    }

    #[test]
    fn proclitics_take_their_marks_along() {
        assert_eq!(found("وبلندن"), ["لندن", "و", "ب"]);
        // ARABIC FATHA, ARABIC KASRA
        assert_eq!(found("و\u{064E}ب\u{0650}لندن"), ["لندن", "و\u{064E}", "ب\u{0650}"]);
        assert_eq!(found("بـلندن"), ["لندن", "بـ"]);
        assert_eq!(found("للأمم المتحدة"), ["لأمم المتحدة", "ل"]);
    }

    #[test]
    fn no_ligature_is_cut() {
        // ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM: its lam is no proclitic that can be cut off.
        assert!(found("\u{FEFB}لأمم المتحدة").is_empty());
    }

    #[test]
    fn proclitics_stand_before_a_mark() {
        assert_eq!(found("بـ«لندن»"), ["لندن", "بـ"]);
        assert_eq!(found("و\"لندن\""), ["لندن", "و"]);
        assert_eq!(found("ولـ \"الأمم المتحدة\""), ["الأمم المتحدة", "و", "لـ"]);
        assert_eq!(found("و \"لندن\""), ["لندن"]);
        assert_eq!(found("لو «لندن»"), ["لندن"]);
    }
}
