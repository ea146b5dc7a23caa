//! A figure: what is asked, how it is answered, and how periods combine.

use super::super::words::{COMBINES, KINDS, OF_TARGETS, chosen, named, picked};
use super::{BLANK, Cell, NO_SUCH, Set, in_one_line, maybe};
use crate::plan::{Combine, Id, Indicator, Measure};
use crate::text::{Both, Lang, single_line};
use crate::value::RollUp;
use crate::value::correcting::{self, Unfit};
use std::borrow::Cow;
use std::sync::Arc;

const LABEL: Both = Both {
    vi: "Số liệu hỏi đơn vị",
    en: "What units are asked",
};
const LABEL_HINT: Both = Both {
    vi: "Đơn vị sẽ đọc đúng câu này trên phiếu.",
    en: "Units read these very words in the form.",
};
const HINT: Both = Both {
    vi: "Lời nhắc dưới câu hỏi",
    en: "A line under it",
};
const KIND: Both = Both {
    vi: "Cách trả lời",
    en: "Answered by",
};
const NOUN: Both = Both {
    vi: "Đếm cái gì",
    en: "What is counted",
};
const UNIT: Both = Both {
    vi: "Đơn vị đo",
    en: "Unit",
};
const DECIMALS: Both = Both {
    vi: "Số chữ số sau dấu phẩy",
    en: "Decimal places",
};
const PART: Both = Both {
    vi: "Phần được tính",
    en: "The part",
};
const WHOLE: Both = Both {
    vi: "Trên tổng số",
    en: "Of the whole",
};
const ANSWERS: Both = Both {
    vi: "Các câu trả lời để chọn",
    en: "Answers to choose from",
};
const ANSWERS_HINT: Both = Both {
    vi: "Mỗi dòng một câu trả lời.",
    en: "One a line.",
};
const COMBINE: Both = Both {
    vi: "Nhiều kỳ gộp lại",
    en: "Periods combine",
};
static NO_DECIMALS: Both = Both {
    vi: "Ghi một số từ 0 đến 6.",
    en: "Write a number from 0 to 6.",
};

/// The words of a new figure that is counted, before a person says what is.
pub(in super::super) const THING: &str = "hoạt động";

pub(in super::super) fn cells(indicator: &Indicator, of_target: bool, lang: Lang) -> Vec<Cell> {
    let kind = indicator.measure.control().kind;
    let kinds = if of_target { OF_TARGETS } else { KINDS.len() };
    let mut choices = named(KINDS.get(..kinds).unwrap_or(KINDS), kind, lang);
    if !choices.iter().any(|one| one.chosen) {
        let kept = super::super::words::KEPT.of(lang);
        choices.push(super::Picked::new(kind, kept, true));
    }
    let mut cells = vec![
        Cell::typed("label", LABEL, &*indicator.label, lang)
            .lines()
            .hint(LABEL_HINT, lang),
        Cell::choosing("kind", KIND, choices, lang),
    ];
    for (name, text) in correcting::parts(&indicator.measure) {
        cells.push(match name {
            "noun" => Cell::typed(name, NOUN, text, lang),
            "part" => Cell::typed(name, PART, text, lang).lines(),
            "whole" => Cell::typed(name, WHOLE, text, lang),
            "unit" => Cell::typed(name, UNIT, text, lang),
            "decimals" => Cell::typed(name, DECIMALS, text, lang),
            _ => Cell::typed(name, ANSWERS, text, lang)
                .lines()
                .hint(ANSWERS_HINT, lang),
        });
    }
    let combine = picked(COMBINES, &indicator.combine, lang);
    cells.push(Cell::choosing("combine", COMBINE, combine, lang));
    let hint = indicator.hint.clone().unwrap_or_default();
    cells.push(Cell::typed("hint", HINT, hint, lang));
    cells
}

/// Corrects a cell; whether there is such a cell.
pub(in super::super) fn set(indicator: &mut Indicator, cell: &str, text: &str) -> Option<Set> {
    let is_own = matches!(
        cell,
        "label"
            | "hint"
            | "kind"
            | "noun"
            | "part"
            | "whole"
            | "unit"
            | "decimals"
            | "answers"
            | "combine"
    );
    is_own.then(|| corrected(indicator, cell, text))
}

fn corrected(indicator: &mut Indicator, cell: &str, text: &str) -> Set {
    match cell {
        "label" => indicator.label = in_one_line(text)?,
        "hint" => indicator.hint = maybe(text),
        "combine" => indicator.combine = chosen(COMBINES, text).ok_or(&NO_SUCH)?,
        "kind" if text == indicator.measure.control().kind => {}
        "kind" => {
            let before = &indicator.measure;
            let other = correcting::of_kind(text, before, &indicator.label, answer_id);
            let other = other.ok_or(&NO_SUCH)?;
            indicator.combine = combine_of(&other);
            indicator.measure = Arc::new(other);
            indicator.tally = None;
            indicator.estimates = false;
            (indicator.least, indicator.most, indicator.plausible) = (None, None, None);
        }
        _ => {
            let measure = Arc::make_mut(&mut indicator.measure);
            // One line is one answer, but what is counted stands in one line.
            let text = match cell {
                "noun" | "part" | "whole" | "unit" | "row" => single_line(text),
                _ => Cow::Borrowed(text),
            };
            correcting::set(measure, cell, &text, answer_id).map_err(|unfit| match unfit {
                Unfit::NoPart => &NO_SUCH,
                Unfit::Blank => &BLANK,
                Unfit::Decimals => &NO_DECIMALS,
            })?;
        }
    }
    Ok(())
}

fn answer_id(label: &str, is_taken: &dyn Fn(&str) -> bool) -> Id {
    super::super::ids::made(label, "tra-loi", is_taken)
}

/// How periods mostly combine.
pub(in super::super) fn combine_of(measure: &Measure) -> Combine {
    match measure.roll_up() {
        RollUp::Count | RollUp::Money | RollUp::Quantity => Combine::Sum,
        RollUp::Deed => Combine::Maximum,
        RollUp::Share | RollUp::Answers(_) | RollUp::Rows(_) | RollUp::Told | RollUp::Never => {
            Combine::Latest
        }
    }
}
