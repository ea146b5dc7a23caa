//! `phieu serve` with a bucket: what it says of one that does not fit, and that no key stands in its log.

use crate::moto::{Between, Fault, KEY, SECRET, keys, listed, make, moto};
use crate::serve::{Served, start, with_database};
use crate::support::folder;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

/// Tries to start; what it said.
pub fn refused(folder: &Path, options: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args(["serve", "--plans", "plans", "--listen", "127.0.0.1:0"])
        .args(with_database(options))
        .current_dir(folder)
        .env_remove("DATABASE_URL")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

/// Tries to start with that bucket and those keys; what it said.
fn refused_bucket(folder: &Path, files: &str, keys: &str) -> String {
    refused(folder, &["--files", files, "--bucket-keys", keys])
}

/// Sends a file of one piece; the status and the whole of the answer.
fn sent(served: &Served, number: u8) -> String {
    let bytes = [&b"%PDF-1.7\n"[..], &[number | 0x80; 500], b"\n%%EOF\n"].concat();
    let hash = crate::restore::hash(&bytes);
    let host = served.word("portal").trim_start_matches("http://");
    let host = host.trim_end_matches('/');
    let mut stream = TcpStream::connect(host).unwrap();
    write!(
        stream,
        "PUT /api/plans/trees/files/{hash}?unit=tay-thanh&kind=pdf&bytes={}&offset=0&piece={hash} HTTP/1.1\r\nHost: {host}\r\n\
         Connection: close\r\nContent-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
        bytes.len(),
        bytes.len()
    )
    .unwrap();
    stream.write_all(&bytes).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_collector_keeps_files_in_a_bucket_and_says_what_does_not_fit_without_a_key() {
    let folder = folder("bucket");
    std::fs::create_dir_all(folder.join("data")).unwrap();
    let between = Between::new();
    let address = between.address.to_string();
    keys(&folder, &address);
    make("of-the-cli");
    make("of-another");
    let options = [
        "--open",
        "--files",
        "s3://of-the-cli/a",
        "--bucket-keys",
        "bucket.keys",
    ];
    let served = start(&folder, &options);
    crate::serve::asks_for_files(&folder);
    let answer = sent_soon(&served, 1);
    assert!(answer.contains("\"whole\":true"), "{answer}");
    assert_eq!(listed("of-the-cli").len(), 2);
    for fault in [
        Fault::Answers(403, "SignatureDoesNotMatch"),
        Fault::Answers(500, "InternalError"),
        Fault::CutBehind,
    ] {
        between.set(fault);
        let answer = sent(&served, 2);
        assert!(answer.starts_with("HTTP/1.1 503"), "{fault:?}: {answer}");
    }
    let (_, log) = served.terminate();
    assert!(
        log.contains("the bucket answers SignatureDoesNotMatch"),
        "{log}"
    );
    for key in [KEY, SECRET] {
        assert!(!log.contains(key), "{log}");
    }
    // Another database's mark, keys that open nothing, a bucket that is not there.
    between.set(Fault::None);
    let said = refused_bucket(&folder, "s3://of-another", "bucket.keys");
    assert!(
        said.contains("does not hold the files of this database"),
        "{said}"
    );
    between.set(Fault::Answers(403, "InvalidAccessKeyId"));
    let said = refused_bucket(&folder, "s3://of-the-cli/a", "bucket.keys");
    assert!(said.contains("lets nobody in by these keys"), "{said}");
    assert!(!said.contains(KEY), "{said}");
    between.set(Fault::None);
    let said = refused_bucket(&folder, "s3://nowhere", "bucket.keys");
    assert!(said.contains("NoSuchBucket"), "{said}");
    let said = refused_bucket(&folder, "s3://../x", "bucket.keys");
    assert!(said.contains("s3://NAME"), "{said}");
    let said = refused_bucket(&folder, "s3://of-the-cli/a", "none.keys");
    assert!(said.contains("none.keys cannot be read"), "{said}");
    // One that does not answer is waited for: reports come in meanwhile.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    keys(&folder, &gone.local_addr().unwrap().to_string());
    drop(gone);
    let served = start(&folder, &options);
    assert!(served.get("/api/health", "").starts_with("HTTP/1.1 200"));
    crate::serve::asks_for_files(&folder);
    let answer = sent_soon(&served, 3);
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    let (_, log) = served.terminate();
    assert!(log.contains("files cannot be kept or read"), "{log}");
    assert!(!moto().is_empty() && !log.contains(SECRET));
}

/// The same, once the collector has seen that its plan asks for files.
pub fn sent_soon(served: &Served, number: u8) -> String {
    for _ in 0..100 {
        let answer = sent(served, number);
        if !answer.contains("fileNotAsked") {
            return answer;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    String::new()
}
