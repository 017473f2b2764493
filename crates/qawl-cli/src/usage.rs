//! What the parser of arguments has to say, in one line.

use std::env;
use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::args::Args;
use crate::error::Failure;

/// Prints help or version; any other answer of the parser is a failure.
pub(crate) fn answer(error: &clap::Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(error.print()?),
        _ => Err(Failure::new(one_line(&error.to_string(), &asked_for(env::args_os().skip(1))))),
    }
}

/// The command that the first arguments name. The parser knows it too, but tells it of some errors only.
fn asked_for(arguments: impl Iterator<Item = OsString>) -> String {
    let mut name = "qawl".to_owned();
    let root = Args::command();
    let mut command = &root;
    for argument in arguments {
        let Some(below) = command.find_subcommand(argument) else { break };
        name.extend([" ", below.get_name()]);
        command = below;
    }
    name
}

/// The parser spreads an error over paragraphs: what is wrong, tips, usage, a pointer to the help.
/// Joined, the first two say all that one line needs, beside the pointer to the help of `command`.
fn one_line(said: &str, command: &str) -> String {
    let mut line = String::new();
    let said = said.split_once("Usage:").map_or(said, |(said, _)| said);
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
    line.extend(["; see ", command, " --help"]);
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
            one_line(said, "qawl segment"),
            "invalid value 'd4' for '--scheme <SCHEME>' [possible values: d1]; \
             a similar value exists: 'd1'; see qawl segment --help"
        );
    }

    #[test]
    fn the_help_is_that_of_the_command_that_was_named() {
        let of = |line: &str| asked_for(line.split(' ').map(Into::into));
        assert_eq!(of("gazetteer build --profile X"), "qawl gazetteer build");
        assert_eq!(of("anotate"), "qawl");
    }
}
