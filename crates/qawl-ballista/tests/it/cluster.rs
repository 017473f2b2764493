//! Processes of a cluster.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// The program under test.
pub(crate) fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_qawl-ballista"))
}

/// A port that nobody listens at.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A process that ends with its owner.
pub(crate) struct Process(pub(crate) Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        Self(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// As the power fails: SIGKILL.
    pub(crate) fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A scheduler and two executors with a task each.
pub(crate) struct Cluster {
    pub(crate) port: u16,
    _scheduler: Process,
    pub(crate) executors: [Process; 2],
}

impl Cluster {
    /// With more arguments for the executors.
    pub(crate) fn start(more: &[&str]) -> Self {
        let port = free_port();
        let mut scheduler = program();
        scheduler.args(["scheduler", "--executor-timeout", "5", "--port", &port.to_string()]);
        let scheduler = Process::start(&mut scheduler);
        wait_for(port);
        let executors = [executor(port, more), executor(port, more)];
        Self { port, _scheduler: scheduler, executors }
    }

    /// In the place of one that was killed.
    pub(crate) fn replace(&mut self, at: usize) {
        self.executors[at] = executor(self.port, &[]);
    }

    pub(crate) fn annotate(&self, input: &Path, output: &Path, more: &[&str]) -> Command {
        let mut command = program();
        command.args(["annotate", "--scheduler-port", &self.port.to_string(), "-o"]).arg(output);
        command.args(["--batch", "8", "--time-limit", "60"]).args(more);
        let mut files: Vec<_> =
            std::fs::read_dir(input).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        command.args(files);
        command
    }
}

fn executor(scheduler: u16, more: &[&str]) -> Process {
    let mut command = program();
    let (port, grpc_port) = (free_port(), free_port());
    command.args(["executor", "--tasks", "1", "--heartbeat", "1"]).args(more);
    command.args(["--scheduler-port", &scheduler.to_string(), "--port", &port.to_string()]);
    command.args(["--grpc-port", &grpc_port.to_string()]);
    let process = Process::start(&mut command);
    wait_for(port);
    process
}

/// Until somebody listens.
pub(crate) fn wait_for(port: u16) {
    until(&format!("port {port}"), || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
}

pub(crate) fn until(what: &str, mut happened: impl FnMut() -> bool) {
    let start = Instant::now();
    while !happened() {
        assert!(start.elapsed() < Duration::from_secs(120), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn error_of(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
