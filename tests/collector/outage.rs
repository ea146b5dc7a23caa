//! A PostgreSQL that has no room, or is stopped and started while reports come in.

use crate::support::{Answer, Tested, folder, id, put, submission};
use axum::http::StatusCode;
use phieu::collector::{Database, Settings};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A server of its own; it ends with its standard input.
struct Server {
    _child: Child,
    url: String,
}

impl Server {
    /// Starts what prints a server's URL once it answers; none where it cannot.
    fn start(mut command: Command) -> Option<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut url = String::new();
        let read = BufReader::new(child.stdout.as_mut()?).read_line(&mut url);
        let url = url.trim().to_owned();
        (read.is_ok() && url.starts_with("postgres://")).then_some(Self { _child: child, url })
    }

    /// What a statement answers, or says.
    fn sql(&self, database: &str, sql: &str) -> (bool, String) {
        let url = self.named(database);
        let done = Command::new("psql").args([&url, "-qAtc", sql]).output();
        let done = done.unwrap();
        let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        (done.status.success(), said.trim().to_owned())
    }

    fn named(&self, database: &str) -> String {
        self.url.replace("/postgres", &format!("/{database}"))
    }

    async fn collector(&self, database: &str) -> Tested {
        let folder = folder();
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans/trees.json"), include_str!("plan.json")).unwrap();
        let database = Database::Server(self.named(database));
        Tested::open(folder, database, &Settings::default()).await
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/postgres.sh")
}

/// A report that needs room of its own.
fn long(id: &str, trees: i64) -> Value {
    let mut sent = submission(id, trees);
    let activity = |at: i64| {
        json!({"title": format!("Hoạt động {at} {trees}"), "date": "2023-02-27", "place": format!("Điểm số {at}"),
            "note": format!("{id} {at} ").repeat(40)})
    };
    sent["report"]["activities"] = (0..100).map(activity).collect();
    sent
}

async fn health(collector: &Tested) -> StatusCode {
    // It writes no more often than once a second.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    collector.get("/api/health").await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_told_and_once_there_is_room_reports_are_taken_again() {
    // A disk that only this server sees, and that is gone with it. It takes an administrator to make one.
    let disk = std::env::temp_dir().join(format!("phieu-narrow-{}", std::process::id()));
    std::fs::create_dir_all(&disk).unwrap();
    let mut command = Command::new("unshare");
    let make = "mount -t tmpfs -o size=40m tmpfs \"$1\" && chown postgres \"$1\" && exec \"$0\"";
    command
        .args(["-m", "bash", "-c", make])
        .arg(script())
        .arg(&disk);
    // Who is none has tried the same on the other engine.
    let Some(server) = Server::start(command) else {
        let _ = std::fs::remove_dir(&disk);
        return;
    };
    let place = format!("create tablespace narrow location '{}'", disk.display());
    for sql in [&*place, "create database narrow tablespace narrow"] {
        let (done, said) = server.sql("postgres", sql);
        assert!(done, "{said}");
    }
    let collector = server.collector("narrow").await;
    let send = async |trees: i64| {
        let one = id();
        collector.put(&one, &long(&one, trees)).await
    };
    assert_eq!(send(1).await.status, StatusCode::CREATED);
    let fill =
        "create table ballast (filler text); alter table ballast alter filler set storage external";
    assert!(server.sql("narrow", fill).0);
    for size in [1_000_000, 100_000, 6_000] {
        let more = format!("insert into ballast values (repeat('x', {size}))");
        while server.sql("narrow", &more).0 {}
    }
    let mut refused: Vec<Answer> = Vec::new();
    for trees in 2..10 {
        let answer = send(trees).await;
        if answer.status != StatusCode::CREATED {
            refused.push(answer);
        }
    }
    assert!(refused.len() > 3, "{} of eight", refused.len());
    for answer in &refused {
        assert_eq!((answer.status.as_u16(), &*answer.code()), (503, "noRoom"));
        assert_eq!(answer.header("retry-after"), "60");
    }
    assert_eq!(
        health(&collector).await,
        StatusCode::SERVICE_UNAVAILABLE,
        "health is honest"
    );
    let (done, said) = server.sql("narrow", "drop table ballast");
    assert!(done, "{said}");
    let answer = send(20).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(health(&collector).await, StatusCode::OK);
    drop(server);
    let _ = std::fs::remove_dir(&disk);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_server_that_is_stopped_and_started_loses_nothing_and_is_told_to_be_waited_for() {
    let server = Server::start(Command::new(script())).expect("a server starts");
    let collector = server.collector("postgres").await;
    let (_, data) = server.sql("postgres", "show data_directory");
    let ended = Arc::new(AtomicBool::new(false));
    // Each sends again what was not taken, as an outbox does, as long as the server is away and once more.
    let senders = ["tay-thanh", "son-ky"]
        .into_iter()
        .flat_map(|unit| (0..4).map(move |number| (unit, number)));
    let senders: Vec<_> = senders
        .map(|(unit, number)| {
            let (router, ended) = (collector.router.clone(), Arc::clone(&ended));
            tokio::spawn(async move {
                let (mut statuses, one) = (Vec::new(), id());
                let mut sent = submission(&one, number);
                sent["report"]["unit"] = json!(unit);
                let begun = Instant::now();
                loop {
                    let was_ended = ended.load(Ordering::Relaxed);
                    let request = put(&one, sent.to_string());
                    let answer = crate::support::ask(&router, request).await;
                    statuses.push(answer.status.as_u16());
                    let is_taken = answer.status.is_success();
                    if was_ended && is_taken || begun.elapsed() > Duration::from_secs(40) {
                        return statuses;
                    }
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            })
        })
        .collect();
    let restarted = tokio::task::spawn_blocking(move || {
        // Who is no administrator, or has not its path, finds the programs all the same.
        let restart = "PATH=$PATH:/usr/sbin:/sbin; bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1); \
            as=; [ \"$(id -u)\" != 0 ] || as='runuser -u postgres --'; cd \"$0\"; \
            for how in fast immediate; do \
            $as \"${bin:+$bin/}pg_ctl\" restart -D \"$0\" -m $how -w -l \"$0/server.log\" || exit 1; done";
        let restarted = Command::new("bash").args(["-c", restart, &data]).output();
        restarted.unwrap()
    });
    let restarted = restarted.await.unwrap();
    assert!(restarted.status.success(), "{restarted:?}");
    ended.store(true, Ordering::Relaxed);
    for sender in senders {
        let statuses = sender.await.unwrap();
        assert!(
            statuses
                .iter()
                .all(|status| [200, 201, 503].contains(status)),
            "{statuses:?}"
        );
        assert!(matches!(statuses.last(), Some(200 | 201)), "{statuses:?}");
        let taken = statuses.iter().filter(|status| **status == 201).count();
        assert!(taken <= 1, "each counts once: {statuses:?}");
    }
    assert_eq!(health(&collector).await, StatusCode::OK);
    let (_, stored) = server.sql("postgres", "select count(*) from submission");
    assert_eq!(stored, "8");
}
