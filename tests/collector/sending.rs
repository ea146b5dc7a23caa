//! A file on its way to a collector, as a page sends it.

use crate::support::{Answer, Tested, id, submission};
use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

pub const PIECE: usize = 256 * 1024;

/// Where a unit's plan asks for files.
pub fn plan() -> String {
    let file = r#"{ "id": "scan", "label": "Bản có ký, đóng dấu", "measure": { "file": { "kinds": ["pdf", "image", "word"], "most": 3, "megabytes": 20, "keepDays": 100 } } },"#;
    include_str!("plan.json")
        .replacen("\"indicators\": [", &format!("\"indicators\": [{file}"), 1)
        .replacen(
            "{ \"indicator\": \"note\" }",
            "{ \"indicator\": \"note\" }, { \"indicator\": \"scan\" }",
            1,
        )
}

/// A collector that lets in those who are known, of a plan that asks for files.
pub async fn collector() -> Tested {
    Tested::closed_with(&plan()).await
}

/// A PDF of so many bytes that differs by `seed`.
pub fn pdf(bytes: usize, seed: u8) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let fill = (0_u32..).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8 ^ seed);
    pdf.extend(fill.take(bytes - 16).map(|byte| byte | 0x80));
    pdf.extend(b"\n%%EOF\n");
    pdf
}

pub fn hash(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>();
    digits.concat()
}

/// A file on its way.
pub struct Sending<'a> {
    pub code: &'a str,
    pub kind: &'a str,
    pub bytes: &'a [u8],
}

impl Sending<'_> {
    fn address(&self, more: &str) -> String {
        let (hash, kind, bytes) = (hash(self.bytes), self.kind, self.bytes.len());
        format!("/api/plans/trees/files/{hash}{more}?unit=tay-thanh&kind={kind}&bytes={bytes}")
    }

    pub fn piece(&self, number: usize) -> Request<Body> {
        let from = number * PIECE;
        let piece = &self.bytes[from..self.bytes.len().min(from + PIECE)];
        self.with(from, &hash(piece), piece)
    }

    pub fn with(&self, offset: usize, said: &str, piece: &[u8]) -> Request<Body> {
        let address = format!("{}&offset={offset}&piece={said}", self.address(""));
        Request::put(address)
            .header("authorization", format!("Bearer {}", self.code))
            .header("content-type", "application/octet-stream")
            .body(Body::from(piece.to_vec()))
            .unwrap()
    }

    pub fn state(&self) -> Request<Body> {
        get(&self.address("/state"), self.code)
    }

    /// Sends all pieces; the last answer.
    pub async fn all(&self, collector: &Tested) -> Answer {
        let mut last = None;
        for number in 0..self.bytes.len().div_ceil(PIECE) {
            last = Some(collector.ask(self.piece(number)).await);
        }
        last.unwrap()
    }

    pub fn named(&self, name: &str) -> Value {
        json!({"hash": hash(self.bytes), "name": name, "bytes": self.bytes.len(), "kind": self.kind})
    }
}

pub fn get(address: &str, code: &str) -> Request<Body> {
    let request = Request::get(address).header("authorization", format!("Bearer {code}"));
    request.body(Body::empty()).unwrap()
}

pub fn download(sending: &Sending<'_>, code: &str) -> Request<Body> {
    let hash = hash(sending.bytes);
    get(
        &format!("/api/plans/trees/files/{hash}?unit=tay-thanh&name=B%C3%A1o%20c%C3%A1o.html"),
        code,
    )
}

pub fn report_with(files: Value) -> (String, Value) {
    let id = id();
    let mut sent = submission(&id, 100);
    sent["report"]["figures"]["scan"] = files;
    (id, sent)
}

pub fn report(code: &str, files: Value) -> Request<Body> {
    let (id, sent) = report_with(files);
    Request::put(format!("/api/submissions/{id}"))
        .header("authorization", format!("Bearer {code}"))
        .header("content-type", "application/json")
        .body(Body::from(sent.to_string()))
        .unwrap()
}

/// How many files there are in a folder, and in those in it.
pub fn count(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => count(&entry.path()),
            _ => usize::from(entry.file_name() != "phieu.mark"),
        })
        .sum()
}
