//! The command line: reads files, asks the core, and prints what it says.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the bans keep the core pure; this is where files, the clock and the terminal are"
)]

mod blank;
mod check;
mod duties;
mod failure;
mod input;
#[cfg(feature = "collector")]
mod keys;
mod lint;
pub mod output;
mod paper;
mod progress;
mod publish;
mod read;
mod sample;
mod schema;
mod sending;
#[cfg(feature = "collector")]
mod serve;
mod stand;
#[cfg(feature = "collector")]
mod transfer;
mod usage;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand, ValueEnum};
use phieu::calendar::{Date, Instant, Offset, Time};
use phieu::text::Lang;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

pub use failure::Failure;
#[cfg(feature = "collector")]
pub use keys::KeysArgs;
#[cfg(feature = "collector")]
pub use serve::{Hour, ServeArgs};
#[cfg(feature = "collector")]
pub use transfer::{BackupArgs, ExportArgs, ImportArgs, RestoreArgs};

/// Turns an issued plan into the reports that it asks for, and checks them.
#[derive(Debug, Parser)]
#[command(name = "phieu", version, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the portal and take reports in
    #[cfg(feature = "collector")]
    Serve(Box<ServeArgs>),
    /// Make personal codes and links for units and offices
    #[cfg(feature = "collector")]
    Keys(KeysArgs),
    /// Copy a collector's database file, and the files of its reports, while they are in use
    #[cfg(feature = "collector")]
    Backup(BackupArgs),
    /// Put back what backup wrote, into a database that is not there
    #[cfg(feature = "collector")]
    Restore(RestoreArgs),
    /// Write all submissions as lines of JSON
    #[cfg(feature = "collector")]
    Export(ExportArgs),
    /// Put back what an export wrote
    #[cfg(feature = "collector")]
    Import(ImportArgs),
    /// One of the tasks that read, print and end.
    #[command(flatten)]
    Task(Task),
}

/// A task that reads, prints and ends.
#[derive(Debug, Subcommand)]
pub enum Task {
    /// Check a plan, or a report of it
    Check(check::CheckArgs),
    /// List what a unit owes, by when, and how it stands
    Duties(duties::DutiesArgs),
    /// Roll reports up: how far each target is, who is late or missing
    Progress(progress::ProgressArgs),
    /// Say what is wrong, contradictory or unsaid in a plan
    Lint(lint::LintArgs),
    /// Propose targets, duties and activities out of an issued document (.docx, .html, text)
    Read(read::ReadArgs),
    /// Write a blank form to be printed and filled in by hand (HTML)
    Blank(blank::BlankArgs),
    /// Write a report as a document to be signed and stamped (Word, .docx)
    Paper(paper::PaperArgs),
    /// Make a plan light for the form (without quotes and what only lint and office read), or publish it on a collector
    Publish(publish::PublishArgs),
    /// Withdraw a plan that was published on a collector, archive it, or open it again
    Stand(stand::StandArgs),
    /// Write sample reports of a plan, one arrival a line (NDJSON)
    Sample(sample::SampleArgs),
    /// Write a JSON Schema (2020-12)
    Schema(schema::SchemaArgs),
    /// Write the page of all codes: what each says, how bad it is, and examples (Markdown)
    Codes(Spoken),
    /// Write the TypeScript declarations of all that goes in and out
    Types(Spoken),
}

/// What a command takes that only writes.
#[derive(Debug, clap::Args)]
pub struct Spoken {
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    lang: Tongue,
}

/// The language of sentences.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Tongue {
    /// Vietnamese
    #[default]
    Vi,
    /// English
    En,
}

impl From<Tongue> for Lang {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Vi => Self::Vi,
            Tongue::En => Self::En,
        }
    }
}

/// Whether what was checked is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Right,
    /// It has errors.
    Wrong,
}

impl Command {
    /// The language in which it says why it cannot be done: the commands that keep a collector speak English alone.
    #[must_use]
    pub fn tongue(&self) -> Tongue {
        match self {
            #[cfg(feature = "collector")]
            Self::Keys(arguments) => arguments.lang,
            Self::Task(task) => task.tongue(),
            #[cfg(feature = "collector")]
            _ => Tongue::En,
        }
    }
}

impl Task {
    /// Does it. `now` is what the machine's clock shows, for where no moment is given.
    ///
    /// # Errors
    /// A sentence for the terminal.
    pub fn run(self, now: Instant) -> Result<Verdict, Failure> {
        let (json, tongue) = (self.writes_json(), self.tongue());
        let outcome = self.done(now);
        match &outcome {
            Err(failure) if json => failure.as_json(tongue)?,
            _ => {}
        }
        outcome
    }

    /// Whether JSON was asked for: then a program reads, and finds JSON however it ends.
    fn writes_json(&self) -> bool {
        match self {
            Self::Check(arguments) => arguments.json,
            Self::Duties(arguments) => arguments.json,
            Self::Progress(arguments) => arguments.json,
            Self::Lint(arguments) => arguments.json,
            Self::Read(arguments) => arguments.json,
            Self::Publish(arguments) => arguments.json,
            Self::Stand(arguments) => arguments.json,
            Self::Blank(_)
            | Self::Paper(_)
            | Self::Sample(_)
            | Self::Schema(_)
            | Self::Codes(_)
            | Self::Types(_) => false,
        }
    }

    fn tongue(&self) -> Tongue {
        match self {
            Self::Check(arguments) => arguments.lang,
            Self::Duties(arguments) => arguments.lang,
            Self::Progress(arguments) => arguments.lang,
            Self::Lint(arguments) => arguments.lang,
            Self::Read(arguments) => arguments.lang,
            Self::Blank(arguments) => arguments.lang,
            Self::Paper(arguments) => arguments.lang,
            Self::Publish(arguments) => arguments.lang,
            Self::Stand(arguments) => arguments.lang,
            Self::Sample(arguments) => arguments.lang,
            Self::Schema(arguments) => arguments.lang(),
            Self::Codes(arguments) | Self::Types(arguments) => arguments.lang,
        }
    }

    fn done(self, now: Instant) -> Result<Verdict, Failure> {
        match self {
            Self::Check(arguments) => check::run(&arguments, now),
            Self::Duties(arguments) => duties::run(&arguments, now),
            Self::Progress(arguments) => progress::run(&arguments, now),
            Self::Sample(arguments) => sample::run(&arguments),
            Self::Lint(arguments) => lint::run(&arguments),
            Self::Read(arguments) => read::run(&arguments),
            Self::Blank(arguments) => blank::run(&arguments),
            Self::Paper(arguments) => paper::run(&arguments, now),
            Self::Publish(arguments) => publish::run(&arguments),
            Self::Stand(arguments) => stand::run(&arguments),
            Self::Schema(arguments) => schema::run(&arguments),
            Self::Codes(_) => output::write(include_str!("../../../../www/codes.md")),
            Self::Types(_) => output::write(&phieu::schema::types()),
        }
    }
}

/// What was typed. A line that cannot be understood ends the process with what is wrong with it; where it asks for
/// JSON, that is written as JSON too.
#[must_use]
pub fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|error| {
        let line: Vec<String> = std::env::args_os()
            .map(|one| one.to_string_lossy().into_owned())
            .collect();
        let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
        let Some(tongue) = usage::tongue(&line).filter(|_| error.use_stderr() && !is_help) else {
            // Help, and what the commands say that keep a collector, is clap's own to say.
            error.exit()
        };
        let failure = usage::failure(&error, &line);
        if line.iter().any(|argument| argument == "--json") {
            let _ = failure.as_json(tongue);
        }
        complain(&failure, tongue);
        std::process::exit(2)
    })
}

/// The exit code: 0 where all is right, 1 where errors were found, 2 where the work could not be done.
#[must_use]
pub fn exit(outcome: &Result<Verdict, Failure>, tongue: Tongue) -> ExitCode {
    match outcome {
        Ok(Verdict::Right) => ExitCode::SUCCESS,
        Ok(Verdict::Wrong) => ExitCode::FAILURE,
        Err(failure) => {
            complain(failure, tongue);
            ExitCode::from(2)
        }
    }
}

fn complain(failure: &Failure, tongue: Tongue) {
    eprintln!("phieu: {}", output::printable(&failure.sentence(tongue)));
}

/// What the machine's clock shows.
#[must_use]
pub fn now() -> Instant {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let start = Instant::at(Date::MIN, Time::MIDNIGHT, Offset::UTC);
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    start.plus_seconds(seconds.saturating_sub(start.unix_seconds()))
}
