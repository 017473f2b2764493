//! How runs end: killed, told to end, on a full disk, with nobody reading on; and going on from there.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::fs;
use std::io::Write;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::{command, documents, folder, names_in, qawl_in, run};

/// Starts a run and kills it after a time; whether it had ended by itself.
fn killed_after(time: Duration, folder: &Path, args: &[&str]) -> bool {
    let mut child = command(folder, args).stdin(Stdio::null()).spawn().unwrap();
    thread::sleep(time);
    child.kill().unwrap();
    child.wait().unwrap().code().is_some()
}

/// Waits until something is so.
fn wait_for(mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(60), "waited for too long");
        thread::sleep(Duration::from_millis(2));
    }
}

fn send(signal: &str, child: &Child) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(sent.unwrap().success());
}

fn is_unfinished(name: &str) -> bool {
    name.starts_with(".qawl-")
}

#[test]
fn a_run_that_is_killed_leaves_a_whole_file_or_none() {
    let folder = folder(&[("in.jsonl", documents(300, 4).as_bytes())]);
    let args = ["annotate", "--jsonl", "in.jsonl", "--threads", "2", "-o", "out.jsonl"];
    let begun = Instant::now();
    qawl_in(folder.path(), &args, "").lines();
    let took = begun.elapsed();
    let out = folder.path().join("out.jsonl");
    let whole = fs::read(&out).unwrap();
    fs::remove_file(&out).unwrap();
    let mut random: u32 = 1;
    let mut unfinished = 0;
    for _ in 0..100 {
        // Numerical Recipes' generator: the same moments each time, as far as the machine is the same.
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        killed_after(
            took.mul_f64(1.2 * f64::from(random) / f64::from(u32::MAX)),
            folder.path(),
            &args,
        );
        match fs::read(&out) {
            Ok(left) => assert!(left == whole, "{} of {} bytes", left.len(), whole.len()),
            Err(_) => unfinished += 1,
        }
        for name in names_in(folder.path()).iter().filter(|&name| name != "in.jsonl") {
            assert!(is_unfinished(name) || name == "out.jsonl", "{name}");
            fs::remove_file(folder.path().join(name)).unwrap();
        }
    }
    assert!(unfinished > 0);
}

#[test]
fn a_resumed_run_ends_as_one_that_was_never_killed() {
    let good = documents(500, 12);
    let lines = format!("{{\n{good}[]\n{good}");
    let folder = folder(&[("in.jsonl", lines.as_bytes()), ("more.jsonl", b"{\n{\"text\": \"\"}")]);
    for format in ["json", "text", "speakers"] {
        let args =
            ["quotes", "--format", format, "--keep-going", "--jsonl", "in.jsonl", "more.jsonl"];
        let whole = qawl_in(folder.path(), &args, "");
        assert_eq!(whole.code, Some(1));
        let args = [&args[..], &["--resume", "-o", "out", "--threads"]].concat();
        let mut kills = 0;
        while fs::metadata(folder.path().join("out")).is_err() {
            kills += 1;
            let threads = if kills % 2 == 0 { "1" } else { "2" };
            // Ever longer, so that it comes to an end on any machine.
            let time = Duration::from_millis(110 + 15 * kills);
            killed_after(time, folder.path(), &[&args[..], &[threads]].concat());
        }
        let resumed = fs::read_to_string(folder.path().join("out")).unwrap();
        assert!(resumed == whole.stdout, "{format}, killed {kills} times");
        fs::remove_file(folder.path().join("out")).unwrap();
        // One that was killed between its last two steps leaves this.
        let _ = fs::remove_file(folder.path().join("out.part.state"));
        assert_eq!(names_in(folder.path()), ["in.jsonl", "more.jsonl"]);
    }
}

/// Reads some lines again and again and is killed while more could come; how often it was.
fn half_done(folder: &Path, args: &[&str], lines: &str) -> usize {
    let mut child = command(folder, args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut times = 0;
    // States are noted from time to time: some input has to come after the first of them.
    wait_for(|| {
        stdin.write_all(lines.as_bytes()).unwrap();
        times += 1;
        thread::sleep(Duration::from_millis(30));
        let states = fs::read_to_string(folder.join("out.part.state"));
        states.is_ok_and(|states| states.lines().count() > 2)
    });
    child.kill().unwrap();
    child.wait().unwrap();
    times
}

#[test]
fn a_run_is_resumed_with_the_same_command_and_input_alone() {
    let folder = folder(&[]);
    let args = ["tokenize", "--jsonl", "--resume", "-o", "out"];
    let lines = documents(5, 1);
    let times = half_done(folder.path(), &args, &lines);
    let refusal = |args: &[&str], stdin: &str| {
        let refusal = qawl_in(folder.path(), args, stdin).refusal().to_owned();
        assert!(fs::read(folder.path().join("out.part")).unwrap().starts_with(b"{\"schema\""));
        refusal
    };
    let another = refusal(&[&args[..], &["--offsets", "chars"]].concat(), &lines);
    assert!(another.starts_with("out.part: was begun by another command"), "{another}");
    let changed = "out.part: the input that was read already has changed since; expected the same, or \
                   remove it to begin again";
    assert_eq!(refusal(&args, &lines.replace("d3", "d4")), changed);
    assert_eq!(refusal(&args, ""), changed);
    let longer = lines.repeat(times + 3);
    qawl_in(folder.path(), &[&args[..], &["--threads", "3"]].concat(), &longer).lines();
    let resumed = fs::read_to_string(folder.path().join("out")).unwrap();
    assert!(resumed == qawl_in(folder.path(), &["tokenize", "--jsonl"], &longer).stdout);
    // What is nobody's results is not written over.
    fs::write(folder.path().join("out.part"), "mine").unwrap();
    let foreign = qawl_in(folder.path(), &args, &lines);
    assert!(foreign.refusal().starts_with("out.part: is of no run that can be resumed"));
    assert_eq!(fs::read(folder.path().join("out.part")).unwrap(), b"mine");
}

#[test]
fn two_runs_do_not_write_one_file() {
    let folder = folder(&[]);
    let args = ["tokenize", "--jsonl", "--resume", "-o", "out"];
    let mut first = command(folder.path(), &args).spawn().unwrap();
    wait_for(|| folder.path().join("out.part.state").exists());
    let second = qawl_in(folder.path(), &args, "");
    assert_eq!(second.refusal(), "out.part: another run is writing it");
    drop(first.stdin.take());
    assert_eq!(first.wait().unwrap().code(), Some(0));
    let refusal = |args: &[&str]| qawl_in(folder.path(), args, "").refusal().to_owned();
    assert!(refusal(&["tokenize", "--resume"]).contains("--output"));
    assert_eq!(refusal(&["tokenize", "--resume", "-o", "-"]), "--resume goes with -o and a file");
}

#[test]
fn a_signal_ends_the_run_and_removes_what_is_unfinished() {
    for (signal, number) in [("-INT", 2), ("-TERM", 15), ("-HUP", 1)] {
        if is_ignored(number) {
            eprintln!("{signal} is ignored by whoever runs the tests, so by the command too");
            continue;
        }
        let folder = folder(&[("out", b"as it was")]);
        let args = ["tokenize", "--jsonl", "-o", "out"];
        // It waits for input that does not come.
        let mut child = command(folder.path(), &args).spawn().unwrap();
        wait_for(|| names_in(folder.path()).iter().any(|name| is_unfinished(name)));
        send(signal, &child);
        assert_eq!(child.wait().unwrap().signal(), Some(number));
        assert_eq!(names_in(folder.path()), ["out"]);
        assert_eq!(fs::read(folder.path().join("out")).unwrap(), b"as it was");
    }
}

/// Whether a signal is ignored here, as a job of a shell in the background ignores Ctrl-C: children
/// begin with the same. Where nobody tells, it is not.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}

#[cfg(target_os = "linux")]
#[test]
fn a_signal_that_is_to_be_ignored_is() {
    let folder = folder(&[]);
    let mut shell = Command::new("sh");
    let program = command(folder.path(), &[]).get_program().to_owned();
    shell.arg("-c").arg("trap '' HUP; exec \"$0\" tokenize --jsonl -o out").arg(program);
    let mut child = shell.current_dir(folder.path()).stdin(Stdio::piped()).spawn().unwrap();
    wait_for(|| names_in(folder.path()).iter().any(|name| is_unfinished(name)));
    send("-HUP", &child);
    drop(child.stdin.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(names_in(folder.path()), ["out"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    let lines = documents(400, 9);
    let folder = folder(&[("in.jsonl", lines.as_bytes())]);
    for threads in ["1", "4"] {
        let args = ["tokenize", "--jsonl", "in.jsonl", "--threads", threads, "-o", "/dev/full"];
        let said = "/dev/full: cannot be written: No space left on device (os error 28)";
        assert_eq!(qawl_in(folder.path(), &args, "").refusal(), said);
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let args = ["tokenize", "--jsonl", "in.jsonl", "--threads", threads];
        let mut standard = command(folder.path(), &args);
        standard.stdout(full);
        let said = "standard output: No space left on device (os error 28)";
        assert_eq!(run(&mut standard, "").refusal(), said);
    }
    // Files may not grow past some blocks: the nearest thing to a full disk that needs no rights. What is
    // resumable stays, and goes on when there is room.
    let limited = |arguments: &str| {
        let script = format!(
            "ulimit -f 200; trap '' XFSZ; exec \"$0\" tokenize --jsonl in.jsonl {arguments}"
        );
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(script).arg(command(folder.path(), &[]).get_program());
        shell.current_dir(folder.path()).stdin(Stdio::piped());
        run(shell.stdout(Stdio::piped()).stderr(Stdio::piped()), "").refusal().to_owned()
    };
    assert!(limited("-o out").starts_with("out: cannot be written: File too large"));
    assert_eq!(names_in(folder.path()), ["in.jsonl"]);
    assert!(limited("-o out --resume").starts_with("out.part: cannot be written: File too large"));
    let args = ["tokenize", "--jsonl", "in.jsonl", "-o", "out", "--resume"];
    qawl_in(folder.path(), &args, "").lines();
    let whole = qawl_in(folder.path(), &["tokenize", "--jsonl", "in.jsonl"], "").stdout;
    assert!(fs::read_to_string(folder.path().join("out")).unwrap() == whole);
    assert_eq!(names_in(folder.path()), ["in.jsonl", "out"]);
}

#[test]
fn nobody_reading_on_is_no_error_on_any_number_of_threads() {
    let folder = folder(&[("in.jsonl", documents(2000, 9).as_bytes())]);
    for threads in ["1", "4"] {
        let args = ["tokenize", "--jsonl", "in.jsonl", "--threads", threads];
        let mut child = command(folder.path(), &args).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    }
}

#[test]
fn a_bad_document_ends_the_run_though_input_may_still_come() {
    for threads in ["1", "2"] {
        let mut child = command(Path::new("."), &["tokenize", "--jsonl", "--threads", threads])
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(b"{\"text\": \"\"}\n[]\n").unwrap();
        // Standard input stays open.
        assert_eq!(child.wait().unwrap().code(), Some(2));
        drop(stdin);
    }
}
