//! All functions, opened together.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::datatypes::DataType;
use datafusion::catalog::TableFunctionImpl;
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::{
    ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use datafusion::prelude::SessionContext;

use crate::config::Config;
use crate::function::Function;
use crate::layer::Layer;
use crate::resources::Resources;
use crate::rows::RowsOf;

/// Adds the functions to a session: the same as [`Functions::open`] and [`Functions::register`].
///
/// ```
/// use datafusion::prelude::SessionContext;
/// use qawl_datafusion::{Config, register};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> datafusion::error::Result<()> {
/// let session = SessionContext::new();
/// register(&session, &Config::new())?;
/// let school = session.sql("SELECT qawl_normalize('مدرسة', 'SEARCH')").await?; // "school"
/// assert!(school.to_string().await?.contains("مدرسه"));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Where a list cannot be opened; the error names the file.
pub fn register(session: &SessionContext, config: &Config) -> Result<()> {
    Functions::open(config)?.register(session);
    Ok(())
}

/// The functions with what they know. A clone shares it.
///
/// ```
/// use qawl_datafusion::{Config, Functions};
///
/// let functions = Functions::open(&Config::new())?;
/// let names: Vec<_> = functions.scalar().iter().map(|function| function.name().to_owned()).collect();
/// assert!(names.contains(&"qawl_quotes".to_owned()));
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Functions {
    scalar: Vec<Arc<ScalarUDF>>,
    tables: Vec<RowsOf>,
    resources: Arc<Resources>,
}

impl Functions {
    /// Opens the lists that `config` names and checks them. What is open already in this process, and
    /// has not changed on the disk, is shared.
    ///
    /// # Errors
    ///
    /// Where a list cannot be opened; the error names the file.
    pub fn open(config: &Config) -> Result<Self> {
        let resources = Resources::open(config)?;
        let (mut scalar, mut tables) = (Vec::new(), Vec::new());
        for layer in Layer::EVERY {
            let function = Function::new(layer, Arc::clone(&resources))?;
            let result = function.result().clone();
            let function = Arc::new(ScalarUDF::from(function));
            tables.extend(RowsOf::new(&function, &result));
            scalar.push(function);
        }
        let lists = Lists { resources: Arc::clone(&resources), signature: no_arguments() };
        scalar.push(Arc::new(ScalarUDF::from(lists)));
        Ok(Self { scalar, tables, resources })
    }

    /// The scalar functions, for registries other than a session's.
    #[must_use]
    pub fn scalar(&self) -> &[Arc<ScalarUDF>] {
        &self.scalar
    }

    /// Adds them, the table functions too, to a session.
    pub fn register(&self, session: &SessionContext) {
        for function in &self.scalar {
            session.register_udf(ScalarUDF::clone(function));
        }
        for table in &self.tables {
            let implementation: Arc<dyn TableFunctionImpl> = Arc::new(table.clone());
            session.register_udtf(table.name(), implementation);
        }
    }

    /// What names are known: the version of qawl and the SHA-256 of each list. Where it is the same in
    /// two processes, the functions give the same.
    ///
    /// ```
    /// use qawl_datafusion::{Config, Functions};
    ///
    /// let lists = Functions::open(&Config::new())?.lists().to_owned();
    /// assert_eq!(lists, concat!("qawl ", env!("CARGO_PKG_VERSION"))); // with «لندن», "London", and others
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    #[must_use]
    pub fn lists(&self) -> &str {
        self.resources.lists()
    }
}

/// `qawl_lists()`
#[derive(Debug)]
struct Lists {
    resources: Arc<Resources>,
    signature: Signature,
}

fn no_arguments() -> Signature {
    // Stable, not immutable: where a plan is made, another process may answer than where it runs.
    Signature::nullary(Volatility::Stable)
}

impl ScalarUDFImpl for Lists {
    fn name(&self) -> &'static str {
        "qawl_lists"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(DataType::Utf8View)
    }

    fn invoke_with_args(&self, _args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let lists = Some(self.resources.lists().to_owned());
        Ok(ColumnarValue::Scalar(ScalarValue::Utf8View(lists)))
    }
}

impl PartialEq for Lists {
    fn eq(&self, other: &Self) -> bool {
        self.resources.lists() == other.resources.lists()
    }
}

impl Eq for Lists {}

impl Hash for Lists {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.resources.lists().hash(state);
    }
}
