//! A report is read by two readers: by tables, as a form does, and by serde, which bulk checks need.
//! Both take and refuse the same texts.

use super::{Draft, Report};
use crate::read;

const HEAD: &str = r#""format":1,"plan":"p","planVersion":1,"duty":"weekly","unit":"u","period":{"from":"2023-02-26","to":"2023-03-03"}"#;

#[test]
fn both_readers_take_and_refuse_the_same_texts() {
    let whole = [
        (format!("{{{HEAD}}}"), true),
        (format!("{{{HEAD},\"unit\":\"v\"}}"), false),
        (format!("{{{HEAD},\"surprise\":1}}"), false),
        (HEAD.to_owned(), false),
        ("{}".to_owned(), false),
        ("null".to_owned(), false),
        (String::new(), false),
        (format!("{{{HEAD}}} x"), false),
        (
            format!("{{{}}}", HEAD.replace("2023-03-03", "2023-02-25")),
            false,
        ),
        (
            format!("{{{}}}", HEAD.replace("2023-03-03", "2023-02-30")),
            false,
        ),
        (
            format!("{{{}}}", HEAD.replace(":1,\"duty", ":-1,\"duty")),
            false,
        ),
    ];
    let parts = [
        (
            r#""figures":{"trees":100,"shares":{"part":1,"whole":2},"held":true,"words":"x"}"#,
            true,
        ),
        (r#""figures":{"trees":1.5}"#, false),
        (r#""figures":{"trees":9223372036854775808}"#, false),
        (r#""figures":{"shares":{"part":1}}"#, false),
        (
            r#""figures":{"shares":{"part":1,"whole":2,"part":1}}"#,
            false,
        ),
        (r#""figures":{"trees":null}"#, false),
        (r#""figures":[]"#, false),
        (
            r#""activities":[{"title":"x","date":"2023-02-26","time":"07:30","links":["a"]}]"#,
            true,
        ),
        (
            r#""activities":[{"title":"x","date":"2023-02-26","place":null}]"#,
            true,
        ),
        (r#""activities":[{"title":"x"}]"#, false),
        (r#""activities":[{"title":"x","date":"26/2"}]"#, false),
        (r#""activities":null"#, false),
        (
            r#""explanations":[{"path":"/figures/trees","code":"c","text":"t"}]"#,
            true,
        ),
        (
            r#""explanations":[{"path":"/figures/trees","code":"c"}]"#,
            false,
        ),
    ];
    let parts = parts.map(|(part, taken)| (format!("{{{HEAD},{part}}}"), taken));
    for (text, taken) in whole.into_iter().chain(parts) {
        let (tables, serde) = (
            read::from_str::<Report>(&text),
            Report::parse(text.as_bytes()),
        );
        assert_eq!((tables.is_ok(), serde.is_ok()), (taken, taken), "{text}");
        assert_eq!(tables.ok(), serde.ok(), "{text}");
        let (tables, serde) = (
            read::from_str::<Draft>(&text),
            Draft::parse(text.as_bytes()),
        );
        assert_eq!(tables.ok(), serde.ok(), "{text}");
    }
}
