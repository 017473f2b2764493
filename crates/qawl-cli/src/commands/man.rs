//! Manual pages.

use std::fs;
use std::path::PathBuf;

use clap::{Command, CommandFactory};
use clap_mangen::Man as Page;

use crate::args::Args;
use crate::error::Failure;
use crate::files::label;
use crate::output::Output;

/// Write a manual page, or all of them.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl man quotes | man -l -
  qawl man --folder ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// The command that the page is about, such as `gazetteer build`; all of them together where none
    /// is named.
    #[arg(value_name = "COMMAND", conflicts_with = "folder")]
    command: Vec<String>,
    /// Write a page for every command to this folder, which is made where there is none.
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut command = Args::command().name("qawl");
        // So that a page of `gazetteer build` says `qawl gazetteer build`.
        command.build();
        if let Some(folder) = &self.folder {
            fs::create_dir_all(folder).map_err(|error| {
                Failure::at(label(folder), format_args!("cannot be made a folder: {error}"))
            })?;
            return write_all(&command, "qawl", folder);
        }
        let found = self.command.iter().try_fold(&command, |command, name| {
            let unknown = || Failure::new(format!("no command {name:?}; see qawl --help"));
            command.find_subcommand(name).ok_or_else(unknown)
        })?;
        let name = ["qawl"].into_iter().chain(self.command.iter().map(String::as_str));
        let page = page(found, &name.collect::<Vec<_>>().join("-"))?;
        let mut output = Output::open(None)?;
        let result = output.write(&page);
        output.finish(result)
    }
}

/// The pages of a command and of those below it.
fn write_all(command: &Command, name: &str, folder: &std::path::Path) -> Result<(), Failure> {
    let mut output = Output::open(Some(&folder.join(format!("{name}.1"))))?;
    let result = output.write(&page(command, name)?);
    output.finish(result)?;
    let below = command.get_subcommands().filter(|below| below.get_name() != "help");
    below
        .into_iter()
        .try_for_each(|below| write_all(below, &format!("{name}-{}", below.get_name()), folder))
}

fn page(command: &Command, name: &str) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    // The name of a command outlives its page; a few short ones are made once in a run.
    let manual = Page::new(command.clone().display_name(name.to_owned())).title(name);
    manual.source(concat!("qawl ", env!("CARGO_PKG_VERSION"))).render(&mut page)?;
    Ok(page)
}
