//! ى is written ي, wherever it stands. It never becomes alef, which would turn «إلى» ("to") into
//! «إلا» ("except").

use crate::{AlefMaksura, NormalizeOptions};

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match (c, options.alef_maksura) {
        // ARABIC LETTER ALEF MAKSURA to ARABIC LETTER YEH
        ('\u{0649}', AlefMaksura::ToYeh) => '\u{064A}',
        _ => c,
    }
}
