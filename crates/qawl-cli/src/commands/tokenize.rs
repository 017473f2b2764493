//! Words, numbers, marks.

use std::io::Write;

use clap::ValueEnum;
use qawl::tokenize::Tokenizer;
use qawl::{Token, TokenKind};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::formats::json::Record;
use crate::input::Input;
use crate::offsets::{Converter, Offsets, Unit};
use crate::run::{self, Layout};

/// Cut the text into tokens: words, numbers, marks, addresses; white space is left out.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl tokenize --format lines article.txt
  qawl tokenize --preset SOCIAL --jsonl --field text posts.jsonl")]
pub(crate) struct Tokenize {
    #[command(flatten)]
    input: Input,
    /// What is one token: NEWS, for edited text; SOCIAL, where emoticons and runs of one mark are one
    /// too; UAX29, the boundaries of Unicode's default rules.
    #[arg(long, value_name = "NAME", default_value = "NEWS", value_parser = preset)]
    preset: Tokenizer,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    unit: Unit,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line, a document each.
    Json,
    /// A token a line: start, end, kind, text, with tabs between; an empty line between documents.
    Lines,
}

impl Tokenize {
    pub(crate) fn run(&self) -> Result<(), Failure> {
        let layout = if self.format == Format::Lines { Layout::BLOCKS } else { Layout::LINES };
        run::each(&self.input, &self.target, layout, || {
            let mut kept = Vec::new();
            move |source, out| {
                let text = source.text.as_ref();
                let tokens = self.preset.tokens(text).filter(|t| t.kind != TokenKind::Space);
                let to = Converter::new(text, self.unit);
                match self.format {
                    Format::Json => {
                        kept.clear();
                        kept.extend(tokens);
                        Record::new(&source.id).unit(&to).tokens(&kept).write(out)
                    }
                    Format::Lines => lines(text, tokens, &to, out),
                }
            }
        })
    }
}

fn preset(name: &str) -> Result<Tokenizer, String> {
    Tokenizer::by_name(name).ok_or_else(|| "expected NEWS, SOCIAL or UAX29".to_owned())
}

fn lines(
    text: &str,
    tokens: impl Iterator<Item = Token>,
    to: &Converter<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    for token in tokens {
        let Offsets(start, end) = to.convert(token.span);
        let piece = token.span.get(text).unwrap_or_default();
        writeln!(out, "{start}\t{end}\t{}\t{}", token.kind.as_str(), Flat(piece))?;
    }
    Ok(())
}
