//! Files in a bucket that speaks the protocol of S3: as in a folder, and whatever goes wrong with it costs no report, keeps
//! nothing half and is told in clear words.

use crate::moto::{Between, Fault, KEY, SECRET, keys, listed, make, moto};
use crate::sending::{PIECE, Sending, collector, download, pdf, report};
use crate::support::{TOKEN, Tested, access, ask, at, folder, key};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{
    Catalogue, Clock, Collector, Database, Depot, DepotError, DepotPlace, Restoring, Settings,
    back_up, restore, router, sweep_files,
};
use serde_json::json;
use std::path::Path;

/// A bucket by its name, asked at an address.
fn place(name: &str, folder: &Path, address: &str) -> DepotPlace {
    let place: DepotPlace = format!("s3://{name}").parse().unwrap();
    place.with_keys(Some(keys(folder, address)))
}

/// A collector on the database of another, whose files are in a bucket.
async fn with_bucket(tested: &Tested, place: DepotPlace) -> (Router, Collector) {
    let store = tested.collector.store().clone();
    let plans = tested.folder.join("plans");
    let catalogue = Catalogue::read(&plans, &store);
    let clock = Clock::held(at("2023-03-02T08:00:00+07:00"));
    let depot = Some((Depot::new(place), None));
    let catalogue = catalogue.await.unwrap();
    let collector = Collector::with_files(catalogue, store, clock, access(), depot);
    (router(collector.clone(), &Settings::default()), collector)
}

#[tokio::test]
async fn a_bucket_keeps_files_as_a_folder_does() {
    make("whole");
    let tested = collector().await;
    let code = key(&tested, "trees", "tay-thanh", "unit").await;
    let address = moto();
    let there = || place("whole/quan-doan/2023", &tested.folder, address);
    let (one, _) = with_bucket(&tested, there()).await;
    let bytes = pdf(5 * PIECE + 1_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    for number in [5, 0, 2, 2] {
        let answer = ask(&one, sending.piece(number)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
    // Another collector on the same database and bucket goes on.
    let (two, collector) = with_bucket(&tested, there()).await;
    let state = ask(&two, sending.state()).await.json();
    assert_eq!(state["missing"], json!([PIECE, 3 * PIECE, 4 * PIECE]));
    for number in [1, 3, 4] {
        ask(&two, sending.piece(number)).await;
    }
    let state = ask(&one, sending.state()).await.json();
    assert_eq!(state["whole"], true);
    for router in [&one, &two] {
        let answer = ask(router, download(&sending, &code)).await;
        assert!(answer.body == bytes, "the very bytes");
    }
    let names = listed("whole");
    assert_eq!(names.len(), 7, "six pieces and the mark: {names:?}");
    assert!(names.iter().all(|name| name.starts_with("quan-doan/2023/")));
    let taken = ask(&one, report(&code, json!([sending.named("a.pdf")]))).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());

    // Out of the bucket into a copy, and back into another one.
    if tested.database.file().is_some() {
        let copy = tested.folder.join("copy.sqlite");
        let made = back_up(tested.collector.store(), &Depot::new(there()), &copy).await;
        assert_eq!(made.unwrap().files, 1);
        make("restored");
        let what = Restoring {
            copy,
            copied_files: None,
            database: Database::File(folder().join("phieu.sqlite")),
            files: Some(place("restored", &tested.folder, address)),
            without_lacking: false,
        };
        assert_eq!(restore(&what).await.unwrap().files, 1);
        assert_eq!(listed("restored").len(), 7);
        let foreign = Restoring {
            database: Database::File(folder().join("phieu.sqlite")),
            files: Some(place("whole", &tested.folder, address)),
            ..what
        };
        let error = restore(&foreign).await.unwrap_err().to_string();
        assert!(error.contains("move it away"), "{error}");
    }
    let delete = format!(
        "/api/office/plans/trees/files/{}?unit=tay-thanh",
        crate::sending::hash(&bytes)
    );
    let delete = Request::delete(delete).header("authorization", format!("Bearer {TOKEN}"));
    let deleted = ask(&one, delete.body(Body::empty()).unwrap()).await;
    assert_eq!(deleted.status, StatusCode::OK, "{}", deleted.text());
    assert_eq!(listed("whole"), ["quan-doan/2023/phieu.mark"]);
    assert_eq!(sweep_files(&collector).await.unwrap(), 0);
}

#[tokio::test]
async fn a_bucket_without_the_databases_mark_is_refused() {
    make("first");
    make("second");
    let (one, two) = (collector().await, collector().await);
    let address = moto();
    for (tested, name) in [(&one, "first"), (&two, "second")] {
        let code = key(tested, "trees", "tay-thanh", "unit").await;
        let (router, _) = with_bucket(tested, place(name, &tested.folder, address)).await;
        let bytes = pdf(5_000, 0);
        let sending = Sending {
            code: &code,
            kind: "pdf",
            bytes: &bytes,
        };
        let answer = ask(&router, sending.piece(0)).await;
        assert_eq!(answer.json()["whole"], true, "{}", answer.text());
    }
    let checked = async |tested: &Tested, name: &str| {
        let depot = Depot::new(place(name, &tested.folder, address));
        depot.check(tested.collector.store()).await
    };
    checked(&one, "first").await.expect("its own");
    let refused = checked(&one, "second").await.expect_err("of another");
    assert!(matches!(refused, DepotError::Foreign { .. }));
    let said = refused.to_string();
    assert!(
        said.contains("s3://second does not hold the files of this database"),
        "{said}"
    );
    let empty = collector().await;
    let refused = checked(&empty, "first").await.expect_err("of another");
    assert!(
        refused.to_string().contains("of another database"),
        "{refused}"
    );
    let refused = checked(&empty, "nowhere").await.expect_err("not there");
    assert!(matches!(refused, DepotError::Denied(_)), "{refused}");
    assert!(refused.to_string().contains("NoSuchBucket"), "{refused}");
    let (router, _) = with_bucket(&one, place("second", &one.folder, address)).await;
    let code = key(&one, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(6_000, 1);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let answer = ask(&router, sending.piece(0)).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (503, "filesElsewhere")
    );
}

#[tokio::test]
async fn settings_that_do_not_go_together_are_told_without_the_keys() {
    let tested = collector().await;
    let store = tested.collector.store();
    let file = tested.folder.join("bucket.keys");
    for (text, why) in [
        (
            format!("AWS_ACCESS_KEY_ID={KEY}\n"),
            "AWS_SECRET_ACCESS_KEY is not there",
        ),
        (
            format!(
                "AWS_ACCESS_KEY_ID={KEY}\nAWS_SECRET_ACCESS_KEY={SECRET}\nAWS_ENDPOINT=http://127.0.0.1:1\n"
            ),
            "AWS_ALLOW_HTTP",
        ),
        (format!("{SECRET}\n"), "does not begin with a name"),
        (format!("SECRET={SECRET}\n"), "does not begin with a name"),
    ] {
        std::fs::write(&file, text).unwrap();
        let place: DepotPlace = "s3://reports".parse().unwrap();
        let depot = Depot::new(place.with_keys(Some(file.clone())));
        let error = depot.check(store).await.unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
        assert!(!error.contains(KEY) && !error.contains(SECRET), "{error}");
    }
}

#[tokio::test]
async fn whatever_goes_wrong_with_a_bucket_is_told_and_leaves_nothing_half() {
    let tested = collector().await;
    let code = key(&tested, "trees", "tay-thanh", "unit").await;
    let between = Between::new();
    make("faulty");
    let address = between.address.to_string();
    let (router, _) = with_bucket(&tested, place("faulty", &tested.folder, &address)).await;
    let bytes = pdf(PIECE + 1_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let wrong = [
        (Fault::Answers(403, "AccessDenied"), "filesElsewhere"),
        (Fault::Answers(403, "InvalidAccessKeyId"), "filesElsewhere"),
        (Fault::Answers(404, "NoSuchBucket"), "filesElsewhere"),
        (Fault::Answers(403, "QuotaExceeded"), "noRoom"),
        (Fault::Answers(507, "XMinioStorageFull"), "noRoom"),
        (Fault::Answers(500, "InternalError"), "busy"),
        (Fault::Answers(503, "SlowDown"), "busy"),
        (Fault::CutBefore, "busy"),
        (Fault::CutBehind, "busy"),
        (Fault::Silent, "busy"),
    ];
    for (fault, expected) in wrong {
        between.set(fault);
        let answer = ask(&router, sending.piece(0)).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (503, expected),
            "{fault:?}"
        );
        assert!(!answer.text().contains(KEY), "{}", answer.text());
        let without = report(&code, json!([]));
        let answer = ask(&router, without).await;
        assert!(
            answer.status.is_success(),
            "reports are taken: {}",
            answer.text()
        );
        let early = report(&code, json!([sending.named("a.pdf")]));
        assert_eq!(ask(&router, early).await.code(), "filesMissing");
    }
    between.set(Fault::None);
    let answer = ask(&router, sending.piece(0)).await;
    assert_eq!(
        answer.json()["missing"],
        json!([PIECE]),
        "{}",
        answer.text()
    );
    // In the midst of looking at the whole.
    for (fault, expected) in wrong
        .into_iter()
        .filter(|(fault, _)| *fault != Fault::Silent)
    {
        between.set(fault);
        let answer = ask(&router, sending.piece(1)).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (503, expected),
            "{fault:?}"
        );
    }
    between.set(Fault::None);
    let answer = ask(&router, sending.piece(1)).await;
    assert_eq!(answer.json()["whole"], true, "{}", answer.text());
    let names = listed("faulty");
    assert_eq!(names.len(), 3, "two pieces and the mark: {names:?}");
    for (fault, expected) in [
        (Fault::Answers(403, "AccessDenied"), "filesElsewhere"),
        (Fault::Answers(500, "InternalError"), "busy"),
    ] {
        between.set(fault);
        let more = pdf(5_000, 7);
        let more = Sending {
            bytes: &more,
            ..sending
        };
        assert_eq!(ask(&router, more.piece(0)).await.code(), expected);
    }
    between.set(Fault::None);
    let answer = ask(&router, download(&sending, &code)).await;
    assert!(answer.body == bytes, "nothing is torn");
}
