//! Ratios and speeds as a table, a column for each text.

use crate::{Haystack, Times};

/// A line of the table, who, and against whom.
pub type Ratio = (&'static str, &'static str, &'static str);

/// Prints `ratios`, then the speed of each of `speeds`. What was not run is left out.
pub fn print_table(texts: &[Haystack], times: &[Times], ratios: &[Ratio], speeds: &[&str]) {
    let names: Vec<_> = texts.iter().map(|text| text.name.as_str()).collect();
    println!("| × | {} |\n| --- |{}", names.join(" | "), " --: |".repeat(names.len()));
    for (line, who, whom) in ratios {
        row(line, times.iter().map(|times| Some(format!("{:.2}", times.ratio(who, whom)?))));
    }
    for who in speeds {
        let line = format!("{who}, MB/s");
        row(&line, times.iter().map(|times| Some(format!("{:.0}", times.speed(who)?))));
    }
}

fn row(line: &str, cells: impl Iterator<Item = Option<String>>) {
    if let Some(cells) = cells.collect::<Option<Vec<_>>>() {
        println!("| {line} | {} |", cells.join(" | "));
    }
}
