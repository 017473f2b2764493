//! When a job is given up.

use std::future::Future;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// A limit of the time in which nothing is finished. Jobs wait for each other's tasks: as long as some are
/// finished, the others are not late.
#[derive(Debug)]
pub(crate) struct Patience {
    limit: Duration,
    last: Mutex<Instant>,
}

impl Patience {
    pub(crate) fn new(limit: Duration) -> Self {
        Self { limit, last: Mutex::new(Instant::now()) }
    }

    /// Something is finished.
    pub(crate) fn renew(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// Waits for a job. One that is given up is dropped.
    pub(crate) async fn while_work_goes_on(
        &self,
        job: impl Future<Output = Result<(), Failure>>,
    ) -> Result<(), Failure> {
        let (begun, mut job) = (Instant::now(), pin!(job));
        loop {
            let deadline = self.last().max(begun) + self.limit;
            tokio::select! {
                result = &mut job => return result,
                () = tokio::time::sleep_until(deadline.into()) => {}
            }
            if deadline >= self.last().max(begun) + self.limit {
                let seconds = self.limit.as_secs();
                return Err(Failure::new(format_args!("nothing was finished for {seconds} s")));
            }
        }
    }

    fn last(&self) -> Instant {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_millis(500);

    #[tokio::test]
    async fn ends_when_nothing_is_finished() {
        let error = Patience::new(LIMIT).while_work_goes_on(std::future::pending()).await;
        assert_eq!(error.unwrap_err().to_string(), "nothing was finished for 0 s");
    }

    #[tokio::test]
    async fn lasts_while_others_are_finished() {
        let patience = Patience::new(LIMIT);
        let job = async {
            tokio::time::sleep(LIMIT * 3).await;
            Ok(())
        };
        let others = async {
            for _ in 0..12 {
                tokio::time::sleep(LIMIT / 4).await;
                patience.renew();
            }
        };
        let (job, ()) = tokio::join!(patience.while_work_goes_on(job), others);
        assert!(job.is_ok());
    }
}
