use super::super::context::Era;
use super::super::piece::Piece;
use super::{By, dues};
use crate::calendar::{Date, Period};

#[test]
fn deadlines_in_words() {
    let day = |text: &str| Date::parse_iso(text).unwrap();
    let era = Era {
        period: Period::new(day("2025-01-01"), day("2025-12-31")).ok(),
        issued: None,
    };
    for (text, expected) in [
        (
            "trước 17g00 ngày 24/02/2025",
            r#"{"date":"2025-02-24","time":"17:00","bound":"before"}"#,
        ),
        (
            "hạn chót là trước ngày 19/3/2025",
            r#"{"date":"2025-03-19","bound":"before"}"#,
        ),
        ("Hạn chót gửi là ngày 04/3/2025", r#"{"date":"2025-03-04"}"#),
        (
            "chậm nhất 17 giờ 00 ngày 25/4/2025",
            r#"{"date":"2025-04-25","time":"17:00"}"#,
        ),
        ("hạn cuối ngày 12/5", r#"{"date":"2025-05-12"}"#),
        (
            "trước ngày 20 hằng tháng",
            r#"{"dayOfMonth":20,"bound":"before"}"#,
        ),
        ("vào ngày 25 hằng tháng", r#"{"dayOfMonth":25}"#),
        (
            "chậm nhất ngày 15 của tháng cuối quý",
            r#"{"dayOfMonth":15}"#,
        ),
        (
            "trước ngày 05 tháng sau",
            r#"{"dayOfMonth":5,"monthsAfter":1,"bound":"before"}"#,
        ),
        (
            "trước 16g00 thứ Năm hằng tuần",
            r#"{"daysAfter":0,"time":"16:00","bound":"before"}"#,
        ),
        (
            "hạn chót trước 09g00 ngày thứ sáu hàng tuần",
            r#"{"daysAfter":0,"time":"09:00","bound":"before"}"#,
        ),
        (
            "trước ngày 15/3, 15/6",
            r#"{"date":"2025-03-15","bound":"before"} {"date":"2025-06-15","bound":"before"}"#,
        ),
        ("trước mắt tập trung", ""),
        (
            "vào 16g00 thứ Sáu hằng tuần",
            r#"{"daysAfter":0,"time":"16:00"}"#,
        ),
        (
            "trước 16 giờ ngày 25/11/2025",
            r#"{"date":"2025-11-25","time":"16:00","bound":"before"}"#,
        ),
        (
            "báo cáo tháng vào ngày 18, báo cáo quý vào ngày 15 của tháng cuối quý",
            r#"{"dayOfMonth":18} {"dayOfMonth":15}"#,
        ),
    ] {
        let piece = Piece::of(text, 0..text.len());
        let said: Vec<String> = dues(&piece, 0, piece.len(), &era)
            .iter()
            .map(|due| match &due.by {
                By::Day(deadline) => serde_json::to_string(deadline).unwrap(),
                By::Rule(_, deadline) => serde_json::to_string(deadline).unwrap(),
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{text}");
    }
}
