//! The sample articles as whole documents, and how far they agree with their annotations.

use std::collections::BTreeMap;
use std::fmt::Write;

use qawl_core::{Mention, Span};
use qawl_quotes::Quote;
use qawl_tests::agreement::{Annotated, Tally};
use qawl_tests::{golden, workspace};

#[test]
fn samples_give_their_golden_documents() {
    let samples = workspace::samples();
    assert!(samples.len() >= 10);
    for (name, text) in samples {
        golden::check(&format!("{name}.txt"), &render(&text));
    }
}

/// A line for each sentence, then for each name, then for each quote and its parts.
fn render(text: &str) -> String {
    let document = qawl::annotate(text);
    let mut out = String::new();
    for span in document.sentences() {
        writeln!(out, "sentence {}", cut(*span, text)).unwrap();
    }
    for mention in document.mentions() {
        writeln!(out, "{}", render_mention(mention, text)).unwrap();
    }
    for quote in document.quotes() {
        render_quote(quote, text, &mut out);
    }
    out
}

fn render_mention(mention: &Mention<'_>, text: &str) -> String {
    let clitics: String =
        mention.clitics.iter().map(|span| format!("{}+", span.get(text).unwrap())).collect();
    let id = mention.id.as_deref().unwrap_or("-");
    let place = cut(mention.span, text);
    format!("mention {place} {} {id} {clitics}{}", mention.kind, golden::visible(&mention.name))
}

fn render_quote(quote: &Quote, text: &str, out: &mut String) {
    let (kind, rule, balance) = (quote.kind.as_str(), quote.rule.as_str(), quote.balance.as_str());
    let within = quote.within.map_or(String::new(), |id| format!(" in {id}"));
    writeln!(out, "quote {} {kind} {rule} {balance}{within}", quote.id).unwrap();
    for span in &quote.content {
        writeln!(out, "  content {}", cut(*span, text)).unwrap();
    }
    if let Some(cue) = &quote.cue {
        writeln!(out, "  cue {} {} {}", cut(cue.span, text), cue.lemma, cue.act.as_str()).unwrap();
    }
    if let Some(source) = quote.source {
        writeln!(out, "  source {}", cut(source, text)).unwrap();
    }
    if let Some(speaker) = &quote.speaker {
        writeln!(out, "  speaker {} ({:?})", golden::visible(&speaker.name), speaker.how).unwrap();
    }
}

fn cut(span: Span, text: &str) -> String {
    format!("{}..{} {}", span.start(), span.end(), golden::visible(span.get(text).unwrap()))
}

/// Not a golden figure: the floor that the code reaches today. It may only rise.
#[test]
fn samples_agree_with_their_annotations() {
    let gold = Annotated::read(&workspace::root().join("data/samples/quotes.jsonl"));
    let mut tally = Tally::default();
    for (name, text) in workspace::samples() {
        let none = Vec::new();
        let found = qawl::annotate(&text);
        tally.add(&text, gold.get(&name).unwrap_or(&none), found.quotes());
    }
    check("samples", tally, [0.97, 0.80]);
}

/// The same of the articles on which the rules are developed, of those of which only the totals were
/// read, and of single sentences.
#[test]
fn our_articles_agree_with_their_annotations() {
    let root = workspace::root().join("data/quotes");
    for (folder, floors) in [("dev", [0.90, 0.60]), ("test", [0.90, 0.60])] {
        let gold = Annotated::read(&root.join(folder).join("gold.jsonl"));
        let mut tally = Tally::default();
        for (name, gold) in &gold {
            let text = workspace::read(&root.join(folder).join(name).with_extension("txt"));
            tally.add(&text, gold, qawl::annotate(&text).quotes());
        }
        check(folder, tally, floors);
    }
    let mut tally = Tally::default();
    for (text, gold) in Annotated::read_with_text(&root.join("sentences/gold.jsonl")) {
        tally.add(&text, &gold, qawl::annotate(&text).quotes());
    }
    check("sentences", tally, [0.70, 0.50]);
}

fn check(name: &str, tally: Tally, [found, end_to_end]: [f64; 2]) {
    println!("{name}: {tally}");
    assert!(tally.gold > 100, "{name}: the annotations are missing");
    assert!(tally.found_f1() >= found && tally.end_to_end_f1() >= end_to_end, "{name}: {tally}");
}

/// Names of three samples, marked by hand: span and type.
#[test]
fn names_agree_with_their_list() {
    let list = workspace::read(&workspace::root().join("data/samples/names.tsv"));
    let mut gold: BTreeMap<&str, Vec<(Span, &str)>> = BTreeMap::new();
    for line in list.lines().skip(1) {
        let [doc, start, end, _, kind] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line:?}")
        };
        let span = Span::new(start.parse().unwrap(), end.parse().unwrap());
        gold.entry(doc).or_default().push((span, kind));
    }
    let (mut right, mut found, mut owed) = (0, 0, 0);
    for (name, text) in workspace::samples() {
        let Some(gold) = gold.get(name.as_str()) else { continue };
        let document = qawl::annotate(&text);
        let mentions = document.mentions();
        right += mentions.iter().filter(|m| gold.contains(&(m.span, &*m.kind))).count();
        found += mentions.len();
        owed += gold.len();
    }
    println!("names: {right} right of {found} found, {owed} owed");
    assert!(owed > 50 && 100 * right >= 60 * owed && 100 * right >= 85 * found);
}
