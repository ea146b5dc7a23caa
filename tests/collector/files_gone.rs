//! Files that are taken away: by an office, by the plan's own end, or because nothing names them; also by a collector that is
//! killed over it.

use crate::sending::{
    PIECE, Sending, collector, count, download, get, hash, pdf, report, report_with,
};
use crate::support::{TOKEN, at, key};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::sweep_files;
use serde_json::{Value, json};

#[tokio::test]
async fn an_office_sees_files_and_can_take_one_away() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 5, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let files = json!([sending.named("BC 05.pdf")]);
    collector.ask(report(&code, files.clone())).await;
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    let listed = collector.office(list).await.json();
    assert_eq!(
        (&listed[0]["bytes"], &listed[0]["deletedAt"]),
        (&json!(bytes.len()), &Value::Null)
    );
    assert_eq!(
        collector.ask(get(list, &code)).await.status,
        StatusCode::FORBIDDEN
    );
    let delete = |code: &str| {
        let address = format!(
            "/api/office/plans/trees/files/{}?unit=tay-thanh",
            hash(&bytes)
        );
        let request = Request::delete(address).header("authorization", format!("Bearer {code}"));
        request.body(Body::empty()).unwrap()
    };
    assert_eq!(
        collector.ask(delete(&code)).await.status,
        StatusCode::FORBIDDEN
    );
    let deleted = collector.ask(delete(TOKEN)).await.json();
    assert_eq!(deleted["deletedBy"], "office");
    collector.set_clock("2023-03-02T09:00:00+07:00");
    assert_eq!(
        collector.ask(delete(TOKEN)).await.json(),
        deleted,
        "again, the same"
    );
    assert_eq!(
        collector.office(list).await.json(),
        json!([deleted]),
        "what it was stays"
    );
    assert_eq!(count(&collector.folder.join("files")), 0);
    for request in [download(&sending, &code), sending.piece(0), sending.state()] {
        let answer = collector.ask(request).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (410, "fileDeleted")
        );
    }
    let (id, mut amended) = report_with(files);
    amended["report"]["figures"]["trees"] = json!(101);
    let request = Request::put(format!("/api/submissions/{id}"))
        .header("authorization", format!("Bearer {code}"))
        .header("content-type", "application/json")
        .body(Body::from(amended.to_string()));
    let answer = collector.ask(request.unwrap()).await;
    assert_eq!(
        answer.status,
        StatusCode::CREATED,
        "a report that named it can be amended"
    );
}

#[tokio::test]
async fn what_nobody_needs_is_taken_away_and_what_a_plan_keeps_no_longer() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let (named, unnamed, begun) = (pdf(5_000, 0), pdf(5_000, 1), pdf(PIECE + 5, 2));
    let sending = |bytes| Sending {
        code: &code,
        kind: "pdf",
        bytes,
    };
    sending(&*named).all(&collector).await;
    sending(&unnamed).all(&collector).await;
    collector.ask(sending(&begun).piece(0)).await;
    let files = json!([sending(&named).named("a.pdf")]);
    let taken = collector.ask(report(&code, files)).await;
    assert_eq!(taken.status, StatusCode::CREATED);
    for (moment, swept, left) in [
        ("2023-03-09T07:00:00+07:00", 0, 3),
        ("2023-03-09T09:00:00+07:00", 1, 2),
        ("2023-05-02T08:00:00+07:00", 1, 1),
        ("2023-07-09T23:00:00+07:00", 0, 1),
        ("2023-07-10T01:00:00+07:00", 1, 0),
    ] {
        collector.set_clock(moment);
        let count_swept = sweep_files(&collector.collector).await.unwrap();
        assert_eq!(
            (count_swept, count(&collector.folder.join("files"))),
            (swept, left),
            "{moment}"
        );
    }
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    let listed = collector.office(list).await.json();
    let by: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["deletedBy"])
        .collect();
    assert_eq!(by, ["plan"], "what no report named is forgotten");
    collector.set_clock("2023-05-03T08:00:00+07:00");
    let again = sending(&unnamed).all(&collector).await.json();
    assert_eq!(again["whole"], true, "and comes again");
}

#[tokio::test]
async fn what_a_killed_collector_began_to_take_away_is_gone_after_the_next_sweep() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(5_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let store = collector.collector.store();
    let now = at("2023-03-02T09:00:00+07:00").unix_seconds();
    let hash = hash(&bytes);
    let by = (now, "office");
    let noted = store.delete_file("trees", "tay-thanh", &hash, by).await;
    let noted = noted.unwrap().unwrap();
    assert_eq!(noted.going_at, Some(now));
    let answer = collector.ask(download(&sending, &code)).await;
    assert_eq!(answer.code(), "fileDeleted", "from the first moment on");
    assert_eq!(count(&collector.folder.join("files")), 1);
    assert_eq!(sweep_files(&collector.collector).await.unwrap(), 1);
    assert_eq!(count(&collector.folder.join("files")), 0);
    let gone = store.file("trees", "tay-thanh", &hash).await.unwrap();
    let gone = gone.unwrap();
    assert_eq!((gone.going_at, gone.deleted_at), (None, Some(now)));
    assert_eq!(sweep_files(&collector.collector).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_being_forgotten_counts_for_nothing_and_comes_anew_afterwards() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 5, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let store = collector.collector.store();
    let late = at("2023-05-05T08:00:00+07:00").unix_seconds();
    store.forget_files((late, late), late).await.unwrap();
    let files = json!([sending.named("a.pdf")]);
    let early = collector.ask(report(&code, files.clone())).await;
    assert_eq!(early.code(), "filesMissing");
    for request in [sending.piece(0), sending.state()] {
        let answer = collector.ask(request).await;
        assert_eq!((answer.status.as_u16(), &*answer.code()), (503, "busy"));
    }
    let answer = collector.ask(download(&sending, &code)).await;
    assert_eq!(answer.code(), "unknownFile");
    assert_eq!(sweep_files(&collector.collector).await.unwrap(), 1);
    let state = collector.ask(sending.state()).await.json();
    assert_eq!(state["missing"], json!([0, PIECE]));
    sending.all(&collector).await;
    let taken = collector.ask(report(&code, files)).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    store.forget_files((late, late), late).await.unwrap();
    assert_eq!(
        sweep_files(&collector.collector).await.unwrap(),
        0,
        "what a report names is not forgotten"
    );
}
