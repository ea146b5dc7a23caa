//! What an earlier collector wrote and told (`older/`), told the same by this one; and the way back to it.

use crate::support::{Answer, Tested, WHOLE, at, database, folder, id, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Database, Settings, Store, export, import};
use serde_json::Value;
use sqlx::Connection;
use std::path::Path;

const FILE: &[u8] = include_bytes!("older/phieu.db");
const DUMP: &str = include_str!("older/phieu.sql");

/// The last step that the earlier collector took.
const VERSION: i64 = 5;

/// When it was asked.
const NOW: &str = "2023-03-11T08:00:00+07:00";

/// When all of it had been written, its codes too, which were made by the machine's clock.
const LATER: &str = "2100-01-01T00:00:00Z";

/// What it told: answers by their addresses.
fn told() -> serde_json::Map<String, Value> {
    let told = if crate::ON_POSTGRES {
        include_str!("older/postgres.told.json")
    } else {
        include_str!("older/sqlite.told.json")
    };
    serde_json::from_str(told).unwrap()
}

/// The code of its unit Tây Thạnh.
fn code() -> &'static str {
    let codes = if crate::ON_POSTGRES {
        include_str!("older/postgres.codes")
    } else {
        include_str!("older/sqlite.codes")
    };
    codes.lines().next().unwrap()
}

/// Its database, in a folder with its plan.
async fn older() -> (std::path::PathBuf, Database) {
    let folder = folder();
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(folder.join("plans/trees.json"), include_str!("plan.json")).unwrap();
    let database = database(&folder);
    match &database {
        Database::File(path) => std::fs::write(path, FILE).unwrap(),
        Database::Server(url) => {
            let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
            let loaded = sqlx::raw_sql(DUMP).execute(&mut connection).await;
            loaded.unwrap();
            connection.close().await.unwrap();
        }
    }
    (folder, database)
}

/// The collector opened on it, at the same hour.
async fn opened(folder: &Path, database: &Database) -> Tested {
    let (folder, database) = (folder.to_owned(), database.clone());
    let collector = Tested::open(folder, database, &Settings::default()).await;
    collector.set_clock(NOW);
    collector
}

/// What people read may be worded anew, and these words were: what came late is "trễ hạn" everywhere. Codes and members
/// stay as they were.
const REWORDED: [(&str, &str); 4] = [
    ("được ghi là gửi trễ", "được ghi là trễ hạn"),
    ("Đã gửi trễ", "Đã gửi trễ hạn"),
    ("1 trễ", "1 trễ hạn"),
    ("Trễ", "Trễ hạn"),
];

/// What was told, in the words of today.
fn reworded(then: &str) -> String {
    let reword = |text: String, (old, new): (&str, &str)| text.replace(old, new);
    REWORDED.into_iter().fold(then.to_owned(), reword)
}

/// Whether all that was told is told again; a later version may tell more.
fn holds(now: &Value, then: &Value) -> bool {
    match (now, then) {
        (Value::Object(now), Value::Object(then)) => then
            .iter()
            .all(|(name, then)| now.get(name).is_some_and(|now| holds(now, then))),
        (Value::Array(now), Value::Array(then)) => {
            now.len() == then.len() && now.iter().zip(then).all(|(now, then)| holds(now, then))
        }
        (Value::String(now), Value::String(then)) => *now == reworded(then),
        _ => now == then,
    }
}

async fn tells_the_same(collector: &Tested) {
    for (path, then) in told() {
        let now = collector.office(&path).await;
        assert_eq!(now.status, StatusCode::OK, "{path}: {}", now.text());
        let now = now.json();
        assert!(holds(&now, &then), "{path}\nthen {then}\nnow  {now}");
    }
}

/// Sends as whoever has the unit's code.
async fn amended(collector: &Tested, period: [&str; 2]) -> Answer {
    let one = id();
    let mut report = submission(&one, 80);
    report["report"]["period"] = serde_json::json!({"from": period[0], "to": period[1]});
    let request = Request::put(format!("/api/submissions/{one}"))
        .header("content-type", "application/json")
        .header("authorization", format!("Bearer {}", code()))
        .body(Body::from(report.to_string()))
        .unwrap();
    collector.ask(request).await
}

#[tokio::test]
async fn what_an_earlier_collector_received_decided_and_told_is_told_the_same() {
    let (folder, database) = older().await;
    let collector = opened(&folder, &database).await;
    tells_the_same(&collector).await;
    let locked = amended(&collector, ["2023-02-26", "2023-03-03"]).await;
    assert_eq!(locked.code(), "locked", "what was accepted stays so");
    let late = amended(&collector, ["2023-03-04", "2023-03-10"]).await;
    assert_eq!(late.status, StatusCode::CREATED, "{}", late.text());
    assert_eq!(
        late.json()["timeliness"],
        "late",
        "and its code opens still"
    );
    tells_the_same_but_for_what_came(&collector).await;
}

/// The receipts and decisions, which no later report changes.
async fn tells_the_same_but_for_what_came(collector: &Tested) {
    for (path, then) in told() {
        if path.ends_with("/receipt") || path.ends_with("/decision") {
            let now = collector.office(&path).await.json();
            assert!(holds(&now, &then), "{path}: {now}");
        }
    }
}

#[tokio::test]
async fn what_an_earlier_collector_kept_goes_out_and_comes_in_again_whatever_its_texts_hold() {
    let (_, first) = older().await;
    let store = Store::open(&first).await.unwrap();
    let mut lines = Vec::new();
    export(&store, true, &mut lines).await.unwrap();
    store.close().await;
    let text = String::from_utf8(lines).unwrap();
    assert!(
        text.contains('\u{202E}'),
        "a report with a character that is refused today is among them"
    );

    let fresh = Tested::new().await;
    let store = Store::open(&fresh.database).await.unwrap();
    let restored = import(&store, text.as_bytes(), WHOLE, at(LATER))
        .await
        .unwrap();
    assert_eq!((restored.new, restored.known), (5, 0));
    store.close().await;
    let collector = opened(&fresh.folder, &fresh.database).await;
    tells_the_same(&collector).await;
}

#[tokio::test]
async fn a_copy_made_before_the_upgrade_is_the_way_back() {
    let (folder, database) = older().await;
    let Database::File(path) = &database else {
        // The server's own dump is the copy there; that it is one, `older` shows each time that it loads it.
        let again = older().await;
        opened(&folder, &database).await;
        assert_eq!(crate::upgrade::version(&again.1).await, VERSION);
        return;
    };
    let before = folder.join("before.sqlite");
    let store = Store::open_as_it_is(&database).await.unwrap();
    assert!(!store.is_current().await.unwrap());
    store.backup(&before).await.unwrap();
    store.close().await;
    assert_eq!(std::fs::read(path).unwrap(), FILE, "it stays as it was");
    let copy = std::fs::read(&before).unwrap();

    let collector = opened(&folder, &database).await;
    tells_the_same(&collector).await;
    assert!(crate::upgrade::version(&database).await > VERSION);
    assert_eq!(
        std::fs::read(&before).unwrap(),
        copy,
        "the copy stands beside"
    );
    drop(collector);

    // The way back: the copy in the place of what was upgraded. All of it is there, in the earlier layout.
    let back = folder.join("back.sqlite");
    std::fs::copy(&before, &back).unwrap();
    let back = Database::File(back);
    assert_eq!(crate::upgrade::version(&back).await, VERSION);
    let original = folder.join("original.sqlite");
    std::fs::write(&original, FILE).unwrap();
    let original = Database::File(original);
    assert_eq!(rows(&back).await, rows(&original).await);
    tells_the_same(&opened(&folder, &back).await).await;
}

/// All rows of all tables, in words, beside how each table was made.
async fn rows(database: &Database) -> Vec<String> {
    let path = database.file().unwrap();
    let url = format!("sqlite://{}", path.display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let tables = "select name, sql from sqlite_schema where sql is not null order by name";
    let tables: Vec<(String, String)> = sqlx::query_as(tables)
        .fetch_all(&mut connection)
        .await
        .unwrap();
    let mut all = Vec::new();
    for (name, made) in tables {
        all.push(made.clone());
        if !made.to_lowercase().starts_with("create table") {
            continue;
        }
        let columns = format!(
            "select group_concat('quote(\"' || name || '\")', '||') from pragma_table_info('{name}')"
        );
        let columns: String = sqlx::query_scalar(sqlx::AssertSqlSafe(columns))
            .fetch_one(&mut connection)
            .await
            .unwrap();
        let lines = sqlx::AssertSqlSafe(format!("select {columns} from \"{name}\" order by 1"));
        let lines: Vec<String> = sqlx::query_scalar(lines)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        all.extend(lines);
    }
    connection.close().await.unwrap();
    all
}
