//! Programs beside each other on one database, each a process of its own.

use crate::serve::start;
use crate::support::folder;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// What an earlier collector wrote.
const OLDER: &[u8] = include_bytes!("../collector/older/phieu.db");

fn backup(folder: &Path, to: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args(["backup", to, "--database", "data/phieu.sqlite"])
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_collector_that_starts_and_copies_that_are_made_get_in_each_others_way_on_no_file() {
    for (round, is_older) in [true, false, true, false].into_iter().enumerate() {
        let folder = folder(&format!("beside-{round}"));
        std::fs::create_dir_all(folder.join("data")).unwrap();
        if is_older {
            std::fs::write(folder.join("data/phieu.sqlite"), OLDER).unwrap();
        } else {
            // A fresh file, which the first of them makes a database.
            drop(start(&folder, &["--open"]).terminate());
        }
        let before: Vec<Child> = (0..2)
            .map(|copy| backup(&folder, &format!("{copy}.sqlite")))
            .collect();
        let served = start(&folder, &["--open"]);
        let after: Vec<Child> = (2..4)
            .map(|copy| backup(&folder, &format!("{copy}.sqlite")))
            .collect();
        for (number, copy) in before.into_iter().chain(after).enumerate() {
            let made = copy.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&made.stderr).into_owned();
            assert!(made.status.success(), "{round} {number}: {said}");
        }
        assert!(served.get("/api/health", "").starts_with("HTTP/1.1 200"));
        assert!(
            served
                .get("/api/plans/trees/status?unit=tay-thanh", "")
                .starts_with("HTTP/1.1 200")
        );
        let (code, log) = served.terminate();
        assert_eq!(code, Some(0), "{log}");
        // Each copy is a database that a collector opens.
        for number in 0..4 {
            std::fs::rename(
                folder.join(format!("{number}.sqlite")),
                folder.join("data/phieu.sqlite"),
            )
            .unwrap();
            for beside in ["-wal", "-shm"] {
                let _ = std::fs::remove_file(folder.join(format!("data/phieu.sqlite{beside}")));
            }
            let again = start(&folder, &["--open"]);
            let told = again.get("/api/plans/trees/status?unit=tay-thanh", "");
            assert!(told.starts_with("HTTP/1.1 200"), "{told}");
            assert_eq!(told.contains("\"duty\":\"weekly\""), is_older, "{told}");
            again.terminate();
        }
    }
}
