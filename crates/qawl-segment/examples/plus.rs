//! Cuts a sentence a line, words separated by one space, and prints each word as `و+ال+بحرين`.
//!
//! `cargo run --release -p qawl-segment --example plus -- d3 < sentences.txt`

use std::io::{self, BufRead, BufWriter, Write};

use qawl_segment::{Form, Scheme, Segmenter};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let scheme: Scheme = std::env::args().nth(1).as_deref().unwrap_or("d3").parse()?;
    let segmenter = Segmenter::embedded();
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
