//! The days that a title gives.

use super::piece::Piece;
use super::words::events::{Event, is_event};
use crate::calendar::{Date, Period};

/// What a title says of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub period: Period,
    /// Whether it gives these very days; a school year, a term of office and the year of an event do not.
    exact: bool,
}

impl Named {
    /// Whether the title says the days, and not only in which years days lie.
    pub const fn is_said(&self) -> bool {
        self.exact
    }
}

/// The days that a title gives, or in which its days lie.
pub(super) fn named_by_title(title: &str) -> Option<Named> {
    let piece = Piece::of(title, 0..title.len());
    let period = period_of_title(&piece)?;
    let whole = period.len_days() > 200;
    // An event of the year takes a day or a week of it.
    let event = (0..piece.len().min(8)).any(|at| {
        !piece.is_quoted(at)
            && (is_event(&piece, at, Event::Strong)
                || piece.says(at, "dai hoi")
                || piece.reads(at, "giải"))
    });
    let vague = (0..piece.len()).any(|at| piece.says(at, "nam hoc") || piece.says(at, "nhiem ky"));
    Some(Named {
        period,
        exact: !(whole && (event || vague)),
    })
}

/// A year, a school year, a term, a quarter, a month.
fn period_of_title(piece: &Piece<'_>) -> Option<Period> {
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
    use super::named_by_title;

    #[test]
    fn the_days_of_a_title() {
        for (title, expected) in [
            ("Công tác năm 2025", "2025-01-01/2025-12-31"),
            ("Hoạt động năm học 2024 - 2025", "(2024-09-01/2025-08-31)"),
            (
                "thực hiện Nghị quyết, nhiệm kỳ 2022-2027",
                "(2022-01-01/2027-12-31)",
            ),
            ("Tổ chức Tuần lễ Áo dài năm 2026", "(2026-01-01/2026-12-31)"),
            (
                "Tổ chức Hội thi Nhà nông đua tài năm 2025",
                "(2025-01-01/2025-12-31)",
            ),
            (
                "Thực hiện Đề án giai đoạn 2021 - 2025",
                "2021-01-01/2025-12-31",
            ),
            ("Công tác quý II năm 2025", "2025-04-01/2025-06-30"),
            ("Hoạt động tháng 3 năm 2025", "2025-03-01/2025-03-31"),
            ("Công tác 6 tháng cuối năm 2025", "2025-07-01/2025-12-31"),
            ("Tổ chức Hội thi", ""),
        ] {
            let said = named_by_title(title).map(|named| {
                let period = named.period;
                let days = format!("{}/{}", period.from().to_iso(), period.to().to_iso());
                if named.is_said() {
                    days
                } else {
                    format!("({days})")
                }
            });
            assert_eq!(said.unwrap_or_default(), expected, "{title}");
        }
    }
}
