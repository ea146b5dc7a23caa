//! The one identity of "this duty for this period of this unit".
//!
//! Whatever is kept or shown of an occasion (a draft, a receipt, a decision, a slip on a page) goes by this
//! text, which nobody else makes, takes apart or compares by its parts.

use crate::calendar::Period;
use crate::text::join;

/// The key of an occasion: one duty of one unit for one period, under a plan of whatever version.
///
/// Both ends of the period belong to it: a half-year and a year begin on one day. An identity holds no
/// bar, and a key always has as many, so no key begins another.
#[must_use]
pub fn key(plan: &str, unit: &str, duty: &str, period: Period) -> String {
    let (from, to) = (period.from().to_iso(), period.to_text());
    join(&[plan, unit, duty, &from, &to], "|")
}

/// The duty and the period of a key of that unit, where it is of a report that a unit opens by itself.
pub(super) fn opened<'k>(of: &'k str, plan: &str, unit: &str) -> Option<(&'k str, Period)> {
    let mut parts = of.split('|');
    let is_ours = parts.next() == Some(plan) && parts.next() == Some(unit);
    let (duty, from, to) = (parts.next()?, parts.next()?, parts.next()?);
    let period = Period::of_texts(from, to)?;
    (is_ours && period.is_opened()).then_some((duty, period))
}

/// The key of a duty's period, whoever owes it.
#[must_use]
pub fn key_of_all(plan: &str, duty: &str, period: Period) -> String {
    key(plan, "", duty, period)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn days(from: &str, to: &str) -> Period {
        let day = |text| Date::parse_iso(text).unwrap();
        Period::new(day(from), day(to)).unwrap()
    }

    #[test]
    fn periods_that_begin_on_one_day_are_two_occasions_and_neither_key_begins_the_other() {
        let half = key("p", "u", "d", days("2024-01-01", "2024-06-30"));
        let year = key("p", "u", "d", days("2024-01-01", "2024-12-31"));
        assert_eq!(half, "p|u|d|2024-01-01|2024-06-30");
        assert_ne!(half, year);
        assert!(!half.starts_with(&year) && !year.starts_with(&half));
    }

    #[test]
    fn reports_that_were_opened_on_one_day_have_two_keys_which_say_when() {
        let day = Date::parse_iso("2024-03-03").unwrap();
        let (first, second) = (Period::opened(day, 60), Period::opened(day, 61));
        let own = key("p", "u", "d", first);
        assert_ne!(own, key("p", "u", "d", second));
        assert_eq!(opened(&own, "p", "u"), Some(("d", first)));
        assert_eq!(opened(&own, "p", "v"), None);
        assert_eq!(
            opened(&key("p", "u", "d", Period::day(day)), "p", "u"),
            None
        );
    }

    #[test]
    fn each_part_tells_occasions_apart_and_all_units_together_are_none_of_them() {
        let period = days("2024-01-01", "2024-06-30");
        let mut keys = vec![
            key("p", "u", "d", period),
            key("q", "u", "d", period),
            key("p", "v", "d", period),
            key("p", "u", "e", period),
            key("p", "u", "d", days("2024-01-02", "2024-06-30")),
            key_of_all("p", "d", period),
        ];
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 6);
    }
}
