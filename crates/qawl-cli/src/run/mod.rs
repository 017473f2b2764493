//! From documents to results, in their order, on one thread or several.

use crate::args::Target;
use crate::error::Failure;
use crate::input::{Input, Source};
use crate::output::{Output, Progressed};
use crate::run::order::Outcome;

mod order;

/// What stands around the results of documents.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layout {
    /// Before the first.
    header: &'static str,
    /// Between two.
    between: &'static str,
}

impl Layout {
    /// Lines that name their document, or need not.
    pub(crate) const LINES: Self = Self { header: "", between: "" };
    /// Blocks of lines that do not name it, with an empty line between.
    pub(crate) const BLOCKS: Self = Self { header: "", between: "\n" };

    /// Lines below one that names their columns.
    pub(crate) const fn table(header: &'static str) -> Self {
        Self { header, between: "" }
    }
}

/// Renders every document and writes it as a whole: where a later one fails, the earlier ones stand
/// complete on standard output. `worker` makes what renders, once for each thread.
pub(crate) fn each<W>(
    input: &Input,
    target: &Target,
    layout: Layout,
    worker: impl Fn() -> W + Sync,
) -> Result<(), Failure>
where
    W: FnMut(&Source<'_>, &mut Vec<u8>) -> Result<(), Failure>,
{
    let mut output = match input.job.resume {
        true => Output::resume(target.file())?,
        false => Output::open(target.file())?,
    };
    let mut progressed = output.progressed();
    let worker = || {
        let mut render = worker();
        move |source: &Source<'_>, block: &mut Block| block.add(source, layout, &mut render)
    };
    let ended = order::run(input, progressed, worker, |outcome: Outcome<Block>| {
        let Block { bytes, documents } = outcome.results;
        if documents > 0 {
            let is_first = progressed.documents == 0;
            output.write(if is_first { layout.header } else { layout.between }.as_bytes())?;
        }
        output.write(&bytes)?;
        progressed.add(outcome.mark, documents, outcome.left_out);
        output.reached(progressed)
    });
    let (result, left_out) = match ended {
        Ok(left_out) => (Ok(()), left_out),
        Err(failure) => (Err(failure), None),
    };
    output.finish(result)?;
    left_out.map_or(Ok(()), Err)
}

/// Works on every document, then takes what became of it, in the order of the documents; for formats of
/// more than one file.
pub(crate) fn collect<W, T: Send + 'static>(
    input: &Input,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    W: FnMut(&Source<'_>) -> Result<T, Failure>,
{
    let worker = || {
        let mut work = worker();
        move |source: &Source<'_>, results: &mut Vec<T>| {
            results.push(work(source)?);
            Ok(())
        }
    };
    portions(input, worker, |results: Vec<T>| results.into_iter().try_for_each(&mut take))
}

/// Works on every document, then takes what became of those of a portion together, in their order.
pub(crate) fn portions<W, B: Default + Send + 'static>(
    input: &Input,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(B) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    W: FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
{
    let progressed = Progressed::default();
    let left_out = order::run(input, progressed, worker, |outcome| take(outcome.results))?;
    left_out.map_or(Ok(()), Err)
}

/// The results of a portion's documents.
#[derive(Debug, Default)]
struct Block {
    bytes: Vec<u8>,
    documents: u64,
}

impl Block {
    fn add(
        &mut self,
        source: &Source<'_>,
        layout: Layout,
        render: &mut impl FnMut(&Source<'_>, &mut Vec<u8>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let before = self.bytes.len();
        if self.documents > 0 {
            self.bytes.extend_from_slice(layout.between.as_bytes());
        }
        // What a failed document left is no result.
        render(source, &mut self.bytes).inspect_err(|_| self.bytes.truncate(before))?;
        self.documents += 1;
        Ok(())
    }
}
