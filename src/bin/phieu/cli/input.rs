//! Reading what the arguments name.

use super::Failure;
use super::failure::named;
use phieu::calendar::{Date, Instant, Time};
use phieu::plan::{Duty, Plan, PlanError, Unit};
use phieu::text::{self, Lang};
use std::io::Read;

/// The most names that a sentence lists.
const LISTED: usize = 20;

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
    bytes.map_err(|error| Failure::unread(path, &error))
}

/// The text of a file, or of the standard input where `path` is `-`.
///
/// # Errors
/// It cannot be read, or is not UTF-8.
pub fn text(path: &str) -> Result<String, Failure> {
    let bytes = bytes(path)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        let (vi, en) = (named(path, Lang::Vi), named(path, Lang::En));
        Failure::new(
            format!("Từ dòng {line}, {vi} không phải là chữ mã UTF-8. Hãy lưu lại theo UTF-8."),
            format!("{en} is not UTF-8 from line {line}. Save it as UTF-8."),
        )
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}

/// The plan in a file, for commands whose work is not to find its errors.
///
/// # Errors
/// It cannot be read, or is no plan; then all that is wrong with it, as `phieu check` says it.
pub fn plan(path: &str) -> Result<Plan, Failure> {
    plan_of(path, &text(path)?)
}

/// The plan that a file's text is.
///
/// # Errors
/// As [`plan`].
pub fn plan_of(path: &str, text: &str) -> Result<Plan, Failure> {
    Plan::parse(text).map_err(|errors| no_plan(path, errors))
}

fn no_plan(path: &str, errors: Vec<PlanError>) -> Failure {
    let (vi, en) = (named(path, Lang::Vi), named(path, Lang::En));
    let failure = Failure::new(
        format!("{vi} không phải là kế hoạch đúng định dạng:"),
        format!("{en} is no plan:"),
    );
    failure.with(errors)
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
    if let (Ok(date), Ok(time)) = (Date::parse_iso(day), Time::parse_iso(hour)) {
        return Ok(Instant::at(date, time, plan.offset));
    }
    let kinds = [
        "2023-02-27",
        "2023-02-27T08:00",
        "2023-02-27T08:00:00+07:00",
    ];
    let [day, hour, exact] = kinds;
    Err(Failure::new(
        format!("“{text}” không phải là thời điểm. Hãy ghi như {day}, {hour} hoặc {exact}."),
        format!("\"{text}\" is no moment. Write it as {day}, {hour} or {exact}."),
    ))
}

/// The duty of that identity.
///
/// # Errors
/// The plan has none; then which it has.
pub fn duty<'a>(plan: &'a Plan, asked: &str) -> Result<&'a Duty, Failure> {
    plan.duty(asked).ok_or_else(|| {
        let known = duties(plan);
        Failure::new(
            format!(
                "Kế hoạch không có chế độ báo cáo “{asked}”. Các mã có trong kế hoạch: {known}."
            ),
            format!("The plan has no duty \"{asked}\". Give one that it has: {known}."),
        )
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
        [] => Err(no_unit(plan, asked)),
        several => {
            let (vi, en) = units(several);
            Err(Failure::new(
                format!("“{asked}” khớp với nhiều đơn vị. Hãy ghi một trong các mã sau:{vi}"),
                format!("\"{asked}\" fits several units. Give one of these ids:{en}"),
            ))
        }
    }
}

/// The plan has no such unit; then which it has, to be named by id or by a part of the name.
#[must_use]
pub fn no_unit(plan: &Plan, asked: &str) -> Failure {
    unknown(
        plan,
        asked,
        ("mã, hoặc một phần tên,", "the id, or a part of the name,"),
    )
}

/// The plan has no unit of that id; then which it has.
#[cfg(feature = "collector")]
#[must_use]
pub fn no_id(plan: &Plan, asked: &str) -> Failure {
    unknown(plan, asked, ("mã", "the id"))
}

fn unknown(plan: &Plan, asked: &str, (by, how): (&str, &str)) -> Failure {
    let (vi, en) = units(&plan.units.iter().collect::<Vec<_>>());
    Failure::new(
        format!(
            "Kế hoạch không có đơn vị “{asked}”. Hãy ghi {by} của một trong các đơn vị sau:{vi}"
        ),
        format!("The plan has no unit \"{asked}\". Give {how} of one of these:{en}"),
    )
}

/// Units, each on a line, in both languages.
fn units(units: &[&Unit]) -> (String, String) {
    let shown = units.iter().take(LISTED);
    let lines: String = shown
        .map(|unit| format!("\n  {}  {}", unit.id, unit.name))
        .collect();
    match units.len().saturating_sub(LISTED) {
        0 => (lines.clone(), lines),
        more => (
            format!("{lines}\n  … và {more} đơn vị khác"),
            format!("{lines}\n  … and {more} others"),
        ),
    }
}
