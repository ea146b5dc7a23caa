//! What is no file that a plan asks for is refused, whatever it says that it is, and leaves nothing.

use crate::sending::{PIECE, Sending, collector, count, get, hash, pdf, report};
use crate::support::key;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;

#[tokio::test]
async fn what_is_no_file_of_its_kind_is_refused_and_leaves_nothing() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let end = b"\n%%EOF\n";
    let archive_end = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "image",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(),
        ),
        (
            "image",
            b"\xFF\xD8\xFF\xE1\0\x10Exif\0\0GPSLatitude\xFF\xD9".to_vec(),
        ),
        ("image", b"GIF89a/*".to_vec()),
        ("pdf", b"<!doctype html><script>alert(1)</script>".to_vec()),
        (
            "pdf",
            [&b"%PDF-1.7\n<script>alert(1)</script>"[..], end].concat(),
        ),
        (
            "pdf",
            [&b"%PDF-1.7\n"[..], end, b"PK\x03\x04", archive_end].concat(),
        ),
        (
            "pdf",
            [&b"%PDF-1.7\nPK\x03\x04"[..], archive_end, end].concat(),
        ),
        ("word", [&b"PK\x03\x04"[..], archive_end].concat()),
        ("word", pdf(100, 0)),
        ("image", pdf(100, 0)),
    ];
    for (kind, bytes) in cases {
        let sending = Sending {
            code: &code,
            kind,
            bytes: &bytes,
        };
        let answer = sending.all(&collector).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (422, "fileRefused"),
            "{kind}"
        );
        let report = report(
            &code,
            json!([sending.named(&format!(
                "a{}",
                match kind {
                    "image" => ".jpg",
                    "word" => ".docx",
                    _ => ".pdf",
                }
            ))]),
        );
        assert_eq!(collector.ask(report).await.code(), "filesMissing");
    }
    assert_eq!(
        count(&collector.folder.join("files")),
        0,
        "nothing of them is kept"
    );
}

#[tokio::test]
async fn pieces_that_are_not_what_they_say_are_refused() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 100, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let first = &bytes[..PIECE];
    let other = hash(&bytes[1..]);
    let cases = [
        (sending.with(0, &other, first), 400, "pieceWrong"),
        (sending.with(1, &hash(first), first), 400, "pieceWrong"),
        (sending.with(PIECE, &hash(first), first), 400, "pieceWrong"),
        (
            sending.with(2 * PIECE, &hash(first), first),
            400,
            "pieceWrong",
        ),
        (
            sending.with(0, &hash(&first[1..]), &first[1..]),
            400,
            "pieceWrong",
        ),
        (sending.with(0, &hash(b""), b""), 400, "pieceWrong"),
        (sending.with(0, &hash(&bytes), &bytes), 413, "tooLarge"),
    ];
    for (request, status, code) in cases {
        let answer = collector.ask(request).await;
        assert_eq!((answer.status.as_u16(), &*answer.code()), (status, code));
    }
    // The bytes of another file under this one's hash.
    let swapped = pdf(PIECE + 100, 1);
    collector.ask(sending.piece(0)).await;
    let last = &swapped[PIECE..];
    let answer = collector.ask(sending.with(PIECE, &hash(last), last)).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (422, "fileBroken")
    );
    assert_eq!(count(&collector.folder.join("files")), 0);
    assert_eq!(
        sending.all(&collector).await.json()["whole"],
        true,
        "sent anew, it is taken"
    );
    for (address, status, code) in [
        (
            "/api/plans/trees/files/xyz?unit=tay-thanh&kind=pdf&bytes=5",
            400,
            "parameter",
        ),
        (
            "/api/plans/trees/files/..%2F..?unit=tay-thanh&kind=pdf&bytes=5",
            400,
            "parameter",
        ),
        (
            "/api/plans/stones/files/0a?unit=tay-thanh&kind=pdf&bytes=5",
            400,
            "parameter",
        ),
    ] {
        let request = get(&address.replace('?', "/state?"), sending.code);
        let answer = collector.ask(request).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (status, code),
            "{address}"
        );
    }
}

#[tokio::test]
async fn a_plan_and_a_units_share_say_how_much_comes() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let begin = |kind: &'static str, bytes: u64, seed: u8| {
        let piece = [&[seed; 1][..], &vec![b'0'; PIECE - 1]].concat();
        let name = hash(&[seed]);
        let said = hash(&piece);
        Request::put(format!(
            "/api/plans/trees/files/{name}?unit=tay-thanh&kind={kind}&bytes={bytes}&offset=0&piece={said}"
        ))
        .header("authorization", format!("Bearer {code}"))
        .header("content-type", "application/octet-stream")
        .body(Body::from(piece))
        .unwrap()
    };
    for (kind, bytes) in [
        ("pdf", 20_000_001),
        ("excel", 20_000_000),
        ("pdf", u64::MAX / 4),
    ] {
        let answer = collector.ask(begin(kind, bytes, 0)).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (422, "fileNotAsked")
        );
    }
    for seed in 0..25 {
        let answer = collector.ask(begin("pdf", 20_000_000, seed)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
    let answer = collector.ask(begin("pdf", 1_000_000, 99)).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (422, "filesFull")
    );
    assert!(answer.text().contains("500 MB"), "{}", answer.text());
    let answer = collector.ask(begin("word", 20_000_000, 0)).await;
    assert_eq!(
        (answer.status.as_u16(), &*answer.code()),
        (409, "otherFile")
    );
}
