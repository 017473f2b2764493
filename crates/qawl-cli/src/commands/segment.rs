//! Words in pieces.

use std::io::Write;

use clap::ValueEnum;
use qawl::segment::{Cache, Form};
use qawl::{Document, Pipeline, Scheme, Segmenter, Token, TokenKind};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::conllu::Conllu;
use crate::formats::json::{PieceRecord, Record, WordRecord};
use crate::input::Input;
use crate::offsets::{Converter, Unit};
use crate::run::{self, Layout};

/// Cut words into clitics and stem.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl segment --scheme d3 --format plus tokenized.txt
  qawl segment --scheme atb --format conllu article.txt")]
pub(crate) struct Segment {
    #[command(flatten)]
    input: Input,
    /// How finely to cut: d1 (conjunctions), d2 (and prepositions, future), atb (and pronouns), d3
    /// (and the article).
    #[arg(long, default_value_t = Scheme::D3)]
    scheme: Scheme,
    /// How to read and write.
    #[arg(long, value_enum, default_value_t = Format::Plus)]
    format: Format,
    #[command(flatten)]
    unit: Unit,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Reads a sentence a line with one space between tokens, writes the same with a plus sign
    /// between the pieces of a token.
    Plus,
    /// Reads running text, writes one JSON object a line: each word with its pieces.
    Json,
    /// Reads running text, writes CoNLL-U: tokens as ranges of words, with their places.
    Conllu,
}

impl Segment {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let segmenter = Segmenter::embedded();
        let pipeline = Pipeline::builder().without_mentions().without_quotes().build();
        run::each(&self.input, &self.target, Layout::LINES, || {
            let (mut cache, segmenter, pipeline, this) =
                (Cache::new(), &segmenter, &pipeline, &self);
            move |source, out| match this.format {
                Format::Plus => source
                    .text
                    .lines()
                    .try_for_each(|line| this.plus(line, segmenter, &mut cache, out)),
                Format::Json => {
                    let document = pipeline.annotate(&source.text);
                    let to = Converter::new(&source.text, this.unit);
                    let words = this.words(&document, &to);
                    Record::new(&source.id).unit(&to).words(this.scheme, words).write(out)
                }
                Format::Conllu => {
                    let document = pipeline.annotate(&source.text);
                    let to = Converter::new(&source.text, this.unit);
                    let (id, scheme) = (&source.id, this.scheme);
                    Conllu { id, document: &document, scheme, to: &to, layers: None }.write(out)
                }
            }
        })
    }

    /// As many tokens go out as came in: two spaces have an empty one between them.
    fn plus(
        &self,
        line: &str,
        segmenter: &Segmenter,
        cache: &mut Cache,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        for (at, token) in line.split(' ').enumerate() {
            let space = if at == 0 { "" } else { " " };
            let word = segmenter.segment_cached(token, cache);
            write!(out, "{space}{}", word.plus(self.scheme, Form::Article))?;
        }
        Ok(writeln!(out)?)
    }

    fn words<'d>(&self, document: &'d Document<'_>, to: &Converter<'_>) -> Vec<WordRecord<'d>> {
        let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word);
        words.filter_map(|token| self.word(token, document, to)).collect()
    }

    fn word<'d>(
        &self,
        token: &Token,
        document: &'d Document<'_>,
        to: &Converter<'_>,
    ) -> Option<WordRecord<'d>> {
        let pieces = document.segment(token)?.in_scheme(self.scheme);
        let pieces = pieces.into_iter().map(|piece| PieceRecord {
            span: to.convert(piece.span.shift(token.span.start())),
            form: piece.form,
            role: piece.role,
        });
        Some(WordRecord { span: to.convert(token.span), pieces: pieces.collect() })
    }
}
