//! The names of one body: «الفيفا» (FIFA) is «الاتحاد الدولي لكرة القدم» (the international federation of
//! football) where the text has both and the caller's list knows them to be one.

use std::collections::HashMap;

use qawl_core::{Mention, Span};

use crate::items::Entity;

/// Where the fullest name of a body stands, for each mention that has a shorter one; in their order.
#[derive(Debug, Default)]
pub(crate) struct Namesakes(Vec<(u32, Span)>);

impl Namesakes {
    pub(crate) fn new(text: &str, mentions: &[Mention<'_>]) -> Self {
        let words = |span: Span| span.get(text).map_or(0, |name| name.split_whitespace().count());
        let body = |(_, mention): &(u32, &Mention<'_>)| Entity::of(mention) == Entity::Body;
        let bodies = || (0..).zip(mentions).filter(body);
        let mut fullest: HashMap<&str, Span> = HashMap::new();
        for (_, mention) in bodies() {
            let Some(id) = mention.id.as_deref() else { continue };
            let known = fullest.entry(id).or_insert(mention.span);
            if words(mention.span) > words(*known) {
                *known = mention.span;
            }
        }
        let shorter = bodies().filter_map(|(number, mention)| {
            let full = *fullest.get(mention.id.as_deref()?)?;
            (words(full) > words(mention.span)).then_some((number, full))
        });
        Self(shorter.collect())
    }

    /// The place of the fullest name of what the mention of that number names in fewer words.
    pub(crate) fn fullest(&self, mention: u32) -> Option<Span> {
        let found = self.0.binary_search_by_key(&mention, |&(number, _)| number).ok()?;
        self.0.get(found).map(|&(_, span)| span)
    }
}
