//! One form for many spellings.

use std::sync::{Mutex, PoisonError};

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use qawl::normalize::{Changes, visual_order};
use qawl::{NormalizeOptions, Normalizer, Profile};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::Record;
use crate::input::Input;
use crate::run::{self, Layout};

/// Write the text in one spelling.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl normalize --profile SEARCH article.txt
  qawl normalize --profile DISPLAY --with elongation.ToTwo --changes tweets.txt >clean.txt
  qawl normalize --visual-order extracted-from.pdf.txt")]
pub(crate) struct Normalize {
    #[command(flatten)]
    input: Input,
    /// How much to fold: QURAN_SAFE, DISPLAY, NLP, SEARCH, SEARCH_LOOSE, LUCENE, or NONE for nothing
    /// but what --with asks for.
    #[arg(long, value_name = "NAME", default_value = "NLP", value_parser = base)]
    profile: Base,
    /// Fold this too; may be given several times. The result is of no profile then.
    #[arg(long, value_name = "RULE", value_parser = PossibleValuesParser::new(NormalizeOptions::NAMES))]
    with: Vec<String>,
    /// Put lines in order first that were taken from a PDF back to front. Lines in good order stay.
    #[arg(long)]
    visual_order: bool,
    /// Say on standard error what was changed, and how often.
    #[arg(long)]
    changes: bool,
    /// How to write it: json where --jsonl is given, else text.
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The normalized text.
    Text,
    /// One JSON object a line, with the document's id.
    Json,
}

/// What `--profile` names.
#[derive(Clone, Copy, Debug)]
enum Base {
    Profile(Profile),
    Nothing,
}

impl Normalize {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let default = if self.input.has_records() { Format::Json } else { Format::Text };
        let format = self.format.unwrap_or(default);
        let normalizer = Normalizer::new(self.options()?);
        let profile = self.profile();
        let changes = Mutex::new(Changes::default());
        let result = run::each(&self.input, &self.target, Layout::LINES, || {
            let mut text = String::new();
            let (normalizer, changes, this) = (&normalizer, &changes, &self);
            move |source, out| {
                let ordered = this.visual_order.then(|| visual_order::repair(&source.text));
                let source_text = ordered.as_deref().unwrap_or(&source.text);
                normalizer.normalize_into(source_text, &mut text);
                if this.changes {
                    let new = normalizer.changes(source_text);
                    *changes.lock().unwrap_or_else(PoisonError::into_inner) += new;
                }
                match format {
                    Format::Text => {
                        out.extend_from_slice(text.as_bytes());
                        // So that another document or a prompt starts on a line of its own.
                        if !text.is_empty() && !text.ends_with('\n') {
                            out.push(b'\n');
                        }
                        Ok(())
                    }
                    Format::Json => Record::new(&source.id).profile(profile).text(&text).write(out),
                }
            }
        });
        if let (true, Ok(()) | Err(Failure::Partly(..))) = (self.changes, &result) {
            let changes = changes.into_inner().unwrap_or_else(PoisonError::into_inner);
            match changes.total() {
                0 => eprintln!("qawl: nothing changed"),
                _ => eprintln!("qawl: {changes}"),
            }
        }
        result
    }

    fn options(&self) -> Result<NormalizeOptions, Failure> {
        let base = match self.profile {
            Base::Profile(profile) => profile.options(),
            Base::Nothing => NormalizeOptions::new(),
        };
        let names = self.with.iter().map(String::as_str);
        base.with_names(names).map_err(|error| Failure::new(error.to_string()))
    }

    /// The profile that the result is of.
    fn profile(&self) -> Option<Profile> {
        match self.profile {
            Base::Profile(profile) if self.with.is_empty() => Some(profile),
            _ => None,
        }
    }
}

fn base(name: &str) -> Result<Base, String> {
    if name.eq_ignore_ascii_case("NONE") {
        return Ok(Base::Nothing);
    }
    profile(name).map(Base::Profile).map_err(|error| format!("{error}, NONE"))
}

/// The profile of that name, in upper or lower case.
pub(crate) fn profile(name: &str) -> Result<Profile, String> {
    Profile::by_name(&name.to_ascii_uppercase().replace('-', "_")).ok_or_else(|| {
        let names: Vec<_> = Profile::ALL.iter().map(Profile::name).collect();
        format!("expected one of {}", names.join(", "))
    })
}
