//! The speakers of one text, each once.

use std::collections::HashMap;

use qawl_core::Span;
use qawl_normalize::{Normalizer, Profile};
use qawl_tokenize::{TokenKind, tokens};

use crate::lexicon::{Lexicon, TitleClass, class};
use crate::morphology::without_article;
use crate::quote::{Gender, Number, Quote, Resolution, Speaker};

/// The form in which names are compared.
const FOLD: Normalizer = Profile::SEARCH.normalizer();

/// The speakers of one text, in the order of their first quotes: a name in two spellings is one
/// speaker.
///
/// ```
/// use qawl_quotes::{Gender, Speakers, quotes};
///
/// let text = "قالت وزيرة النقل هدى سلمان إن الخط جاهز. وقال سامي حداد إن العمل بدأ. وأكدت الوزيرة أن القطار وصل.";
/// // "Transport minister Huda Salman said the line is ready. Sami Haddad said work has begun. The
/// // minister stressed that the train has arrived."
/// let speakers = Speakers::new(text, &quotes(text, &[]));
/// assert_eq!(speakers.len(), 2);
/// let huda = speakers.iter().next().unwrap();
/// assert_eq!((huda.name.as_str(), huda.gender), ("هدى سلمان", Some(Gender::Feminine)));
/// assert_eq!(huda.titles, ["وزيرة النقل", "الوزيرة"]); // "transport minister", "the minister"
/// assert_eq!(huda.quotes, [1, 3]);
/// let mentions: Vec<_> = huda.mentions.iter().filter_map(|span| span.get(text)).collect();
/// assert_eq!(mentions, ["وزيرة النقل هدى سلمان", "الوزيرة"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct Speakers {
    entries: Vec<SpeakerEntry>,
}

/// One speaker of a text. See the example of [`Speakers`].
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SpeakerEntry {
    /// The fullest name that the text gives, without titles; the description where it gives none.
    pub name: String,
    /// What names the speaker best anywhere in the text: a name, a body, a description.
    pub how: Resolution,
    /// Where the text shows the speaker, in order: the sources of the quotes, titles included, and
    /// the place of the full name where that is in none of them.
    pub mentions: Vec<Span>,
    /// The titles and descriptions beside the name or in its place, as written, in order.
    pub titles: Vec<String>,
    /// The grammatical gender; none where the quotes do not agree on one.
    pub gender: Option<Gender>,
    /// One or many, as far as the phrases tell.
    pub number: Option<Number>,
    /// The numbers of the quotes.
    pub quotes: Vec<usize>,
}

impl Speakers {
    /// Gathers the speakers of the quotes of `text`, which may come from a file as well as from an
    /// [`Attributor`](crate::Attributor). Linear in the quotes. What stands beside a name is a title or a
    /// body by the built-in words alone, not by those of a caller's [`TitleList`](crate::TitleList).
    #[must_use]
    pub fn new(text: &str, quotes: &[Quote]) -> Self {
        let mut entries: Vec<SpeakerEntry> = Vec::new();
        let mut numbers: HashMap<Vec<String>, usize> = HashMap::new();
        let mut genders: Vec<Vec<Gender>> = Vec::new();
        for quote in quotes {
            let Some(speaker) = &quote.speaker else { continue };
            let key = name_words(&speaker.name);
            let number = *numbers.entry(key).or_insert(entries.len());
            if number == entries.len() {
                entries.push(SpeakerEntry::new(speaker));
                genders.push(Vec::new());
            }
            if let Some(entry) = entries.get_mut(number) {
                entry.add(text, quote, speaker);
            }
            if let Some(genders) = genders.get_mut(number) {
                genders.extend(speaker.gender);
            }
        }
        for (entry, genders) in entries.iter_mut().zip(genders) {
            entry.finish(&genders);
        }
        Self { entries }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no quote has a speaker.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The speakers, in the order of their first quotes.
    pub fn iter(&self) -> std::slice::Iter<'_, SpeakerEntry> {
        self.entries.iter()
    }
}

impl<'s> IntoIterator for &'s Speakers {
    type Item = &'s SpeakerEntry;
    type IntoIter = std::slice::Iter<'s, SpeakerEntry>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl SpeakerEntry {
    fn new(speaker: &Speaker) -> Self {
        Self {
            name: speaker.name.clone(),
            how: speaker.how,
            mentions: Vec::new(),
            titles: Vec::new(),
            gender: None,
            number: speaker.number,
            quotes: Vec::new(),
        }
    }

    fn add(&mut self, text: &str, quote: &Quote, speaker: &Speaker) {
        self.quotes.push(quote.id);
        self.mentions.extend(quote.source);
        self.mentions.extend(speaker.mention);
        self.number = self.number.or(speaker.number);
        if rank(speaker.how) < rank(self.how) {
            self.how = speaker.how;
        }
        let source = quote.source.and_then(|source| source.get(text));
        if let Some(source) = source.filter(|_| is_person(speaker.how)) {
            for title in titles_of(source, &speaker.name).filter(|title| is_title(title)) {
                if !self.titles.iter().any(|known| known == title) {
                    self.titles.push(title.to_owned());
                }
            }
        }
    }

    /// Orders the mentions, leaves out those inside another, and settles the gender.
    fn finish(&mut self, genders: &[Gender]) {
        self.mentions.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut end = 0;
        self.mentions.retain(|span| {
            let outside = span.end() > end;
            end = end.max(span.end());
            outside
        });
        self.gender = genders.first().copied().filter(|first| genders.iter().all(|g| g == first));
    }
}

/// Whether a phrase of this kind holds titles of a person.
const fn is_person(how: Resolution) -> bool {
    matches!(how, Resolution::Named | Resolution::Described)
}

/// What tells most of a speaker comes first.
const fn rank(how: Resolution) -> u8 {
    match how {
        Resolution::Named => 0,
        Resolution::Institution => 1,
        Resolution::Described => 2,
        Resolution::Unnamed => 3,
        Resolution::Implied | Resolution::Pronoun => 4,
    }
}

/// The folded words of a name, without the article, so that «الحداد» and «حداد» are one.
fn name_words(name: &str) -> Vec<String> {
    let words = tokens(name).filter(|token| token.kind == TokenKind::Word);
    words.filter_map(|token| token.span.get(name)).map(folded).collect()
}

fn folded(word: &str) -> String {
    without_article(&FOLD.normalize(word)).to_owned()
}

/// Whether words beside a name are a person's title: not an adverbial («من بيروت», from Beirut) and
/// not a body («الشركة», the company).
fn is_title(words: &str) -> bool {
    let first = tokens(words).next().and_then(|token| token.span.get(words)).unwrap_or_default();
    let first = FOLD.normalize(first);
    let bare = without_article(&first);
    let [whole, stem] = [&*first, bare].map(|word| Lexicon::built_in().known(word));
    let body = [whole, stem]
        .iter()
        .filter_map(|known| known.title)
        .any(|(class, _)| class == TitleClass::Institution);
    !body && whole.classes & class::PREP == 0 && stem.classes & class::BODY == 0
}

/// What stands beside the name in a phrase, or the whole of one without it.
fn titles_of<'s>(source: &'s str, name: &str) -> impl Iterator<Item = &'s str> {
    let names = name_words(name);
    let (start, end) = longest_run(source, |word| names.contains(&folded(word)));
    let parts = [source.get(..start), source.get(end..)];
    // Marks of punctuation and of quotation around a title are not its own.
    let trimmed =
        parts.into_iter().flatten().map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()));
    trimmed.filter(|title| !title.is_empty())
}

/// The bytes of the longest run of words that `matches`; empty at the end where no word does.
fn longest_run(text: &str, matches: impl Fn(&str) -> bool) -> (usize, usize) {
    let (mut best, mut best_words) = ((text.len(), text.len()), 0);
    let (mut start, mut words) = (0, 0);
    for token in tokens(text).filter(|token| token.kind == TokenKind::Word) {
        if !token.span.get(text).is_some_and(&matches) {
            words = 0;
            continue;
        }
        if words == 0 {
            start = token.span.start();
        }
        words += 1;
        if words > best_words {
            (best, best_words) = ((start, token.span.end()), words);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_on_both_sides_of_a_name() {
        let titles = |source, name| titles_of(source, name).collect::<Vec<_>>();
        // "Dr Sami al-Haddad, head of the union"
        let source = "الدكتور سامي الحداد، رئيس النقابة";
        assert_eq!(titles(source, "سامي حداد"), ["الدكتور", "رئيس النقابة"]);
        assert_eq!(titles("الوزير", "سامي حداد"), ["الوزير"]); // "the minister"
        assert!(titles("«سامي حداد»", "سامي حداد").is_empty());
    }

    #[test]
    fn bodies_and_adverbials_are_no_titles() {
        assert!(is_title("وزيرة النقل") && is_title("المهندس")); // "transport minister", "the engineer"
        assert!(!is_title("الوزارة") && !is_title("من بيروت")); // "the ministry", "from Beirut"
    }

    #[test]
    fn a_gender_that_the_quotes_do_not_agree_on_is_none() {
        let speaker = Speaker {
            name: "نور".to_owned(), // Nour, of either gender
            mention: None,
            how: Resolution::Named,
            gender: None,
            number: None,
        };
        let mut entry = SpeakerEntry::new(&speaker);
        entry.finish(&[Gender::Masculine, Gender::Feminine]);
        assert_eq!(entry.gender, None);
        entry.finish(&[Gender::Feminine, Gender::Feminine]);
        assert_eq!(entry.gender, Some(Gender::Feminine));
    }
}
