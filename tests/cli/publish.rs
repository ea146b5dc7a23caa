//! `phieu publish --to` and `phieu keys --publisher`, against a collector that runs.

use crate::serve::{Served, start};
use crate::support::{err, folder, out, path};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const PLAN: &str = include_str!("../collector/plan.json");

/// Publishes a file as the holder of a token.
fn publish(file: &Path, to: &str, token: &str, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_phieu"))
        .args(["publish", file.to_str().unwrap(), "--to", to])
        .args(more)
        .env_remove("PHIEU_TOKEN")
        // Nobody listens there: what is for this machine goes through no proxy.
        .envs([
            ("http_proxy", "http://127.0.0.1:1"),
            ("HTTP_PROXY", "http://127.0.0.1:1"),
        ])
        .envs((!token.is_empty()).then_some(("PHIEU_TOKEN", token)))
        .output()
        .unwrap()
}

/// A plan's file with another identity and title.
fn plan(folder: &Path, id: &str, title: &str) -> PathBuf {
    let text = PLAN.replacen("\"trees\"", &format!("\"{id}\""), 1);
    let file = folder.join(format!("{id}.json"));
    std::fs::write(&file, text.replacen("Kế hoạch trồng cây", title, 1)).unwrap();
    file
}

fn portal(served: &Served) -> String {
    served.word("portal").to_owned()
}

#[test]
fn a_plan_is_published_and_replaced_by_who_names_what_stands() {
    let folder = folder("publish");
    let served = start(&folder, &[]);
    let (to, token) = (portal(&served), served.word("office token").to_owned());
    let file = plan(&folder, "stones", "Đá");
    let first = publish(&file, &to, &token, &[]);
    let said = out(&first);
    assert_eq!(first.status.code(), Some(0), "{said}{}", err(&first));
    for word in [
        "Đã công bố phiên bản 1 của kế hoạch stones.",
        &format!("{to}api/plans/stones"),
        &format!("endpoint=\"{to}api\""),
        "stones.json --database",
    ] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let light = served.get("/api/plans/stones", "");
    assert!(light.starts_with("HTTP/1.1 200"), "{light}");
    let again = publish(&file, &to, &token, &[]);
    assert!(
        out(&again).contains("đúng như vậy: phiên bản 1"),
        "{}",
        out(&again)
    );

    plan(&folder, "stones", "Đá hai");
    let unseen = publish(&file, &to, &token, &["--lang", "en"]);
    let said = err(&unseen);
    assert_eq!(unseen.status.code(), Some(2));
    for word in ["Version 1 is published", "--over 1"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let other = publish(&file, &to, &token, &["--over", "7"]);
    assert!(
        err(&other).contains("phiên bản 1, không phải 7"),
        "{}",
        err(&other)
    );
    let second = publish(&file, &to, &token, &["--over", "1", "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&second.stdout).unwrap();
    assert_eq!(
        (&told["version"], &told["state"]),
        (&2.into(), &"open".into())
    );

    let stand = |id: &str, state: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_phieu"))
            .args(["stand", id, state, "--to", &to])
            .env("PHIEU_TOKEN", &token)
            .output()
            .unwrap();
        (
            output.status.code(),
            format!("{}{}", out(&output), err(&output)),
        )
    };
    for (id, state, code, word) in [
        (
            "stones",
            "withdrawn",
            0,
            "Kế hoạch stones (phiên bản 2): Đã thu hồi",
        ),
        ("stones", "archived", 0, "Đã lưu trữ"),
        ("stones", "open", 0, "Đang nhận báo cáo"),
        ("trees", "withdrawn", 2, "trees.json"),
        ("pebbles", "withdrawn", 2, "Không có kế hoạch này"),
        ("../x", "withdrawn", 2, "không phải là mã kế hoạch"),
    ] {
        let (found, said) = stand(id, state);
        assert_eq!(found, Some(code), "{said}");
        assert!(said.contains(word), "{word}: {said}");
    }

    let held = publish(&path("tests/collector/plan.json"), &to, &token, &[]);
    assert!(err(&held).contains("trees.json"), "{}", err(&held));
    assert!(!format!("{}{}", out(&held), err(&held)).contains(&token));
    served.terminate();
}

#[test]
fn a_publishing_offices_code_is_made_once_and_publishes() {
    let folder = folder("publisher");
    let served = start(&folder, &[]);
    let keys = |more: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_phieu"))
            .args(["keys", "--publisher", "Quận Đoàn Tân Phú", "--database"])
            .arg("data/phieu.sqlite")
            .args(more)
            .current_dir(&folder)
            .output()
            .unwrap();
        (out(&output), err(&output))
    };
    let (made, _) = keys(&[]);
    let (name, code) = made.trim().split_once('\t').unwrap();
    assert_eq!(name, "Quận Đoàn Tân Phú");
    let token_file = folder.join("code");
    std::fs::write(&token_file, format!("{code}\n")).unwrap();
    let file = plan(&folder, "stones", "Đá");
    let to = portal(&served);
    let by_file = ["--token-file", token_file.to_str().unwrap()];
    let first = publish(&file, &to, "", &by_file);
    assert!(out(&first).contains("phiên bản 1"), "{}", err(&first));
    plan(&folder, "stones", "Đá hai");
    let refused = publish(&file, &to, "", &by_file);
    assert!(
        err(&refused).contains("Quận Đoàn Tân Phú"),
        "{}",
        err(&refused)
    );
    let (none, said) = keys(&[]);
    assert!(
        none.is_empty() && said.contains("--replace"),
        "{none}{said}"
    );
    let (again, _) = keys(&["--replace"]);
    assert!(again.contains('\t'));
    let old = publish(&file, &to, "", &by_file);
    assert!(err(&old).contains("không đúng"), "{}", err(&old));
    served.terminate();
}

#[test]
fn what_cannot_be_published_is_told_in_whole_sentences() {
    let folder = folder("unpublished");
    let file = plan(&folder, "stones", "Đá");
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let nobody = format!("http://{nobody}");
    let stranger = TcpListener::bind("127.0.0.1:0").unwrap();
    let at_stranger = format!("http://{}", stranger.local_addr().unwrap());
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = stranger.accept() {
            let _ = stream.read(&mut [0; 65_536]);
            let answer = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 4\r\nconnection: close\r\n\r\n<p/>";
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    let broken = folder.join("broken.json");
    std::fs::write(
        &broken,
        PLAN.replace("\"level\": \"base\"", "\"level\": \"nowhere\""),
    )
    .unwrap();
    for (file, to, token, code, word) in [
        (&file, &*nobody, "code", 2, "Không gọi được"),
        (&file, &at_stranger, "code", 2, "HTTP 302"),
        (&file, "http://baocao.example", "code", 2, "hãy ghi https"),
        (&file, "baocao.example", "code", 2, "https://baocao.example"),
        (&file, &nobody, "", 2, "PHIEU_TOKEN"),
        (&file, &nobody, "mã", 2, "Hãy sao chép lại"),
        (&broken, &nobody, "code", 2, "nowhere"),
    ] {
        let output = publish(file, to, token, &[]);
        let said = format!("{}{}", out(&output), err(&output));
        assert_eq!(output.status.code(), Some(code), "{to}: {said}");
        assert!(said.contains(word), "{to}: {said}");
    }
}
