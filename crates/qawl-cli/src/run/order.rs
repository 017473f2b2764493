//! Portions of the input, worked on by several threads, their outcomes taken in order.
//!
//! One thread reads and hands each portion to whichever worker is free, together with a place for the
//! outcome; the places wait in a line of their own, in the order of the input. How much is on the way at
//! once is bounded in bytes, so that a few large documents hold it up as many small ones do.

use std::panic;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::Failure;
use crate::input::portion::{Mark, Portion};
use crate::input::{Input, Reader, Source};
use crate::output::Progressed;

/// How many bytes of input are on the way for each thread, unless one document is longer.
const AHEAD: usize = 256 << 10;

/// What a portion takes beside its bytes: so the number of portions is bounded too.
const OVERHEAD: usize = 1 << 10;

/// What became of a portion.
#[derive(Debug)]
pub(super) struct Outcome<B> {
    pub(super) results: B,
    pub(super) mark: Mark,
    /// How many documents were left out.
    pub(super) left_out: u64,
}

/// The same before anybody is told what is bad in it.
struct Worked<B> {
    results: B,
    mark: Mark,
    bytes: usize,
    documents: u64,
    bad: Vec<Failure>,
    /// Why nothing is to follow.
    end: Option<Failure>,
}

/// Goes through the input behind what an earlier run `progressed`, and hands the outcomes to `take`. The
/// answer, where all went well, is what there is to say about documents that were left out.
pub(super) fn run<B, W>(
    input: &Input,
    progressed: Progressed,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(Outcome<B>) -> Result<(), Failure>,
) -> Result<Option<Failure>, Failure>
where
    B: Default + Send + 'static,
    W: FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
{
    let reader = input.reader().behind(progressed.mark);
    let mut meter = input.job.progress.meter(|| reader.total());
    let (mut documents, mut left_out) = (progressed.documents, progressed.left_out);
    let reader = reader.shown_by(meter.bar());
    let threads = if reader.is_one_document() { 1 } else { input.job.threads() };
    let result = each(input, reader, threads, worker, |worked| {
        let Worked { results, mark, bytes, documents: new, bad, end } = worked;
        documents += new;
        left_out += bad.len() as u64;
        // Before it is noted that they are passed: a run that is killed here and resumed says it again,
        // rather than never.
        bad.iter().for_each(|failure| meter.tell(failure));
        take(Outcome { results, mark, left_out: bad.len() as u64 })?;
        meter.add(bytes, new);
        end.map_or(Ok(()), Err)
    });
    meter.finish();
    result?;
    Ok((left_out > 0).then(|| Failure::Partly(left_out, documents + left_out)))
}

fn each<B, W>(
    input: &Input,
    mut reader: Reader,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(Worked<B>) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    B: Default + Send + 'static,
    W: FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
{
    if threads > 1 {
        return in_parallel(input, reader, threads, worker, take);
    }
    let mut worker = worker();
    while let Some(portion) = reader.next()? {
        take(work(input, &portion, &mut worker))?;
    }
    Ok(())
}

/// Works on the documents of a portion.
fn work<B: Default>(
    input: &Input,
    portion: &Portion,
    worker: &mut impl FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
) -> Worked<B> {
    let (mut results, mut documents, mut bad) = (B::default(), 0, Vec::new());
    let worked = input.documents(&portion.content, |source| match source {
        Ok(source) => {
            documents += 1;
            worker(source, &mut results)
        }
        Err(failure) if input.job.keep_going => {
            bad.push(failure);
            Ok(())
        }
        Err(failure) => Err(failure),
    });
    let (mark, bytes) = (portion.mark, portion.content.len());
    Worked { results, mark, bytes, documents, bad, end: worked.err() }
}

/// A portion on its way to a worker, and where the outcome is to go; none where there is nothing more to do.
type Task<B> = Option<(Portion, SyncSender<Worked<B>>)>;

/// Where the outcome of the next portion will be, and how much of what may be on the way it takes.
type Ticket<B> = Result<(Receiver<Worked<B>>, usize), Failure>;

fn in_parallel<B, W>(
    input: &Input,
    reader: Reader,
    threads: usize,
    worker: impl Fn() -> W + Sync,
    take: impl FnMut(Worked<B>) -> Result<(), Failure>,
) -> Result<(), Failure>
where
    B: Default + Send + 'static,
    W: FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
{
    let (tasks, queue) = mpsc::channel::<Task<B>>();
    let (tickets, line) = mpsc::channel::<Ticket<B>>();
    let (credits, returned) = mpsc::channel::<usize>();
    let queue = Mutex::new(queue);
    let ahead = threads.saturating_mul(AHEAD);
    let last_tasks = tasks.clone();
    // Not of the scope: it may wait for input that never comes when the run has ended.
    let reading = thread::spawn(move || read(reader, ahead, &tasks, &tickets, &returned));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| serve(input, &queue, &mut worker()));
        }
        let taken = take_in_order(line, credits, take);
        (0..threads).for_each(|_| drop(last_tasks.send(None)));
        taken
    })?;
    // The line has ended because reading has, be it in a panic.
    reading.join().unwrap_or_else(|panicked| panic::resume_unwind(panicked));
    Ok(())
}

/// Takes the outcomes in the order of the input. Reading ends, at the latest with the next portion, where
/// both ends are dropped.
fn take_in_order<B>(
    line: Receiver<Ticket<B>>,
    credits: Sender<usize>,
    mut take: impl FnMut(Worked<B>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    for ticket in line {
        let (place, size) = ticket?;
        // A worker that answers nothing has panicked, which the scope passes on.
        let Ok(worked) = place.recv() else { break };
        take(worked)?;
        // Nobody counts where all is read.
        let _ = credits.send(size);
    }
    Ok(())
}

/// Hands out portions until the input ends or nobody takes them.
fn read<B>(
    mut reader: Reader,
    ahead: usize,
    tasks: &Sender<Task<B>>,
    tickets: &Sender<Ticket<B>>,
    returned: &Receiver<usize>,
) {
    let mut on_the_way = 0;
    while let Some(portion) = reader.next().transpose() {
        let portion = match portion {
            Ok(portion) => portion,
            Err(failure) => return drop(tickets.send(Err(failure))),
        };
        let size = portion.content.len() + OVERHEAD;
        while on_the_way > 0 && on_the_way + size > ahead {
            let Ok(size) = returned.recv() else { return };
            on_the_way -= size;
        }
        on_the_way += size;
        let (answer, place) = mpsc::sync_channel(1);
        if tickets.send(Ok((place, size))).is_err() || tasks.send(Some((portion, answer))).is_err()
        {
            return;
        }
    }
}

/// Works on one portion after the other.
fn serve<B: Default>(
    input: &Input,
    queue: &Mutex<Receiver<Task<B>>>,
    worker: &mut impl FnMut(&Source<'_>, &mut B) -> Result<(), Failure>,
) {
    loop {
        // The lock is held while waiting: whoever holds it is the next to be served.
        let task = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Some((portion, answer))) = task else { return };
        // Nobody waits where the run has ended early.
        let _ = answer.send(work(input, &portion, worker));
    }
}
