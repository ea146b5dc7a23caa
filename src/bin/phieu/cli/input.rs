//! Reading what the arguments name.

use super::Failure;
use phieu::calendar::{Date, Instant, Time};
use phieu::plan::{Duty, Plan, PlanError, Unit};
use phieu::text;
use std::io::Read;

/// The bytes of a file, or of the standard input where `path` is `-`.
///
/// # Errors
/// It cannot be read.
pub fn bytes(path: &str) -> Result<Vec<u8>, Failure> {
    let bytes = if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    bytes.map_err(|error| Failure(format!("{} cannot be read: {error}", named(path))))
}

/// The text of a file, or of the standard input where `path` is `-`.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub fn text(path: &str) -> Result<String, Failure> {
    let bytes = bytes(path)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to())
            .filter(|byte| **byte == b'\n')
            .count();
        Failure(format!(
            "{} is not UTF-8 from line {}; save it as UTF-8",
            named(path),
            line + 1
        ))
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// What to call a file in a sentence.
#[must_use]
pub fn named(path: &str) -> &str {
    if path == "-" {
        "the standard input"
    } else {
        path
    }
}

/// The plan in a file, for commands whose work is not to find its errors.
///
/// # Errors
/// It cannot be read, or is no plan; then all that is wrong with it.
pub fn plan(path: &str) -> Result<Plan, Failure> {
    Plan::parse(&text(path)?).map_err(|errors| {
        let listed: Vec<String> = errors.iter().map(PlanError::to_string).collect();
        Failure(format!(
            "{} is no plan:\n  {}",
            named(path),
            listed.join("\n  ")
        ))
    })
}

/// A moment: RFC 3339 (`2023-02-27T08:00:00+07:00`), or a day or a day and an hour at the plan's
/// offset (`2023-02-27`, `2023-02-27T08:00`).
///
/// # Errors
/// It is none of these.
pub fn moment(text: &str, plan: &Plan) -> Result<Instant, Failure> {
    if let Ok(moment) = Instant::parse_iso(text) {
        return Ok(moment);
    }
    let (day, hour) = text.split_once('T').unwrap_or((text, "00:00"));
    match (Date::parse_iso(day), Time::parse_iso(hour)) {
        (Ok(date), Ok(time)) => Ok(Instant::at(date, time, plan.offset)),
        _ => Err(Failure(format!(
            "\"{text}\" is no moment; write 2023-02-27, 2023-02-27T08:00 or 2023-02-27T08:00:00+07:00"
        ))),
    }
}

/// The duty of that identity.
///
/// # Errors
/// The plan has none; then which it has.
pub fn duty<'a>(plan: &'a Plan, asked: &str) -> Result<&'a Duty, Failure> {
    plan.duty(asked).ok_or_else(|| {
        Failure(format!(
            "the plan has no duty \"{asked}\"; it has: {}",
            duties(plan)
        ))
    })
}

/// The duties that a plan has, for a sentence.
#[must_use]
pub fn duties(plan: &Plan) -> String {
    let ids: Vec<&str> = plan.duties.iter().map(|duty| duty.id.as_str()).collect();
    ids.join(", ")
}

/// The unit of that identity, or the only one whose name fits.
///
/// # Errors
/// None fits, or several do.
pub fn unit<'a>(plan: &'a Plan, asked: &str) -> Result<&'a Unit, Failure> {
    if let Some(unit) = plan.unit(asked) {
        return Ok(unit);
    }
    let fits = |unit: &&Unit| {
        text::matches(&unit.name, asked)
            || unit.aliases.iter().any(|alias| text::matches(alias, asked))
    };
    let found: Vec<&Unit> = plan.units.iter().filter(fits).collect();
    match found.as_slice() {
        [unit] => Ok(unit),
        [] => Err(Failure(format!(
            "the plan has no unit \"{asked}\"; give a unit's id or a part of its name"
        ))),
        several => {
            let listed: Vec<String> = several
                .iter()
                .map(|unit| format!("{}  {}", unit.id, unit.name))
                .collect();
            Err(Failure(format!(
                "\"{asked}\" fits several units; give one of these ids:\n  {}",
                listed.join("\n  ")
            )))
        }
    }
}
