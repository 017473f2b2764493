//! Lists of names that no one wrote, the same on every machine.
//!
//! As in `research/limits.md`: names have one to four words. In a *selective* list the first words are
//! 20 000 invented ones, and some 200 names are stretches of the text; a third of the words of a text
//! begins as names do, and one in a hundred begins one. In a *dense* list the first words are those of the text: most words can begin a name.

use qawl_gazetteer::Entry;

/// First words of a selective list.
const INVENTED: u64 = 20_000;
/// Names of a selective list that stand in the text.
const FROM_TEXT: usize = 200;

/// What the first words of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Invented, most of them. Names out of the text have two words at the least: one word in a hundred of
    /// the news begins a name, as was measured there.
    Selective,
    /// The same with single words out of the text, of which the most frequent are «في» ("in") and the like.
    Common,
    /// Words of the text.
    Dense,
}

/// The entries of a list of `len` names, made for `text` as they are asked for.
pub fn entries(text: &str, len: usize, density: Density) -> impl Iterator<Item = Entry> {
    // A tatweel alone is a word of which folding leaves nothing.
    let is_word = |word: &&str| word.chars().any(|c| c.is_alphanumeric() && c != '\u{0640}');
    let words = qawl_tokenize::words(text).filter_map(|word| word.span.get(text));
    let words: Vec<&str> = words.filter(is_word).collect();
    let mut distinct = words.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let (words, distinct) = (owned(&words), owned(&distinct));
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..len).map(move |i| {
        let name = match density {
            Density::Selective if i < FROM_TEXT => stretch(&mut dice, &words, 2),
            Density::Common if i < FROM_TEXT => stretch(&mut dice, &words, 1),
            Density::Selective | Density::Common => {
                let first = Dice(dice.roll(INVENTED) + 1).word();
                name(&mut dice, first, &distinct)
            }
            Density::Dense => {
                let first = dice.one_of(&distinct).to_owned();
                name(&mut dice, first, &distinct)
            }
        };
        Entry::new(name, KINDS[i % KINDS.len()]).id(format!("Q{i}"))
    })
}

const KINDS: [&str; 5] = ["city", "person", "media", "organization", "country"];

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// Four words in a row or fewer, but no fewer than `least`.
fn stretch(dice: &mut Dice, words: &[String], least: usize) -> String {
    let start = dice.roll(words.len() as u64 - 4) as usize;
    let len = least + dice.roll(5 - least as u64) as usize;
    words[start..start + len].join(" ")
}

fn name(dice: &mut Dice, first: String, distinct: &[String]) -> String {
    let mut name = first;
    for _ in 0..dice.roll(4) {
        name.push(' ');
        name.push_str(dice.one_of(distinct));
    }
    name
}

/// A small generator.
struct Dice(u64);

impl Dice {
    /// A number below `sides` (splitmix64: any start is good).
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn one_of<'w>(&mut self, words: &'w [String]) -> &'w str {
        &words[self.roll(words.len() as u64) as usize]
    }

    /// Four to eight letters, of which some are written in several ways.
    fn word(&mut self) -> String {
        let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىئء".chars().collect();
        let len = 4 + self.roll(5);
        (0..len).map(|_| letters[self.roll(letters.len() as u64) as usize]).collect()
    }
}
