//! Database and files are copied beside a running collector by programs that are killed, and put back.

use crate::serve::start;
use crate::support::folder;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_phieu"));
    command.args(arguments).current_dir(folder);
    command.env_remove("DATABASE_URL");
    command
}

/// The exit code, and all that it said.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = command(folder, arguments).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

/// Begins, and is killed (-9) after so many milliseconds, where it has not ended by then.
fn killed(folder: &Path, arguments: &[&str], milliseconds: u64) {
    let mut child = command(folder, arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The SHA-256 of some bytes.
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<Vec<_>>().concat()
}

/// Files as a collector keeps them that has received so many; their hashes.
fn files(folder: &Path, count: u8) -> Vec<String> {
    let mark = hex(&[7; 32]);
    let place = folder.join("data/phieu.files");
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join("phieu.mark"), &mark).unwrap();
    let mut lines = format!("{}\n", json!({"depot": {"mark": mark}}));
    let mut hashes = Vec::new();
    for number in 0..count {
        let bytes = vec![number; 200_000];
        let (hash, at) = (hash(&bytes), hex(&[number; 32]));
        let line = json!({"file": {"plan": "trees", "unit": "tay-thanh", "hash": hash, "place": at, "kind": "pdf",
            "bytes": bytes.len(), "begunAt": 1, "sentBy": "open", "wholeAt": 2, "namedAt": 3, "deletedAt": null,
            "deletedBy": null}});
        lines.push_str(&format!("{line}\n"));
        let pieces = place.join("trees/tay-thanh").join(&hash).join(at);
        std::fs::create_dir_all(&pieces).unwrap();
        std::fs::write(pieces.join("00000"), bytes).unwrap();
        hashes.push(hash);
    }
    std::fs::write(folder.join("files.ndjson"), lines).unwrap();
    let import = [
        "import",
        "files.ndjson",
        "--whole",
        "--database",
        "data/phieu.sqlite",
    ];
    let (code, said) = run(folder, &import);
    assert_eq!(code, Some(0), "{said}");
    hashes
}

#[test]
fn a_copy_beside_a_running_collector_and_its_way_back_survive_being_killed() {
    let folder = folder("restore");
    let served = start(&folder, &["--open"]);
    let hashes = files(&folder, 40);
    let backup = ["backup", "copy.sqlite", "--database", "data/phieu.sqlite"];
    for milliseconds in [20, 60, 120] {
        killed(&folder, &backup, milliseconds);
        if folder.join("copy.sqlite").exists() {
            break;
        }
    }
    if !folder.join("copy.sqlite").exists() {
        let (code, said) = run(&folder, &backup);
        assert_eq!(code, Some(0), "{said}");
        assert!(
            said.contains("40 files") && said.contains("copy.files"),
            "{said}"
        );
    }
    served.terminate();
    let restore = ["restore", "copy.sqlite", "--database", "back/phieu.sqlite"];
    for milliseconds in [20, 60] {
        killed(&folder, &restore, milliseconds);
    }
    let (code, said) = run(&folder, &restore);
    let was_done = code == Some(2) && said.contains("is there already");
    assert!(code == Some(0) || was_done, "{said}");
    for hash in &hashes {
        let kept = |place: &str| {
            let folder = folder.join(place).join("trees/tay-thanh").join(hash);
            let place = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap();
            std::fs::read(place.path().join("00000")).unwrap()
        };
        assert!(kept("data/phieu.files") == kept("back/phieu.files"));
    }
    let (code, said) = run(&folder, &restore);
    assert!(code == Some(2) && said.contains("move it away"), "{said}");
    let (code, said) = run(&folder, &["restore", "no.sqlite", "--database", "b.sqlite"]);
    assert!(
        code == Some(2) && said.contains("there is no copy"),
        "{said}"
    );
    // A folder that the disk has lost some of.
    let lost = folder.join("copy.files/trees/tay-thanh").join(&hashes[0]);
    std::fs::remove_dir_all(lost).unwrap();
    let again = ["restore", "copy.sqlite", "--database", "again/phieu.sqlite"];
    let (code, said) = run(&folder, &again);
    assert!(
        code == Some(2) && said.contains("--without-lacking"),
        "{said}"
    );
    let (code, said) = run(&folder, &[&again[..], &["--without-lacking"]].concat());
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = run(
        &folder,
        &["backup", "third.sqlite", "--database", "again/phieu.sqlite"],
    );
    assert_eq!(code, Some(1), "a file is lacking: {said}");
    assert!(said.contains(&hashes[0]), "{said}");
}
