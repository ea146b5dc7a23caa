//! The figures of one report.

use super::author::Author;
use super::rows::rows;
use super::{happens, one_of, passes, words};
use crate::calendar::Date;
use crate::encoding::digest;
use crate::plan::{Combine, Comparison, Field, Indicator, Only, Plan, Tally, Template};
use crate::report::{Figures, ReportActivity, Value};
use crate::rollup::Amount;
use crate::schedule::Occasion;
use crate::value::{File, Invented};

/// How many per mille of what need not be answered stay blank.
const BLANK: u32 = 150;

/// How many per mille of the figures that sum up earlier ones forget some of them.
const SLIPS: u32 = 12;

/// The figures that a form asks, before they are made to agree with each other.
pub(super) fn figures(
    author: &mut Author<'_, '_>,
    template: &Template,
    occasion: &Occasion,
    activities: Option<&[ReportActivity]>,
    until: Date,
) -> Figures<Value> {
    let plan = author.sample.plan;
    let listed = activities.unwrap_or_default();
    let evidence = listed.iter().any(|activity| !activity.links.is_empty());
    let mut figures = Figures::new();
    let fields = template.sections.iter().flat_map(|section| {
        let of = section.only.as_deref();
        section.fields.iter().map(move |field| (of, field))
    });
    for (of, field) in fields {
        let (unit, period) = (author.unit, occasion.period);
        let is_asked = |only: &Only| only.is_asked(unit, period, &figures);
        if !of.into_iter().chain(field.only.as_deref()).all(is_asked) {
            continue;
        }
        let place = plan
            .indicators
            .iter()
            .position(|one| one.id == field.indicator);
        let Some((place, indicator)) = place.and_then(|at| Some((at, plan.indicators.get(at)?)))
        else {
            continue;
        };
        if !field.required && !is_part(plan, indicator) && happens(&mut author.rng, BLANK) {
            continue;
        }
        if let Some(value) = figure(
            author,
            field,
            (place, indicator),
            (occasion, until),
            activities,
        ) && (!field.evidence || evidence || !is_above_zero(&value))
        {
            figures.insert(indicator.id.as_str().to_owned(), value);
        } else if field.required {
            figures.insert(indicator.id.as_str().to_owned(), Value::Number(0));
        }
    }
    figures
}

/// Whether a rule adds it up with others to a total: then all of them are answered, or none could agree.
fn is_part(plan: &Plan, indicator: &Indicator) -> bool {
    plan.rules.iter().any(|rule| {
        let mut terms = rule.left.iter().chain(&rule.right);
        rule.comparison == Comparison::Exactly
            && terms.any(|term| term.indicator() == Some(&indicator.id))
    })
}

fn is_above_zero(value: &Value) -> bool {
    match value {
        Value::Number(number) => *number > 0,
        Value::Share { part, .. } => *part > 0,
        Value::Done(_)
        | Value::Estimate(_)
        | Value::Text(_)
        | Value::List(_)
        | Value::Files(_)
        | Value::Table(_) => false,
    }
}

fn figure(
    author: &mut Author<'_, '_>,
    field: &Field,
    (place, indicator): (usize, &Indicator),
    (occasion, until): (&Occasion, Date),
    activities: Option<&[ReportActivity]>,
) -> Option<Value> {
    let id = indicator.id.as_str();
    if let (Some(tally), Some(activities)) = (indicator.tally, activities) {
        let participants = activities
            .iter()
            .filter_map(|activity| activity.participants);
        return Some(Value::Number(match tally {
            Tally::Activities => i64::try_from(activities.len()).unwrap_or(0),
            Tally::Participants => participants.sum(),
        }));
    }
    match indicator.measure.invented() {
        Invented::Number { step } => {
            let number = number(author, (place, step), indicator, (occasion, until));
            let number = number / step * step;
            let (least, most) = (
                indicator.least.unwrap_or(0),
                indicator.most.unwrap_or(i64::MAX),
            );
            Some(Value::Number(number.clamp(least, most.max(least))))
        }
        Invented::Share { whole, step } => {
            let value = share(author, place, indicator, (whole, step), occasion)?;
            Some(match value {
                Value::Share { part, whole } => Value::Share {
                    part: part.saturating_mul(step),
                    whole: whole.saturating_mul(step),
                },
                other => other,
            })
        }
        Invented::Deed => {
            let before = matches!(author.before(id), Some(Value::Done(true)));
            let turn = author.own(&["done", id]).i64(0..1_250);
            let done = before || author.gone(occasion) >= turn;
            // Where it is not done most leave it blank.
            (done || field.required || happens(&mut author.rng, 300)).then_some(Value::Done(done))
        }
        Invented::Sentence(max) => {
            let text = one_of(&mut author.rng, words::SENTENCES, "Không có");
            Some(Value::Text(
                text.chars()
                    .take(usize::try_from(max).unwrap_or(1))
                    .collect(),
            ))
        }
        Invented::LastDay => Some(Value::Text(occasion.period.to().to_iso())),
        // A report that names files cannot be sent before they are, so only what must be there is.
        Invented::File(kind) => field.required.then(|| {
            let bytes = b"%PDF-1.4\n%%EOF\n";
            let name = ["bao-cao", kind.ending()].concat();
            Value::Files(vec![File {
                hash: digest(bytes),
                name,
                bytes: i64::try_from(bytes.len()).unwrap_or(1),
                kind,
            }])
        }),
        Invented::Rows(table) => Some(rows(&mut author.rng, table, occasion.period)),
        Invented::Among(mut values) => {
            let last = values.len().checked_sub(1)?;
            let place = if last > 0 {
                author.rng.usize(0..=last)
            } else {
                0
            };
            Some(values.swap_remove(place))
        }
    }
}

fn number(
    author: &mut Author<'_, '_>,
    (place, step): (usize, i64),
    indicator: &Indicator,
    (occasion, until): (&Occasion, Date),
) -> i64 {
    let id = indicator.id.as_str();
    let whole = author
        .sample
        .expectations
        .of(place)
        .saturating_mul(author.size)
        / 1_000;
    let days = author.sample.plan.period.len_days().max(1);
    let drawn = |author: &mut Author<'_, '_>, thousandths: i64| {
        let about = thousandths.saturating_mul(author.rng.i64(600..1_500)) / 1_000;
        // A mean below one step still makes one now and then.
        (about / step).saturating_add(author.rng.i64(0..1_000)) / 1_000 * step
    };
    match indicator.combine {
        Combine::Sum => {
            let (told, told_days) = author.told(id, indicator, occasion);
            // Nobody can tell of days that have not come.
            let last = occasion.period.to().min(until);
            let all = occasion.period.from().days_until(last) + 1;
            let left = (all - told_days).max(0);
            let Some((told, _)) = told.and_then(Amount::told) else {
                return drawn(author, whole.saturating_mul(all.max(0)) / days);
            };
            let told = i64::try_from(told).unwrap_or(0);
            let as_before = told.saturating_mul(left).saturating_mul(1_000) / told_days.max(1);
            let sum = told.saturating_add(drawn(author, as_before));
            if happens(&mut author.rng, SLIPS) {
                sum - sum / 8
            } else {
                sum
            }
        }
        Combine::Latest => {
            let usual = author.own(&["latest", id]).i64(500..1_500);
            (whole.saturating_mul(usual) / 1_000_000).max(step)
        }
        Combine::Cumulative => {
            let before = author.before(id).and_then(Value::told);
            let before = before.map_or(0, |(number, _)| number);
            let gone = whole.saturating_mul(author.gone(occasion)) / 1_000;
            drawn(author, gone).max(before)
        }
        Combine::Maximum => drawn(author, whole),
    }
}

fn share(
    author: &mut Author<'_, '_>,
    place: usize,
    indicator: &Indicator,
    (whole, step): (&str, i64),
    occasion: &Occasion,
) -> Option<Value> {
    // The same words mean the same people: one unit has one number of members, whatever asks for it.
    let all = author
        .own(&["whole", whole])
        .i64(20..240)
        .saturating_mul(author.size)
        / 1_000
        + 1;
    let passes = passes(&indicator.measure);
    let goal = author.sample.expectations.of(place).clamp(0, 10_000);
    let zeal = if passes { 880..1_400 } else { 880..1_060 };
    let aim = author.own(&["share", indicator.id.as_str()]).i64(zeal);
    let gone = if indicator.combine == Combine::Sum {
        1_000
    } else {
        // Some have done all of it half-way through.
        let speed = author.own(&["speed", whole]).i64(1_000..2_200);
        (author.gone(occasion) * speed / 1_000).min(1_000)
    };
    // Most of it is done early: half of the time makes three quarters.
    let gone = 2 * gone - gone * gone / 1_000;
    let reached = all.saturating_mul(goal) / 10_000 * aim / 1_000 * gone / 1_000;
    let before = match author.before(indicator.id.as_str()) {
        Some(Value::Share { part, .. }) if indicator.combine != Combine::Sum => *part / step,
        _ => 0,
    };
    // What cannot pass the whole is all of it where little is left.
    let is_all = goal == 10_000 && aim >= 960 && gone > 900;
    let part = reached.max(before);
    Some(Value::Share {
        part: match passes {
            true => part,
            false if is_all => all,
            false => part.min(all),
        },
        whole: all,
    })
}
