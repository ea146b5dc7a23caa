use super::super::context::Era;
use super::super::piece::Piece;
use super::days;
use crate::calendar::{Date, Period};

#[test]
fn days_spans_months_and_quarters() {
    let day = |text: &str| Date::parse_iso(text).unwrap();
    let era = Era {
        period: Period::new(day("2024-09-01"), day("2025-08-31")).ok(),
        issued: None,
    };
    for (text, expected) in [
        ("(dự kiến ngày 05/3/2025)", "2025-03-05?"),
        ("từ ngày 05 đến 08/3/2025", "2025-03-05..2025-03-08"),
        ("từ 01 - 08/3", "2025-03-01..2025-03-08"),
        ("từ 28/10 đến 15/11/2024", "2024-10-28..2024-11-15"),
        (
            "Ngày 09/02 - 23/02/2025: Tham mưu",
            "2025-02-09..2025-02-23",
        ),
        (
            "từ ngày 20/12 đến hết ngày 10/01/2025",
            "2024-12-20..2025-01-10",
        ),
        ("vào ngày 19/3 và ngày 27/3", "2025-03-19 2025-03-27"),
        ("trong tháng 5", "2025-05-01..2025-05-31"),
        ("trong tháng 6 năm 2025", "2025-06-01..2025-06-30"),
        ("chủ điểm tháng 3/2025", "2025-03-01..2025-03-31"),
        ("6 tháng đầu năm trong quý II", "2025-04-01..2025-06-30"),
        (
            "vào lúc 07 giờ 30 ngày 10 tháng 02 năm 2025",
            "2025-02-10T07:30",
        ),
        (
            "chào mừng ngày 20/11 từ 28/10 đến 15/11/2024",
            "2024-10-28..2024-11-15",
        ),
        ("kỷ niệm 115 năm Ngày Quốc tế Phụ nữ 08/3", ""),
        ("Ngày thành lập Đoàn (26/3/1931 - 26/3/2023)", ""),
        ("ít nhất 2/3 chi hội", ""),
        ("8/8 chi hội", ""),
        ("báo cáo tháng 3", ""),
        (
            "các ngày 05, 06 và 07/8/2025",
            "2025-08-05 2025-08-06 2025-08-07",
        ),
        ("ngày 08 và 09/11/2024", "2024-11-08 2024-11-09"),
        (
            "vào các ngày 20/11, 09/01 và 26/3",
            "2024-11-20 2025-01-09 2025-03-26",
        ),
        ("từ ngày 15/12/2024 đến 05/01", "2024-12-15..2025-01-05"),
        ("từ tháng 9/2024 đến tháng 5/2025", "2024-09-01..2025-05-31"),
        ("15 - 20/11/2024", "2024-11-15..2024-11-20"),
        ("8/10 mô hình và 3/4 tiêu chí", ""),
        ("có 05, 06 chi hội", ""),
    ] {
        let piece = Piece::of(text, 0..text.len());
        let said: Vec<String> = days(&piece, 0, piece.len(), &era)
            .iter()
            .map(|days| {
                let when = &days.when;
                let to = when.to.map(|to| format!("..{}", to.to_iso()));
                let time = when.time.map(|time| format!("T{}", &time.to_iso()[..5]));
                let mark = if when.certainty.is_exact() { "" } else { "?" };
                format!(
                    "{}{}{}{mark}",
                    when.from.to_iso(),
                    time.unwrap_or_default(),
                    to.unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(said.join(" "), expected, "{text}");
    }
}
