//! From folders and files to a collector that listens.

use super::access::{Access, Jwt, JwtError, Token};
use super::catalogue::{Catalogue, CatalogueError};
use super::clock::Clock;
use super::files::{Depot, DepotError, DepotPlace, sweep};
use super::router::{Settings, router};
use super::server::{self, Limits};
use super::state::Collector;
use super::store::{Database, Store};
use std::fmt;
use std::future::Future;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::TcpListener;

/// What a collector is started with.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// The folder of the plans, one JSON file each.
    pub plans: PathBuf,
    /// The database; a file is made where there is none.
    pub database: Database,
    /// Where the files of reports are kept; beside the database's file where nothing is named, and `phieu.files` where the
    /// database is a server.
    pub files: Option<DepotPlace>,
    /// How many megabytes the files of one unit may have together in one plan; 500 where nothing is said.
    pub megabytes_of_one: Option<u32>,
    /// The file of the office's token; beside the database's file where none is named, and
    /// `phieu.token` where the database is a server.
    pub token_file: Option<PathBuf>,
    /// Whether anyone may read plans, send reports and ask what a unit has sent.
    pub open: bool,
    /// The plans that are named to whoever asks which there are, by their identities.
    pub shown: Vec<String>,
    /// The file of the key of the host's own login, and what its tokens are meant for, if it has one.
    pub jwt: Option<(PathBuf, String)>,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The clock.
    pub clock: Clock,
    /// How it is embedded.
    pub settings: Settings,
}

/// A collector that listens and is about to answer.
#[derive(Debug)]
pub struct Ready {
    /// Where it listens.
    pub address: SocketAddr,
    /// The office's token, where it was made just now, to be told once to whoever started it.
    pub new_token: Option<String>,
    /// Where the token is kept.
    pub token_file: PathBuf,
    /// Where the files are, where nobody named a place and other collectors may share the database: they have to share this too.
    pub own_files: Option<DepotPlace>,
    listener: TcpListener,
    router: axum::Router,
    collector: Collector,
}

/// Why a collector cannot start. Each says what to do.
#[derive(Debug)]
pub enum RunError {
    /// What is not for everyone lies inside the folder that is served to everyone.
    Exposed(PathBuf),
    /// The folder of the database cannot be made.
    Folder(PathBuf, std::io::Error),
    /// The database cannot be opened.
    Database(Database, sqlx::Error),
    /// The files are not where they should be.
    Files(DepotError),
    /// A plan cannot be read.
    Plans(CatalogueError),
    /// A plan that is to be shown is not there.
    NoSuchPlan(String),
    /// The token cannot be read or made.
    Token(PathBuf, std::io::Error),
    /// The key of the host's login cannot be used.
    Jwt(PathBuf, JwtError),
    /// The address is taken, or is not this machine's.
    Listen(SocketAddr, std::io::Error),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exposed(path) => write!(
                f,
                "{} lies inside the folder that --site serves to everyone; keep the database, the token, the key of your login and the plans elsewhere",
                path.display()
            ),
            Self::Folder(path, error) => {
                write!(f, "the folder {} cannot be made: {error}", path.display())
            }
            Self::Database(database, error) => {
                write!(f, "the database {database} cannot be opened: {error}")
            }
            Self::Files(error) => error.fmt(f),
            Self::Plans(error) => error.fmt(f),
            Self::NoSuchPlan(id) => write!(
                f,
                "--list {id}: no plan in the folder of --plans, and none that an office published, has this id; write it as the plan does"
            ),
            Self::Token(path, error) => write!(
                f,
                "the office token in {} cannot be used: {error}",
                path.display()
            ),
            Self::Jwt(path, error) => {
                write!(f, "the key in {} cannot be used: {error}", path.display())
            }
            Self::Listen(address, error) => {
                write!(
                    f,
                    "cannot listen on {address}: {error}; choose another address with --listen"
                )
            }
        }
    }
}

impl std::error::Error for RunError {}

/// Opens the database, reads the plans and the token, and starts to listen.
///
/// # Errors
/// [`RunError`].
pub async fn prepare(options: RunOptions) -> Result<Ready, RunError> {
    let RunOptions {
        plans,
        database,
        files,
        megabytes_of_one,
        token_file,
        open,
        shown,
        jwt,
        listen,
        clock,
        settings,
    } = options;
    let token_file = token_file.unwrap_or_else(|| match database.file() {
        Some(file) => file.with_extension("token"),
        None => PathBuf::from("phieu.token"),
    });
    let may_be_shared = files.is_none() && database.file().is_none();
    let files = files.unwrap_or_else(|| DepotPlace::of(&database));
    let own_files = may_be_shared.then(|| files.clone());
    for file in database.file().into_iter().chain([token_file.as_path()]) {
        make_folder_of(file)?;
    }
    if let Some(site) = &settings.site {
        let key_file = jwt.as_ref().map(|(file, _)| file.as_path());
        let private = [
            database.file(),
            Some(&token_file),
            key_file,
            Some(&plans),
            files.on_disk(),
        ];
        if let Some(file) = private
            .into_iter()
            .flatten()
            .find(|file| lies_in(file, site))
        {
            return Err(RunError::Exposed(file.to_owned()));
        }
    }
    let store = Store::open(&database)
        .await
        .map_err(|error| RunError::Database(database, error))?;
    let depot = Depot::new(files);
    depot.check(&store).await.map_err(RunError::Files)?;
    let catalogue = Catalogue::read(&plans, &store)
        .await
        .map_err(RunError::Plans)?;
    if let Some(id) = shown.iter().find(|id| catalogue.edition(id).is_none()) {
        return Err(RunError::NoSuchPlan(id.clone()));
    }
    let (token, new_token) = Token::read_or_make(&token_file)
        .map_err(|error| RunError::Token(token_file.clone(), error))?;
    let mut access = Access::new(token).showing(shown);
    if open {
        access = access.open_to_all();
    }
    if let Some((file, audience)) = jwt {
        let jwt = Jwt::read(&file, &audience).map_err(|error| RunError::Jwt(file, error))?;
        let algorithm = jwt.algorithm();
        tracing::info!(
            algorithm,
            "tokens of the login are taken, signed so and not otherwise"
        );
        access = access.with_jwt(jwt);
    }
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| RunError::Listen(listen, error))?;
    let address = listener
        .local_addr()
        .map_err(|error| RunError::Listen(listen, error))?;
    let files = Some((depot, megabytes_of_one));
    let collector = Collector::with_files(catalogue, store, clock, access, files);
    let router = router(collector.clone(), &settings);
    Ok(Ready {
        address,
        new_token,
        token_file,
        own_files,
        listener,
        router,
        collector,
    })
}

impl Ready {
    /// Answers until `stop` resolves, then finishes what is under way and closes the database.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        let sweeping = tokio::spawn(keep_swept(self.collector.clone()));
        server::serve(self.listener, self.router, Limits::default(), stop).await;
        sweeping.abort();
        self.collector.store().close().await;
    }
}

/// How often files that nobody needs are looked for.
const SWEEP: Duration = Duration::from_secs(6 * 3_600);

/// Takes away, now and then, files that nobody needs.
async fn keep_swept(collector: Collector) {
    loop {
        match sweep(&collector).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "files that nobody needs were taken away"),
            Err(error) => tracing::warn!(%error, "files that nobody needs could not be taken away"),
        }
        tokio::time::sleep(SWEEP).await;
    }
}

fn make_folder_of(file: &Path) -> Result<(), RunError> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => std::fs::create_dir_all(folder)
            .map_err(|error| RunError::Folder(folder.to_owned(), error)),
        _ => Ok(()),
    }
}

/// Whether a file or folder lies in `folder`, itself or where a link of its name leads.
fn lies_in(file: &Path, folder: &Path) -> bool {
    let parent = file
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let Ok(folder) = folder.canonicalize() else {
        return false;
    };
    [parent.canonicalize(), file.canonicalize()]
        .into_iter()
        .flatten()
        .any(|place| place.starts_with(&folder))
}
