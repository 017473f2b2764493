//! The figures as `docs/QUALITY.md` keeps them: those of now beside those of the last release.

use std::fmt;
use std::str::FromStr;

use crate::figure::Figure;

/// The figures are the last part of the page, under this heading.
const HEADING: &str = "## Figures\n";

const RELEASE: &str = "* last release: ";
const NOW: &str = "* now: ";
const COLUMNS: &str = "| evaluation | measure | last release | now | change |";
const ALIGNMENT: &str = "| --- | --- | --: | --: | --: |";

/// What stands in the place of what was not measured.
const NOTHING: &str = "–";

/// What is wrong with the page.
type Fault = String;

/// All figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    /// Of what, and where they were measured.
    release: String,
    now: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    evaluation: String,
    measure: String,
    release: Option<String>,
    now: Option<String>,
}

/// What stands before the figures, and the figures.
pub(crate) fn split(page: &str) -> Result<(&str, &str), Fault> {
    let at = page.find(HEADING).ok_or_else(|| format!("no heading {:?}", HEADING.trim()))?;
    Ok(page.split_at(at))
}

impl Table {
    /// New figures from `machine`, beside those of the last release or, where they are those of a
    /// `release`, of this one. What only the last release has goes on being owed.
    pub(crate) fn renewed(
        self,
        figures: Vec<Figure>,
        machine: String,
        release: Option<&str>,
    ) -> Self {
        let mut kept = self.rows;
        let mut rows = Vec::with_capacity(figures.len());
        for Figure { evaluation, measure, value } in figures {
            let same = kept.iter().position(|r| r.evaluation == evaluation && r.measure == measure);
            let last = same.and_then(|at| kept.remove(at).release);
            let release = if release.is_some() { Some(value.clone()) } else { last };
            rows.push(Row { evaluation, measure, release, now: Some(value) });
        }
        if let Some(version) = release {
            return Self { release: format!("{version}: {machine}"), now: machine, rows };
        }
        let owed = kept.into_iter().filter(|row| row.release.is_some());
        rows.extend(owed.map(|row| Row { now: None, ..row }));
        Self { release: self.release, now: machine, rows }
    }
}

impl Row {
    /// The difference of now to the last release, in as many digits as now has.
    fn change(&self) -> Option<String> {
        let (release, now) = (self.release.as_ref()?, self.now.as_ref()?);
        let digits = now.split_once('.').map_or(0, |(_, digits)| digits.len());
        let change = now.parse::<f64>().ok()? - release.parse::<f64>().ok()?;
        Some(format!("{change:+.digits$}"))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADING}\n{RELEASE}{}\n{NOW}{}\n", self.release, self.now)?;
        writeln!(f, "{COLUMNS}\n{ALIGNMENT}")?;
        for row in &self.rows {
            let Row { evaluation, measure, .. } = row;
            let cell = |value: &Option<String>| value.clone().unwrap_or_else(|| NOTHING.into());
            let (release, now, change) = (cell(&row.release), cell(&row.now), cell(&row.change()));
            writeln!(f, "| {evaluation} | {measure} | {release} | {now} | {change} |")?;
        }
        Ok(())
    }
}

impl FromStr for Table {
    type Err = Fault;

    fn from_str(table: &str) -> Result<Self, Fault> {
        let origin = |name: &str| {
            let found = table.lines().find_map(|line| line.strip_prefix(name));
            found.map(str::to_owned).ok_or_else(|| format!("no line {:?}", name.trim()))
        };
        let mut lines = table.lines().filter(|line| line.starts_with('|'));
        if lines.next() != Some(COLUMNS) || lines.next() != Some(ALIGNMENT) {
            return Err(format!("the columns are not {COLUMNS}"));
        }
        let rows = lines.map(str::parse).collect::<Result<_, _>>()?;
        Ok(Self { release: origin(RELEASE)?, now: origin(NOW)?, rows })
    }
}

impl FromStr for Row {
    type Err = Fault;

    fn from_str(line: &str) -> Result<Self, Fault> {
        let inner = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |"));
        let cells: Vec<_> = inner.unwrap_or_default().split(" | ").collect();
        let [evaluation, measure, release, now, change] = cells[..] else {
            return Err(format!("not five columns: {line}"));
        };
        let (evaluation, measure) = (evaluation.to_owned(), measure.to_owned());
        let row = Self { evaluation, measure, release: value(release)?, now: value(now)? };
        let right = row.change().unwrap_or_else(|| NOTHING.into());
        if change != right {
            return Err(format!("the change is {right}: {line}"));
        }
        Ok(row)
    }
}

/// A number, or nothing.
fn value(cell: &str) -> Result<Option<String>, Fault> {
    if cell == NOTHING {
        return Ok(None);
    }
    match cell.parse::<f64>() {
        Ok(_) => Ok(Some(cell.to_owned())),
        Err(_) => Err(format!("{cell:?} is neither a number nor {NOTHING}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KEPT;

    fn empty() -> Table {
        Table { release: "none yet".into(), now: "nothing".into(), rows: Vec::new() }
    }

    fn figures(f1: &str) -> Vec<Figure> {
        vec![
            Figure::new("`dev`", "found, F1", f1.into()),
            Figure::new("`dev`", "speed", "2".into()),
        ]
    }

    #[test]
    fn the_page_holds_a_table_that_is_written_as_it_was_read() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(KEPT);
        let page = std::fs::read_to_string(path).unwrap();
        let (before, figures) = split(&page).unwrap();
        let table: Table = figures.parse().unwrap();
        assert!(!table.rows.is_empty() && before.starts_with("# "));
        assert_eq!(table.to_string(), figures);
        for (i, row) in table.rows.iter().enumerate() {
            let same = |r: &Row| (&r.evaluation, &r.measure) == (&row.evaluation, &row.measure);
            assert!(!table.rows[..i].iter().any(same), "{row:?} stands twice");
        }
    }

    #[test]
    fn figures_stand_beside_those_of_the_last_release() {
        let released = empty().renewed(figures("0.940"), "old".into(), Some("0.1.0"));
        let now = released.renewed(figures("0.952"), "new".into(), None).to_string();
        assert!(now.contains("\n* last release: 0.1.0: old\n* now: new\n"), "{now}");
        assert!(now.contains("\n| `dev` | found, F1 | 0.940 | 0.952 | +0.012 |\n"), "{now}");
        assert!(now.ends_with("\n| `dev` | speed | 2 | 2 | +0 |\n"), "{now}");
        assert_eq!(now.parse::<Table>().unwrap().to_string(), now);
    }

    #[test]
    fn what_the_last_release_has_is_owed() {
        let released = empty().renewed(figures("0.940"), "old".into(), Some("0.1.0"));
        let found = figures("0.952").into_iter().take(1).collect();
        let now = released.renewed(found, "new".into(), None).to_string();
        assert!(now.ends_with("\n| `dev` | speed | 2 | – | – |\n"), "{now}");
        let first = empty().renewed(figures("0.940"), "old".into(), None);
        let again = first.renewed(Vec::new(), "new".into(), None);
        assert!(again.rows.is_empty(), "nothing was released");
    }

    #[test]
    fn faults_are_told() {
        let fault = |page: &str| page.parse::<Table>().unwrap_err();
        let table = empty().renewed(figures("0.940"), "old".into(), None).to_string();
        assert!(split("# Quality\n").unwrap_err().contains("## Figures"));
        assert!(fault(&table.replace("| change", "| more")).contains("columns"));
        assert!(fault(&table.replace("0.940", "good")).contains("good"));
        assert!(fault(&table.replace("| – |\n", "| +1 |\n")).contains("change"));
        assert!(fault(&table.replace("* now", "* then")).contains("now"));
        assert!(fault(&table.replace(" | speed", "")).contains("five columns"));
    }
}
