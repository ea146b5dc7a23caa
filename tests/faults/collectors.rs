//! Real collectors, as the program `phieu`, on one database.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The database.
pub enum Engine {
    Sqlite,
    /// A server's, by its URL.
    Postgres(String),
}

/// A PostgreSQL of the test's own, which ends with it.
pub struct Server {
    pub url: String,
    _held: Child,
}

/// Starts one that waits for the disk, as a real one does.
pub fn postgres() -> Server {
    let mut child = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/postgres.sh"))
        .arg("--durable")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut url = String::new();
    let out = child.stdout.as_mut().unwrap();
    BufReader::new(out).read_line(&mut url).unwrap();
    assert!(url.starts_with("postgres://"), "no PostgreSQL to test on");
    let url = url.trim().to_owned();
    Server { url, _held: child }
}

/// Collectors on one database, each at an address that it keeps.
pub struct Collectors {
    folder: PathBuf,
    engine: Engine,
    addresses: Vec<SocketAddr>,
    running: Vec<Option<Child>>,
}

impl Collectors {
    pub fn new(engine: Engine, count: usize, units: usize) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        let name = format!(
            "faults-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), plan(units).to_string()).unwrap();
        Self {
            folder,
            engine,
            addresses: (0..count).map(|_| free_address()).collect(),
            running: (0..count).map(|_| None).collect(),
        }
    }

    pub fn addresses(&self) -> Vec<SocketAddr> {
        self.addresses.clone()
    }

    pub fn engine_name(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite => "SQLite, one collector",
            Engine::Postgres(_) => "PostgreSQL, two collectors",
        }
    }

    /// Whether the database is a file of its collector's own, which can be kept from growing.
    pub fn has_files(&self) -> bool {
        matches!(self.engine, Engine::Sqlite)
    }

    fn database(&self) -> &str {
        match &self.engine {
            Engine::Sqlite => "phieu.sqlite",
            Engine::Postgres(url) => url,
        }
    }

    /// A program whose files that cannot grow are told to it, and do not end it.
    fn command(&self) -> Command {
        let mut command = Command::new("bash");
        command.args([
            "-c",
            r#"trap '' XFSZ; exec "$0" "$@""#,
            env!("CARGO_BIN_EXE_phieu"),
        ]);
        command.current_dir(&self.folder);
        command.env("DATABASE_URL", self.database());
        command
    }

    /// Starts one and waits until it listens.
    pub async fn start(&mut self, one: usize) {
        let address = self.addresses[one].to_string();
        let child = self
            .command()
            .args(["serve", "--plans", "plans", "--open", "--log", "off"])
            .args([
                "--listen",
                &address,
                "--token-file",
                &format!("token-{one}"),
            ])
            .args(["--clock", "fixed:2023-03-02T08:00:00+07:00"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        self.running[one] = Some(child);
        for _ in 0..1_000 {
            if tokio::net::TcpStream::connect(self.addresses[one])
                .await
                .is_ok()
            {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("a collector does not start");
    }

    /// Kills one (-9), in the middle of whatever it does.
    pub fn kill(&mut self, one: usize) {
        if let Some(mut child) = self.running[one].take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Lets none of its files grow any more, as on a full disk.
    pub fn fill_disk(&self, one: usize) {
        self.limit(one, "1");
    }

    pub fn make_room(&self, one: usize) {
        self.limit(one, "unlimited");
    }

    fn limit(&self, one: usize, bytes: &str) {
        if let Some(child) = &self.running[one] {
            let (pid, limit) = (child.id().to_string(), format!("--fsize={bytes}:unlimited"));
            let limited = Command::new("prlimit")
                .args(["--pid", &pid, &limit])
                .status();
            assert!(limited.unwrap().success());
        }
    }

    pub fn kill_all(&mut self) {
        (0..self.running.len()).for_each(|one| self.kill(one));
    }

    /// What is kept of a file.
    pub fn kept(&self, unit: &str, hash: &str) -> Vec<u8> {
        let folder = self.folder.join("phieu.files/trees").join(unit).join(hash);
        let listed = |folder| {
            let entries = std::fs::read_dir(folder).unwrap();
            entries.map(|entry| entry.unwrap().path())
        };
        let mut pieces: Vec<_> = listed(folder).flat_map(listed).collect();
        // What was being written when its collector was killed bears another name.
        pieces.retain(|piece| !piece.to_string_lossy().contains('#'));
        pieces.sort();
        pieces
            .iter()
            .flat_map(|piece| std::fs::read(piece).unwrap())
            .collect()
    }

    /// All that is in the database.
    pub fn export(&self) -> String {
        let output = self.command().arg("export").output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Collectors {
    fn drop(&mut self) {
        self.kill_all();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The plan of the collector's other tests, with many units.
fn plan(units: usize) -> Value {
    let mut plan: Value = serde_json::from_str(include_str!("../collector/plan.json")).unwrap();
    let file = json!({"file": {"kinds": ["pdf"], "most": 3, "megabytes": 2}});
    let scan = json!({"id": "scan", "label": "Bản có ký", "measure": file});
    plan["indicators"].as_array_mut().unwrap().push(scan);
    let fields = &mut plan["templates"][0]["sections"][0]["fields"];
    fields
        .as_array_mut()
        .unwrap()
        .push(json!({"indicator": "scan"}));
    plan["units"] = (0..units)
        .map(|unit| json!({"id": format!("unit-{unit}"), "name": format!("Đoàn phường {unit}"), "level": "base"}))
        .collect();
    plan
}

fn free_address() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap()
}
