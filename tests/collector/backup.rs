//! A copy of database and files while reports come in, and the way back: nothing of one moment is lacking, wherever it broke
//! off, and what does not fit is refused with what to do.

use crate::sending::{PIECE, Sending, collector, count, download, hash, pdf, report, report_with};
use crate::support::{TOKEN, Tested, folder, key, put};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{
    Copied, Database, Depot, DepotPlace, Restoring, Settings, back_up, restore, sweep_files,
};
use serde_json::json;
use std::future::{Future, poll_fn};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::Poll;

/// A collector that has received two files, and a report that names them; the code of its unit, and the files.
async fn with_two_files() -> (Tested, String, [Vec<u8>; 2]) {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let files = [pdf(2 * PIECE + 5, 0), pdf(PIECE + 5, 1)];
    let mut named = Vec::new();
    for (bytes, name) in files.iter().zip(["a.pdf", "b.pdf"]) {
        let sending = Sending {
            code: &code,
            kind: "pdf",
            bytes,
        };
        assert_eq!(sending.all(&collector).await.json()["whole"], true);
        named.push(sending.named(name));
    }
    let taken = collector.ask(report(&code, json!(named))).await;
    assert_eq!(taken.status, 201, "{}", taken.text());
    (collector, code, files)
}

/// Copies a collector's database and files.
async fn copied(collector: &Tested, to: &Path) -> Result<Copied, String> {
    let depot = Depot::new(DepotPlace::Folder(collector.folder.join("files")));
    let copied = back_up(collector.collector.store(), &depot, to).await;
    copied.map_err(|error| error.to_string())
}

/// Where a copy is put back, as a collector of these tests has it.
fn restoring(copy: &Path, folder: &Path) -> Restoring {
    Restoring {
        copy: copy.to_owned(),
        copied_files: None,
        database: Database::File(folder.join("phieu.sqlite")),
        files: Some(DepotPlace::Folder(folder.join("files"))),
        without_lacking: false,
    }
}

async fn put_back(what: &Restoring) -> Result<Copied, String> {
    restore(what).await.map_err(|error| error.to_string())
}

/// A collector on what was put back.
async fn opened(collector: &Tested, folder: PathBuf) -> Tested {
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    let plan = "plans/trees.json";
    std::fs::copy(collector.folder.join(plan), folder.join(plan)).unwrap();
    let database = Database::File(folder.join("phieu.sqlite"));
    Tested::open(folder, database, &Settings::default()).await
}

/// Whether a collector hands out these very bytes.
async fn has(collector: &Tested, code: &str, bytes: &[u8]) -> bool {
    let sending = Sending {
        code,
        kind: "pdf",
        bytes,
    };
    let answer = collector.ask(download(&sending, code)).await;
    answer.status == StatusCode::OK && answer.body == bytes
}

fn deletion(bytes: &[u8]) -> Request<Body> {
    let address = format!(
        "/api/office/plans/trees/files/{}?unit=tay-thanh",
        hash(bytes)
    );
    let request = Request::delete(address).header("authorization", format!("Bearer {TOKEN}"));
    request.body(Body::empty()).unwrap()
}

/// Does a part of some work, as a program does that is killed in the midst: so many steps of it.
async fn broken_off<T>(work: impl Future<Output = T>, steps: usize) -> Option<T> {
    let (mut work, mut left) = (pin!(work), steps);
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test]
async fn a_copy_has_every_file_that_its_reports_name_and_is_put_back_whole() {
    let (collector, code, files) = with_two_files().await;
    let copy = collector.folder.join("copy.sqlite");
    let made = copied(&collector, &copy).await.unwrap();
    assert_eq!((made.files, made.lacking), (2, 0));
    assert_eq!(made.bytes, (3 * PIECE + 10) as i64);
    assert_eq!(count(&collector.folder.join("copy.files")), 5);
    let again = copied(&collector, &copy).await.unwrap_err();
    assert!(again.contains("is there already"), "{again}");
    // The copy opens as it lies, and where it is put back.
    let place = folder();
    put_back(&restoring(&copy, &place)).await.unwrap();
    let other = opened(&collector, place).await;
    for bytes in &files {
        assert!(has(&other, &code, bytes).await);
    }
    let more = pdf(4_000, 9);
    let more = Sending {
        code: &code,
        kind: "pdf",
        bytes: &more,
    };
    let taken = more.all(&other).await;
    assert_eq!(taken.json()["whole"], true, "and goes on from there");
}

#[tokio::test]
async fn a_copy_made_while_files_come_and_go_lacks_none_that_it_names() {
    let (collector, code, _) = with_two_files().await;
    let copy = collector.folder.join("copy.sqlite");
    let all: Vec<Vec<u8>> = (10..40)
        .map(|seed| pdf(usize::from(seed) * 9_000, seed))
        .collect();
    let coming = async {
        for (at, bytes) in all.iter().enumerate() {
            let sending = Sending {
                code: &code,
                kind: "pdf",
                bytes,
            };
            sending.all(&collector).await;
            if at % 3 == 0 {
                let (id, mut sent) = report_with(json!([sending.named("a.pdf")]));
                if at % 2 == 0 {
                    sent["report"]["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
                }
                let mut request = put(&id, sent.to_string());
                let bearer = format!("Bearer {code}").parse().unwrap();
                request.headers_mut().insert("authorization", bearer);
                let answer = collector.ask(request).await;
                assert_eq!(answer.status, 201, "{}", answer.text());
            }
            if at % 2 == 0 {
                collector.ask(deletion(bytes)).await;
                sweep_files(&collector.collector).await.unwrap();
            }
        }
    };
    let (made, ()) = tokio::join!(copied(&collector, &copy), coming);
    let made = made.unwrap();
    assert_eq!(made.lacking, 0, "{:?}", made.first_lacking);
    let place = folder();
    let restored = put_back(&restoring(&copy, &place)).await.unwrap();
    assert_eq!(restored.files, made.files);
    let other = opened(&collector, place).await;
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    let mut kept = 0;
    for file in other.office(list).await.json().as_array().unwrap() {
        let bytes = all.iter().find(|bytes| json!(hash(bytes)) == file["hash"]);
        if let (Some(bytes), true) = (bytes, file["deletedAt"].is_null()) {
            assert!(has(&other, &code, bytes).await, "{file}");
            kept += 1;
        }
    }
    assert!(kept <= made.files);
    let pieces = count(&other.folder.join("files"));
    let known = other.office(list).await.json();
    let known = known.as_array().unwrap().iter();
    let known = known.filter(|file| file["deletedAt"].is_null());
    let expected = known.map(|file| file["bytes"].as_u64().unwrap() as usize);
    let expected: usize = expected.map(|bytes| bytes.div_ceil(PIECE)).sum();
    assert_eq!(pieces, expected, "nothing that is gone lies in the copy");
}

#[tokio::test]
async fn a_copy_and_its_way_back_go_on_wherever_they_broke_off() {
    let (collector, code, files) = with_two_files().await;
    for steps in (1..60).step_by(4) {
        let copy = collector.folder.join(format!("copy-{steps}.sqlite"));
        let whole = broken_off(copied(&collector, &copy), steps).await;
        assert_eq!(
            copy.exists(),
            whole.is_some(),
            "{steps}: whole, or not there"
        );
        if whole.is_none() {
            let made = copied(&collector, &copy).await.unwrap();
            assert_eq!((made.files, made.lacking), (2, 0), "{steps}");
        }
        let place = folder();
        let what = restoring(&copy, &place);
        broken_off(put_back(&what), steps).await;
        // The database has its name last: where it is there, so is all the rest.
        if !place.join("phieu.sqlite").exists() {
            put_back(&what).await.unwrap();
        }
        let other = opened(&collector, place).await;
        for bytes in &files {
            assert!(has(&other, &code, bytes).await, "{steps}");
        }
    }
}

#[tokio::test]
async fn what_a_broken_copy_left_is_not_copied_again_and_what_went_since_goes() {
    let (collector, _, files) = with_two_files().await;
    let copy = collector.folder.join("copy.sqlite");
    let beside = collector.folder.join("copy.files");
    copied(&collector, &copy).await.unwrap();
    std::fs::remove_file(&copy).unwrap();
    let first = beside.join("trees/tay-thanh").join(hash(&files[0]));
    let piece = std::fs::read_dir(first).unwrap().next().unwrap().unwrap();
    let piece = piece.path().join("00001");
    let written = || std::fs::metadata(&piece).unwrap().modified().unwrap();
    let before = written();
    collector.ask(deletion(&files[1])).await;
    let made = copied(&collector, &copy).await.unwrap();
    assert_eq!((made.files, made.lacking), (1, 0));
    assert_eq!(written(), before, "not copied again");
    assert_eq!(count(&beside), 3, "what the office took away is in no copy");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_with_what_to_do() {
    let (collector, _, files) = with_two_files().await;
    let (other, ..) = with_two_files().await;
    let own = collector.folder.join("files");
    let copy = collector.folder.join("copy.sqlite");
    let beside = collector.folder.join("copy.files");
    // The folder of the collector's own files, and one in which something else lies.
    #[cfg(unix)]
    std::os::unix::fs::symlink(&own, collector.folder.join("itself.files")).unwrap();
    let itself = copied(&collector, &collector.folder.join("itself.sqlite")).await;
    assert!(itself.unwrap_err().contains("give the copy another name"));
    std::fs::create_dir(&beside).unwrap();
    std::fs::write(beside.join("photo.jpg"), "mine").unwrap();
    let taken = copied(&collector, &copy).await.unwrap_err();
    assert!(taken.contains("move it away"), "{taken}");
    assert!(!copy.exists());
    std::fs::remove_file(beside.join("photo.jpg")).unwrap();
    copied(&collector, &copy).await.unwrap();

    let place = folder();
    let what = restoring(&copy, &place);
    let with = |change: &dyn Fn(&mut Restoring)| {
        let mut what = what.clone();
        change(&mut what);
        what
    };
    let foreign = DepotPlace::Folder(other.folder.join("files"));
    let refused = [
        (
            with(&|what| what.copied_files = Some(foreign.clone())),
            "another database",
        ),
        (
            with(&|what| what.files = Some(foreign.clone())),
            "move it away",
        ),
        (
            with(&|what| what.copied_files = Some(DepotPlace::Folder(place.join("no")))),
            "--copied-files",
        ),
        (
            with(&|what| what.copy = place.join("no")),
            "there is no copy",
        ),
        (
            with(&|what| what.database = "postgres://phieu@host/name".parse().unwrap()),
            "pg_dump",
        ),
    ];
    for (what, mend) in refused {
        let error = put_back(&what).await.unwrap_err();
        assert!(error.contains(mend), "{error}");
        assert!(!place.join("phieu.sqlite").exists());
    }
    assert_eq!(count(&place), 0, "nothing half is put back");
    // A folder that was copied by hand and broke off.
    let half = beside.join("trees/tay-thanh").join(hash(&files[0]));
    std::fs::remove_dir_all(half).unwrap();
    let error = put_back(&what).await.unwrap_err();
    assert!(
        error.contains("--without-lacking") && error.contains(&hash(&files[0])),
        "{error}"
    );
    put_back(&with(&|what| what.without_lacking = true))
        .await
        .unwrap();
    let error = put_back(&what).await.unwrap_err();
    assert!(error.contains("is there already"), "{error}");
    assert_eq!(count(&own), 5, "what was copied is as it was");
}

#[tokio::test]
async fn a_file_that_its_disk_has_spoilt_is_told_and_the_rest_is_copied() {
    let (collector, code, files) = with_two_files().await;
    let spoilt = collector.folder.join("files/trees/tay-thanh");
    let spoilt = spoilt.join(hash(&files[1]));
    let spoilt = std::fs::read_dir(spoilt).unwrap().next().unwrap().unwrap();
    std::fs::write(spoilt.path().join("00001"), "other").unwrap();
    let copy = collector.folder.join("copy.sqlite");
    let made = copied(&collector, &copy).await.unwrap();
    assert_eq!((made.files, made.lacking), (1, 1));
    assert!(made.lacking_in_words().contains(&hash(&files[1])));
    let place = folder();
    let what = Restoring {
        without_lacking: true,
        ..restoring(&copy, &place)
    };
    put_back(&what).await.unwrap();
    let other = opened(&collector, place).await;
    assert!(has(&other, &code, &files[0]).await);
}

#[tokio::test]
async fn a_database_that_never_had_a_file_is_copied_alone() {
    let collector = collector().await;
    key(&collector, "trees", "tay-thanh", "unit").await;
    let copy = collector.folder.join("copy.sqlite");
    let made = copied(&collector, &copy).await.unwrap();
    assert_eq!(made, Copied::default());
    assert!(copy.exists() && !collector.folder.join("copy.files").exists());
    let place = folder();
    put_back(&restoring(&copy, &place)).await.unwrap();
    assert!(place.join("phieu.sqlite").exists());
}
