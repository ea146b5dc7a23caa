//! The days that a title gives.

use super::piece::Piece;
use crate::calendar::{Date, Period};

/// The days that a title gives: a year, a school year, a term, a quarter, a month.
pub(super) fn period_of_title(title: &str) -> Option<Period> {
    let piece = Piece::of(title, 0..title.len());
    let day = |year: i32, month: u8, day: u8| Date::new(year, month, day).ok();
    let year = |at: usize| {
        let year = piece
            .small(at)
            .filter(|year| (1990..=2199).contains(year))?;
        i32::try_from(year).ok()
    };
    for at in 0..piece.len() {
        if piece.is_quoted(at) {
            continue;
        }
        if let (Some(first), Some(last)) = (year(at), year(at + 2)) {
            let joined = piece.is_sign(at + 1, '-') || piece.word(at + 1) == "den";
            if joined && last > first {
                return if piece.said(at, "nam hoc") && last == first + 1 {
                    Period::new(day(first, 9, 1)?, day(last, 8, 31)?).ok()
                } else {
                    Period::new(day(first, 1, 1)?, day(last, 12, 31)?).ok()
                };
            }
        }
    }
    let (at, found) = (0..piece.len()).rev().find_map(|at| {
        let named = piece.said(at, "nam")
            || at
                .checked_sub(1)
                .is_some_and(|sign| piece.is_sign(sign, '/'));
        year(at)
            .filter(|_| named && !piece.is_quoted(at))
            .map(|year| (at, year))
    })?;
    let back = at.saturating_sub(5)..at;
    let month = back
        .clone()
        .rev()
        .find(|at| piece.word(*at) == "thang")
        .and_then(|at| piece.small(at + 1))
        .filter(|month| (1..=12).contains(month));
    let counted = back.clone().any(|at| {
        piece.word(at) == "thang"
            && at
                .checked_sub(1)
                .is_some_and(|last| piece.small(last).is_some())
    });
    if counted {
        let last = back.clone().any(|at| piece.word(at) == "cuoi");
        return if last {
            Period::new(day(found, 7, 1)?, day(found, 12, 31)?).ok()
        } else {
            Period::new(day(found, 1, 1)?, day(found, 6, 30)?).ok()
        };
    }
    if let Some(month) = month {
        let first = day(found, u8::try_from(month).ok()?, 1)?;
        return Period::new(first, first.end_of_month()).ok();
    }
    let quarter = back
        .clone()
        .find(|at| piece.reads(*at, "quý"))
        .and_then(|at| {
            ["i", "ii", "iii", "iv"]
                .iter()
                .position(|number| *number == piece.word(at + 1))
        });
    if let Some(quarter) = quarter {
        let first = day(found, u8::try_from(quarter * 3 + 1).ok()?, 1)?;
        return Period::new(first, first.add_months(2)?.end_of_month()).ok();
    }
    Period::new(day(found, 1, 1)?, day(found, 12, 31)?).ok()
}

#[cfg(test)]
mod tests {
    use super::period_of_title;

    #[test]
    fn the_days_of_a_title() {
        for (title, expected) in [
            ("Công tác năm 2025", "2025-01-01/2025-12-31"),
            ("Hoạt động năm học 2024 - 2025", "2024-09-01/2025-08-31"),
            (
                "thực hiện Nghị quyết, nhiệm kỳ 2022-2027",
                "2022-01-01/2027-12-31",
            ),
            ("Công tác quý II năm 2025", "2025-04-01/2025-06-30"),
            ("Hoạt động tháng 3 năm 2025", "2025-03-01/2025-03-31"),
            ("Công tác 6 tháng cuối năm 2025", "2025-07-01/2025-12-31"),
            ("Tổ chức Hội thi", ""),
        ] {
            let period = period_of_title(title);
            let said =
                period.map(|period| format!("{}/{}", period.from().to_iso(), period.to().to_iso()));
            assert_eq!(said.unwrap_or_default(), expected, "{title}");
        }
    }
}
