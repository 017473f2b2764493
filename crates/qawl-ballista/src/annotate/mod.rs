//! The client: files in, annotated files out.
//!
//! A file is a job, and a job is one stage in one task: it reads a file and writes a file. Nothing is
//! shuffled, which is what the loss of an executor was seen to spoil (`docs/SCALE.md`). What a job wrote is
//! counted before it is kept, and the folder gets its name when everything is kept.

use futures::{StreamExt, TryStreamExt, stream};

use crate::args::Annotate;
use crate::failure::Failure;

use files::{Folder, Input};
use job::Jobs;

mod files;
mod job;
mod patience;

pub(crate) async fn run(args: &Annotate) -> Result<(), Failure> {
    let inputs = files::inputs(&args.files, &args.field, &args.id)?;
    let folder = Folder::create(&args.output)?;
    let jobs = Jobs::new(args)?;
    let (jobs, kept) = (&jobs, &folder);
    let rows: usize = stream::iter(&inputs)
        .map(|input| async move { one(args, jobs, kept, input).await })
        .buffer_unordered(args.jobs.get())
        .try_fold(0, |rows, more| async move { Ok(rows + more) })
        .await?;
    folder.finish()?;
    eprintln!("qawl-ballista: {rows} rows of {} files in {}", inputs.len(), args.output.display());
    Ok(())
}

/// Begins a file until it is there, and says how many rows it has.
async fn one(
    args: &Annotate,
    jobs: &Jobs,
    folder: &Folder,
    input: &Input,
) -> Result<usize, Failure> {
    let attempts = args.attempts.get();
    for attempt in 1..=attempts {
        let written = folder.attempt(input, attempt);
        // A job that is given up is cancelled. Should it live on all the same, it writes under a name
        // that nobody looks at.
        let result = jobs.patience.while_work_goes_on(jobs.run(input, &written)).await;
        match result.and_then(|()| folder.keep(input, &written)) {
            Ok(rows) => {
                jobs.patience.renew();
                return Ok(rows);
            }
            Err(failure) if attempt == attempts => {
                let message = format_args!("{failure} (attempt {attempt} of {attempts})");
                return Err(Failure::at(&input.path, message));
            }
            Err(failure) => {
                eprintln!(
                    "qawl-ballista: {}: {failure}; begun anew (attempt {attempt} of {attempts})",
                    input.path.display()
                );
            }
        }
    }
    Err(Failure::at(&input.path, "no attempt was allowed"))
}
