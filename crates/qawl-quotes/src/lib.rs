//! Reported speech in Arabic text: who said what, with source, cue, content and speaker.
#![forbid(unsafe_code)]
