//! Faces and hearts made of ASCII characters.

/// The eyes with which a face begins, and what may stand between eyes and mouth.
const EYES: [char; 3] = [':', ';', '='];
const NOSES: [char; 4] = ['-', '\'', '^', 'o'];
const MOUTHS: &str = "()[]{}DPpOo3*/\\|$<>";

/// Signs that are no face of that kind.
const OTHERS: [&str; 9] = ["^_^", "^__^", "^.^", "-_-", "-__-", ">_<", "</3", "<3", "^^"];

/// The bytes of the emoticon at the start of `rest`: `:)`, `;-P`, `(:`, `^_^`, `<3`. Where a letter
/// or a digit ends it, no other follows: `:Data` begins with none.
pub(crate) fn measure(rest: &str) -> Option<usize> {
    let end = OTHERS
        .iter()
        .find_map(|sign| rest.starts_with(sign).then_some(sign.len()))
        .or_else(|| face(rest))
        .or_else(|| turned_face(rest))?;
    let ends_in_word = rest.get(..end)?.ends_with(is_word);
    (!ends_in_word || !rest.get(end..)?.starts_with(is_word)).then_some(end)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Eyes, perhaps a nose, and a mouth, one or more times: `:-)))`.
fn face(rest: &str) -> Option<usize> {
    let mouth = rest.strip_prefix(EYES)?;
    let mouth = mouth.strip_prefix(NOSES).filter(|rest| starts_with_mouth(rest)).unwrap_or(mouth);
    let first = mouth.chars().next().filter(|c| MOUTHS.contains(*c))?;
    let behind = mouth.trim_start_matches(first);
    // `://` is part of an address.
    (first != '/' || !rest.starts_with("://")).then_some(rest.len() - behind.len())
}

/// `(:` and `(-;`.
fn turned_face(rest: &str) -> Option<usize> {
    let eyes = rest.strip_prefix('(')?;
    let eyes = eyes.strip_prefix('-').unwrap_or(eyes);
    let behind = eyes.strip_prefix([':', ';'])?;
    Some(rest.len() - behind.len())
}

fn starts_with_mouth(rest: &str) -> bool {
    rest.starts_with(|c| MOUTHS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_and_hearts() {
        for text in [":)", ";-P", ":'(", "=D", ":-)))", "(:", "(-;", "^_^", "<3", "</3", ":D", ":o"]
        {
            assert_eq!(measure(text), Some(text.len()), "{text}");
        }
        for text in [":", "://x", ":Data", "(نعم)", "10:30", ":-", "<", "=", "^", "-", "؛)"] {
            assert_eq!(measure(text), None, "{text}");
        }
        assert_eq!(measure(":) نعم"), Some(2));
    }
}
