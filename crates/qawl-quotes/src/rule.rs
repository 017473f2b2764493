//! The patterns of reported speech, by name, each with what it finds and what it leaves.

/// The pattern that found a quote.
///
/// ```
/// use qawl_quotes::{Attributor, QuoteOptions, Rule};
///
/// let attributor = Attributor::new(QuoteOptions::default().with_floating(5));
/// for rule in Rule::ALL {
///     let finds = |text| attributor.attribute(text, &[]).iter().any(|quote| quote.rule == rule);
///     assert!(finds(rule.example()) && !finds(rule.counter_example()));
/// }
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Rule {
    /// قال فلان إن … (so-and-so said that …).
    VerbSubject,
    /// فلان قال إن …, and «وكان فلان قد قال إن …».
    SubjectVerb,
    /// وأضاف … (and he added …): the verb with no subject.
    Continuation,
    /// مشيرا إلى أن … (pointing out that …).
    Participle,
    /// بحسب فلان … (according to so-and-so …).
    Prepositional,
    /// «…»، قال فلان: the words before the verb.
    Inverted,
    /// قوله إن … (his saying that …).
    Noun,
    /// قيل إن … (it was said that …).
    Passive,
    /// «…» with no reporting word, behind somebody's words.
    Floating,
}

impl Rule {
    /// All of them.
    pub const ALL: [Rule; 9] = [
        Rule::VerbSubject,
        Rule::SubjectVerb,
        Rule::Continuation,
        Rule::Participle,
        Rule::Prepositional,
        Rule::Inverted,
        Rule::Noun,
        Rule::Passive,
        Rule::Floating,
    ];

    /// The name in output: `verb-subject`, `participle`, …
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Rule::VerbSubject.as_str(), "verb-subject");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Rule::VerbSubject => "verb-subject",
            Rule::SubjectVerb => "subject-verb",
            Rule::Continuation => "continuation",
            Rule::Participle => "participle",
            Rule::Prepositional => "prepositional",
            Rule::Inverted => "inverted",
            Rule::Noun => "noun",
            Rule::Passive => "passive",
            Rule::Floating => "floating",
        }
    }

    /// The pattern in a line: cue, source and words in their order.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Rule::Inverted.pattern(), "quotation, verb, subject");
    /// ```
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Rule::VerbSubject => "verb, subject, clause or quotation",
            Rule::SubjectVerb => "subject, verb, clause or quotation",
            Rule::Continuation => "verb with an implied subject, clause or quotation",
            Rule::Participle => "participle, clause or quotation; the subject is the main verb's",
            Rule::Prepositional => "preposition and source, before or behind their clause",
            Rule::Inverted => "quotation, verb, subject",
            Rule::Noun => "noun of saying with its owner's pronoun, clause or quotation",
            Rule::Passive => "passive verb, clause; nobody is named",
            Rule::Floating => "quotation that fills its sentence, with no reporting word",
        }
    }

    /// A text in which it finds a quote. See the example of [`Rule`].
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            // "Engineer Sami Haddad said that the bridge is ready."
            Rule::VerbSubject => "قال المهندس سامي حداد إن الجسر جاهز.",
            // "Engineer Sami Haddad had said that the bridge is ready."
            Rule::SubjectVerb => "وكان المهندس سامي حداد قد قال إن الجسر جاهز.",
            // "Sami Haddad said that the bridge is ready. He added that the road is new."
            Rule::Continuation => "قال سامي حداد إن الجسر جاهز. وأضاف أن الطريق جديد.",
            // "Sami Haddad visited the village, pointing out that the road is new."
            Rule::Participle => "زار سامي حداد القرية، مشيرا إلى أن الطريق جديد.",
            // "According to the Ministry of Works, the bridge will open on Thursday."
            Rule::Prepositional => "وبحسب وزارة الأشغال سيفتح الجسر يوم الخميس.",
            // "'We open the bridge tomorrow morning', said Sami Haddad."
            Rule::Inverted => "«سنفتح الجسر صباح الغد»، قال سامي حداد.",
            // "The paper quoted Sami Haddad as saying that the bridge is ready."
            Rule::Noun => "ونقلت الصحيفة عن سامي حداد قوله إن الجسر جاهز.",
            // "It was said that the bridge is ready."
            Rule::Passive => "وقيل إن الجسر جاهز.",
            // "Sami Haddad stressed that the bridge is ready. 'We will not be a single day late.'"
            Rule::Floating => "أكد سامي حداد أن الجسر جاهز.\n«لن نتأخر يوما واحدا».",
        }
    }

    /// A text that looks like its pattern, in which it finds none. See the example of [`Rule`].
    #[must_use]
    pub const fn counter_example(self) -> &'static str {
        match self {
            // "Engineer Sami Haddad announced his resignation": an act, no words.
            Rule::VerbSubject => "أعلن المهندس سامي حداد استقالته.",
            // "The new bridge reminds passers-by of days gone by": another sense of the verb.
            Rule::SubjectVerb => "والجسر الجديد يذكر المارة بأيام مضت.",
            // "It should be recalled that the bridge is new": the writer's own.
            Rule::Continuation => "يذكر أن الجسر جديد.",
            // "Sami Haddad walked ahead, pointing to the road": no words behind the preposition.
            Rule::Participle => "سار سامي حداد أمامنا، مشيرا إلى الطريق.",
            // "Prices differ by age": «بحسب» is no «according to».
            Rule::Prepositional => "تختلف الأسعار بحسب العمر.",
            // "The film 'The Bridge', said the critic, …": a name in marks is no speech.
            Rule::Inverted => "شاهدنا فيلم «الجسر»، قال الناقد إنه طويل.",
            // "His saying pleased everybody": nothing of what was said.
            Rule::Noun => "أعجب قوله جميع الحاضرين.",
            // "Much talk was told of the bridge": no clause.
            Rule::Passive => "وقيل كلام كثير في الجسر.",
            // "Sami Haddad stressed that the bridge is ready. They call it 'the bride of the river'."
            Rule::Floating => "أكد سامي حداد أن الجسر جاهز.\nويسمونه «عروس النهر» منذ أعوام.",
        }
    }
}
