//! What is the same in every page: it loads nothing, and runs no script but ours.

use maud::{DOCTYPE, PreEscaped, html};

const STYLE: &str = include_str!("page.css");

/// The only script that a browser runs in a page, by its hash: `page.js` in base64 of SHA-256.
/// `tests/browser` says what it must be.
const SCRIPT_HASH: &str = "sha256-JJBIhBu5PvjBx1FS/lv3ehlKCzrWofcmeLTllxOk9ek=";

/// What stands behind the body of a page.
pub(super) const CLOSING: &str = "</body></html>\n";

/// What stands before the body of a page.
pub(super) fn opening(title: &str) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; \
         base-uri 'none'; form-action 'none'"
    );
    let head = html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="generator" content={ "qawl " (env!("CARGO_PKG_VERSION")) };
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
    };
    let (doctype, head) = (DOCTYPE.into_string(), head.into_string());
    format!("{doctype}<html lang=\"ar\" dir=\"rtl\">{head}<body>")
}
