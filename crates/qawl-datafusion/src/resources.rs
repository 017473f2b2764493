//! What is opened once and then serves all batches and threads.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::time::SystemTime;

use datafusion::common::plan_datafusion_err;
use datafusion::error::Result;
use qawl::segment::Cache;
use qawl::{Gazetteer, Pipeline, PipelineBuilder, Segmenter};
use sha2::{Digest, Sha256};

use crate::config::Config;

/// One for each configuration in a process.
#[derive(Debug)]
pub(crate) struct Resources {
    pub(crate) sentences: Pipeline,
    pub(crate) tokens: Pipeline,
    pub(crate) mentions: Pipeline,
    pub(crate) quotes: Pipeline,
    /// All of these layers.
    pub(crate) all: Pipeline,
    pub(crate) segmenter: Segmenter,
    /// Of those that cut words at the moment, each has one out.
    caches: Mutex<Vec<Cache>>,
    lists: String,
}

/// A list of names as it is on the disk, to be known again.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Stamp(u64, Option<SystemTime>);

/// Those that are in use.
type Opened = HashMap<(Config, Vec<Stamp>), Weak<Resources>>;

static OPENED: LazyLock<Mutex<Opened>> = LazyLock::new(Mutex::default);

impl Resources {
    /// Opens what `config` names, unless it is open already.
    pub(crate) fn open(config: &Config) -> Result<Arc<Self>> {
        let stamps = config.gazetteers().map(stamp).collect::<Result<_>>()?;
        let key = (config.clone(), stamps);
        // Kept locked, so that of two threads one opens the lists and the other waits.
        let mut opened = lock(&OPENED);
        if let Some(resources) = opened.get(&key).and_then(Weak::upgrade) {
            return Ok(resources);
        }
        opened.retain(|_, resources| resources.strong_count() > 0);
        let resources = Arc::new(Self::read(config)?);
        opened.insert(key, Arc::downgrade(&resources));
        Ok(resources)
    }

    fn read(config: &Config) -> Result<Self> {
        let mut names = Pipeline::builder();
        let mut lists = concat!("qawl ", env!("CARGO_PKG_VERSION")).to_owned();
        for file in config.gazetteers() {
            let bytes = fs::read(file).map_err(|error| unopened(file, error))?;
            lists.push_str(", sha256:");
            for byte in Sha256::digest(&bytes) {
                // Nothing that is written into a string fails.
                let _ = write!(lists, "{byte:02x}");
            }
            names = names.gazetteer(Gazetteer::open(bytes).map_err(|error| unopened(file, error))?);
        }
        if !config.has_embedded_names() {
            names = names.without_embedded_names();
            lists.push_str(", without embedded names");
        }
        Ok(Self::with(names.without_segmentation(), lists))
    }

    fn with(names: PipelineBuilder, lists: String) -> Self {
        let tokens = || names.clone().without_mentions().without_quotes();
        let quotes = names.clone().without_sentences().without_tokens();
        Self {
            sentences: tokens().without_tokens().build(),
            tokens: tokens().without_sentences().build(),
            mentions: quotes.clone().without_quotes().build(),
            quotes: quotes.build(),
            all: names.build(),
            segmenter: Segmenter::embedded(),
            caches: Mutex::default(),
            lists,
        }
    }

    /// What names are known here, in a form that can be compared.
    pub(crate) fn lists(&self) -> &str {
        &self.lists
    }

    /// Runs with a cache of words, which remembers those of former runs.
    pub(crate) fn with_cache<T>(&self, run: impl FnOnce(&mut Cache) -> T) -> T {
        let mut cache = lock(&self.caches).pop().unwrap_or_default();
        let result = run(&mut cache);
        lock(&self.caches).push(cache);
        result
    }
}

fn stamp(file: &Path) -> Result<Stamp> {
    let metadata = fs::metadata(file).map_err(|error| unopened(file, error))?;
    Ok(Stamp(metadata.len(), metadata.modified().ok()))
}

fn unopened(file: &Path, error: impl std::fmt::Display) -> datafusion::error::DataFusionError {
    plan_datafusion_err!(
        "qawl_mentions, qawl_quotes, qawl_annotate: {}: {error}; \
         expected a list compiled by `qawl gazetteer build`",
        file.display()
    )
}

/// What is behind these locks is whole at any time.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
