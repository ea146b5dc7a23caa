//! What is put back is held against itself and against what is in the books: an import invents nothing, decides nothing
//! and changes nothing.

use crate::support::{Tested, WHOLE, at, database, folder};
use crate::transfer::{busy, exported};
use phieu::collector::{Believed, Database, Restored, Store, import};

/// When the lines are put back: some hours after all of it came.
const NOW: &str = "2023-03-02T12:00:00+07:00";

async fn imported(database: &Database, lines: &str, whole: bool) -> Result<Restored, String> {
    let believed = Believed { whole, ..WHOLE };
    believing(database, lines, believed).await
}

async fn believing(
    database: &Database,
    lines: &str,
    believed: Believed,
) -> Result<Restored, String> {
    let store = Store::open(database).await.unwrap();
    let restored = import(&store, lines.as_bytes(), believed, at(NOW)).await;
    store.close().await;
    restored.map_err(|error| error.to_string())
}

/// A submission's line with other decisions, each an outcome, a reason and when, and the status that follows.
fn decided(line: &str, decisions: &[(&str, &str, &str)]) -> String {
    let (head, _) = line.split_once(",\"decisions\":[").unwrap();
    let status = decisions.last().map_or("received", |(outcome, ..)| outcome);
    let told = decisions.iter().map(|(outcome, reason, when)| {
        let seconds = at(when).unix_seconds();
        format!(
            r#"{{"outcome":"{outcome}","reason":"{reason}","fields":[],"decidedAt":{seconds},"decidedBy":"office"}}"#
        )
    });
    let told: Vec<String> = told.collect();
    let head = ["returned", "accepted", "received"]
        .iter()
        .fold(head.to_owned(), |head, old| {
            head.replacen(
                &format!(r#""status":"{old}""#),
                &format!(r#""status":"{status}""#),
                1,
            )
        });
    format!("{head},\"decisions\":[{}]}}", told.join(","))
}

/// Lines without one another: plan, code, the first revision, which was returned, the second, which was accepted, and
/// the report of another unit.
async fn lines() -> (Tested, Vec<String>) {
    let (collector, _) = busy().await;
    let lines = exported(&collector.database, true).await;
    let lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 5);
    (collector, lines)
}

fn empty() -> Database {
    database(&folder())
}

fn joined(lines: &[String]) -> String {
    lines.join("\n")
}

#[tokio::test]
async fn what_is_put_back_happened_in_an_order_in_which_it_can_have_happened() {
    let (_collector, lines) = lines().await;
    let empty = empty();
    let with = |place: usize, line: String| {
        let mut all = lines.clone();
        all[place] = line;
        joined(&all)
    };
    let came = "2023-03-02T08:00:00+07:00";
    let first = |decisions| with(2, decided(&lines[2], decisions));
    let swap = |place: usize, from: &str, to: &str| with(place, lines[place].replace(from, to));
    for (text, line, why) in [
        (
            first(&[("returned", "x", "2100-01-01T00:00:00Z")]),
            3,
            "decided about later than the clock",
        ),
        (
            first(&[("returned", "x", "2023-03-01T08:00:00+07:00")]),
            3,
            "older than the report",
        ),
        (
            first(&[
                ("returned", "x", "2023-03-02T11:00:00+07:00"),
                ("returned", "y", came),
            ]),
            3,
            "order of their hours",
        ),
        (
            first(&[("returned", "x", came), ("returned", "x", came)]),
            3,
            "twice in a row",
        ),
        // The second revision came at eight.
        (
            first(&[("returned", "x", "2023-03-02T11:00:00+07:00")]),
            4,
            "when it had been amended already",
        ),
        (
            first(&[("accepted", "", came)]),
            4,
            "has accepted the revision",
        ),
        // Line and receipt alike.
        (
            swap(4, "2023-03-02T01:00:00Z", "2023-03-02T09:00:00Z"),
            5,
            "it came later than the clock",
        ),
        (
            swap(3, "2023-03-02T01:00:00Z", "2023-03-01T01:00:00Z"),
            4,
            "before the revision that it amends",
        ),
        (
            swap(1, "\"madeAt\":0", "\"madeAt\":7258118400"),
            2,
            "later than the clock",
        ),
    ] {
        let error = imported(&empty, &text, true).await.unwrap_err();
        assert!(
            error.starts_with(&format!("line {line}: ")) && error.contains(why),
            "{error}\n{why}"
        );
        assert_eq!(exported(&empty, true).await, "", "nothing was put back");
        // What a wrong clock explains is taken by whoever knows of it, and nothing else is.
        let clock_set_right = Believed {
            clock_set_right: true,
            ..WHOLE
        };
        let taken = believing(&self::empty(), &text, clock_set_right).await;
        assert_eq!(
            taken.is_ok(),
            error.contains("--clock-set-right"),
            "{why}: {taken:?}"
        );
    }
    let restored = imported(&empty, &joined(&lines), true).await.unwrap();
    assert_eq!((restored.new, restored.unplanned), (3, 0));
}

#[tokio::test]
async fn the_deadline_in_a_receipt_is_that_of_the_plan_where_the_plan_is_here() {
    let (_collector, lines) = lines().await;
    let (_, rest) = lines[4].split_once("\"deadline\":").unwrap();
    let (deadline, _) = rest.split_once(',').unwrap();
    // Late turned into on time, or the other way: no receipt says so of itself.
    for other in ["\"2023-03-31T17:00:00Z\"", "null"] {
        let timeliness = if other == "null" {
            "noDeadline"
        } else {
            "onTime"
        };
        let mut forged = lines.clone();
        forged[4] = lines[4]
            .replace(
                &format!("\"deadline\":{deadline}"),
                &format!("\"deadline\":{other}"),
            )
            .replace(
                "\"timeliness\":\"onTime\"",
                &format!("\"timeliness\":\"{timeliness}\""),
            );
        assert_ne!(forged[4], lines[4], "the line is another");
        let error = imported(&empty(), &joined(&forged), true)
            .await
            .unwrap_err();
        assert!(
            error.starts_with("line 5: ") && error.contains("not that of its plan"),
            "{error}"
        );
        // Without the plan there is nothing to hold it against, and that is said.
        let restored = imported(&empty(), &joined(&forged), false).await.unwrap();
        assert_eq!((restored.new, restored.unplanned), (3, 3));
    }
    let nowhere = lines[4].replace("\"son-ky\"", "\"nobody\"");
    let error = imported(&empty(), &joined(&[lines[0].clone(), nowhere]), true).await;
    assert!(error.unwrap_err().contains("not of this report"));
}

#[tokio::test]
async fn what_stands_here_is_neither_decided_nor_received_anew_by_an_import() {
    let (collector, lines) = lines().await;
    let here = &collector.database;
    let before = exported(here, true).await;
    let came = "2023-03-02T08:00:00+07:00";
    let later = "2023-03-02T10:00:00+07:00";
    for (line, why) in [
        // What was accepted is returned, what was returned is accepted, what was not decided is.
        (
            decided(
                &lines[3],
                &[("accepted", "", came), ("returned", "x", later)],
            ),
            "other decisions",
        ),
        (
            decided(&lines[3], &[("returned", "x", came)]),
            "other decisions",
        ),
        (
            decided(&lines[2], &[("accepted", "", came)]),
            "other decisions",
        ),
        (
            decided(&lines[4], &[("accepted", "", came)]),
            "other decisions",
        ),
        (
            lines[4].replace("2023-03-02T01:00:00Z", "2023-03-02T00:00:00Z"),
            "another receipt",
        ),
        (
            lines[4].replace("\"sentBy\":\"open\"", "\"sentBy\":\"other\""),
            "another receipt",
        ),
    ] {
        let error = imported(here, &line, false).await.unwrap_err();
        assert!(
            error.starts_with("line 1: ") && error.contains(why),
            "{error}"
        );
        assert_eq!(exported(here, true).await, before, "{why}");
    }
    // Lines of before the decision say nothing of it, and the same lines nothing new.
    for earlier in [decided(&lines[3], &[]), joined(&lines)] {
        let restored = imported(here, &earlier, true).await.unwrap();
        assert_eq!(restored.new, 0);
        assert_eq!(exported(here, true).await, before);
    }
}
