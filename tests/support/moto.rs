//! A server of buckets for tests, which speaks the protocol of S3, and what can stand between it and a collector.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

/// The keys of all tests.
pub const KEY: &str = "AKIDOFTHETESTS";
pub const SECRET: &str = "secret-of-the-tests";

/// The address of a server that lives as long as these tests: it stops when the pipe that it holds ends.
pub fn moto() -> &'static str {
    static SERVER: LazyLock<Option<(String, Mutex<Child>)>> = LazyLock::new(|| {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/moto.sh");
        let mut child = Command::new(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut()?)
            .read_line(&mut line)
            .ok()?;
        let address = line.trim().strip_prefix("http://")?.to_owned();
        Some((address, Mutex::new(child)))
    });
    let server = SERVER.as_ref();
    let (address, _) =
        server.expect("no server of buckets to test on; tools/setup.sh moto installs it");
    address
}

/// Asks it without a client; the status and all of the answer.
fn ask(line: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(moto()).unwrap();
    write!(
        stream,
        "{line} HTTP/1.0\r\nHost: {}\r\nContent-Length: 0\r\n\r\n",
        moto()
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    (status, answer)
}

/// Makes a bucket.
pub fn make(bucket: &str) {
    assert_eq!(ask(&format!("PUT /{bucket}")).0, 200);
}

/// The names of all that is in a bucket, in their order.
pub fn listed(bucket: &str) -> Vec<String> {
    let (_, answer) = ask(&format!("GET /{bucket}?list-type=2"));
    let names = answer.split("<Key>").skip(1);
    let names = names.filter_map(|rest| rest.split_once("</Key>"));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// Writes the file of the keys, with the address at which the bucket is asked.
pub fn keys(folder: &Path, address: &str) -> PathBuf {
    let file = folder.join("bucket.keys");
    let text = format!(
        "# of the tests\nAWS_ACCESS_KEY_ID={KEY}\nAWS_SECRET_ACCESS_KEY = {SECRET}\nAWS_REGION=us-east-1\n\
         AWS_ENDPOINT=http://{address}\nAWS_ALLOW_HTTP=true\n"
    );
    std::fs::write(&file, text).unwrap();
    file
}

/// What goes wrong between a collector and its bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The bucket answers with a status and a code.
    Answers(u16, &'static str),
    /// Nobody answers.
    Silent,
    /// What is sent to it breaks off.
    CutBefore,
    /// Its answer breaks off.
    CutBehind,
}

/// A line to the server, on which something goes wrong from a moment on.
pub struct Between {
    pub address: SocketAddr,
    fault: Arc<Mutex<Fault>>,
}

impl Between {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let fault = Arc::new(Mutex::new(Fault::None));
        let now = Arc::clone(&fault);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let now = Arc::clone(&now);
                // Whoever hangs up ends it.
                std::thread::spawn(move || drop(hand_on(stream, &now)));
            }
        });
        Self { address, fault }
    }

    pub fn set(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }
}

/// Hands one request on, and its answer back.
fn hand_on(mut stream: TcpStream, now: &Mutex<Fault>) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let is_end = line == "\r\n";
        let small = line.to_ascii_lowercase();
        if let Some(value) = small.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
        if small.starts_with("connection:") {
            continue;
        }
        if is_end {
            head.push_str("Connection: close\r\n");
        }
        head.push_str(&line);
        if is_end {
            break;
        }
    }
    let fault = *now.lock().unwrap();
    let mut body = vec![
        0;
        if fault == Fault::CutBefore {
            length / 2
        } else {
            length
        }
    ];
    reader.read_exact(&mut body)?;
    match fault {
        Fault::CutBefore => return Ok(()),
        Fault::Silent => {
            std::thread::sleep(Duration::from_secs(30));
            return Ok(());
        }
        Fault::Answers(status, code) => {
            let said =
                format!("<Error><Code>{code}</Code><AWSAccessKeyId>{KEY}</AWSAccessKeyId></Error>");
            return write!(
                stream,
                "HTTP/1.1 {status} Said\r\nConnection: close\r\nContent-Type: application/xml\r\nContent-Length: {}\r\n\r\n{said}",
                said.len()
            );
        }
        Fault::None | Fault::CutBehind => {}
    }
    let mut server = TcpStream::connect(moto())?;
    server.write_all(head.as_bytes())?;
    server.write_all(&body)?;
    let mut answer = Vec::new();
    server.read_to_end(&mut answer)?;
    let end = if fault == Fault::CutBehind {
        answer.len() / 2
    } else {
        answer.len()
    };
    stream.write_all(answer.get(..end).unwrap_or_default())
}
