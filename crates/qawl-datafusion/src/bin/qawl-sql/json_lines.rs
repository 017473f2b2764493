//! JSON lines under the endings that they usually have.

use std::collections::HashMap;
use std::sync::Arc;

use datafusion::catalog::Session;
use datafusion::common::GetExt;
use datafusion::datasource::file_format::json::JsonFormatFactory;
use datafusion::datasource::file_format::{FileFormat, FileFormatFactory};
use datafusion::error::Result;

/// The endings, beside `json`, which DataFusion knows.
pub(crate) const ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

/// JSON as DataFusion reads it, under another ending.
#[derive(Debug)]
pub(crate) struct JsonLines {
    pub(crate) ending: &'static str,
    pub(crate) json: JsonFormatFactory,
}

impl FileFormatFactory for JsonLines {
    fn create(
        &self,
        session: &dyn Session,
        options: &HashMap<String, String>,
    ) -> Result<Arc<dyn FileFormat>> {
        self.json.create(session, options)
    }

    fn default(&self) -> Arc<dyn FileFormat> {
        FileFormatFactory::default(&self.json)
    }
}

impl GetExt for JsonLines {
    fn get_ext(&self) -> String {
        self.ending.to_owned()
    }
}
