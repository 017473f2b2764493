//! The baseline that the attributor is measured against: quotation marks, the nearest reporting
//! verb, and the words behind it, in the manner of published systems for direct speech.
//!
//! `cargo run --release -p qawl-quotes --example baseline -- FILE.txt… > found.jsonl` writes a line
//! of JSON a file, offsets in bytes, as `qawl quotes --format json` does.

use std::path::Path;

use qawl_core::Span;
use qawl_normalize::Profile;
use qawl_tokenize::quotation::{Role, opens_at, role};
use qawl_tokenize::{Token, TokenKind, paragraphs, tokens};
use serde_json::{Value, json};

/// The commonest reporting verbs, folded.
const VERBS: &[&str] = &[
    "قال",
    "قالت",
    "وقال",
    "وقالت",
    "يقول",
    "تقول",
    "اضاف",
    "واضاف",
    "واضافت",
    "اوضح",
    "واوضح",
    "واوضحت",
    "اكد",
    "واكد",
    "واكدت",
    "ذكر",
    "وذكر",
    "وتابع",
    "وتابعت",
    "واشار",
    "واشارت",
    "صرح",
];

/// How far from its quotation a verb may stand, and how long a name may be, in words.
const REACH: usize = 12;
const NAME: usize = 4;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file)?;
        let doc = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        println!("{}", json!({ "doc": doc, "offset_unit": "bytes", "quotes": quotes(&text) }));
    }
    Ok(())
}

fn quotes(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut last_speaker: Option<String> = None;
    for paragraph in paragraphs(text) {
        let piece = paragraph.get(text).unwrap_or_default();
        let tokens: Vec<Token> = tokens(piece).filter(|t| t.kind != TokenKind::Space).collect();
        for (open, close) in pairs(piece, &tokens) {
            let words = tokens[open..close].iter().filter(|t| t.kind == TokenKind::Word).count();
            let Some(cue) = nearest_verb(piece, &tokens, open, close).filter(|_| words >= 3) else {
                continue;
            };
            let speaker = name_behind(piece, &tokens, cue, open).or(last_speaker.clone());
            let content = Span::new(tokens[open].span.end(), tokens[close].span.start());
            found.push(json!({
                "id": found.len() + 1,
                "type": "direct",
                "content": [in_text(content, paragraph)],
                "cue": in_text(tokens[cue].span, paragraph),
                "source": null,
                "speaker": speaker,
                "in": null,
            }));
            last_speaker = speaker;
        }
    }
    found
}

fn in_text(span: Span, paragraph: Span) -> [usize; 2] {
    let span = span.shift(paragraph.start());
    [span.start(), span.end()]
}

/// Marks paired one after the other.
fn pairs(text: &str, tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        let mark = token.span.get(text).and_then(|t| t.chars().next()).and_then(role);
        match (mark, open) {
            (Some(Role::Open), None) => open = Some(at),
            (Some(Role::Either), None) if opens_at(text, token.span.start()) => open = Some(at),
            (Some(Role::Close | Role::Either), Some(start)) => {
                pairs.push((start, at));
                open = None;
            }
            _ => {}
        }
    }
    pairs
}

fn nearest_verb(text: &str, tokens: &[Token], open: usize, close: usize) -> Option<usize> {
    let is_verb = |at: &usize| VERBS.contains(&folded(text, &tokens[*at]).as_str());
    let before = (open.saturating_sub(REACH)..open).rev().find(is_verb);
    before.or_else(|| (close + 1..tokens.len().min(close + REACH)).find(is_verb))
}

/// The words behind the verb, up to a mark or a conjunction.
fn name_behind(text: &str, tokens: &[Token], cue: usize, open: usize) -> Option<String> {
    let limit = if cue < open { open } else { tokens.len() };
    let words: Vec<&str> = tokens[cue + 1..limit]
        .iter()
        .take_while(|t| t.kind == TokenKind::Word)
        .take_while(|t| !["ان", "انه", "انها", "في", "الي"].contains(&folded(text, t).as_str()))
        .take(NAME)
        .filter_map(|t| t.span.get(text))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn folded(text: &str, token: &Token) -> String {
    let word = token.span.get(text).unwrap_or_default();
    Profile::SEARCH.normalizer().normalize(word).into_owned()
}
