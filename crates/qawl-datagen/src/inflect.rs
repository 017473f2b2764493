//! The forms of a verb, by the regular endings of Arabic grammar.
//!
//! Only the third person is made: what news reports, it reports of others. Endings that differ in
//! vowels alone are one form here, since the press writes no vowels.

/// Tense or kind of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// قال (he said).
    Past = 0,
    /// يقول (he says).
    Imperfect = 1,
    /// قائلا (saying): the participle in the accusative.
    Participle = 2,
}

/// Gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine = 0,
    Feminine = 1,
}

/// Number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Number {
    Singular = 0,
    Dual = 1,
    Plural = 2,
}

/// A form and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) text: String,
    /// Tense, gender and number in one number: `tense * 6 + gender * 3 + number`.
    pub(crate) code: u8,
}

fn form(text: String, tense: Tense, gender: Gender, number: Number) -> Form {
    Form { text, code: tense as u8 * 6 + gender as u8 * 3 + number as u8 }
}

/// The past of a verb given in the third person singular masculine.
pub(crate) fn past(verb: &str) -> Vec<Form> {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    // A final weak letter gives way to the endings: نفى, نفت, نفوا; دعا, دعت, دعوا.
    let stem = verb.strip_suffix(['ى', 'ا']).unwrap_or(verb);
    let dual = match verb.chars().next_back() {
        Some('ى') => format!("{stem}يا"),
        Some('ا') => format!("{stem}وا"),
        _ => format!("{verb}ا"),
    };
    // Before a consonant the long vowel of a hollow verb is short: قال, قلن, and «قلت» (I said), which
    // is no other form's spelling.
    let hollow = without_long_vowel(verb);
    let short = hollow.as_deref().unwrap_or(stem);
    let mut forms = vec![
        (verb.to_owned(), Masculine, Singular),
        (format!("{stem}ت"), Feminine, Singular),
        (dual, Masculine, Dual),
        (format!("{stem}تا"), Feminine, Dual),
        (format!("{stem}وا"), Masculine, Plural),
        (format!("{short}ن"), Feminine, Plural),
    ];
    forms.extend(hollow.iter().map(|short| (format!("{short}ت"), Masculine, Singular)));
    forms
        .into_iter()
        .map(|(text, gender, number)| form(text, Tense::Past, gender, number))
        .collect()
}

/// The stem of a hollow verb before a consonant: أضاف, أضف.
fn without_long_vowel(verb: &str) -> Option<String> {
    let mut letters: Vec<char> = verb.chars().collect();
    let middle = letters.len().checked_sub(2).filter(|&middle| middle > 0)?;
    (letters.get(middle) == Some(&'ا')).then(|| letters.remove(middle))?;
    Some(letters.into_iter().collect())
}

/// The imperfect of a verb given in the third person singular masculine.
pub(crate) fn imperfect(verb: &str) -> Vec<Form> {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    let Some(rest) = verb.strip_prefix('ي') else { return Vec::new() };
    let stem = rest.strip_suffix(['ى', 'ي', 'و']).unwrap_or(rest);
    [
        (verb.to_owned(), Masculine, Singular),
        (format!("ت{rest}"), Feminine, Singular),
        (format!("ي{rest}ان"), Masculine, Dual),
        (format!("ت{rest}ان"), Feminine, Dual),
        (format!("ي{stem}ون"), Masculine, Plural),
        (format!("ي{stem}وا"), Masculine, Plural),
        (format!("ي{rest}ن"), Feminine, Plural),
    ]
    .into_iter()
    .map(|(text, gender, number)| form(text, Tense::Imperfect, gender, number))
    .collect()
}

/// The participle as an adverb, given without its ending.
pub(crate) fn participle(stem: &str) -> Vec<Form> {
    use Gender::{Feminine, Masculine};
    use Number::{Plural, Singular};
    let short = stem.strip_suffix('ي').unwrap_or(stem);
    [
        (format!("{stem}ا"), Masculine, Singular),
        (format!("{stem}ة"), Feminine, Singular),
        (format!("{short}ين"), Masculine, Plural),
        (format!("{stem}ات"), Feminine, Plural),
    ]
    .into_iter()
    .map(|(text, gender, number)| form(text, Tense::Participle, gender, number))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(forms: &[Form]) -> Vec<&str> {
        forms.iter().map(|f| f.text.as_str()).collect()
    }

    #[test]
    fn weak_endings_give_way() {
        assert_eq!(texts(&past("نفى")), ["نفى", "نفت", "نفيا", "نفتا", "نفوا", "نفن"]);
        assert_eq!(texts(&past("أضاف"))[5..], ["أضفن", "أضفت"]);
        assert!(texts(&imperfect("يدعو")).contains(&"يدعون"));
        assert!(texts(&participle("داعي")).contains(&"داعين"));
    }
}
