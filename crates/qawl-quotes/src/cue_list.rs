//! Reporting verbs of a caller's, beside the built-in ones.

use crate::cue_line::{ACTS, COLUMNS, CueLine, FLAGS, TAKES, some};
use crate::fold::{bare, folded};
use crate::list_error::{ListError, check_word, rows};
use crate::quote::Act;
use crate::reporting::MOST;

/// What a reporting verb may take: where the reported words can begin behind it.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Takes {
    /// `anna`: «أن»، «إن» (that).
    Anna,
    /// `bi`: «بأن», and «بـ» before a noun: «وعد بزيادة» (promised a rise).
    Bi,
    /// `ila`: «إلى أن».
    Ila,
    /// `ala`: «على أن».
    Ala,
    /// `min`: «من أن».
    Min,
    /// `aan`: «عن أن», and «عن» before a noun: «كشف عن خطة» (revealed a plan).
    Aan,
    /// `question`: «هل»، «ما إذا» (whether).
    Question,
    /// `colon`: a colon.
    Colon,
    /// `mark`: a quotation mark with no colon before it.
    Mark,
    /// `nominal`: a noun phrase, which counts only with quoted words in it: «رفض «المساومة»».
    Nominal,
    /// `fi`: «في أن».
    Fi,
}

/// What else is to be known of a reporting verb.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Usage {
    /// `add`: goes on with the words of the last speaker, as «أضاف» does.
    Add,
    /// `weak`: has other senses than saying, so that its place has to speak for it: «كشف».
    Weak,
    /// `object`: a hearer may stand behind its subject, or on it as a pronoun: «أبلغهم».
    Object,
    /// `subjunctive`: its clause may be «أن» with an imperfect, which then is what was said: «طلب أن».
    Subjunctive,
    /// `finding`: said of studies and figures: «أظهر».
    Finding,
    /// `relay`: passes on what another said: «نقل».
    Relay,
    /// `medium`: said of what was published: «جاء في البيان».
    Medium,
    /// `joined`: reports only with «و» or «ف» before it: «وزاد».
    Joined,
    /// `view`: tells a thought, which is a report only with its thinker: «رأى».
    View,
}

/// A reporting verb of a caller's, with all its forms: past, imperfect and participle in both genders and
/// all numbers of the third person, with a conjunction, with the pronouns of a hearer.
///
/// Marks and tatweel count for nothing, hamzas neither: «اعلن» is found where «أعلن» stands. Without
/// [`takes`](Self::takes) it takes what most verbs of saying do: [`Anna`](Takes::Anna), [`Bi`](Takes::Bi),
/// [`Colon`](Takes::Colon), [`Mark`](Takes::Mark).
///
/// ```
/// use qawl_quotes::{Act, Attributor, CueList, ReportingVerb};
///
/// let chirp = ReportingVerb::new("زقزق", Act::Write).imperfect("يزقزق").participle("مزقزق");
/// let attributor = Attributor::default().with_cues(CueList::new().verb(chirp)?);
///
/// let text = "وزقزقت الوزيرة هدى سلمان: «الجسر جاهز». وقال سامي حداد مزقزقا إن العمل بدأ.";
/// // "Minister Huda Salman chirped: 'The bridge is ready.' Sami Haddad said, chirping, that work has begun."
/// let found = attributor.attribute(text, &[]);
/// let cue = found[0].cue.as_ref().unwrap();
/// assert_eq!((cue.lemma.as_ref(), cue.act), ("زقزق", Act::Write));
/// assert_eq!(found[0].speaker.as_ref().unwrap().name, "هدى سلمان");
/// # Ok::<(), qawl_quotes::ListError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct ReportingVerb {
    past: String,
    imperfect: Option<String>,
    participle: Option<String>,
    act: Act,
    takes: u16,
    flags: u16,
    passives: Vec<String>,
}

impl ReportingVerb {
    /// A verb by the third person singular masculine of its past, and the kind of saying that it is.
    pub fn new(past: &str, act: Act) -> Self {
        let usual = [Takes::Anna, Takes::Bi, Takes::Colon, Takes::Mark];
        Self {
            past: bare(past).into_owned(),
            imperfect: None,
            participle: None,
            act,
            takes: usual.iter().fold(0, |bits, takes| bits | 1 << *takes as u16),
            flags: 0,
            passives: Vec::new(),
        }
    }

    /// The same with its imperfect, third person singular masculine: «يقول». Without one the verb
    /// reports in the past alone.
    pub fn imperfect(mut self, imperfect: &str) -> Self {
        self.imperfect = Some(bare(imperfect).into_owned());
        self
    }

    /// The same with its participle, without the ending of the accusative: «قائل» for «قائلا». A final
    /// weak letter is written: «منادي».
    pub fn participle(mut self, participle: &str) -> Self {
        self.participle = Some(bare(participle).into_owned());
        self
    }

    /// The same, taking these and nothing else.
    ///
    /// ```
    /// use qawl_quotes::{Act, Attributor, CueList, ReportingVerb, Takes};
    ///
    /// let point = ReportingVerb::new("نقر", Act::Point).takes([Takes::Ala]); // "tapped on"
    /// let attributor = Attributor::default().with_cues(CueList::new().verb(point)?);
    /// let said = |text| attributor.attribute(text, &[]).len();
    /// assert_eq!(said("ونقر المدير على أن العمل بدأ."), 1); // "the director tapped on that work has begun"
    /// assert_eq!(said("ونقر المدير: العمل بدأ."), 0); // with a colon
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    pub fn takes(mut self, takes: impl IntoIterator<Item = Takes>) -> Self {
        self.takes = takes.into_iter().fold(0, |bits, takes| bits | 1 << takes as u16);
        self
    }

    /// The same, used so, and not otherwise.
    ///
    /// ```
    /// use qawl_quotes::{Act, Attributor, CueList, ReportingVerb, Usage};
    ///
    /// let add = ReportingVerb::new("أتبع", Act::Add).usage([Usage::Add]); // "went on"
    /// let attributor = Attributor::default().with_cues(CueList::new().verb(add)?);
    /// let text = "قال سامي حداد إن العمل بدأ. وأتبع أن الجسر جاهز.";
    /// // "Sami Haddad said that work has begun. He went on that the bridge is ready."
    /// let found = attributor.attribute(text, &[]);
    /// assert_eq!(found[1].speaker.as_ref().unwrap().name, "سامي حداد");
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    pub fn usage(mut self, usage: impl IntoIterator<Item = Usage>) -> Self {
        self.flags = usage.into_iter().fold(0, |bits, usage| bits | 1 << usage as u16);
        self
    }

    /// The same with words that report with nobody named, as «قيل» (it was said) does of «قال». Such a
    /// word is no form of the active any more, wherever it stands: only what is spelled in another way
    /// than the active belongs here. It is its own lemma, and its act is [`Act::Say`].
    ///
    /// ```
    /// use qawl_quotes::{Act, Attributor, CueList, ReportingVerb, Rule};
    ///
    /// let broadcast = ReportingVerb::new("أذاع", Act::Announce).passive(["أذيع", "يذاع"]);
    /// let attributor = Attributor::default().with_cues(CueList::new().verb(broadcast)?);
    /// let text = "وأذيع أن الطريق مفتوح."; // "and it was broadcast that the road is open"
    /// let found = attributor.attribute(text, &[]);
    /// assert_eq!((found[0].rule, found[0].source), (Rule::Passive, None));
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    pub fn passive<'w>(mut self, words: impl IntoIterator<Item = &'w str>) -> Self {
        self.passives.extend(words.into_iter().map(|word| bare(word).into_owned()));
        self
    }

    /// The third person singular masculine of the past, without marks.
    pub(crate) fn lemma(&self) -> &str {
        &self.past
    }

    pub(crate) const fn act(&self) -> Act {
        self.act
    }

    /// What a line of a list would say of it.
    pub(crate) fn line(&self) -> CueLine<'_> {
        CueLine {
            past: &self.past,
            imperfect: self.imperfect.as_deref(),
            participle: self.participle.as_deref(),
            act: self.act as usize,
            takes: self.takes,
            flags: self.flags,
        }
    }

    /// Reads the columns of a line: those of `data/quotes/cues.tsv` and, if there is one more, passives.
    fn read(columns: &[&str]) -> Result<Self, ListError> {
        let (line, passives) = match columns {
            [line @ .., passives] if line.len() == COLUMNS => (line, *passives),
            line => (line, "-"),
        };
        let line = CueLine::read(line).map_err(ListError::new)?;
        let form = |form: &str| bare(form).into_owned();
        let passives = some(passives)
            .filter(|words| !words.is_empty())
            .into_iter()
            .flat_map(|words| words.split(','))
            .map(form);
        Ok(Self {
            past: form(line.past),
            imperfect: line.imperfect.map(form),
            participle: line.participle.map(form),
            act: Act::ALL.get(line.act).copied().unwrap_or(Act::Say),
            takes: line.takes,
            flags: line.flags,
            passives: passives.collect(),
        })
    }

    /// Refuses what could never be found.
    fn check(&self) -> Result<(), ListError> {
        check_word(&self.past, "the past, such as «قال»,")?;
        if let Some(imperfect) = &self.imperfect {
            check_word(imperfect, "the imperfect, such as «يقول», or - for none,")?;
            if !imperfect.starts_with('ي') {
                let expected = "expected the imperfect with its first letter ي, or - for none";
                return Err(ListError::new(format!("{imperfect:?}: {expected}")));
            }
        }
        if let Some(participle) = &self.participle {
            check_word(participle, "the participle, such as «قائل», or - for none,")?;
        }
        self.passives.iter().try_for_each(|word| check_word(word, "a passive, such as «قيل»,"))?;
        if self.takes == 0 {
            let message = format!("it takes nothing, expected some of {}", TAKES.join(", "));
            return Err(ListError::new(message));
        }
        Ok(())
    }
}

/// Reporting verbs of a caller's, beside the built-in ones. A verb with the lemma of a built-in one, hamzas
/// aside, stands in its place, and no form of the built-in one is left but its passives, which are words by
/// themselves: «قيل» (it was said) goes on to report. Two verbs of the list with one lemma are both kept; where
/// they share a form the first is the likelier.
///
/// ```
/// use qawl_quotes::{Attributor, CueList};
///
/// // What data/quotes/cues.tsv has: past, imperfect, participle, act, takes, flags.
/// let own = CueList::from_tsv("زقزق\tيزقزق\tمزقزق\twrite\tanna,bi,colon,mark\t-\n")?; // "to chirp"
/// let attributor = Attributor::default().with_cues(own);
///
/// let text = "وزقزق المدرب أن الفريق جاهز."; // "the coach chirped that the team is ready"
/// assert_eq!(attributor.attribute(text, &[]).len(), 1);
/// assert!(Attributor::default().attribute(text, &[]).is_empty());
/// # Ok::<(), qawl_quotes::ListError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CueList {
    verbs: Vec<ReportingVerb>,
}

impl CueList {
    /// None. See the example of [`ReportingVerb`] for this and what adds some.
    #[must_use]
    pub const fn new() -> Self {
        Self { verbs: Vec::new() }
    }

    /// Reads a list in the form of `data/quotes/cues.tsv`: a line a verb, with six columns and a tab between
    /// them, `-` where there is nothing to say.
    ///
    /// 1. The past, third person singular masculine.
    /// 2. The imperfect, the same.
    /// 3. The participle without its ending.
    /// 4. The act, one of the names of [`Act`].
    /// 5. What it takes, names of [`Takes`] with commas between them.
    /// 6. How it is used, names of [`Usage`] with commas between them.
    /// 7. If there is one more, [passives](ReportingVerb::passive) with commas between them.
    ///
    /// Empty lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// Where a line has other columns, where a form is no word, the imperfect does not begin with «ي», or
    /// there are more than 2000 verbs: the line, what it has, what was expected.
    pub fn from_tsv(text: &str) -> Result<Self, ListError> {
        rows(text).try_fold(Self::new(), |list, (line, columns)| {
            let verb = ReportingVerb::read(&columns).map_err(|error| error.at(line))?;
            list.verb(verb).map_err(|error| error.at(line))
        })
    }

    /// The same with one more verb; one that is there already changes nothing.
    ///
    /// # Errors
    /// Where a form is no word of Arabic letters, the imperfect does not begin with «ي», it takes nothing,
    /// or there are 2000 verbs already.
    ///
    /// ```
    /// use qawl_quotes::{Act, CueList, ReportingVerb};
    ///
    /// let two_words = ReportingVerb::new("زقزق بأن", Act::Write); // "chirped that"
    /// let error = CueList::new().verb(two_words).unwrap_err();
    /// assert!(error.to_string().contains("expected the past, such as «قال», as one word"));
    /// ```
    pub fn verb(mut self, verb: ReportingVerb) -> Result<Self, ListError> {
        verb.check()?;
        if self.verbs.len() == MOST {
            return Err(ListError::new(format!("too many verbs, expected {MOST} at most")));
        }
        if !self.verbs.contains(&verb) {
            self.verbs.push(verb);
        }
        Ok(self)
    }

    /// The same with the verbs of another list behind its own.
    ///
    /// # Errors
    /// Where there are more than 2000 verbs.
    ///
    /// ```
    /// use qawl_quotes::{Act, CueList, ReportingVerb};
    ///
    /// let chirp = CueList::new().verb(ReportingVerb::new("زقزق", Act::Write))?; // "to chirp"
    /// let hoot = CueList::new().verb(ReportingVerb::new("نعق", Act::Claim))?; // "to hoot"
    /// assert_eq!(chirp.clone().and(hoot)?.and(chirp)?.len(), 2);
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    pub fn and(self, other: Self) -> Result<Self, ListError> {
        other.verbs.into_iter().try_fold(self, Self::verb)
    }

    /// How many verbs there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.verbs.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// assert!(qawl_quotes::CueList::from_tsv("# to come\n").unwrap().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &ReportingVerb> {
        self.verbs.iter()
    }

    /// The passives of all verbs, folded.
    pub(crate) fn passives(&self) -> impl Iterator<Item = String> {
        self.verbs.iter().flat_map(|verb| &verb.passives).map(|word| folded(word).into_owned())
    }
}

// The bits of both are the places of their names.
const _: () = assert!(Takes::Fi as usize + 1 == TAKES.len());
// The last flag is told by the imperfect.
const _: () = assert!(Usage::View as usize + 2 == FLAGS.len());
const _: () = assert!(Act::ALL.len() == ACTS.len());

#[cfg(test)]
mod tests {
    use super::*;

    /// Variants in the order of their names: the bits of a list are those of the tables.
    #[test]
    fn variants_stand_where_their_names_do() {
        use Takes::{Aan, Ala, Anna, Bi, Colon, Fi, Ila, Mark, Min, Nominal, Question};
        let takes = [Anna, Bi, Ila, Ala, Min, Aan, Question, Colon, Mark, Nominal, Fi];
        assert!(takes.iter().map(|takes| format!("{takes:?}").to_lowercase()).eq(TAKES.to_owned()));
        assert!((0..).zip(takes).all(|(bit, takes)| takes as usize == bit));
        use Usage::{Add, Finding, Joined, Medium, Object, Relay, Subjunctive, View, Weak};
        let usages = [Add, Weak, Object, Subjunctive, Finding, Relay, Medium, Joined, View];
        let names = usages.iter().map(|usage| format!("{usage:?}").to_lowercase());
        assert!(names.eq(FLAGS.get(..usages.len()).unwrap().to_owned()));
        assert!((0..).zip(usages).all(|(bit, usage)| usage as usize == bit));
        assert!(Act::ALL.iter().map(|act| act.as_str()).eq(ACTS.to_owned()));
        assert!((0..).zip(Act::ALL).all(|(at, act)| *act as usize == at));
    }

    #[test]
    fn a_line_is_what_the_builder_makes() {
        // "declared", with marks, a byte order mark and the line ends of Windows
        let list = "\u{FEFF}# own\r\nصر\u{0651}ح\tيصرح\tمصرح\tsay\tanna,fi\tweak\tص\u{064F}رح\r\n";
        let built = ReportingVerb::new("صرح", Act::Say)
            .imperfect("يصرح")
            .participle("مصرح")
            .takes([Takes::Anna, Takes::Fi])
            .usage([Usage::Weak])
            .passive(["صرح"]);
        assert_eq!(CueList::from_tsv(list), CueList::new().verb(built));
    }

    #[test]
    fn what_could_never_be_found_is_refused() {
        let wrong = |line: &str| CueList::from_tsv(line).unwrap_err().to_string();
        assert!(
            wrong("صرح\tتصرح\t-\tsay\tanna\t-").starts_with("line 1: \"تصرح\": expected the imper")
        );
        assert!(wrong("صرح\tيصرح\t-\tsay\t-\t-").contains("takes nothing, expected some of anna,"));
        assert!(wrong("said\t-\t-\tsay\tanna\t-").contains("\"said\": expected the past"));
        assert!(wrong("صرح\t-\tمصرح به\tsay\tanna\t-").contains("expected the participle"));
        assert!(wrong("صرح\t-\t-\tsay\tanna\t-\tصرح,").contains("\"\": expected a passive"));
        assert!(wrong("صرح\t-\t-\tsay\tanna\t-\t-\t-").ends_with("flags), found 8"));
    }

    #[test]
    fn there_is_an_end_to_verbs() {
        let letter = |number: usize| char::from_u32(0x628 + (number % 8) as u32).unwrap();
        let verb = |number: usize| (0..5).map(|at| letter(number >> (3 * at))).collect::<String>();
        let list =
            |count| (0..count).map(|n| format!("{}\t-\t-\tsay\tanna\t-\n", verb(n))).collect();
        let (most, more): (String, String) = (list(MOST), list(MOST + 1));
        assert_eq!(CueList::from_tsv(&most).unwrap().len(), MOST);
        let error = CueList::from_tsv(&more).unwrap_err();
        assert_eq!(error.to_string(), "line 2001: too many verbs, expected 2000 at most");
    }
}
