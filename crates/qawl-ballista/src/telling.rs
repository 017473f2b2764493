//! What Ballista tells of itself.

use log::{LevelFilter, Log, Metadata, Record};

/// A line for each thing, on standard error.
struct Lines;

/// Lets be told what is as important as this. Our own errors are not among it: they are always told.
pub(crate) fn begin(level: LevelFilter) {
    // Nobody else in this process listens.
    if log::set_logger(&Lines).is_ok() {
        log::set_max_level(level);
    }
}

impl Log for Lines {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        eprintln!("{} {}: {}", record.level(), record.target(), record.args());
    }

    fn flush(&self) {}
}
