//! An archive of articles: indexed, searched for words behind their clitics and by speaker, shown with what
//! was found highlighted.
//!
//! ```sh
//! cargo run --release --example archive -- articles.jsonl الرياض 'قال:حداد' '"مدينة الرياض" AND قال:حداد'
//! ```
//!
//! Every line of the file is a document with the keys `id` and `text`. Queries are those of tantivy's parser; the field
//! «قال» ("said") asks who speaks.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::time::Instant;

use qawl::{Gazetteer, Pipeline, Profile, Scheme};
use qawl_tantivy::{
    Keep, LightStem, SpeakerTokenizer, StopWords, WordTokenizer, widen_to_sentences, widen_to_words,
};
use serde_json::Value;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value as _,
};
use tantivy::snippet::{Snippet, SnippetGenerator};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, IndexWriter, TantivyDocument};

/// The field of the speakers: "said".
const SAID: &str = "قال";

/// How many articles are shown for a query.
const SHOWN: usize = 5;

struct Archive {
    index: Index,
    id: Field,
    body: Field,
    speaker: Field,
    /// The chains by which queries are analysed: that of the bodies as they are, that of the speakers
    /// without looking for quotes in a name.
    queries: TokenizerManager,
}

impl Archive {
    fn new() -> tantivy::Result<Self> {
        let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
        let pipeline = Pipeline::builder().without_tokens().without_sentences().build();
        let speakers = SpeakerTokenizer::new(pipeline, words.clone());
        let names = speakers.for_queries();
        let stem = LightStem::new(Profile::SEARCH).sparing_names_of(Gazetteer::embedded());
        let stop = StopWords::new(Profile::SEARCH);
        let bodies = TextAnalyzer::builder(words).filter(stop).filter(stem).build();

        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STRING | STORED);
        let body = schema.add_text_field("body", indexed_by("bodies") | STORED);
        let speaker = schema.add_text_field(SAID, indexed_by("speakers"));
        let index = Index::create_from_tempdir(schema.build())?;
        index.tokenizers().register("bodies", bodies.clone());
        index.tokenizers().register("speakers", speakers);
        let queries = TokenizerManager::default();
        queries.register("bodies", bodies);
        queries.register("speakers", names);
        Ok(Self { index, id, body, speaker, queries })
    }

    /// Adds the articles of a file; their number.
    fn read(&self, path: &str) -> Result<usize, Box<dyn Error>> {
        let file = File::open(path).map_err(|error| format!("{path}: {error}"))?;
        let mut writer: IndexWriter = self.index.writer(100_000_000)?;
        let mut count = 0;
        for (number, line) in BufReader::new(file).lines().enumerate() {
            let article: Value = serde_json::from_str(&line?)
                .map_err(|error| format!("{path}, line {}: {error}", number + 1))?;
            let field = |key: &str| {
                article[key].as_str().ok_or_else(|| {
                    format!("{path}, line {}: expected a string {key:?}", number + 1)
                })
            };
            let mut document = TantivyDocument::default();
            document.add_text(self.id, field("id")?);
            document.add_text(self.body, field("text")?);
            document.add_text(self.speaker, field("text")?);
            writer.add_document(document)?;
            count += 1;
        }
        writer.commit()?;
        Ok(count)
    }

    /// Prints what is found for a query.
    fn show(&self, query: &str) -> tantivy::Result<()> {
        let parser = QueryParser::new(self.index.schema(), vec![self.body], self.queries.clone());
        let parsed = parser.parse_query(query)?;
        let searcher = self.index.reader()?.searcher();
        let (found, count) =
            searcher.search(&parsed, &(TopDocs::with_limit(SHOWN).order_by_score(), Count))?;
        println!("\n{query}: {count}");
        let bodies = SnippetGenerator::create(&searcher, &*parsed, self.body)?;
        let speakers = SnippetGenerator::create(&searcher, &*parsed, self.speaker)?;
        for (score, address) in found {
            let document: TantivyDocument = searcher.doc(address)?;
            let stored = |field| document.get_first(field).and_then(|value| value.as_str());
            println!("  {score:.2} {}", stored(self.id).unwrap_or_default());
            let body = stored(self.body).unwrap_or_default();
            // Both read the body: the speakers are found in it again, and highlighted where they speak.
            print_snippet(body, &bodies.snippet(body), widen_to_words);
            print_snippet(body, &speakers.snippet(body), widen_to_sentences);
        }
        Ok(())
    }
}

/// Prints a snippet with what it cuts off at its ends. For a page, that would have to be escaped.
fn print_snippet(
    text: &str,
    snippet: &Snippet,
    widen: impl Fn(&str, Range<usize>) -> Range<usize>,
) {
    if snippet.is_empty() {
        return;
    }
    let place = snippet.fragment_range();
    let wide = widen(text, place.clone());
    let before = text.get(wide.start..place.start).unwrap_or_default();
    let behind = text.get(place.end..wide.end).unwrap_or_default();
    println!("    {}", format!("{before}{}{behind}", snippet.to_html()).replace('\n', " "));
}

/// A field whose words are found with their positions, for phrases.
fn indexed_by(tokenizer: &str) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    TextOptions::default().set_indexing_options(indexing)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("expected a file of JSON lines, then queries")?;
    let archive = Archive::new()?;
    let start = Instant::now();
    let count = archive.read(&path)?;
    println!("{count} articles in {:.1} s", start.elapsed().as_secs_f64());
    for query in arguments {
        archive.show(&query)?;
    }
    Ok(())
}
