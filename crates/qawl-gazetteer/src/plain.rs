//! Pieces of plain text, cut without the tokenizer.
//!
//! Most of a text is words of letters that fold one for one, with spaces and a few marks between. Those
//! are cut here by the [`Codes`] of their bytes; where anything else stands the tokenizer goes on. What
//! it would say is said in the tests.

use qawl_core::Span;
use qawl_tokenize::TokenKind;

use crate::codes::{BLANK, Codes, DIGIT, LINE, MARK, STOP, WIDE_MARK};
use crate::piece::{Gap, Piece};

/// The piece of plain text at byte `at`, where a token begins.
#[inline(always)]
pub(crate) fn piece(codes: &Codes, at: usize) -> Option<Piece> {
    let (mut start, mut gap) = (at, Gap::None);
    let code = loop {
        match codes.code(start) {
            BLANK => gap = gap.max(Gap::Space),
            LINE => gap = Gap::Break,
            code => break code,
        }
        start += 1;
    };
    let (len, kind) = match code {
        MARK | STOP => (1, TokenKind::Punctuation),
        WIDE_MARK => (2, TokenKind::Punctuation),
        DIGIT => (digits(codes, start)?, TokenKind::Number),
        _ => {
            let len = codes.run(start);
            (len, TokenKind::Word)
        }
    };
    let end = start + len;
    let is_whole = kind != TokenKind::Word || len > 0 && codes.ends_word(end);
    is_whole.then_some(Piece { span: Span::new(start, end), kind, gap })
}

/// The length of the number at byte `start`, if a space stands behind it, or a mark and a space.
fn digits(codes: &Codes, start: usize) -> Option<usize> {
    let len = (start..).take_while(|&at| codes.code(at) == DIGIT).count();
    let end = start + len;
    let behind = match codes.code(end) {
        MARK | STOP => end + 1,
        WIDE_MARK => end + 2,
        _ => end,
    };
    matches!(codes.code(behind), BLANK | LINE).then_some(len)
}

#[cfg(test)]
pub(crate) mod tests {
    use qawl_normalize::Profile;

    use super::*;
    use crate::letters::Letters;
    use crate::piece::Pieces;

    /// A text of `len` parts that meet in all ways.
    pub(crate) fn text(seed: u64, len: usize) -> String {
        // ARABIC FATHA, ARABIC FATHATAN, ARABIC TATWEEL, ZERO WIDTH NON-JOINER, NO-BREAK SPACE, LEFT DOUBLE
        // QUOTATION MARK, ARABIC LETTER ALEF WASLA, ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM.
        let parts = [
            " ",
            " ",
            " ",
            " ",
            "\n",
            "\r\n",
            "\t",
            "  ",
            "قال",
            "إلى",
            "إلخ",
            "الخ",
            "و",
            "د",
            "أ.ف.ب",
            "المستشفيات",
            "بي",
            "فبالاستقلاليات",
            "12",
            "3",
            "٣",
            "٫",
            ".",
            "..",
            "...",
            ",",
            "،",
            "؛",
            "؟",
            ":",
            "://",
            "!",
            "(",
            ")",
            "[",
            "\"",
            "'",
            "«",
            "»",
            "-",
            "--",
            "/",
            "_",
            "#",
            "@",
            "a",
            "http",
            "é",
            "ة",
            "ى",
            "\u{64E}",
            "\u{64B}",
            "\u{640}",
            "\u{200C}",
            "\u{A0}",
            "\u{201C}",
            "\u{671}",
            "\u{FEFB}",
            "😀",
            "\u{FE0F}",
            "%",
            "٪",
            "*",
            "پ",
        ];
        let mut dice = seed;
        let mut roll = || {
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            parts[(dice >> 33) as usize % parts.len()]
        };
        (0..len).map(|_| roll()).collect()
    }

    /// The pieces of a text, as many as can be without the tokenizer.
    fn pieces(text: &str, letters: &Letters) -> (Vec<Piece>, usize) {
        let (mut all, mut plain, mut at, mut behind_word) = (Vec::new(), 0, 0, false);
        let (mut codes, mut others) = (Codes::EMPTY, Pieces::new(text));
        loop {
            if !codes.sees(at) {
                codes.look(text.as_bytes(), at, letters);
            }
            let piece = piece(&codes, at).inspect(|_| plain += 1);
            let piece = piece.or_else(|| {
                others.seek(at, behind_word);
                others.next()
            });
            let Some(piece) = piece else { return (all, plain) };
            (at, behind_word) = (piece.span.end(), piece.kind == TokenKind::Word);
            all.push(piece);
        }
    }

    #[test]
    fn cuts_as_the_tokenizer_does() {
        let letters = Letters::new(&Profile::SEARCH.normalizer());
        let (mut count, mut plain) = (0, 0);
        for seed in 0..6000 {
            let text = text(seed, if seed % 100 == 0 { 1200 } else { 12 });
            let (found, by_codes) = pieces(&text, &letters);
            assert_eq!(found, Pieces::new(&text).collect::<Vec<_>>(), "{text:?}");
            count += found.len();
            plain += by_codes;
        }
        assert!(plain > count / 4, "{plain} of {count}");
    }

    /// One way to look is as good as the other.
    #[test]
    fn sees_the_same_at_every_level() {
        for profile in Profile::ALL {
            let letters = Letters::new(&profile.normalizer());
            for seed in 0..300 {
                let text = text(seed, 40 + seed as usize);
                let (mut codes, mut naive) = (Codes::EMPTY, Codes::EMPTY);
                codes.look(text.as_bytes(), 0, &letters);
                naive.look_by(letters.by_bytes(), text.as_bytes());
                assert!(codes.sees_as(&naive), "{text:?}");
            }
        }
    }
}
