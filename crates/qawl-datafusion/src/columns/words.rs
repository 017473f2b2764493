//! Words in pieces.

use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::error::Result;
use qawl::segment::{Cache, Piece, Role};
use qawl::{Document, Scheme, Segmenter, Token, TokenKind};

use crate::columns::{Take, Texts};
use crate::lists::{Column, Items, Lists, Spans, column};
use crate::offsets::Converter;

/// `{start, end, text, pieces}`
#[derive(Debug)]
pub(crate) struct Words<'r> {
    scheme: Scheme,
    segmenter: &'r Segmenter,
    cache: &'r mut Cache,
    spans: Spans,
    texts: Texts,
    pieces: Lists<Pieces>,
}

/// `{start, end, form, role}`
#[derive(Debug, Default)]
struct Pieces {
    spans: Spans,
    forms: StringViewBuilder,
    roles: StringViewBuilder,
}

impl<'r> Words<'r> {
    pub(crate) fn new(scheme: Scheme, segmenter: &'r Segmenter, cache: &'r mut Cache) -> Self {
        let (spans, texts) = (Spans::default(), Texts::wanted());
        let pieces = Lists::of(Pieces::default());
        Self { scheme, segmenter, cache, spans, texts, pieces }
    }

    fn add(&mut self, token: &Token, text: &str, to: &mut Converter<'_>) -> Result<()> {
        self.spans.add(token.span, to);
        let word = self.segmenter.segment_cached(text, self.cache);
        for piece in word.in_scheme(self.scheme) {
            self.pieces.items.add(&piece, token.span.start(), to)?;
        }
        self.pieces.end()
    }
}

impl Take for Words<'_> {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word);
        for token in words {
            self.add(token, document.text_of(token.span), to)?;
            self.texts.add(document, token.span)?;
        }
        Ok(())
    }
}

impl Items for Words<'_> {
    fn len(&self) -> usize {
        self.spans.len()
    }

    fn into_columns(self) -> Result<Vec<Column>> {
        let mut columns = self.spans.columns();
        columns.extend(self.texts.into_column());
        columns.push(self.pieces.into_column("pieces")?);
        Ok(columns)
    }
}

impl Pieces {
    /// A piece of a word that begins at `start`.
    fn add(&mut self, piece: &Piece<'_>, start: usize, to: &mut Converter<'_>) -> Result<()> {
        self.spans.add(piece.span.shift(start), to);
        self.forms.try_append_value(&piece.form)?;
        Ok(self.roles.try_append_value(name(piece.role))?)
    }
}

impl Items for Pieces {
    fn len(&self) -> usize {
        self.spans.len()
    }

    fn into_columns(mut self) -> Result<Vec<Column>> {
        let mut columns = self.spans.columns();
        columns.push(column("form", self.forms.finish()));
        columns.push(column("role", self.roles.finish()));
        Ok(columns)
    }
}

/// As the JSON of the command spells them.
const fn name(role: Role) -> &'static str {
    match role {
        Role::Interrogative => "interrogative",
        Role::Conjunction => "conjunction",
        Role::Future => "future",
        Role::Preposition => "preposition",
        Role::Article => "article",
        Role::Stem => "stem",
        Role::Pronoun => "pronoun",
        _ => "other",
    }
}
