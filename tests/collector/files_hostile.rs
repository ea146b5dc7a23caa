//! What somebody sends who means no good, or whose program lies: it never reaches another unit, is never handed out to be run, and
//! is never kept half.

use crate::sending::{PIECE, Sending, collector, count, download, get, hash, pdf, report};
use crate::support::{TOKEN, Tested, ask, id, key, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};
use std::io::Write;

/// A picture as a page makes it anew, with something in it or behind it.
fn jpeg(inside: &[u8], behind: &[u8]) -> Vec<u8> {
    let frame = [0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 17, 0];
    let scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9];
    [&[0xFF, 0xD8], inside, &frame, &scan, behind].concat()
}

/// A segment of a picture.
fn segment(kind: u8, text: &[u8]) -> Vec<u8> {
    let length = u16::try_from(text.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, kind], &length[..], text].concat()
}

/// An archive as programs write them, of these things, packed.
fn archive(contents: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in contents {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).unwrap();
        let packed = packed.finish().unwrap();
        let offset = u32::try_from(archive.len()).unwrap();
        // Version 2.0, no flags, packed, no hour, no sum, how large it is packed and unpacked, and its name.
        let mut about = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        for size in [packed.len(), bytes.len()] {
            about.extend(u32::try_from(size).unwrap().to_le_bytes());
        }
        about.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        about.extend([0, 0]);
        archive.extend([b"PK\x03\x04", &about[..], name.as_bytes(), &packed].concat());
        list.extend(
            [
                b"PK\x01\x02\x14\0",
                &about[..],
                &[0; 10],
                &offset.to_le_bytes(),
                name.as_bytes(),
            ]
            .concat(),
        );
    }
    let count = u16::try_from(contents.len()).unwrap().to_le_bytes();
    let (offset, size) = (archive.len(), list.len());
    archive.extend(list);
    archive.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count].concat());
    for number in [size, offset] {
        archive.extend(u32::try_from(number).unwrap().to_le_bytes());
    }
    archive.extend([0, 0]);
    archive
}

fn document(more: &[(&str, &[u8])]) -> Vec<u8> {
    let types = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    let own: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", types),
        ("word/document.xml", b"<w:document/>"),
    ];
    archive(&[&own[..], more].concat())
}

#[tokio::test]
async fn files_that_are_two_things_at_once_are_refused_and_leave_nothing() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let script = b"/*<script>alert(1)</script>*/=1;";
    let zip = archive(&[("a.js", b"alert(1)")]);
    let huge = {
        let mut picture = jpeg(b"", b"");
        picture[7..11].fill(0xFF);
        picture
    };
    let zeros = vec![0; 60_000_000];
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("image", [&b"GIF89a/*"[..], b"*/=1;alert(1)"].concat()),
        ("image", jpeg(b"", b"<script>alert(1)</script>")),
        ("image", jpeg(b"", &zip)),
        ("image", jpeg(&segment(0xFE, script), b"")),
        ("image", jpeg(&segment(0xE1, b"Exif\0\0II*\0"), b"")),
        (
            "image",
            jpeg(&segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"), b""),
        ),
        (
            "image",
            jpeg(&segment(0xE0, &[&b"JFIF\0"[..], script].concat()), b""),
        ),
        ("image", jpeg(&segment(0xDB, &[b'<'; 2_000]), b"")),
        ("image", huge),
        (
            "image",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec(),
        ),
        ("image", b"\x89PNG\r\n\x1A\n....IHDR".to_vec()),
        ("pdf", [&b"MZ"[..], &pdf(300, 0)].concat()),
        (
            "pdf",
            [&pdf(300, 0)[..], b"<script>alert(1)</script>"].concat(),
        ),
        ("pdf", [&pdf(300, 0)[..], &zip, b"\n%%EOF"].concat()),
        ("pdf", document(&[])),
        ("word", [&pdf(300, 0)[..], &document(&[])].concat()),
        (
            "word",
            [&document(&[])[..], b"<script>alert(1)</script>"].concat(),
        ),
        ("word", document(&[("word/media/image1.png", &zeros)])),
        ("word", document(&[("word/vbaProject.bin", b"macro")])),
        (
            "word",
            document(&[("../../../etc/cron.d/a", b"* * * * * root")]),
        ),
        ("word", document(&[("word/embeddings/a.exe", b"MZ")])),
        ("word", zip.clone()),
        (
            "word",
            archive(&[
                ("xl/workbook.xml", b"<workbook/>"),
                ("[Content_Types].xml", b"<Types/>"),
            ]),
        ),
    ];
    for (number, (kind, bytes)) in cases.iter().enumerate() {
        let sending = Sending {
            code: &code,
            kind,
            bytes,
        };
        let answer = sending.all(&collector).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.code()),
            (422, "fileRefused"),
            "{number} {kind}"
        );
        let answer = collector.ask(download(&sending, &code)).await;
        assert_eq!(answer.code(), "unknownFile", "{number}");
    }
    assert_eq!(count(&collector.folder.join("files")), 0);
    let right = document(&[("word/media/image1.png", &[7; 5_000])]);
    let sending = Sending {
        code: &code,
        kind: "word",
        bytes: &right,
    };
    assert_eq!(sending.all(&collector).await.json()["whole"], true);
}

/// A report of the unit, with a file named so.
async fn named(collector: &Tested, code: &str, file: Value) -> (u16, String) {
    let answer = collector.ask(report(code, json!([file]))).await;
    (answer.status.as_u16(), answer.text())
}

#[tokio::test]
async fn a_name_leads_nowhere_and_shows_nothing_else() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(5_000, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let long = format!("{}.pdf", "a".repeat(10_000));
    for name in [
        "../../etc/passwd.pdf",
        "C:\\a.pdf",
        "a\0.pdf",
        "a\u{202e}fdp.exe.pdf",
        "a\u{2066}b.pdf",
        "a\n.pdf",
        "<img src=x onerror=alert(1)>.pdf",
        ".pdf",
        "-rf.pdf",
        "a.exe",
        "a.pdf.html",
        &*long,
        "",
    ] {
        let file = sending.named(name);
        let (status, said) = named(&collector, &code, file).await;
        assert_eq!(status, 422, "{name:?}: {said}");
    }
    // What asks for a name when it is fetched steers no header and no folder.
    let long = "%E1%BB%87".repeat(5_000);
    for name in [
        "a%00b",
        "%0D%0ASet-Cookie%3A%20a",
        "..%2F..%2Fx",
        "%E2%80%AEfdp.exe",
        &*long,
    ] {
        let address = format!(
            "/api/plans/trees/files/{}?unit=tay-thanh&name={name}",
            hash(&bytes)
        );
        let answer = collector.ask(get(&address, &code)).await;
        assert_eq!(answer.status, StatusCode::OK, "{name}");
        assert!(answer.body == bytes);
        let kept = answer.header("content-disposition");
        assert!(
            kept.starts_with("attachment; filename=\"tep.pdf\"; filename*=UTF-8''"),
            "{kept}"
        );
        assert!(kept.ends_with(".pdf") && kept.len() < 1_200, "{kept}");
        assert!(
            !kept.contains("%2F") && !kept.contains("%00") && !kept.contains("%E2%80%AE"),
            "{kept}"
        );
        assert_eq!(answer.header("set-cookie"), "");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
    let (status, said) = named(&collector, &code, sending.named("Báo cáo 05.pdf")).await;
    assert_eq!(status, 201, "{said}");
}

#[tokio::test]
async fn who_lies_about_length_place_or_hash_leaves_nothing() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(PIECE + 100, 0);
    let piece = &bytes[..PIECE];
    let (whole, said) = (hash(&bytes), hash(piece));
    let length = bytes.len();
    let lies = [
        format!("kind=pdf&bytes=-1&offset=0&piece={said}"),
        format!("kind=pdf&bytes=0&offset=0&piece={said}"),
        format!("kind=pdf&bytes=1&offset=0&piece={said}"),
        format!("kind=pdf&bytes={}&offset=0&piece={said}", i64::MAX),
        format!("kind=pdf&bytes=99999999999999999999&offset=0&piece={said}"),
        format!("kind=pdf&bytes={length}&offset=-262144&piece={said}"),
        format!("kind=pdf&bytes={length}&offset={}&piece={said}", i64::MIN),
        format!(
            "kind=pdf&bytes={length}&offset={}&piece={said}",
            i64::MAX - 1
        ),
        format!("kind=pdf&bytes={length}&offset=0&piece="),
        format!("kind=exe&bytes={length}&offset=0&piece={said}"),
        format!("kind=pdf&bytes={length}&offset=0&piece={said}&version=77"),
        format!("kind=pdf&kind=image&bytes={length}&offset=0&piece={said}"),
    ];
    for lie in lies {
        let address = format!("/api/plans/trees/files/{whole}?unit=tay-thanh&{lie}");
        let request = Request::put(address)
            .header("authorization", format!("Bearer {code}"))
            .header("content-type", "application/octet-stream");
        let answer = collector
            .ask(request.body(Body::from(piece.to_vec())).unwrap())
            .await;
        assert!(answer.status.is_client_error(), "{lie}: {}", answer.text());
    }
    for (header, value) in [("content-type", "text/html"), ("content-encoding", "gzip")] {
        let sending = Sending {
            code: &code,
            kind: "pdf",
            bytes: &bytes,
        };
        let mut request = sending.piece(0);
        request.headers_mut().insert(header, value.parse().unwrap());
        assert_eq!(
            collector.ask(request).await.code(),
            "pieceWrong",
            "{header}"
        );
    }
    assert_eq!(count(&collector.folder.join("files")), 0);
}

#[tokio::test]
async fn two_tabs_that_send_the_same_file_send_one() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let bytes = pdf(6 * PIECE + 9, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    let tab = async |order: [usize; 7]| {
        for number in order {
            // Whole already, or to be asked for once more: never an error that ends it.
            let answer = ask(&collector.router, sending.piece(number)).await;
            assert!(
                answer.status == StatusCode::OK || answer.code() == "busy",
                "{}",
                answer.text()
            );
        }
    };
    tokio::join!(
        tab([0, 1, 2, 3, 4, 5, 6]),
        tab([6, 5, 4, 3, 2, 1, 0]),
        tab([0, 1, 2, 3, 4, 5, 6])
    );
    let state = collector.ask(sending.state()).await.json();
    assert_eq!(state["whole"], true, "{state}");
    assert_eq!(count(&collector.folder.join("files")), 7, "each piece once");
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    assert_eq!(
        collector
            .office(list)
            .await
            .json()
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let answer = collector.ask(download(&sending, &code)).await;
    assert!(answer.body == bytes, "nothing is torn");
}

#[tokio::test]
async fn nothing_of_a_unit_reaches_another_by_its_hash() {
    let collector = collector().await;
    let code = key(&collector, "trees", "tay-thanh", "unit").await;
    let other = key(&collector, "trees", "son-ky", "unit").await;
    let theirs = key(&collector, "trees", "son-ky", "office").await;
    let bytes = pdf(2 * PIECE + 9, 0);
    let sending = Sending {
        code: &code,
        kind: "pdf",
        bytes: &bytes,
    };
    sending.all(&collector).await;
    let (whole, length) = (hash(&bytes), bytes.len());
    let with = |code: &str, mut request: Request<Body>| {
        let bearer = format!("Bearer {code}").parse().unwrap();
        request.headers_mut().insert("authorization", bearer);
        request
    };
    let delete = || {
        let address = format!("/api/office/plans/trees/files/{whole}?unit=tay-thanh");
        Request::delete(address).body(Body::empty()).unwrap()
    };
    let list = "/api/office/plans/trees/files?unit=tay-thanh";
    for stranger in [&*other, &*theirs] {
        for request in [
            sending.piece(0),
            sending.state(),
            download(&sending, ""),
            delete(),
            get(list, ""),
        ] {
            let answer = collector.ask(with(stranger, request)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.text());
        }
    }
    // As its own, the other unit has no piece of it: neither told, nor taken for its own, nor handed out.
    let of = |more: &str| {
        format!("/api/plans/trees/files/{whole}{more}?unit=son-ky&kind=pdf&bytes={length}")
    };
    let state = collector.ask(get(&of("/state"), &other)).await.json();
    assert_eq!(state["missing"], json!([0, PIECE, 2 * PIECE]));
    let answer = collector.ask(get(&of(""), &other)).await;
    assert_eq!(answer.code(), "unknownFile");
    let one = id();
    let mut sent = submission(&one, 1);
    sent["report"]["unit"] = json!("son-ky");
    sent["report"]["figures"]["scan"] = json!([sending.named("a.pdf")]);
    let request = Request::put(format!("/api/submissions/{one}"))
        .header("content-type", "application/json")
        .body(Body::from(sent.to_string()));
    let answer = collector.ask(with(&other, request.unwrap())).await;
    assert_eq!(answer.code(), "filesMissing");
    // A piece of it, sent as the other unit's, is that unit's, and changes nothing of the first.
    let swapped = vec![b'x'; PIECE];
    let address = format!("{}&offset=0&piece={}", of(""), hash(&swapped));
    let request = Request::put(address)
        .header("content-type", "application/octet-stream")
        .body(Body::from(swapped));
    let answer = collector.ask(with(&other, request.unwrap())).await;
    assert_eq!(answer.json()["missing"], json!([PIECE, 2 * PIECE]));
    let answer = collector.ask(download(&sending, TOKEN)).await;
    assert!(answer.body == bytes, "the first is what it was");
}
