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

/// Without the types that no document reports.
pub(crate) fn reported(mut mentions: Vec<Mention<'static>>) -> Vec<Mention<'static>> {
    mentions.retain(|mention| !UNREPORTED.contains(&&*mention.kind));
    mentions
}

/// A list of names of the caller's, whatever holds its bytes.
#[cfg(feature = "gazetteer")]
pub(crate) trait Names: Send + Sync {
    /// The mentions in `text`, from the left, none overlapping another.
    fn find(&self, text: &str) -> Vec<Mention<'static>>;

    /// Every match in `text`.
    fn find_all<'s, 'a>(&'s self, text: &'a str) -> Vec<Match<'s, 'a>>;
}

#[cfg(feature = "gazetteer")]
impl<D: AsRef<[u8]> + Send + Sync> Names for qawl_gazetteer::Gazetteer<D> {
    fn find(&self, text: &str) -> Vec<Mention<'static>> {
        self.find_iter(text).map(|found| found.mention().into_owned()).collect()
    }

    fn find_all<'s, 'a>(&'s self, text: &'a str) -> Vec<Match<'s, 'a>> {
        self.search().policy(Policy::All).find_iter(text).collect()
    }
}

/// One row of the mentions of several lists, by the rule that each list follows: from the left,
/// the longest at each place. Of two that are equally long, the one of the earlier list stays.
#[cfg(feature = "gazetteer")]
pub(crate) fn merge(lists: Vec<Vec<Mention<'static>>>) -> Vec<Mention<'static>> {
    let several = lists.len() > 1;
    let mut lists = lists.into_iter();
    let mut mentions = lists.next().unwrap_or_default();
    mentions.extend(lists.flatten());
    if several {
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
    mentions
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
        let own = vec![mention(4, 8, "own"), mention(20, 24, "short")];
        let other = vec![mention(0, 2, "left"), mention(4, 8, "same"), mention(20, 30, "long")];
        let merged = merge(vec![own, other]);
        let names: Vec<_> = merged.iter().map(|mention| &*mention.name).collect();
        assert_eq!(names, ["left", "own", "long"]);
    }
}
