//! The patterns of reported speech, one a file. Each turns what it recognises into a draft.

mod floating;
mod inverted;
mod noun;
mod passive;
mod prepositional;
mod verb;

pub(crate) use noun::announced;
pub(crate) use passive::clause_of_passive;
