//! A normalizer as simple as can be: one pass over all characters for each rule, in the order that
//! the documentation of [`NormalizeOptions`] gives, again and again until nothing changes.
//!
//! It is written from that documentation, and shares no rule and no table with the crate: forms come
//! from Unicode's compatibility mappings, honorifics from `data/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use qawl_core::letters::{is_digit, is_letter, is_word_char};
use qawl_normalize::{
    AlefMaksura, DaggerAlef, Digits, Elongation, Honorifics, MarkSet, NormalizeOptions,
    NumberSigns, Punctuation, Whitespace, Zwnj,
};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use crate::workspace;

/// What `options` make of `text`.
#[must_use]
pub fn normalize(options: NormalizeOptions, text: &str) -> String {
    let chars = text.chars().collect();
    let result = until_stable(chars, |chars| {
        let settled = until_stable(chars, |chars| {
            without_leftover(options, until_stable(chars, |chars| letters(options, chars)))
        });
        neighbours(options, settled)
    });
    result.into_iter().collect()
}

fn until_stable(mut chars: Vec<char>, pass: impl Fn(Vec<char>) -> Vec<char>) -> Vec<char> {
    loop {
        let next = pass(chars.clone());
        if next == chars {
            return next;
        }
        chars = next;
    }
}

/// The rules up to spaces.
fn letters(options: NormalizeOptions, mut chars: Vec<char>) -> Vec<char> {
    if options.presentation_forms {
        chars = replace(chars, form);
    }
    if options.honorifics != Honorifics::Keep {
        chars = replace(chars, |c| honorific(c, options.honorifics));
    }
    if options.zwnj == Zwnj::Delete {
        chars = retain(chars, |c| c != '\u{200C}');
    }
    chars = retain(chars, |c| {
        let waits = options.compose && matches!(c, '\u{0653}'..='\u{0655}');
        waits || !is_deleted_mark(options, c)
    });
    if options.tatweel {
        chars = retain(chars, |c| c != '\u{0640}');
    }
    if options.small_letters {
        chars = retain(chars, |c| !matches!(c, '\u{06E5}' | '\u{06E6}'));
    }
    if options.quran_signs {
        chars = retain(chars, |c| !matches!(c, '\u{06DD}' | '\u{06DE}' | '\u{06E9}'));
    }
    if options.lone_hamza {
        chars = retain(chars, |c| c != 'ء');
    }
    if options.dagger_alef == DaggerAlef::Delete {
        chars = retain(chars, |c| c != '\u{0670}');
    }
    // The last of the deletions, because joiners depend on what stands before them then.
    if options.controls {
        chars = without_controls(chars);
    }
    if options.dagger_alef == DaggerAlef::ToAlef {
        chars = dagger_to_alef(options, chars);
    }
    if options.compose {
        chars = composed(&chars);
    }
    chars = replace(chars, |c| letter(options, c));
    chars = replace(chars, |c| Some(digit(options, c)?.to_string()));
    if options.number_signs != NumberSigns::Keep {
        chars = number_signs(options, &chars);
    }
    replace(chars, |c| Some(sign(options, c)?.to_string()))
}

/// The rules that look at neighbours in the result.
fn neighbours(options: NormalizeOptions, mut chars: Vec<char>) -> Vec<char> {
    if options.elongation != Elongation::Keep {
        chars = shortened(options.elongation, &chars);
    }
    if options.alef_maksura == AlefMaksura::FromFinalYeh {
        chars = with_final_alef_maksura(&chars);
    }
    if options.punctuation == Punctuation::Arabic {
        chars = with_arabic_punctuation(&chars);
    }
    if options.whitespace == Whitespace::Collapse {
        chars = collapsed(&chars);
    }
    chars
}

fn retain(mut chars: Vec<char>, stays: impl Fn(char) -> bool) -> Vec<char> {
    chars.retain(|&c| stays(c));
    chars
}

fn replace(chars: Vec<char>, with: impl Fn(char) -> Option<String>) -> Vec<char> {
    let pieces = chars.into_iter().map(|c| with(c).unwrap_or_else(|| c.to_string()));
    pieces.collect::<String>().chars().collect()
}

/// The character before that at `at`, and the one behind it.
fn around(chars: &[char], at: usize) -> (Option<char>, Option<char>) {
    (at.checked_sub(1).map(|before| chars[before]), chars.get(at + 1).copied())
}

/// Letters for positional forms and ligatures, the bare mark for its spacing forms. What stands for
/// words is a matter of honorifics, but for ALLAH and the rial, which has the Arabic yeh here.
fn form(c: char) -> Option<String> {
    if !matches!(c, '\u{FB50}'..='\u{FDF2}' | '\u{FDFC}' | '\u{FE70}'..='\u{FEFC}')
        || matches!(c, '\u{FDF0}' | '\u{FDF1}')
    {
        return None;
    }
    let letters: String = std::iter::once(c).nfkc().collect();
    let letters = match c {
        '\u{FDFC}' => letters.replace('\u{06CC}', "\u{064A}"),
        _ if letters.chars().count() > 1 => {
            letters.trim_start_matches([' ', '\u{0640}']).to_owned()
        }
        _ => letters,
    };
    (letters != c.to_string()).then_some(letters)
}

fn honorific(c: char, honorifics: Honorifics) -> Option<String> {
    let (is_blessing, words) = HONORIFICS.get(&c)?;
    let is_left_out = *is_blessing && honorifics == Honorifics::Delete;
    Some(if is_left_out { String::new() } else { words.clone() })
}

/// Whether each is a blessing, and its words.
static HONORIFICS: LazyLock<BTreeMap<char, (bool, String)>> = LazyLock::new(|| {
    let table = workspace::read(&workspace::root().join("data/normalize/honorifics.tsv"));
    let character = |hex: &str| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let words = columns[2].split(' ').map(character).collect();
            (character(columns[0]), (columns[1] == "blessing", words))
        })
        .collect()
});

fn without_controls(chars: Vec<char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in chars {
        let is_deleted = match c {
            '\u{00AD}' | '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
            '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' => true,
            // ZERO WIDTH JOINER, unless it stands behind a symbol, a pictograph or a VARIATION
            // SELECTOR-16.
            '\u{200D}' => !matches!(
                out.last(),
                Some('\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
            ),
            _ => false,
        };
        if !is_deleted {
            out.push(c);
        }
    }
    out
}

fn is_deleted_mark(options: NormalizeOptions, c: char) -> bool {
    let group = match c {
        '\u{064B}'..='\u{0650}' | '\u{0652}' => MarkSet::HARAKAT,
        '\u{0651}' => MarkSet::SHADDA,
        '\u{0653}'..='\u{0655}' => MarkSet::MADDA_HAMZA,
        '\u{0656}'..='\u{065F}' | '\u{0897}'..='\u{089F}' | '\u{08CA}'..='\u{08E1}' => {
            MarkSet::EXTENDED
        }
        '\u{08E3}'..='\u{08FF}' | '\u{10EFA}'..='\u{10EFF}' => MarkSet::EXTENDED,
        '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E4}' => {
            MarkSet::QURANIC
        }
        '\u{06E7}' | '\u{06E8}' | '\u{06EA}'..='\u{06ED}' => MarkSet::QURANIC,
        _ => return false,
    };
    options.marks.contains(group)
}

/// Behind ALEF MAKSURA it vanishes: directly behind it, once the marks between have found a letter or
/// are gone.
fn dagger_to_alef(options: NormalizeOptions, chars: Vec<char>) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in chars {
        if c != '\u{0670}' {
            out.push(c);
            continue;
        }
        let base = out.iter().rposition(|&c| canonical_combining_class(c) == 0).unwrap_or(0);
        let before = until_stable(out[base..].to_vec(), |chars| match options.compose {
            true => without_leftover(options, composed(&chars)),
            false => chars,
        });
        if before.last() != Some(&'\u{0649}') {
            out.push('ا');
        }
    }
    out
}

/// Without the first hamza or maddah that waited for composition and found no letter. Those behind it
/// may find one then.
fn without_leftover(options: NormalizeOptions, mut chars: Vec<char>) -> Vec<char> {
    let leftover = chars.iter().position(|&c| options.compose && is_deleted_mark(options, c));
    leftover.map(|at| chars.remove(at));
    chars
}

/// NFC, and the two pairs that it leaves alone: a HAMZA ABOVE behind ALEF MAKSURA or FARSI YEH, also
/// across marks of a lower class.
fn composed(chars: &[char]) -> Vec<char> {
    let mut out: Vec<char> = Vec::new();
    for c in chars.iter().copied().nfc() {
        let class = |c: &char| canonical_combining_class(*c);
        let is_blocked = out.last().is_some_and(|last| class(last) >= class(&c));
        let base = out.iter().rposition(|c| class(c) == 0);
        match base {
            Some(base)
                if c == '\u{0654}' && !is_blocked && "\u{0649}\u{06CC}".contains(out[base]) =>
            {
                out[base] = 'ئ';
            }
            _ => out.push(c),
        }
    }
    out
}

fn letter(options: NormalizeOptions, c: char) -> Option<String> {
    let letter = match c {
        'آ' | 'أ' | 'إ' if options.alef => "ا",
        '\u{0672}' | '\u{0673}' | '\u{0675}' if options.rare_alef => "ا",
        '\u{0671}' if options.wasla => "ا",
        'ؤ' if options.hamza_seats => "و",
        'ئ' if options.hamza_seats => "\u{064A}",
        'ة' if options.teh_marbuta => "\u{0647}",
        '\u{0649}' if options.alef_maksura == AlefMaksura::ToYeh => "\u{064A}",
        '\u{06CC}' | '\u{06D2}' if options.perso_arabic => "\u{064A}",
        '\u{06D3}' if options.perso_arabic => "\u{0626}",
        '\u{06A9}' if options.perso_arabic => "\u{0643}",
        '\u{06BE}' | '\u{06C1}' | '\u{06D5}' if options.perso_arabic => "\u{0647}",
        '\u{06C0}' | '\u{06C2}' if options.perso_arabic => "\u{0647}\u{0654}",
        '\u{06C3}' if options.perso_arabic => "\u{0629}",
        _ => return None,
    };
    Some(letter.to_owned())
}

fn digit(options: NormalizeOptions, c: char) -> Option<char> {
    let zero = match options.digits {
        Digits::Ascii => '0',
        Digits::ArabicIndic => '\u{0660}',
        _ => return None,
    };
    let rows = ['0', '\u{0660}', '\u{06F0}'].map(u32::from);
    let row = rows.into_iter().find(|row| (*row..*row + 10).contains(&u32::from(c)))?;
    char::from_u32(u32::from(c) - row + u32::from(zero))
}

fn number_signs(options: NormalizeOptions, chars: &[char]) -> Vec<char> {
    let mut out = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        let (before, after) = around(chars, at);
        let is_behind = before.is_some_and(is_digit);
        let is_between = is_behind && after.is_some_and(is_digit);
        match c {
            '\u{066A}' if is_behind => out.push('%'),
            '\u{066B}' if is_between => out.push('.'),
            '\u{066C}' if is_between && options.number_signs == NumberSigns::Ascii => out.push(','),
            '\u{066C}' if is_between => {}
            _ => out.push(c),
        }
    }
    out
}

/// Punctuation, quotation marks and spaces.
fn sign(options: NormalizeOptions, c: char) -> Option<char> {
    let punctuation = options.punctuation == Punctuation::Ascii;
    Some(match c {
        '\u{060C}' if punctuation => ',',
        '\u{061B}' if punctuation => ';',
        '\u{061F}' if punctuation => '?',
        '\u{06D4}' if punctuation => '.',
        '«' | '»' | '\u{201C}'..='\u{201F}' | '\u{2039}' | '\u{203A}' if options.quotes => '"',
        '\u{275D}' | '\u{275E}' | '\u{FF02}' if options.quotes => '"',
        '\u{2018}'..='\u{201B}' | '\u{275B}' | '\u{275C}' | '\u{FF07}' if options.quotes => '\'',
        '\u{200C}' if options.zwnj == Zwnj::Space => ' ',
        '\u{00A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}'
            if options.whitespace != Whitespace::Keep =>
        {
            ' '
        }
        _ => return None,
    })
}

fn shortened(elongation: Elongation, chars: &[char]) -> Vec<char> {
    let mut out = Vec::new();
    let mut end = 0;
    for run in chars.chunk_by(|a, b| a == b) {
        end += run.len();
        let is_god = run[0] == '\u{0644}' && chars.get(end) == Some(&'\u{0647}');
        let most = if elongation == Elongation::ToTwo || is_god { 2 } else { 1 };
        let is_long = run.len() >= 3 && is_letter(run[0]) && run[0] != '\u{0640}';
        out.extend_from_slice(if is_long { &run[..most] } else { run });
    }
    out
}

/// A yeh alone is no end of a word; ZERO WIDTH NON-JOINER does not end one.
fn with_final_alef_maksura(chars: &[char]) -> Vec<char> {
    let is_final = |at| {
        let (before, after) = around(chars, at);
        before.is_some_and(is_word_char)
            && !after.is_some_and(|c| is_word_char(c) || c == '\u{200C}')
    };
    let out = chars.iter().enumerate();
    out.map(|(at, &c)| if c == '\u{064A}' && is_final(at) { '\u{0649}' } else { c }).collect()
}

fn with_arabic_punctuation(chars: &[char]) -> Vec<char> {
    let arabic = |at| {
        let (before, after) = around(chars, at);
        let is_arabic = |c| is_word_char(c) || (is_digit(c) && !c.is_ascii()) || c == '»';
        match chars[at] {
            _ if !before.is_some_and(is_arabic) => chars[at],
            ',' if !after.is_some_and(is_digit) => '،',
            ';' => '؛',
            '?' if !after.is_some_and(is_word_char) => '؟',
            c => c,
        }
    };
    (0..chars.len()).map(arabic).collect()
}

fn collapsed(chars: &[char]) -> Vec<char> {
    let is_space = |c: &char| matches!(c, ' ' | '\t');
    let runs = chars.chunk_by(|a, b| is_space(a) && is_space(b));
    runs.flat_map(|run| if is_space(&run[0]) { &[' '] } else { run }).copied().collect()
}
