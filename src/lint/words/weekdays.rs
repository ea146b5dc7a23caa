//! Days of the week beside dates and in names.

use super::dates::Written;
use crate::calendar::Weekday;
use crate::text::strip_weekday;

/// The day of the week written beside a date of a plain text: "26/02/2023 (chu nhat)", "thu bay, ngay
/// 04/3", "thu bay 04/3".
pub(in crate::lint) fn written_beside(text: &str, date: &Written) -> Option<Weekday> {
    let after = text.get(date.end..)?.trim_start().strip_prefix('(');
    let inside = after.and_then(|rest| rest.split(')').next());
    if let Some((day, "")) = inside.and_then(|inside| strip_weekday(inside.trim())) {
        return Some(day);
    }
    let before = text.get(..date.start)?.trim_end_matches([' ', ',', '(']);
    let before = before.strip_suffix("ngay").unwrap_or(before);
    let before = before.trim_end_matches([' ', ',', '(']);
    let at = before.rmatch_indices([' ', '(']).map(|(at, _)| at + 1);
    at.take(2).chain([0]).find_map(|at| {
        let counted = before.get(..at)?.trim_end().ends_with("lan");
        match strip_weekday(before.get(at..)?) {
            Some((day, "")) if !counted => Some(day),
            _ => None,
        }
    })
}

/// The day of the week that the plain title of an activity has in its name: "ngay chu nhat xanh", "ngay
/// thu bay tinh nguyen".
pub(crate) fn named_in(title: &str) -> Option<Weekday> {
    title
        .match_indices("ngay ")
        .find_map(|(at, ngay)| strip_weekday(title.get(at + ngay.len()..)?))
        .map(|(day, _)| day)
}

#[cfg(test)]
mod tests {
    use super::{named_in, written_beside};
    use crate::calendar::Weekday::{self, Friday, Saturday, Sunday};
    use crate::lint::words::dates;

    #[test]
    fn the_day_beside_a_date() {
        for (text, expected) in [
            ("07g30 ngay 26/2/2023 (chu nhat).", Some(Sunday)),
            ("truoc ngay 19/3/2023 (chu nhat); khong", Some(Sunday)),
            ("thu bay, ngay 04/3/2023", Some(Saturday)),
            ("sang thu bay 04/3/2023", Some(Saturday)),
            ("(thu 6 ngay 03/3)", Some(Friday)),
            ("lan thu bay, ngay 04/3/2023", None),
            ("17/3/2024 (ngay chu nhat xanh lan thu 152)", None),
            ("ngay chu nhat xanh vao ngay 19/3", None),
            ("ngay 26/2/2023", None),
        ] {
            let found: Option<Weekday> = dates(text)
                .iter()
                .find_map(|date| written_beside(text, date));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_day_in_a_name() {
        for (title, expected) in [
            ("“ngay chu nhat xanh” lan thu 148", Some(Sunday)),
            ("ngay thu bay tinh nguyen", Some(Saturday)),
            ("ngay doan vien", None),
            ("le khoi dong", None),
        ] {
            assert_eq!(named_in(title), expected, "{title}");
        }
    }
}
