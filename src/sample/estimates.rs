//! Numbers told as they are by whoever has not counted.

use super::author::Author;
use super::happens;
use crate::plan::{Combine, Indicator};
use crate::report::{Figures, Value};
use crate::schedule::Occasion;
use crate::text::Mark;
use crate::value::Invented;
use fastrand::Rng;

/// How many per mille of the numbers that may be none exactly are none.
const ESTIMATED: u32 = 300;

/// Some of the numbers that the plan takes as estimates become such: "khoảng 350", "trên 300", "dưới 350".
pub(super) fn estimate(author: &Author<'_, '_>, occasion: &Occasion, figures: &mut Figures<Value>) {
    let (_, period) = occasion.period.to_texts();
    for indicator in &author.sample.plan.indicators {
        let id = indicator.id.as_str();
        let mut rng = author.own(&["estimated", id, &period]);
        let told = match (figures.get(id), indicator.measure.invented()) {
            (Some(Value::Number(number)), Invented::Number { step }) if takes(indicator) => {
                let least = least(author, indicator);
                about(&mut rng, *number, step, (least, most(indicator)))
            }
            (Some(Value::Table(rows)), Invented::Rows(table)) => {
                let mut rows = rows.clone();
                for column in table.columns.iter().filter(|column| column.estimates) {
                    let most = column.plausible.or(column.most).unwrap_or(i64::MAX);
                    let bounds = (column.least.unwrap_or(0), most);
                    let step = column.measure.invented().step();
                    let key = column.id.as_str();
                    for row in &mut rows {
                        let number = row.get(key).and_then(Value::number);
                        let cell = number.and_then(|one| about(&mut rng, one, step, bounds));
                        if let Some(cell) = cell {
                            row.insert(key.to_owned(), cell);
                        }
                    }
                }
                Some(Value::Table(rows))
            }
            _ => None,
        };
        if let Some(told) = told {
            figures.insert(id.to_owned(), told);
        }
    }
}

/// Whether a number may be none exactly. What the list of activities holds is counted by whoever reads it.
fn takes(indicator: &Indicator) -> bool {
    indicator.estimates && indicator.tally.is_none()
}

/// What the number may not fall below: what grows is never told to have shrunk.
fn least(author: &Author<'_, '_>, indicator: &Indicator) -> i64 {
    let grows = indicator.combine == Combine::Cumulative;
    let before = author.before(indicator.id.as_str()).filter(|_| grows);
    let before = before.and_then(|value| Some(value.told()?.0));
    let least = indicator.least.unwrap_or(0);
    before.map_or(least, |before| before.max(least))
}

fn most(indicator: &Indicator) -> i64 {
    let most = indicator.most.unwrap_or(i64::MAX);
    indicator
        .plausible
        .map_or(most, |plausible| plausible.min(most))
}

/// The number rounded as people round what they name, to one digit or to half of its next: 347 is above 300 and below
/// 350. None where it is told exactly, or where it would lie beyond its bounds.
fn about(rng: &mut Rng, number: i64, step: i64, (least, most): (i64, i64)) -> Option<Value> {
    let steps = number / step;
    if steps < 10 || !happens(rng, ESTIMATED) {
        return None;
    }
    let round = 10_i64.checked_pow(steps.ilog10())? / 2;
    let under = steps / round * round;
    let (steps, is) = match rng.u8(0..3) {
        0 if under < steps => (under, Mark::Above),
        1 => (under + round, Mark::Below),
        _ => ((steps + round / 2) / round * round, Mark::About),
    };
    let number = steps.checked_mul(step)?;
    (least < number && number < most).then(|| Value::telling(number, Some(is)))
}

#[cfg(test)]
mod tests {
    use super::about;
    use crate::report::Value;
    use crate::value::Estimate;
    use fastrand::Rng;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_named_of_a_number() {
        for (number, step, bounds, expected) in [
            (
                347,
                1,
                (0, 1_000),
                &["khoảng 350", "dưới 350", "trên 300"][..],
            ),
            (300, 1, (0, 1_000), &["khoảng 300", "dưới 350"]),
            (47, 1, (0, 1_000), &["khoảng 45", "dưới 50", "trên 45"]),
            (
                62_000_000,
                1_000_000,
                (0, 1_000_000_000),
                &["khoảng 60000000", "dưới 65000000", "trên 60000000"],
            ),
            // Too small for anyone not to have counted.
            (9, 1, (0, 1_000), &[]),
            (0, 1, (0, 1_000), &[]),
            // Beyond what is plausible, or below what was told before.
            (347, 1, (0, 350), &["trên 300"]),
            (347, 1, (347, 1_000), &["khoảng 350", "dưới 350"]),
        ] {
            let mut rng = Rng::with_seed(1);
            let drawn = (0..200).filter_map(|_| about(&mut rng, number, step, bounds));
            let said = drawn.map(|value| match value {
                Value::Estimate(Estimate { number, is }) => format!("{} {number}", is.word()),
                other => panic!("{other:?}"),
            });
            let said: BTreeSet<String> = said.collect();
            let expected: BTreeSet<String> = expected.iter().map(|&one| one.to_owned()).collect();
            assert_eq!(said, expected, "{number}");
        }
    }
}
