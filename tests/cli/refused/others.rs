//! What else cannot be done: what the plan does not have, what cannot be written, what was mistyped.

use super::{Files, LANGS, assert_sentence, assert_tongue};
use crate::support::{PLAN, err, fed, out, parsed, phieu, report};
use serde_json::json;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn what_a_plan_does_not_have_is_told_with_what_it_has() {
    let files = Files::of("unknown");
    let mut other = report(&json!(1));
    other["duty"] = json!("daily");
    let mut wrong = report(&json!(1));
    wrong["period"] = json!([]);
    wrong["surprise"] = json!(1);
    let database = files.folder.join("keys.sqlite");
    let keys = [
        "keys",
        PLAN,
        "--unit",
        "nobody",
        "--database",
        database.to_str().unwrap(),
    ];
    let mut cases: Vec<(&[&str], String, &[&str])> = vec![
        (
            &["duties", PLAN, "--unit", "nobody"],
            String::new(),
            &["nobody", "\n  tay-thanh  Đoàn phường Tây Thạnh\n"],
        ),
        (
            &["blank", PLAN, "--duty", "weekly", "--unit", "nobody"],
            String::new(),
            &["nobody", "\n  tay-thanh  "],
        ),
        (
            &["duties", PLAN, "--unit", "phuong"],
            String::new(),
            &["phuong", "\n  tay-thanh  "],
        ),
        (
            &["blank", PLAN, "--duty", "daily"],
            String::new(),
            &["daily", "weekly"],
        ),
        (
            &["schema", "report", PLAN, "--duty", "daily"],
            String::new(),
            &["daily", "weekly"],
        ),
        (
            &["schema", "report", PLAN],
            String::new(),
            &["--duty", "weekly"],
        ),
        (
            &["paper", PLAN, "-", "--docx", "-"],
            other.to_string(),
            &["daily", "weekly"],
        ),
        (
            &["paper", PLAN, "-", "--docx", "-"],
            wrong.to_string(),
            &["(/period): ", "(/surprise): "],
        ),
        (
            &["check", PLAN, "tests/cli/support.rs", "--earlier", "-"],
            wrong.to_string(),
            &["(/period): ", "(/surprise): "],
        ),
        (
            &["blank", PLAN, "--duty", "weekly", "--period", "Tuần 9"],
            String::new(),
            &["Tuần 9", "Tuần 2"],
        ),
        (
            &["blank", PLAN, "--duty", "weekly", "--unit", "office"],
            String::new(),
            &["weekly", "phieu duties"],
        ),
        (
            &["duties", PLAN, "--unit", "tay-thanh", "--at", "tomorrow"],
            String::new(),
            &["tomorrow", "2023-02-27T08:00"],
        ),
        (
            &["sample", PLAN, "--until", "30/2"],
            String::new(),
            &["30/2", "2023-02-27T08:00"],
        ),
        (
            &["sample", PLAN, "--units", "9"],
            String::new(),
            &["9", "--plan-out"],
        ),
        (
            &["progress", PLAN, "-", "--rows", "trees"],
            String::new(),
            &["--rows"],
        ),
        (&["progress", PLAN, "-"], "{}".into(), &["receivedAt"]),
        (&["read", "-"], "%PDF-1.7".into(), &["PDF"]),
        (
            &["publish", PLAN, "--to", "http://baocao.example"],
            String::new(),
            &["--to http://baocao.example", "https"],
        ),
        (
            &["publish", PLAN, "--to", "baocao"],
            String::new(),
            &["--to baocao", "https://baocao.example"],
        ),
        (
            &["publish", PLAN, "--to", "https://baocao.example"],
            String::new(),
            &["PHIEU_TOKEN"],
        ),
        (
            &["stand", "../x", "open", "--to", "http://127.0.0.1:1"],
            String::new(),
            &["../x"],
        ),
    ];
    if cfg!(feature = "collector") {
        cases.push((&keys, String::new(), &["nobody", "\n  tay-thanh  "]));
    }
    for (line, input, expected) in cases {
        for lang in LANGS {
            let ended = fed(&[line, &["--lang", lang]].concat(), &input);
            let said = err(&ended);
            assert_eq!(
                (ended.status.code(), out(&ended)),
                (Some(2), String::new()),
                "{line:?}: {said}"
            );
            for word in expected {
                assert!(said.contains(word), "{word}: {said}");
            }
            assert_sentence(&said, &format!("{line:?}"));
            assert_tongue(&said, lang, &format!("{line:?}"));
        }
        let first = line.iter().chain(["--lang", "vi"].iter());
        let first: Vec<&str> = first.copied().collect();
        assert_eq!(
            fed(line, &input).stderr,
            fed(&first, &input).stderr,
            "Vietnamese is spoken where nothing is said"
        );
    }
}

#[test]
fn what_cannot_be_written_is_told_alike_by_every_command() {
    let files = Files::of("unwritten");
    let there = files.folder.join("none").join("out");
    let there = there.to_str().unwrap();
    for (lang, expected) in LANGS.into_iter().zip([
        format!("phieu: Không ghi được {there}: không có tệp hoặc thư mục này.\n"),
        format!("phieu: {there} cannot be written: there is no such file or folder.\n"),
    ]) {
        for line in [
            &["publish", PLAN, "-o", there][..],
            &["sample", PLAN, "--plan-out", there],
            &["progress", PLAN, &files.arrivals, "--docx", there],
            &["paper", PLAN, &files.report, "--docx", there],
        ] {
            let ended = phieu(&[line, &["--lang", lang]].concat());
            assert_eq!(
                (ended.status.code(), out(&ended), err(&ended)),
                (Some(2), String::new(), expected.clone()),
                "{line:?}"
            );
        }
    }
    // Linux alone has a disk that is always full.
    if !Path::new("/dev/full").exists() {
        return;
    }
    for (lang, expected) in [
        (
            "vi",
            "phieu: Không ghi được ra đầu ra chuẩn: ổ đĩa đã đầy.\n",
        ),
        (
            "en",
            "phieu: The standard output cannot be written: the disk is full.\n",
        ),
    ] {
        let others = [
            vec!["read", "tests/reading/phu-nu.txt"],
            vec!["codes"],
            vec!["types"],
            vec!["schema", "plan"],
        ];
        let others = others.map(|line| line.into_iter().map(str::to_owned).collect());
        let commands = files.commands(PLAN).into_iter().map(|(line, _)| line);
        for line in commands.chain(others) {
            // One needs a collector, the other ends when nobody reads its codes.
            if line.iter().any(|word| word == "--to" || word == "keys") {
                continue;
            }
            let ended = Command::new(env!("CARGO_BIN_EXE_phieu"))
                .args(&line)
                .args(["--lang", lang])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .stdout(
                    std::fs::OpenOptions::new()
                        .write(true)
                        .open("/dev/full")
                        .unwrap(),
                )
                .stderr(Stdio::piped())
                .output()
                .unwrap();
            assert_eq!(
                (ended.status.code(), err(&ended).as_str()),
                (Some(2), expected),
                "{line:?}"
            );
        }
    }
}

#[test]
fn a_line_that_cannot_be_understood_is_told_in_sentences() {
    for (line, vi, en) in [
        (
            &["duties", PLAN][..],
            "Thiếu --unit <UNIT>.",
            "Write --unit <UNIT> too: it is missing.",
        ),
        (
            &["check"],
            "Thiếu <PLAN>.",
            "Write <PLAN> too: it is missing.",
        ),
        (
            &["chek", PLAN],
            "Không có lệnh “chek”. Có phải là check?",
            "There is no command \"chek\". Perhaps check is meant.",
        ),
        (
            &["lint", PLAN, "--jsn"],
            "Lệnh này không nhận “--jsn”. Có phải là --json?",
            "This command does not take \"--jsn\". Perhaps --json is meant.",
        ),
        (
            &["sample", PLAN, "--seed", "x"],
            "--seed <S> không nhận “x”. Hãy ghi số nguyên",
            "--seed <S> does not take \"x\". Write a whole number",
        ),
        (
            &["stand", "p", "shut", "--to", "x"],
            "không nhận “shut”. Hãy ghi một trong: open, withdrawn, archived.",
            "does not take \"shut\". Write one of: open, withdrawn, archived.",
        ),
        (
            &["publish", PLAN, "-o", "x", "--to", "y"],
            "không đi cùng",
            "does not go with",
        ),
        (
            &["duties", PLAN, "--unit"],
            "Sau --unit <UNIT> còn thiếu giá trị.",
            "A value is missing after --unit <UNIT>.",
        ),
    ] {
        for (lang, expected) in LANGS.into_iter().zip([vi, en]) {
            let ended = phieu(&[line, &["--lang", lang]].concat());
            let said = err(&ended);
            assert_eq!(
                (ended.status.code(), out(&ended)),
                (Some(2), String::new()),
                "{said}"
            );
            assert!(said.contains(expected), "{expected}: {said}");
            assert_sentence(&said, expected);
            assert_tongue(&said, lang, expected);
            let json = parsed(&phieu(&[line, &["--json", "--lang", lang]].concat()));
            assert!(json["error"].is_string(), "{json}");
        }
    }
}
