//! A text as the rules see it: items, quotations, and questions about places in them.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use qawl_core::{Mention, Span};

use crate::cue::{CueWord, Cues, find_cues};
use crate::items::{Answers, Entity, Item, Kind, items};
use crate::lexicon::{Known, Lexicon, NameClass, TitleClass, class};
use crate::marks::Marks;
use crate::morphology::Shape;
use crate::namesakes::Namesakes;
use crate::reason::Trace;
use crate::words::Words;

/// How far, in items, a sentence is looked through from any place in it, so that a text without
/// full stops still costs time in proportion to its length.
const LONGEST_SENTENCE: usize = 1000;

/// The same for a paragraph.
const LONGEST_PARAGRAPH: usize = 3000;

/// A text, cut and paired.
#[derive(Debug)]
pub(crate) struct Article<'a> {
    pub(crate) text: &'a str,
    pub(crate) items: Vec<Item<'a>>,
    /// What is known of words, wherever they stand.
    pub(crate) lexicon: Arc<Lexicon>,
    /// For each item whether reported words end there, as far as it was asked.
    pub(crate) extents: Vec<Answers>,
    /// The first item of each sentence, by its number, and of each paragraph.
    sentences: Vec<usize>,
    paragraphs: Vec<usize>,
    pub(crate) marks: Marks,
    mentions: &'a [Mention<'a>],
    /// The fuller names of bodies, once a body is a speaker.
    namesakes: OnceCell<Namesakes>,
    /// Whether brackets serve as quotation marks: a clitic stands before one.
    pub(crate) quotes_in_brackets: bool,
    /// The hashes of the words of all items, for looking far.
    hashes: Vec<[u32; 2]>,
    /// All forms of reporting verbs, in order.
    cues: Cues,
    /// Why the quote at hand is as it is, where that is wanted.
    pub(crate) trace: Trace,
}

impl<'a> Article<'a> {
    pub(crate) fn new(text: &'a str, words: &'a mut Words, mentions: &'a [Mention<'a>]) -> Self {
        let lexicon = Arc::clone(words.lexicon());
        let items = items(text, words, mentions);
        let marks = Marks::new(text, &items);
        let quotes_in_brackets = items
            .windows(2)
            .any(|pair| matches!(pair, [one, two] if two.key == "(" && one.is_clitic()));
        let (cues, trace) = (Cues::default(), Trace::default());
        let sentences = first_items(&items, |item| item.sentence);
        let paragraphs = first_items(&items, |item| item.paragraph);
        let hashes = items.iter().map(|item| item.word.hashes).collect();
        let mut article = Article {
            text,
            extents: vec![Answers::default(); items.len()],
            items,
            lexicon,
            sentences,
            paragraphs,
            marks,
            mentions,
            namesakes: OnceCell::new(),
            quotes_in_brackets,
            hashes,
            cues,
            trace,
        };
        article.cues = find_cues(&article);
        // From the last one on, so that of several readings of a word the first is noted.
        for (number, cue) in article.cues.sure.iter().enumerate().rev() {
            article
                .items
                .get_mut(cue.at)
                .into_iter()
                .for_each(|item| item.first_cue = number as u32);
        }
        article
    }

    /// All forms of reporting verbs, in order.
    pub(crate) fn cues(&self) -> &Cues {
        &self.cues
    }

    /// The reporting verbs that the word at `at` can be a form of, the likelier reading first.
    pub(crate) fn cues_at(&self, at: usize) -> &[CueWord] {
        let Some(first) = self.get(at).map(|item| item.first_cue as usize) else { return &[] };
        let rest = self.cues.sure.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|cue| cue.at == at).count();
        rest.get(..count).unwrap_or_default()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Item<'a>> {
        self.items.get(at)
    }

    pub(crate) fn before(&self, at: usize) -> Option<&Item<'a>> {
        at.checked_sub(1).and_then(|at| self.items.get(at))
    }

    /// The folded form of the word at `at`; empty for anything else.
    pub(crate) fn key(&self, at: usize) -> &'a str {
        self.get(at).filter(|item| item.is_word()).map_or("", |item| item.key)
    }

    /// What the lexicon knows of a word as a whole.
    pub(crate) fn whole(&self, item: &Item<'_>) -> &Known {
        self.lexicon.get(item.word.known)
    }

    /// What it knows of a word without its conjunction.
    pub(crate) fn joined(&self, item: &Item<'_>) -> &Known {
        self.lexicon.get(item.word.joined())
    }

    /// What it knows of a word without its joined preposition.
    pub(crate) fn governed(&self, item: &Item<'_>) -> &Known {
        self.lexicon.get(item.word.governed())
    }

    /// What it knows of a word without its article.
    pub(crate) fn stem(&self, item: &Item<'_>) -> &Known {
        self.lexicon.get(item.word.stem)
    }

    /// Whether the word at `at` has that shape.
    pub(crate) fn has(&self, at: usize, shape: Shape) -> bool {
        self.get(at).is_some_and(|item| item.is_word() && item.has(shape))
    }

    /// What part of a name the word at `at` can be.
    pub(crate) fn name(&self, at: usize) -> Option<NameClass> {
        self.get(at)?.name
    }

    /// The title that the word at `at` can be.
    pub(crate) fn title(&self, at: usize) -> Option<TitleClass> {
        self.get(at)?.title.map(|(class, _)| class)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|item| item.kind)
    }

    pub(crate) fn is(&self, at: usize, class: u64) -> bool {
        self.get(at).is_some_and(|item| item.is(class))
    }

    /// The span from one item up to, not including, another.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let first = self.get(start).map_or(self.text.len(), |item| item.span.start());
        let last = self.before(end).map_or(first, |item| item.span.end());
        Span::new(first, last)
    }

    pub(crate) fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.get(one).map(|item| item.sentence) == self.get(other).map(|item| item.sentence)
            && self.get(one).is_some()
    }

    /// The item behind the last one of the sentence of `at`.
    pub(crate) fn sentence_end(&self, at: usize) -> usize {
        let Some(sentence) = self.get(at).map(|item| item.sentence) else { return at };
        first_of(&self.sentences, sentence + 1, &self.items).min(at + LONGEST_SENTENCE)
    }

    /// The first item of the sentence of `at`.
    pub(crate) fn sentence_start(&self, at: usize) -> usize {
        let Some(sentence) = self.get(at).map(|item| item.sentence) else { return at };
        let first = first_of(&self.sentences, sentence, &self.items);
        first.max(at.saturating_sub(LONGEST_SENTENCE))
    }

    /// The paragraph of the item at `at`.
    pub(crate) fn paragraph_of(&self, at: usize) -> Option<u32> {
        self.get(at).map(|item| item.paragraph)
    }

    /// The item behind the last one of the paragraph of `at`.
    pub(crate) fn paragraph_end(&self, at: usize) -> usize {
        let Some(paragraph) = self.get(at).map(|item| item.paragraph) else { return at };
        first_of(&self.paragraphs, paragraph + 1, &self.items).min(at + LONGEST_PARAGRAPH)
    }

    /// The places of a range whose words may be one of these, with a clitic before it or without. Asked of
    /// long ranges: it looks at many places at once.
    pub(crate) fn places_of<const N: usize>(
        &self,
        range: Range<usize>,
        words: [u32; N],
    ) -> impl DoubleEndedIterator<Item = usize> {
        const AT_ONCE: usize = 64;
        let is_one = move |hashes: &[u32; 2]| {
            hashes.iter().fold(false, |any, hash| any | words.contains(hash))
        };
        let start = range.start;
        let stretches = self.hashes.get(range).unwrap_or_default().chunks(AT_ONCE).enumerate();
        stretches
            .filter(move |(_, stretch)| stretch.iter().fold(false, |any, word| any | is_one(word)))
            .flat_map(move |(number, stretch)| {
                let places = stretch.iter().enumerate().filter(move |(_, word)| is_one(word));
                places.map(move |(at, _)| start + number * AT_ONCE + at)
            })
    }

    /// The item behind the mention that `at` belongs to; `at` itself where no mention is.
    pub(crate) fn mention_end(&self, at: usize) -> usize {
        let number = |at: usize| self.get(at)?.mention.map(|(number, _)| number);
        let Some(own) = number(at) else { return at };
        let mut end = at + 1;
        while number(end) == Some(own) {
            end += 1;
        }
        end
    }

    /// The items of the fullest name of the body whose mention begins at `at`, where the text has a fuller one.
    pub(crate) fn fuller_name(&self, at: usize) -> Option<Range<usize>> {
        let (number, _) = self.get(at)?.mention.filter(|&(_, entity)| entity == Entity::Body)?;
        let namesakes = self.namesakes.get_or_init(|| Namesakes::new(self.text, self.mentions));
        let full = namesakes.fullest(number)?;
        let start = self.items.partition_point(|item| item.span.end() <= full.start());
        let end = self.items.partition_point(|item| item.span.start() < full.end());
        (start < end).then_some(start..end)
    }

    /// How many words stand in a range; of a long one only the first are counted.
    pub(crate) fn words_in(&self, start: usize, end: usize) -> usize {
        self.words_of(start, end).count()
    }

    /// Whether a word stands in a range; of a long one only the beginning is looked at.
    pub(crate) fn has_words(&self, start: usize, end: usize) -> bool {
        self.words_of(start, end).next().is_some()
    }

    fn words_of(&self, start: usize, end: usize) -> impl Iterator<Item = &Item<'a>> {
        let end = end.min(start.saturating_add(LONGEST_SENTENCE));
        let items = self.items.get(start..end).unwrap_or_default().iter();
        items.filter(|item| matches!(item.kind, Kind::Word | Kind::Number))
    }

    /// Whether the sentence, or a clause behind a mark of punctuation or a connective, begins at
    /// `at`.
    pub(crate) fn begins_clause(&self, at: usize) -> bool {
        let Some(before) = self.before(at).filter(|_| self.same_sentence(at, at - 1)) else {
            return true;
        };
        match before.kind {
            Kind::Word => {
                before.is(class::CONNECTIVE | class::FRAME | class::AUXILIARY)
                    || self.is_framed_word(at - 1)
            }
            Kind::Number => false,
            _ => true,
        }
    }

    /// «من جانب آخر» (on the other hand), «من جهة ثانية»: whether the adjective of such a frame stands at `at`.
    fn is_framed_word(&self, at: usize) -> bool {
        at >= 2
            && self.is(at - 1, class::FRAME)
            && self.is(at - 2, class::FROM)
            && self.get(at).is_some_and(|item| {
                !item.has(Shape::ARTICLE) && item.title.is_none() && item.mention.is_none()
            })
    }

    /// Whether the word at `at` belongs to the mention of a person.
    pub(crate) fn is_person(&self, at: usize) -> bool {
        self.get(at).is_some_and(|item| item.entity() == Some(Entity::Person))
    }

    /// Whether the word at `at` belongs to the mention of a place.
    pub(crate) fn is_place(&self, at: usize) -> bool {
        self.get(at).is_some_and(|item| item.entity() == Some(Entity::Place))
    }

    /// Whether a hyphen joins two words there: «جان-ميشال» (Jean-Michel).
    pub(crate) fn is_hyphen(&self, at: usize) -> bool {
        let tight = |at: usize| self.get(at).is_some_and(|item| !item.gap);
        self.kind(at) == Some(Kind::Dash)
            && tight(at)
            && tight(at + 1)
            && self.kind(at + 1) == Some(Kind::Word)
            && self.before(at).is_some_and(Item::is_word)
    }

    /// A range without marks and punctuation at its ends.
    pub(crate) fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        let solid = |at: usize| {
            self.get(at).is_some_and(|item| {
                matches!(item.kind, Kind::Word | Kind::Number | Kind::Bracket)
                    || (item.kind == Kind::Other && !self.is_slash(at))
            })
        };
        while start < end
            && !(solid(start) || self.marks.opening(start).is_some_and(|p| p.end < end))
        {
            start += 1;
        }
        while end > start
            && !(solid(end - 1) || self.marks.closing(end - 1).is_some_and(|p| p.open >= start))
        {
            end -= 1;
        }
        (start, end)
    }

    /// Whether a lone sign of the page stands there.
    pub(crate) fn is_slash(&self, at: usize) -> bool {
        self.get(at).is_some_and(|item| matches!(item.key, "/" | "|" | "*" | "'"))
    }
}

/// The first item of each part of the text that `number` counts. Numbers that no item has, as of an empty
/// paragraph, have the item behind.
fn first_items(items: &[Item<'_>], number: impl Fn(&Item<'_>) -> u32) -> Vec<usize> {
    let mut first = Vec::new();
    for (at, item) in items.iter().enumerate() {
        while first.len() <= number(item) as usize {
            first.push(at);
        }
    }
    first
}

fn first_of(first: &[usize], number: u32, items: &[Item<'_>]) -> usize {
    first.get(number as usize).copied().unwrap_or(items.len())
}
