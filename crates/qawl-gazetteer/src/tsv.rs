//! Lists and rules as tab-separated text.
//!
//! A line is an entry or a rule. Empty lines and lines that begin with `#` are passed over; `-` is
//! an empty column.

use crate::entry::{Entry, Flags};
use crate::list::{ListError, lines};
use crate::part::Part;
use crate::rule::{Rule, When};

/// Reads a list of entries, six columns a line: name, type, identifier, canonical name, flags
/// (`exact`, `no_clitic`, `context`, `whole`, `inner_clitics`, with commas between; see [`Flags`]),
/// source. The source is for readers of the list; nothing here keeps it. A seventh column may
/// stand behind them, the payload: a JSON value, which the feature `json` checks.
///
/// # Errors
/// At the first line of another form: its number and what was expected.
///
/// ```
/// use qawl_gazetteer::tsv;
///
/// let list = "# months\nمارس\tmonth\t-\t-\tcontext\tcldr\n"; // March
/// let entries = tsv::read(list)?;
/// assert!(entries[0].flags.context);
/// let error = tsv::read("# months\nمارس month\n").unwrap_err();
/// assert_eq!(error.line(), 2);
/// assert_eq!(
///     error.to_string(),
///     "line 2: expected 6 columns (name, type, id, canonical, flags, source, and maybe payload), found 1"
/// );
/// // London
/// let entries = tsv::read("لندن\tcity\t-\t-\t-\tgeonames\t{\"inhabitants\": 8866180}\n")?;
/// assert_eq!(entries[0].payload.as_deref(), Some("{\"inhabitants\": 8866180}"));
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read(list: &str) -> Result<Vec<Entry>, ListError> {
    lines(list).filter(says).map(|(line, text)| entry(text).map_err(ListError::at(line))).collect()
}

/// Reads a list of rules, three columns a line: type; `before`, `after`, `not_before`, `not_within`,
/// `number`, `definite`, `quoted`, `rank` or `part` (see [`When`]); the word for the first four, the rank or
/// the [`Part`] for the last two.
///
/// # Errors
/// At the first line of another form: its number and what was expected.
///
/// ```
/// use qawl_gazetteer::{tsv, Rule, When};
///
/// let rules = tsv::read_rules("city\tbefore\tمدينة\nmonth\tnumber\t-\ncity\trank\t2\n")?; // city
/// assert_eq!(rules[1], Rule::new("month", When::Number));
/// assert_eq!(rules[2].when, When::Rank(2));
/// # Ok::<(), qawl_gazetteer::ListError>(())
/// ```
pub fn read_rules(list: &str) -> Result<Vec<Rule>, ListError> {
    lines(list).filter(says).map(|(line, text)| rule(text).map_err(ListError::at(line))).collect()
}

/// Whether a line is no comment.
fn says(&(_, line): &(usize, &str)) -> bool {
    !line.starts_with('#')
}

fn entry(line: &str) -> Result<Entry, String> {
    let names = "name, type, id, canonical, flags, source, and maybe payload";
    let (line, payload) = split_payload(line);
    let [name, kind, id, canonical, flags, _] = columns(line, names)?;
    let name = filled(name).ok_or("expected a name, found none")?;
    let kind = filled(kind).ok_or("expected a type, found none")?;
    Ok(Entry {
        id: filled(id).map(str::to_owned),
        canonical: filled(canonical).filter(|&other| other != name).map(str::to_owned),
        flags: filled(flags).map(read_flags).transpose()?.unwrap_or_default(),
        payload: payload.and_then(filled).map(read_payload).transpose()?,
        ..Entry::new(name, kind)
    })
}

pub(crate) fn read_flags(list: &str) -> Result<Flags, String> {
    list.split(',').try_fold(Flags::default(), |flags, flag| match flag.trim() {
        "exact" => Ok(flags.exact()),
        "no_clitic" => Ok(flags.no_clitic()),
        "context" => Ok(flags.context()),
        "whole" => Ok(flags.whole()),
        "inner_clitics" => Ok(flags.inner_clitics()),
        other => {
            let flags = "exact, no_clitic, context, whole, inner_clitics";
            Err(format!("expected the flags {flags}, found {other:?}"))
        }
    })
}

/// Six columns and the seventh, where there are seven.
fn split_payload(line: &str) -> (&str, Option<&str>) {
    match line.rsplit_once('\t') {
        Some((six, payload)) if six.matches('\t').count() == 5 => (six, Some(payload.trim())),
        _ => (line, None),
    }
}

/// A payload as it stands.
pub(crate) fn read_payload(text: &str) -> Result<String, String> {
    #[cfg(feature = "json")]
    if !crate::json::is_value(text) {
        return Err(format!("expected a JSON value as payload, found {text:?}"));
    }
    Ok(text.to_owned())
}

fn rule(line: &str) -> Result<Rule, String> {
    let [kind, rule, word] = columns(line, "type, rule, word")?;
    let kind = filled(kind).ok_or("expected a type, found none")?;
    let word = || filled(word).map(str::to_owned).ok_or("expected a word, found none");
    let when = match rule {
        "before" => When::Before(word()?),
        "after" => When::After(word()?),
        "not_before" => When::NotBefore(word()?),
        "number" => When::Number,
        "definite" => When::Definite,
        "quoted" => When::Quoted,
        "rank" => When::Rank(word()?.parse().map_err(|_| "expected a number as rank")?),
        "not_within" => When::NotWithin(word()?),
        "part" => When::Part(read_part(&word()?)?),
        other => {
            let rules =
                "before, after, not_before, not_within, number, definite, quoted, rank, part";
            return Err(format!("expected one of {rules}, found {other:?}"));
        }
    };
    Ok(Rule::new(kind, when))
}

fn read_part(name: &str) -> Result<Part, String> {
    let expected = || Part::ALL.map(Part::name).join(", ");
    Part::by_name(name).ok_or_else(|| format!("expected one of {}, found {name:?}", expected()))
}

/// The `N` columns of a line, which `names` names.
fn columns<'l, const N: usize>(line: &'l str, names: &str) -> Result<[&'l str; N], String> {
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let found = columns.len();
    columns.try_into().map_err(|_| format!("expected {N} columns ({names}), found {found}"))
}

fn filled(column: &str) -> Option<&str> {
    Some(column).filter(|column| !matches!(*column, "" | "-"))
}
