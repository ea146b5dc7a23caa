//! A database of an earlier version, with data in it, opened by this one.

use crate::support::{Tested, id, submission};
use axum::http::StatusCode;
use phieu::collector::{Database, Settings, Store};
use serde_json::json;
use sqlx::Connection;
use sqlx::migrate::Migrator;

/// What collectors of the first version wrote.
const FIRST: &str = "insert into submission (id, plan, plan_version, duty, unit, period_from, period_to, \
    revision, received_at, hash, report, receipt) values ('0190a5c4-7d3e-7c1a-9f00-0000000000aa', 'trees', 2, \
    'weekly', 'tay-thanh', '2023-02-26', '2023-03-03', 1, 1677718800, 'abc', \
    '{\"format\":1,\"plan\":\"trees\",\"planVersion\":2,\"duty\":\"weekly\",\"unit\":\"tay-thanh\",\
    \"period\":{\"from\":\"2023-02-26\",\"to\":\"2023-03-03\"},\"figures\":{\"trees\":90}}', \
    '{\"format\":1,\"submission\":\"0190a5c4-7d3e-7c1a-9f00-0000000000aa\",\"code\":\"0000-0000\",\
    \"plan\":\"trees\",\"planVersion\":2,\"duty\":\"weekly\",\"unit\":\"tay-thanh\",\"period\":\
    {\"from\":\"2023-02-26\",\"to\":\"2023-03-03\"},\"preparedAt\":\"2023-03-02T00:59:00Z\",\"receivedAt\":\
    \"2023-03-02T01:00:00Z\",\"deadline\":null,\"timeliness\":\"noDeadline\",\"hash\":\"abc\",\"revision\":1,\
    \"findings\":[]}')";

#[tokio::test]
async fn a_database_of_the_first_version_is_brought_up_to_date_with_all_it_holds() {
    // The folder, the plan and an empty database, of which the newest tables are taken away again.
    let fresh = Tested::new().await;
    let (folder, database) = (fresh.folder.clone(), first_version(&fresh).await);
    let collector = Tested::open(folder, database, &Settings::default()).await;

    let old = "0190a5c4-7d3e-7c1a-9f00-0000000000aa";
    let shown = collector
        .office(&format!("/api/office/submissions/{old}"))
        .await
        .json();
    assert_eq!(shown["report"]["figures"]["trees"], 90);
    assert_eq!(
        shown["history"][0]["sentBy"], "open",
        "then anyone might send"
    );
    let standing = collector
        .get("/api/plans/trees/status?unit=tay-thanh")
        .await;
    assert_eq!(standing.json()["sent"][0]["status"], "received");
    let list = collector.office("/api/office/plans/trees/overview").await;
    let unit = &list.json()["duties"][0]["units"][0];
    assert_eq!(
        (&unit["state"], &unit["delayedText"]),
        (&json!("sent"), &json!(null))
    );
    let one = id();
    let amended = collector.put(&one, &submission(&one, 100)).await;
    assert_eq!(amended.status, StatusCode::CREATED, "{}", amended.text());
    assert_eq!(amended.json()["revision"], json!(2));
}

/// A database as the first version left it.
async fn first_version(beside: &Tested) -> Database {
    let only_first = |all: Migrator| {
        let first = all.iter().filter(|step| step.version == 1).cloned();
        Migrator::with_migrations(first.collect())
    };
    let database = crate::support::database(&beside.folder.join("plans"));
    match &database {
        Database::File(path) => {
            let url = format!("sqlite://{}?mode=rwc", path.display());
            let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
            let steps = only_first(sqlx::migrate!("src/collector/migrations/sqlite"));
            steps.run(&mut connection).await.unwrap();
            sqlx::query(FIRST).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
        Database::Server(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let steps = only_first(sqlx::migrate!("src/collector/migrations/postgres"));
            steps.run(&mut connection).await.unwrap();
            sqlx::query(FIRST).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
    database
}

/// How far the tables of a database have come.
pub async fn version(database: &Database) -> i64 {
    let newest = "select max(version) from _sqlx_migrations";
    match database {
        Database::File(path) => {
            let url = format!("sqlite://{}", path.display());
            let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
            let one = sqlx::query_scalar(newest).fetch_one(&mut connection).await;
            one.unwrap()
        }
        Database::Server(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let one = sqlx::query_scalar(newest).fetch_one(&mut connection).await;
            one.unwrap()
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn several_programs_may_open_an_older_database_at_once() {
    let fresh = Tested::new().await;
    for database in [
        first_version(&fresh).await,
        crate::support::database(&crate::support::folder()),
    ] {
        let opening = (0..8).map(|_| {
            let database = database.clone();
            tokio::spawn(async move { Store::open(&database).await })
        });
        for opened in opening.collect::<Vec<_>>() {
            let store = opened.await.unwrap().unwrap();
            store.pulse(0).await.unwrap();
            assert!(store.is_current().await.unwrap());
            store.close().await;
        }
    }
}

#[tokio::test]
async fn a_copy_made_before_the_upgrade_is_a_way_back() {
    let fresh = Tested::new().await;
    let database = first_version(&fresh).await;
    let older = Store::open_as_it_is(&database).await.unwrap();
    assert!(!older.is_current().await.unwrap());
    let copy = fresh.folder.join("before.sqlite");
    let copied = older.backup(&copy).await;
    older.close().await;
    assert_eq!(version(&database).await, 1, "what is copied stays as it is");
    if database.file().is_none() {
        return;
    }
    copied.unwrap();
    let upgraded = Store::open(&database).await.unwrap();
    upgraded.close().await;
    assert!(version(&database).await > 1);
    assert_eq!(
        version(&Database::File(copy)).await,
        1,
        "the copy is of the older collector"
    );
}
