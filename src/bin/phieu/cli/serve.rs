//! `phieu serve`.

use phieu::calendar::Instant;
use std::net::SocketAddr;
use std::path::PathBuf;

/// What `phieu serve` takes.
#[derive(Clone, Debug, clap::Args)]
pub struct ServeArgs {
    /// The folder of the plans, one JSON file each
    #[arg(long, value_name = "DIR")]
    pub plans: PathBuf,
    /// The folder of the portal to serve beside the interface
    #[arg(long, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// The database: a file, made where there is none, or postgres://user@host/name
    #[arg(
        long,
        value_name = "FILE|URL",
        env = "DATABASE_URL",
        hide_env_values = true,
        default_value = "phieu.sqlite"
    )]
    pub database: String,
    /// Where the files of reports are kept: a folder, or a bucket (s3://NAME/PREFIX); a folder beside the database's file where
    /// it is left out. Collectors that share a database share it too
    #[arg(long, value_name = "DIR|BUCKET")]
    pub files: Option<String>,
    /// The file with the keys and the address of the bucket, a line each (AWS_ACCESS_KEY_ID=…, AWS_SECRET_ACCESS_KEY=…,
    /// AWS_REGION=…, AWS_ENDPOINT=https://…); the variables of the same names where it is left out
    #[arg(long, value_name = "FILE")]
    pub bucket_keys: Option<PathBuf>,
    /// How many megabytes the files of one unit may have together in one plan
    #[arg(long, value_name = "NUMBER")]
    pub files_of_unit: Option<u32>,
    /// Where to listen; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The file of the office's token; made where there is none; beside the database's file where it is left out
    #[arg(long, value_name = "FILE")]
    pub token_file: Option<PathBuf>,
    /// An origin whose pages may call the collector, for example https://portal.example; can be repeated
    #[arg(long = "allow-origin", value_name = "ORIGIN")]
    pub origins: Vec<String>,
    /// An origin whose pages may show the collector's own in a frame, for example https://portal.example; can be repeated
    #[arg(long = "frame-origin", value_name = "ORIGIN")]
    pub frames: Vec<String>,
    /// A plan, by its id, that is named to whoever asks which plans there are, also without a code; can be repeated
    #[arg(long = "list", value_name = "PLAN")]
    pub shown: Vec<String>,
    /// A name under which the collector is reached, for example baocao.example; can be repeated. Its addresses and
    /// localhost need not be named
    #[arg(long = "host", value_name = "NAME")]
    pub hosts: Vec<String>,
    /// Let anyone read plans, send reports and ask what a unit has sent, without a code
    #[arg(long)]
    pub open: bool,
    /// The key of your own login, whose signed tokens (JWT) name the unit: an RSA or Ed25519 public key as
    /// PEM, or a secret that both share
    #[arg(long, value_name = "FILE")]
    pub jwt_key: Option<PathBuf>,
    /// What tokens of your own login are meant for (`aud`)
    #[arg(long, value_name = "NAME", default_value = "phieu")]
    pub jwt_audience: String,
    /// Requests a second that one place may make; 0 for no limit
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    pub rate: u32,
    /// Every request comes through a proxy of your own that puts the sender's address in X-Forwarded-For
    #[arg(long)]
    pub behind_proxy: bool,
    /// Show the portal in a browser
    #[arg(long)]
    pub show: bool,
    /// For tests and demonstrations: let the clock show this RFC 3339 moment now and run on from there;
    /// with "fixed:" before it, stand still
    #[arg(long, value_name = "MOMENT", value_parser = Hour::parse)]
    pub clock: Option<Hour>,
    /// How much to log
    #[arg(long, value_name = "LEVEL", default_value = "info", value_parser = ["off", "error", "warn", "info", "debug"])]
    pub log: String,
}

/// What the clock of a test or demonstration shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// The moment.
    pub moment: Instant,
    /// Whether it stands still there.
    pub fixed: bool,
}

impl Hour {
    fn parse(text: &str) -> Result<Self, String> {
        let (fixed, text) = text
            .strip_prefix("fixed:")
            .map_or((false, text), |moment| (true, moment));
        let moment = Instant::parse_iso(text)
            .map_err(|_| "write RFC 3339, for example 2023-02-27T08:00:00+07:00 or fixed:2023-02-27T08:00:00+07:00")?;
        Ok(Self { moment, fixed })
    }
}
