//! A device that sends until it holds a receipt.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A submission with its receipt.
pub struct Delivered {
    pub id: String,
    pub report: Value,
    pub receipt: Value,
    pub attempts: usize,
    /// How often it was told that the disk is full.
    pub without_room: usize,
}

/// How many bytes a piece of a file has.
const PIECE: usize = 256 * 1024;

/// The file that the submission of that number names, of one in eight.
pub fn file(number: usize) -> Option<Vec<u8>> {
    let length = PIECE + PIECE / 2 + number;
    let fill = (0..length).map(|at| 128 | (at.wrapping_mul(31) + number) as u8);
    let of_it = || [&b"%PDF-1.7\n"[..], &fill.collect::<Vec<u8>>(), b"\n%%EOF\n"].concat();
    number.is_multiple_of(8).then(of_it)
}

pub fn hash(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The submission of that number: some of each unit and week amend one another.
fn submission(number: usize, units: usize) -> (String, Value) {
    let id = format!("0190a5c4-7d3e-7c1a-8f00-{number:012x}");
    let weeks = [("2023-02-26", "2023-03-03"), ("2023-03-04", "2023-03-10")];
    let (from, to) = weeks[number / units % 2];
    let mut body = json!({
        "format": 1, "id": id, "preparedAt": "2023-03-02T00:59:00Z",
        "report": {
            "format": 1, "plan": "trees", "planVersion": 2, "duty": "weekly",
            "unit": format!("unit-{}", number % units), "period": {"from": from, "to": to},
            "figures": {"trees": 100, "note": format!("Bản gửi số {number}: {}", "cây xanh ".repeat(number % 20).trim())}
        }
    });
    if let Some(bytes) = file(number) {
        let named =
            json!([{"hash": hash(&bytes), "name": "a.pdf", "bytes": bytes.len(), "kind": "pdf"}]);
        body["report"]["figures"]["scan"] = named;
    }
    (id, body)
}

/// Sends a file until the whole of it is said to be there; how often it was told that the disk is full.
async fn send_file(address: SocketAddr, unit: &str, bytes: &[u8]) -> usize {
    let (hash_of_all, length) = (hash(bytes), bytes.len());
    let about = format!("unit={unit}&kind=pdf&bytes={length}");
    let mut without_room = 0;
    for attempt in 0.. {
        let at = attempt % bytes.len().div_ceil(PIECE) * PIECE;
        let piece = &bytes[at..length.min(at + PIECE)];
        let path = format!(
            "plans/trees/files/{hash_of_all}?{about}&offset={at}&piece={}",
            hash(piece)
        );
        let asked = ask(address, &path, "application/octet-stream", piece);
        match tokio::time::timeout(Duration::from_secs(5), asked).await {
            Ok(Ok((200, state))) if state["whole"] == true => return without_room,
            Ok(Ok((503, problem))) if problem["code"] == "noRoom" => without_room += 1,
            Ok(Ok((status, problem)))
                if (400..500).contains(&status) && status != 408 && status != 429 =>
            {
                panic!("a file was refused: {status} {problem}")
            }
            _ => {}
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    unreachable!("it sends until it is there")
}

/// Sends until the whole of a receipt has come back.
pub async fn send(address: SocketAddr, number: usize, units: usize) -> Delivered {
    let (id, body) = submission(number, units);
    let mut without_room = 0;
    if let Some(bytes) = file(number) {
        let unit = body["report"]["unit"].as_str().unwrap();
        without_room += send_file(address, unit, &bytes).await;
    }
    let text = body.to_string();
    let path = format!("submissions/{id}");
    for attempts in 1.. {
        let answer = tokio::time::timeout(
            Duration::from_secs(5),
            ask(address, &path, "application/json", text.as_bytes()),
        )
        .await;
        match answer {
            Ok(Ok((200 | 201, receipt))) => {
                assert_eq!(receipt["submission"], id.as_str());
                let report = body["report"].clone();
                return Delivered {
                    id,
                    report,
                    receipt,
                    attempts,
                    without_room,
                };
            }
            Ok(Ok((503, problem))) if problem["code"] == "noRoom" => without_room += 1,
            Ok(Ok((status, problem))) if status < 500 && status != 408 && status != 429 => {
                panic!("{number} was refused: {status} {problem}")
            }
            _ => {}
        }
        let pause = 10 << attempts.min(4);
        tokio::time::sleep(Duration::from_millis(pause)).await;
    }
    unreachable!("it sends until it is received")
}

async fn ask(
    address: SocketAddr,
    path: &str,
    kind: &str,
    body: &[u8],
) -> std::io::Result<(u16, Value)> {
    let mut stream = TcpStream::connect(address).await?;
    let head = format!(
        "PUT /api/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(&[head.as_bytes(), body].concat()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let torn = || std::io::Error::other("the answer is torn");
    let answer = String::from_utf8(answer).map_err(|_| torn())?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(torn)?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok());
    let status = status.ok_or_else(torn)?;
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, length)| length.trim().parse::<usize>().ok());
    if length != Some(body.len()) {
        return Err(torn());
    }
    serde_json::from_str(body)
        .map(|body| (status, body))
        .map_err(std::io::Error::other)
}
