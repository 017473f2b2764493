//! ة is written ه.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        'ة' if options.teh_marbuta => 'ه',
        _ => c,
    }
}
