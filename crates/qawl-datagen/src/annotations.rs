//! Where the annotated quotes of our own articles stand: strings become offsets.
//!
//! An annotation names what was said, the cue and the source by their words, as people write them.
//! Tools want offsets; those are derived, so that no one counts characters.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::{Error, Output};

/// The annotated texts, and what is made of them.
const FOLDERS: &[(&str, &str)] = &[
    ("data/quotes/dev", "gold.jsonl"),
    ("data/quotes/test", "gold.jsonl"),
    ("data/samples", "quotes.jsonl"),
];
const SENTENCES: &str = "data/quotes/sentences";

/// A text with its quotes, by their words.
#[derive(Debug, Deserialize)]
struct Annotated {
    doc: String,
    text: Option<String>,
    quotes: Vec<Named>,
}

/// A quote by its words.
#[derive(Debug, Deserialize)]
struct Named {
    id: usize,
    /// The paragraph of the cue, from 0; lines of nothing but blanks are none.
    par: usize,
    #[serde(rename = "type")]
    kind: String,
    content: Vec<Piece>,
    cue: Option<String>,
    /// Which of several words of that form, from 1.
    cue_n: Option<usize>,
    source: Option<String>,
    speaker: Option<String>,
    #[serde(rename = "in")]
    within: Option<usize>,
    #[serde(default)]
    optional: bool,
}

/// Some of what was said, in the paragraph of the cue or in another.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Piece {
    Here(String),
    In(usize, String),
}

/// A quote by its places, in characters.
#[derive(Debug, Serialize)]
struct Placed<'n> {
    id: usize,
    #[serde(rename = "type")]
    kind: &'n str,
    content: Vec<[usize; 2]>,
    cue: Option<[usize; 2]>,
    source: Option<[usize; 2]>,
    speaker: Option<&'n str>,
    #[serde(rename = "in")]
    within: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    optional: bool,
}

#[derive(Serialize)]
struct Gold<'n> {
    doc: &'n str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'n str>,
    quotes: Vec<Placed<'n>>,
}

/// Renders the offsets of every folder of annotations.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let mut outputs = Vec::new();
    for (folder, name) in FOLDERS {
        outputs.push(articles(root, Path::new(folder), name)?);
    }
    outputs.push(sentences(root, Path::new(SENTENCES))?);
    Ok(outputs)
}

fn articles(root: &Path, folder: &Path, name: &str) -> Result<Output, Error> {
    let mut bytes = Vec::new();
    for path in files(&root.join(folder).join("annotations"), "json")? {
        let annotated: Annotated = parse(&path, 1, &read(&path)?)?;
        let text = read(&root.join(folder).join(&annotated.doc).with_extension("txt"))?;
        write(&mut bytes, &path, &annotated, &text)?;
    }
    Ok(Output { path: folder.join(name), bytes })
}

/// Each line holds its text.
fn sentences(root: &Path, folder: &Path) -> Result<Output, Error> {
    let name = "gold.jsonl";
    let mut bytes = Vec::new();
    for path in files(&root.join(folder), "jsonl")?.iter().filter(|path| !path.ends_with(name)) {
        for (line, source) in (1..).zip(read(path)?.lines()) {
            let annotated: Annotated = parse(path, line, source)?;
            let text = annotated.text.clone();
            let text = text.ok_or_else(|| Error::at(path, line, "a `text` was expected"))?;
            write(&mut bytes, path, &annotated, &text)?;
        }
    }
    Ok(Output { path: folder.join(name), bytes })
}

fn write(out: &mut Vec<u8>, path: &Path, annotated: &Annotated, text: &str) -> Result<(), Error> {
    let article = Article::new(text);
    let place = |quote| {
        let wrong = |what| Error::new(format!("{}: {}: {what}", path.display(), annotated.doc));
        article.place(quote).map_err(wrong)
    };
    let quotes = annotated.quotes.iter().map(place).collect::<Result<_, _>>()?;
    let gold = Gold { doc: &annotated.doc, text: annotated.text.as_deref(), quotes };
    serde_json::to_writer(&mut *out, &gold).map_err(|error| Error::new(error.to_string()))?;
    out.push(b'\n');
    Ok(())
}

/// A text and where its paragraphs stand.
struct Article<'t> {
    text: &'t str,
    paragraphs: Vec<Range<usize>>,
}

impl<'t> Article<'t> {
    fn new(text: &'t str) -> Self {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if !line.trim().is_empty() {
                paragraphs.push(start..start + line.trim_end_matches('\n').len());
            }
            start += line.len();
        }
        Self { text, paragraphs }
    }

    fn place<'n>(&self, quote: &'n Named) -> Result<Placed<'n>, String> {
        let wrong = |what: String| format!("quote {}: {what}", quote.id);
        if !["direct", "indirect", "mixed"].contains(&quote.kind.as_str()) {
            return Err(wrong(format!("`{}` is no type", quote.kind)));
        }
        let cue = quote.cue.as_deref().map(|cue| self.cue(quote, cue)).transpose();
        let cue = cue.map_err(wrong)?;
        let near = cue.as_ref().map_or(0, |cue| cue.start);
        let find = |paragraph, words: &str| self.nearest(paragraph, words, near).map_err(wrong);
        let source = quote.source.as_deref().map(|source| find(quote.par, source)).transpose()?;
        let content = quote.content.iter().map(|piece| match piece {
            Piece::Here(words) => find(quote.par, words),
            Piece::In(paragraph, words) => find(*paragraph, words),
        });
        Ok(Placed {
            id: quote.id,
            kind: &quote.kind,
            content: content.map(|at| Ok(self.chars(at?))).collect::<Result<_, String>>()?,
            cue: cue.map(|at| self.chars(at)),
            source: source.map(|at| self.chars(at)),
            speaker: quote.speaker.as_deref(),
            within: quote.within,
            optional: quote.optional,
        })
    }

    /// The asked one of the places of a cue; else the first that is a whole word, else the first.
    fn cue(&self, quote: &Named, cue: &str) -> Result<Range<usize>, String> {
        let places = self.places(quote.par, cue)?;
        let asked = quote.cue_n.map(|n| n.clamp(1, places.len()) - 1);
        let whole = places.iter().position(|at| self.is_whole(at));
        Ok(places[asked.or(whole).unwrap_or(0)].clone())
    }

    fn nearest(&self, paragraph: usize, words: &str, near: usize) -> Result<Range<usize>, String> {
        let places = self.places(paragraph, words)?;
        let distance = |at: &Range<usize>| at.start.abs_diff(near);
        Ok(places.into_iter().min_by_key(distance).unwrap_or_default())
    }

    /// Where `words` stand in a paragraph, at least once.
    fn places(&self, paragraph: usize, words: &str) -> Result<Vec<Range<usize>>, String> {
        let range = self.paragraphs.get(paragraph).cloned();
        let range = range.ok_or_else(|| format!("there is no paragraph {paragraph}"))?;
        let within = self.text.get(range.clone()).unwrap_or_default();
        let found = within.match_indices(words);
        let places: Vec<_> =
            found.map(|(at, words)| range.start + at..range.start + at + words.len()).collect();
        if places.is_empty() {
            return Err(format!("`{words}` does not stand in paragraph {paragraph}"));
        }
        Ok(places)
    }

    fn is_whole(&self, at: &Range<usize>) -> bool {
        let before = self.text.get(..at.start).and_then(|text| text.chars().next_back());
        let behind = self.text.get(at.end..).and_then(|text| text.chars().next());
        [before, behind].into_iter().flatten().all(|c| !c.is_alphanumeric())
    }

    fn chars(&self, at: Range<usize>) -> [usize; 2] {
        let before = |end| self.text.get(..end).unwrap_or_default().chars().count();
        [at.start, at.end].map(before)
    }
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, Error> {
    let wrong = |error| Error::new(format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(wrong)?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
    paths.retain(|path| path.extension().is_some_and(|other| other == extension));
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::new(format!("{}: {error}", path.display())))
}

fn parse<'t, T: Deserialize<'t>>(path: &Path, line: usize, source: &'t str) -> Result<T, Error> {
    let wrong = |error: serde_json::Error| Error::at(path, line - 1 + error.line(), error);
    serde_json::from_str(source).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "Sami said: yes, yes. Layla said: no."
    const TEXT: &str = "\nقال سامي: نعم، نعم.\nوقالت ليلى: لا.\n";

    fn placed(annotation: &str) -> Result<String, Error> {
        let annotated = parse(Path::new("a.json"), 1, annotation)?;
        let mut out = Vec::new();
        write(&mut out, Path::new("a.json"), &annotated, TEXT)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn words_become_places() {
        let found = placed(
            r#"{"doc": "a", "quotes": [{"id": 1, "par": 1, "type": "direct", "content": ["لا"],
            "cue": "وقالت", "source": "ليلى", "speaker": "ليلى", "in": null, "optional": true}]}"#,
        );
        let want = r#"{"doc":"a","quotes":[{"id":1,"type":"direct","content":[[33,35]],"cue":[21,26],"source":[27,31],"speaker":"ليلى","in":null,"optional":true}]}"#;
        assert_eq!(found.unwrap().trim_end(), want);
    }

    #[test]
    fn faults_are_told() {
        let quote = |par: usize, kind: &str, content: &str| {
            placed(&format!(
                r#"{{"doc": "a", "quotes": [{{"id": 7, "par": {par}, "type": "{kind}",
                "content": ["{content}"], "cue": "قال", "source": null, "speaker": null}}]}}"#
            ))
            .unwrap_err()
            .to_string()
        };
        assert_eq!(quote(2, "direct", "نعم"), "a.json: a: quote 7: there is no paragraph 2");
        assert_eq!(quote(0, "loud", "نعم"), "a.json: a: quote 7: `loud` is no type");
        assert!(quote(0, "direct", "كلا").ends_with("`كلا` does not stand in paragraph 0"));
    }
}
