//! What the words around a match say about its type.

use qawl_tokenize::TokenKind;

use crate::clitic::{Cut, cuts};
use crate::file::{File, StoredRule};
use crate::piece::{Gap, Piece};
use crate::window::{Folded, Place, Window};

/// How many opening marks may stand between a name and the word that governs it.
const MARKS: usize = 2;

/// The types for which the surroundings of a match speak, looked up when first asked for.
#[derive(Debug)]
pub(crate) struct Context<'g> {
    file: File<'g>,
    /// How many pieces the match takes.
    pieces: usize,
    cut: Cut,
    around: Option<Around>,
}

/// Types, as numbers of strings.
#[derive(Debug, Default)]
pub(crate) struct Around {
    licensed: Vec<u32>,
    /// By the article before, which tells an adjective from a name and no name from a common word.
    preferred: Vec<u32>,
}

impl Around {
    /// Whether a rule lets an entry of type `kind` match that needs one.
    pub(crate) fn licenses(&self, kind: u32) -> bool {
        self.licensed.contains(&kind)
    }

    /// Whether a rule puts entries of type `kind` first.
    pub(crate) fn prefers(&self, kind: u32) -> bool {
        self.licenses(kind) || self.preferred.contains(&kind)
    }
}

impl<'g> Context<'g> {
    pub(crate) const fn new(file: File<'g>, pieces: usize, cut: Cut) -> Self {
        Self { file, pieces, cut, around: None }
    }

    pub(crate) fn around(&mut self, window: &mut Window<'_, '_>) -> &Around {
        let around = self.around.take().unwrap_or_else(|| self.look(window));
        self.around.insert(around)
    }

    /// Whether the word before refuses entries of type `kind`. Asked of every match, so it looks at
    /// the word only where there are such rules for the type.
    pub(crate) fn refuses(&self, window: &mut Window<'_, '_>, kind: u32) -> bool {
        let mut refuses = false;
        if self.file.may_refuse(kind)
            && let Some(before) = self.governor(window)
        {
            let compare = |other| refuses |= other == kind;
            self.look_before(&before.text, StoredRule::NOT_BEFORE, compare);
        }
        refuses
    }

    /// The word before, if a rule may speak of it and no preposition between the two says that it does not
    /// govern the name.
    fn governor<'a>(&self, window: &mut Window<'_, 'a>) -> Option<Folded<'a>> {
        let before = if self.cut.preposition == 0 { word_before(window) } else { None };
        let before = before.filter(|before| self.file.may_govern(before.hashed.hash))?;
        Some(window.fold(before.piece))
    }

    fn look(&self, window: &mut Window<'_, '_>) -> Around {
        let Around { mut licensed, mut preferred } = Around::default();
        if self.file.rules() == 0 {
            return Around { licensed, preferred };
        }
        if let Some(before) = self.governor(window) {
            self.look_before(&before.text, StoredRule::BEFORE, |kind| licensed.push(kind));
        }
        if let Some(after) = word_after(window, self.pieces) {
            licensed.extend(self.file.kinds_with_word(StoredRule::AFTER, &after.text));
        }
        if is_beside_number(window, self.pieces) {
            licensed.extend(self.file.kinds(StoredRule::NUMBER));
        }
        if is_quoted(window, self.pieces) {
            licensed.extend(self.file.kinds(StoredRule::QUOTED));
        }
        if self.cut.is_bare() && is_behind_article(window) {
            preferred.extend(self.file.kinds(StoredRule::DEFINITE));
        }
        Around { licensed, preferred }
    }

    /// The types for which the word before speaks by rules with `code`. It may stand behind
    /// proclitics of its own, «ولصحيفة» ("and to the newspaper"), that leave more than a letter.
    fn look_before(&self, word: &str, code: u32, mut kind: impl FnMut(u32)) {
        for cut in cuts(word) {
            let rest = cut.rest(word);
            // Almost no reading has dropped letters to put back.
            let whole = if cut.dropped.is_empty() { rest } else { &[cut.dropped, rest].concat() };
            if cut.is_bare() || whole.chars().nth(1).is_some() {
                self.file.kinds_with_word(code, whole).for_each(&mut kind);
            }
        }
    }
}

/// Whether the word right before the current piece has the article. Words with fewer letters are
/// more often particles: إلى (to), الآن (now), التي (which).
fn is_behind_article(window: &mut Window<'_, '_>) -> bool {
    const LEAST_LETTERS: usize = 5;
    let gap = window.seen(0).map(|name| name.piece.gap);
    let before = window.behind(1).filter(|_| gap == Some(Gap::Space));
    before.map(|before| window.fold(before)).is_some_and(|before| {
        cuts(&before.text).any(|cut| {
            let word = || cut.dropped.chars().chain(cut.rest(&before.text).chars());
            word().take(2).eq("ال".chars()) && word().nth(LEAST_LETTERS - 1).is_some()
        })
    })
}

/// Whether a number stands right before or behind the first `pieces`. A slash between would be a
/// score as often as a date: «3 / صفر» ("3 : 0").
fn is_beside_number(window: &mut Window<'_, '_>, pieces: usize) -> bool {
    let is_number = |piece: Piece| piece.kind == TokenKind::Number;
    let next = window.get(pieces).map(|next| next.piece);
    let behind = next.is_some_and(|next| next.gap != Gap::Break && is_number(next));
    let on_line = window.seen(0).is_some_and(|name| name.piece.gap != Gap::Break);
    behind || (on_line && window.behind(1).is_some_and(is_number))
}

/// Whether the first `pieces` stand alone in quotation marks.
fn is_quoted(window: &mut Window<'_, '_>, pieces: usize) -> bool {
    let [first, next] = [0, pieces].map(|ahead| window.get(ahead).map(|place| place.piece));
    let text = window.text();
    let is_mark = |piece: Option<Piece>| piece.is_some_and(|piece| piece.is_quotation(text));
    let tied = |piece: Option<Piece>| piece.is_some_and(|piece| piece.gap == Gap::None);
    tied(first) && tied(next) && is_mark(next) && is_mark(window.behind(1))
}

/// The word or number in front of the current piece, opening marks passed over.
fn word_before(window: &mut Window<'_, '_>) -> Option<Place> {
    let mut gap = window.seen(0)?.piece.gap;
    for back in 1..=MARKS + 1 {
        let place = window.place_behind(back).filter(|_| gap != Gap::Break)?;
        if !place.piece.is_opening(window.text()) {
            return Some(place).filter(|place| place.piece.may_begin());
        }
        gap = place.piece.gap;
    }
    None
}

/// The word or number behind the first `pieces`, opening marks passed over.
fn word_after<'a>(window: &mut Window<'_, 'a>, pieces: usize) -> Option<Folded<'a>> {
    let text = window.text();
    let mut place = pieces;
    while place < pieces + MARKS && window.get(place)?.piece.is_opening(text) {
        place += 1;
    }
    window.get(place);
    let on_line =
        (pieces..=place).all(|i| window.seen(i).is_some_and(|f| f.piece.gap != Gap::Break));
    let piece = window.seen(place).map(|place| place.piece);
    piece.filter(|piece| on_line && piece.may_begin()).map(|piece| window.fold(piece))
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use crate::{Entry, Flags, Gazetteer, GazetteerBuilder, Rule, When};

    /// Types found in `text`, of a list with a newspaper and a region of one name (Asharq Al-Awsat,
    /// the Middle East) and a month (March) that is a verb too.
    fn kinds(text: &str) -> Vec<String> {
        let bytes = GazetteerBuilder::new(Profile::SEARCH)
            .add(Entry::new("الشرق الأوسط", "media"))
            .add(Entry::new("الشرق الأوسط", "region"))
            .add(Entry::new("مارس", "month").flags(Flags::default().context()))
            .rule(Rule::new("region", When::Rank(1)))
            .rule(Rule::new("media", When::Before("صحيفة".into())))
            .rule(Rule::new("month", When::Before("آذار".into())))
            .rule(Rule::new("month", When::After("الماضي".into())))
            .rule(Rule::new("month", When::After("آذار".into())))
            .rule(Rule::new("month", When::Number))
            .add(Entry::new("السعودية", "country")) // Saudi Arabia
            .add(Entry::new("السعودية", "demonym")) // Saudi
            .rule(Rule::new("country", When::Rank(1)))
            .rule(Rule::new("demonym", When::Definite))
            .add(Entry::new("المالية", "demonym").flags(Flags::default().context())) // Malian
            .add(Entry::new("الحياة", "media").flags(Flags::default().context())) // Al-Hayat, life
            .rule(Rule::new("media", When::Quoted))
            .rule(Rule::new("media", When::Before("ل".into())))
            .add(Entry::new("المغرب", "country")) // Morocco, sunset
            .rule(Rule::new("country", When::NotBefore("صلاة".into())))
            .build()
            .unwrap();
        let gazetteer = Gazetteer::open(bytes).unwrap();
        gazetteer.mentions(text).into_iter().map(|mention| mention.kind.into_owned()).collect()
    }

    #[test]
    fn the_word_before_decides() {
        assert_eq!(kinds("في الشرق الأوسط"), ["region"]);
        assert_eq!(kinds("صحيفة الشرق الأوسط"), ["media"]);
        assert_eq!(kinds("ولصحيفة («الشرق الأوسط»)"), ["media"]);
        assert_eq!(kinds("صحيفة بالشرق الأوسط"), ["region"]);
        assert_eq!(kinds("صحيفة\nالشرق الأوسط"), ["region"]);
        assert_eq!(kinds("صحيفة، الشرق الأوسط"), ["region"]);
    }

    #[test]
    fn an_adjective_stands_behind_the_article() {
        assert_eq!(kinds("الحكومة السعودية"), ["demonym"]);
        assert_eq!(kinds("للحكومة السعودية"), ["demonym"]);
        assert_eq!(kinds("حكومة السعودية"), ["country"]);
        assert_eq!(kinds("إلى السعودية"), ["country"]);
        assert_eq!(kinds("الحكومة والسعودية"), ["country"]);
        assert_eq!(kinds("الحكومة، السعودية"), ["country"]);
    }

    #[test]
    fn the_article_before_licenses_nothing() {
        let none: [&str; 0] = [];
        assert_eq!(kinds("الوزارة المالية"), none); // "the financial ministry", not the Malian
    }

    #[test]
    fn a_word_before_may_refuse() {
        let none: [&str; 0] = [];
        assert_eq!(kinds("من المغرب"), ["country"]);
        assert_eq!(kinds("وبصلاة المغرب"), none);
        assert_eq!(kinds("كل الحياة"), none); // "all of life": no ل of its own
    }

    #[test]
    fn a_name_may_be_quoted() {
        let none: [&str; 0] = [];
        assert_eq!(kinds("قال لـ«الحياة» أمس"), ["media"]);
        assert_eq!(kinds("\"الشرق الأوسط\""), ["media"]);
        assert_eq!(kinds("«الحياة حلوة»"), none); // "life is sweet"
        assert_eq!(kinds("(الحياة)"), none);
    }

    #[test]
    fn some_names_need_a_licence() {
        let none: [&str; 0] = [];
        assert_eq!(kinds("مارس الرياضة"), none); // "he practised sport"
        assert_eq!(kinds("3 مارس"), ["month"]);
        assert_eq!(kinds("مارس 2015"), ["month"]);
        assert_eq!(kinds("مارس الماضي"), ["month"]); // last March
        assert_eq!(kinds("آذار/مارس"), ["month"]);
        assert_eq!(kinds("مارس (آذار)"), ["month"]);
        assert_eq!(kinds("3 / مارس"), none);
        assert_eq!(kinds("مارس، 3 مرات"), none); // "he practised, three times"
    }
}
