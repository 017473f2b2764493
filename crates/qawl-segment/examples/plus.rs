//! Cuts a sentence a line, words separated by one space, and prints each word as `و+ال+بحرين`.
//!
//! `cargo run --release -p qawl-segment --example plus -- d3 < sentences.txt`; behind the scheme,
//! `rules` goes without the weights that annotated sentences taught.

use std::io::{self, BufRead, BufWriter, Write};

use qawl_segment::{Form, Scheme, Segmenter};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let scheme: Scheme = arguments.next().as_deref().unwrap_or("d3").parse()?;
    let segmenter = match arguments.next().as_deref() {
        Some("rules") => Segmenter::embedded().without_weights(),
        _ => Segmenter::embedded(),
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        for (at, word) in line?.split(' ').enumerate() {
            let gap = if at == 0 { "" } else { " " };
            write!(out, "{gap}{}", segmenter.segment(word).plus(scheme, Form::Article))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
