//! Completions of arguments by shells.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::{Args, Target};
use crate::error::Failure;
use crate::output::Output;

/// Write what lets a shell complete the arguments of this command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl completions bash > ~/.local/share/bash-completion/completions/qawl
  qawl completions zsh -o ~/.zfunc/_qawl
  qawl completions fish > ~/.config/fish/completions/qawl.fish")]
pub(crate) struct Completions {
    /// The shell.
    shell: Shell,
    #[command(flatten)]
    target: Target,
}

impl Completions {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Args::command(), "qawl", &mut script);
        let mut output = Output::open(self.target.file())?;
        let result = output.write(&script);
        output.finish(result)
    }
}
