//! The text as a row of items: words in their folded form, and marks by what they do.

use std::borrow::Cow;

use qawl_core::{Mention, Span, entity, letters};
use qawl_tokenize::{
    SentenceOptions, Token, TokenKind, is_line_break, quotation, sentences_with, tokens,
};

use crate::fold::{Folded, bare};
use crate::lexicon::{Gender, Inflection, Known, NameClass, TitleClass, class, known, title};
use crate::morphology::{
    behind_lam, has_article, without_accusative, without_conjunction, without_lam,
    without_preposition,
};

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

/// A word or a mark.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// The folded form.
    pub(crate) key: Cow<'a, str>,
    /// The form without marks and tatweel.
    pub(crate) bare: Cow<'a, str>,
    /// Whether white space stands before it.
    pub(crate) gap: bool,
    /// Its paragraph, from 0.
    pub(crate) paragraph: u32,
    /// Its sentence, from 0.
    pub(crate) sentence: u32,
    /// What the lexicon knows of the folded form.
    pub(crate) known: &'static Known,
    /// The same without its conjunction, if it has one.
    pub(crate) joined: &'static Known,
    /// The form of a verb that reports nothing, with a conjunction or without.
    pub(crate) plain_verb: Option<Inflection>,
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

    /// Whether it is a clitic written apart: it ends in a tatweel, as in «لـ», or is a preposition
    /// of one letter, as in «ل "كونا"».
    pub(crate) fn is_clitic(&self, text: &str) -> bool {
        self.kind == Kind::Word
            && (without_preposition(&self.key) == Some("")
                || self.span.get(text).is_some_and(|w| w.ends_with(letters::TATWEEL)))
    }
}

/// Cuts the text into items.
pub(crate) fn items<'a>(folded: &'a Folded<'_>, mentions: &[Mention<'_>]) -> Vec<Item<'a>> {
    let text = folded.text();
    let mut items = cut(folded);
    cut_lam(text, &mut items);
    find_undotted_names(&mut items);
    find_main_clauses(&mut items);
    number_sentences(text, &mut items);
    place_mentions(mentions, &mut items);
    items
}

fn cut<'a>(folded: &'a Folded<'_>) -> Vec<Item<'a>> {
    let text = folded.text();
    let mut items: Vec<Item<'_>> = Vec::with_capacity(text.len() / BYTES_OF_ITEM);
    let (mut paragraph, mut gap, mut open) = (0, true, 0);
    for token in tokens(text) {
        let piece = token.span.get(text).unwrap_or_default();
        match token.kind {
            TokenKind::Space => {
                let parts = items.last().is_some_and(|last| parts_paragraphs(piece, last.kind));
                paragraph += u32::from(parts);
                gap = true;
            }
            TokenKind::Control => {}
            _ => {
                if !(joins_last(piece, gap, &mut items, &mut open, token.span)) {
                    items.push(item(folded, token, gap, paragraph));
                }
                gap = false;
            }
        }
    }
    items
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
    items: &mut [Item<'_>],
    open: &mut usize,
    span: Span,
) -> bool {
    let single = |last: &Item<'_>| match last.kind {
        Kind::Mark(mark) => mark == SINGLE,
        _ => true,
    };
    let Some(last) = items.last_mut().filter(|last| !gap && single(last)) else {
        return false;
    };
    let mark = match (last.key.as_ref(), piece) {
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

fn item<'a>(folded: &'a Folded<'_>, token: Token, gap: bool, paragraph: u32) -> Item<'a> {
    let piece = token.span.get(folded.text()).unwrap_or_default();
    let mut kind = kind(token.kind, piece);
    let (key, bare) = if kind == Kind::Word {
        folded.word(token.span)
    } else {
        (Cow::Borrowed(piece), Cow::Borrowed(piece))
    };
    if bare.is_empty() {
        // A tatweel for itself is a dash of the typewriter.
        kind = Kind::Dash;
    }
    let mut item = Item {
        span: token.span,
        kind,
        key,
        bare,
        gap,
        paragraph,
        sentence: 0,
        known: Known::NOTHING,
        joined: Known::NOTHING,
        plain_verb: None,
        classes: 0,
        name: None,
        title: None,
        mention: None,
    };
    if kind == Kind::Word {
        look_up(&mut item);
    }
    item
}

/// Classes of words of two letters that are sure behind a conjunction.
const SHORT: u64 = class::PREP | class::ABOUT | class::FROM | class::ON | class::TO | class::MATTER;

/// Asks the lexicon about a word.
fn look_up(item: &mut Item<'_>) {
    let whole = known(&item.key);
    item.known = whole;
    let rest = without_conjunction(&item.key, 2);
    item.joined = rest.map_or(Known::NOTHING, known);
    // Of two letters only a verb of saying can be: «ورد» (and he answered).
    let joined = if rest.is_some_and(has_three) { item.joined } else { Known::NOTHING };
    item.plain_verb = whole.plain_verb.or(joined.plain_verb);
    item.name = whole.name;
    // «متحدثا», «مصدرا»: the accusative behind لكن and its like.
    item.title = whole.title.or_else(|| title(without_accusative(&item.key)?));
    // The classes of a word, or of what is left without its conjunction.
    item.classes = match whole.classes {
        0 if item.title.is_none() && rest.is_some_and(has_three) => {
            joined.classes & !class::NAME_WORD
        }
        // «وعن», «ومن»: of two letters only a preposition is sure.
        0 if item.title.is_none() => item.joined.classes & SHORT,
        classes => classes,
    };
    // «آنا» (Anna) is no «أنا» (I).
    if item.classes & class::PRONOUN != 0 && item.bare.starts_with('آ') {
        item.classes &= !class::PRONOUN;
    }
    // «يروي» (he tells) is no «يروى» (it is told).
    if item.classes & class::PASSIVE != 0 && item.bare.ends_with('ي') {
        item.classes &= !class::PASSIVE;
    }
    // «باسم» is «in the name of»; only the words around tell a Basem.
    if item.is(class::TITLE_MARK) {
        item.name = None;
    }
    if item.name.is_none() && item.title.is_none() {
        return;
    }
    // Folding makes «علي» (Ali) and «على» (on) one; the letter tells them apart.
    match item.bare.as_ref() {
        "على" => item.name = None,
        // «فان» is Dutch, «فإن» opens a clause.
        bare if bare.starts_with("فإ") => item.name = None,
        "فان" if item.name.is_some() => item.classes &= !class::MAIN_CLAUSE,
        "علي" if item.name.is_some() => item.classes &= !(class::PREP | class::ON),
        // «يُروى» (is told) is a passive, «يروي» (tells) is not.
        bare if bare.ends_with('ي') => item.classes &= !class::PASSIVE,
        // «إمام» (imam) and «أمام» (in front of).
        bare if bare.starts_with('إ') && item.title.is_some() => item.classes &= !class::ADJUNCT,
        _ if item.is(class::ADJUNCT) => item.title = None,
        _ => {}
    }
}

fn has_three(word: &str) -> bool {
    word.chars().nth(2).is_some()
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
        let family = items.get(at + 1).is_some_and(|next| has_article(&next.key));
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
        let before = at.checked_sub(1).and_then(|before| items.get(before));
        let comma = before.is_some_and(|before| before.kind == Kind::Comma);
        let named = items.get(at + 1).is_some_and(|next| {
            next.is_word()
                && next.classes & !class::NAME_WORD == 0
                && next.title.is_none()
                && !has_article(&next.key)
        });
        if let Some(item) = items.get_mut(at).filter(|item| (comma || !named) && item.bare == "فان")
        {
            item.classes |= class::MAIN_CLAUSE;
            item.name = None;
        }
    }
}

/// «وفقا لرويترز» (according to Reuters): the lam belongs to the preposition, not to the name.
fn cut_lam(text: &str, items: &mut [Item<'_>]) {
    for at in 1..items.len() {
        let takes_lam = items.get(at - 1).is_some_and(|before| before.is(class::TAKES_LAM));
        let Some(item) = items.get_mut(at).filter(|item| takes_lam && item.is_word()) else {
            continue;
        };
        let alone = item.bare.chars().count() < 3;
        if without_lam(&item.bare).is_none() || alone || item.is_clitic(text) {
            continue;
        }
        let Some(lam) = lam_len(item.span.get(text).unwrap_or_default()) else { continue };
        item.span = Span::new(item.span.start() + lam, item.span.end());
        item.key = Cow::Owned(behind_lam(&item.key));
        item.bare = Cow::Owned(behind_lam(&item.bare));
        look_up(item);
    }
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
        let Some(item) = items.get_mut(at) else { continue };
        let mut ended = false;
        while sentences.peek().is_some_and(|s| s.full.end() <= item.span.start()) {
            sentences.next();
            ended = true;
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

fn place_mentions(mentions: &[Mention<'_>], items: &mut [Item<'_>]) {
    for (number, mention) in (0..).zip(mentions) {
        let entity = match mention.kind.as_ref() {
            entity::PERSON => Entity::Person,
            entity::ORGANIZATION | entity::MEDIA => Entity::Body,
            entity::DEMONYM => Entity::Origin,
            entity::COUNTRY | entity::CITY | entity::REGION => Entity::Place,
            _ => Entity::Other,
        };
        let start = items.partition_point(|item| item.span.end() <= mention.span.start());
        for item in items.iter_mut().skip(start).take(LONGEST_NAME) {
            if item.span.start() >= mention.span.end() {
                break;
            }
            item.mention.get_or_insert((number, entity));
        }
    }
}
