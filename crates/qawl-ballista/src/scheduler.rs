//! The process that gives out the work.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use ballista_core::utils::default_session_builder;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::execution::FunctionRegistry;
use datafusion::prelude::SessionConfig;
use qawl_datafusion::{Config, Functions};

use crate::args::Scheduler;
use crate::failure::Failure;

pub(crate) async fn run(args: Scheduler) -> Result<(), Failure> {
    let address = address(&args)?;
    // It plans and runs nothing, so it needs the functions' types and no lists.
    let functions = Functions::open(&Config::new())?;
    let session = move |config: SessionConfig| {
        let mut state = default_session_builder(config)?;
        for function in functions.scalar() {
            state.register_udf(Arc::clone(function))?;
        }
        Ok(state)
    };
    let config = SchedulerConfig {
        bind_host: args.host.clone(),
        external_host: args.host,
        bind_port: args.port,
        executor_timeout_seconds: args.executor_timeout,
        expire_dead_executor_interval_seconds: (args.executor_timeout / 4).max(1),
        no_executors_grace_period_seconds: args.executor_timeout,
        override_session_builder: Some(Arc::new(session)),
        ..SchedulerConfig::default()
    };
    let cluster = BallistaCluster::new_from_config(&config).await?;
    eprintln!("qawl-ballista: scheduler at {address}");
    Ok(start_server(cluster, address, Arc::new(config)).await?)
}

fn address(args: &Scheduler) -> Result<SocketAddr, Failure> {
    let host: IpAddr = args.host.parse().map_err(|_| {
        Failure::new(format_args!(
            "--host is '{}', expected an address such as 127.0.0.1",
            args.host
        ))
    })?;
    Ok(SocketAddr::new(host, args.port))
}
