//! Addresses of the web and of people: kept whole.

use crate::TokenKind;
use crate::class::Class;
use crate::tokens::run;

/// The address that begins with a Latin letter: `https://…`, `www.…`, `user@host.tld`,
/// `host.tld`.
pub(crate) fn at_letter(rest: &str) -> Option<(usize, TokenKind)> {
    let head = run(rest, is_host_or_local);
    let word = rest.get(..head)?;
    let behind = rest.get(head..)?;
    if behind.starts_with("://") && matches!(word, "http" | "https" | "ftp") {
        return Some((url_end(rest), TokenKind::Url));
    }
    if let Some(host) = behind.strip_prefix('@') {
        let host = trim_dots(host, run(host, is_host));
        return is_domain(host).then_some((head + 1 + host.len(), TokenKind::Email));
    }
    let host = trim_dots(rest, run(rest, is_host));
    is_domain(host).then(|| (url_end(rest), TokenKind::Url))
}

/// A hashtag or a mention, at its sign.
pub(crate) fn at_sign(rest: &str, sign: char) -> Option<(usize, TokenKind)> {
    let body = rest.get(sign.len_utf8()..)?;
    let (len, kind) = if sign == '#' {
        (run(body, is_tag), TokenKind::Hashtag)
    } else {
        (run(body, |c| c.is_ascii_alphanumeric() || c == '_'), TokenKind::Mention)
    };
    (len > 0).then_some((sign.len_utf8() + len, kind))
}

fn is_tag(c: char) -> bool {
    c == '_' || Class::of(c).is_letter() || matches!(Class::of(c), Class::Digit | Class::Mark)
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.')
}

fn is_host_or_local(c: char) -> bool {
    is_host(c) || matches!(c, '_' | '+' | '%')
}

/// `text[..len]` without the dots at its end: they close the sentence.
fn trim_dots(text: &str, len: usize) -> &str {
    text.get(..len).unwrap_or_default().trim_end_matches(['.', '-'])
}

/// Whether labels of two and more characters end in a lower-case top-level name.
fn is_domain(host: &str) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else { return false };
    (2..=6).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_lowercase())
        && labels.split('.').all(|label| !label.is_empty())
        && labels.len() >= 2
}

/// The end of a web address: white space, a letter that is not ASCII, or a closing mark; then
/// without the punctuation behind it.
fn url_end(rest: &str) -> usize {
    let len = run(rest, |c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`'));
    let url = rest.get(..len).unwrap_or_default();
    let mut trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    if !trimmed.contains('(') {
        trimmed = trimmed.trim_end_matches([')', '.', ',']);
    }
    trimmed.len()
}
