//! `cargo run -p qawl-datagen`: writes every generated file of the workspace.
#![forbid(unsafe_code)]

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("qawl-datagen: {error}");
            ExitCode::from(2)
        }
    }
}

fn write(root: &Path) -> Result<(), Box<dyn std::error::Error>> {
    for output in qawl_datagen::render(root)? {
        let path = root.join(&output.path);
        if std::fs::read(&path).is_ok_and(|old| old == output.bytes) {
            println!("unchanged {}", output.path.display());
            continue;
        }
        std::fs::write(&path, &output.bytes)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {} ({} bytes)", output.path.display(), output.bytes.len());
    }
    Ok(())
}
