//! The pages of `--format html`: files, structure, and one page as a whole. How they look and what they do is
//! checked in a browser, by `tests/browser`.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::fs;
use std::path::Path;

use crate::run::{folder, names_in, qawl, qawl_in};

/// "The director Sami Haddad said that the fair opens in Baghdad tomorrow. And he left."
const TEXT: &str = "قال المدير سامي حداد إن المعرض سيفتح في بغداد غدا. ثم مضى.";

fn page(args: &[&str], text: &str) -> String {
    let run = qawl(&[args, &["--format", "html"]].concat(), text);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    run.stdout
}

/// A page from its body on, a line for each part of it: without style and script, isolates spelled out.
fn body(page: &str) -> String {
    let (_, body) = page.split_once("<body>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    let parts =
        ["<header", "<li", "<article", "<p", "<aside", "<section", "<h3", "<details", "<dt"];
    let lines =
        parts.iter().fold(body.to_owned(), |body, part| body.replace(part, &format!("\n{part}")));
    let spelled = |c: char| {
        let is_isolate = matches!(c, '\u{2066}'..='\u{2069}');
        if is_isolate { c.escape_unicode().to_string() } else { c.to_string() }
    };
    lines.chars().map(spelled).collect::<String>() + "\n"
}

#[test]
fn a_page_needs_nothing_beside_it() {
    let page = page(&["annotate"], TEXT);
    assert!(page.starts_with(
        "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\">"
    ));
    assert!(page.ends_with("</body></html>\n"));
    assert!(!page.contains("src=") && !page.contains("<link") && !page.contains("url("));
    let quotes =
        qawl(&["quotes", "--format", "json"], TEXT).json()["quotes"].as_array().unwrap().len();
    assert_eq!(page.matches("<mark ").count(), quotes);
    assert!(page.contains("<mark id=\"q1\" class=\"indirect level0\" data-q=\"1\""));
    assert!(page.contains("<b class=\"cue\" title=\"فعل القول 1: \u{2068}قال\u{2069}\">قال</b>"));
    assert!(page.contains("<span id=\"w1\" class=\"speaker\" data-w=\"1\">المدير "));
    assert!(
        page.contains(
            "class=\"name place\" title=\"\u{2068}مدينة\u{2069}: \u{2068}بغداد\u{2069} ("
        )
    );
    assert!(
        page.contains(
            "<li id=\"s1\" data-q=\"1\" class=\"indirect\"><a class=\"said\" href=\"#q1\">"
        )
    );
}

#[test]
fn quotes_alone_leave_the_names_out() {
    let page = page(&["quotes", "--kind", "indirect"], TEXT);
    assert!(page.contains("<mark id=\"q1\"") && !page.contains("class=\"name"));
}

#[test]
fn a_text_is_shown_and_not_obeyed() {
    let text = "<script>alert(1)</script> & \"نعم\"\u{202E}\u{1}"; // "yes", RIGHT-TO-LEFT OVERRIDE
    let page = page(&["annotate"], text);
    assert_eq!(page.matches("<script>").count(), 1);
    let shown = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;نعم&quot;";
    assert!(
        page.contains(&format!("{shown}<span class=\"control\" data-c=\"202E\" title=\"U+202E\">"))
    );
    assert!(!page.contains(['\u{202E}', '\u{1}']));
}

#[test]
fn a_text_without_quotes_or_words_has_a_page() {
    let page = page(&["annotate"], "");
    assert!(page.contains("<article></article>") && page.contains("<title>stdin</title>"));
}

/// Quotes that never close: "Ahmad Mahmoud said that" again and again.
#[test]
fn a_page_grows_with_its_text_however_deep_quotes_stand() {
    let length = |times: usize| {
        let page = page(&["annotate"], &"قال أحمد محمود إن ".repeat(times));
        assert!(page.contains("<li id=\"s40\"") && !page.contains("href=\"#q40\""));
        page.len()
    };
    let (few, many) = (length(100), length(800));
    assert!(many < 9 * few, "{few}, {many}");
}

#[test]
fn a_page_stands_in_the_golden_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page");
    let got = body(&page(&["annotate"], &fs::read_to_string(folder.join("mixed.txt")).unwrap()));
    let golden = folder.join("mixed.html");
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") {
        fs::write(&golden, &got).unwrap();
    }
    let want = fs::read_to_string(&golden).unwrap();
    let differing = got.lines().zip(want.lines()).find(|(got, want)| got != want);
    assert!(
        got == want,
        "first {differing:?}; if that is an improvement: UPDATE_GOLDEN=1 cargo test -p qawl-cli --test page"
    );
}

#[test]
fn a_folder_gets_a_page_a_document_and_a_list() {
    let folder = folder(&[("one.txt", TEXT.as_bytes()), ("index.txt", b""), ("50% #2.txt", b"1")]);
    let args =
        ["annotate", "--format", "html", "-o", "out/pages", "one.txt", "index.txt", "50% #2.txt"];
    assert!(qawl_in(folder.path(), &args, "").lines().is_empty());
    let out = folder.path().join("out/pages");
    assert_eq!(names_in(&out), ["50% #2.html", "_index.html", "index.html", "one.html"]);
    let list = fs::read_to_string(out.join("index.html")).unwrap();
    assert!(list.contains("<a href=\"one.html\"><bdi>قال المدير سامي حداد"));
    assert!(list.contains("<a href=\"_index.html\"><bdi>index</bdi>"));
    assert!(list.contains("<a href=\"50%25%20%232.html\">"));
    assert!(list.contains("<bdi>سامي حداد</bdi> <span class=\"count\">1</span>"));
    assert!(list.ends_with("</main></body></html>\n"));
    let page = fs::read_to_string(out.join("one.html")).unwrap();
    assert!(page.contains("<a href=\"index.html\">"));
}

#[test]
fn one_file_takes_one_document_or_is_not_written() {
    let folder = folder(&[("one.txt", TEXT.as_bytes()), ("two.txt", TEXT.as_bytes())]);
    let to = |target: &'static str, files: &[&'static str]| {
        let args = [&["annotate", "--format", "html", "-o", target], files].concat();
        qawl_in(folder.path(), &args, "")
    };
    let refused = to("page.html", &["one.txt", "two.txt"]);
    assert!(refused.refusal().contains("expected -o with a folder"), "{refused:?}");
    assert_eq!(names_in(folder.path()), ["one.txt", "two.txt"]);
    assert!(to("page.html", &["one.txt"]).lines().is_empty());
    assert!(fs::read_to_string(folder.path().join("page.html")).unwrap().contains("id=\"q1\""));
    // The page that is there stays, the list does not appear.
    let refused = to("pages.d/", &["one.txt", "none.txt"]);
    assert_eq!(refused.refusal(), "none.txt: no such file");
    assert_eq!(names_in(&folder.path().join("pages.d")), ["one.html"]);
}
