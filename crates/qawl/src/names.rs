//! Mentions of several lists in one row.

#[cfg(feature = "gazetteer")]
use std::cmp::Reverse;

use qawl_core::Mention;
#[cfg(feature = "gazetteer")]
use qawl_gazetteer::{Match, Policy};

/// The types that lists keep for the layers behind them and no document reports.
///
/// A demonym, «فرنسي» (French), says where someone is from: attribution reads it inside «الوزير
/// الفرنسي» (the French minister) to tell one minister from another. It names no thing that a
/// reader would look for.
///
/// ```
/// // "the French minister"
/// let document = qawl::annotate("الوزير الفرنسي");
/// assert!(document.mentions().iter().all(|m| !qawl::UNREPORTED.contains(&&*m.kind)));
/// ```
pub const UNREPORTED: &[&str] = &["demonym"];

/// Leaves out the types that no document reports.
pub(crate) fn leave_reported(mentions: &mut Vec<Mention<'static>>) {
    mentions.retain(|mention| !UNREPORTED.contains(&&*mention.kind));
}

/// A list of names of the caller's, whatever holds its bytes.
#[cfg(feature = "gazetteer")]
pub(crate) trait Names: Send + Sync {
    /// Adds the mentions in `text`, from the left, none overlapping another.
    fn find(&self, text: &str, mentions: &mut Vec<Mention<'static>>);

    /// Every match in `text`.
    fn find_all<'s, 'a>(&'s self, text: &'a str) -> Vec<Match<'s, 'a>>;
}

#[cfg(feature = "gazetteer")]
impl<D: AsRef<[u8]> + Send + Sync> Names for qawl_gazetteer::Gazetteer<D> {
    fn find(&self, text: &str, mentions: &mut Vec<Mention<'static>>) {
        mentions.extend(self.find_iter(text).map(|found| found.mention().into_owned()));
    }

    fn find_all<'s, 'a>(&'s self, text: &'a str) -> Vec<Match<'s, 'a>> {
        self.search().policy(Policy::All).find_iter(text).collect()
    }
}

/// Makes one row of the mentions of several lists, one list after the other, by the rule that each
/// list follows: from the left, the longest at each place. Of two that are equally long, the one of
/// the earlier list stays.
#[cfg(feature = "gazetteer")]
pub(crate) fn merge(mentions: &mut Vec<Mention<'static>>) {
    mentions.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
    let mut end = 0;
    mentions.retain(|mention| {
        let free = mention.span.start() >= end;
        if free {
            end = mention.span.end();
        }
        free
    });
}

#[cfg(all(test, feature = "gazetteer"))]
mod tests {
    use qawl_core::Span;

    use super::*;

    fn mention(start: usize, end: usize, name: &'static str) -> Mention<'static> {
        Mention::new(Span::new(start, end), "x", name)
    }

    #[test]
    fn the_leftmost_then_the_longest_then_the_earlier_list() {
        let own = [mention(4, 8, "own"), mention(20, 24, "short")];
        let other = [mention(0, 2, "left"), mention(4, 8, "same"), mention(20, 30, "long")];
        let mut mentions = [&own[..], &other].concat();
        merge(&mut mentions);
        let names: Vec<_> = mentions.iter().map(|mention| &*mention.name).collect();
        assert_eq!(names, ["left", "own", "long"]);
    }
}
