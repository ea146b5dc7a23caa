//! What whoever makes a plan can correct of a kind of value: its words and numbers, each by its name.

use super::{
    ChoiceMeasure, Column, CountMeasure, DateMeasure, DoneMeasure, EmailMeasure, FileKind,
    FileMeasure, LinkMeasure, ListedAnswer, Measure, MoneyMeasure, PhoneMeasure, QuantityMeasure,
    RatioMeasure, ShareMeasure, TableMeasure, TextMeasure, TimeMeasure,
};
use crate::read::Id;
use crate::text::{is_blank, parse_count};
use std::sync::Arc;

/// How long an answer in words may be, in characters.
const LONGEST_ANSWER: u32 = 2000;

/// How long a cell of a table may be that is answered in words.
const LONGEST_CELL: u32 = 200;

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// The kind has no such part.
    NoPart,
    /// It says nothing.
    Blank,
    /// It is no number of decimal places.
    Decimals,
}

/// The parts of a kind, as a person would type them.
pub(crate) fn parts(measure: &Measure) -> Vec<(&'static str, String)> {
    match measure {
        Measure::Count(count) => vec![("noun", count.noun.clone())],
        Measure::Share(share) => vec![
            ("part", share.part.clone()),
            ("whole", share.whole.clone()),
            ("noun", share.noun.clone()),
        ],
        Measure::Ratio(ratio) => vec![("part", ratio.part.clone()), ("whole", ratio.whole.clone())],
        Measure::Quantity(quantity) => vec![
            ("unit", quantity.unit.clone()),
            ("decimals", quantity.decimals.to_string()),
        ],
        Measure::Choice(choice) => {
            let labels: Vec<&str> = choice.answers.iter().map(|one| &*one.label).collect();
            vec![("answers", labels.join("\n"))]
        }
        _ => Vec::new(),
    }
}

/// Corrects a part. `id` names a new answer, apart from those that are taken.
pub(crate) fn set(
    measure: &mut Measure,
    part: &str,
    text: &str,
    id: impl Fn(&str, &dyn Fn(&str) -> bool) -> Id,
) -> Result<(), Unfit> {
    let said = || {
        if is_blank(text) {
            Err(Unfit::Blank)
        } else {
            Ok(text.trim().to_owned())
        }
    };
    match (part, measure) {
        ("noun", Measure::Count(count)) => count.noun = said()?,
        ("noun", Measure::Share(share)) => share.noun = said()?,
        ("part", Measure::Share(share)) => share.part = said()?,
        ("whole", Measure::Share(share)) => share.whole = said()?,
        ("part", Measure::Ratio(ratio)) => ratio.part = said()?,
        ("whole", Measure::Ratio(ratio)) => ratio.whole = said()?,
        ("unit", Measure::Quantity(quantity)) => quantity.unit = said()?,
        ("decimals", Measure::Quantity(quantity)) => {
            let number = parse_count(text).ok().filter(|number| *number <= 6);
            let number = number.and_then(|number| u8::try_from(number).ok());
            quantity.decimals = number.ok_or(Unfit::Decimals)?;
        }
        ("answers", Measure::Choice(choice)) => {
            choice.answers = answers(&choice.answers, text, id);
        }
        _ => return Err(Unfit::NoPart),
    }
    Ok(())
}

/// The kind of that name, with what is known of the one before; none where there is no such kind.
pub(crate) fn of_kind(
    name: &str,
    before: &Measure,
    label: &str,
    id: impl Fn(&str, &dyn Fn(&str) -> bool) -> Id,
) -> Option<Measure> {
    let noun = before.noun().unwrap_or("hoạt động").to_owned();
    Some(match name {
        "count" => CountMeasure { noun }.into(),
        "money" => MoneyMeasure.into(),
        "done" => DoneMeasure.into(),
        "date" => DateMeasure.into(),
        "link" => LinkMeasure.into(),
        "time" => TimeMeasure.into(),
        "ratio" => RatioMeasure {
            part: label.to_owned(),
            whole: ["tổng số ", &noun].concat(),
            noun: Some(noun),
        }
        .into(),
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
            answers: answers(&[], "Có\nKhông", id),
            several: false,
        }
        .into(),
        "table" => TableMeasure {
            row: "dòng".to_owned(),
            columns: vec![Column {
                id: id("Tên", &|_| false),
                label: "Tên".to_owned(),
                hint: None,
                measure: Arc::new(
                    TextMeasure {
                        max: LONGEST_CELL,
                        lines: false,
                    }
                    .into(),
                ),
                required: true,
                least: None,
                most: None,
                plausible: None,
                estimates: false,
            }],
            least: None,
            most: None,
            key: None,
        }
        .into(),
        "file" => FileMeasure {
            kinds: vec![FileKind::Image, FileKind::Pdf],
            most: 5,
            megabytes: 10,
            keep_days: None,
            signed: false,
        }
        .into(),
        _ => return None,
    })
}

/// A share of which the part is `label`, of all that `noun` counts.
pub(crate) fn share(label: &str, noun: &str) -> Measure {
    ShareMeasure {
        part: label.to_owned(),
        whole: ["tổng số ", noun].concat(),
        noun: noun.to_owned(),
    }
    .into()
}

/// Answers, one a line; one that stood there keeps its identity.
fn answers(
    before: &[ListedAnswer],
    text: &str,
    id: impl Fn(&str, &dyn Fn(&str) -> bool) -> Id,
) -> Vec<ListedAnswer> {
    let mut answers: Vec<ListedAnswer> = Vec::new();
    for label in text.lines().map(str::trim).filter(|line| !is_blank(line)) {
        let known = before.iter().find(|one| one.label == label);
        let is_taken = |id: &str| answers.iter().chain(before).any(|one| one.id == *id);
        let id = match known {
            Some(one) => one.id.clone(),
            None => id(label, &is_taken),
        };
        let label = label.to_owned();
        answers.push(ListedAnswer { id, label });
    }
    answers
}
