//! `phieu serve` on a disk without room, and with room again.

use crate::support::folder;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// How large a file of the database may grow, in KiB: a few reports.
const BLOCKS: &str = "800";

struct Narrow {
    child: Child,
    host: String,
    log: std::path::PathBuf,
}

impl Drop for Narrow {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A collector whose files cannot grow beyond a limit, as on a full disk; the limit can be lifted while it runs.
fn start(folder: &Path) -> Narrow {
    std::fs::create_dir_all(folder.join("plans")).unwrap();
    let plan = include_str!("../collector/plan.json");
    std::fs::write(folder.join("plans/trees.json"), plan).unwrap();
    let log = folder.join("log");
    let command = format!(
        "trap '' XFSZ; ulimit -S -f {BLOCKS}; exec \"$0\" serve --plans plans --database phieu.sqlite \
         --listen 127.0.0.1:0 --open --log error"
    );
    let mut child = Command::new("bash")
        .args(["-c", &command, env!("CARGO_BIN_EXE_phieu")])
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().take(6);
    let lines: Vec<String> = lines.map(Result::unwrap).collect();
    let portal = lines.iter().find_map(|line| line.split_once("http://"));
    let host = portal.unwrap().1.trim_end_matches('/').to_owned();
    Narrow { child, host, log }
}

impl Narrow {
    /// The status of an answer, and the whole of it.
    fn ask(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }

    /// Sends the report of a week with so many trees and a hundred activities: an amendment of the last one.
    fn send(&self, number: u32) -> (u16, String) {
        let id = format!("0190a5c4-7d3e-7c1a-9f00-{number:012x}");
        let place = "đ".repeat(290);
        let activity = |at: u32| {
            format!(
                r#"{{"title":"{at} {number} {place}","date":"2023-02-27","place":"{at} {place}"}}"#
            )
        };
        let activities: Vec<String> = (0..100).map(activity).collect();
        let body = format!(
            r#"{{"format":1,"id":"{id}","preparedAt":"2023-03-02T00:59:00Z","report":{{"format":1,
            "plan":"trees","planVersion":2,"duty":"weekly","unit":"tay-thanh","period":{{"from":"2023-02-26",
            "to":"2023-03-03"}},"figures":{{"trees":{}}},"activities":[{}]}}}}"#,
            number % 300,
            activities.join(",")
        );
        self.ask("PUT", &format!("/api/submissions/{id}"), &body)
    }

    fn make_room(&self) {
        let pid = self.child.id().to_string();
        let lifted = Command::new("prlimit")
            .args(["--pid", &pid, "--fsize=unlimited"])
            .status();
        assert!(lifted.unwrap().success());
    }
}

#[test]
fn a_full_disk_is_told_and_logged_and_once_there_is_room_reports_are_taken_again() {
    let served = start(&folder("room"));
    assert_eq!(served.ask("GET", "/api/health", "").0, 200);
    let mut taken = 0;
    let refused = (1..20).find_map(|number| {
        let (status, answer) = served.send(number);
        taken += u32::from(status == 201);
        (status != 201).then_some((status, answer))
    });
    let (status, answer) = refused.unwrap();
    assert_eq!(status, 503, "after {taken} reports: {answer}");
    let head = answer.to_ascii_lowercase();
    assert!(
        head.contains("retry-after: 60") && answer.contains("noRoom"),
        "{answer}"
    );
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert_eq!(
        served.ask("GET", "/api/health", "").0,
        503,
        "health is honest"
    );
    assert_eq!(served.send(99).0, 503, "and it stays so");
    let log = std::fs::read_to_string(&served.log).unwrap();
    assert!(log.contains("its disk is full or fails"), "{log}");

    served.make_room();
    let (status, answer) = served.send(99);
    assert_eq!(status, 201, "{answer}");
    assert_eq!(served.ask("GET", "/api/health", "").0, 200);
}
