//! The words of the page. Its readers read Arabic, so it speaks Arabic, without a switch that would make two
//! pages to look after; the names beside the terms of legend and details are English: those of the other
//! formats, where there are such, by which a developer finds them there.

use qawl::quotes::{Balance, Cue, QuoteKind, Resolution, Rule};
use qawl::{Mention, Quote, entity};

use crate::formats::flat::Isolated;

// With ARABIC FATHA and ARABIC SUKUN, "a saying".
pub(super) const LOGO: &str = "ق\u{064E}و\u{0652}ل";
pub(super) const WHO_SAID_WHAT: &str = "من قال ماذا";
pub(super) const LEGEND: &str = "مفتاح العلامات";
pub(super) const SPEAKER: &str = "القائل";
pub(super) const CUE: &str = "فعل القول";
pub(super) const KIND: &str = "النوع";
pub(super) const RULE: &str = "القاعدة";
pub(super) const CONFIDENCE: &str = "الثقة";
pub(super) const MARKS: &str = "التنصيص";
pub(super) const WITHIN: &str = "داخل القول";
pub(super) const UNKNOWN_SPEAKER: &str = "قائل غير معروف";
pub(super) const NO_QUOTES: &str = "لا أقوال منقولة في هذا النص.";
pub(super) const ALL_DOCUMENTS: &str = "كل الوثائق";
pub(super) const DOCUMENTS: &str = "الوثائق";
pub(super) const QUOTES: &str = "الأقوال";
pub(super) const NAMES: &str = "الأسماء";

/// A type of names: how the page calls it, and by which of four colours it is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameType<'k> {
    pub(super) arabic: &'k str,
    pub(super) colour: Colour,
}

/// Types of names that share a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Person,
    Body,
    Place,
    Other,
}

impl Colour {
    pub(super) const ALL: [Self; 4] = [Self::Person, Self::Body, Self::Place, Self::Other];

    /// The class of the style sheet.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Body => "body",
            Self::Place => "place",
            Self::Other => "other",
        }
    }

    pub(super) const fn arabic(self) -> &'static str {
        match self {
            Self::Person => "أشخاص",
            Self::Body => "هيئات وإعلام",
            Self::Place => "أماكن",
            Self::Other => "أسماء أخرى",
        }
    }
}

pub(super) const fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "مباشر",
        QuoteKind::Indirect => "غير مباشر",
        QuoteKind::Mixed => "مختلط",
    }
}

pub(super) const fn balance(balance: Balance) -> &'static str {
    match balance {
        Balance::None => "بلا علامات",
        Balance::Closed => "مفتوحة ومغلقة",
        Balance::Unclosed => "بلا علامة إغلاق",
        Balance::Unopened => "بلا علامة فتح",
        _ => balance.as_str(),
    }
}

/// A rule by its pattern.
pub(super) const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::VerbSubject => "فعل قول ثم قائله",
        Rule::SubjectVerb => "القائل ثم فعل القول",
        Rule::Continuation => "فعل قول فاعله مستتر",
        Rule::Participle => "وصف يتبع فعلا، مثل «مضيفا»",
        Rule::Prepositional => "إسناد بحرف أو ظرف، مثل «بحسب»",
        Rule::Inverted => "القول ثم فعله وقائله",
        Rule::Noun => "مصدر القول، مثل «قوله»",
        Rule::Passive => "فعل مبني للمجهول",
        Rule::Floating => "اقتباس بلا فعل قول",
        _ => rule.as_str(),
    }
}

/// How a speaker was found.
pub(super) const fn resolution(how: Resolution) -> &'static str {
    match how {
        Resolution::Named => "مسمى عند القول",
        Resolution::Described => "موصوف هنا ومسمى في موضع آخر",
        Resolution::Implied => "ضمير مستتر في الفعل",
        Resolution::Pronoun => "ضمير يعود إليه",
        Resolution::Institution => "جهة أو وثيقة",
        Resolution::Unnamed => "وصف بلا اسم",
        _ => "",
    }
}

/// How a type of names is called; a type of the reader's own list by its own word.
pub(super) fn name_type(kind: &str) -> NameType<'_> {
    let (arabic, colour) = match kind {
        entity::PERSON => ("شخص", Colour::Person),
        entity::ORGANIZATION => ("هيئة", Colour::Body),
        entity::MEDIA => ("وسيلة إعلام", Colour::Body),
        entity::COUNTRY => ("دولة", Colour::Place),
        entity::CITY => ("مدينة", Colour::Place),
        entity::REGION => ("منطقة", Colour::Place),
        entity::MONTH => ("شهر", Colour::Other),
        entity::WEEKDAY => ("يوم", Colour::Other),
        other => (other, Colour::Other),
    };
    NameType { arabic, colour }
}

/// All that is known of a quote, in a line.
pub(super) fn tip(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref().map_or(UNKNOWN_SPEAKER, |speaker| &speaker.name);
    let (id, kind, speaker) = (quote.id, kind(quote.kind), Isolated(speaker));
    let (rule, balance) = (rule(quote.rule), balance(quote.balance));
    let share = percent(quote.confidence);
    format!(
        "القول {id}: {kind}. {SPEAKER}: {speaker}. {RULE}: {rule}. {CONFIDENCE}: {share}. {MARKS}: {balance}."
    )
}

/// A share of one in hundredths, apart from the Arabic around it.
pub(super) fn percent(share: f32) -> String {
    // U+2066 LEFT-TO-RIGHT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE.
    format!("\u{2066}{:.0}%\u{2069}", share * 100.0)
}

/// What a reporting word is a form of.
pub(super) fn cue(number: usize, cue: &Cue) -> String {
    format!("{CUE} {number}: {}", Isolated(&cue.lemma))
}

/// Type, name and identifier of a name.
pub(super) fn name(mention: &Mention<'_>) -> String {
    let NameType { arabic, .. } = name_type(&mention.kind);
    let id = mention.id.as_deref().map(|id| format!(" ({})", Isolated(id))).unwrap_or_default();
    format!("{}: {}{id}", Isolated(arabic), Isolated(&mention.name))
}
