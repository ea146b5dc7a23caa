//! `phieu serve`: starts the collector, says where it is, and stops it when asked to.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "this is where the terminal and the files are"
)]

pub mod keys;
pub mod transfer;

use crate::cli::output::say;
use crate::cli::{Failure, Hour, ServeArgs, Verdict};
use phieu::collector::{
    self, Clock, Database, DepotPlace, Origin, Ready, RunOptions, Settings, Store,
};
use std::future::Future;
use std::io::IsTerminal;
use std::num::NonZeroU32;
use std::path::PathBuf;
use tracing_subscriber::filter::LevelFilter;

/// Runs the collector until it is asked to stop.
///
/// # Errors
/// It cannot start; the sentence says why and what to do.
pub fn run(arguments: ServeArgs) -> Result<Verdict, Failure> {
    log(&arguments.log);
    let (shown, open) = (arguments.show, arguments.open);
    let options = options(arguments)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|_| no_threads())?;
    runtime.block_on(async {
        let ready = collector::prepare(options)
            .await
            .map_err(|error| Failure::english(error.to_string()))?;
        let stop = collector::asked_to_stop();
        announce(&ready, open);
        if shown {
            show(&portal(&ready));
        }
        ready.serve(stop).await;
        Ok(Verdict::Right)
    })
}

fn options(arguments: ServeArgs) -> Result<RunOptions, Failure> {
    let origins = origins_of("--allow-origin", &arguments.origins)?;
    let frames = origins_of("--frame-origin", &arguments.frames)?;
    let hosts = arguments.hosts.iter().map(|host| {
        host.parse()
            .map_err(|error| Failure::english(format!("--host {host}: {error}")))
    });
    Ok(RunOptions {
        plans: arguments.plans,
        database: database(&arguments.database)?,
        files: files_at(arguments.files.as_deref(), arguments.bucket_keys)?,
        megabytes_of_one: arguments.files_of_unit,
        token_file: arguments.token_file,
        open: arguments.open,
        shown: arguments.shown,
        jwt: arguments.jwt_key.map(|file| (file, arguments.jwt_audience)),
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
            origins,
            frames,
            hosts: hosts.collect::<Result<_, _>>()?,
            rate: NonZeroU32::new(arguments.rate),
            behind_proxy: arguments.behind_proxy,
            ..Settings::default()
        },
    })
}

/// Where the files are that an option names.
fn files_at(named: Option<&str>, keys: Option<PathBuf>) -> Result<Option<DepotPlace>, Failure> {
    let place = named.map(|place| {
        place
            .parse::<DepotPlace>()
            .map_err(|error| Failure::english(format!("--files {place}: {error}")))
    });
    Ok(place.transpose()?.map(|place| place.with_keys(keys)))
}

/// The origins that an option names.
fn origins_of(option: &str, named: &[String]) -> Result<Vec<Origin>, Failure> {
    let origins = named.iter().map(|origin| {
        origin
            .parse()
            .map_err(|error| Failure::english(format!("{option} {origin}: {error}")))
    });
    origins.collect()
}

fn database(named: &str) -> Result<Database, Failure> {
    named.parse().map_err(|error| {
        Failure::new(
            format!("Không hiểu --database: {error}"),
            format!("--database: {error}"),
        )
    })
}

fn database_failed(error: &dyn std::error::Error) -> Failure {
    Failure::new(
        format!("Không dùng được cơ sở dữ liệu: {error}"),
        format!("the database cannot be used: {error}"),
    )
}

/// Does something with a collector's database that ends.
fn run_with<F>(named: &str, work: F) -> Result<Verdict, Failure>
where
    F: AsyncFnOnce(Store) -> Result<Verdict, Failure>,
{
    let database = database(named)?;
    run_on(Store::open(&database), work)
}

/// Reads a database that must be there, and changes nothing of it: a file that is not there is not made, and the
/// tables of an earlier collector, to which one may want to go back, stay as they are.
fn read_with<F>(named: &str, work: F) -> Result<Verdict, Failure>
where
    F: AsyncFnOnce(Store) -> Result<Verdict, Failure>,
{
    let database = database(named)?;
    if let Some(file) = database.file().filter(|file| !file.exists()) {
        let sentence = format!("there is no database {}", file.display());
        return Err(Failure::english(sentence));
    }
    run_on(Store::open_as_it_is(&database), work)
}

/// Does something with a database once it is open.
fn run_on<F>(
    opening: impl Future<Output = Result<Store, sqlx::Error>>,
    work: F,
) -> Result<Verdict, Failure>
where
    F: AsyncFnOnce(Store) -> Result<Verdict, Failure>,
{
    waited(async {
        let store = opening.await.map_err(|error| database_failed(&error))?;
        let outcome = work(store.clone()).await;
        store.close().await;
        outcome
    })?
}

fn no_threads() -> Failure {
    Failure::new(
        "Máy không cấp thêm luồng xử lý.",
        "No threads are to be had.",
    )
}

/// Waits for work that ends.
fn waited<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Runtime::new().map_err(|_| no_threads())?;
    Ok(runtime.block_on(work))
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

fn announce(ready: &Ready, open: bool) {
    let portal = portal(ready);
    say("Phiếu is running; Ctrl-C stops it.");
    say(&format!("  portal        {portal}"));
    say(&format!("  office        {portal}office.html"));
    say(&format!("  interface     {portal}api/openapi.json"));
    let access = if open {
        "open to all (--open)"
    } else {
        "by personal codes, which `phieu keys` makes"
    };
    say(&format!("  access        {access}"));
    let file = ready.token_file.display();
    match &ready.new_token {
        Some(token) => say(&format!(
            "  office token  {token}   (made now, and kept in {file})"
        )),
        None => say(&format!("  office token  kept in {file}")),
    }
    if let Some(place) = &ready.own_files {
        say(&format!(
            "  files         in {place}; where other collectors share the database, name with --files a folder or a bucket that all share"
        ));
    }
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
