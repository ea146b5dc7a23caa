//! `phieu backup`, `phieu restore`, `phieu export` and `phieu import`.

use crate::cli::output::say;
use crate::cli::{BackupArgs, ExportArgs, Failure, ImportArgs, RestoreArgs, Verdict};
use phieu::collector::{self, Copied, Depot, DepotPlace, Restoring};
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;

/// Copies the database and the files of its reports while they are in use.
///
/// # Errors
/// They cannot be read, or the copy cannot be written.
pub fn backup(arguments: &BackupArgs) -> Result<Verdict, Failure> {
    let named = super::files_at(arguments.files.as_deref(), arguments.bucket_keys.clone())?;
    let database = super::database(&arguments.from.database)?;
    let depot = Depot::new(named.unwrap_or_else(|| DepotPlace::of(&database)));
    super::read_with(&arguments.from.database, async |store| {
        let copied = collector::back_up(&store, &depot, &arguments.file).await;
        let copied = copied.map_err(|error| Failure::english(error.to_string()))?;
        told(&copied);
        if copied.lacking > 0 {
            eprintln!(
                "phieu: all the rest is copied, but {}; see to the disk of the files, or take them from an older copy",
                copied.lacking_in_words()
            );
            return Ok(Verdict::Wrong);
        }
        Ok(Verdict::Right)
    })
}

/// Puts back what [`backup`] wrote.
///
/// # Errors
/// It does not fit, or cannot be read or written.
pub fn restore(arguments: &RestoreArgs) -> Result<Verdict, Failure> {
    let what = Restoring {
        copy: arguments.file.clone(),
        copied_files: super::files_at(arguments.copied_files.as_deref(), None)?,
        database: super::database(&arguments.into.database)?,
        files: super::files_at(arguments.files.as_deref(), arguments.bucket_keys.clone())?,
        without_lacking: arguments.without_lacking,
    };
    let restored = super::waited(collector::restore(&what))?;
    let restored = restored.map_err(|error| Failure::english(error.to_string()))?;
    told(&restored);
    say(&format!(
        "start it: phieu serve --database {}",
        what.database
    ));
    Ok(Verdict::Right)
}

/// Says how many files were copied, where there are some.
fn told(copied: &Copied) {
    if let Some(place) = &copied.place {
        let (files, megabytes) = (copied.files, copied.bytes.div_euclid(1_000_000));
        say(&format!("{files} files ({megabytes} MB) in {place}"));
    }
}

/// Writes all submissions as lines of JSON.
///
/// # Errors
/// The database cannot be read, or the lines cannot be written.
pub fn export(arguments: &ExportArgs) -> Result<Verdict, Failure> {
    super::read_with(&arguments.from.database, async |store| {
        let mut out: Box<dyn Write> = match &arguments.output {
            Some(path) => Box::new(BufWriter::new(private(path)?)),
            None if std::io::stdout().is_terminal() => {
                let sentence = "an export holds people's phone numbers, and is not for a screen; name a file with --output, or pipe it on";
                return Err(Failure::english(sentence.to_owned()));
            }
            None => Box::new(BufWriter::new(std::io::stdout())),
        };
        let current = store.is_current().await;
        if !current.map_err(|error| super::database_failed(&error))? {
            let sentence = "the database is of an earlier version of phieu; copy it with `phieu backup FILE`, start `phieu serve` on it once, then export";
            return Err(Failure::english(sentence.to_owned()));
        }
        let written = collector::export(&store, arguments.whole, &mut out).await;
        let count = written.map_err(|error| Failure::english(error.to_string()))?;
        eprintln!("{count} submissions");
        Ok(Verdict::Right)
    })
}

/// A new file that only its owner can read: it holds people's phone numbers.
fn private(path: &Path) -> Result<File, Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path);
    file.map_err(|error| Failure::english(format!("{} cannot be written: {error}", path.display())))
}

/// Puts back what an export wrote.
///
/// # Errors
/// A line is wrong or the database fails; then nothing was put back.
pub fn import(arguments: &ImportArgs) -> Result<Verdict, Failure> {
    super::run_with(&arguments.into.database, async |store| {
        let lines: Box<dyn BufRead> = if arguments.file == "-" {
            Box::new(BufReader::new(std::io::stdin()))
        } else {
            let file = File::open(&arguments.file).map_err(|error| {
                Failure::english(format!("{} cannot be read: {error}", arguments.file))
            })?;
            Box::new(BufReader::new(file))
        };
        let now = crate::cli::now();
        let believed = collector::Believed {
            whole: arguments.whole,
            clock_set_right: arguments.clock_set_right,
        };
        let restored = collector::import(&store, lines, believed, now).await;
        let restored = restored.map_err(|error| Failure::english(error.to_string()))?;
        say(&format!(
            "{} submissions put back, {} were there",
            restored.new, restored.known
        ));
        if restored.unplanned > 0 {
            say(&format!(
                "{} of them are of plans that are not in this database: their deadlines were compared with nothing",
                restored.unplanned
            ));
        }
        if restored.plans + restored.steps + restored.keys > 0 {
            let taken = if arguments.whole {
                "taken too"
            } else {
                "left out; --whole takes them too"
            };
            say(&format!(
                "{} versions of plans, {} steps of published ones and {} codes: {taken}",
                restored.plans, restored.steps, restored.keys
            ));
        }
        if restored.files > 0 {
            let taken = if arguments.whole {
                "taken too; copy their folder beside this database, with all that is in it"
            } else {
                "left out; --whole takes them too"
            };
            say(&format!("{} files: {taken}", restored.files));
        }
        Ok(Verdict::Right)
    })
}
