//! The folder of the plans while the collector runs.

use crate::support::{Tested, folder, id, submission};
use axum::http::StatusCode;
use phieu::collector::Settings;
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;
use std::time::{Duration, SystemTime};

const PLAN: &str = include_str!("plan.json");

/// The plan of these tests with another identity, version or title.
fn plan(id: &str, version: u32, title: &str) -> String {
    let mut plan: Value = serde_json::from_str(PLAN).unwrap();
    plan["id"] = json!(id);
    plan["version"] = json!(version);
    plan["title"] = json!(title);
    plan.to_string()
}

/// Which plans are served, each with its version and title.
async fn served(collector: &Tested) -> Vec<(String, u64, String)> {
    let listed = collector.office("/api/plans").await.json();
    let listed = listed.as_array().unwrap().clone();
    let told = listed.into_iter().map(|plan| {
        let text = |name: &str| plan[name].as_str().unwrap().to_owned();
        (text("id"), plan["version"].as_u64().unwrap(), text("title"))
    });
    told.collect()
}

async fn wrong_files(collector: &Tested) -> u64 {
    let health = collector.get("/api/health").await.json();
    health["wrongFiles"].as_u64().unwrap()
}

#[tokio::test]
async fn a_new_plan_and_a_new_version_serve_without_a_restart() {
    let collector = Tested::new().await;
    let plans = collector.folder.join("plans");
    std::fs::write(plans.join("stones.json"), plan("stones", 1, "Đá")).unwrap();
    std::fs::write(plans.join("trees.json"), plan("trees", 3, "Cây")).unwrap();
    collector.look().await;
    let now = served(&collector).await;
    let expected = [("stones", 1, "Đá"), ("trees", 3, "Cây")];
    assert_eq!(
        now,
        expected.map(|(id, version, title)| (id.to_owned(), version, title.to_owned()))
    );
    // A report of the version before is checked by it.
    let one = id();
    let answer = collector.put(&one, &submission(&one, 100)).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let older = collector.get("/api/plans/trees?version=2").await;
    assert_eq!(older.json()["version"], 2);
}

#[tokio::test]
async fn who_asks_a_second_later_finds_what_was_put_into_the_folder() {
    let collector = Tested::new().await;
    let file = collector.folder.join("plans/stones.json");
    std::fs::write(file, plan("stones", 1, "Đá")).unwrap();
    let seen = async {
        while collector.get("/api/plans/stones").await.status != StatusCode::OK {
            tokio::task::yield_now().await;
        }
    };
    let seen = tokio::time::timeout(Duration::from_secs(20), seen).await;
    assert!(seen.is_ok(), "nobody had to tell it to look");
}

#[tokio::test]
async fn a_broken_or_half_written_file_stops_nothing_and_what_it_held_is_served() {
    let collector = Tested::new().await;
    let file = collector.folder.join("plans/trees.json");
    let before = served(&collector).await;
    // Written to the middle of a letter.
    let in_a_letter = PLAN.find('ế').unwrap() + 1;
    let changed = PLAN.replace("\"tay-thanh\"", "\"\"");
    for broken in [
        &PLAN.as_bytes()[..PLAN.len() / 2],
        &PLAN.as_bytes()[..in_a_letter],
        b"",
        b"{}",
        changed.as_bytes(),
    ] {
        std::fs::write(&file, broken).unwrap();
        let broken = String::from_utf8_lossy(broken);
        collector.look().await;
        assert_eq!(served(&collector).await, before, "{broken}");
        assert_eq!(wrong_files(&collector).await, 1, "{broken}");
        let one = id();
        let answer = collector.put(&one, &submission(&one, 100)).await;
        assert!(answer.status.is_success(), "{}", answer.text());
    }
    std::fs::write(&file, plan("trees", 3, "Cây")).unwrap();
    collector.look().await;
    assert_eq!(wrong_files(&collector).await, 0);
    assert_eq!(served(&collector).await[0].1, 3);
}

#[tokio::test]
async fn a_new_file_that_is_broken_or_holds_what_another_holds_is_not_served() {
    let collector = Tested::new().await;
    let plans = collector.folder.join("plans");
    let before = served(&collector).await;
    // Before the other in the order of names, and yet the other was there first.
    std::fs::write(plans.join("a.json"), plan("trees", 2, "Khác")).unwrap();
    std::fs::write(plans.join("b.json"), "no plan").unwrap();
    collector.look().await;
    assert_eq!(served(&collector).await, before);
    assert_eq!(wrong_files(&collector).await, 2);
}

#[tokio::test]
async fn a_file_that_is_gone_for_a_moment_is_believed_to_come_back() {
    let collector = Tested::new().await;
    let file = collector.folder.join("plans/trees.json");
    std::fs::remove_file(&file).unwrap();
    collector.look().await;
    let is_served = || collector.collector.catalogue().edition("trees").is_some();
    assert!(is_served());
    collector.look().await;
    assert!(!is_served());
    let one = id();
    let refused = collector.put(&one, &submission(&one, 110)).await;
    assert_eq!(refused.code(), "notCollected");
    std::fs::write(&file, PLAN).unwrap();
    collector.look().await;
    let taken = collector.put(&one, &submission(&one, 110)).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
}

#[tokio::test]
async fn a_folder_that_cannot_be_read_stops_nothing() {
    let collector = Tested::new().await;
    let plans = collector.folder.join("plans");
    std::fs::rename(&plans, collector.folder.join("elsewhere")).unwrap();
    assert!(collector.collector.look_now().await.is_err());
    assert_eq!(served(&collector).await.len(), 1);
    std::fs::rename(collector.folder.join("elsewhere"), &plans).unwrap();
    collector.look().await;
    assert_eq!(served(&collector).await.len(), 1);
}

/// Lets a file look as if it had been written an hour ago.
fn age(path: &Path) {
    let file = File::options().append(true).open(path).unwrap();
    let then = SystemTime::now() - Duration::from_secs(3600);
    file.set_modified(then).unwrap();
}

#[tokio::test]
async fn three_hundred_plans_are_not_read_again_unless_they_change() {
    let folder = folder();
    let plans = folder.join("plans");
    std::fs::create_dir_all(&plans).unwrap();
    let name = |number: u32| plans.join(format!("{number:03}.json"));
    for number in 0..300 {
        let text = plan(&format!("p{number:03}"), 1, "Cây");
        std::fs::write(name(number), text).unwrap();
        age(&name(number));
    }
    let database = crate::support::database(&folder);
    let collector = Tested::open(folder, database, &Settings::default()).await;
    for _ in 0..20 {
        assert_eq!(collector.get("/api/plans").await.status, StatusCode::OK);
        assert_eq!(collector.look().await, 0);
    }
    std::fs::write(name(7), plan("p007", 2, "Cây")).unwrap();
    age(&name(7));
    assert_eq!(collector.look().await, 1);
    assert_eq!(served(&collector).await[7].1, 2);
    assert_eq!(collector.look().await, 0);
}

#[tokio::test]
async fn a_file_that_is_written_again_and_again_is_served_as_it_is() {
    let collector = Tested::new().await;
    let file = collector.folder.join("plans/trees.json");
    // Of one length, and within one tick of a coarse clock.
    for title in ["Một", "Hột", "Bột", "Một"] {
        std::fs::write(&file, plan("trees", 2, title)).unwrap();
        collector.look().await;
        let now = collector.collector.catalogue();
        assert_eq!(now.edition("trees").unwrap().plan.title, title);
    }
    age(&file);
    assert_eq!(collector.look().await, 1, "its hour has changed");
    assert_eq!(collector.look().await, 0);
}

#[tokio::test]
async fn a_version_that_one_collector_served_is_known_to_the_others_on_its_database() {
    let one = Tested::new().await;
    let elsewhere = folder();
    std::fs::create_dir_all(elsewhere.join("plans")).unwrap();
    std::fs::write(elsewhere.join("plans/trees.json"), PLAN).unwrap();
    let other = Tested::open(elsewhere, one.database.clone(), &Settings::default()).await;
    let newer = plan("trees", 3, "Cây");
    std::fs::write(one.folder.join("plans/trees.json"), newer).unwrap();
    one.look().await;
    let sent = id();
    let mut report = submission(&sent, 100);
    report["report"]["planVersion"] = json!(3);
    other.look().await;
    let taken = other.put(&sent, &report).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
}
