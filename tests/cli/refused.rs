//! Whatever a command cannot do it says in one layout, in whole sentences of the language that was asked for.

mod others;

use crate::support::{PLAN, err, folder, out, parsed, path, phieu, report};
use serde_json::{Value, json};
use std::path::PathBuf;

const LANGS: [&str; 2] = ["vi", "en"];

/// Words that no sentence of the other language has.
const VIETNAMESE: [&str; 12] = [
    "Hãy",
    "hãy",
    "Không",
    "không",
    "Dòng",
    "cột",
    "Kế hoạch",
    "kế hoạch",
    "đơn vị",
    "Thiếu",
    "ách dùng",
    "tệp",
];
const ENGLISH: [&str; 16] = [
    " the ", "The ", " is ", " a ", " cannot ", "rite ", "Line ", "column ", " has ", " of ",
    "o such", "os error", "Usage", "missing", "error:", " and ",
];

/// Whether a text is of one language alone.
fn assert_tongue(said: &str, lang: &str, what: &str) {
    let (own, other): (&[&'static str], &[&'static str]) = match lang {
        "vi" => (&VIETNAMESE, &ENGLISH),
        _ => (&ENGLISH, &VIETNAMESE),
    };
    let has = |words: &[&'static str]| words.iter().copied().find(|word| said.contains(word));
    assert!(has(own).is_some(), "{what}: {said}");
    assert_eq!(has(other), None, "{what}: {said}");
}

/// A sentence for the terminal: who speaks, a capital letter or what is spoken of, a sign at its end.
fn assert_sentence(said: &str, what: &str) {
    let first = said.strip_prefix("phieu: ").expect(what);
    let first = first.lines().next().unwrap();
    assert!(first.ends_with(['.', ':', '?']), "{what}: {said}");
    assert!(
        said.ends_with('\n') && !said.ends_with("\n\n"),
        "{what}: {said}"
    );
}

struct Files {
    folder: PathBuf,
    report: String,
    arrivals: String,
}

impl Files {
    fn of(name: &str) -> Self {
        let folder = folder(name);
        let put = |name: &str, text: &str| {
            let file = folder.join(name);
            std::fs::write(&file, text).unwrap();
            file.to_str().unwrap().to_owned()
        };
        Self {
            report: put("report.json", &report(&json!(1)).to_string()),
            arrivals: put("arrivals.ndjson", ""),
            folder,
        }
    }

    /// All commands that read a plan; whether they write JSON too.
    fn commands(&self, plan: &str) -> Vec<(Vec<String>, bool)> {
        let (report, arrivals) = (&*self.report, &*self.arrivals);
        let database = self.folder.join("keys.sqlite");
        let mut commands: Vec<(Vec<&str>, bool)> = vec![
            (vec!["check", plan], true),
            (vec!["check", plan, report], true),
            (vec!["lint", plan], true),
            (vec!["duties", plan, "--unit", "tay-thanh"], true),
            (vec!["progress", plan, arrivals], true),
            (vec!["publish", plan, "--to", "http://127.0.0.1:1"], true),
            (vec!["publish", plan], false),
            (vec!["sample", plan], false),
            (vec!["blank", plan, "--duty", "weekly"], false),
            (vec!["paper", plan, report, "--docx", "-"], false),
            (vec!["schema", "report", plan, "--duty", "weekly"], false),
        ];
        let database = database.to_str().unwrap();
        if cfg!(feature = "collector") {
            commands.push((vec!["keys", plan, "--database", database], false));
        }
        let owned =
            |(line, json): (Vec<&str>, bool)| (line.into_iter().map(str::to_owned).collect(), json);
        commands.into_iter().map(owned).collect()
    }
}

fn run(line: &[String], more: &[&str]) -> std::process::Output {
    let line: Vec<&str> = line
        .iter()
        .map(String::as_str)
        .chain(more.iter().copied())
        .collect();
    phieu(&line)
}

/// A wrong version, a level and a form that the plan does not have.
fn broken() -> String {
    let text = std::fs::read_to_string(path(PLAN)).unwrap();
    let mut plan: Value = serde_json::from_str(&text).unwrap();
    plan["version"] = json!("x");
    plan["units"][1]["level"] = json!("nowhere");
    plan["duties"][0]["template"] = json!("daily");
    serde_json::to_string_pretty(&plan).unwrap()
}

#[test]
fn what_is_wrong_with_a_plan_is_said_alike_by_every_command() {
    let files = Files::of("wrong-plans");
    for (name, text, expected) in [
        (
            "comma.json",
            "{\"format\": 1,}".to_owned(),
            [
                &["Dòng 1, cột 14 (/format): Đây không phải là JSON: thừa dấu phẩy"][..],
                &["Line 1, column 14 (/format): This is not JSON: trailing comma."],
            ],
        ),
        (
            "half.json",
            "{\"format\": 1".to_owned(),
            [
                &["Nội dung dừng giữa chừng."],
                &["The text ends here in the middle"],
            ],
        ),
        (
            "broken.json",
            broken(),
            [
                &[
                    "(/version): Đang là chữ \"x\"; cần số nguyên từ 1 đến 4.294.967.295.",
                    "(/units/1/level): Kế hoạch không có cấp “nowhere”. Hãy thêm vào, hoặc sửa lại mã. Đã có: base, district.",
                    "(/duties/0/template): Kế hoạch không có mẫu báo cáo “daily”. Hãy thêm vào, hoặc sửa lại mã. Đã có: weekly.",
                ],
                &[
                    "(/version): Here stands the text \"x\"; write a whole number from 1 to 4294967295.",
                    "(/units/1/level): The plan has no level \"nowhere\"; add it or correct the reference. Known: base, district.",
                    "(/duties/0/template): The plan has no form \"daily\"; add it or correct the reference. Known: weekly.",
                ],
            ],
        ),
    ] {
        let file = files.folder.join(name);
        std::fs::write(&file, text).unwrap();
        let file = file.to_str().unwrap();
        for (lang, expected) in LANGS.into_iter().zip(expected) {
            let checked = phieu(&["check", file, "--lang", lang]);
            let listed = out(&checked);
            let values = parsed(&phieu(&["check", file, "--lang", lang, "--json"]));
            for line in expected {
                assert!(listed.contains(line), "{line}: {listed}");
            }
            assert_eq!(listed.lines().count(), expected.len(), "{listed}");
            for (line, value) in listed.lines().zip(values.as_array().unwrap()) {
                assert_eq!(value["message"], *line);
            }
            assert_tongue(&listed, lang, name);
            let head = match lang {
                "vi" => format!("phieu: {file} không phải là kế hoạch đúng định dạng:\n"),
                _ => format!("phieu: {file} is no plan:\n"),
            };
            for (line, writes_json) in files.commands(file) {
                let ended = run(&line, &["--lang", lang]);
                let what = format!("{line:?}");
                // Only where finding it is the work, it is what was asked for.
                let (code, stdout, stderr) = match line[0].as_str() {
                    "check" => (1, listed.clone(), String::new()),
                    _ => (2, String::new(), format!("{head}{listed}")),
                };
                assert_eq!(
                    (ended.status.code(), out(&ended), err(&ended)),
                    (Some(code), stdout, stderr.clone()),
                    "{what}"
                );
                if writes_json {
                    let ended = parsed(&run(&line, &["--lang", lang, "--json"]));
                    if code == 1 {
                        assert_eq!(ended, values, "{what}");
                    } else {
                        let said = stderr.trim_end().strip_prefix("phieu: ");
                        assert_eq!(ended["error"].as_str(), said, "{what}");
                        assert_eq!(ended["errors"], values, "{what}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_alike_by_every_command() {
    let files = Files::of("unread");
    let letters = files.folder.join("letters.json");
    std::fs::write(&letters, b"{}\n\xff").unwrap();
    let (letters, folder) = (letters.to_str().unwrap(), files.folder.to_str().unwrap());
    let (within, nowhere) = (format!("{letters}/x.json"), "nowhere.json");
    for (file, vi, en) in [
        (
            nowhere,
            format!("Không đọc được {nowhere}: không có tệp hoặc thư mục này."),
            format!("{nowhere} cannot be read: there is no such file or folder."),
        ),
        (
            folder,
            format!("Không đọc được {folder}: đây là thư mục; hãy ghi tên tệp."),
            format!("{folder} cannot be read: it is a folder; name a file."),
        ),
        (
            &within,
            format!("Không đọc được {within}: đường dẫn đi qua một tệp mà không phải là thư mục."),
            format!("{within} cannot be read: the way leads through a file, which is no folder."),
        ),
        (
            letters,
            format!("Từ dòng 2, {letters} không phải là chữ mã UTF-8. Hãy lưu lại theo UTF-8."),
            format!("{letters} is not UTF-8 from line 2. Save it as UTF-8."),
        ),
    ] {
        let mut commands = files.commands(file);
        if file != letters {
            commands.push((vec!["read".into(), file.into()], true));
            for line in [
                vec!["check", PLAN, file],
                vec!["check", PLAN, &files.report, "--earlier", file],
                vec!["progress", PLAN, file],
            ] {
                commands.push((line.into_iter().map(str::to_owned).collect(), true));
            }
            let paper = ["paper", PLAN, file, "--docx", "-"];
            commands.push((paper.map(str::to_owned).to_vec(), false));
        }
        for (lang, expected) in LANGS.into_iter().zip([vi, en]) {
            for (line, writes_json) in &commands {
                let ended = run(line, &["--lang", lang]);
                assert_eq!(
                    (ended.status.code(), out(&ended), err(&ended)),
                    (Some(2), String::new(), format!("phieu: {expected}\n")),
                    "{line:?}"
                );
                assert_tongue(&expected.replace(file, ""), lang, file);
                if *writes_json {
                    let told = parsed(&run(line, &["--lang", lang, "--json"]));
                    assert_eq!(told, json!({"error": expected}), "{line:?}");
                }
            }
        }
    }
}
