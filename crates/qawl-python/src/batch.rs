//! Many texts on several threads, while other threads of Python run.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use crate::text::{encoded, utf8};

/// Bytes of text for each thread in a portion. Between portions signals are heard, so that Ctrl-C ends
/// a long call, and texts that come from a generator are not all held at once.
const PORTION: usize = 1 << 20;

/// More threads than that are not begun: some systems end a program that wants ten thousand.
const MOST_THREADS: usize = 1024;

/// A text, and the same as UTF-8.
type Encoded<'py> = (Bound<'py, PyString>, Vec<u8>);

/// Does `work` with each text, on so many threads, and with what came of it `finish`, in order.
pub(crate) fn each<'py, R: Send>(
    texts: &Bound<'py, PyAny>,
    threads: Option<usize>,
    work: impl Fn(&str) -> R + Sync,
    finish: impl Fn(&Bound<'py, PyString>, R) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyList>> {
    let (py, threads) = (texts.py(), threads_of(threads)?);
    if texts.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("texts is one str, expected a list or iterable of str"));
    }
    let all = PyList::empty(py);
    let mut texts = texts.try_iter()?.enumerate();
    loop {
        let portion = take(&mut texts, PORTION.saturating_mul(threads))?;
        if portion.is_empty() {
            return Ok(all);
        }
        let read: Vec<_> = portion.iter().map(|(_, bytes)| utf8(bytes)).collect();
        let found = py.detach(|| map(&read, threads, |text| work(text)));
        for ((text, _), found) in portion.iter().zip(found) {
            all.append(finish(text, found)?)?;
        }
        py.check_signals()?;
    }
}

/// The next texts, until they are so many bytes.
fn take<'py>(
    texts: &mut impl Iterator<Item = (usize, PyResult<Bound<'py, PyAny>>)>,
    most: usize,
) -> PyResult<Vec<Encoded<'py>>> {
    let (mut portion, mut bytes) = (Vec::new(), 0);
    while bytes < most
        && let Some((at, text)) = texts.next()
    {
        let text =
            text?.cast_into::<PyString>().map_err(|error| wrong_text(at, &error.into_inner()))?;
        let code = encoded(&text)?;
        bytes += code.len().max(1);
        portion.push((text, code));
    }
    Ok(portion)
}

fn wrong_text(at: usize, found: &Bound<'_, PyAny>) -> PyErr {
    let found = found.get_type();
    PyTypeError::new_err(format!("texts[{at}] is of {found}, expected a str"))
}

/// As many as were asked for, or as the machine runs at once.
pub(crate) fn threads_of(threads: Option<usize>) -> PyResult<usize> {
    match threads {
        Some(0) => Err(PyValueError::new_err("threads is 0, expected at least 1, or None for all")),
        Some(threads) => Ok(threads.min(MOST_THREADS)),
        None => Ok(thread::available_parallelism().map_or(1, Into::into)),
    }
}

/// Maps the items, on so many threads at most, in order. Threads take some items at a time, so that a
/// long one holds nobody up.
fn map<T: Sync, R: Send>(items: &[T], threads: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = threads.min(items.len());
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let (next, step) = (AtomicUsize::new(0), (items.len() / (threads * 16)).max(1));
    let run = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(step, Ordering::Relaxed);
            let some = items.get(start..items.len().min(start + step)).unwrap_or_default();
            if some.is_empty() {
                return done;
            }
            done.push((start, some.iter().map(&work).collect::<Vec<R>>()));
        }
    };
    let mut done = thread::scope(|scope| {
        // As many as the system gives: with fewer it takes longer, and nothing else.
        let start = |_| thread::Builder::new().spawn_scoped(scope, run).ok();
        let others: Vec<_> = (1..threads).map_while(start).collect();
        let mut done = run();
        for other in others {
            // A thread that panicked panics here; nothing that runs over a text does.
            done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|&(start, _)| start);
    done.into_iter().flat_map(|(_, found)| found).collect()
}
