//! `phieu serve` from its start to its stop.

use crate::support::folder;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

pub struct Served {
    child: Child,
    lines: Vec<String>,
    log: PathBuf,
}

pub fn start(folder: &Path, more: &[&str]) -> Served {
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(
        folder.join("plans/trees.json"),
        include_str!("../collector/plan.json"),
    )
    .unwrap();
    let log = folder.join("log");
    let mut child = Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args(["serve", "--plans", "plans", "--listen", "127.0.0.1:0"])
        .args(with_database(more))
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .take(6)
        .map(Result::unwrap)
        .collect();
    Served { child, lines, log }
}

/// What is said to the program, with a database where none is named.
pub fn with_database<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let own = ["--database", "data/phieu.sqlite"];
    let is_named = more.contains(&own[0]);
    let own = own.iter().filter(|_| !is_named);
    own.chain(more).copied().collect()
}

/// Lets the plan ask for files.
pub fn asks_for_files(folder: &Path) {
    let file = r#"{ "id": "scan", "label": "Bản có ký", "measure": { "file": { "kinds": ["pdf"], "most": 3, "megabytes": 20 } } },"#;
    let plan = include_str!("../collector/plan.json")
        .replacen("\"version\": 2", "\"version\": 3", 1)
        .replacen("\"indicators\": [", &format!("\"indicators\": [{file}"), 1)
        .replacen(
            "{ \"indicator\": \"note\" }",
            "{ \"indicator\": \"note\" }, { \"indicator\": \"scan\" }",
            1,
        );
    std::fs::write(folder.join("plans/trees.json"), plan).unwrap();
}

impl Served {
    pub fn word(&self, label: &str) -> &str {
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

    pub fn get(&self, path: &str, header: &str) -> String {
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

    pub fn terminate(mut self) -> (Option<i32>, String) {
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
    let access = first.lines.iter().find(|line| line.contains("access"));
    assert!(
        access.unwrap().contains("personal codes"),
        "closed unless told otherwise"
    );
    assert!(first.get("/api/plans", "").starts_with("HTTP/1.1 401"));
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

    let second = start(&folder, &["--open"]);
    assert!(second.get("/api/plans", "").starts_with("HTTP/1.1 200"));
    assert!(
        second.lines.iter().all(|line| !line.contains(&token)),
        "the token is told once"
    );
    assert!(
        second
            .get("/api/office/plans/trees/overview", &office)
            .starts_with("HTTP/1.1 200"),
        "the token stays"
    );
    second.terminate();
}

#[test]
fn what_keeps_it_from_starting_is_said() {
    let folder = folder("refuse");
    std::fs::create_dir_all(folder.join("site")).unwrap();
    std::fs::write(
        folder.join("site/key.pem"),
        "a secret of the login, long enough",
    )
    .unwrap();
    std::fs::write(
        folder.join("site/public.der"),
        [&[0x30, 42][..], &[7; 42]].concat(),
    )
    .unwrap();
    std::os::unix::fs::symlink("site/key.pem", folder.join("linked.pem")).unwrap();
    for (more, expected) in [
        (&["--site", "."][..], "inside the folder that --site serves"),
        (
            &["--site", "plans"],
            "plans lies inside the folder that --site serves",
        ),
        (
            &["--site", "site", "--jwt-key", "site/key.pem"],
            "site/key.pem lies inside the folder that --site serves",
        ),
        (
            &["--site", "site", "--jwt-key", "linked.pem"],
            "linked.pem lies inside the folder that --site serves",
        ),
        (&["--host", "https://a.example"], "a host is a name"),
        (
            &["--jwt-key", "site/public.der"],
            "a public key without its PEM lines",
        ),
        (
            &["--allow-origin", "portal.example"],
            "an origin is a scheme and a host",
        ),
        (
            &["--frame-origin", "https://portal.example/page"],
            "--frame-origin https://portal.example/page: an origin is a scheme and a host",
        ),
        (
            &["--list", "stones"],
            "--list stones: no plan in the folder",
        ),
        (&["--clock", "yesterday"], "RFC 3339"),
        (&["--plans", "nowhere"], "nowhere"),
        (
            &["--database", "mysql://here/phieu"],
            "a database is a file, or a server",
        ),
        (&["--jwt-key", "plans"], "the key in plans cannot be used"),
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

#[test]
fn a_code_is_printed_once_opens_its_units_door_and_stands_in_no_log() {
    let folder = folder("keys");
    let served = start(&folder, &[]);
    let keys = |more: &[&str]| {
        let made = Command::new(env!("CARGO_BIN_EXE_phieu"))
            .args([
                "keys",
                "plans/trees.json",
                "--database",
                "data/phieu.sqlite",
            ])
            .args(more)
            .current_dir(&folder)
            .env_remove("DATABASE_URL")
            .output()
            .unwrap();
        let out = String::from_utf8(made.stdout).unwrap();
        let rows: Vec<Vec<String>> = out
            .lines()
            .map(|line| line.split('\t').map(str::to_owned).collect())
            .collect();
        (rows, String::from_utf8(made.stderr).unwrap())
    };
    let (rows, _) = keys(&["--portal", "https://portal.example/bao-cao"]);
    let units: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(units, ["tay-thanh", "son-ky"], "those that owe reports");
    let [_, name, code, link] = rows[0].as_slice() else {
        panic!("{rows:?}")
    };
    assert_eq!(name, "Đoàn phường Tây Thạnh");
    let expected = format!("https://portal.example/bao-cao#unit=tay-thanh&code={code}");
    assert_eq!(*link, expected, "in the fragment, which no server sees");

    let status = |code: &str, unit: &str| {
        let path = format!("/api/plans/trees/status?unit={unit}");
        let answer = served.get(&path, &format!("Authorization: Bearer {code}\r\n"));
        answer.split(' ').nth(1).unwrap().to_owned()
    };
    assert_eq!(status(code, "tay-thanh"), "200");
    assert_eq!(status(code, "son-ky"), "403");
    let (none, said) = keys(&[]);
    assert!(
        none.is_empty() && said.contains("2 đơn vị đã có mã"),
        "{said}"
    );
    let (replaced, _) = keys(&["--unit", "tay-thanh", "--replace"]);
    assert_eq!(replaced.len(), 1);
    assert_eq!(
        status(code, "tay-thanh"),
        "401",
        "the old one opens nothing"
    );
    assert_eq!(status(&replaced[0][2], "tay-thanh"), "200");
    let (office, _) = keys(&["--unit", "office", "--office"]);
    assert!(office[0][3].contains("#office=office&code="));
    let (_, said) = keys(&["--unit", "nobody"]);
    assert!(said.contains("không có đơn vị “nobody”"), "{said}");

    let codes = [code, &replaced[0][2], &office[0][2]].map(|code| code.replace('-', ""));
    let (_, log) = served.terminate();
    let database = std::fs::read(folder.join("data/phieu.sqlite")).unwrap();
    for code in codes {
        assert!(!log.replace('-', "").contains(&code), "{log}");
        let kept = database
            .windows(code.len())
            .any(|part| part == code.as_bytes());
        assert!(!kept, "a code is kept nowhere");
    }
}

#[test]
fn a_running_collectors_database_is_copied_and_its_reports_exported_and_imported() {
    let folder = folder("transfer");
    let served = start(&folder, &["--open"]);
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_phieu"))
            .args(arguments)
            .current_dir(&folder)
            .env_remove("DATABASE_URL")
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    };
    for (arguments, code, expected) in [
        (
            &["backup", "copy.sqlite", "--database", "data/phieu.sqlite"][..],
            0,
            "",
        ),
        (
            &["backup", "copy.sqlite", "--database", "data/phieu.sqlite"],
            2,
            "is there already",
        ),
        (
            &["backup", "other.sqlite", "--database", "nowhere.sqlite"],
            2,
            "there is no database",
        ),
        (&["export", "--database", "copy.sqlite"], 0, "0 submissions"),
        (
            &[
                "export",
                "--whole",
                "-o",
                "all.ndjson",
                "--database",
                "copy.sqlite",
            ],
            0,
            "0 submissions",
        ),
        (
            &["import", "all.ndjson", "--database", "new.sqlite"],
            0,
            "0 submissions put back, 0 were there",
        ),
        (
            &["import", "nowhere.ndjson", "--database", "new.sqlite"],
            2,
            "cannot be read",
        ),
        (
            &["import", "plans/trees.json", "--database", "new.sqlite"],
            2,
            "line 1: ",
        ),
    ] {
        let (exit, said) = run(arguments);
        assert_eq!(exit, Some(code), "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    let lines = std::fs::read_to_string(folder.join("all.ndjson")).unwrap();
    assert!(
        lines.starts_with("{\"plan\":{\"id\":\"trees\""),
        "the plan goes along"
    );
    served.terminate();
}
