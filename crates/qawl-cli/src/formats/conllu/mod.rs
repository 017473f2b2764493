//! CoNLL-U, the format of Universal Dependencies
//! (<https://universaldependencies.org/format.html>): a word a line, a range for the words that are
//! written as one token, a blank line behind each sentence.
//!
//! The columns that say what we do not know hold a low line. The last one has `SpaceAfter=No` where
//! the next token follows at once, and the place of the token as `TokenRange`, as UDPipe writes it,
//! in the unit of the comment `offset_unit`. A token is written as it stands, with its marks; the
//! words of a range are spelled as they are alone. White space is one space in the comment `text`; a control, which
//! a line cannot hold, is one too, and alone U+FFFD REPLACEMENT CHARACTER, since white space is no form.
//!
//! Names and quotes are [brackets](brackets) over words: `Entity` of names, as in CorefUD, those of one entity with
//! one number; `Quote` of what is said, with the quote's number and type, one for each of its spans; `Cue` and
//! `Source` with the number of their quote. Whose a quote is says a comment of the sentence in which it begins.

pub(crate) mod brackets;
mod marks;

use std::io::Write;

use qawl::{Document, Scheme, Span, Token};

use self::marks::Marks;
use crate::error::Failure;
use crate::formats::Layers;
use crate::formats::flat::Flat;
use crate::offsets::{Converter, Offsets};

/// One document to write.
pub(crate) struct Conllu<'d, 't> {
    pub(crate) id: &'d str,
    pub(crate) document: &'d Document<'t>,
    pub(crate) scheme: Scheme,
    pub(crate) to: &'d Converter<'t>,
    /// What stands on the words; nothing where words are all that is wanted.
    pub(crate) layers: Option<Layers>,
}

/// A token as it is cut into words, at least one.
struct Cut {
    span: Span,
    words: Vec<Word>,
}

struct Word {
    span: Span,
    form: String,
}

impl Conllu<'_, '_> {
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        // No space and no slash may stand in the id of a sentence. A document without any has no
        // line that its comments could stand on.
        let id = self.id.replace(|c: char| c.is_whitespace() || c == '/', "_");
        let sentences: Vec<Vec<Cut>> =
            self.document.sentences().iter().map(|&sentence| self.cut(sentence)).collect();
        let words = sentences.iter().flatten().flat_map(|cut| &cut.words);
        let words: Vec<Span> = words.map(|word| word.span).collect();
        let marks = Marks::new(self.document, self.layers, &words);
        let mut first = 0;
        for (number, (sentence, cuts)) in
            (1..).zip(self.document.sentences().iter().zip(&sentences))
        {
            if number == 1 {
                writeln!(out, "# newdoc id = {id}")?;
                writeln!(out, "# offset_unit = {}", self.to.unit().as_str())?;
                marks.write_head(out)?;
            }
            writeln!(out, "# sent_id = {id}-{number}")?;
            let text: Vec<&str> = self.slice(*sentence).split_whitespace().collect();
            writeln!(out, "# text = {}", Flat(&text.join(" ")))?;
            let behind = first + cuts.iter().map(|cut| cut.words.len()).sum::<usize>();
            marks.write_speakers(first..behind, out)?;
            self.write_tokens(cuts, &marks, first, out)?;
            writeln!(out)?;
            first = behind;
        }
        Ok(())
    }

    /// The words of a sentence, of which the first is the word `first` of the text.
    fn write_tokens(
        &self,
        tokens: &[Cut],
        marks: &Marks,
        first: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        let mut number = 1;
        for token in tokens {
            let mut misc = self.misc(token.span);
            if let [_, .., _] = token.words.as_slice() {
                let last = number + token.words.len() - 1;
                write_line(&format!("{number}-{last}"), self.slice(token.span), &misc, out)?;
                misc.clear();
            }
            for word in &token.words {
                marks.write(first + number - 1, &mut misc);
                write_line(&number.to_string(), &word.form, &misc, out)?;
                misc.clear();
                number += 1;
            }
        }
        Ok(())
    }

    fn cut(&self, sentence: Span) -> Vec<Cut> {
        let tokens = self.document.tokens_in(sentence).iter();
        tokens.map(|token| Cut { span: token.span, words: self.words(token) }).collect()
    }

    fn words(&self, token: &Token) -> Vec<Word> {
        let pieces = self.document.segment(token).map(|word| word.in_scheme(self.scheme));
        match pieces {
            Some(pieces) if pieces.len() > 1 => pieces
                .into_iter()
                .map(|piece| Word {
                    span: piece.span.shift(token.span.start()),
                    form: piece.form.into_owned(),
                })
                .collect(),
            _ => vec![Word { span: token.span, form: self.slice(token.span).to_owned() }],
        }
    }

    fn misc(&self, token: Span) -> String {
        let Offsets(start, end) = self.to.convert(token);
        let behind = self.document.text().get(token.end()..).and_then(|s| s.chars().next());
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
    let misc = if misc.is_empty() { "_" } else { misc };
    // A control alone: white space is no form.
    let flat = Flat(form).to_string();
    let form = if flat.trim().is_empty() { "\u{FFFD}" } else { &flat };
    Ok(writeln!(out, "{number}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}")?)
}
