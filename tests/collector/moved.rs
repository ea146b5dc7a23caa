//! What offices published, out of one database and into another.

use crate::published::{plan, publish, stand};
use crate::support::{Tested, WHOLE, at, database, folder, key};
use phieu::collector::{Believed, Settings, Store, export, import};
use serde_json::json;

/// When lines are put back: after all of it was done.
const NOW: &str = "2023-03-02T09:00:00+07:00";

async fn exported(collector: &Tested) -> String {
    let store = Store::open(&collector.database).await.unwrap();
    let mut lines = Vec::new();
    export(&store, true, &mut lines).await.unwrap();
    store.close().await;
    String::from_utf8(lines).unwrap()
}

/// A collector on which a plan was published twice and withdrawn.
async fn busy() -> Tested {
    let collector = Tested::new().await;
    key(&collector, "", "Quận Đoàn", "publisher").await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    let second = publish(&collector, first.header("etag"), &plan("stones", "Đá hai")).await;
    let third = stand(&collector, second.header("etag"), "stones", "withdrawn").await;
    assert!(third.status.is_success(), "{}", third.text());
    collector
}

#[tokio::test]
async fn what_was_published_comes_back_step_by_step() {
    let collector = busy().await;
    let lines = exported(&collector).await;
    let elsewhere = folder();
    std::fs::create_dir_all(elsewhere.join("plans")).unwrap();
    let other = database(&elsewhere);
    let store = Store::open(&other).await.unwrap();
    for _ in 0..2 {
        let restored = import(&store, lines.as_bytes(), WHOLE, at(NOW)).await;
        let restored = restored.unwrap();
        assert_eq!((restored.plans, restored.steps, restored.keys), (3, 3, 1));
    }
    store.close().await;
    let moved = Tested::open(elsewhere, other, &Settings::default()).await;
    assert_eq!(exported(&moved).await, lines);
    for path in [
        "/api/office/plans/stones/versions",
        "/api/office/plans/stones",
        "/api/plans/stones?full&version=1",
    ] {
        let (here, there) = (collector.office(path).await, moved.office(path).await);
        assert_eq!(here.json(), there.json(), "{path}");
        assert_eq!(here.header("etag"), there.header("etag"), "{path}");
    }
}

#[tokio::test]
async fn a_step_that_anything_contradicts_is_named_and_nothing_is_put_back() {
    let collector = busy().await;
    let lines = exported(&collector).await;
    let lines: Vec<&str> = lines.lines().collect();
    let is_step = |number: u32| format!("\"number\":{number},");
    let step = |number: u32| {
        let line = lines.iter().find(|line| line.contains(&is_step(number)));
        (*line.unwrap()).to_owned()
    };
    let with = |number: u32, from: &str, to: &str| {
        let wrong = step(number).replacen(from, to, 1);
        assert_ne!(wrong, step(number), "{from}");
        let all = lines.iter().map(|line| {
            if line.contains(&is_step(number)) {
                wrong.clone()
            } else {
                (*line).to_owned()
            }
        });
        all.collect::<Vec<_>>().join("\n")
    };
    let without = |words: &str| {
        let left = lines.iter().filter(|line| !line.contains(words));
        left.copied().collect::<Vec<_>>().join("\n")
    };
    let later = at("2023-03-02T10:00:00+07:00").unix_seconds();
    let then = at("2023-03-02T08:00:00+07:00").unix_seconds();
    let hour = |seconds: i64| format!("\"doneAt\":{seconds}");
    let empty = database(&folder());
    let store = Store::open(&empty).await.unwrap();
    for (text, why) in [
        (
            with(1, "\"open\"", "\"lost\""),
            "no step that an office can take",
        ),
        (
            with(1, "\"open\"", "\"withdrawn\""),
            "the first step publishes",
        ),
        (
            with(1, "\"office\":\"\"", "\"office\":\"a\\u202eb\""),
            "no step that an office can take",
        ),
        (
            with(1, &is_step(1), &is_step(0)),
            "no step that an office can take",
        ),
        (with(2, &is_step(2), &is_step(4)), "the step before it"),
        (without(&is_step(1)), "the step before it"),
        (without(&is_step(2)), "the step before it"),
        (
            with(2, "\"version\":2", "\"version\":3"),
            "the version that it publishes",
        ),
        (
            with(2, "\"hash\":\"", "\"hash\":\"0"),
            "the version that it publishes",
        ),
        (with(3, &hour(then), &hour(later)), "later than the clock"),
        (
            with(3, &hour(then), &hour(then - 1000)),
            "older than the step before",
        ),
        (
            with(2, "\"step\":{", "\"step\":{\"more\":1,"),
            "unknown field",
        ),
        (with(2, "\"open\"", "\"archived\""), "an older version"),
    ] {
        let refused = import(&store, text.as_bytes(), WHOLE, at(NOW)).await;
        let refused = refused.unwrap_err().to_string();
        assert!(refused.contains(why), "{why}: {refused}");
        assert!(store.kept_versions().await.unwrap().is_empty(), "{why}");
    }
    let left = import(
        &store,
        lines.join("\n").as_bytes(),
        Believed::default(),
        at(NOW),
    )
    .await;
    assert_eq!(left.unwrap().steps, 3, "they are counted");
    assert!(store.heads().await.unwrap().is_empty(), "and left out");
    store.close().await;
    // What stands here is not changed by a line.
    let store = Store::open(&collector.database).await.unwrap();
    let other = with(3, "\"withdrawn\"", "\"archived\"");
    let refused = import(&store, other.as_bytes(), WHOLE, at(NOW)).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("another step is stored"), "{refused}");
    store.close().await;
    let listed = collector.office("/api/office/plans").await.json();
    assert_eq!(listed["plans"][0]["published"]["state"], json!("withdrawn"));
}
