//! CoNLL-U, the format of Universal Dependencies
//! (<https://universaldependencies.org/format.html>): a word a line, a range for the words that are
//! written as one token, a blank line behind each sentence.
//!
//! The columns that say what we do not know hold a low line. The last one has `SpaceAfter=No` where
//! the next token follows at once, and the place of the token as `TokenRange`, as UDPipe writes it,
//! in the unit of the comment `offset_unit`. A token is written as it stands, with its marks; the
//! words of a range are spelled as they are alone. White space is one space in the comment `text`.

use std::io::Write;

use qawl::segment::Piece;
use qawl::{Document, Scheme, Span, Token};

use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::offsets::{Converter, Offsets};

/// One document to write.
pub(crate) struct Conllu<'d, 't> {
    pub(crate) id: &'d str,
    pub(crate) document: &'d Document<'t>,
    pub(crate) scheme: Scheme,
    pub(crate) to: &'d Converter<'t>,
}

impl Conllu<'_, '_> {
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        // No space and no slash may stand in the id of a sentence. A document without any has no
        // line that its comments could stand on.
        let id = self.id.replace(|c: char| c.is_whitespace() || c == '/', "_");
        for (number, sentence) in (1..).zip(self.document.sentences()) {
            if number == 1 {
                writeln!(out, "# newdoc id = {id}")?;
                writeln!(out, "# offset_unit = {}", self.to.unit().as_str())?;
            }
            writeln!(out, "# sent_id = {id}-{number}")?;
            let words: Vec<&str> = self.slice(*sentence).split_whitespace().collect();
            writeln!(out, "# text = {}", Flat(&words.join(" ")))?;
            self.write_words(*sentence, out)?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn write_words(&self, sentence: Span, out: &mut Vec<u8>) -> Result<(), Failure> {
        let tokens = self.document.tokens_in(sentence);
        let mut number = 1;
        for token in tokens {
            let misc = self.misc(token);
            let pieces = self.pieces(token);
            if let [_, .., _] = pieces.as_slice() {
                let last = number + pieces.len() - 1;
                write_line(&format!("{number}-{last}"), self.slice(token.span), &misc, out)?;
                for (number, piece) in (number..).zip(&pieces) {
                    write_line(&number.to_string(), &piece.form, "_", out)?;
                }
            } else {
                write_line(&number.to_string(), self.slice(token.span), &misc, out)?;
            }
            number += pieces.len().max(1);
        }
        Ok(())
    }

    fn pieces(&self, token: &Token) -> Vec<Piece<'_>> {
        let word = self.document.segment(token);
        word.map(|word| word.in_scheme(self.scheme)).unwrap_or_default()
    }

    fn misc(&self, token: &Token) -> String {
        let Offsets(start, end) = self.to.convert(token.span);
        let behind = self.document.text().get(token.span.end()..).and_then(|s| s.chars().next());
        let adjacent = behind.is_some_and(|c| !c.is_whitespace());
        let space = if adjacent { "SpaceAfter=No|" } else { "" };
        format!("{space}TokenRange={start}:{end}")
    }

    fn slice(&self, span: Span) -> &str {
        span.get(self.document.text()).unwrap_or_default()
    }
}

/// A line of which only the number, the form and the last column are known.
fn write_line(number: &str, form: &str, misc: &str, out: &mut Vec<u8>) -> Result<(), Failure> {
    Ok(writeln!(out, "{number}\t{}\t_\t_\t_\t_\t_\t_\t_\t{misc}", Flat(form))?)
}
