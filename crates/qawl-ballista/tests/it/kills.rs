//! An executor that is killed in the middle of the work.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use tempfile::tempdir;

use crate::cluster::{Cluster, error_of, until};
use crate::texts::{assert_same, expected, found, write};

/// How many files are kept already, in the folder that grows beside `output`.
fn kept(output: &Path) -> usize {
    let prefix = format!("{}.part-", output.file_name().unwrap().to_str().unwrap());
    let beside = fs::read_dir(output.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    let growing =
        beside.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&prefix));
    growing.filter_map(|path| fs::read_dir(path).ok()).map(Iterator::count).sum()
}

/// Annotates again and again; each time an executor is killed after so many files are there. The output
/// must be right, or there must be none.
async fn survive(rounds: usize) {
    let (folder, mut cluster) = (tempdir().unwrap(), Cluster::start(&[]));
    let input = folder.path().join("news");
    write(&input, 16, 6);
    let expected = expected(&input).await;
    for round in 0..rounds {
        let output = folder.path().join(format!("annotated-{round}"));
        let mut command = cluster.annotate(&input, &output, &[]);
        let mut running = command.stderr(Stdio::piped()).spawn().unwrap();
        // From nearly nothing to nearly everything.
        let (files, victim) = (1 + round * 13 / rounds.max(2), round % 2);
        until("some files", || kept(&output) >= files || running.try_wait().unwrap().is_some());
        assert!(running.try_wait().unwrap().is_none(), "round {round} was over before the kill");
        cluster.executors[victim].kill();
        let result = running.wait_with_output().unwrap();
        let told = error_of(&result);
        if result.status.success() {
            assert_same(&found(&output).await, &expected);
            println!("round {round}, killed after {files} files: right");
        } else {
            assert!(
                !output.exists() && told.starts_with("qawl-ballista: "),
                "round {round}: {told}"
            );
            println!("round {round}, killed after {files} files: {told}");
        }
        cluster.replace(victim);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_output_is_right_or_there_is_none() {
    survive(1).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: cargo test --test it -- --ignored --nocapture ten_times"]
async fn the_output_is_right_or_there_is_none_ten_times() {
    survive(10).await;
}
