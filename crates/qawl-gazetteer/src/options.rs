//! A search that is set up once and run over many texts.

use std::fmt;
use std::sync::Arc;

use qawl_core::Mention;

use crate::gazetteer::Gazetteer;
use crate::left_out::LeftOut;
use crate::policy::Policy;
use crate::search_iter::SearchIter;

/// A search in a gazetteer: which matches are reported where they overlap, how many, of which names.
///
/// What is left out is left out as though the list did not hold it: a shorter name may then be found in
/// its place. Setting up costs a look-up for each name that is left out; the search itself is that of
/// [`Gazetteer::find_iter`] under the default policy, and holds all matches of a stretch in which they
/// overlap under the others.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("بنك مصر", "organization")) // Bank of Egypt
///     .add(Entry::new("مصر", "country")) // Egypt
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
/// let text = "أعلن بنك مصر"; // "the Bank of Egypt announced"
/// let names = |search: qawl_gazetteer::Search<'_, _>| {
///     search.find_iter(text).map(|found| found.as_str()).collect::<Vec<_>>()
/// };
/// assert_eq!(names(gazetteer.search()), ["بنك مصر"]);
/// assert_eq!(names(gazetteer.search().policy(Policy::All)), ["بنك مصر", "مصر"]);
/// assert_eq!(names(gazetteer.search().policy(Policy::All).limit(1)), ["بنك مصر"]);
/// assert_eq!(names(gazetteer.search().only_kinds(["country"])), ["مصر"]);
/// assert_eq!(names(gazetteer.search().without_kinds(["organization"])), ["مصر"]);
/// assert_eq!(names(gazetteer.search().without_names(["بنكُ مِصْرَ"])), ["مصر"]); // with marks
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub struct Search<'g, D> {
    gazetteer: &'g Gazetteer<D>,
    policy: Policy,
    limit: usize,
    left_out: Arc<LeftOut>,
}

impl<'g, D: AsRef<[u8]>> Search<'g, D> {
    pub(crate) fn new(gazetteer: &'g Gazetteer<D>) -> Self {
        let policy = Policy::default();
        Self { gazetteer, policy, limit: usize::MAX, left_out: Arc::default() }
    }

    /// The same, where overlapping matches are reported by `policy`. See the examples of [`Policy`].
    pub fn policy(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }

    /// The same, ending behind the first `limit` matches of a text. See the example of [`Search`] for
    /// this and those that follow.
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The same for entries of these types alone. Called again, it adds more of them.
    pub fn only_kinds<K: Into<String>>(mut self, kinds: impl IntoIterator<Item = K>) -> Self {
        let left_out = Arc::make_mut(&mut self.left_out);
        kinds.into_iter().for_each(|kind| left_out.seek_only(kind.into()));
        self
    }

    /// The same without entries of these types.
    pub fn without_kinds<K: Into<String>>(mut self, kinds: impl IntoIterator<Item = K>) -> Self {
        let left_out = Arc::make_mut(&mut self.left_out);
        kinds.into_iter().for_each(|kind| left_out.leave_kind(kind.into()));
        self
    }

    /// The same without these names: a stop list. They are folded as the names of the list are, and
    /// left out behind proclitics too. Words that are no name of the list change nothing.
    pub fn without_names<N: AsRef<str>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let left_out = Arc::make_mut(&mut self.left_out);
        let (file, fold) = (self.gazetteer.file(), self.gazetteer.folding());
        names.into_iter().for_each(|name| left_out.leave_name(file, fold, name.as_ref()));
        self
    }

    /// The matches in `text`, sorted by where the names start, the longest first of those that start
    /// together.
    pub fn find_iter<'a>(&self, text: &'a str) -> SearchIter<'g, 'a, D> {
        let left_out = (!self.left_out.is_empty()).then(|| Arc::clone(&self.left_out));
        let names = self.gazetteer.find_iter(text).without(left_out);
        SearchIter::new(names, self.policy, self.limit)
    }

    /// The matches in `text` as mentions; see [`find_iter`](Search::find_iter).
    pub fn mentions(&self, text: &str) -> Vec<Mention<'g>> {
        self.find_iter(text).map(|found| found.mention()).collect()
    }
}

impl<D> Clone for Search<'_, D> {
    fn clone(&self) -> Self {
        Self { left_out: Arc::clone(&self.left_out), ..*self }
    }
}

impl<D: AsRef<[u8]>> fmt::Debug for Search<'_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Search")
            .field("gazetteer", &self.gazetteer)
            .field("policy", &self.policy)
            .field("limit", &self.limit)
            .field("left_out", &self.left_out)
            .finish()
    }
}
