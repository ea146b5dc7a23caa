//! Files of reports: they come in pieces, once, and go out to whom the report is open, whatever happens in between.

use crate::sending::{
    PIECE, Sending, collector, count, download, hash, pdf, plan, report, report_with,
};
use crate::support::{TOKEN, Tested, WHOLE, ask, at, folder, key};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Depot, DepotError, DepotPlace, Settings, export, import};
use serde_json::json;
use std::path::Path;
use std::process::Command;

#[tokio::test]
async fn a_file_comes_in_pieces_in_any_order_once_and_goes_out_whole() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(2 * PIECE + 1_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let state = collector.ask(sending.state()).await.json();
    assert_eq!(state["missing"], json!([0, PIECE, 2 * PIECE]));
    let answer = collector.ask(sending.piece(2)).await;
    assert_eq!(answer.json()["missing"], json!([0, PIECE]));
    let answer = collector.ask(sending.piece(0)).await.json();
    assert_eq!(
        (&answer["missing"], &answer["whole"]),
        (&json!([PIECE]), &json!(false))
    );
    let missing = collector.ask(download(&sending, &code)).await;
    assert_eq!(
        (missing.status, &*missing.code()),
        (StatusCode::NOT_FOUND, "unknownFile")
    );
    // The collector is killed, and another one goes on.
    let collector = collector.restarted_closed().await;
    let state = collector.ask(sending.state()).await.json();
    assert_eq!(state["missing"], json!([PIECE]));
    for _ in 0..2 {
        let answer = collector.ask(sending.piece(1)).await.json();
        assert_eq!(
            (&answer["missing"], &answer["whole"]),
            (&json!([]), &json!(true))
        );
    }
    assert_eq!(count(&collector.folder.join("files")), 3);
    for reader in [&*code, TOKEN] {
        let answer = collector.ask(download(&sending, reader)).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body == bytes, "the very bytes");
        for (header, value) in [
            ("content-type", "application/octet-stream"),
            ("x-content-type-options", "nosniff"),
            ("cache-control", "private, no-store"),
            ("x-frame-options", "DENY"),
            (
                "content-security-policy",
                "sandbox; default-src 'none'; frame-ancestors 'none'",
            ),
            (
                "content-disposition",
                "attachment; filename=\"tep.pdf\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf",
            ),
        ] {
            assert_eq!(answer.header(header), value, "{header}");
        }
    }
    let other = key(&collector, "trees", "son-ky", "unit").await;
    let publisher = key(&collector, "", "P", "publisher").await;
    for (reader, status, code) in [
        (&*other, 403, "notYours"),
        (&*publisher, 403, "notYours"),
        ("", 401, "tokenWrong"),
    ] {
        let answer = collector.ask(download(&sending, reader)).await;
        assert_eq!((answer.status.as_u16(), &*answer.code()), (status, code));
    }
}

#[tokio::test]
async fn where_anyone_may_report_nobody_reads_files_without_a_code() {
    let collector = Tested::new().await;
    std::fs::write(collector.folder.join("plans/trees.json"), plan()).unwrap();
    let collector = collector.restarted().await;
    let bytes = pdf(5_000, 0);
    let sending = Sending {
        code: "",
        kind: "pdf",
        bytes: &bytes,
    };
    let mut open = sending.piece(0);
    open.headers_mut().remove("authorization");
    assert_eq!(collector.ask(open).await.json()["whole"], true);
    let mut open = download(&sending, "");
    open.headers_mut().remove("authorization");
    let answer = collector.ask(open).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (401, "tokenMissing")
    );
    assert_eq!(
        collector.ask(download(&sending, TOKEN)).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_report_is_taken_once_its_files_are_here() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 1, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let files = json!([sending.named("BC 05.pdf")]);
    collector.ask(sending.piece(0)).await;
    let early = collector.ask(report(&code, files.clone())).await;
    assert_eq!(
        (early.status.as_u16(), &*early.code()),
        (409, "filesMissing")
    );
    assert_eq!(early.json()["files"], json!([hash(&bytes)]));
    sending.all(&collector).await;
    let other_unit = key(&collector, "trees", "son-ky", "unit").await;
    let mut theirs = report_with(files.clone());
    theirs.1["report"]["unit"] = json!("son-ky");
    let request = Request::put(format!("/api/submissions/{}", theirs.0))
        .header("authorization", format!("Bearer {other_unit}"))
        .header("content-type", "application/json")
        .body(Body::from(theirs.1.to_string()));
    let theirs = collector.ask(request.unwrap()).await;
    assert_eq!(
        theirs.code(),
        "filesMissing",
        "who knows a hash has no file by that"
    );
    let taken = collector.ask(report(&code, files.clone())).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    let larger = json!([{"hash": hash(&bytes), "name": "BC 05.pdf", "bytes": 5, "kind": "pdf"}]);
    let answer = collector.ask(report(&code, larger)).await;
    assert_eq!(answer.code(), "filesMissing", "a file is what it was");
}

#[tokio::test]
async fn a_folder_without_the_databases_mark_is_refused() {
    let collector = collector().await;
    let store = collector.collector.store();
    let kept_in = |folder: &Path| Depot::new(DepotPlace::Folder(folder.to_owned()));
    let other = folder();
    kept_in(&other)
        .check(store)
        .await
        .expect("as long as there are no files, any will do");
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(5_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let own = collector.folder.join("files");
    kept_in(&own).check(store).await.expect("its own");
    let refused = kept_in(&other).check(store).await.expect_err("another");
    assert!(matches!(refused, DepotError::Foreign { .. }));
    let mark = std::fs::read_to_string(own.join("phieu.mark")).unwrap();
    assert!(refused.to_string().contains(mark.trim()), "{refused}");
    std::fs::write(other.join("phieu.mark"), format!("{mark}\n")).unwrap();
    kept_in(&other)
        .check(store)
        .await
        .expect("it was said to be the one");
    std::fs::write(other.join("phieu.mark"), "0a").unwrap();
    assert!(kept_in(&other).check(store).await.is_err());
    // Another collector of the same database that looks elsewhere takes no files, and loses none.
    let elsewhere = collector.beside(Settings::default()).await;
    let answer = ask(&elsewhere.router, sending.piece(0)).await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "what is whole is whole: {}",
        answer.text()
    );
    let more = pdf(6_000, 1);
    let more = Sending {
        bytes: &more,
        ..sending
    };
    let answer = ask(&elsewhere.router, more.piece(0)).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (503, "filesElsewhere")
    );
}

#[tokio::test]
async fn files_move_with_their_folder_to_another_database() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 5, 0);
    let gone = pdf(5_000, 1);
    let sending = |bytes| Sending {
        code: &code,
        kind: "pdf",
        bytes,
    };
    for bytes in [&bytes, &gone] {
        sending(&**bytes).all(&collector).await;
    }
    let files = json!([
        sending(&bytes).named("a.pdf"),
        sending(&gone).named("b.pdf")
    ]);
    let taken = collector.ask(report(&code, files)).await;
    assert_eq!(taken.status, StatusCode::CREATED);
    let address = format!(
        "/api/office/plans/trees/files/{}?unit=tay-thanh",
        hash(&gone)
    );
    let delete = Request::delete(address).header("authorization", format!("Bearer {TOKEN}"));
    collector.ask(delete.body(Body::empty()).unwrap()).await;
    let mut lines = Vec::new();
    export(collector.collector.store(), true, &mut lines)
        .await
        .unwrap();

    let other = self::collector().await;
    let now = at("2023-03-05T08:00:00+07:00");
    for _ in 0..2 {
        let restored = import(other.collector.store(), &*lines, WHOLE, now)
            .await
            .unwrap();
        assert_eq!(restored.files, 2);
    }
    let (from, to) = (collector.folder.join("files"), other.folder.join("files"));
    let copied = Command::new("cp").arg("-a").args([&from, &to]).status();
    assert!(copied.unwrap().success());
    let other = other.restarted_closed().await;
    let answer = other.ask(download(&sending(&bytes), &code)).await;
    assert!(
        answer.status == StatusCode::OK && answer.body == bytes,
        "{}",
        answer.status
    );
    let answer = other.ask(download(&sending(&gone), &code)).await;
    assert_eq!(answer.code(), "fileDeleted");
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    assert_eq!(
        other.office(list).await.json(),
        collector.office(list).await.json()
    );
}
