//! Documents that running words cite by number and day: "Kế hoạch số 45-KH/TĐ ngày 15/01/2023".

use super::dates::{Written, dates};

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lint) struct Cited {
    /// Its number, in lower case without marks: "45-kh/td".
    pub number: String,
    /// Its day as written.
    pub day: Written,
}

/// All documents of a plain text that bear a number with letters and a day with its year right after it.
pub(in crate::lint) fn cited(text: &str) -> Vec<Cited> {
    let days = dates(text);
    let tokens = text.match_indices("so").filter_map(|(at, word)| {
        let before = text.get(..at)?;
        let from = at + word.len();
        let rest = text.get(from..)?;
        let rest = rest.strip_prefix([' ', ':'])?.trim_start();
        let start = text.len() - rest.len();
        let end = rest.find([' ', ',', ';', ')', '\n']).unwrap_or(rest.len());
        let number = rest.get(..end)?.trim_end_matches(['.', ':']);
        let is_number = number.starts_with(|c: char| c.is_ascii_digit())
            && number.contains(['-', '/'])
            && number.contains(|c: char| c.is_alphabetic());
        (is_number && !before.ends_with(char::is_alphanumeric))
            .then(|| (start + end, number.to_owned()))
    });
    let read = tokens.filter_map(|(end, number)| {
        let day = days
            .iter()
            .find(|day| day.start >= end && day.year.is_some())?;
        let between = text.get(end..day.start)?;
        let is_its = matches!(
            between.trim_matches([' ', ',', '(', ':']),
            "ngay" | "de ngay" | "ky ngay" | "ban hanh ngay"
        );
        is_its.then(|| Cited {
            number,
            day: day.clone(),
        })
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::cited;

    #[test]
    fn documents_by_number_and_day() {
        for (text, expected) in [
            (
                "thuc hien ke hoach so 45-kh/td ngay 15/01/2023 cua thanh doan",
                "45-kh/td 15/1/2023",
            ),
            (
                "nghi quyet so: 12-nq/tw, ngay 10 thang 10 nam 2024",
                "12-nq/tw 10/10/2024",
            ),
            (
                "luat so 13/2023/qh15 (ngay 09/01/2023)",
                "13/2023/qh15 9/1/2023",
            ),
            ("ke hoach so 45 ngay 15/01/2023", ""),
            ("ke hoach so 45-kh/td ve ra quan ngay 26/3/2023", ""),
            ("ke hoach so 45-kh/td ngay 26/3", ""),
            ("co so 5-a ngay 26/3/2023", "5-a 26/3/2023"),
        ] {
            let found: Vec<String> = cited(text)
                .iter()
                .map(|one| {
                    let (day, year) = (&one.day, one.day.year.unwrap());
                    format!("{} {}/{}/{year}", one.number, day.day, day.month)
                })
                .collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }
}
