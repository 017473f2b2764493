//! Laws of the offsets, for any text and every chain.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use qawl::tokenize::Tokenizer as Tokens;
use qawl::{Pipeline, Profile, Scheme, Segmenter};
use qawl_normalize::proptest::{anything, presentation_word};
use qawl_tantivy::{
    EntityTokenizer, Fold, Keep, LightStem, SpeakerTokenizer, StopWords, WordTokenizer,
};
use tantivy::schema::Field;
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::{SimpleTokenizer, TextAnalyzer, Token, TokenStream, Tokenizer};

const KEEPS: [Keep; 3] = [Keep::Pieces, Keep::Stem, Keep::WordAndStem];

/// Sentences in which names stand, clitics are cut and people speak; written for this test.
const SENTENCES: [&str; 6] = [
    // "The director Huda Salman said that work in Riyadh has begun. And she added: 'We shall return.'"
    "قالت المديرة هدى سلمان إن العمل بالرياض بدأ. وأضافت: «سنعود».",
    "للحكومة وللغة ومدرستها ومستواه وسيكتبونها", // "to the government, the language, her school, his level"
    "«الطريق مفتوح»، يقول سامي حداد من لندن.", // "'The road is open', says Sami Haddad from London."
    "به وفيها وإليهم ومما وعما",               // "in it, in her, to them, of what, about what"
    "وﻟﻠﺮﻳﺎض وﺑﺎﻷردن ﻷﻣﺮ", // in presentation forms: "and to Riyadh, and in Jordan, for a matter"
    "#الرياض @user www.example.org G20 ٣٫٥ BBC İstanbul",
];

fn text() -> BoxedStrategy<String> {
    let sentence = select(&SENTENCES[..]).prop_map(str::to_owned);
    let part = prop_oneof![3 => anything(), 2 => sentence, 1 => presentation_word()];
    proptest::collection::vec(part, 1..4).prop_map(|parts| parts.join(" ")).boxed()
}

fn words() -> BoxedStrategy<WordTokenizer> {
    let whole = select(Profile::ALL).prop_map(WordTokenizer::new);
    let cut = (whole.clone(), select(&Scheme::ALL[..]), select(&KEEPS[..]))
        .prop_map(|(words, scheme, keep)| words.cut(scheme, keep));
    prop_oneof![1 => whole, 3 => cut].boxed()
}

fn tokens(tokenizer: &mut impl Tokenizer, text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenizer.token_stream(text).process(&mut |token| tokens.push(token.clone()));
    tokens
}

/// What tantivy's writer and snippets rely on.
fn is_well_placed(text: &str, tokens: &[Token]) -> Result<(), TestCaseError> {
    for token in tokens {
        prop_assert!(!token.text.is_empty());
        prop_assert!(text.get(token.offset_from..token.offset_to).is_some(), "{token:?}");
    }
    for pair in tokens.windows(2) {
        prop_assert!(pair[0].offset_from <= pair[1].offset_from, "{pair:?}");
        prop_assert!(pair[0].offset_to <= pair[1].offset_to, "{pair:?}");
        prop_assert!(pair[0].position <= pair[1].position, "{pair:?}");
    }
    Ok(())
}

fn slice<'a>(text: &'a str, token: &Token) -> &'a str {
    text.get(token.offset_from..token.offset_to).unwrap_or("out of place")
}

fn fold(profile: Profile, text: &str) -> String {
    let folded = profile.normalizer().normalize(text);
    if folded.chars().any(char::is_uppercase) { folded.to_lowercase() } else { folded.into_owned() }
}

/// Whether two spellings are the same but for at most two letters at each end: how a piece that was cut
/// off differs from how it is written alone.
fn agree_within(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let inner = |letters: &[char], front: usize, back: usize| {
        letters.get(front..letters.len().saturating_sub(back)).map(<[char]>::to_vec)
    };
    let ends = || (0..3).flat_map(|front| (0..3).map(move |back| (front, back)));
    ends().any(|(front, back)| {
        let Some(wanted) = inner(&left, front, back) else { return false };
        ends().any(|(front, back)| inner(&right, front, back).as_ref() == Some(&wanted))
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(
            proptest::test_runner::FileFailurePersistence::WithSource("regressions"),
        )),
        ..ProptestConfig::default()
    })]

    #[test]
    fn words_are_well_placed(text in text(), mut words in words()) {
        let found = tokens(&mut words, &text);
        is_well_placed(&text, &found)?;
        for (at, token) in found.iter().enumerate() {
            let before = at.checked_sub(1).map_or(usize::MAX, |at| found[at].position);
            prop_assert!(token.position.wrapping_sub(before) <= 1, "a gap before {token:?}");
        }
        // What is remembered changes no answer.
        prop_assert_eq!(&found, &tokens(&mut words, &text));
        prop_assert_eq!(&found, &tokens(&mut words.clone(), &text));
    }

    #[test]
    fn whole_words_fold_to_their_terms(text in text(), profile in select(Profile::ALL)) {
        for token in tokens(&mut WordTokenizer::new(profile), &text) {
            prop_assert_eq!(fold(profile, slice(&text, &token)), token.text);
        }
    }

    /// The letters at a piece fold to its term, but for the ends of a stem that is spelled as it is alone.
    #[test]
    fn pieces_fold_to_their_terms(
        text in text(), profile in select(Profile::ALL), scheme in select(&Scheme::ALL[..]),
    ) {
        for keep in [Keep::Pieces, Keep::Stem] {
            for token in tokens(&mut WordTokenizer::new(profile).cut(scheme, keep), &text) {
                let (slice, term) = (slice(&text, &token), &token.text);
                let written = fold(profile, slice);
                // Forms are written without marks.
                let bare = fold(Profile::SEARCH, slice);
                let agree = agree_within(&bare, &fold(Profile::SEARCH, term));
                prop_assert!(written == *term || agree, "{slice} became {term}");
            }
        }
    }

    /// The plain way: every word by itself, nothing remembered, pieces as the segmenter spells them.
    #[test]
    fn terms_are_those_of_the_segmenter(text in text(), scheme in select(&Scheme::ALL[..])) {
        let mut cut = WordTokenizer::new(Profile::SEARCH).cut(scheme, Keep::Pieces);
        let terms: Vec<_> = tokens(&mut cut, &text).into_iter().map(|token| token.text).collect();
        let mut expected = Vec::new();
        let segmenter = Segmenter::embedded();
        for word in Tokens::NEWS.with_addresses(false).with_tags(false).words(&text) {
            let word = Profile::QURAN_SAFE.normalizer().normalize(word.span.get(&text).unwrap_or_default());
            for piece in segmenter.segment(&word).in_scheme(scheme) {
                expected.push(fold(Profile::SEARCH, &piece.form));
            }
        }
        expected.retain(|term| !term.is_empty());
        prop_assert_eq!(terms, expected);
    }

    /// A word and its stem have the same bytes and the same position.
    #[test]
    fn stems_stand_beside_their_words(text in text(), scheme in select(&Scheme::ALL[..])) {
        let cut = |keep| WordTokenizer::new(Profile::SEARCH).cut(scheme, keep);
        let both = tokens(&mut cut(Keep::WordAndStem), &text);
        let whole = tokens(&mut WordTokenizer::new(Profile::SEARCH), &text);
        let stems = tokens(&mut cut(Keep::Stem), &text);
        for (words, name) in [(whole, "word"), (stems, "stem")] {
            for word in words {
                let found = both.iter().any(|token| {
                    token.text == word.text
                        && token.position == word.position
                        && token.offset_from <= word.offset_from
                        && word.offset_to <= token.offset_to
                });
                prop_assert!(found, "no {name} {word:?}");
            }
        }
    }

    #[test]
    fn filters_leave_offsets_alone(text in text(), words in words(), profile in select(Profile::ALL)) {
        let all = tokens(&mut words.clone(), &text);
        let mut chain = TextAnalyzer::builder(words)
            .filter(StopWords::new(profile))
            .filter(LightStem::new(profile).sparing(["السودان"])) // Sudan
            .build();
        let mut left = Vec::new();
        chain.token_stream(&text).process(&mut |token| left.push(token.clone()));
        let mut rest = all.iter();
        for token in &left {
            let from = rest.find(|one| {
                (one.offset_from, one.offset_to, one.position)
                    == (token.offset_from, token.offset_to, token.position)
                    && one.text.contains(&*token.text)
            });
            prop_assert!(from.is_some(), "{token:?} is no part of what was there");
        }
    }

    #[test]
    fn what_others_cut_is_folded(text in text(), profile in select(Profile::ALL)) {
        let mut chain = TextAnalyzer::builder(SimpleTokenizer::default()).filter(Fold::new(profile)).build();
        let mut found = Vec::new();
        chain.token_stream(&text).process(&mut |token| found.push(token.clone()));
        is_well_placed(&text, &found)?;
        for token in found {
            prop_assert_eq!(&*profile.normalizer().normalize(slice(&text, &token)), &token.text);
        }
    }

    /// The very letters are highlighted, in snippets of any length, and none of them makes tantivy fail.
    #[test]
    fn snippets_highlight_the_very_word(
        text in text(), words in words(), pick in any::<prop::sample::Index>(), length in 1..200_usize,
    ) {
        let found = tokens(&mut words.clone(), &text);
        prop_assume!(!found.is_empty());
        let term = &pick.get(&found).text;
        let wanted: Vec<&str> = found.iter().filter(|t| t.text == *term).map(|t| slice(&text, t)).collect();
        let terms = BTreeMap::from([(term.clone(), 1.0)]);
        let field = Field::from_field_id(0);
        let snippets = SnippetGenerator::new(terms, words.into(), field, length);
        let snippet = snippets.snippet(&text);
        prop_assert!(!snippet.is_empty());
        for place in snippet.highlighted() {
            let shown = snippet.fragment().get(place.clone()).unwrap_or_default();
            prop_assert!(wanted.contains(&shown));
        }
        prop_assert!(snippet.to_html().contains("<b>"));
    }

    #[test]
    fn names_and_speakers_are_well_placed(text in text(), words in words(), length in 1..200_usize) {
        let pipeline = Pipeline::builder().without_tokens().without_sentences().build();
        let mut entities = EntityTokenizer::new(pipeline.clone(), Profile::NLP);
        let mut speakers = SpeakerTokenizer::new(pipeline, words);
        let named = tokens(&mut entities, &text);
        is_well_placed(&text, &named)?;
        let spoken = tokens(&mut speakers, &text);
        is_well_placed(&text, &spoken)?;
        for (analyzer, found) in
            [(TextAnalyzer::from(entities), named), (TextAnalyzer::from(speakers), spoken)]
        {
            let Some(token) = found.first() else { continue };
            let terms = BTreeMap::from([(token.text.clone(), 1.0)]);
            let snippets = SnippetGenerator::new(terms, analyzer, Field::from_field_id(0), length);
            prop_assert!(snippets.snippet(&text).to_html().contains("<b>"));
        }
    }
}
