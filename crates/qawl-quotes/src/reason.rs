//! Why a quote is as it is: what told that words follow, and who could have been the speaker.

use std::cell::RefCell;

use qawl_core::Span;

use crate::article::Article;
use crate::complement;
use crate::phrase::Phrase;
use crate::register::Person;
use crate::speaker::{Subject, text_of};

/// How many candidates of one kind are kept.
const CANDIDATES: usize = 8;

/// Why a quote is as it is.
///
/// ```
/// use qawl_quotes::{Attributor, Opener, Place, QuoteOptions, Verdict};
///
/// let text = "قال سامي حداد إن الجسر جاهز. وقالت ليلى منصور إن الطريق جديد. وأضاف أن العمل انتهى.";
/// // "Sami Haddad said the bridge is ready. Layla Mansour said the road is new. He added that work is done."
/// let found = Attributor::new(QuoteOptions::default().with_reasons()).attribute(text, &[]);
/// let why = found[2].why.as_ref().unwrap();
/// assert_eq!(why.opener, Some(Opener::Clause));
/// let asked: Vec<_> = why.candidates.iter().map(|c| (c.name.as_str(), c.verdict)).collect();
/// // The verb is masculine: she does not agree with it, he does.
/// assert_eq!(asked, [("ليلى منصور", Verdict::Disagrees), ("سامي حداد", Verdict::Chosen)]);
/// assert!(why.candidates.iter().all(|candidate| candidate.place == Place::Earlier));
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reason {
    /// What tells that reported words begin; none where the place of the cue alone does.
    pub opener: Option<Opener>,
    /// Who was asked, in this order: first those who can stand for the source, then the names that
    /// the source can have.
    pub candidates: Vec<Candidate>,
}

/// What tells that reported words begin.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Opener {
    /// أن، إن and what they carry, or a question word.
    Clause,
    /// A colon.
    Colon,
    /// A quotation mark.
    Quotation,
    /// Nothing: a noun phrase with quoted words in it.
    NounPhrase,
}

impl Opener {
    /// The name in output: `clause`, `colon`, `quotation`, `noun-phrase`.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Opener::NounPhrase.as_str(), "noun-phrase");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Opener::Clause => "clause",
            Opener::Colon => "colon",
            Opener::Quotation => "quotation",
            Opener::NounPhrase => "noun-phrase",
        }
    }
}

impl From<complement::Opening> for Opener {
    fn from(opening: complement::Opening) -> Self {
        match opening {
            complement::Opening::Clause => Opener::Clause,
            complement::Opening::Colon => Opener::Colon,
            complement::Opening::Quotation(_) => Opener::Quotation,
            complement::Opening::Nominal => Opener::NounPhrase,
        }
    }
}

/// Somebody who could have been the speaker. See the example of [`Reason`].
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Candidate {
    /// The name or description.
    pub name: String,
    /// Where the text has it.
    pub span: Span,
    /// Where that is, seen from the cue.
    pub place: Place,
    /// What became of it.
    pub verdict: Verdict,
}

/// Where a candidate stands. The first five are looked at in the order that the rule has, and the
/// first that fits wins; an earlier subject only where none of them does.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Place {
    /// Behind the cue: the subject of a verb, the object of a preposition.
    Behind,
    /// Before the verb, at the head of its clause.
    Before,
    /// Before the relative pronoun to which the verb belongs.
    Relative,
    /// The subject of the main verb beside a participle.
    MainClause,
    /// Behind «عن» in «نقلت الوكالة عن فلان قوله».
    Relayed,
    /// The subject of an earlier verb.
    Earlier,
    /// Named in the same sentence, where no subject was seen.
    Sentence,
    /// A fuller form of the name elsewhere in the text.
    FullName,
    /// A name elsewhere that bears the title.
    Bearer,
    /// The one whom an earlier phrase with the same head described.
    SameHead,
}

impl Place {
    /// The name in output: `behind`, `main-clause`, `full-name`, …
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Place::MainClause.as_str(), "main-clause");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Place::Behind => "behind",
            Place::Before => "before",
            Place::Relative => "relative",
            Place::MainClause => "main-clause",
            Place::Relayed => "relayed",
            Place::Earlier => "earlier",
            Place::Sentence => "sentence",
            Place::FullName => "full-name",
            Place::Bearer => "bearer",
            Place::SameHead => "same-head",
        }
    }

    /// Whether it says who a source is, not which source it is.
    const fn names(self) -> bool {
        matches!(self, Place::FullName | Place::Bearer | Place::SameHead)
    }
}

/// What became of a candidate.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Verdict {
    /// The first that fits.
    Chosen,
    /// Chosen though it does not agree with the verb in all: nobody does.
    ChosenLoosely,
    /// It differs from the verb in gender or number, or is too far away for somebody who did not
    /// report.
    Disagrees,
    /// It is the object of the verb, not its subject.
    Object,
    /// Another name is fuller, or of two alike the more frequent.
    LessFull,
    /// Another one who bears the title is nearer; who stands before the quote goes before those
    /// behind it.
    LessNear,
}

impl Verdict {
    /// The name in output: `chosen`, `disagrees`, …
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Verdict::ChosenLoosely.as_str(), "chosen-loosely");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Chosen => "chosen",
            Verdict::ChosenLoosely => "chosen-loosely",
            Verdict::Disagrees => "disagrees",
            Verdict::Object => "object",
            Verdict::LessFull => "less-full",
            Verdict::LessNear => "less-near",
        }
    }
}

/// Notes what is looked at for the quote at hand. Where no reasons are wanted it holds nothing and
/// every note is one test.
#[derive(Debug, Default)]
pub(crate) struct Trace(Option<RefCell<Reason>>);

impl Trace {
    pub(crate) fn new(wanted: bool) -> Self {
        Self(wanted.then(RefCell::default))
    }

    /// Forgets what was noted of the word before.
    pub(crate) fn clear(&self) {
        if let Some(reason) = &self.0 {
            *reason.borrow_mut() = Reason::default();
        }
    }

    /// What was noted, if reasons are wanted. The source comes before its name, in whatever order
    /// they were asked for.
    pub(crate) fn take(&self) -> Option<Box<Reason>> {
        let mut reason = self.0.as_ref()?.take();
        reason.candidates.sort_by_key(|candidate| candidate.place.names());
        Some(Box::new(reason))
    }

    pub(crate) fn open(&self, opener: impl Into<Opener>) {
        if let Some(reason) = &self.0 {
            reason.borrow_mut().opener = Some(opener.into());
        }
    }

    fn add(&self, candidate: Candidate) {
        let Some(reason) = &self.0 else { return };
        let candidates = &mut reason.borrow_mut().candidates;
        // The names of a source that is refused are refused with it.
        if !candidate.place.names() && candidate.verdict == Verdict::Object {
            candidates.retain(|other| !other.place.names());
        }
        if !candidates.contains(&candidate) {
            candidates.push(candidate);
        }
    }
}

impl Article<'_> {
    /// Notes the phrase at a place.
    pub(crate) fn note(&self, phrase: Phrase, place: Place, verdict: Verdict) {
        if self.trace.0.is_some() {
            let name = text_of(self, phrase.start, phrase.end);
            let span = self.span(phrase.start, phrase.end);
            self.trace.add(Candidate { name, span, place, verdict });
        }
    }

    /// Notes the people that a name or title can lead to, but for the one it leads to.
    pub(crate) fn note_people<'p, 'a: 'p>(
        &self,
        people: impl Iterator<Item = &'p Person<'a>>,
        chosen: &Person<'a>,
        place: Place,
        verdict: Verdict,
    ) {
        if self.trace.0.is_none() {
            return;
        }
        for person in people.filter(|&person| person != chosen).take(CANDIDATES) {
            self.note(Phrase { start: person.start, end: person.end }, place, verdict);
        }
    }

    /// Notes a subject that was seen before.
    pub(crate) fn note_subject(&self, subject: &Subject, place: Place, verdict: Verdict) {
        if self.trace.0.is_some() {
            let shown = self.span(subject.at, subject.at + 1);
            let span = subject.speaker.mention.unwrap_or(shown);
            let name = subject.speaker.name.clone();
            self.trace.add(Candidate { name, span, place, verdict });
        }
    }

    /// Notes the earlier subjects, the latest first, up to the one that was chosen.
    pub(crate) fn note_earlier<'s>(
        &self,
        latest: impl Iterator<Item = &'s Subject>,
        chosen: Option<&Subject>,
        agrees: impl Fn(&&Subject) -> bool,
    ) {
        if self.trace.0.is_none() {
            return;
        }
        let loosely = chosen.is_some_and(|chosen| !agrees(&chosen));
        for subject in latest.take(CANDIDATES) {
            if chosen.is_some_and(|chosen| std::ptr::eq(chosen, subject)) {
                break;
            }
            self.note_subject(subject, Place::Earlier, Verdict::Disagrees);
        }
        if let Some(chosen) = chosen {
            let verdict = if loosely { Verdict::ChosenLoosely } else { Verdict::Chosen };
            self.note_subject(chosen, Place::Earlier, verdict);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Attributor, QuoteOptions};

    /// Who was asked for the last quote of a text.
    fn asked(text: &str) -> Vec<(String, Place, Verdict)> {
        let options = QuoteOptions::default().with_reasons();
        let last = Attributor::new(options).attribute(text, &[]).pop();
        let why = last.and_then(|quote| quote.why).unwrap_or_default();
        why.candidates.into_iter().map(|c| (c.name, c.place, c.verdict)).collect()
    }

    #[test]
    fn a_description_leads_to_the_one_before() {
        // "A responsible source in the ministry said the road is closed. The source added that …"
        let text = "قال مصدر مسؤول في الوزارة إن الطريق مغلق. وأضاف المصدر أن العمل جار.";
        let source = ("المصدر".to_owned(), Place::Behind, Verdict::Chosen);
        let head = ("مصدر مسؤول في الوزارة".to_owned(), Place::SameHead, Verdict::Chosen);
        assert_eq!(asked(text), [source, head]);
    }

    #[test]
    fn a_short_name_leads_to_the_fullest() {
        // "Haddad said that the bridge is ready. Sami Haddad heads the firm, Sami Khalil Haddad was born in Homs."
        let text = "قال حداد إن الجسر جاهز. يرأس سامي حداد الشركة، وولد سامي خليل حداد في حمص.";
        let told = asked(text);
        let has = |name: &str, verdict| told.contains(&(name.to_owned(), Place::FullName, verdict));
        assert!(has("سامي خليل حداد", Verdict::Chosen) && has("سامي حداد", Verdict::LessFull));
    }

    #[test]
    fn a_pronoun_alone_leads_to_the_last_speaker() {
        // "Sami Haddad said that the bridge is ready. Work will end soon, as he put it."
        let text = "قال سامي حداد إن الجسر جاهز. وسينتهي العمل قريبا، على حد قوله.";
        assert_eq!(asked(text), [("سامي حداد".to_owned(), Place::Earlier, Verdict::Chosen)]);
    }
}
