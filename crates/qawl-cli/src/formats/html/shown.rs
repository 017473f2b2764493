//! Text of a document in a page: escaped, with what could do harm shown and not obeyed.

use std::fmt::Write;

use maud::{Escaper, Render};

use crate::formats::flat::turns;
use crate::formats::html::tag::{Tag, close};

/// A text as it stands in the page.
///
/// An element without text, whose attribute `data-c` has the code point, stands for a control that HTML
/// may not hold and for one that would turn the direction of the text behind it (U+202E RIGHT-TO-LEFT
/// OVERRIDE makes «exe.txt» of «txt.exe»). The style sheet shows the code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a>(pub(super) &'a str);

impl Render for Shown<'_> {
    fn render_to(&self, out: &mut String) {
        for piece in self.0.split_inclusive(is_named) {
            let mut rest = piece.chars();
            let named = rest.next_back().filter(|&c| is_named(c));
            let plain = if named.is_some() { rest.as_str() } else { piece };
            // Writing to a string cannot fail.
            let _ = Escaper::new(out).write_str(plain);
            if let Some(c) = named {
                name(c, out);
            }
        }
    }
}

fn name(c: char, out: &mut String) {
    let code = format!("{:04X}", u32::from(c));
    Tag::open(out, "span")
        .with("class", "control")
        .with("data-c", &code)
        .with("title", format_args!("U+{code}"))
        .end();
    close(out, "span");
}

/// Whether a character is named instead of written.
fn is_named(c: char) -> bool {
    let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}');
    is_control || turns(c) || is_noncharacter(c)
}

/// The code points that Unicode keeps out of texts, and HTML with it.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_obeyed() {
        let text = "<b>\u{202E}&\"\u{0}\t";
        let expected = "&lt;b&gt;<span class=\"control\" data-c=\"202E\" title=\"U+202E\"></span>\
            &amp;&quot;<span class=\"control\" data-c=\"0000\" title=\"U+0000\"></span>\t";
        assert_eq!(Shown(text).render().into_string(), expected);
        assert_eq!(
            Shown("\u{1FFFF}نعم\u{200F}").render().into_string().matches("data-c").count(),
            1
        );
    }
}
