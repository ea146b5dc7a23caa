//! A target, and the figure that shows it.

use super::super::groups;
use super::super::measured::{Misfit, rescaled};
use super::super::words::{CADENCES, COMPARISONS, SCOPES, chosen, named, picked};
use super::{Cell, Known, NO_SUCH, Set, Wrong, figure, maybe, said};
use crate::plan::{
    Base, By, Comparison, Indicator, Measure, Ratio, Scope, Share, Target, Threshold,
};
use crate::read::from_str;
use crate::text::{
    Both, Lang, format_count, format_dong, format_percent, format_typed, parse_count,
    parse_count_with_noun, parse_dong, parse_quantity,
};
use crate::value::{Counted, RollUp};
use std::sync::Arc;

mod changes;

const TEXT: Both = Both {
    vi: "Chỉ tiêu",
    en: "Target",
};
const COMPARISON: Both = Both {
    vi: "Phải đạt",
    en: "To be reached",
};
const VALUE: Both = Both {
    vi: "Mức",
    en: "Value",
};
const SCOPE: Both = Both {
    vi: "Tính cho",
    en: "Holds for",
};
const SHARE: Both = Both {
    vi: "Bao nhiêu phần trăm số đơn vị",
    en: "What share of the units",
};
const PER: Both = Both {
    vi: "Trong",
    en: "Over",
};
const UNITS: Both = Both {
    vi: "Giao cho",
    en: "Binds",
};
const NUMBER: Both = Both {
    vi: "Số thứ tự trong văn bản",
    en: "Its number in the document",
};
static NO_COUNT: Both = Both {
    vi: "Chưa đọc được con số này. Ghi như 100 hoặc 2.500.",
    en: "This number is not understood. Write it as 100 or 2.500.",
};
static NO_MONEY: Both = Both {
    vi: "Chưa đọc được số tiền này. Ghi như 500 triệu hoặc 1,5 tỷ.",
    en: "This amount is not understood. Write it as 500 triệu or 1,5 tỷ.",
};
static NO_SHARE: Both = Both {
    vi: "Chưa đọc được tỷ lệ này. Ghi từ 0 % đến 100 %, như 98,5 %.",
    en: "This share is not understood. Write 0 % to 100 %, as 98,5 %.",
};
static NO_QUANTITY: Both = Both {
    vi: "Chưa đọc được số đo này. Ghi như 8,5, đúng số chữ số sau dấu phẩy.",
    en: "This quantity is not understood. Write it as 8,5, with the decimal places that are asked.",
};

static FEWER: Both = Both {
    vi: "Mức của chỉ tiêu này có nhiều chữ số sau dấu phẩy hơn. Hãy sửa mức trước.",
    en: "The value of this target has more decimal places. Correct the value first.",
};

pub(in super::super) fn cells(
    target: &Target,
    indicator: &Indicator,
    known: Known<'_>,
    lang: Lang,
) -> Vec<Cell> {
    let mut cells = vec![Cell::typed("text", TEXT, &*target.text, lang).lines()];
    if target.value != Threshold::Done {
        let comparison = picked(COMPARISONS, &target.comparison, lang);
        cells.push(Cell::choosing("comparison", COMPARISON, comparison, lang));
        cells.push(Cell::typed(
            "value",
            VALUE,
            value(target.value, indicator, target.of.as_deref()),
            lang,
        ));
    }
    let scope = named(SCOPES, scope_name(target.scope), lang);
    cells.push(Cell::choosing("scope", SCOPE, scope, lang));
    if let Scope::ShareOfUnits(share) = target.scope {
        cells.push(Cell::typed("shareOfUnits", SHARE, percent(share), lang));
    }
    let per = picked(CADENCES, &target.per, lang);
    cells.push(Cell::choosing("per", PER, per, lang));
    let units = groups::choices(known.plan, &target.units, lang);
    cells.push(Cell::choosing("units", UNITS, units, lang));
    cells.extend(figure::cells(indicator, true, lang));
    let number = target.number.clone().unwrap_or_default();
    cells.push(Cell::typed("number", NUMBER, number, lang));
    cells
}

pub(in super::super) fn set(
    target: &mut Target,
    indicator: &mut Indicator,
    cell: &str,
    text: &str,
) -> Set {
    match cell {
        "text" => target.text = said(text)?,
        "number" => target.number = maybe(text),
        "comparison" => target.comparison = chosen(COMPARISONS, text).ok_or(&NO_SUCH)?,
        "value" => {
            let of = target.of.as_deref();
            target.value = threshold(text, &indicator.measure, target.value, of)?;
        }
        "per" => target.per = chosen(CADENCES, text).ok_or(&NO_SUCH)?,
        "units" => {
            if let Some(units) = groups::chosen(text) {
                target.units = units;
            }
        }
        "shareOfUnits" => target.scope = Scope::ShareOfUnits(share(text)?),
        "scope" => {
            target.scope = match text {
                "each" => Scope::Each,
                "whole" => Scope::Whole,
                "eachMember" => Scope::EachMember,
                "shareOfUnits" => match target.scope {
                    kept @ Scope::ShareOfUnits(_) => kept,
                    _ => Scope::ShareOfUnits(share("100 %")?),
                },
                _ => return Err(&NO_SUCH),
            };
        }
        _ => {
            let before = target.value;
            let measure = Arc::clone(&indicator.measure);
            figure::set(indicator, cell, text).unwrap_or(Err(&NO_SUCH))?;
            if cell == "decimals" {
                rescale(target, &measure, &indicator.measure).map_err(|why| why.said(&FEWER))?;
            }
            if cell == "kind" {
                target.value = of_measure(before, &indicator.measure);
                // What was the other end, or rested on a number, was of the kind before.
                target.up_to = None;
                target.of = None;
                if target.value == Threshold::Done {
                    target.comparison = Comparison::AtLeast;
                }
            }
        }
    }
    Ok(())
}

/// Keeps how much a target asks where its figure has other decimal places than before.
pub(in super::super) fn rescale(
    target: &mut Target,
    before: &Measure,
    after: &Measure,
) -> Result<(), Misfit> {
    let fits = |value| rescaled(value, before, after);
    let value = fits(target.value)?;
    target.up_to = target.up_to.map(fits).transpose()?;
    target.value = value;
    Ok(())
}

/// The value with the figure's new kind: the number stays where that kind has numbers.
fn of_measure(before: Threshold, measure: &Measure) -> Threshold {
    let number = match before {
        Threshold::Count(number) | Threshold::Money(number) | Threshold::Quantity(number) => number,
        Threshold::BasisPoints(_) | Threshold::Ratio(_) | Threshold::Done => 1,
    };
    match measure.roll_up() {
        RollUp::Money => Threshold::Money(number),
        RollUp::Quantity => Threshold::Quantity(match (before, measure.counted()) {
            (Threshold::Count(whole), Counted::Unit { decimals, .. }) => {
                whole.saturating_mul(10_i64.saturating_pow(u32::from(decimals)))
            }
            _ => number,
        }),
        RollUp::Share => match before {
            kept @ (Threshold::BasisPoints(_) | Threshold::Ratio(_)) => kept,
            _ => share("100 %").map_or(before, Threshold::BasisPoints),
        },
        RollUp::Deed => Threshold::Done,
        RollUp::Count | RollUp::Answers(_) | RollUp::Rows(_) | RollUp::Told | RollUp::Never => {
            Threshold::Count(number)
        }
    }
}

/// The value as a person writes it. Of one that rests on a number of the unit: "tăng 10 %", "giảm 3", "50 %".
pub(in super::super) fn value(
    value: Threshold,
    indicator: &Indicator,
    of: Option<&Base>,
) -> String {
    if of.is_some_and(|of| of.by == By::Change) {
        return changes::text(value, indicator);
    }
    plain(value, indicator)
}

fn plain(value: Threshold, indicator: &Indicator) -> String {
    match (value, indicator.measure.counted()) {
        (Threshold::Quantity(steps), Counted::Unit { decimals, .. }) => {
            format_typed(steps, decimals)
        }
        (Threshold::Count(number) | Threshold::Quantity(number), _) => format_count(number),
        (Threshold::Money(dong), _) => format_dong(dong),
        (Threshold::BasisPoints(share), _) => percent(share),
        (Threshold::Ratio(ratio), _) => ratio.in_words(),
        (Threshold::Done, _) => String::new(),
    }
}

/// The value that a person writes.
pub(in super::super) fn threshold(
    text: &str,
    measure: &Measure,
    before: Threshold,
    of: Option<&Base>,
) -> Result<Threshold, Wrong> {
    match of.map(|of| of.by) {
        Some(By::Change) => changes::read(text, measure),
        // So much of a number, or so many for each one of it.
        Some(By::Each) if text.contains('%') => share(text).map(Threshold::BasisPoints),
        Some(By::Each) if let Some(ratio) = ratio(text) => Ok(Threshold::Ratio(ratio)),
        Some(By::Each) | None => number(text, measure, before),
    }
}

/// What no longer fits once a value rests on a number of the unit, or no longer does.
pub(in super::super) fn settle(target: &mut Target, indicator: &Indicator) {
    let is_share = indicator.measure.roll_up() == RollUp::Share;
    let by = target.of.as_ref().map(|of| of.by);
    let stays = match (target.value, by) {
        (Threshold::BasisPoints(_), Some(By::Change)) => false,
        (Threshold::BasisPoints(_) | Threshold::Ratio(_), None) => is_share,
        (_, _) => true,
    };
    if !stays {
        target.value = match by {
            // "110 %" of a number is 10 % more than it.
            Some(By::Change) => of_measure(Threshold::Count(0), &indicator.measure),
            _ => of_measure(target.value, &indicator.measure),
        };
        target.up_to = None;
    }
}

fn number(text: &str, measure: &Measure, before: Threshold) -> Result<Threshold, Wrong> {
    match (measure.roll_up(), measure.counted()) {
        (RollUp::Money, _) => parse_dong(text)
            .map(Threshold::Money)
            .map_err(|_| &NO_MONEY),
        (RollUp::Quantity, Counted::Unit { unit, decimals }) => {
            let read = parse_quantity(text, unit, decimals, false);
            read.map(Threshold::Quantity).map_err(|_| &NO_QUANTITY)
        }
        (RollUp::Share, _) => match (before, ratio(text)) {
            (Threshold::Ratio(_), Some(ratio)) => Ok(Threshold::Ratio(ratio)),
            _ => share(text).map(Threshold::BasisPoints),
        },
        (RollUp::Count, Counted::Noun(noun)) => {
            let read = parse_count(text).or_else(|_| parse_count_with_noun(text, noun));
            read.map(Threshold::Count).map_err(|_| &NO_COUNT)
        }
        (RollUp::Deed, _) => Ok(Threshold::Done),
        _ => Err(&NO_COUNT),
    }
}

fn ratio(text: &str) -> Option<Ratio> {
    from_str(&serde_json::to_string(text).ok()?).ok()
}

/// A share as a person writes it; a bare number is so many percent.
pub(in super::super) fn share(text: &str) -> Result<Share, Wrong> {
    let text = text.trim();
    let text = if text.contains('%') || text.contains("phần trăm") {
        text.to_owned()
    } else {
        [text, " %"].concat()
    };
    let json = serde_json::to_string(&text).map_err(|_| &NO_SHARE)?;
    from_str(&json).map_err(|_| &NO_SHARE)
}

fn percent(share: Share) -> String {
    u16::try_from(share.points()).map_or_else(|_| String::new(), format_percent)
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::Each => "each",
        Scope::Whole => "whole",
        Scope::ShareOfUnits(_) => "shareOfUnits",
        Scope::EachMember => "eachMember",
    }
}
