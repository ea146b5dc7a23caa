//! How a published plan stands, and where a plan has its home.

use crate::published::{PLAN, listed, plan, publish, report, stand};
use crate::support::{Tested, folder, id, submission};
use axum::http::StatusCode;
use phieu::collector::{Database, Settings};
use serde_json::json;
use sqlx::Connection;

#[tokio::test]
async fn a_withdrawn_plan_takes_amendments_and_an_archived_one_takes_nothing() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    let mut seen = first.header("etag").to_owned();
    let sent = id();
    let body = report(&sent, "stones", 100);
    let receipt = collector.put(&sent, &body).await;
    assert_eq!(receipt.status, StatusCode::CREATED, "{}", receipt.text());
    let other_unit = |id: &str| {
        let mut report = report(id, "stones", 70);
        report["report"]["unit"] = json!("son-ky");
        report
    };
    for (trees, state, first_report, amendment) in [
        (101, "withdrawn", 422, 201),
        (102, "archived", 422, 422),
        (103, "withdrawn", 422, 201),
        (104, "open", 201, 201),
    ] {
        let stands = stand(&collector, &seen, "stones", state).await;
        assert_eq!(stands.status, StatusCode::CREATED, "{}", stands.text());
        seen = stands.header("etag").to_owned();
        let again = stand(&collector, "\"0.0\"", "stones", state).await;
        assert_eq!(again.status, StatusCode::OK, "it stands so already");
        let is_listed = listed(&collector).await.contains(&json!("stones"));
        assert_eq!(is_listed, state == "open");
        let form = collector.get("/api/plans/stones").await;
        assert_eq!(form.status, StatusCode::OK, "whoever amends needs the form");
        let (one, two) = (id(), id());
        let new = collector.put(&one, &other_unit(&one)).await;
        assert_eq!(new.status.as_u16(), first_report, "{state} {}", new.text());
        let amended = collector.put(&two, &report(&two, "stones", trees)).await;
        let text = amended.text();
        assert_eq!(amended.status.as_u16(), amendment, "{state} {text}");
        if new.status != StatusCode::CREATED {
            assert_eq!(new.code(), state);
        }
        let shown = collector
            .get(&format!("/api/submissions/{sent}/receipt"))
            .await;
        assert_eq!(shown.json(), receipt.json());
        let again = collector.put(&sent, &body).await;
        assert_eq!(
            again.status,
            StatusCode::OK,
            "what came is not refused when it comes again"
        );
        let status = collector
            .get("/api/plans/stones/status?unit=tay-thanh")
            .await;
        assert_eq!(status.status, StatusCode::OK);
        let overview = collector.office("/api/office/plans/stones/overview").await;
        assert_eq!(overview.status, StatusCode::OK);
    }
    let list = collector.office("/api/office/plans").await.json();
    assert_eq!(list["plans"][0]["published"]["state"], "open");
    let unknown = stand(&collector, "", "pebbles", "withdrawn").await;
    assert_eq!(
        (unknown.status.as_u16(), &*unknown.code()),
        (404, "notPublished")
    );
    let unseen = stand(&collector, "", "stones", "archived").await;
    assert_eq!(unseen.code(), "unseen");
}

#[tokio::test]
async fn what_one_collector_withdrew_the_others_on_its_database_refuse() {
    let one = Tested::new().await;
    let first = publish(&one, "", &plan("stones", "Đá")).await;
    let elsewhere = folder();
    std::fs::create_dir_all(elsewhere.join("plans")).unwrap();
    let database = one.database.clone();
    let other = Tested::open(elsewhere, database, &Settings::default()).await;
    let sent = id();
    let taken = other.put(&sent, &report(&sent, "stones", 100)).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    stand(&one, first.header("etag"), "stones", "archived").await;
    other.look().await;
    let amended = id();
    let refused = other.put(&amended, &report(&amended, "stones", 110)).await;
    assert_eq!(refused.code(), "archived");
    assert_eq!(listed(&other).await, [] as [serde_json::Value; 0]);
}

#[tokio::test]
async fn a_plan_has_one_home() {
    let collector = Tested::new().await;
    let refused = publish(&collector, "", &plan("trees", "Cây")).await;
    assert_eq!(
        (refused.status.as_u16(), &*refused.code()),
        (409, "inFolder")
    );
    assert_eq!(refused.json()["file"], "trees.json");
    let file = collector.folder.join("plans/trees.json");
    std::fs::remove_file(&file).unwrap();
    // Its versions go on from those of the folder.
    let published = publish(&collector, "", &plan("trees", "Cây")).await;
    assert_eq!(published.json()["version"], 3, "{}", published.text());
    let one = id();
    let sent = collector.put(&one, &submission(&one, 100)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());

    std::fs::write(&file, PLAN).unwrap();
    collector.look().await;
    let served = collector.get("/api/plans/trees").await.json();
    assert_eq!(served["version"], 3, "what is published holds");
    let list = collector.office("/api/office/plans").await.json();
    let wrong = &list["wrongFiles"][0];
    assert_eq!(wrong["file"], "trees.json");
    let message = wrong["message"].as_str().unwrap();
    assert!(message.contains("đã được văn phòng công bố"), "{message}");
    let again = collector.restarted().await;
    let served = again.get("/api/plans/trees").await.json();
    assert_eq!(served["version"], 3, "and stops no start");
}

/// Does something with the tables that no office could do in the time of a test.
async fn sql(database: &Database, sql: &'static str) {
    match database {
        Database::File(path) => {
            let url = format!("sqlite://{}", path.display());
            let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
        Database::Server(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

#[tokio::test]
async fn how_many_plans_and_steps_there_can_be_is_said() {
    let collector = Tested::new().await;
    publish(&collector, "", &plan("stones", "Đá")).await;
    sql(
        &collector.database,
        "with recursive number (n) as (select 2 union all select n + 1 from number where n < 1000) \
         insert into publication (plan, step, version, state, hash, done_at, done_by, office) \
         select plan, n, version, state, hash, done_at, done_by, office from publication, number \
         where plan = 'stones' and step = 1",
    )
    .await;
    let list = collector.office("/api/office/plans/stones/versions").await;
    let list = list.json();
    assert_eq!(list["steps"].as_array().unwrap().len(), 100);
    assert_eq!(
        (&list["steps"][0]["step"], &list["more"]),
        (&json!(1000), &json!(true))
    );
    let refused = stand(&collector, "\"1.1000\"", "stones", "withdrawn").await;
    assert_eq!(
        (refused.status.as_u16(), &*refused.code()),
        (409, "tooManySteps")
    );
    sql(
        &collector.database,
        "with recursive number (n) as (select 1 union all select n + 1 from number where n < 499) \
         insert into publication (plan, step, version, state, hash, done_at, done_by, office) \
         select 'p' || cast(n as text), 1, version, state, hash, done_at, done_by, office \
         from publication, number where plan = 'stones' and step = 1",
    )
    .await;
    let refused = publish(&collector, "", &plan("pebbles", "Sỏi")).await;
    assert_eq!(
        (refused.status.as_u16(), &*refused.code()),
        (409, "tooManyPlans")
    );
    assert!(refused.text().contains("500"), "{}", refused.text());
}

#[tokio::test]
async fn what_was_published_is_changed_and_taken_away_by_nobody() {
    let collector = Tested::new().await;
    publish(&collector, "", &plan("stones", "Đá")).await;
    let tried = [
        "update publication set state = 'archived'",
        "delete from publication",
        "update plan set json = '{}'",
        "delete from plan",
    ];
    for sql in tried {
        let refused = match &collector.database {
            Database::File(path) => {
                let url = format!("sqlite://{}", path.display());
                let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut connection).await.is_err()
            }
            Database::Server(url) => {
                let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
                sqlx::raw_sql(sql).execute(&mut connection).await.is_err()
            }
        };
        assert!(refused, "{sql}");
    }
}
