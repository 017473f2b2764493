//! Arabic text normalization with separate folds, versioned profiles and the way back to the source.
#![forbid(unsafe_code)]
