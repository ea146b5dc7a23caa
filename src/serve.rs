//! `phieu serve`: starts the collector, says where it is, and stops it when asked to.
#![allow(clippy::disallowed_macros, reason = "this is where the terminal is")]

use crate::cli::{Failure, Hour, ServeArgs, Verdict};
use phieu::collector::{self, Clock, Ready, RunOptions, Settings};
use std::io::IsTerminal;
use tracing_subscriber::filter::LevelFilter;

/// Runs the collector until it is asked to stop.
///
/// # Errors
/// It cannot start; the sentence says why and what to do.
pub fn run(arguments: ServeArgs) -> Result<Verdict, Failure> {
    log(&arguments.log);
    let open = arguments.open;
    let options = options(arguments)?;
    let runtime = tokio::runtime::Runtime::new()
        .map_err(|error| Failure(format!("no threads to be had: {error}")))?;
    runtime.block_on(async {
        let ready = collector::prepare(options)
            .await
            .map_err(|error| Failure(error.to_string()))?;
        announce(&ready);
        if open {
            show(&portal(&ready));
        }
        ready.serve(collector::asked_to_stop()).await;
        Ok(Verdict::Right)
    })
}

fn options(arguments: ServeArgs) -> Result<RunOptions, Failure> {
    let origins = arguments.origins.iter().map(|origin| {
        origin
            .parse()
            .map_err(|error| Failure(format!("--allow-origin {origin}: {error}")))
    });
    Ok(RunOptions {
        plans: arguments.plans,
        database: arguments.database,
        token_file: arguments.token_file,
        listen: arguments.listen,
        clock: match arguments.clock {
            None => Clock::System,
            Some(Hour {
                moment,
                fixed: true,
            }) => Clock::held(moment),
            Some(Hour {
                moment,
                fixed: false,
            }) => Clock::running_from(moment),
        },
        settings: Settings {
            site: arguments.site,
            origins: origins.collect::<Result<_, _>>()?,
            ..Settings::default()
        },
    })
}

/// One line of JSON an event where a machine reads the log, words where a person does.
fn log(level: &str) {
    let level = level.parse().unwrap_or(LevelFilter::INFO);
    let log = tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.with_target(false).init();
    } else {
        log.json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .init();
    }
}

fn portal(ready: &Ready) -> String {
    // A browser cannot call the address that stands for all of this machine's.
    let ip = ready.address.ip();
    let port = ready.address.port();
    if ip.is_unspecified() {
        format!("http://localhost:{port}/")
    } else {
        format!("http://{}/", ready.address)
    }
}

fn announce(ready: &Ready) {
    let portal = portal(ready);
    println!("Phiếu is running; Ctrl-C stops it.");
    println!("  portal        {portal}");
    println!("  office        {portal}office.html");
    println!("  interface     {portal}api/openapi.json");
    println!(
        "  office token  {}   (kept in {})",
        ready.token,
        ready.token_file.display()
    );
}

/// Opens the portal in the person's browser; where that cannot be, the address stands above.
fn show(portal: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if let Err(error) = std::process::Command::new(program).arg(portal).spawn() {
        tracing::warn!(program, %error, "no browser could be opened");
    }
}
