//! What a device has waiting, sent all at once over real lines to `phieu serve`, by a unit that has written much before.

use crate::support::{PLAN, folder, path};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How many daily reports the unit has sent, and how many wait on its device.
const SENT: usize = 20;
const WAITING: usize = 10;

/// How long a person looks at letters that wait.
const PATIENCE: Duration = Duration::from_secs(30);

struct Served {
    child: Child,
    host: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The days of the plan, from its first.
fn day(number: usize) -> String {
    format!("2023-03-{:02}", number + 1)
}

fn serve() -> Served {
    let folder = folder("letters");
    let mut plan: Value = serde_json::from_slice(&std::fs::read(path(PLAN)).unwrap()).unwrap();
    plan["duties"][0]["schedules"][0]["schedule"]["listed"] = (0..SENT + WAITING)
        .map(|number| {
            json!({"period": {"from": day(number), "to": day(number)},
                "deadline": {"date": day(number), "time": "21:00", "bound": "before"}})
        })
        .collect();
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    std::fs::write(folder.join("plans/trees.json"), plan.to_string()).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args(["serve", "--plans", "plans", "--database", "phieu.sqlite"])
        .args(["--listen", "127.0.0.1:0", "--open", "--log", "off"])
        .args(["--clock", "fixed:2023-03-31T08:00:00+07:00"])
        .current_dir(&folder)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().take(6);
    let lines: Vec<String> = lines.map(Result::unwrap).collect();
    let portal = lines.iter().find_map(|line| line.split_once("http://"));
    let host = portal.unwrap().1.trim_end_matches('/').to_owned();
    Served { child, host }
}

/// Sends the report of a day with a list of half a megabyte; the status of the answer, and the answer.
fn send(host: &str, number: usize) -> (u16, String) {
    let id = format!("0190a5c4-7d3e-7c1a-9f00-{number:012x}");
    let note = "đ".repeat(1_900);
    let activities: Vec<Value> = (0..125)
        .map(|at| json!({"title": format!("Hoạt động {number} {at}"), "date": day(number), "note": note}))
        .collect();
    let body = json!({"format": 1, "id": id, "preparedAt": "2023-03-02T00:59:00Z", "report": {
        "format": 1, "plan": "trees", "planVersion": 2, "duty": "weekly", "unit": "tay-thanh",
        "period": {"from": day(number), "to": day(number)}, "figures": {"trees": 100}, "activities": activities}})
    .to_string();
    assert!(body.len() > 450_000, "{}", body.len());
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "PUT /api/submissions/{id} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

#[test]
fn ten_letters_sent_at_once_are_all_delivered_while_a_person_looks_on() {
    let served = serve();
    for number in 0..SENT {
        let (status, answer) = send(&served.host, number);
        assert_eq!(status, 201, "{answer}");
    }
    let began = Instant::now();
    std::thread::scope(|scope| {
        let sending: Vec<_> = (SENT..SENT + WAITING)
            .map(|number| {
                scope.spawn({
                    let host = &served.host;
                    move || send(host, number)
                })
            })
            .collect();
        for sent in sending {
            let (status, answer) = sent.join().unwrap();
            assert_eq!(status, 201, "no letter shows an error: {answer}");
        }
    });
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
}
