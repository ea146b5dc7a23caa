//! A figure: what is asked, how it is answered, and how periods combine.

use super::super::words::{COMBINES, KINDS, OF_TARGETS, chosen, named, picked};
use super::{Cell, NO_SUCH, Set, maybe, said};
use crate::plan::{Combine, Id, Indicator, Measure};
use crate::text::{Both, Lang, parse_count};
use crate::value::{
    ChoiceMeasure, CountMeasure, DateMeasure, DoneMeasure, EmailMeasure, LinkMeasure, ListedAnswer,
    MoneyMeasure, PhoneMeasure, QuantityMeasure, ShareMeasure, TextMeasure,
};
use std::sync::Arc;

/// How long an answer in words may be, in characters.
const LONGEST_ANSWER: u32 = 2000;

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
    match &*indicator.measure {
        Measure::Count(count) => cells.push(Cell::typed("noun", NOUN, &*count.noun, lang)),
        Measure::Share(share) => {
            cells.push(Cell::typed("part", PART, &*share.part, lang).lines());
            cells.push(Cell::typed("whole", WHOLE, &*share.whole, lang));
            cells.push(Cell::typed("noun", NOUN, &*share.noun, lang));
        }
        Measure::Quantity(quantity) => {
            cells.push(Cell::typed("unit", UNIT, &*quantity.unit, lang));
            let decimals = quantity.decimals.to_string();
            cells.push(Cell::typed("decimals", DECIMALS, decimals, lang));
        }
        Measure::Choice(choice) => {
            let labels: Vec<&str> = choice.answers.iter().map(|one| &*one.label).collect();
            let cell = Cell::typed("answers", ANSWERS, labels.join("\n"), lang);
            cells.push(cell.lines().hint(ANSWERS_HINT, lang));
        }
        _ => {}
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
    let measure = Arc::make_mut(&mut indicator.measure);
    match (cell, measure) {
        ("label", _) => indicator.label = said(text)?,
        ("hint", _) => indicator.hint = maybe(text),
        ("combine", _) => indicator.combine = chosen(COMBINES, text).ok_or(&NO_SUCH)?,
        ("kind", measure) if text == measure.control().kind => {}
        ("kind", measure) => {
            let other = of_kind(text, measure, &indicator.label).ok_or(&NO_SUCH)?;
            indicator.combine = combine_of(&other);
            *measure = other;
            indicator.tally = None;
            indicator.estimates = false;
            (indicator.least, indicator.most, indicator.plausible) = (None, None, None);
        }
        ("noun", Measure::Count(count)) => count.noun = said(text)?,
        ("noun", Measure::Share(share)) => share.noun = said(text)?,
        ("part", Measure::Share(share)) => share.part = said(text)?,
        ("whole", Measure::Share(share)) => share.whole = said(text)?,
        ("unit", Measure::Quantity(quantity)) => quantity.unit = said(text)?,
        ("decimals", Measure::Quantity(quantity)) => {
            let number = parse_count(text).ok().filter(|number| *number <= 6);
            quantity.decimals = number
                .and_then(|number| u8::try_from(number).ok())
                .ok_or(&NO_DECIMALS)?;
        }
        ("answers", Measure::Choice(choice)) => choice.answers = answers(&choice.answers, text),
        _ => return Err(&NO_SUCH),
    }
    Ok(())
}

/// Another kind, with what is known of the one before.
fn of_kind(name: &str, before: &Measure, label: &str) -> Option<Measure> {
    let noun = before.noun().unwrap_or(THING).to_owned();
    Some(match name {
        "count" => CountMeasure { noun }.into(),
        "money" => MoneyMeasure.into(),
        "done" => DoneMeasure.into(),
        "date" => DateMeasure.into(),
        "link" => LinkMeasure.into(),
        "phone" => PhoneMeasure.into(),
        "email" => EmailMeasure.into(),
        "share" => share(label, &noun),
        "quantity" => QuantityMeasure {
            unit: "km".to_owned(),
            decimals: 1,
        }
        .into(),
        "text" => TextMeasure {
            max: LONGEST_ANSWER,
            lines: true,
        }
        .into(),
        "choice" => ChoiceMeasure {
            answers: answers(&[], "Có\nKhông"),
            several: false,
        }
        .into(),
        _ => return None,
    })
}

/// A share of which the part is `label`, of all that `noun` counts.
pub(in super::super) fn share(label: &str, noun: &str) -> Measure {
    ShareMeasure {
        part: label.to_owned(),
        whole: ["tổng số ", noun].concat(),
        noun: noun.to_owned(),
    }
    .into()
}

/// How periods mostly combine.
pub(in super::super) fn combine_of(measure: &Measure) -> Combine {
    match measure {
        Measure::Count(_) | Measure::Money(_) | Measure::Quantity(_) => Combine::Sum,
        Measure::Done(_) => Combine::Maximum,
        _ => Combine::Latest,
    }
}

/// Answers, one a line; one that stood there keeps its identity.
fn answers(before: &[ListedAnswer], text: &str) -> Vec<ListedAnswer> {
    let mut answers: Vec<ListedAnswer> = Vec::new();
    for label in text.lines().filter_map(maybe) {
        let known = before.iter().find(|one| one.label == label);
        let is_taken = |id: &str| answers.iter().chain(before).any(|one| one.id == *id);
        let id: Id = match known {
            Some(one) => one.id.clone(),
            None => super::super::ids::made(&label, "tra-loi", is_taken),
        };
        answers.push(ListedAnswer { id, label });
    }
    answers
}
