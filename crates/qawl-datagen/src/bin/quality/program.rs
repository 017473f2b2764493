//! The programs of the workspace.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::Failure;

/// The command `qawl`, built as it is shipped.
pub(crate) fn qawl() -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--release", "-p", "qawl-cli", "--bin", "qawl", "--"]);
    command
}

/// An example of the benchmarks, with other libraries beside ours, on one text.
pub(crate) fn example(name: &str, text: &Path) -> Command {
    let mut command = cargo();
    command.args(["run", "--quiet", "--profile", "bench", "-p", "qawl-benches"]);
    command.args(["--features", "peers", "--example", name, "--"]).arg(text);
    command
}

fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// What a program prints. It must succeed; what it complains of is shown.
pub(crate) fn output(command: &mut Command) -> Result<String, Failure> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}
