//! Ends by signals: temporary files are removed before.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The temporary files that there are.
static TEMPORARY: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn temporary() -> MutexGuard<'static, Vec<PathBuf>> {
    TEMPORARY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes a temporary file, which is removed where a signal ends the run.
pub(crate) fn guarded<F>(
    make: impl FnOnce() -> io::Result<F>,
    path: impl FnOnce(&F) -> &Path,
) -> io::Result<F> {
    #[cfg(unix)]
    unix::watch();
    // No signal comes between the file and its entry: whoever handles it waits for the list.
    let mut temporary = temporary();
    let file = make()?;
    temporary.push(path(&file).to_owned());
    Ok(file)
}

/// Lets a temporary file become a lasting one.
pub(crate) fn settle<T>(path: &Path, become_lasting: impl FnOnce() -> T) -> T {
    let mut temporary = temporary();
    let lasting = become_lasting();
    temporary.retain(|other| other != path);
    lasting
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::sync::Once;
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::temporary;

    /// Waits for signals on a thread of its own, from the first call on. Those that the run was told to
    /// ignore, as `nohup` does, stay ignored.
    pub(super) fn watch() {
        static STARTED: Once = Once::new();
        STARTED.call_once(|| {
            let ignored = ignored();
            let wanted = [SIGHUP, SIGINT, SIGTERM]
                .into_iter()
                .filter(|signal| ignored >> (signal - 1) & 1 == 0);
            // Without it signals end the run as they always do.
            if let Ok(mut signals) = Signals::new(wanted) {
                thread::spawn(move || signals.forever().for_each(end));
            }
        });
    }

    /// Ends the run as the signal would have: a shell tells it by 128 and the signal's number.
    fn end(signal: i32) {
        let temporary = temporary();
        temporary.iter().for_each(|path| drop(fs::remove_file(path)));
        let _ = emulate_default_handler(signal);
        drop(temporary);
    }

    /// The signals that are ignored, a bit each; where the system does not say, none.
    fn ignored() -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
    }
}
