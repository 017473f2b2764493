//! How a summary looks: colours, and the direction of Arabic in Latin lines.
//!
//! A terminal that lays text out by Unicode's rules of direction takes marks and numbers at the edge of an
//! Arabic name for a part of what stands beside it, unless the name is in an isolate (U+2068 ... U+2069).
//! Nearly all show nothing for these two characters. The console of the Linux kernel shows a box for each,
//! so there they are left out, and so they are in files and pipes, where whoever searches or copies would
//! not see them.

use std::env;
use std::fmt::{self, Display, Formatter};
use std::io::{self, IsTerminal};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::args::{Target, When};
use crate::formats::flat::{Isolated, Unturned};

/// What can be asked for.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Looks {
    #[command(flatten)]
    color: colorchoice_clap::Color,
    /// Put Arabic in isolates (U+2068, U+2069) in the format text, so that a terminal which knows
    /// directions keeps it apart from what is around it; by default on terminals, but for the console of Linux.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    isolates: When,
}

impl Looks {
    /// What was asked for, or what fits where it goes.
    pub(crate) fn on(&self, target: &Target) -> Look {
        self.color.write_global();
        let asked = self.color.as_choice();
        let is_coloured = match target.file() {
            None => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Some(_) => asked == ColorChoice::Always,
        };
        let is_terminal = target.file().is_none() && io::stdout().is_terminal();
        let is_simple = env::var_os("TERM").is_some_and(|terminal| terminal == "linux");
        Look { is_coloured, isolates: self.isolates.or_if(is_terminal && !is_simple) }
    }
}

/// How it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    is_coloured: bool,
    isolates: bool,
}

/// What a stretch of a summary is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    /// What a summary or a part of it is called.
    Heading,
    /// Who said it.
    Speaker,
    /// The reporting word.
    Cue,
    /// Everything else.
    Plain,
}

impl Part {
    /// Colours that can be told apart on a light and on a dark ground.
    const fn style(self) -> Style {
        match self {
            Self::Heading => Style::new().bold(),
            Self::Speaker => AnsiColor::Cyan.on_default().bold(),
            Self::Cue => AnsiColor::Magenta.on_default(),
            Self::Plain => Style::new(),
        }
    }
}

impl Look {
    /// A text of the document, to stand in a line of ours.
    pub(crate) const fn show(self, part: Part, text: &str) -> Shown<'_> {
        Shown { look: self, part, text }
    }
}

/// A text as it is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'t> {
    look: Look,
    part: Part,
    text: &'t str,
}

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let style = if self.look.is_coloured { self.part.style() } else { Style::new() };
        match self.look.isolates {
            true => write!(f, "{style}{}{style:#}", Isolated(self.text)),
            false => write!(f, "{style}{}{style:#}", Unturned(self.text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_stand_around_isolates() {
        let shown = |is_coloured, isolates| {
            Look { is_coloured, isolates }.show(Part::Heading, "نعم\u{202E}").to_string() // "yes"
        };
        assert_eq!(shown(false, false), "نعم");
        assert_eq!(shown(false, true), "\u{2068}نعم\u{2069}");
        assert_eq!(shown(true, true), "\u{1B}[1m\u{2068}نعم\u{2069}\u{1B}[0m");
    }
}
