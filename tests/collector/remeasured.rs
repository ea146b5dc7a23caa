//! A version that would let stored reports be read otherwise than they were meant takes no other's place.

use crate::published::{PLAN, plan, publish, report};
use crate::support::{Tested, id};
use axum::http::StatusCode;
use serde_json::{Value, json};

/// The plan with another version and title, whose trees are counted as shrubs.
fn as_shrubs(id: &str, version: u32, title: &str) -> Value {
    let mut changed = plan(id, title);
    changed["version"] = json!(version);
    changed["indicators"][0]["measure"] = json!({"count": {"noun": "bụi"}});
    changed
}

async fn reports(collector: &Tested) {
    let one = id();
    let sent = crate::support::submission(&one, 100);
    let answer = collector.put(&one, &sent).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
}

async fn title(collector: &Tested, plan: &str) -> Value {
    let served = collector.get(&format!("/api/plans/{plan}")).await;
    served.json()["title"].clone()
}

#[tokio::test]
async fn what_measures_a_figure_otherwise_is_not_published() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    let one = id();
    let sent = collector.put(&one, &report(&one, "stones", 100)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());

    let changed = as_shrubs("stones", 1, "Đá hai");
    let refused = publish(&collector, first.header("etag"), &changed).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.code(), "remeasured");
    let why = refused.json()["detail"].as_str().unwrap().to_owned();
    assert!(
        why.starts_with(
            "Số liệu “Số cây xanh trồng mới” (mã trees) đã được báo cáo theo số đếm (cây)"
        ),
        "{why}"
    );
    assert_eq!(title(&collector, "stones").await, "Đá");

    let mut wider = plan("stones", "Đá ba");
    wider["indicators"][0]["most"] = json!(9_000);
    wider["indicators"][0]["label"] = json!("Số cây trồng mới");
    let taken = publish(&collector, first.header("etag"), &wider).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
}

#[tokio::test]
async fn until_a_report_has_come_a_figure_may_be_measured_otherwise() {
    let collector = Tested::new().await;
    let first = publish(&collector, "", &plan("stones", "Đá")).await;
    let changed = as_shrubs("stones", 1, "Đá hai");
    let taken = publish(&collector, first.header("etag"), &changed).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());

    let path = collector.folder.join("plans/trees.json");
    std::fs::write(path, as_shrubs("trees", 3, "Cây").to_string()).unwrap();
    collector.look().await;
    assert_eq!(title(&collector, "trees").await, "Cây");
}

#[tokio::test]
async fn a_plan_that_moves_from_the_folder_to_the_database_is_held_to_what_the_folder_had() {
    let collector = Tested::new().await;
    reports(&collector).await;
    std::fs::remove_file(collector.folder.join("plans/trees.json")).unwrap();
    let refused = publish(&collector, "", &as_shrubs("trees", 3, "Cây")).await;
    assert_eq!(refused.code(), "remeasured");
    let taken = publish(&collector, "", &plan("trees", "Cây")).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
}

#[tokio::test]
async fn a_file_that_measures_a_figure_otherwise_leaves_the_version_before_it_served() {
    let collector = Tested::new().await;
    reports(&collector).await;
    let plans = collector.folder.join("plans");
    let before = title(&collector, "trees").await;
    std::fs::write(
        plans.join("trees.json"),
        as_shrubs("trees", 3, "Cây").to_string(),
    )
    .unwrap();
    for _ in 0..2 {
        collector.look().await;
        assert_eq!(title(&collector, "trees").await, before);
    }
    let listed = collector.office("/api/office/plans").await.json();
    let wrong = listed["wrongFiles"][0].to_string();
    assert!(wrong.contains("bản trước vẫn đang dùng"), "{listed}");
    assert!(wrong.contains("mã trees"), "{listed}");

    let collector = collector.restarted().await;
    assert_eq!(
        title(&collector, "trees").await,
        before,
        "after a restart too"
    );

    // In a file of its own, with the other taken away.
    let plans = collector.folder.join("plans");
    std::fs::rename(plans.join("trees.json"), plans.join("later.json")).unwrap();
    for _ in 0..3 {
        collector.look().await;
        assert_eq!(title(&collector, "trees").await, before);
    }
    let mended = PLAN.replace("\"version\": 2", "\"version\": 3");
    std::fs::write(plans.join("later.json"), mended.replace("Kế hoạch", "Bản")).unwrap();
    collector.look().await;
    assert_ne!(title(&collector, "trees").await, before);
    let health = collector.get("/api/health").await.json();
    assert_eq!(health["wrongFiles"], 0);
}

#[tokio::test]
async fn a_lower_version_put_back_is_held_to_what_is_served() {
    let collector = Tested::new().await;
    let path = collector.folder.join("plans/trees.json");
    std::fs::write(&path, as_shrubs("trees", 3, "Bụi").to_string()).unwrap();
    collector.look().await;
    assert_eq!(title(&collector, "trees").await, "Bụi");
    reports(&collector).await;

    std::fs::write(&path, PLAN).unwrap();
    for _ in 0..2 {
        collector.look().await;
        assert_eq!(title(&collector, "trees").await, "Bụi");
    }
    let listed = collector.office("/api/office/plans").await.json();
    let wrong = listed["wrongFiles"][0].to_string();
    assert!(wrong.contains("mã trees"), "{listed}");
    let collector = collector.restarted().await;
    assert_eq!(title(&collector, "trees").await, "Bụi");

    // Beside a newer one it is what it was; measured as that, it takes its place.
    let newer = collector.folder.join("plans/newer.json");
    std::fs::write(&newer, as_shrubs("trees", 4, "Bụi bốn").to_string()).unwrap();
    collector.look().await;
    assert_eq!(title(&collector, "trees").await, "Bụi bốn");
    std::fs::write(&path, as_shrubs("trees", 2, "Bụi hai").to_string()).unwrap();
    std::fs::remove_file(newer).unwrap();
    for _ in 0..3 {
        collector.look().await;
    }
    assert_eq!(title(&collector, "trees").await, "Bụi hai");
}

#[tokio::test]
async fn a_figure_that_was_dropped_and_comes_back_is_measured_as_it_was_reported() {
    let roads = |of: Value, decimals: u8| {
        let mut plan = of;
        let measure = json!({"quantity": {"unit": "km", "decimals": decimals}});
        let figure = json!({"id": "roads", "label": "Đường", "measure": measure});
        plan["indicators"].as_array_mut().unwrap().push(figure);
        plan
    };
    let titled = |title: &str, version: u32| {
        let mut plan = plan("trees", title);
        plan["version"] = json!(version);
        plan
    };
    // Published.
    let collector = Tested::new().await;
    let first = publish(&collector, "", &roads(plan("stones", "Một"), 1)).await;
    let one = id();
    let sent = collector.put(&one, &report(&one, "stones", 100)).await;
    assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text());
    let second = publish(&collector, first.header("etag"), &plan("stones", "Hai")).await;
    assert_eq!(second.status, StatusCode::CREATED, "{}", second.text());
    let third = roads(plan("stones", "Ba"), 2);
    let refused = publish(&collector, second.header("etag"), &third).await;
    assert_eq!(refused.code(), "remeasured");
    let third = roads(plan("stones", "Ba"), 1);
    let taken = publish(&collector, second.header("etag"), &third).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());

    // In the folder.
    let path = collector.folder.join("plans/trees.json");
    let write = |plan: &Value| std::fs::write(&path, plan.to_string()).unwrap();
    write(&roads(titled("Một", 3), 1));
    collector.look().await;
    let one = id();
    let mut sent = crate::support::submission(&one, 100);
    sent["report"]["planVersion"] = json!(3);
    let answer = collector.put(&one, &sent).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    for (plan, served) in [
        (titled("Hai", 4), "Hai"),
        (roads(titled("Ba", 5), 2), "Hai"),
        (roads(titled("Bốn", 6), 1), "Bốn"),
        // The version under which the report came is written anew, and stands.
        (titled("Năm", 3), "Năm"),
        (roads(titled("Sáu", 3), 2), "Năm"),
        (roads(titled("Bảy", 4), 2), "Năm"),
        (roads(titled("Tám", 3), 1), "Tám"),
        // As is another, under which none came.
        (titled("Chín", 4), "Chín"),
        (titled("Mười", 3), "Mười"),
        (titled("Chín", 4), "Chín"),
        (roads(titled("Ba", 5), 2), "Chín"),
    ] {
        write(&plan);
        for _ in 0..2 {
            collector.look().await;
            assert_eq!(title(&collector, "trees").await, served);
        }
    }
}
