//! Options.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::{NormalizeOptions, Profile};

/// Any set of options: one to four of them, or as many as chance will have it. Half of the sets
/// compose, which is where rules meet.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::Normalizer;
/// use qawl_normalize::proptest::{laws, options, word};
///
/// proptest!(|(options in options(), word in word())| {
///     let normalizer = Normalizer::new(options);
///     laws::borrows_iff_unchanged(|text| normalizer.normalize(text), &word)?;
/// });
/// ```
pub fn options() -> BoxedStrategy<NormalizeOptions> {
    let names = NormalizeOptions::NAMES;
    let chosen = prop_oneof![subsequence(names, 1..=4), subsequence(names, 0..=names.len())];
    (chosen, any::<bool>())
        .prop_map(|(chosen, compose)| {
            let base = NormalizeOptions::new();
            let all = chosen.iter().fold(base, |set, name| set.with_named(name).unwrap_or(set));
            all.with_compose(compose)
        })
        .boxed()
}

/// Any of the profiles.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::{laws, messy, profile};
///
/// proptest!(|(profile in profile(), text in messy())| {
///     let normalizer = profile.normalizer();
///     laws::idempotent(|text| normalizer.normalize(text).into_owned(), &text)?;
/// });
/// ```
pub fn profile() -> BoxedStrategy<Profile> {
    select(Profile::ALL).boxed()
}
