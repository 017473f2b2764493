//! What must hold for every list and every text.
//!
//! * `naive`: a matcher written from the documents, without hashes, table and filters.
//! * `surroundings`: what the rules say to it.
//! * `fuzzy`, `layers`: what they find by brute force, and from one list.
//! * `dice`: lists and texts, the same on every machine; more of them with `PROPTEST_CASES`.

mod dice;
mod files;
mod fuzzy;
mod layers;
mod lists;
mod naive;
mod search;
mod surroundings;

use crate::policy::Policy;
use crate::{Entry, Gazetteer, GazetteerBuilder, Rule};
use qawl_normalize::Profile;

const POLICIES: [Policy; 4] =
    [Policy::LeftmostLongest, Policy::All, Policy::NoSubsumed, Policy::LongestDominantRight];

fn build(entries: &[Entry], rules: &[Rule]) -> Vec<u8> {
    let builder = GazetteerBuilder::new(Profile::SEARCH).entries(entries.to_vec());
    builder.rules(rules.to_vec()).build().unwrap()
}

fn open(entries: &[Entry], rules: &[Rule]) -> Gazetteer<Vec<u8>> {
    Gazetteer::open(build(entries, rules)).unwrap()
}
