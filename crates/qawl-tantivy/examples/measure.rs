//! What the chains find and cost: documents found for fifty names, time and size of the index.
//!
//! ```sh
//! cargo run --release --example measure -- articles.jsonl
//! cargo run --release --example measure -- articles.jsonl 20   # and twenty of the hits that only cutting finds
//! ```
//!
//! Every line of the file is a document with the key `text`. Each chain has an index of its own, of one field
//! with positions that is not stored, written by one thread. Seconds are those of the processor, all threads together.

use std::collections::HashSet;
use std::error::Error;
use std::fs;

use cpu_time::ProcessTime;
use qawl::{Gazetteer, Pipeline, Profile, Scheme};
use qawl_tantivy::{EntityTokenizer, Keep, LightStem, SpeakerTokenizer, StopWords, WordTokenizer};
use serde_json::Value;
use tantivy::collector::DocSetCollector;
use tantivy::query::QueryParser;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, IndexSettings, Searcher, TantivyDocument};
use tempfile::TempDir;

/// Places, people and bodies of the news, of one word and of several.
const NAMES: [&str; 50] = [
    "الرياض",
    "القاهرة",
    "بغداد",
    "دمشق",
    "الخرطوم",
    "الجزائر",
    "الرباط",
    "تونس",
    "طرابلس",
    "صنعاء",
    "بيروت",
    "عمان",
    "الكويت",
    "الدوحة",
    "أبوظبي",
    "مصر",
    "العراق",
    "سوريا",
    "السودان",
    "المغرب",
    "الأردن",
    "لبنان",
    "اليمن",
    "ليبيا",
    "فلسطين",
    "إسرائيل",
    "إيران",
    "تركيا",
    "روسيا",
    "فرنسا",
    "بريطانيا",
    "ألمانيا",
    "الصين",
    "اليابان",
    "الهند",
    "واشنطن",
    "لندن",
    "باريس",
    "موسكو",
    "القدس",
    "الولايات المتحدة",
    "الأمم المتحدة",
    "الاتحاد الأوروبي",
    "مجلس الأمن",
    "جامعة الدول العربية",
    "أوباما",
    "بوتين",
    "السيسي",
    "حماس",
    "داعش",
];

/// An index of one field.
struct Indexed {
    /// Holds the files as long as the index is in use.
    _folder: TempDir,
    index: Index,
    field: Field,
    seconds: f64,
    bytes: u64,
}

impl Indexed {
    fn new(chain: TextAnalyzer, texts: &[String]) -> Result<Self, Box<dyn Error>> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("chain")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let field =
            schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let folder = tempfile::tempdir()?;
        let index = Index::builder()
            .schema(schema.build())
            .settings(IndexSettings::default())
            .create_in_dir(folder.path())?;
        index.tokenizers().register("chain", chain);
        let start = ProcessTime::now();
        let mut writer = index.writer_with_num_threads(1, 500_000_000)?;
        for text in texts {
            let mut document = TantivyDocument::default();
            document.add_text(field, text);
            writer.add_document(document)?;
        }
        writer.commit()?;
        writer.wait_merging_threads()?;
        if index.searchable_segment_ids()?.len() != 1 {
            return Err(
                "more than one segment: numbers of documents are no lines of the file".into()
            );
        }
        let seconds = start.elapsed().as_secs_f64();
        let files = fs::read_dir(folder.path())?.collect::<Result<Vec<_>, _>>()?;
        let sizes = files.iter().map(|file| file.metadata().map(|file| file.len()));
        let bytes = sizes.sum::<Result<u64, _>>()?;
        Ok(Self { _folder: folder, index, field, seconds, bytes })
    }

    /// The documents that hold a name.
    fn find(&self, searcher: &Searcher, name: &str) -> tantivy::Result<HashSet<u32>> {
        let parser = QueryParser::for_index(&self.index, vec![self.field]);
        let query = parser.parse_query(&format!("\"{name}\""))?;
        let found = searcher.search(&query, &DocSetCollector)?;
        Ok(found.into_iter().map(|address| address.doc_id).collect())
    }

    /// What is highlighted for a name in a text.
    fn highlight(&self, searcher: &Searcher, name: &str, text: &str) -> tantivy::Result<String> {
        let parser = QueryParser::for_index(&self.index, vec![self.field]);
        let query = parser.parse_query(&format!("\"{name}\""))?;
        let snippets = SnippetGenerator::create(searcher, &*query, self.field)?;
        Ok(snippets.snippet(text).to_html().replace('\n', " "))
    }
}

/// tantivy's own, as its index has them without being asked.
fn default_chain() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build()
}

/// A chain and what it is called in the tables.
type Chain = (&'static str, TextAnalyzer);

/// The chains of words, tantivy's own first.
fn word_chains() -> Vec<Chain> {
    let words = WordTokenizer::new(Profile::SEARCH);
    let cut = |scheme, keep| words.clone().cut(scheme, keep);
    let names = LightStem::new(Profile::SEARCH).sparing_names_of(Gazetteer::embedded());
    let stop = StopWords::new(Profile::SEARCH);
    let stems = TextAnalyzer::builder(cut(Scheme::Atb, Keep::Stem));
    vec![
        ("tantivy's default", default_chain()),
        ("words", words.clone().into()),
        ("stems (atb)", cut(Scheme::Atb, Keep::Stem).into()),
        ("pieces (d3)", cut(Scheme::D3, Keep::Pieces).into()),
        ("word and stem (atb)", cut(Scheme::Atb, Keep::WordAndStem).into()),
        ("stems, stop words, light stems", stems.filter(stop).filter(names).build()),
    ]
}

/// The chains that run every layer.
fn name_chains() -> Vec<Chain> {
    let pipeline = Pipeline::builder().without_tokens().without_sentences().build();
    let entities = EntityTokenizer::new(pipeline.clone(), Profile::SEARCH);
    let speakers = SpeakerTokenizer::new(pipeline, WordTokenizer::new(Profile::SEARCH));
    vec![("entities", entities.into()), ("speakers", speakers.into())]
}

/// How long a chain takes alone, without an index, when it has seen nothing yet.
fn seconds_of(chain: &mut TextAnalyzer, texts: &[String]) -> f64 {
    let start = ProcessTime::now();
    let mut tokens = 0_u64;
    for text in texts {
        chain.token_stream(text).process(&mut |_| tokens += 1);
    }
    assert!(tokens > 0, "no tokens");
    start.elapsed().as_secs_f64()
}

fn read(path: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let file = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let text_of = |(number, line): (usize, &str)| {
        let article: Value = serde_json::from_str(line)?;
        let text = article["text"].as_str();
        Ok(text.ok_or_else(|| format!("{path}, line {}: no text", number + 1))?.to_owned())
    };
    file.lines().enumerate().map(text_of).collect()
}

/// A text folded, its words between single spaces.
fn spaced(text: &str) -> String {
    let folded = Profile::SEARCH.normalizer().normalize(text);
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        spaced.push_str(word);
        spaced.push(' ');
    }
    spaced
}

/// The documents that hold a name as it is written, alone or behind «و», «ف», «ب», «ل», «ك» in their order: what a
/// search may hope to find, looked for without tokens and segmenter.
fn written(spaced_texts: &[String], name: &str) -> HashSet<u32> {
    let name = spaced(name);
    let name = name.trim();
    let mut forms = Vec::new();
    for conjunction in ["", "و", "ف"] {
        for preposition in ["", "ب", "ك", "ل"] {
            let joined = match name.strip_prefix("ال") {
                Some(bare) if preposition == "ل" && bare.starts_with('ل') => format!("ل{bare}"),
                Some(bare) if preposition == "ل" => format!("لل{bare}"),
                _ => format!("{preposition}{name}"),
            };
            forms.push(format!(" {conjunction}{joined} "));
        }
    }
    let holds = |text: &&String| text.contains(name) || text.contains("لل");
    let texts = (0..).zip(spaced_texts).filter(|(_, text)| holds(text));
    let found = texts.filter(|(_, text)| forms.iter().any(|form| text.contains(form.as_str())));
    found.map(|(number, _)| number).collect()
}

/// Makes the indexes of `chains` and prints what each costs.
fn print_costs(texts: &[String], chains: Vec<Chain>) -> Result<Vec<Indexed>, Box<dyn Error>> {
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    println!("{} documents, {megabytes:.1} MB", texts.len());
    println!("| chain | alone, MB/s | index, s | index, MB/s | size, MB |");
    println!("| --- | --- | --- | --- | --- |");
    let mut indexed = Vec::new();
    for (name, mut chain) in chains {
        let alone = megabytes / seconds_of(&mut chain, texts);
        let one = Indexed::new(chain, texts)?;
        let (seconds, size) = (one.seconds, one.bytes as f64 / 1e6);
        let rate = megabytes / seconds;
        println!("| {name} | {alone:.1} | {seconds:.1} | {rate:.1} | {size:.1} |");
        indexed.push(one);
    }
    Ok(indexed)
}

fn print_found(
    texts: &[String],
    [default, words, stems]: [&Indexed; 3],
    shown: usize,
) -> Result<(), Box<dyn Error>> {
    let [in_default, in_words, in_stems] =
        [default, words, stems].map(|one| one.index.reader().map(|reader| reader.searcher()));
    let (in_default, in_words, in_stems) = (in_default?, in_words?, in_stems?);
    let mut sums = [0; 4];
    let (mut reached, mut additional) = (0, Vec::new());
    let folded: Vec<String> = texts.iter().map(|text| spaced(text)).collect();
    println!("| name | default | words | stems | written |");
    println!("| --- | --- | --- | --- | --- |");
    for name in NAMES {
        let found = [default.find(&in_default, name)?, words.find(&in_words, name)?];
        let cut = stems.find(&in_stems, name)?;
        let hoped = written(&folded, name);
        let counts = [found[0].len(), found[1].len(), cut.len(), hoped.len()];
        println!("| {name} | {} | {} | {} | {} |", counts[0], counts[1], counts[2], counts[3]);
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        reached += hoped.intersection(&cut).count();
        let mut new: Vec<u32> = cut.difference(&found[1]).copied().collect();
        new.sort_unstable();
        additional.extend(new.into_iter().map(|document| (name, document)));
        for missed in hoped.difference(&cut).take(1) {
            eprintln!("missed {name} in document {missed}");
        }
    }
    println!("| together | {} | {} | {} | {} |", sums[0], sums[1], sums[2], sums[3]);
    println!("of those written, stems find {reached}; more than words: {}", additional.len());
    let step = (additional.len() / shown.max(1)).max(1);
    for (name, document) in additional.iter().skip(step / 2).step_by(step).take(shown) {
        let text = texts.get(*document as usize).map_or("", |text| text);
        println!("{name}: {}", stems.highlight(&in_stems, name, text)?);
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("expected a file of JSON lines")?;
    let shown = arguments.next().map_or(Ok(0), |count| count.parse())?;
    let texts = read(&path)?;
    let indexed = print_costs(&texts, word_chains())?;
    let [default, words, stems, ..] = indexed.as_slice() else { return Ok(()) };
    print_found(&texts, [default, words, stems], shown)?;
    print_costs(&texts, name_chains())?;
    Ok(())
}
