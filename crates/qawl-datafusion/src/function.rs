//! A layer as a function of DataFusion.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::AsArray;
use datafusion::arrow::array::{Array, ArrayRef, StringViewArray};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::datatypes::{Field, FieldRef};
use datafusion::common::{ScalarValue, exec_err};
use datafusion::error::Result;
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};

use crate::arguments::{Argument, Settings, expect_count};
use crate::layer::Layer;
use crate::resources::Resources;
use crate::texts::{dictionary_values, expect_text, plain, texts};

/// A function of a text and constants.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    layer: Layer,
    result: DataType,
    signature: Signature,
    resources: Arc<Resources>,
}

impl Function {
    pub(crate) fn new(layer: Layer, resources: Arc<Resources>) -> Result<Self> {
        // The type is that of no rows, so it is written once.
        let nothing = StringViewArray::new_null(0);
        let result = layer.run(&nothing, &Settings::default(), &resources)?.data_type().clone();
        let signature = Signature::user_defined(Volatility::Immutable);
        Ok(Self { layer, result, signature, resources })
    }

    pub(crate) const fn result(&self) -> &DataType {
        &self.result
    }

    fn settings(&self, constants: &[Option<&ScalarValue>]) -> Result<Settings> {
        Settings::read(self.name(), self.layer.arguments(), constants)
    }

    /// A value for each row.
    fn run(&self, column: &ArrayRef, settings: &Settings) -> Result<ArrayRef> {
        if let Some(dictionary) = column.as_any_dictionary_opt()
            && let Some(values) = dictionary_values(column)
        {
            return Ok(take(&self.run(values, settings)?, dictionary.keys(), None)?);
        }
        let texts = texts(self.name(), &plain(column)?)?;
        self.layer.run(&texts, settings, &self.resources)
    }

    fn check_lists(&self, settings: &Settings) -> Result<()> {
        match &settings.lists {
            Some(expected) if expected != self.resources.lists() => exec_err!(
                "{}: the lists of this process are '{}', expected '{expected}'",
                self.name(),
                self.resources.lists()
            ),
            _ => Ok(()),
        }
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.layer.function()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    /// Text is left as it comes; what is said behind it is a string in some form.
    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        expect_count(self.name(), self.layer.arguments(), types.len())?;
        let Some((text, rest)) = types.split_first() else { return Ok(Vec::new()) };
        expect_text(self.name(), text)?;
        for (argument, other) in self.layer.arguments().iter().zip(rest) {
            if !other.is_string() && !other.is_null() {
                return Err(argument.wrong(self.name(), other));
            }
        }
        Ok(types.to_vec())
    }

    fn return_type(&self, _types: &[DataType]) -> Result<DataType> {
        Ok(self.result.clone())
    }

    /// Names what is wrong with the constants as early as they are known.
    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        self.settings(args.scalar_arguments.get(1..).unwrap_or_default())?;
        Ok(Arc::new(Field::new(self.name(), self.result.clone(), true)))
    }

    /// By now parameters are filled in and constants computed: what is no constant never will be.
    fn simplify(&self, args: Vec<Expr>, _: &SimplifyContext) -> Result<ExprSimplifyResult> {
        for (argument, expr) in self.layer.arguments().iter().zip(args.iter().skip(1)) {
            if !matches!(expr, Expr::Literal(..)) {
                let what = format_args!("{expr}, which is no constant");
                return Err(argument.wrong(self.name(), what));
            }
        }
        Ok(ExprSimplifyResult::Original(args))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let Some((text, rest)) = args.args.split_first() else {
            return exec_err!("{}: no text, expected one", self.name());
        };
        let constants = constants(self.name(), self.layer.arguments(), rest)?;
        let settings = self.settings(&constants)?;
        self.check_lists(&settings)?;
        match text {
            ColumnarValue::Array(column) => Ok(ColumnarValue::Array(self.run(column, &settings)?)),
            ColumnarValue::Scalar(text) => {
                let value = self.run(&text.to_array()?, &settings)?;
                Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&value, 0)?))
            }
        }
    }
}

/// The arguments behind the text. A plan that was not simplified can hold columns there.
fn constants<'a>(
    function: &str,
    arguments: &[Argument],
    values: &'a [ColumnarValue],
) -> Result<Vec<Option<&'a ScalarValue>>> {
    let constant = |(argument, value): (&Argument, &'a ColumnarValue)| match value {
        ColumnarValue::Scalar(value) => Ok(Some(value)),
        ColumnarValue::Array(_) => Err(argument.wrong(function, "a column and no constant")),
    };
    arguments.iter().zip(values).map(constant).collect()
}

/// Two are the same if they do the same to the same text.
impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.layer == other.layer && self.resources.lists() == other.resources.lists()
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.layer, self.resources.lists()).hash(state);
    }
}
