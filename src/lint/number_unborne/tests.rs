use crate::lint::Word;
use crate::lint::tests::{found, plan, target};
use serde_json::json;

#[test]
fn what_nothing_bears() {
    for (quote, expected) in [
        ("Trồng 100 cây và 20 bồn hoa", "20 bồn hoa"),
        (
            "Trồng 100 cây, tặng 50 suất quà cho thiếu nhi",
            "50 suất quà",
        ),
        (
            "Trồng 100 cây xanh và sửa chữa ít nhất 05 căn nhà",
            "05 căn nhà",
        ),
        (
            "Trồng 100 cây, trao tặng 30 thẻ bảo hiểm y tế",
            "\"30 thẻ bảo hiểm y tế\"",
        ),
        (
            "Trồng 100 cây, xây dựng 02 sân chơi thiếu nhi làm từ vật liệu tái chế gỗ thông cũ",
            "\"02 sân chơi thiếu nhi làm từ vật liệu tái chế gỗ…\"",
        ),
        (
            "Trồng 100 cây, xây dựng 02 sân chơi thiếu nhi do đoàn viên quyên góp",
            "\"02 sân chơi thiếu nhi\"",
        ),
        ("Trồng 100 cây và 20 bồn hoa có mái che", "\"20 bồn hoa\""),
        (
            "Trồng 100 cây, tặng 50 suất  quà cho thiếu nhi",
            "\"50 suất quà\"",
        ),
        (
            "TRỒNG 100 CÂY, TẶNG 50 SUẤT QUÀ ĐẾN THIẾU NHI",
            "\"50 SUẤT QUÀ\"",
        ),
        (
            "Trồng 100 cây, tặng 50 suất quà và 20 bồn hoa",
            "50 suất quà”, “20 bồn hoa",
        ),
        (
            "Trồng 100 cây bảo vệ môi trường và 20 bồn hoa",
            "20 bồn hoa",
        ),
        ("Trồng 100 cây, thu gom 50 bao rác", "50 bao rác"),
        (
            "Trồng 100 cây giữ không khí trong lành và 20 bồn hoa",
            "20 bồn hoa",
        ),
        (
            "Trồng 100 cây, nêu gương điển hình, tặng 30 cặp sách",
            "30 cặp sách",
        ),
        ("Trồng 100 cây, tặng 50 quần áo", "50 quần áo"),
        // Conditions, places, days, people, documents, parts.
        ("Trồng 100 cây với 50 đoàn viên tham gia", ""),
        ("Trồng 100 cây tại 03 tuyến đường", ""),
        ("Trồng 100 cây, ra quân 03 lần", ""),
        ("Trồng 100 cây và 20 cây hoa", ""),
        ("Trồng 100 cây, trong đó tặng 50 suất quà", ""),
        ("Trồng 100 cây (theo Nghị quyết số 15-NQ/TU)", ""),
        ("Trồng 100 cây, thực hiện trong 02 ngày", ""),
        ("Trồng 100 cây, tổ chức ngày 20/3 và 26/3", ""),
        ("Trồng 100 cây và 50% đoàn viên tham gia", ""),
        ("Trồng 100 cây, hỗ trợ 11 phường", ""),
        ("Trồng 100 cây, hỗ trợ 05 bản đặc biệt khó khăn", ""),
        ("Trồng 100 cây, hỗ trợ 03 buôn", ""),
        ("Trồng 100 cây, xây dựng 02 làng thanh niên", ""),
        ("Trồng 100 cây, hỗ trợ 04 sóc", ""),
        ("Trồng 100 cây, tặng 40 bàn học", "40 bàn học"),
        ("Trồng 100 cây; tặng 50 suất quà", ""),
        ("Mỗi đợt trồng 100 cây và 20 bồn hoa", ""),
        ("Trồng 100 cây và 20 bồn hoa, gồm 15 bồn mới", ""),
        ("Trồng 100 cây và 20 bồn hoa nếu có đất", ""),
    ] {
        let all = found(&target(quote, json!({})), "number.unborne");
        let said = all.first().map(|one| format!("{:?}", one.said.words));
        let said = said.unwrap_or_default();
        assert_eq!(all.is_empty(), expected.is_empty(), "{quote}: {said}");
        assert!(said.contains(expected), "{quote}: {said}");
    }
}

#[test]
fn a_long_sentence_is_read_once() {
    let quote = "Trồng 100 cây".to_owned() + &" và 1000 zz".repeat(300);
    let all = found(&target(&quote, json!({})), "number.unborne");
    let said = format!("{:?}", all[0].said.words);
    assert!(said.contains("\"1000 zz\""), "{said}");
}

#[test]
fn of_a_sentence_of_many_numbers_the_first_are_told() {
    for (count, expected) in [
        (4, "1001 zz”, “1002 zz”, “1003 zz”, “1004 zz"),
        (5, "1001 zz”, “1002 zz”, “1003 zz”, “1004 zz”, “1005 zz"),
        (
            300,
            "1001 zz”, “1002 zz”, “1003 zz”, “1004 zz”, “1005 zz”, “…",
        ),
    ] {
        let more: String = (1001..=1000 + count)
            .map(|n| format!(" và {n} zz"))
            .collect();
        let all = found(
            &target(
                &format!("Trồng 500 cây{more}"),
                json!({"value": {"count": 500}}),
            ),
            "number.unborne",
        );
        assert_eq!(
            all[0].said.words,
            [("written", Word::Text(expected.to_owned()))]
        );
    }
}

#[test]
fn what_another_target_or_figure_bears() {
    let source = json!({"section": "III", "quote": "Trồng 100 cây và 20 bồn hoa"});
    let of = |id: &str, value: i64| {
        json!({"id": id, "text": "Trồng", "indicator": id, "value": {"count": value},
               "scope": "whole", "source": source})
    };
    let figure = |id: &str, noun: &str| json!({"id": id, "label": format!("Số {noun}"), "measure": {"count": {"noun": noun}}});
    let one = json!([figure("trees", "cây")]);
    let both = json!([figure("trees", "cây"), figure("flowers", "bồn hoa")]);
    let members = json!([figure("trees", "cây"), figure("flowers", "chậu")]);
    // Two targets of one sentence: it is told once.
    let twice = json!([of("trees", 100), of("again", 100)]);
    let trees = json!([figure("trees", "cây"), figure("again", "cây")]);
    for (indicators, targets, is_unborne) in [
        (one, json!([of("trees", 100)]), true),
        (trees, twice, true),
        (both.clone(), json!([of("trees", 100)]), false),
        (members, json!([of("trees", 100), of("flowers", 20)]), false),
    ] {
        let plan = plan(json!({"indicators": indicators, "targets": &targets, "templates": []}));
        let all = found(&plan, "number.unborne");
        assert_eq!(all.len(), usize::from(is_unborne), "{targets}");
    }
}
