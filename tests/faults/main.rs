//! Thousands of submissions through a network that drops, delays, doubles and cuts, to collectors that are
//! killed (-9) and started again, and whose disk is full now and then: every receipt that was given is in the
//! database, every report is there once, and none is torn.
//!
//! `FAULTS=20000 cargo test --test faults` sends so many; `make bench` does.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the bans keep the core pure; this test starts programs, waits and tells what it saw"
)]

mod collectors;
mod network;
mod sender;

use collectors::{Collectors, Engine, postgres};
use network::Network;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How many submissions `make test` sends on each engine.
const FEW: usize = 500;

/// How many devices send at once.
const DEVICES: usize = 12;

/// How many reports each unit sends, of two weeks in turn: so few that none is amended too often.
const OF_EACH: usize = 5;

/// How long a collector lives, how long its disk is full, and how often: once in so many lives.
const LIFE: Duration = Duration::from_millis(400);
const FULL: Duration = Duration::from_millis(300);
const LIVES: usize = 3;

fn submissions() -> usize {
    let told = std::env::var("FAULTS").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(FEW)
}

fn units() -> usize {
    submissions().div_ceil(OF_EACH)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite_loses_nothing() {
    run(Collectors::new(Engine::Sqlite, 1, units())).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_collectors_on_postgres_lose_nothing() {
    let server = postgres();
    run(Collectors::new(
        Engine::Postgres(server.url.clone()),
        2,
        units(),
    ))
    .await;
    drop(server);
}

async fn run(mut collectors: Collectors) {
    let began = Instant::now();
    let count = submissions();
    for one in 0..collectors.addresses().len() {
        collectors.start(one).await;
    }
    let network = Network::before(collectors.addresses()).await;
    let done = Arc::new(AtomicBool::new(false));
    let killing = {
        let done = Arc::clone(&done);
        tokio::spawn(async move {
            let mut kills = 0;
            while !done.load(Ordering::Relaxed) {
                tokio::time::sleep(LIFE).await;
                let one = kills % collectors.addresses().len();
                if collectors.has_files() && kills % LIVES == 0 {
                    collectors.fill_disk(one);
                    tokio::time::sleep(FULL).await;
                    collectors.make_room(one);
                    tokio::time::sleep(LIFE).await;
                }
                collectors.kill(one);
                kills += 1;
                collectors.start(one).await;
            }
            (collectors, kills)
        })
    };
    let sending: Vec<_> = (0..DEVICES)
        .map(|device| {
            let address = network.address;
            tokio::spawn(async move {
                let mut receipts = Vec::new();
                for number in (device..count).step_by(DEVICES) {
                    receipts.push(sender::send(address, number, units()).await);
                }
                receipts
            })
        })
        .collect();
    let mut receipts = BTreeMap::new();
    let (mut attempts, mut without_room) = (0, 0);
    for sent in sending {
        for delivered in sent.await.unwrap() {
            attempts += delivered.attempts;
            without_room += delivered.without_room;
            receipts.insert(delivered.id.clone(), delivered);
        }
    }
    done.store(true, Ordering::Relaxed);
    let (mut collectors, kills) = killing.await.unwrap();
    collectors.kill_all();
    let engine = collectors.engine_name();
    let lines = collectors.export();
    assert_eq!(receipts.len(), count, "every device has its receipts");
    verify(&receipts, &lines);
    let mut files = 0;
    for delivered in receipts.values() {
        for file in delivered.report["figures"]["scan"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let unit = delivered.report["unit"].as_str().unwrap();
            let hash = file["hash"].as_str().unwrap();
            assert_eq!(
                sender::hash(&collectors.kept(unit, hash)),
                hash,
                "a file is torn"
            );
            files += 1;
        }
    }
    assert_eq!(files, count.div_ceil(8), "every file is there");
    assert!(kills > 0 && attempts > count, "there were faults");
    assert_eq!(without_room > 0, collectors.has_files(), "a disk was full");
    println!(
        "{engine}: {count} submissions, {attempts} attempts, {files} files, {kills} collectors killed, {without_room} times no room, \
         {} faults: \
         every receipt kept, every report once, none torn ({:.1} s)",
        network.faults(),
        began.elapsed().as_secs_f64()
    );
}

/// What is in the database is what the devices have receipts for, to the last member.
fn verify(receipts: &BTreeMap<String, sender::Delivered>, lines: &str) {
    let mut found = BTreeMap::new();
    let mut revisions: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for line in lines.lines() {
        let line: Value = serde_json::from_str(line).expect("no line is torn");
        let id = line["submission"]["id"].as_str().unwrap().to_owned();
        let report = &line["submission"]["report"];
        let subject = format!("{} {}", report["unit"], report["period"]);
        let revision = line["revision"].as_u64().unwrap();
        revisions.entry(subject).or_default().push(revision);
        assert!(found.insert(id, line).is_none(), "a report stands twice");
    }
    for (id, delivered) in receipts {
        let line = found
            .remove(id)
            .expect("a receipt was given and its report is gone");
        assert_eq!(line["receipt"], delivered.receipt);
        assert_eq!(line["submission"]["report"], delivered.report, "whole");
    }
    assert!(found.is_empty(), "what nobody has a receipt for: {found:?}");
    for (subject, mut numbers) in revisions {
        numbers.sort_unstable();
        let counted: Vec<u64> = (1..=numbers.len() as u64).collect();
        assert_eq!(numbers, counted, "revisions of {subject}");
    }
}
