//! Behaviour, case by case: `tests/fixtures/<stage>/*.toml`, a file a rule. Each module says what a
//! case of its stage holds.

mod gazetteer;
mod normalize;
mod quotes;
mod segment;
mod sentences;
mod tokenize;
