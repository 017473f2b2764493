//! The hamza on its own is deleted.

use crate::NormalizeOptions;

pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    options.lone_hamza && c == 'ء'
}
