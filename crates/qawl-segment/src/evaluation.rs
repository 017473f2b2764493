//! Comparing cuts with cuts that people made.
//!
//! Gold is written a word a line, the word and its pieces as they are spelled alone, with a tab
//! between them; behind each sentence stands a blank line, and lines that begin with `# ` are
//! remarks:
//!
//! ```
//! use qawl_segment::evaluation::{Score, read_gold};
//! use qawl_segment::{Scheme, Segmenter};
//!
//! let gold = read_gold("وللحكومة\tو+ل+ال+حكومة\nمدرستها\tمدرسة+ها\n")?; // "and to the government her school"
//! let segmenter = Segmenter::embedded();
//! let mut score = Score::default();
//! for word in gold.iter().flatten() {
//!     score.add(word, &segmenter.segment(word.surface()));
//! }
//! assert_eq!(score.words(), 2);
//! assert_eq!(score.of(Scheme::D3).wrong, 0);
//! assert_eq!(score.of(Scheme::D3).f1(), 1.0);
//! # Ok::<(), qawl_segment::evaluation::GoldError>(())
//! ```
//!
//! All words count, numbers and marks as well; a published figure says whether they do.

use std::collections::BTreeMap;
use std::fmt;

use crate::clitics::PRONOUNS;
use crate::scheme::Scheme;
use crate::segmentation::Segmentation;

/// A word that a person cut.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GoldWord {
    surface: String,
    pieces: Vec<String>,
}

impl GoldWord {
    /// A word and its pieces in [`Scheme::D3`], spelled as they are alone.
    #[must_use]
    pub fn new(surface: impl Into<String>, pieces: Vec<String>) -> Self {
        Self { surface: surface.into(), pieces }
    }

    /// The word as written.
    #[must_use]
    pub fn surface(&self) -> &str {
        &self.surface
    }

    /// Its pieces.
    #[must_use]
    pub fn pieces(&self) -> &[String] {
        &self.pieces
    }
}

/// A line of gold that is not a word, a tab, and its pieces, or whose pieces are not of the word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldError {
    line: usize,
}

impl GoldError {
    /// The line, from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line } = self;
        write!(
            f,
            "line {line}: expected a word, a tab, and pieces of that word with + between them"
        )
    }
}

impl std::error::Error for GoldError {}

/// The sentences of a text of gold, in the form that the module tells. A byte order mark at its
/// beginning is left out.
///
/// # Errors
/// Where a line has not one tab, a piece is empty or holds a space, or the clitics before and
/// behind the stem are not what the word begins and ends with.
pub fn read_gold(text: &str) -> Result<Vec<Vec<GoldWord>>, GoldError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text); // ZERO WIDTH NO-BREAK SPACE
    let mut sentences = vec![Vec::new()];
    for (line, content) in (1..).zip(text.lines()) {
        if content.is_empty() {
            sentences.push(Vec::new());
        } else if !content.starts_with("# ") {
            let word = gold_word(content).ok_or(GoldError { line })?;
            sentences.last_mut().unwrap_or(&mut Vec::new()).push(word);
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    Ok(sentences)
}

fn gold_word(line: &str) -> Option<GoldWord> {
    let (surface, pieces) = line.split_once('\t')?;
    let pieces: Vec<&str> =
        if pieces == surface { vec![pieces] } else { pieces.split('+').collect() };
    let is_sound = !line.contains(' ')
        && !surface.is_empty()
        && pieces.iter().all(|piece| !piece.is_empty() && !piece.contains('\t'))
        && (pieces.len() == 1 || fits(surface, &pieces));
    let pieces = pieces.into_iter().map(str::to_owned);
    is_sound.then(|| GoldWord::new(surface, pieces.collect()))
}

/// Whether a word begins and ends with the clitics among its pieces.
fn fits(surface: &str, pieces: &[&str]) -> bool {
    let cuts = Cuts::of(pieces, surface.chars().count());
    let mut start = 0;
    cuts.clitics.iter().all(|CutOff { clitic, place }| match clitic.strip_prefix('_') {
        Some(pronoun) => surface.ends_with(pronoun),
        None => {
            let written: String = surface.chars().take(*place).skip(start).collect();
            start = *place;
            written == *clitic || (written == "ل" && clitic == "ال")
        }
    })
}

/// How many words were cut as in the gold, and where not.
#[derive(Clone, Debug, Default)]
pub struct Score {
    words: usize,
    schemes: BTreeMap<&'static str, SchemeScore>,
    misspelled: usize,
    clitics: BTreeMap<String, CliticScore>,
}

/// The counts of one scheme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SchemeScore {
    /// Words that were not cut exactly as in the gold.
    pub wrong: usize,
    /// Boundaries inside words that both have, that only the gold has, that only the answer has.
    pub hits: usize,
    /// See [`SchemeScore::hits`].
    pub missed: usize,
    /// See [`SchemeScore::hits`].
    pub false_alarms: usize,
}

/// How one clitic was dealt with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CliticScore {
    /// How often the gold has it.
    pub gold: usize,
    /// How often it was left on the word.
    pub missed: usize,
    /// How often it was cut where the gold has none.
    pub false_alarms: usize,
}

impl SchemeScore {
    /// Of the boundaries that were found, the share that the gold has; 0 where none was.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// Of the boundaries of the gold, the share that was found; 0 where it has none.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.hits, self.hits + self.missed)
    }

    /// The harmonic mean of both.
    #[must_use]
    pub fn f1(&self) -> f64 {
        share(2 * self.hits, 2 * self.hits + self.missed + self.false_alarms)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Score {
    /// Counts one word.
    pub fn add(&mut self, gold: &GoldWord, found: &Segmentation<'_>) {
        let pieces: Vec<&str> = found.pieces().iter().map(|piece| &*piece.form).collect();
        let gold_pieces: Vec<&str> = gold.pieces.iter().map(String::as_str).collect();
        let letters = gold.surface.chars().count();
        let (gold, found) = (Cuts::of(&gold_pieces, letters), Cuts::of(&pieces, letters));
        self.words += 1;
        for scheme in Scheme::ALL {
            self.schemes.entry(scheme.as_str()).or_default().add(&gold, &found, scheme);
        }
        if gold == found {
            self.misspelled += usize::from(gold_pieces != pieces);
        }
        self.count_clitics(&gold, &found);
    }

    fn count_clitics(&mut self, gold: &Cuts<'_>, found: &Cuts<'_>) {
        for cut in &gold.clitics {
            let clitic = self.clitics.entry(cut.clitic.clone().into_owned()).or_default();
            clitic.gold += 1;
            clitic.missed += usize::from(!found.clitics.contains(cut));
        }
        for cut in found.clitics.iter().filter(|cut| !gold.clitics.contains(cut)) {
            self.clitics.entry(cut.clitic.clone().into_owned()).or_default().false_alarms += 1;
        }
    }

    /// All words that were counted.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words
    }

    /// The counts of one scheme.
    #[must_use]
    pub fn of(&self, scheme: Scheme) -> SchemeScore {
        self.schemes.get(scheme.as_str()).copied().unwrap_or_default()
    }

    /// The share of words, from 0 to 1, that were cut exactly as in the gold.
    #[must_use]
    pub fn accuracy(&self, scheme: Scheme) -> f64 {
        share(self.words - self.of(scheme).wrong, self.words)
    }

    /// Words that were cut right in [`Scheme::D3`], but with a stem spelled in another way.
    #[must_use]
    pub fn misspelled(&self) -> usize {
        self.misspelled
    }

    /// The clitics, in the order of their letters; a pronoun begins with a low line.
    pub fn clitics(&self) -> impl Iterator<Item = (&str, CliticScore)> {
        self.clitics.iter().map(|(clitic, score)| (clitic.as_str(), *score))
    }
}

impl SchemeScore {
    fn add(&mut self, gold: &Cuts<'_>, found: &Cuts<'_>, scheme: Scheme) {
        let (owed, got) = (gold.places(scheme), found.places(scheme));
        let hits = owed.iter().filter(|place| got.contains(place)).count();
        self.hits += hits;
        self.missed += owed.len() - hits;
        self.false_alarms += got.len() - hits;
        let same_stem = scheme != Scheme::D3 || gold.shares_lam == found.shares_lam;
        self.wrong += usize::from(owed != got || !same_stem);
    }
}

/// Where a word is cut.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cuts<'p> {
    clitics: Vec<CutOff<'p>>,
    /// Whether the stem shares its first ل with the article: للغة.
    shares_lam: bool,
}

/// A clitic that is cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
struct CutOff<'p> {
    clitic: std::borrow::Cow<'p, str>,
    /// The letters between the beginning of the word and the cut.
    place: usize,
}

impl<'p> Cuts<'p> {
    /// The cuts of a word of so many letters, from its pieces.
    fn of(pieces: &[&'p str], letters: usize) -> Self {
        let mut cuts = Self { clitics: Vec::new(), shares_lam: false };
        let (mut place, mut before, mut rest) = (0, "", pieces);
        while let [clitic @ ("أ" | "و" | "ف" | "س" | "ب" | "ل" | "ك" | "ال"), behind @ ..] = rest
        {
            if behind.is_empty() {
                break;
            }
            let elided = *clitic == "ال" && before == "ل";
            place += if elided { 1 } else { clitic.chars().count() };
            cuts.clitics.push(CutOff { clitic: (*clitic).into(), place });
            cuts.shares_lam = elided && behind.first().is_some_and(|stem| stem.starts_with('ل'));
            (before, rest) = (clitic, behind);
        }
        if let [_, .., pronoun] = rest
            && PRONOUNS.contains(pronoun)
        {
            let place = letters.saturating_sub(pronoun.chars().count());
            cuts.clitics.push(CutOff { clitic: format!("_{pronoun}").into(), place });
        }
        cuts
    }

    /// Where `scheme` cuts.
    fn places(&self, scheme: Scheme) -> Vec<usize> {
        let is_cut = |clitic: &str| match clitic {
            "أ" | "و" | "ف" => true,
            "ال" => scheme == Scheme::D3,
            _ if clitic.starts_with('_') => matches!(scheme, Scheme::Atb | Scheme::D3),
            _ => scheme != Scheme::D1,
        };
        self.clitics.iter().filter(|cut| is_cut(&cut.clitic)).map(|cut| cut.place).collect()
    }
}
