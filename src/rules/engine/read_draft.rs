//! From typed text to readings.

use super::compiled::Compiled;
use super::entries::{ActivityEntry, Entries};
use super::input::Input;
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path};
use crate::report::{Draft, MAX_ACTIVITIES};
use crate::text::{Mark, is_blank, parse_mark};
use crate::value::{Answer, Asked, Counted, Estimate, Reading};
use std::sync::Arc;

/// Reads all that was typed. What has no place on this form is kept in the draft and said, but does
/// not block: the person cannot see it to mend it.
pub(in crate::rules) fn entries(compiled: &Compiled, draft: &Draft) -> Entries<'static> {
    let inputs = compiled.inputs.iter().map(|input| {
        let text = draft.figures.get(input.key()).map_or("", String::as_str);
        answer(input, text, compiled.plan_period)
    });
    let mut entries = Entries {
        inputs: inputs.collect(),
        ..Entries::default()
    };
    compiled.settle(&mut entries);
    for (_, given) in &mut entries.unasked {
        // It is kept for when it is asked again, and does not travel.
        *given = false;
    }
    for (key, text) in draft.figures.iter() {
        if compiled.input(key).is_none() && !is_blank(text) {
            let path = Path::from(&*["/figures/", key].concat());
            entries
                .strays
                .push(Finding::info(path, Kind::ReportUnknownFigure));
        }
    }
    if compiled.list.is_some() {
        let listed = draft.activities.iter().take(MAX_ACTIVITIES);
        entries.activities = listed
            .map(|typed| ActivityEntry::of_draft(typed, compiled.plan_period))
            .collect();
    } else if !draft.activities.is_empty() {
        entries
            .strays
            .push(Finding::info(Path::activities(), Kind::ActivitiesNotAsked));
    }
    entries
}

/// Reads what was typed into one input.
pub(in crate::rules) fn answer(
    input: &Input,
    text: &str,
    plan: Period,
) -> Reading<Answer<'static>> {
    if is_blank(text) {
        return Reading::Blank;
    }
    let asked = Asked {
        plan,
        signed: input.least.is_some_and(|least| least < 0),
    };
    let typed = |text: &str| input.measure.typed(text, &asked);
    // Words may begin as they like.
    let marked = match input.measure.counted() {
        Counted::Nothing => None,
        Counted::Noun(_) | Counted::Dong | Counted::Unit { .. } => parse_mark(text),
    };
    match marked {
        Some((is, number)) => estimate(input, is, typed(&number), number),
        None => typed(text),
    }
}

/// What was typed behind a mark, as a number that is none exactly.
fn estimate(
    input: &Input,
    is: Mark,
    read: Reading<Answer<'static>>,
    typed: String,
) -> Reading<Answer<'static>> {
    match read {
        Reading::Value(Answer::Number(number)) if input.estimates => {
            Reading::Value(Answer::Estimate(Estimate { number, is }))
        }
        Reading::Value(_) => Reading::refused(Kind::EstimateNotTaken { number: typed }),
        Reading::Wrong(mut kind) if input.estimates => {
            // It was made just now, and nobody else holds it.
            if let Some(Kind::NumberAmbiguous { readings } | Kind::MoneyAmbiguous { readings }) =
                Arc::get_mut(&mut kind)
            {
                for reading in readings {
                    *reading = [is.word(), " ", reading].concat();
                }
            }
            Reading::Wrong(kind)
        }
        otherwise => otherwise,
    }
}
