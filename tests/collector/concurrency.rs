//! The collector behind a real socket: many at once, and stopping.

use crate::support::{Tested, id, submission};
use phieu::collector::{Database, Limits, Settings, serve};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

async fn run(collector: &Tested) -> Running {
    run_within(collector, Limits::default()).await
}

async fn run_within(collector: &Tested, limits: Limits) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let router = collector.router.clone();
    let ended = tokio::spawn(serve(listener, router, limits, async {
        let _ = stopped.await;
    }));
    Running {
        address,
        stop,
        ended,
    }
}

fn head(id: &str, length: usize) -> String {
    format!(
        "PUT /api/submissions/{id} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n"
    )
}

async fn read(mut stream: TcpStream) -> (u16, Value) {
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    let body = answer.split_once("\r\n\r\n").unwrap().1;
    (status, serde_json::from_str(body).unwrap())
}

async fn send(address: SocketAddr, id: &str, body: &str) -> (u16, Value) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream
        .write_all(format!("{}{body}", head(id, body.len())).as_bytes())
        .await
        .unwrap();
    read(stream).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_submission_sent_twenty_times_at_once_counts_once() {
    let collector = Tested::new().await;
    let running = run(&collector).await;
    let one = id();
    let sending: Vec<_> = (0..20)
        .map(|_| {
            let (address, one) = (running.address, one.clone());
            tokio::spawn(
                async move { send(address, &one, &submission(&one, 100).to_string()).await },
            )
        })
        .collect();
    let mut answers = Vec::new();
    for sent in sending {
        answers.push(sent.await.unwrap());
    }
    let created = answers.iter().filter(|(status, _)| *status == 201).count();
    let again = answers.iter().filter(|(status, _)| *status == 200).count();
    assert_eq!((created, again), (1, 19));
    assert!(
        answers.iter().all(|(_, receipt)| *receipt == answers[0].1),
        "all have the same receipt"
    );
    assert_eq!(answers[0].1["revision"], 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_amendments_at_once_are_twenty_revisions() {
    let collector = Tested::new().await;
    let running = run(&collector).await;
    let sending: Vec<_> = (0..20)
        .map(|trees| {
            let (address, one) = (running.address, id());
            tokio::spawn(
                async move { send(address, &one, &submission(&one, trees).to_string()).await },
            )
        })
        .collect();
    let mut revisions = Vec::new();
    for sent in sending {
        let (status, receipt) = sent.await.unwrap();
        assert_eq!(status, 201, "{receipt}");
        revisions.push(receipt["revision"].as_u64().unwrap());
    }
    revisions.sort_unstable();
    assert_eq!(revisions, (1..=20).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_collectors_on_one_database_take_each_submission_once_and_in_order() {
    const SUBMISSIONS: usize = 24;
    const REPEATS: usize = 6;
    let one = Tested::new().await;
    let other = Tested::open(
        one.folder.clone(),
        one.database.clone(),
        &Settings::default(),
    )
    .await;
    let running = [run(&one).await, run(&other).await];
    let addresses = [running[0].address, running[1].address];
    let ids: Vec<String> = (0..SUBMISSIONS).map(|_| id()).collect();
    let mut sending = Vec::new();
    for repeat in 0..REPEATS {
        for (place, id) in ids.iter().enumerate() {
            let (address, id) = (addresses[(place + repeat) % 2], id.clone());
            // Half amend Tây Thạnh's report, half Sơn Kỳ's.
            let mut report = submission(&id, 100 + place as i64);
            report["report"]["unit"] = ["tay-thanh", "son-ky"][place % 2].into();
            sending.push(tokio::spawn(async move {
                (place, send(address, &id, &report.to_string()).await)
            }));
        }
    }
    let mut receipts: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
    let mut created = 0;
    for sent in sending {
        let (place, (status, receipt)) = sent.await.unwrap();
        assert!(status == 200 || status == 201, "{status} {receipt}");
        created += usize::from(status == 201);
        receipts.entry(place).or_default().push(receipt);
    }
    assert_eq!(created, SUBMISSIONS, "each is new once");
    for same in receipts.values() {
        assert!(same.iter().all(|receipt| *receipt == same[0]));
    }
    for unit in [0, 1] {
        let mut revisions: Vec<u64> = receipts
            .iter()
            .filter(|(place, _)| *place % 2 == unit)
            .map(|(_, same)| same[0]["revision"].as_u64().unwrap())
            .collect();
        revisions.sort_unstable();
        assert_eq!(revisions, (1..=SUBMISSIONS as u64 / 2).collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_finishes_the_request_under_way_and_takes_no_new_one() {
    let collector = Tested::new().await;
    let Running {
        address,
        stop,
        mut ended,
    } = run(&collector).await;
    let one = id();
    let body = submission(&one, 100).to_string();
    let (first, second) = body.split_at(body.len() / 2);
    let mut under_way = TcpStream::connect(address).await.unwrap();
    under_way
        .write_all(format!("{}{first}", head(&one, body.len())).as_bytes())
        .await
        .unwrap();
    let idle = TcpStream::connect(address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;

    stop.send(()).unwrap();
    let waits = tokio::time::timeout(Duration::from_millis(200), &mut ended).await;
    assert!(waits.is_err(), "it waits for the request under way");
    assert!(
        TcpStream::connect(address).await.is_err(),
        "no new connection is taken"
    );

    under_way.write_all(second.as_bytes()).await.unwrap();
    let (status, receipt) = read(under_way).await;
    assert_eq!(
        (status, receipt["submission"].as_str()),
        (201, Some(one.as_str()))
    );
    drop(idle);
    tokio::time::timeout(Duration::from_secs(5), ended)
        .await
        .expect("it ends")
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_reads_no_byte_of_an_answer_is_let_go() {
    let site = crate::support::folder();
    std::fs::write(site.join("large.bin"), vec![7; 24 * 1024 * 1024]).unwrap();
    let collector = Tested::with(Settings {
        site: Some(site),
        ..Settings::default()
    })
    .await;
    let limits = Limits {
        still: Duration::from_millis(300),
        ..Limits::default()
    };
    let running = run_within(&collector, limits).await;
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    let asked = "GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n";
    stream.write_all(asked.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_secs(1)).await;
    // What lies in the buffers on the way can still be read; then the connection has ended, long before the file.
    let mut taken = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut taken)).await;
    assert!(read.is_ok(), "the connection is not held open");
    assert!(taken.len() < 24 * 1024 * 1024, "{} bytes", taken.len());
    running.stop.send(()).unwrap();
    running.ended.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_connection_that_has_been_open_for_long_ends_after_the_answer_under_way() {
    let collector = Tested::new().await;
    let longest = Duration::from_millis(700);
    let limits = Limits {
        longest,
        ..Limits::default()
    };
    let running = run_within(&collector, limits).await;
    // As a proxy does: one connection for many, which nobody asks it to close.
    let id = id();
    let body = submission(&id, 100).to_string();
    let head = head(&id, body.len()).replace("Connection: close\r\n", "");
    let mut stream = TcpStream::connect(running.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(longest + Duration::from_millis(300)).await;
    stream.write_all(body.as_bytes()).await.unwrap();
    let (status, receipt) = read(stream).await;
    assert_eq!((status, &receipt["revision"]), (201, &Value::from(1)));

    let mut idle = TcpStream::connect(running.address).await.unwrap();
    let asked = "GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    idle.write_all(asked.as_bytes()).await.unwrap();
    let mut taken = Vec::new();
    let ended = tokio::time::timeout(longest * 5, idle.read_to_end(&mut taken)).await;
    assert!(ended.is_ok() && taken.starts_with(b"HTTP/1.1 200"));
    running.stop.send(()).unwrap();
    running.ended.await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_database_that_goes_away_under_a_request_is_told_to_be_waited_for() {
    let first = Tested::new().await;
    let Database::Server(url) = first.database.clone() else {
        return;
    };
    // A database of its own, so that no other test's connections end with it.
    let server = url.split('?').next().unwrap_or_default().to_owned();
    let psql = |database: &str, sql: &str| {
        let done = Command::new("psql").args([database, "-qAtc", sql]).output();
        assert!(done.unwrap().status.success(), "{sql}");
    };
    psql(&server, "create database restarted");
    let own = server.replace("/postgres", "/restarted");
    let database = Database::Server(own.clone());
    let collector = Tested::open(first.folder.clone(), database, &Settings::default()).await;
    let running = run(&collector).await;
    let ending = tokio::task::spawn_blocking(move || {
        let end = "select pg_terminate_backend(pid) from pg_stat_activity \
            where datname = 'restarted' and pid <> pg_backend_pid()";
        (0..20).for_each(|_| psql(&own, end));
    });
    let address = running.address;
    let sending = (0..200).map(|trees| {
        tokio::spawn(async move {
            let one = id();
            let mut sent = submission(&one, trees);
            sent["report"]["unit"] =
                ["tay-thanh", "son-ky"][usize::try_from(trees % 2).unwrap()].into();
            send(address, &one, &sent.to_string()).await
        })
    });
    for sent in sending.collect::<Vec<_>>() {
        let (status, answer) = sent.await.unwrap();
        assert!([200, 201, 429, 503].contains(&status), "{status} {answer}");
    }
    ending.await.unwrap();
    running.stop.send(()).unwrap();
    running.ended.await.unwrap();
}
