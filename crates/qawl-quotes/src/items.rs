//! The text as a row of items: words in their folded form, and marks by what they do.

use std::cell::{Cell, LazyCell};

use qawl_core::{Mention, Span, entity, letters};
use qawl_tokenize::{SentenceOptions, TokenKind, is_line_break, quotation, sentences_with, tokens};

use crate::fold::bare;
use crate::initial::join_initials;
use crate::lexicon::{Gender, Lexicon, NameClass, TitleClass, class};
use crate::morphology::{Shape, behind_lam, without_lam};
use crate::statement::is_statement;
use crate::words::{NO_WORD, Word, Words};

/// An item of running text, with the space behind it, has no fewer bytes.
const BYTES_OF_ITEM: usize = 8;

/// Spaces in a row from which on they part paragraphs, as text taken from pages has them.
const WIDE_SPACE: usize = 3;

/// A single quotation mark, straight or curly.
pub(crate) const SINGLE: char = '\'';

/// How long, in items, a name may be.
const LONGEST_NAME: usize = 32;

/// How long, in tokens, a quotation may be and still hold its sentence together.
const QUOTATION_LIMIT: usize = 400;

/// The number of a reading that there is not.
const NO_CUE: u32 = u32::MAX;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Comma,
    /// A full stop, question or exclamation mark.
    Stop,
    /// Two full stops and more: a pause.
    Dots,
    Colon,
    Dash,
    /// A quotation mark.
    Mark(char),
    Bracket,
    Other,
}

/// What a name found here names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entity {
    Person,
    Body,
    Place,
    /// An adjective of origin: «يمني» (Yemeni).
    Origin,
    Other,
}

/// What the rules ask of a place again and again.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    NameLike,
    TitleLike,
    Verb,
    JoinedAdverb,
    Accusative,
    PartOfName,
    NameByPlace,
}

/// What is asked of each place by every report before it, once the reports are settled. The answers stand by
/// themselves, close together: a thousand of them are looked through for a single report.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Extent {
    EndsClause,
    ChangesSpeech,
}

/// The answers so far: for each question a bit that it was asked, and one that the answer is yes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(Cell<u16>);

impl Answers {
    /// The answer to a question, which is sought but once.
    pub(crate) fn to(&self, question: Question, answer: impl FnOnce() -> bool) -> bool {
        self.to_number(question as u16, answer)
    }

    /// The same, of a place where reports may end.
    pub(crate) fn to_extent(&self, question: Extent, answer: impl FnOnce() -> bool) -> bool {
        self.to_number(question as u16, answer)
    }

    fn to_number(&self, question: u16, answer: impl FnOnce() -> bool) -> bool {
        let asked = 1 << (2 * question);
        let yes = asked << 1;
        if self.0.get() & asked == 0 {
            let told = if answer() { asked | yes } else { asked };
            self.0.set(self.0.get() | told);
        }
        self.0.get() & yes != 0
    }
}

/// A word or a mark.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// What is known of it wherever it stands.
    pub(crate) word: &'a Word,
    /// The folded form.
    pub(crate) key: &'a str,
    /// The form without marks and tatweel.
    pub(crate) bare: &'a str,
    /// What its letters tell.
    pub(crate) shape: Shape,
    /// Whether white space stands before it.
    pub(crate) gap: bool,
    /// Its paragraph, from 0.
    pub(crate) paragraph: u32,
    /// Its sentence, from 0.
    pub(crate) sentence: u32,
    /// What was asked of this place before.
    pub(crate) answers: Answers,
    /// The number of its first reading that reports beyond doubt, or [`NO_CUE`].
    pub(crate) first_cue: u32,
    /// Its classes in the lexicon, as this place allows.
    pub(crate) classes: u64,
    /// What part of a name it can be.
    pub(crate) name: Option<NameClass>,
    /// The title it can be, and that title's gender.
    pub(crate) title: Option<(TitleClass, Option<Gender>)>,
    /// The name it is a part of: the number of the mention and what that names.
    pub(crate) mention: Option<(u32, Entity)>,
}

impl Item<'_> {
    pub(crate) fn is(&self, class: u64) -> bool {
        self.classes & class != 0
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn entity(&self) -> Option<Entity> {
        self.mention.map(|(_, entity)| entity)
    }

    pub(crate) fn has(&self, shape: Shape) -> bool {
        self.shape.has(shape)
    }

    /// Whether it is a clitic written apart.
    pub(crate) fn is_clitic(&self) -> bool {
        self.kind == Kind::Word && self.has(Shape::CLITIC)
    }
}

/// Cuts the text into items.
pub(crate) fn items<'a>(
    text: &'a str,
    words: &'a mut Words,
    mentions: &[Mention<'_>],
) -> Vec<Item<'a>> {
    let mut pieces = cut(text);
    number_words(words, &mut pieces);
    cut_lam(text, words, mentions, &mut pieces);
    join_initials(text, words, &mut pieces);
    let mut items: Vec<_> = pieces.into_iter().map(|piece| item(words, piece)).collect();
    find_undotted_names(&mut items);
    find_main_clauses(&mut items);
    number_sentences(text, &mut items);
    place_mentions(mentions, &mut items);
    items
}

/// A word or a mark, before anything is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// The number of the word.
    pub(crate) word: u32,
    pub(crate) gap: bool,
    paragraph: u32,
}

fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(text.len() / BYTES_OF_ITEM);
    let (mut paragraph, mut gap, mut open) = (0, true, 0);
    for token in tokens(text) {
        let span = token.span;
        let piece = span.get(text).unwrap_or_default();
        match token.kind {
            TokenKind::Space => {
                let parts = pieces.last().is_some_and(|last| parts_paragraphs(piece, last.kind));
                paragraph += u32::from(parts);
                gap = true;
            }
            TokenKind::Control => {}
            _ => {
                if !(joins_last(piece, gap, &mut pieces, &mut open, span)) {
                    let kind = kind(token.kind, piece);
                    pieces.push(Piece { text: piece, span, kind, word: NO_WORD, gap, paragraph });
                }
                gap = false;
            }
        }
    }
    pieces
}

/// One look-up behind the other: so the processor does not wait for each.
fn number_words(words: &mut Words, pieces: &mut [Piece<'_>]) {
    for piece in pieces.iter_mut().filter(|piece| piece.kind == Kind::Word) {
        piece.word = words.number(piece.text);
    }
    words.read();
}

/// Whether white space parts paragraphs: a line break, or a wide space behind the end of a sentence.
fn parts_paragraphs(space: &str, before: Kind) -> bool {
    if space == " " {
        return false;
    }
    let ended = matches!(before, Kind::Stop | Kind::Dots | Kind::Mark(_));
    space.contains(is_line_break) || (ended && space.chars().count() >= WIDE_SPACE)
}

/// Two apostrophes, or two brackets, are one quotation mark; two closing ones only where two
/// opening ones wait (`open` of them).
fn joins_last(
    piece: &str,
    gap: bool,
    pieces: &mut [Piece<'_>],
    open: &mut usize,
    span: Span,
) -> bool {
    let single = |last: &Piece<'_>| match last.kind {
        Kind::Mark(mark) => mark == SINGLE,
        _ => true,
    };
    let Some(last) = pieces.last_mut().filter(|last| !gap && single(last)) else {
        return false;
    };
    let mark = match (last.text, piece) {
        ("'", "'") | ("\u{2019}", "\u{2019}") | ("\u{2018}", "\u{2018}") => '"',
        ("(", "(") => '\u{00AB}',
        (")", ")") if *open > 0 => '\u{00BB}',
        _ => return false,
    };
    match mark {
        '\u{00AB}' => *open += 1,
        '\u{00BB}' => *open -= 1,
        _ => {}
    }
    last.kind = Kind::Mark(mark);
    last.span = last.span.cover(span);
    true
}

fn item<'a>(words: &'a Words, piece: Piece<'a>) -> Item<'a> {
    let Piece { span, mut kind, gap, paragraph, .. } = piece;
    let word = words.get(piece.word);
    let (key, bare, shape) = match kind {
        Kind::Word => (words.key(word, piece.text), words.bare(word, piece.text), word.shape),
        Kind::Number | Kind::Other => {
            (piece.text, piece.text, Shape::of(piece.text, piece.text, piece.text))
        }
        _ => (piece.text, piece.text, Shape::NONE),
    };
    if bare.is_empty() {
        // A tatweel for itself is a dash of the typewriter.
        kind = Kind::Dash;
    }
    Item {
        span,
        kind,
        word,
        key,
        bare,
        shape,
        gap,
        paragraph,
        sentence: 0,
        answers: Answers::default(),
        first_cue: NO_CUE,
        classes: word.classes,
        name: word.name,
        title: word.title,
        mention: None,
    }
}

/// The bytes of a lam at the start of a word and of the marks on it; none where a ligature holds it.
fn lam_len(word: &str) -> Option<usize> {
    let first = word.chars().next()?.len_utf8();
    let alone = without_lam(&bare(word.get(..first)?)) == Some("");
    let marks = word.get(first..)?.chars().take_while(|&c| letters::is_mark(c));
    alone.then(|| first + marks.map(char::len_utf8).sum::<usize>())
}

/// Where the press writes final yeh without dots («فى»), «على» between a given name and a family
/// name is Ali.
fn find_undotted_names(items: &mut [Item<'_>]) {
    if !items.iter().any(|item| item.bare == "فى") {
        return;
    }
    for at in 1..items.len() {
        let given = items.get(at - 1).is_some_and(|before| before.name == Some(NameClass::Given));
        let family = items.get(at + 1).is_some_and(|next| next.has(Shape::ARTICLE));
        if let Some(item) = items.get_mut(at).filter(|item| given && family && item.bare == "على")
        {
            item.name = Some(NameClass::Given);
            item.classes &= !(class::PREP | class::ON);
        }
    }
}

/// «فان» without its hamza opens a clause before all but a name («فان دايك», van Dijk), and behind a
/// comma before any word.
fn find_main_clauses(items: &mut [Item<'_>]) {
    for at in 0..items.len() {
        if items.get(at).is_none_or(|item| item.bare != "فان") {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| items.get(before));
        let comma = before.is_some_and(|before| before.kind == Kind::Comma);
        let named = items.get(at + 1).is_some_and(|next| {
            next.is_word()
                && next.classes & !class::NAME_WORD == 0
                && next.title.is_none()
                && !next.has(Shape::ARTICLE)
        });
        if let Some(item) = items.get_mut(at).filter(|_| comma || !named) {
            item.classes |= class::MAIN_CLAUSE;
            item.name = None;
        }
    }
}

/// «وفقا لرويترز» (according to Reuters): the lam belongs to the preposition, not to the name; «بيان للوزارة» (a
/// statement of the ministry's), «بيان للأمم المتحدة» (of the United Nations'): nor to that of a body.
fn cut_lam<'t>(
    text: &'t str,
    words: &mut Words,
    mentions: &[Mention<'_>],
    pieces: &mut [Piece<'t>],
) {
    let bodies = LazyCell::new(|| starts_of_bodies(mentions));
    let (mut takes_lam, mut of_statement) = (false, false);
    for piece in pieces {
        let word = words.get(piece.word);
        if (takes_lam || of_statement)
            && has_lam(words.bare(word, piece.text))
            && !word.shape.has(Shape::CLITIC)
            && let Some(lam) = lam_len(piece.text)
            && let start = piece.span.start() + lam
            && (takes_lam
                || bodies.binary_search(&start).is_ok()
                || leads_to_body(words.lexicon(), words.key(word, piece.text)))
        {
            piece.span = Span::new(start, piece.span.end());
            let rest = piece.span.get(text).unwrap_or_default();
            piece.word = words.behind_lam(piece.word, piece.text, rest);
            piece.text = rest;
        }
        let word = words.get(piece.word);
        takes_lam = word.classes & class::TAKES_LAM != 0;
        of_statement = is_statement(word.classes);
    }
}

/// Where the names of bodies begin, in order.
fn starts_of_bodies(mentions: &[Mention<'_>]) -> Vec<usize> {
    let bodies = mentions.iter().filter(|mention| Entity::of(mention) == Entity::Body);
    let mut starts: Vec<_> = bodies.map(|mention| mention.span.start()).collect();
    starts.sort_unstable();
    starts
}

/// Whether a word is one for a body behind its lam.
fn leads_to_body(lexicon: &Lexicon, key: &str) -> bool {
    without_lam(key).is_some()
        && lexicon
            .title(&behind_lam(key))
            .is_some_and(|(class, _)| class == TitleClass::Institution)
}

/// Whether a word of three letters and more begins with lam.
fn has_lam(bare: &str) -> bool {
    without_lam(bare).is_some_and(|rest| rest.chars().nth(1).is_some())
}

fn kind(token: TokenKind, piece: &str) -> Kind {
    match token {
        TokenKind::Word | TokenKind::Hashtag | TokenKind::Mention => Kind::Word,
        TokenKind::Number => Kind::Number,
        TokenKind::Punctuation => match piece {
            "." | "!" | "?" | "\u{061F}" | "\u{06D4}" => Kind::Stop,
            "\u{060C}" | "," | "\u{061B}" | ";" => Kind::Comma,
            ":" => Kind::Colon,
            "-" | "\u{2013}" | "\u{2014}" | "\u{2015}" => Kind::Dash,
            "(" | ")" | "[" | "]" => Kind::Bracket,
            // Single marks open or close by their place; two of them are one mark.
            "'" | "\u{2018}" | "\u{2019}" => Kind::Mark(SINGLE),
            // Some papers quote in braces.
            "{" => Kind::Mark('\u{00AB}'),
            "}" => Kind::Mark('\u{00BB}'),
            "\u{2026}" => Kind::Dots,
            _ if piece.starts_with('.') => Kind::Dots,
            _ => match piece.chars().next().filter(|&c| quotation::role(c).is_some()) {
                Some(mark) => Kind::Mark(mark),
                None => Kind::Other,
            },
        },
        _ => Kind::Other,
    }
}

/// Sentences end where `qawl-tokenize` ends them, and at wide spaces.
fn number_sentences(text: &str, items: &mut [Item<'_>]) {
    let options = SentenceOptions::new().with_quotation_limit(QUOTATION_LIMIT);
    let mut sentences = sentences_with(text, options).peekable();
    let (mut number, mut paragraph) = (0, 0);
    let mut opened = false;
    for at in 0..items.len() {
        let opens = opens_sentence(items, at);
        let before = at.checked_sub(1).and_then(|at| items.get(at));
        let initial = before.is_some_and(|item| item.is_word() && item.has(Shape::INITIAL));
        let Some(item) = items.get_mut(at) else { continue };
        let mut ended = false;
        while sentences.peek().is_some_and(|s| s.full.end() <= item.span.start()) {
            sentences.next();
            ended = !initial;
        }
        if item.paragraph != paragraph {
            paragraph = item.paragraph;
            ended = true;
        }
        // Behind a mark that opened a sentence the tokenizer's own end comes too late.
        number += u32::from((ended && !opened) || opens);
        opened = opens;
        item.sentence = number;
    }
}

/// «… الحي. ”كنا هنا“»: a closing mark behind a full stop and a space, with no space behind it,
/// opens a sentence; the tokenizer leaves it to the sentence before.
fn opens_sentence(items: &[Item<'_>], at: usize) -> bool {
    let stop = at.checked_sub(1).and_then(|before| items.get(before));
    let closing = items.get(at).is_some_and(|item| match item.kind {
        Kind::Mark(mark) => item.gap && quotation::role(mark) == Some(quotation::Role::Close),
        _ => false,
    });
    closing
        && stop.is_some_and(|stop| stop.kind == Kind::Stop)
        && items.get(at + 1).is_some_and(|next| next.is_word() && !next.gap)
}

impl Entity {
    /// What a mention names.
    pub(crate) fn of(mention: &Mention<'_>) -> Self {
        match mention.kind.as_ref() {
            entity::PERSON => Self::Person,
            entity::ORGANIZATION | entity::MEDIA => Self::Body,
            entity::DEMONYM => Self::Origin,
            entity::COUNTRY | entity::CITY | entity::REGION => Self::Place,
            _ => Self::Other,
        }
    }
}

fn place_mentions(mentions: &[Mention<'_>], items: &mut [Item<'_>]) {
    for (number, mention) in (0..).zip(mentions) {
        let entity = Entity::of(mention);
        let start = items.partition_point(|item| item.span.end() <= mention.span.start());
        for item in items.iter_mut().skip(start).take(LONGEST_NAME) {
            if item.span.start() >= mention.span.end() {
                break;
            }
            item.mention.get_or_insert((number, entity));
        }
    }
}
