//! Where it was measured.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

/// The version of the crates, the processor and the compiler.
pub(crate) fn describe() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let cores = available_parallelism().map_or(1, usize::from);
    format!("{version}; {}, {cores} processors; {}", processor(), compiler())
}

/// As the system names it; elsewhere than on Linux its architecture alone.
fn processor() -> String {
    let file = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = file.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or(std::env::consts::ARCH, |(_, name)| name.trim()).to_owned()
}

fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output();
    let version = output.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    version.map_or_else(|| "an unknown compiler".into(), |version| version.trim().to_owned())
}
