//! Months in running words: "trong tháng 9/2024", "từ tháng 6 đến hết tháng 8", "tháng 5, 6 và 7 năm 2024".

use super::dates::digits;
use crate::calendar::{Date, Period};

/// A month as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) struct WrittenMonth {
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    pub month: u8,
    pub year: Option<i32>,
}

impl WrittenMonth {
    /// Its days; where no year is written, of the plan's first year in which some of them lie inside the plan.
    pub fn days(&self, within: Period) -> Option<Period> {
        let of = |year| {
            let first = Date::new(year, self.month, 1).ok()?;
            Period::new(first, first.add_months(1)?.add_days(-1)?).ok()
        };
        match self.year {
            Some(year) => of(year),
            None => (within.from().year()..=within.to().year())
                .filter_map(of)
                .find(|days| days.overlaps(within)),
        }
    }
}

/// All months that a plain text names with their number, and no part of a day. Months that share a year have it all.
pub(in crate::lint) fn months(text: &str) -> Vec<WrittenMonth> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("thang ") {
        let before = text.get(..at).unwrap_or_default().trim_end();
        // "Ngày 5 tháng 9" is a day, "6 tháng 1 lần" a span.
        if before.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let first = found.len();
        let mut next = at + word.len();
        while let Some(month) = month(text, next) {
            found.push(WrittenMonth { start: at, ..month });
            let rest = text.get(month.end..).unwrap_or_default();
            let joint = [", ", " va ", " - ", "-", " den "];
            let Some(joint) = joint.iter().find(|joint| rest.starts_with(*joint)) else {
                break;
            };
            next = month.end + joint.len();
        }
        let year = found.last().and_then(|last: &WrittenMonth| last.year);
        for month in found.iter_mut().skip(first) {
            month.year = month.year.or(year);
        }
    }
    found
}

/// A quarter as written, by its first month: "quý II/2023", "quý 2 năm 2023", "quý III".
pub(in crate::lint) fn quarters(text: &str) -> Vec<WrittenMonth> {
    let read = text.match_indices("quy ").filter_map(|(at, word)| {
        let before = text.get(..at)?;
        let from = at + word.len();
        let rest = text.get(from..)?;
        let len = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let which = match rest.get(..len)? {
            "1" | "i" => 0,
            "2" | "ii" => 1,
            "3" | "iii" => 2,
            "4" | "iv" => 3,
            _ => return None,
        };
        let after = rest.get(len..)?;
        let year = ["/", " nam "].iter().find_map(|mark| {
            let year = digits(after.strip_prefix(mark)?, 0);
            (year.len() == 4).then_some((mark.len() + year.len(), year.parse().ok()?))
        });
        (!before.ends_with(char::is_alphanumeric)).then_some(WrittenMonth {
            start: at,
            end: from + len + year.map_or(0, |(len, _)| len),
            month: 3 * which + 1,
            year: year.map(|(_, year)| year),
        })
    });
    read.collect()
}

/// "9/2024", "9 nam 2024", "9".
fn month(text: &str, start: usize) -> Option<WrittenMonth> {
    let number = digits(text, start);
    let month: u8 = number.parse().ok()?;
    let mut end = start + number.len();
    let rest = text.get(end..)?;
    let year = ["/", " nam "].iter().find_map(|mark| {
        let year = digits(rest.strip_prefix(mark)?, 0);
        (year.len() == 4).then_some((mark.len() + year.len(), year.parse().ok()?))
    });
    if let Some((len, _)) = year {
        end += len;
    }
    // "Tháng 3.000", "tháng 26/3": another number.
    let next = text.get(end..)?;
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_other = match next.strip_prefix(['.', ',', '/', '-']) {
        Some(rest) => goes_on(rest) && !next.starts_with('-'),
        None => goes_on(next),
    };
    ((1..=12).contains(&month) && number.len() <= 2 && !is_other).then_some(WrittenMonth {
        start,
        end,
        month,
        year: year.map(|(_, year)| year),
    })
}

#[cfg(test)]
mod tests {
    use super::{months, quarters};

    #[test]
    fn quarters_in_running_words() {
        for (text, expected) in [
            ("trong quy ii/2023", "4/2023"),
            ("quy 3 nam 2023 va quy iv", "7/2023 10"),
            ("quy 5, quy doi", ""),
            ("cac quy", ""),
        ] {
            let found: Vec<String> = quarters(text)
                .iter()
                .map(|quarter| match quarter.year {
                    Some(year) => format!("{}/{year}", quarter.month),
                    None => quarter.month.to_string(),
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn months_in_running_words() {
        for (text, expected) in [
            ("trong thang 9/2024", "9/2024"),
            ("tu thang 6 den het thang 8/2024", "6 8/2024"),
            ("thang 5, 6 va 7 nam 2024", "5/2024 6/2024 7/2024"),
            ("thang 10-11", "10 11"),
            ("dinh ky 6 thang 1 lan", ""),
            ("ngay 5 thang 9", ""),
            ("thang thanh nien, thang 3.000 luot, thang 13", ""),
            ("thang 26/3", ""),
        ] {
            let found: Vec<String> = months(text)
                .iter()
                .map(|month| match month.year {
                    Some(year) => format!("{}/{year}", month.month),
                    None => month.month.to_string(),
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
