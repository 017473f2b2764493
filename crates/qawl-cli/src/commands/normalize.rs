//! One form for many spellings.

use clap::ValueEnum;
use qawl::Profile;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::Record;
use crate::input::Input;
use crate::run;

/// Write the text in one spelling.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl normalize --profile SEARCH article.txt")]
pub(crate) struct Normalize {
    #[command(flatten)]
    input: Input,
    /// How much to fold: QURAN_SAFE, DISPLAY, NLP, SEARCH or SEARCH_LOOSE.
    #[arg(long, value_name = "NAME", default_value = "NLP", value_parser = profile)]
    profile: Profile,
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

impl Normalize {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let default = if self.input.jsonl { Format::Json } else { Format::Text };
        let format = self.format.unwrap_or(default);
        let normalizer = self.profile.normalizer();
        let mut text = String::new();
        run::each(&self.input, &self.target, run::NOTHING, |source, out| {
            normalizer.normalize_into(&source.text, &mut text);
            match format {
                Format::Text => {
                    out.extend_from_slice(text.as_bytes());
                    // So that another document or a prompt starts on a line of its own.
                    if !text.is_empty() && !text.ends_with('\n') {
                        out.push(b'\n');
                    }
                    Ok(())
                }
                Format::Json => {
                    Record::new(&source.id).profile(self.profile).text(&text).write(out)
                }
            }
        })
    }
}

/// The profile of that name, in upper or lower case.
pub(crate) fn profile(name: &str) -> Result<Profile, String> {
    Profile::by_name(&name.to_ascii_uppercase().replace('-', "_")).ok_or_else(|| {
        let names: Vec<_> = Profile::ALL.iter().map(Profile::name).collect();
        format!("expected one of {}", names.join(", "))
    })
}
