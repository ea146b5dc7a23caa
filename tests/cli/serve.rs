//! `phieu serve` from its start to its stop.

use crate::support::folder;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Served {
    child: Child,
    lines: Vec<String>,
    log: PathBuf,
}

fn start(folder: &Path, more: &[&str]) -> Served {
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(
        folder.join("plans/trees.json"),
        include_str!("../collector/plan.json"),
    )
    .unwrap();
    let log = folder.join("log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args([
            "serve",
            "--plans",
            "plans",
            "--database",
            "data/phieu.sqlite",
            "--listen",
            "127.0.0.1:0",
        ])
        .args(more)
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .take(5)
        .map(Result::unwrap)
        .collect();
    Served { child, lines, log }
}

impl Served {
    fn word(&self, label: &str) -> &str {
        let line = self
            .lines
            .iter()
            .find(|line| line.trim().starts_with(label))
            .expect("the line is there");
        line.trim()
            .strip_prefix(label)
            .unwrap()
            .split_whitespace()
            .next()
            .unwrap()
    }

    fn get(&self, path: &str, header: &str) -> String {
        let host = self
            .word("portal")
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn terminate(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        let code = self.child.wait().unwrap().code();
        (code, std::fs::read_to_string(&self.log).unwrap())
    }
}

#[test]
fn it_prints_addresses_and_token_and_stops_when_told_to() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder("serve");
    let first = start(&folder, &["--clock", "fixed:2023-03-02T08:00:00+07:00"]);
    let token = first.word("office token").to_owned();
    assert_eq!(token.len(), 64);
    assert!(
        first
            .get("/api/health", "")
            .contains(r#""now":"2023-03-02T01:00:00Z""#)
    );
    let office = format!("Authorization: Bearer {token}\r\n");
    assert!(
        first
            .get("/api/office/plans/trees/overview", &office)
            .starts_with("HTTP/1.1 200")
    );
    assert!(
        first
            .get("/api/office/plans/trees/overview", "")
            .starts_with("HTTP/1.1 401")
    );
    for file in ["data/phieu.token", "data/phieu.sqlite"] {
        let mode = std::fs::metadata(folder.join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{file} is its owner's alone");
    }
    let (code, log) = first.terminate();
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("answered") && !log.contains(&token), "{log}");
    assert!(
        log.lines()
            .all(|line| line.starts_with('{') && line.ends_with('}')),
        "{log}"
    );

    let second = start(&folder, &[]);
    assert_eq!(second.word("office token"), token, "the token stays");
    second.terminate();
}

#[test]
fn what_keeps_it_from_starting_is_said() {
    let folder = folder("refuse");
    for (more, expected) in [
        (&["--site", "."][..], "inside the folder that --site serves"),
        (
            &["--allow-origin", "portal.example"],
            "an origin is a scheme and a host",
        ),
        (&["--clock", "yesterday"], "RFC 3339"),
        (&["--plans", "nowhere"], "nowhere"),
        (&["--listen", "192.0.2.1:1"], "cannot listen on 192.0.2.1:1"),
    ] {
        let mut refused = start_quietly(&folder, more);
        assert_eq!(refused.child.wait().unwrap().code(), Some(2), "{more:?}");
        let said = std::fs::read_to_string(&refused.log).unwrap();
        assert!(said.contains(expected), "{said}");
    }
}

/// Arguments given twice are refused, so those of [`start`] give way to `more`.
fn start_quietly(folder: &Path, more: &[&str]) -> Served {
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    let log = folder.join("log");
    let mut command = Command::new(env!("CARGO_BIN_EXE_phieu"));
    command.arg("serve").args(more).current_dir(folder);
    for (name, value) in [
        ("--plans", "plans"),
        ("--listen", "127.0.0.1:0"),
        ("--database", "phieu.sqlite"),
    ] {
        if !more.contains(&name) {
            command.args([name, value]);
        }
    }
    let child = command
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    Served {
        child,
        lines: Vec::new(),
        log,
    }
}
