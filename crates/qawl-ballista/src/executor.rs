//! The process that does the work.

use std::sync::Arc;

use ballista_core::extension::ballista_scalar_functions;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};

use crate::args::Executor;
use crate::failure::Failure;

/// An executor that comes before its scheduler waits for it so long.
const PATIENCE: u16 = 60;

pub(crate) async fn run(args: Executor) -> Result<(), Failure> {
    let functions = args.names.functions()?;
    let mut registry = BallistaFunctionRegistry::default();
    for function in ballista_scalar_functions().iter().chain(functions.scalar()) {
        registry.scalar_functions.insert(function.name().to_owned(), Arc::clone(function));
    }
    let usual = ExecutorProcessConfig::default();
    eprintln!("qawl-ballista: executor at {}:{}, {}", args.host, args.port, functions.lists());
    let config = ExecutorProcessConfig {
        bind_host: args.host.clone(),
        external_host: Some(args.host),
        port: args.port,
        grpc_port: args.grpc_port,
        scheduler_host: args.scheduler,
        scheduler_port: args.scheduler_port,
        scheduler_connect_timeout_seconds: PATIENCE,
        vcores: args.tasks.map_or(usual.vcores, std::num::NonZero::get),
        executor_heartbeat_interval_seconds: args.heartbeat,
        work_dir: args.work.map(|folder| folder.display().to_string()),
        override_function_registry: Some(Arc::new(registry)),
        ..usual
    };
    Ok(start_executor_process(Arc::new(config)).await?)
}
