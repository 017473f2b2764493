//! All reporting verbs and their forms: those of the tables, and a caller's beside them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::cue_list::{CueList, ReportingVerb};
use crate::fold::folded;
use crate::lexicon::{CueVerb, Inflection, Verb, flag};
use crate::morphology::{plural_with_object, with_object};
use crate::quote::Act;
use crate::tables::{CUE_FORMS, CUES};

/// How many forms a verb has at most.
const FORMS: usize = 18;

/// How many verbs a caller may add: places in the list of forms have two bytes.
pub(crate) const MOST: usize = 2000;

const _: () = assert!(CUE_FORMS.len() + MOST * FORMS <= u16::MAX as usize);

/// From which place in the list of forms to which.
pub(crate) type Stretch = (u16, u16);

/// The verbs, by number, and what their forms say.
#[derive(Debug)]
pub(crate) struct Reporting {
    verbs: Vec<Verb>,
    lemmas: Vec<Cow<'static, str>>,
    /// The verb, and tense, gender and number in one, of each form in the order of their spellings.
    forms: Vec<(u16, u8)>,
}

/// A form in its folded spelling, its verb, and tense, gender and number in one.
pub(crate) type Form = (Cow<'static, str>, u16, u8);

/// Where a verb comes from: the tables, at a place, or a caller.
#[derive(Clone, Copy, Debug)]
enum Origin<'o> {
    Table(usize, &'static CueVerb),
    Own(&'o ReportingVerb),
}

impl Reporting {
    /// The verbs, and all their forms in order. Of two verbs that share a form the one with the lower
    /// number is the likelier.
    pub(crate) fn new(own: &CueList) -> (Self, Vec<Form>) {
        let mut all = Self { verbs: Vec::new(), lemmas: Vec::new(), forms: Vec::new() };
        let mut forms = Vec::with_capacity(CUE_FORMS.len() + own.len() * FORMS);
        let mut numbers = vec![None; CUES.len()];
        for origin in order(own) {
            match origin {
                Origin::Table(at, verb) => {
                    let lemma = Cow::Borrowed(verb.lemma);
                    let number = all.push(lemma, verb.act, verb.takes, verb.flags);
                    numbers.get_mut(at).into_iter().for_each(|known| *known = Some(number));
                }
                Origin::Own(verb) => {
                    let (lemma, line) = (Cow::Owned(verb.lemma().to_owned()), verb.line());
                    let number = all.push(lemma, verb.act(), line.takes, line.all_flags());
                    let folded = |text: String| Cow::Owned(folded(&text).into_owned());
                    let spelled = line.forms().into_iter();
                    forms.extend(spelled.map(|form| (folded(form.text), number, form.code)));
                }
            }
        }
        forms.extend(CUE_FORMS.iter().filter_map(|&(form, verb, code)| {
            let number = numbers.get(usize::from(verb)).copied().flatten()?;
            Some((Cow::Borrowed(form), number, code))
        }));
        forms.sort_unstable();
        forms.dedup();
        all.forms = forms.iter().map(|&(_, verb, code)| (verb, code)).collect();
        (all, forms)
    }

    /// Adds a verb. Which number has it?
    fn push(&mut self, lemma: Cow<'static, str>, act: Act, takes: u16, flags: u16) -> u16 {
        let number = self.verbs.len() as u16;
        self.verbs.push(Verb { number, act, takes, flags });
        self.lemmas.push(lemma);
        number
    }

    /// The third person singular masculine of the past.
    pub(crate) fn lemma(&self, verb: Verb) -> &Cow<'static, str> {
        const NONE: &Cow<'static, str> = &Cow::Borrowed("");
        self.lemmas.get(usize::from(verb.number)).unwrap_or(NONE)
    }

    /// The verbs of which the forms in a stretch are.
    pub(crate) fn verbs_of(&self, stretch: Stretch) -> impl Iterator<Item = (Verb, Inflection)> {
        let forms = self.forms.get(usize::from(stretch.0)..usize::from(stretch.1));
        forms.unwrap_or_default().iter().filter_map(|&(verb, code)| {
            Some((*self.verbs.get(usize::from(verb))?, Inflection::decode(code)))
        })
    }

    /// A form with each pronoun of a hearer, if its verb takes one.
    pub(crate) fn telling_forms(
        &self,
        (form, stretch): (&str, Stretch),
    ) -> Vec<(String, Stretch, usize)> {
        let mut told = Vec::new();
        if self.verbs_of(stretch).any(|(verb, _)| verb.is(flag::OBJECT)) {
            told.extend(with_object(form).map(|told| (told, stretch, 0)));
            told.extend(plural_with_object(form).map(|told| (told, stretch, 1)));
        }
        told
    }
}

/// Each spelling once, with its stretch.
pub(crate) fn stretches(forms: &[Form]) -> impl Iterator<Item = (&str, Stretch)> {
    let same = forms.chunk_by(|one, other| one.0 == other.0);
    same.scan(0, |at, forms| {
        let start = *at;
        *at += forms.len() as u16;
        Some((forms.first()?.0.as_ref(), (start, *at)))
    })
}

/// All verbs, the likelier before those that share a form with them. A caller's verb takes the place of
/// that of the tables with the same lemma; a new one goes before them all.
fn order(own: &CueList) -> Vec<Origin<'_>> {
    let mut by_lemma: HashMap<Cow<'_, str>, Vec<(usize, &ReportingVerb)>> = HashMap::new();
    for (place, verb) in own.iter().enumerate() {
        by_lemma.entry(folded(verb.lemma())).or_default().push((place, verb));
    }
    let mut listed = Vec::with_capacity(CUES.len());
    for (at, verb) in CUES.iter().enumerate() {
        // Of several built-in verbs with one lemma all of the caller's stand for the first.
        match by_lemma.get_mut(&folded(verb.lemma)) {
            Some(own) => listed.extend(own.drain(..).map(|(_, verb)| Origin::Own(verb))),
            None => listed.push(Origin::Table(at, verb)),
        }
    }
    let mut new: Vec<_> = by_lemma.into_values().flatten().collect();
    new.sort_unstable_by_key(|(place, _)| *place);
    new.into_iter().map(|(_, verb)| Origin::Own(verb)).chain(listed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verbs(reporting: &Reporting, forms: &[Form], form: &str) -> Vec<String> {
        let stretch = stretches(forms).find(|(known, _)| *known == form).unwrap().1;
        reporting.verbs_of(stretch).map(|(verb, _)| reporting.lemma(verb).to_string()).collect()
    }

    #[test]
    fn tables_alone_are_as_they_are() {
        let (reporting, forms) = Reporting::new(&CueList::new());
        let listed = CUE_FORMS.iter().map(|&(form, verb, code)| (Cow::Borrowed(form), verb, code));
        assert!(listed.eq(forms));
        assert_eq!(reporting.verbs.len(), CUES.len());
        let as_listed =
            |verb: &Verb| reporting.lemma(*verb) == CUES[usize::from(verb.number)].lemma;
        assert!(reporting.verbs.iter().all(as_listed));
    }

    #[test]
    fn a_new_verb_goes_before_those_it_shares_a_form_with() {
        // "bear" (a load), in the imperfect spelled as "mention"
        let new = ReportingVerb::new("أذكر", Act::Warn).imperfect("يذكر");
        let (reporting, forms) = Reporting::new(&CueList::new().verb(new).unwrap());
        assert_eq!(verbs(&reporting, &forms, "يذكر"), ["أذكر", "ذكر"]);
    }

    #[test]
    fn a_verb_of_the_tables_gives_way_to_one_of_its_lemma() {
        let own = ReportingVerb::new("اعلن", Act::Warn); // "announced", without its hamza
        let (reporting, forms) = Reporting::new(&CueList::new().verb(own).unwrap());
        assert_eq!(verbs(&reporting, &forms, "اعلن"), ["اعلن"]);
        assert_eq!(reporting.verbs.len(), CUES.len());
        // The imperfect of the tables is gone with it.
        assert!(!stretches(&forms).any(|(form, _)| form == "يعلن"));
    }
}
