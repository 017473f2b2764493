//! Paths of facets.

use qawl::{Mention, Normalizer};

/// The first part of the path of a speaker.
const SPEAKER: &str = "speaker";

/// Writes paths as tantivy's `Facet` is written: `/city/GN:108410`, a slash within a part behind a
/// backslash.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    normalizer: Normalizer,
}

impl Paths {
    pub(crate) const fn new(normalizer: Normalizer) -> Self {
        Self { normalizer }
    }

    /// Type and identifier, or type and name where the list gives no identifier.
    pub(crate) fn of_mention(&self, mention: &Mention<'_>) -> String {
        match &mention.id {
            Some(id) => join(&mention.kind, id),
            None => join(&mention.kind, &self.normalizer.normalize(&mention.name)),
        }
    }

    pub(crate) fn of_speaker(&self, name: &str) -> String {
        join(SPEAKER, &self.normalizer.normalize(name))
    }
}

fn join(first: &str, second: &str) -> String {
    let mut path = String::with_capacity(first.len() + second.len() + 2);
    for part in [first, second] {
        path.push('/');
        // U+0000 is what stands between the parts in tantivy's own encoding.
        for character in part.chars().filter(|&character| character != '\0') {
            if character == '/' || character == '\\' {
                path.push('\\');
            }
            path.push(character);
        }
    }
    path
}

/// The first part of a path, which is the facet above it.
pub(crate) fn above(path: &str) -> &str {
    let mut escaped = false;
    for (at, character) in path.char_indices().skip(1) {
        if character == '/' && !escaped {
            return path.get(..at).unwrap_or(path);
        }
        escaped = character == '\\' && !escaped;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_within_a_part_are_no_parts() {
        let path = join("a/b", r"c\d/e");
        assert_eq!(path, r"/a\/b/c\\d\/e");
        assert_eq!(above(&path), r"/a\/b");
        assert_eq!(above("/a"), "/a");
        assert_eq!(above(""), "");
        assert_eq!(above(r"/a\\/b"), r"/a\\");
    }
}
