//! Files on a disk that is full: a piece is refused as a report would be, nothing of it stays, and the upload goes on where it was.

use crate::sending::{PIECE, Sending, collector, count, download, pdf, report};
use crate::support::{Answer, key};
use axum::http::StatusCode;
use serde_json::json;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// Names the small disk to the test that runs beside it.
const DISK: &str = "PHIEU_TEST_DISK";

/// Said once the small disk is there. What refuses one says so in as many words as there are systems and languages.
const MOUNTED: &str = "mounted";

/// Runs this test once more where a small disk is mounted that nobody else sees, and that is gone with it. It takes an
/// administrator to make one; none where there is none.
fn beside_a_small_disk(test: &str) -> Option<()> {
    let disk = std::env::temp_dir().join(format!("phieu-small-{}", std::process::id()));
    std::fs::create_dir_all(&disk).unwrap();
    let mount = "mount -t tmpfs -o size=1m tmpfs \"$0\" && echo \"$1\" && shift && exec \"$@\"";
    let output = Command::new("unshare")
        .args(["-m", "bash", "-c", mount])
        .arg(&disk)
        .arg(MOUNTED)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(DISK, &disk)
        .output();
    let _ = std::fs::remove_dir(&disk);
    let output = output.ok()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let said = said.strip_prefix(MOUNTED)?;
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{wrong}");
    assert!(said.contains("1 passed"), "{said}{wrong}");
    Some(())
}

/// Fills a disk, but for so many bytes.
fn fill(disk: &Path, but: usize) {
    let rest = disk.join("rest");
    std::fs::write(&rest, vec![0; but]).unwrap();
    let mut ballast = File::create(disk.join("ballast")).unwrap();
    while ballast.write_all(&[0; 4_096]).is_ok() {}
    std::fs::remove_file(rest).unwrap();
}

fn assert_full(answer: &Answer) {
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (503, "noRoom"),
        "{}",
        answer.text()
    );
    assert_eq!(answer.header("retry-after"), "60");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_piece_for_which_there_is_no_room_leaves_nothing_and_comes_once_there_is() {
    let Some(disk) = std::env::var_os(DISK) else {
        let own = "a_piece_for_which_there_is_no_room_leaves_nothing_and_comes_once_there_is";
        let _ = beside_a_small_disk(&["files_full::", own].concat());
        return;
    };
    let disk = Path::new(&disk);
    let collector = collector().await;
    let files = collector.folder.join("files");
    let _ = std::fs::remove_dir_all(&files);
    std::os::unix::fs::symlink(disk, &files).unwrap();
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(2 * PIECE + 1_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let first = collector.ask(sending.piece(0)).await;
    assert_eq!(first.json()["missing"], json!([PIECE, 2 * PIECE]));
    let other = pdf(PIECE + 5_000, 1);
    let other = Sending {
        bytes: &other,
        ..sending
    };
    // Full to the last, and while a piece is being written.
    for left in [0, PIECE / 2] {
        fill(disk, left);
        let before = count(disk);
        for _ in 0..3 {
            assert_full(&collector.ask(sending.piece(1)).await);
            assert_full(&collector.ask(other.piece(0)).await);
        }
        assert_eq!(count(disk), before, "nothing stays of what was refused");
        let state = collector.ask(sending.state()).await.json();
        assert_eq!(state["missing"], json!([PIECE, 2 * PIECE]));
        // The database has room.
        let taken = collector.ask(report(&code, json!([]))).await;
        assert!(taken.status.is_success(), "{}", taken.text());
        let early = collector
            .ask(report(&code, json!([sending.named("a.pdf")])))
            .await;
        assert_eq!(early.code(), "filesMissing");
        std::fs::remove_file(disk.join("ballast")).unwrap();
    }
    // Another collector goes on, as after a restart.
    let collector = collector.restarted_closed().await;
    for (number, missing) in [(1, json!([2 * PIECE])), (2, json!([]))] {
        let answer = collector.ask(sending.piece(number)).await;
        assert_eq!(answer.json()["missing"], missing, "{}", answer.text());
    }
    let answer = collector.ask(download(&sending, &code)).await;
    assert!(
        answer.status == StatusCode::OK && answer.body == bytes,
        "the very bytes"
    );
    let taken = collector
        .ask(report(&code, json!([sending.named("a.pdf")])))
        .await;
    assert!(taken.status.is_success(), "{}", taken.text());
}
