//! How the numbers of a block are written, and how they are written here.

use crate::text::from_stop_decimal;

/// How a column of numbers is written.
pub(super) struct Written<'u> {
    /// Whether with a full stop before decimal places.
    pub(super) is_stop: bool,
    /// What stands over it in brackets: the unit of those that have none of their own.
    pub(super) unit: Option<&'u str>,
}

impl Written<'_> {
    /// A cell as it is written here, in its column's unit where `reads` understands that.
    pub(super) fn text(&self, cell: &str, reads: impl Fn(&str) -> bool) -> String {
        let cell = match self.is_stop {
            true => from_stop_decimal(cell),
            false => cell.to_owned(),
        };
        let is_bare = cell.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
        let in_unit = self.unit.filter(|_| is_bare);
        let in_unit = in_unit.map(|unit| [&*cell, " ", unit].concat());
        in_unit.filter(|text| reads(text)).unwrap_or(cell)
    }
}

/// Whether numbers are written with a full stop before decimal places, by themselves: some can be nothing else (`8.5`,
/// `1,234.5`, `1,234,567`), and none the other way round (`8,5`, `1.234,5`, `1.234.567`).
pub(super) fn are_stops<'c>(cells: impl Iterator<Item = &'c String>) -> bool {
    let mut is_stop = false;
    for cell in cells {
        let start = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let number = cell.get(start..).unwrap_or_default();
        let end = number.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        let number = number
            .get(..end.unwrap_or(number.len()))
            .unwrap_or_default();
        if is_only(number, '.', ',') {
            is_stop = true;
        } else if is_only(number, ',', '.') {
            return false;
        }
    }
    is_stop
}

/// Whether a number can be read with `places` before its decimal places and `groups` between its thousands, and not the other
/// way round.
fn is_only(number: &str, places: char, groups: char) -> bool {
    is_written(number, places, groups) && !is_written(number, groups, places)
}

fn is_written(number: &str, places: char, groups: char) -> bool {
    let (whole, fraction) = number
        .split_once(places)
        .map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let mut parts = whole.split(groups);
    let first = parts.next().unwrap_or_default();
    is_digits(first)
        && (!whole.contains(groups) || first.len() <= 3)
        && parts.all(|part| part.len() == 3 && is_digits(part))
        && fraction.is_none_or(is_digits)
}

#[cfg(test)]
mod tests {
    use super::are_stops;

    #[test]
    fn numbers_say_how_they_are_written_where_they_can_be_nothing_else() {
        for (cells, is_stop) in [
            (&["8.5"][..], true),
            (&["1.234", "8.5 km"], true),
            (&["1,234.5"], true),
            (&["1,234,567 đ"], true),
            (&["1,234"], false),
            (&["1.234"], false),
            (&["8.5", "8,5"], false),
            (&["8.5", "1.234.567"], false),
            (&["8,5"], false),
            (&["1.2.3", "không", "", "12"], false),
        ] {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            assert_eq!(are_stops(cells.iter()), is_stop, "{cells:?}");
        }
    }
}
