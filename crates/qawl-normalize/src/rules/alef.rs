//! آ, أ and إ are written ا. Writers leave the hamza of an initial alef out as often as not.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        'آ' | 'أ' | 'إ' if options.alef => 'ا',
        _ => c,
    }
}
