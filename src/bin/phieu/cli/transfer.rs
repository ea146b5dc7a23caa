//! `phieu backup`, `phieu restore`, `phieu export` and `phieu import`.

use std::path::PathBuf;

/// A collector's database.
#[derive(Clone, Debug, clap::Args)]
pub struct DatabaseArg {
    /// The collector's database: a file, or postgres://user@host/name
    #[arg(
        long,
        value_name = "FILE|URL",
        env = "DATABASE_URL",
        hide_env_values = true,
        default_value = "phieu.sqlite"
    )]
    pub database: String,
}

/// What `phieu backup` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct BackupArgs {
    /// The file to write; it must not be there. The files of reports go into the folder beside it, named after it
    /// (monday.sqlite: monday.files); what lies there of a copy that broke off is not copied again
    pub file: PathBuf,
    /// The database.
    #[command(flatten)]
    pub from: DatabaseArg,
    /// Where the files of reports are kept, as phieu serve is told; beside the database's file where it is left out
    #[arg(long, value_name = "DIR|BUCKET")]
    pub files: Option<String>,
    /// The file with the keys of the bucket, as phieu serve is told
    #[arg(long, value_name = "FILE")]
    pub bucket_keys: Option<PathBuf>,
}

/// What `phieu restore` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct RestoreArgs {
    /// The file that phieu backup wrote
    pub file: PathBuf,
    /// The database that it is to be; it must not be there.
    #[command(flatten)]
    pub into: DatabaseArg,
    /// Where the files of reports are to be kept, as phieu serve is told; beside the database's file where it is left out
    #[arg(long, value_name = "DIR|BUCKET")]
    pub files: Option<String>,
    /// The file with the keys of the bucket, as phieu serve is told
    #[arg(long, value_name = "FILE")]
    pub bucket_keys: Option<PathBuf>,
    /// Where the copy's files are; beside the copy where it is left out
    #[arg(long, value_name = "DIR")]
    pub copied_files: Option<String>,
    /// Put it back although some of its files are not there any more
    #[arg(long)]
    pub without_lacking: bool,
}

/// What `phieu export` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct ExportArgs {
    /// The database.
    #[command(flatten)]
    pub from: DatabaseArg,
    /// Also all plans ever served, what offices published and withdrew, and the hashes of personal codes, for another
    /// database to take over
    #[arg(long)]
    pub whole: bool,
    /// The file to write; the standard output where it is left out
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What `phieu import` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct ImportArgs {
    /// What `phieu export` wrote, or - for the standard input
    pub file: String,
    /// Also the plans and the codes' hashes that it holds: by the ones reports are checked, by the others people are let
    /// in, so take them only from an export of your own
    #[arg(long)]
    pub whole: bool,
    /// The clock of the collector that wrote it was wrong and has been set right since: its hours are taken although they go
    /// against the order of what happened
    #[arg(long)]
    pub clock_set_right: bool,
    /// The database.
    #[command(flatten)]
    pub into: DatabaseArg,
}
