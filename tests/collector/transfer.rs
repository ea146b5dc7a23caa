//! All that there is, out of one database and into another, and copied while it is in use.

use crate::support::{TOKEN, Tested, WHOLE, at, database, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use phieu::collector::{Believed, Database, Restored, Settings, Store, export, import};
use phieu::plan::Plan;
use phieu::rollup::RollUp;
use serde_json::{Value, json};

/// When lines are put back: after all of it came.
const NOW: &str = "2023-03-03T08:00:00+07:00";

/// A collector with reports, amendments, decisions and a unit's code.
pub async fn busy() -> (Tested, String) {
    let collector = Tested::new().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    for (trees, decision) in [
        (
            100,
            Some(json!({"outcome": "returned", "reason": "Thiếu biên bản.",
            "fields": [{"path": "/figures/trees", "reason": "\u{201c}100\u{201d}?"}]})),
        ),
        (120, Some(json!({"outcome": "accepted"}))),
    ] {
        let one = id();
        let mut report = submission(&one, trees);
        report["report"]["figures"]["note"] = json!("</script> \"đ\" \u{1f333} \\u0000");
        let answer = collector.put(&one, &report).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        if let Some(decision) = decision {
            let request = Request::post(format!("/api/office/submissions/{one}/decision"))
                .header("authorization", format!("Bearer {TOKEN}"))
                .header("content-type", "application/json")
                .body(Body::from(decision.to_string()))
                .unwrap();
            assert_eq!(collector.ask(request).await.status, StatusCode::CREATED);
        }
    }
    let one = id();
    let mut other = submission(&one, 7);
    other["report"]["unit"] = json!("son-ky");
    collector.put(&one, &other).await;
    (collector, code)
}

pub async fn exported(database: &Database, whole: bool) -> String {
    let store = Store::open(database).await.unwrap();
    let mut lines = Vec::new();
    export(&store, whole, &mut lines).await.unwrap();
    store.close().await;
    String::from_utf8(lines).unwrap()
}

async fn imported(database: &Database, lines: &str) -> Result<Restored, String> {
    let store = Store::open(database).await.unwrap();
    let restored = import(&store, lines.as_bytes(), WHOLE, at(NOW)).await;
    store.close().await;
    restored.map_err(|error| error.to_string())
}

/// What comes of the lines of [`busy`].
fn restored(new: u64, known: u64) -> Restored {
    Restored {
        new,
        known,
        unplanned: 0,
        plans: 1,
        steps: 0,
        keys: 1,
        files: 0,
    }
}

#[tokio::test]
async fn what_is_exported_comes_back_to_the_byte() {
    let (collector, code) = busy().await;
    let whole = exported(&collector.database, true).await;
    let elsewhere = collector.folder.join("elsewhere");
    std::fs::create_dir_all(&elsewhere).unwrap();
    // Of the same engine, and a file, whichever engine this one is.
    for other in [
        database(&elsewhere),
        Database::File(collector.folder.join("file.sqlite")),
    ] {
        let new = imported(&other, &whole).await.unwrap();
        assert_eq!(new, restored(3, 0));
        assert_eq!(exported(&other, true).await, whole);
        let again = imported(&other, &whole).await.unwrap();
        assert_eq!(again, restored(0, 3));
        assert_eq!(
            exported(&other, true).await,
            whole,
            "putting back twice adds nothing"
        );

        let folder = collector.folder.clone();
        let taken_over = Tested::open(folder, other, &Settings::default()).await;
        let path = "/api/plans/trees/status?unit=tay-thanh";
        let request = Request::get(path).header("authorization", format!("Bearer {code}"));
        let standing = taken_over.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(
            standing.json()["sent"][0]["status"],
            "accepted",
            "codes and decisions hold"
        );
    }
}

#[tokio::test]
async fn the_lines_are_arrivals_as_a_roll_up_takes_them() {
    let (collector, _) = busy().await;
    let lines = exported(&collector.database, false).await;
    let parsed: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let shown: Vec<_> = parsed
        .iter()
        .map(|line| (line["revision"].as_u64(), line["status"].as_str()))
        .collect();
    let expected = [
        (Some(1), Some("returned")),
        (Some(2), Some("accepted")),
        (Some(1), Some("received")),
    ];
    assert_eq!(shown, expected);
    let plan = Plan::parse(include_str!("plan.json")).unwrap();
    let mut rollup = RollUp::new(&plan);
    let taken = rollup.add_lines(lines.as_bytes());
    assert_eq!((taken.arrivals, taken.unreadable.len()), (3, 0));
}

#[tokio::test]
async fn a_line_that_is_wrong_is_named_and_nothing_is_put_back() {
    let (collector, _) = busy().await;
    let lines = exported(&collector.database, false).await;
    let elsewhere = collector.folder.join("elsewhere");
    std::fs::create_dir_all(&elsewhere).unwrap();
    let empty = database(&elsewhere);
    let torn = &lines[..lines.len() - 40];
    let without_first: String = lines
        .lines()
        .skip(1)
        .map(|line| format!("{line}\n"))
        .collect();
    let swap = |from: &str, to: &str| lines.replacen(from, to, 1);
    let forged = swap("\"trees\":7", "\"trees\":8");
    let renamed = swap("\"unit\":\"son-ky\"", "\"unit\":\"tay-thanh\"");
    // The line alone, and the line with its receipt.
    let later = swap(
        "{\"receivedAt\":\"2023-03-02",
        "{\"receivedAt\":\"2023-03-01",
    );
    let lateness = swap("\"timeliness\":\"onTime\"", "\"timeliness\":\"late\"");
    let code = swap("\"code\":\"", "\"code\":\"0");
    let ahead = swap("\"revision\":2", "\"revision\":1");
    let far = lines.replace("\"revision\":2", "\"revision\":4294967295");
    let spaced = swap("\"figures\":{", "\"figures\": {");
    let sender = swap("\"sentBy\":\"open\"", "\"sentBy\":\"\\u001b[2J\"");
    let outcome = swap("\"outcome\":\"returned\"", "\"outcome\":\"praised\"");
    let status = swap("\"status\":\"accepted\"", "\"status\":\"returned\"");
    for (text, line, why) in [
        (torn, 3, "EOF"),
        (&forged, 3, "not of this report"),
        (&renamed, 3, "not of this report"),
        (&without_first, 1, "the revision before it"),
        (&later, 1, "at another time than the receipt"),
        (&lateness, 1, "contradicts itself"),
        (&code, 1, "contradicts itself"),
        (&ahead, 2, "another revision than the receipt"),
        (&far, 2, "the revision before it"),
        (&spaced, 1, "as it was hashed"),
        (&sender, 1, "the sender's name"),
        (&outcome, 1, "status"),
        (&status, 2, "status"),
        ("{}", 1, "missing field"),
        ("\n\nnull", 3, "invalid type"),
    ] {
        let error = imported(&empty, text).await.unwrap_err();
        assert!(
            error.starts_with(&format!("line {line}: ")) && error.contains(why),
            "{error}"
        );
        assert_eq!(exported(&empty, false).await, "");
    }
}

#[tokio::test]
async fn a_copy_made_while_reports_come_in_is_whole() {
    let collector = Tested::new().await;
    let store = Store::open(&collector.database).await.unwrap();
    let copy = collector.folder.join("copy.sqlite");
    if collector.database.file().is_none() {
        let error = store.backup(&copy).await.unwrap_err().to_string();
        assert!(error.contains("pg_dump"), "{error}");
        return;
    }
    let coming = async {
        for trees in 0..60 {
            let one = id();
            let mut sent = submission(&one, trees);
            // Nobody amends one report so often at a time.
            sent["report"]["unit"] = json!(["tay-thanh", "son-ky"][usize::from(trees % 2 == 0)]);
            if trees % 4 < 2 {
                sent["report"]["period"] = json!({"from": "2023-03-04", "to": "2023-03-10"});
            }
            assert_eq!(collector.put(&one, &sent).await.status, 201);
        }
    };
    let (copied, ()) = tokio::join!(store.backup(&copy), coming);
    copied.unwrap();
    let kept = exported(&Database::File(copy.clone()), false).await;
    let all = exported(&collector.database, false).await;
    assert_eq!(all.lines().count(), 60);
    assert!(
        all.starts_with(&kept),
        "all that had come, and no half of any"
    );
    let again = store.backup(&copy).await.unwrap_err().to_string();
    assert!(again.contains("already"), "{again}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&copy).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn plans_and_codes_are_taken_only_where_they_are_asked_for_and_only_as_they_are() {
    let (collector, _) = busy().await;
    let lines = exported(&collector.database, true).await;
    let elsewhere = collector.folder.join("elsewhere");
    std::fs::create_dir_all(&elsewhere).unwrap();
    let empty = database(&elsewhere);
    let plan = lines.lines().next().unwrap();
    let key = lines.lines().nth(1).unwrap();
    let swap = |line: &str, from: &str, to: &str| line.replacen(from, to, 1);
    for (text, why) in [
        (
            swap(plan, "\"hash\":\"", "\"hash\":\"0"),
            "not that of its text",
        ),
        (
            swap(plan, "\"version\":2,\"hash\"", "\"version\":3,\"hash\""),
            "another plan or version",
        ),
        (
            swap(key, "\"role\":\"unit\"", "\"role\":\"king\""),
            "no code's hash",
        ),
        (swap(key, "\"hash\":\"", "\"hash\":\"x"), "no code's hash"),
    ] {
        let error = imported(&empty, &text).await.unwrap_err();
        assert!(error.contains(why), "{error}");
    }
    let store = Store::open(&empty).await.unwrap();
    let without = import(&store, lines.as_bytes(), Believed::default(), at(NOW))
        .await
        .unwrap();
    let counted = Restored {
        unplanned: 3,
        ..restored(3, 0)
    };
    assert_eq!(without, counted, "they are counted");
    assert!(store.kept_versions().await.unwrap().is_empty());
    assert!(
        store
            .units_with_keys("trees", "unit")
            .await
            .unwrap()
            .is_empty()
    );
    store.close().await;
}

#[tokio::test]
async fn a_copy_is_hindered_by_no_part_of_another_and_written_through_no_link() {
    let collector = Tested::new().await;
    if collector.database.file().is_none() {
        return;
    }
    let copy = collector.folder.join("copy.sqlite");
    let victim = collector.folder.join("victim");
    std::fs::write(collector.folder.join("copy.sqlite.part"), "stale").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&victim, collector.folder.join("copy.sqlite.0.part")).unwrap();
    let store = Store::open(&collector.database).await.unwrap();
    store.backup(&copy).await.unwrap();
    assert!(copy.exists() && !victim.exists());
    let nowhere = collector.folder.join("nowhere/copy.sqlite");
    assert!(store.backup(&nowhere).await.is_err());
    let parts = std::fs::read_dir(&collector.folder)
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().ends_with(".part")
        });
    assert_eq!(parts.count(), 2, "it leaves no part of its own");
    // A link that leads nowhere troubles the tools that look through this folder.
    let _ = std::fs::remove_file(collector.folder.join("copy.sqlite.0.part"));
}
