//! Addresses of the web and of people: kept whole.

use crate::TokenKind;
use crate::class::Class;
use crate::measure::run;

/// What is known of the run of address characters last looked at. Every Latin letter may begin an
/// address, and `a-a-a-…` is one long run: it is measured at its first letter, and the letters
/// behind that ask here, so that cutting stays linear.
///
/// Only runs are remembered, never answers: the token at a place depends on the text from there on
/// and on nothing before it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// From the first of these up to the second no letter begins an e-mail address.
    no_email: (usize, usize),
    host: Host,
}

/// A run of host characters, and where in it a domain may begin.
#[derive(Clone, Debug)]
struct Host {
    start: usize,
    /// The end of the run.
    end: usize,
    /// The first and the last place at which a domain may begin; none where `first > last`.
    first: usize,
    last: usize,
    /// Whether the top-level name is in small letters.
    small: bool,
}

impl Seen {
    pub(crate) const NOTHING: Self = Self { no_email: (0, 0), host: Host::none(0, 0) };

    /// The address at byte `at` of `text`, a Latin letter or a digit: `https://…`, `www.…`,
    /// `user@host.tld`, `host.tld`.
    pub(crate) fn at_letter(&mut self, text: &str, at: usize) -> Option<(usize, TokenKind)> {
        let rest = text.get(at..)?;
        if has_scheme(rest) {
            return Some((url_end(rest), TokenKind::Url));
        }
        if let Some(len) = self.email(rest, at) {
            return Some((len, TokenKind::Email));
        }
        self.begins_domain(rest, at).then(|| (url_end(rest), TokenKind::Url))
    }

    fn email(&mut self, rest: &str, at: usize) -> Option<usize> {
        let (from, to) = self.no_email;
        if from <= at && at < to {
            return None;
        }
        let local = run(rest, is_host_or_local);
        let host = rest.get(local..)?.strip_prefix('@');
        if let Some(host) = host.filter(|host| Host::of(host, 0).begins_domain(0, false)) {
            return Some(local + 1 + trim_dots(host, run(host, is_host)).len());
        }
        self.no_email = (at, at + local);
        host?;
        // What stands before the sign is no domain either: `name.family@office`.
        self.host = Host::none(at, at + local);
        None
    }

    fn begins_domain(&mut self, rest: &str, at: usize) -> bool {
        if at < self.host.start || at >= self.host.end {
            self.host = Host::of(rest, at);
        }
        self.host.begins_domain(at, has_prefix(rest, "www."))
    }
}

impl Host {
    /// A run in which no domain begins.
    const fn none(start: usize, end: usize) -> Self {
        Self { start, end, first: 1, last: 0, small: false }
    }

    /// The run at the start of `rest`, which is byte `at` of the text.
    fn of(rest: &str, at: usize) -> Self {
        let len = run(rest, is_host);
        let none = Self::none(at, at + len);
        let host = trim_dots(rest, len);
        let Some((labels, top)) = host.rsplit_once('.') else { return none };
        let name = (2..=6).contains(&top.len()) && top.bytes().all(|b| b.is_ascii_alphabetic());
        // Labels of two and more characters stand before the top-level name; one before some: `x.com`.
        let shortest = if matches!(top, "com" | "co") { 1 } else { 2 };
        let Some(last) = labels.len().checked_sub(shortest).filter(|_| name) else { return none };
        Self {
            // No label is empty.
            first: at
                + host.rfind("..").map_or(usize::from(host.starts_with('.')), |dots| dots + 2),
            last: at + last,
            small: top.bytes().all(|b| b.is_ascii_lowercase()),
            ..none
        }
    }

    /// Whether a domain begins at byte `at` of the run. Behind `www.` the top-level name may have
    /// capitals; `Mr.Smith` has no such sign.
    fn begins_domain(&self, at: usize, www: bool) -> bool {
        (self.first..=self.last).contains(&at) && (self.small || www)
    }
}

/// A hashtag or a mention, at its sign.
pub(crate) fn at_sign(rest: &str, sign: char) -> Option<(usize, TokenKind)> {
    let body = rest.get(sign.len_utf8()..)?;
    let (len, kind) = if sign == '#' {
        (tag(body), TokenKind::Hashtag)
    } else {
        (run(body, |c| c.is_ascii_alphanumeric() || c == '_'), TokenKind::Mention)
    };
    (len > 0).then_some((sign.len_utf8() + len, kind))
}

/// The bytes of the name of a hashtag: it holds a letter, as `#1` is a place in a list.
fn tag(body: &str) -> usize {
    let len = run(body, is_tag);
    let name = body.get(..len).unwrap_or_default();
    if name.chars().any(|c| Class::of(c).is_letter()) { len } else { 0 }
}

fn is_tag(c: char) -> bool {
    let class = Class::of(c);
    c == '_' || class.is_letter() || matches!(class, Class::Digit | Class::Mark)
}

fn is_host(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '.')
}

fn is_host_or_local(c: char) -> bool {
    is_host(c) || matches!(c, '_' | '+' | '%')
}

/// A scheme in any case, as RFC 3986 has it.
fn has_scheme(rest: &str) -> bool {
    ["http://", "https://", "ftp://"].iter().any(|scheme| has_prefix(rest, scheme))
}

fn has_prefix(rest: &str, prefix: &str) -> bool {
    rest.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// `text[..len]` without the dots at its end: they close the sentence.
fn trim_dots(text: &str, len: usize) -> &str {
    text.get(..len).unwrap_or_default().trim_end_matches(['.', '-'])
}

/// The end of a web address: white space, a letter that is not ASCII, or a closing mark; then
/// without the punctuation behind it. What is taken off holds no letter, so that no other address
/// is looked for in it.
fn url_end(rest: &str) -> usize {
    let len = run(rest, |c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`'));
    let url = rest.get(..len).unwrap_or_default();
    let mut trimmed = url.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    if !trimmed.contains('(') {
        trimmed = trimmed.trim_end_matches([')', '.', ',']);
    }
    trimmed.len()
}
