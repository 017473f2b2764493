//! The forms of a verb, by the regular endings of Arabic grammar.
//!
//! Only the third person is made: what news reports, it reports of others. Endings that differ in
//! vowels alone are one form here, since the press writes no vowels. `qawl-datagen` compiles this file too,
//! so that built-in verbs and those of a caller are inflected alike.

/// Tense or kind of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// قال (he said).
    Past = 0,
    /// يقول (he says).
    Imperfect = 1,
    /// قائلا (saying): the participle in the accusative.
    Participle = 2,
}

/// Gender and number in one: `gender * 3 + number`.
mod person {
    pub(super) const HE: u8 = 0;
    pub(super) const TWO_MEN: u8 = 1;
    pub(super) const THEY: u8 = 2;
    pub(super) const SHE: u8 = 3;
    pub(super) const TWO_WOMEN: u8 = 4;
    pub(super) const WOMEN: u8 = 5;
}

/// A form and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) text: String,
    /// Tense, gender and number in one number: `tense * 6 + gender * 3 + number`.
    pub(crate) code: u8,
}

fn forms(tense: Tense, endings: impl IntoIterator<Item = (String, u8)>) -> Vec<Form> {
    let form = |(text, person)| Form { text, code: tense as u8 * 6 + person };
    endings.into_iter().map(form).collect()
}

/// The past of a verb given in the third person singular masculine.
pub(crate) fn past(verb: &str) -> Vec<Form> {
    use person::{HE, SHE, THEY, TWO_MEN, TWO_WOMEN, WOMEN};
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
    let mut endings = vec![
        (verb.to_owned(), HE),
        (format!("{stem}ت"), SHE),
        (dual, TWO_MEN),
        (format!("{stem}تا"), TWO_WOMEN),
        (format!("{stem}وا"), THEY),
        (format!("{short}ن"), WOMEN),
    ];
    endings.extend(hollow.iter().map(|short| (format!("{short}ت"), HE)));
    forms(Tense::Past, endings)
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
    use person::{HE, SHE, THEY, TWO_MEN, TWO_WOMEN, WOMEN};
    let Some(rest) = verb.strip_prefix('ي') else { return Vec::new() };
    let stem = rest.strip_suffix(['ى', 'ي', 'و']).unwrap_or(rest);
    let endings = [
        (verb.to_owned(), HE),
        (format!("ت{rest}"), SHE),
        (format!("ي{rest}ان"), TWO_MEN),
        (format!("ت{rest}ان"), TWO_WOMEN),
        (format!("ي{stem}ون"), THEY),
        (format!("ي{stem}وا"), THEY),
        (format!("ي{rest}ن"), WOMEN),
    ];
    forms(Tense::Imperfect, endings)
}

/// The participle as an adverb, given without its ending.
pub(crate) fn participle(stem: &str) -> Vec<Form> {
    use person::{HE, SHE, THEY, WOMEN};
    let short = stem.strip_suffix('ي').unwrap_or(stem);
    let endings = [
        (format!("{stem}ا"), HE),
        (format!("{stem}ة"), SHE),
        (format!("{short}ين"), THEY),
        (format!("{stem}ات"), WOMEN),
    ];
    forms(Tense::Participle, endings)
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

    #[test]
    fn codes_hold_tense_gender_and_number() {
        let code = |forms: Vec<Form>, text| forms.iter().find(|f| f.text == text).map(|f| f.code);
        assert_eq!(code(past("قال"), "قالتا"), Some(4)); // "the two women said"
        assert_eq!(code(imperfect("يقول"), "يقولون"), Some(6 + 2)); // "they say"
        assert_eq!(code(participle("قائل"), "قائلات"), Some(12 + 5)); // "saying", of women
    }
}
