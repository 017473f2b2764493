//! ؤ and ئ lose their hamza. The hamza on its own stays: «شيء» is not «شي».

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        'ؤ' if options.hamza_seats => 'و',
        'ئ' if options.hamza_seats => 'ي',
        _ => c,
    }
}
