//! What the parser of arguments has to say, in one line.

use clap::error::ErrorKind;

use crate::error::Failure;

/// Prints help or version; any other answer of the parser is a failure.
pub(crate) fn answer(error: &clap::Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(error.print()?),
        _ => Err(Failure::new(one_line(&error.to_string()))),
    }
}

/// The parser spreads an error over paragraphs: what is wrong, tips, usage, a pointer to the help.
/// Joined, the first two say all that one line needs.
fn one_line(said: &str) -> String {
    let mut line = String::new();
    let (said, usage) = said.split_once("Usage:").unwrap_or((said, ""));
    for part in said.lines().map(str::trim).filter(|part| !part.is_empty()) {
        if part.starts_with("For more information") {
            break;
        }
        match part.strip_prefix("tip: ") {
            // That a flag may be the name of a file helps nobody who mistyped one.
            Some(tip) if tip.starts_with("to pass") => {}
            Some(tip) => line.extend(["; ", tip]),
            None if line.is_empty() => line.push_str(part.strip_prefix("error: ").unwrap_or(part)),
            None => line.extend([" ", part]),
        }
    }
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let command: Vec<_> = usage.split_whitespace().take_while(is_name).collect();
    let command = if command.is_empty() { "qawl".to_owned() } else { command.join(" ") };
    line.extend(["; see ", &command, " --help"]);
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_the_tip_and_where_to_read_on() {
        let said = "error: invalid value 'd4' for '--scheme <SCHEME>'\n  [possible values: d1]\n\n  \
                    tip: a similar value exists: 'd1'\n\nUsage: qawl segment [OPTIONS]\n\n\
                    For more information, try '--help'.\n";
        assert_eq!(
            one_line(said),
            "invalid value 'd4' for '--scheme <SCHEME>' [possible values: d1]; \
             a similar value exists: 'd1'; see qawl segment --help"
        );
    }
}
