//! An index, searched: what is found, and what is highlighted.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use qawl::{Gazetteer, Pipeline, Profile, Scheme};
use qawl_tantivy::{
    ConfigErrorKind, EntityTokenizer, Keep, LightStem, SpeakerTokenizer, StopWords, WordTokenizer,
    open_gazetteer,
};
use tantivy::collector::{DocSetCollector, FacetCollector, TopDocs};
use tantivy::query::{BooleanQuery, Occur, QueryParser, TermQuery};
use tantivy::schema::{
    FAST, Facet, FacetOptions, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing,
    TextOptions,
};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{Index, Searcher, TantivyDocument, Term};

/// An index of one field, searched as it was written or by another chain.
struct Archive {
    index: Index,
    searcher: Searcher,
    field: Field,
    texts: Vec<String>,
    queries: TokenizerManager,
}

impl Archive {
    fn new(chain: TextAnalyzer, queries: TextAnalyzer, texts: &[&str]) -> Self {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("chain")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let options = TextOptions::default().set_indexing_options(indexing) | STORED;
        let field = schema.add_text_field("text", options);
        let index = Index::create_in_ram(schema.build());
        index.tokenizers().register("chain", chain);
        let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
        for text in texts {
            writer.add_document(tantivy::doc!(field => *text)).unwrap();
        }
        writer.commit().unwrap();
        let searcher = index.reader().unwrap().searcher();
        let manager = TokenizerManager::default();
        manager.register("chain", queries);
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        Self { index, searcher, field, texts, queries: manager }
    }

    fn of(chain: impl Into<TextAnalyzer>, texts: &[&str]) -> Self {
        let chain = chain.into();
        Self::new(chain.clone(), chain, texts)
    }

    /// Which texts are found, by their numbers.
    fn find(&self, query: &str) -> Vec<u32> {
        let parser = QueryParser::new(self.index.schema(), vec![self.field], self.queries.clone());
        let query = parser.parse_query(query).unwrap();
        let found = self.searcher.search(&query, &DocSetCollector).unwrap();
        let mut found: Vec<u32> = found.into_iter().map(|address| address.doc_id).collect();
        found.sort_unstable();
        found
    }

    /// The snippets of all texts that have something to highlight.
    fn highlight(&self, query: &str) -> Vec<String> {
        let parser = QueryParser::new(self.index.schema(), vec![self.field], self.queries.clone());
        let query = parser.parse_query(query).unwrap();
        let snippets = SnippetGenerator::create(&self.searcher, &*query, self.field).unwrap();
        let snippets = self.texts.iter().map(|text| snippets.snippet(text));
        snippets.filter(|snippet| !snippet.is_empty()).map(|snippet| snippet.to_html()).collect()
    }
}

fn cut(scheme: Scheme, keep: Keep) -> WordTokenizer {
    WordTokenizer::new(Profile::SEARCH).cut(scheme, keep)
}

/// "He settled in Riyadh", "and in Riyadh", "to Riyadh", marked "Riyadh", the man Riyad, Khartoum; the
/// fourth with SHADDA and FATHA, the last in presentation forms "to Riyadh".
const RIYADH: [&str; 7] = [
    "استقر في الرياض",
    "وبالرياض مكتبه",
    "دعوة للرياض",
    "مدينة الرّيَاض",
    "رياض في الخرطوم",
    "الخرطوم",
    "\u{FEDF}\u{FEE0}\u{FEAE}\u{FEF3}\u{FE8E}\u{0636}",
];

#[test]
fn a_name_is_found_behind_its_clitics() {
    let stems = Archive::of(cut(Scheme::Atb, Keep::Stem), &RIYADH);
    assert_eq!(stems.find("الرياض"), [0, 1, 2, 3, 6]);
    assert_eq!(stems.find("وبالرياض"), [0, 1, 2, 3, 6]);
    assert_eq!(stems.find("رياض"), [4]);
    let whole = Archive::of(WordTokenizer::new(Profile::SEARCH), &RIYADH);
    assert_eq!(whole.find("الرياض"), [0, 3]);
}

#[test]
fn the_very_letters_are_highlighted() {
    let stems = Archive::of(cut(Scheme::Atb, Keep::Stem), &RIYADH);
    let expected = [
        "استقر في <b>الرياض</b>",
        "وب<b>الرياض</b> مكتب", // `widen_to_words` finds the rest of «مكتبه»
        "دعوة ل<b>لرياض</b>",
        "مدينة <b>الرّيَاض</b>",
        "\u{FEDF}<b>\u{FEE0}\u{FEAE}\u{FEF3}\u{FE8E}\u{0636}</b>",
    ];
    assert_eq!(stems.highlight("الرياض"), expected);
}

#[test]
fn phrases_go_over_clitics() {
    // "The head of the ministry said", "and the president said", "he met the president and said"
    let texts = ["قال رئيس الوزارة", "وقال الرئيس", "التقى الرئيس وقال"];
    let stems = Archive::of(cut(Scheme::Atb, Keep::Stem), &texts);
    assert_eq!(stems.find("\"قال الرئيس\""), [1]);
    assert_eq!(stems.find("\"الرئيس قال\""), [2]);
    let pieces = Archive::of(cut(Scheme::D3, Keep::Pieces), &texts);
    assert_eq!(pieces.find("\"قال الرئيس\""), [1]);
    assert_eq!(pieces.find("\"الرئيس وقال\""), [2]);
    assert_eq!(pieces.find("الرئيس"), [1, 2]);
    assert_eq!(pieces.find("رئيس"), [0, 1, 2]);
    assert_eq!(pieces.highlight("\"وقال الرئيس\"")[1], "<b>و</b><b>قال</b> <b>ال</b><b>رئيس</b>");
}

/// Two terms at one position are both asked for, so queries keep the stem alone.
#[test]
fn beside_the_word_its_stem_is_found() {
    let words = cut(Scheme::Atb, Keep::WordAndStem);
    let queries = words.for_queries();
    let same = Archive::of(words.clone(), &RIYADH);
    assert_eq!(same.find("وبالرياض"), [1]);
    let apart = Archive::new(words.into(), queries.into(), &RIYADH);
    assert_eq!(apart.find("وبالرياض"), [0, 1, 2, 3, 6]);
    assert_eq!(apart.highlight("الرياض")[1], "<b>وبالرياض</b> مكتبه");
}

/// The stem must be there; the word as it is written ranks it first.
#[test]
fn the_very_word_ranks_first() {
    let words = cut(Scheme::Atb, Keep::WordAndStem);
    let archive = Archive::new(words.clone().into(), words.for_queries().into(), &RIYADH);
    let whole = TokenizerManager::default();
    whole.register("chain", WordTokenizer::new(Profile::SEARCH));
    let clause = |queries: &TokenizerManager| {
        let (schema, fields) = (archive.index.schema(), vec![archive.field]);
        QueryParser::new(schema, fields, queries.clone()).parse_query("وبالرياض").unwrap()
    };
    let query = BooleanQuery::new(vec![
        (Occur::Must, clause(&archive.queries)),
        (Occur::Should, clause(&whole)),
    ]);
    let found = archive.searcher.search(&query, &TopDocs::with_limit(9).order_by_score()).unwrap();
    assert_eq!((found.len(), found[0].1.doc_id), (5, 1));
}

#[test]
fn stop_words_keep_the_distances() {
    let texts = ["خرج من البيت", "خرج البيت"]; // "he left the house"
    let words = cut(Scheme::Atb, Keep::Stem);
    let chain = TextAnalyzer::builder(words).filter(StopWords::new(Profile::SEARCH)).build();
    let archive = Archive::of(chain, &texts);
    assert_eq!(archive.find("\"خرج من البيت\""), [0]);
    assert_eq!(archive.find("\"خرج البيت\""), [1]);
    assert!(archive.find("من").is_empty());
}

#[test]
fn names_are_not_stemmed() {
    // "the teachers in Sudan", "a teacher", "black", "Uthman"
    let texts = ["المعلمون بالسودان", "معلمة", "سود", "وعثمان"];
    let stem = LightStem::new(Profile::SEARCH).sparing_names_of(Gazetteer::embedded());
    let chain = TextAnalyzer::builder(cut(Scheme::Atb, Keep::Stem)).filter(stem).build();
    let archive = Archive::of(chain, &texts);
    assert_eq!(archive.find("معلم"), [0, 1]);
    assert_eq!(archive.find("السودان"), [0]);
    assert_eq!(archive.find("عثمان"), [3]);
    assert_eq!(archive.highlight("معلمات"), ["<b>المعلمون</b> بالسودان", "<b>معلمة</b>"]);
}

/// "Minister Sami Haddad said that the road is open. And he added that work has begun.", "Huda Salman met
/// Sami Haddad and said: 'We shall return to London.'"
const SPOKEN: [&str; 2] = [
    "قال الوزير سامي حداد إن الطريق مفتوح. وأضاف أن العمل بدأ.",
    "قالت هدى سلمان: «سنعود مع سامي حداد إلى لندن».",
];

#[test]
fn speakers_are_found_by_any_part_of_their_names() {
    let speakers = SpeakerTokenizer::new(Pipeline::default(), WordTokenizer::new(Profile::SEARCH));
    let queries = speakers.for_queries();
    let archive = Archive::new(speakers.into(), queries.into(), &SPOKEN);
    assert_eq!(archive.find("حداد"), [0]);
    assert_eq!(archive.find("\"هدى سلمان\""), [1]);
    assert_eq!(archive.find("\"سلمان هدى\""), [0_u32; 0]);
    assert_eq!(archive.find("\"حداد سامي\""), [0_u32; 0]); // the gap between two quotes
    // A snippet ends with the last token; `widen_to_sentences` tells what was said.
    let expected = "قال الوزير <b>سامي حداد</b> إن الطريق مفتوح. <b>وأضاف</b>";
    assert_eq!(archive.highlight("حداد"), [expected]);
}

#[test]
fn names_are_facets() {
    let entities = EntityTokenizer::new(Pipeline::default(), Profile::NLP);
    let archive = Archive::of(entities.clone(), &SPOKEN);
    let find = |term: &str| {
        let term = Term::from_field_text(archive.field, term);
        let query = TermQuery::new(term, IndexRecordOption::Basic);
        archive.searcher.search(&query, &TopDocs::with_limit(9).order_by_score()).unwrap().len()
    };
    assert_eq!(find("/city/gn:2643743"), 1);
    assert_eq!(find("/city"), 1);
    assert_eq!(find("/speaker"), 2);
    assert_eq!(find(&entities.term_of_speaker("هدى سلمان")), 1);

    let mut schema = Schema::builder();
    let facets = schema.add_facet_field("facets", FacetOptions::default());
    let _ = schema.add_u64_field("unused", FAST);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
    for text in SPOKEN {
        let mut document = TantivyDocument::default();
        for path in entities.facets(text) {
            document.add_facet(facets, Facet::from_text(&path).unwrap());
        }
        writer.add_document(document).unwrap();
    }
    writer.commit().unwrap();
    let mut collector = FacetCollector::for_field("facets");
    collector.add_facet("/speaker");
    let searcher = index.reader().unwrap().searcher();
    let counts = searcher.search(&tantivy::query::AllQuery, &collector).unwrap();
    let counts: Vec<_> = counts.get("/speaker").map(|(facet, n)| (facet.to_string(), n)).collect();
    assert_eq!(
        counts,
        [("/speaker/سامي حداد".to_owned(), 1), ("/speaker/هدى سلمان".to_owned(), 1)]
    );
}

#[test]
fn a_damaged_list_of_names_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("names.qgz");
    std::fs::write(&path, "لندن").unwrap(); // London
    let error = open_gazetteer(&path).unwrap_err();
    assert_eq!(error.kind(), ConfigErrorKind::Gazetteer);
    let message = error.to_string();
    assert!(
        message.contains("names.qgz cannot be opened, expected a file of `qawl gazetteer build`")
    );
    assert!(message.ends_with("this is not a gazetteer file"));
}
