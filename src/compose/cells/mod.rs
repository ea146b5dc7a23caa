//! What can be corrected of each row, cell by cell, in words: what is typed, what is chosen, and what is not understood.

pub(super) mod activity;
pub(super) mod duty;
pub(super) mod figure;
pub(super) mod head;
pub(super) mod schedule;
pub(super) mod scoring;
pub(super) mod target;
pub(super) mod unit;

use super::state::Typed;
use crate::calendar::{Date, Period, Time};
use crate::plan::Plan;
use crate::text::{
    Both, Lang, format_date, format_time, is_blank, parse_date, parse_time, single_line,
};
use serde::Serialize;

/// One cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Its name in actions.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What stands in it, as a person would type it.
    pub text: String,
    /// Whether it may have several lines.
    pub lines: bool,
    /// What can be chosen, where it is answered so.
    pub choices: Vec<Picked>,
    /// A line under its label.
    pub hint: Option<String>,
    /// What is wrong with what stands in it.
    pub wrong: Option<String>,
    /// What it belongs to, where a row has several of a kind: "Kỳ 2".
    pub group: Option<String>,
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Picked {
    /// Its name in actions.
    pub value: String,
    /// Its words.
    pub label: String,
    /// Whether it is chosen now.
    pub chosen: bool,
}

impl Picked {
    pub(super) fn new(value: &str, label: &str, chosen: bool) -> Self {
        Self {
            value: value.to_owned(),
            label: label.to_owned(),
            chosen,
        }
    }
}

/// Why a text is not taken into a cell.
pub(super) type Wrong = &'static Both;

/// Taken, or why not.
pub(super) type Set = Result<(), Wrong>;

pub(super) static NO_SUCH: Both = Both {
    vi: "Không có lựa chọn này.",
    en: "There is no such choice.",
};

pub(super) static BLANK: Both = Both {
    vi: "Chỗ này còn trống.",
    en: "This is blank.",
};

pub(super) static NO_DATE: Both = Both {
    vi: "Chưa đọc được ngày này. Ghi như 26/3/2023.",
    en: "This date is not understood. Write it as 26/3/2023.",
};

pub(super) static NO_TIME: Both = Both {
    vi: "Chưa đọc được giờ này. Ghi như 17g00, hoặc bỏ trống.",
    en: "This hour is not understood. Write it as 17:00, or leave it blank.",
};

pub(super) static BACKWARDS: Both = Both {
    vi: "Ngày cuối đang trước ngày đầu. Hãy sửa một trong hai ngày.",
    en: "The last day lies before the first. Correct one of them.",
};

impl Cell {
    /// A cell in which is typed.
    pub(super) fn typed(name: &str, label: Both, text: impl Into<String>, lang: Lang) -> Self {
        Self {
            name: name.to_owned(),
            label: label.of(lang).to_owned(),
            text: text.into(),
            lines: false,
            choices: Vec::new(),
            hint: None,
            wrong: None,
            group: None,
        }
    }

    /// A cell in which is chosen.
    pub(super) fn choosing(name: &str, label: Both, choices: Vec<Picked>, lang: Lang) -> Self {
        let chosen = choices.iter().find(|one| one.chosen);
        let text = chosen.map(|one| one.value.clone()).unwrap_or_default();
        Self {
            choices,
            ..Self::typed(name, label, text, lang)
        }
    }

    pub(super) fn lines(mut self) -> Self {
        self.lines = true;
        self
    }

    pub(super) fn hint(mut self, hint: Both, lang: Lang) -> Self {
        self.hint = Some(hint.of(lang).to_owned());
        self
    }

    pub(super) fn of(mut self, group: &str) -> Self {
        self.group = Some(group.to_owned());
        self
    }
}

/// Puts what was typed and not understood back into the cells, each with what is wrong with it.
pub(super) fn with_typed(
    cells: &mut [Cell],
    typed: &[Typed],
    lang: Lang,
    mut again: impl FnMut(&str, &str) -> Set,
) {
    for cell in cells {
        let Some(one) = typed.iter().find(|one| one.cell == cell.name) else {
            continue;
        };
        cell.text.clone_from(&one.text);
        cell.wrong = again(&one.cell, &one.text)
            .err()
            .map(|wrong| wrong.of(lang).to_owned());
    }
}

/// A text that must say something.
pub(super) fn said(text: &str) -> Result<String, Wrong> {
    if is_blank(text) {
        return Err(&BLANK);
    }
    Ok(text.trim().to_owned())
}

/// What something is called, in one line: a line break that was typed parts two words.
pub(super) fn in_one_line(text: &str) -> Result<String, Wrong> {
    said(&single_line(text))
}

/// What something is called, or nothing.
pub(super) fn maybe_in_one_line(text: &str) -> Option<String> {
    in_one_line(text).ok()
}

/// A text that may be left out.
pub(super) fn maybe(text: &str) -> Option<String> {
    said(text).ok()
}

/// A date; the year comes from the plan's period where it is left out.
pub(super) fn date(text: &str, within: Option<Period>) -> Result<Date, Wrong> {
    parse_date(text, within).map_err(|_| &NO_DATE)
}

/// An hour that may be left out.
pub(super) fn hour(text: &str) -> Result<Option<Time>, Wrong> {
    if is_blank(text) {
        return Ok(None);
    }
    parse_time(text).map(Some).map_err(|_| &NO_TIME)
}

pub(super) fn day_text(day: Option<Date>) -> String {
    day.map(format_date).unwrap_or_default()
}

pub(super) fn hour_text(time: Option<Time>) -> String {
    time.map(format_time).unwrap_or_default()
}

/// What a correction may look at: the plan as far as it is known.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// All that has no list of its own.
    pub plan: &'a Plan,
    /// Its days, where they are known.
    pub period: Option<Period>,
}

#[cfg(test)]
mod tests {
    use super::{in_one_line, maybe_in_one_line};

    #[test]
    fn a_name_that_was_typed_in_lines_stands_in_one() {
        for (typed, kept) in [
            (
                "Kế hoạch\nTháng Thanh niên\n",
                Some("Kế hoạch Tháng Thanh niên"),
            ),
            ("Đoàn\t phường 3", Some("Đoàn phường 3")),
            (" \n", None),
        ] {
            assert_eq!(in_one_line(typed).ok().as_deref(), kept, "{typed:?}");
            assert_eq!(maybe_in_one_line(typed).as_deref(), kept, "{typed:?}");
        }
    }
}
