//! What is said of the document itself while a plan is made of it.

use super::super::Composer;
use super::DOCUMENT;
use crate::reading::read;
use crate::text::Lang::Vi;

/// The kinds of the findings of sentences, each with its list on the page.
fn found(text: &str) -> Vec<String> {
    let composer = Composer::of_reading(read(text), Vi);
    let (findings, _) = composer.findings();
    let of_sentences = findings
        .iter()
        .filter(|one| one.pointer.is_empty() && !one.kind.is_empty());
    of_sentences
        .map(|one| {
            assert!(!one.place.title.is_empty(), "{}", one.message);
            [&*one.kind, " ", &*one.place.list].concat()
        })
        .collect()
}

#[test]
fn sentences_that_no_plan_takes_up_are_looked_at_too() {
    for (line, expected) in [
        ("Đăng ký tham gia trước ngày 30/02/2023.", "date.impossible"),
        ("Họp giao ban ngày 30 hằng tháng.", "date.notEveryMonth"),
        (
            "Đợt 1 từ ngày 01/3/2023 đến ngày 15/3/2023; đợt 2 từ ngày 17/3/2023 đến ngày 31/3/2023.",
            "date.betweenRounds",
        ),
        (
            "Kiểm tra từ ngày 20/3/2023 đến ngày 10/3/2023.",
            "date.reversed",
        ),
        ("Tập trung vào thứ Hai ngày 08/3/2023.", "date.otherWeekday"),
        (
            "Kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2023).",
            "",
        ),
        ("Tuyên truyền sâu rộng trong đoàn viên, thanh niên.", ""),
    ] {
        let text = [DOCUMENT, "\nIV. TỔ CHỨC THỰC HIỆN\n1. ", line, "\n"].concat();
        let found = found(&text);
        let kinds: Vec<&str> = found
            .iter()
            .filter_map(|one| one.split(' ').next())
            .collect();
        assert_eq!(kinds.join(" "), expected, "{line}: {found:?}");
    }
}

#[test]
fn what_the_plan_says_of_its_quote_is_not_said_again() {
    let text = DOCUMENT.replace(
        "trước 17g00 ngày 31/3/2023",
        "trước 17g00 thứ Hai ngày 31/3/2023",
    );
    let mut composer = Composer::of_reading(read(&text), Vi);
    let count = |composer: &Composer| {
        let (findings, _) = composer.findings();
        findings
            .iter()
            .filter(|one| one.kind == "date.otherWeekday")
            .count()
    };
    assert_eq!(count(&composer), 1);
    super::paste(&mut composer, "Đoàn phường 1\nĐoàn phường 2").unwrap();
    let duty = super::rows(&composer, "duties")[0].id.clone();
    composer
        .act(&super::action(
            super::Act::Confirm,
            super::List::Duties,
            &[&duty],
        ))
        .unwrap();
    assert_eq!(count(&composer), 1);
}

#[test]
fn of_the_shipped_documents_only_mistakes_are_told() {
    for (text, expected) in [
        (
            include_str!("../../../tests/documents/tan-phu-2023.txt"),
            "citation.twoPeriods text",
        ),
        (
            include_str!("../../../tests/documents/soc-trang-2024.txt"),
            "",
        ),
        // "Trên đây là Kế hoạch về việc về việc".
        (
            include_str!("../../../tests/documents/tan-phu-2024.txt"),
            "words.doubled text",
        ),
        (
            include_str!("../../../tests/documents/phu-nhuan-2022-2027.txt"),
            "",
        ),
    ] {
        let first: String = text.chars().take(80).collect();
        assert_eq!(found(text).join("; "), expected, "{first}");
    }
}
