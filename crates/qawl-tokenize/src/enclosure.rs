//! What stands between quotation marks or brackets.

use crate::class::Class;
use crate::options::SentenceOptions;
use crate::quotation::{Role, opens_at, role};
use crate::sentences::{breaks, piece};
use crate::stop::is_content;
use crate::{Token, TokenKind, Tokens};

/// How deep enclosures may nest and still be read as such: a wall of opening marks is none, and none
/// of its marks is tried again. It also bounds how often a token is looked at.
const DEEPEST: usize = 8;

/// A quotation or a bracket that closes soon enough.
pub(crate) struct Enclosure {
    pub(crate) is_bracket: bool,
    /// How many tokens it holds, spaces and punctuation aside.
    pub(crate) words: usize,
    /// The last token inside, spaces and invisible controls aside.
    pub(crate) last: Option<Token>,
    /// The token before that.
    pub(crate) last_but_one: Option<Token>,
}

/// What a mark does inside an enclosure.
enum Step {
    In,
    /// It closes the innermost ones, so many.
    Out(usize),
    None,
}

impl Enclosure {
    /// What `mark`, just passed, opens. If it closes soon enough, moves behind it. Before byte
    /// `wall` nothing opens.
    pub(crate) fn pass(
        mark: Token,
        tokens: &mut Tokens<'_>,
        options: &SentenceOptions<'_>,
        wall: &mut usize,
    ) -> Option<Self> {
        let text = tokens.text();
        let opening = piece(text, mark).chars().next()?;
        if mark.span.start() < *wall || !opens(text, mark, opening) {
            return None;
        }
        let enclosure = Self::find(opening, tokens, options, wall);
        if enclosure.is_none() {
            tokens.seek(mark.span.end());
        }
        enclosure
    }

    fn find(
        opening: char,
        tokens: &mut Tokens<'_>,
        options: &SentenceOptions<'_>,
        wall: &mut usize,
    ) -> Option<Self> {
        let text = tokens.text();
        let mut open = [opening; DEEPEST];
        let mut depth = 1;
        let (mut last, mut last_but_one) = (None, None);
        let (mut left, mut words) = (options.quotation_limit, 0);
        loop {
            let plain = tokens.skip_plain();
            last = plain.last_word.or(last);
            words += plain.words;
            left = left.checked_sub(plain.words + plain.spaces + 1)?;
            let token = tokens.next()?;
            let step = match token.kind {
                TokenKind::Space if breaks(text, token, options.newlines) => return None,
                TokenKind::Punctuation => step(text, token, open.get(..depth)?),
                _ => Step::None,
            };
            match step {
                Step::In if depth == DEEPEST => {
                    *wall = token.span.start();
                    return None;
                }
                Step::In => {
                    *open.get_mut(depth)? = piece(text, token).chars().next()?;
                    depth += 1;
                }
                Step::Out(closed) => depth = depth.saturating_sub(closed),
                Step::None => {}
            }
            if depth == 0 {
                return Some(Self { is_bracket: is_bracket(opening), words, last, last_but_one });
            }
            // An invisible control between the last mark and the closing one changes nothing.
            words += usize::from(is_content(token.kind));
            if !matches!(token.kind, TokenKind::Control | TokenKind::Space) {
                (last_but_one, last) = (last, Some(token));
            }
        }
    }
}

/// What `token` does where the marks `open` are.
fn step(text: &str, token: Token, open: &[char]) -> Step {
    let Some(c) = piece(text, token).chars().next() else { return Step::None };
    let Some(innermost) = open.last() else { return Step::None };
    if closes(*innermost, c) {
        return Step::Out(1);
    }
    if opens(text, token, c) {
        // Straight marks do not nest.
        let is_straight = |c: char| role(c) == Some(Role::Either);
        return if open.iter().any(|&open| open == c && is_straight(c)) {
            Step::None
        } else {
            Step::In
        };
    }
    // What is left open inside is closed with it.
    let outer = open.iter().rev().position(|&open| closes(open, c));
    outer.map_or(Step::None, |inside| Step::Out(inside + 1))
}

/// Whether `mark`, which is `c`, opens a quotation or a bracket.
fn opens(text: &str, mark: Token, c: char) -> bool {
    match role(c) {
        Some(Role::Open) => true,
        Some(Role::Either) => opens_at(text, mark.span.start()),
        // `:(` is a face.
        _ => is_bracket(c) && !is_mouth(text, mark),
    }
}

/// Whether eyes stand before `mark`.
fn is_mouth(text: &str, mark: Token) -> bool {
    let before = text.get(..mark.span.start()).unwrap_or_default();
    before.strip_suffix('-').unwrap_or(before).ends_with([':', ';', '='])
        && !text.get(mark.span.end()..).unwrap_or_default().starts_with(is_word)
}

fn is_word(c: char) -> bool {
    Class::of(c).is_letter() || Class::of(c) == Class::Digit
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{')
}

fn closes(opening: char, c: char) -> bool {
    match opening {
        '(' => c == ')',
        '[' => c == ']',
        '{' => c == '}',
        _ if role(opening) == Some(Role::Either) => c == opening,
        _ => role(c) == Some(Role::Close),
    }
}
