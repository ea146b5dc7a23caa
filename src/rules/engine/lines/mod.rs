//! Many reports at once, from NDJSON: one report a line, checked from the bytes.
//!
//! A line is read without copying what it holds, and its sheet is kept for the next line of the same
//! duty, unit and period. A line that cannot be read so (malformed, beyond a bound) is read again as a
//! single report, so that its findings are the same as anywhere else.

mod line;

use super::compiled::{Compiled, InTurn};
use super::context::Context;
use super::entries::ActivityEntry;
use super::read_report::assemble;
use super::sheet::Sheet;
use super::verdict::{check_report, explained, other_plan};
use crate::calendar::Period;
use crate::finding::{Finding, Kind, Path, sort};
use crate::plan::{Id, Plan, Template, Unit};
use crate::read::Lines;
use crate::report::{Report, Words, stand_once};
use crate::rules::tables;
use line::{Line, is_within_bounds};
use std::sync::Arc;

/// The most sheets kept at a time; beyond it the keeping starts anew.
const MAX_SHEETS: usize = 10_000;

/// Checks every line of `bytes` as a report of `plan`, and hands its findings, sorted, to `each`
/// together with the line's number, counted from 1. Blank lines are passed over; a line that is wrong
/// never stops the rest. Gives the number of reports read.
pub fn check_lines(
    plan: &Plan,
    bytes: &[u8],
    context: &Context<'_>,
    each: impl FnMut(usize, &[Finding]),
) -> usize {
    ManyReports::of(plan).check(bytes, context, each)
}

/// Reports of a plan that come in pieces, each of which ends where a line does.
pub struct ManyReports<'p> {
    sheets: Sheets<'p>,
    lines: Lines,
}

impl<'p> ManyReports<'p> {
    /// None yet.
    #[must_use]
    pub fn of(plan: &'p Plan) -> Self {
        Self {
            sheets: Sheets {
                plan,
                forms: Vec::new(),
                sheets: Vec::new(),
                last: 0,
            },
            lines: Lines::default(),
        }
    }

    /// Checks the lines of the next piece, as [`check_lines`] does those of all.
    pub fn check(
        &mut self,
        piece: &[u8],
        context: &Context<'_>,
        mut each: impl FnMut(usize, &[Finding]),
    ) -> usize {
        let (sheets, mut findings, mut count) = (&mut self.sheets, Vec::new(), 0);
        self.lines.each(piece, |number, line| {
            count += 1;
            findings.clear();
            check_line(sheets, line, context, &mut findings);
            each(number, &findings);
        });
        count
    }
}

fn check_line(
    sheets: &mut Sheets<'_>,
    bytes: &[u8],
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) {
    // Known to be UTF-8 as a whole, it is not looked at text by text.
    let line = std::str::from_utf8(bytes).ok();
    let line = line.and_then(|text| serde_json::from_str::<Line<'_>>(text).ok());
    let line = line.filter(is_within_bounds);
    if line.and_then(|line| judge(sheets, &line, context, findings)) == Some(()) {
        return;
    }
    match Report::parse(bytes) {
        Ok(report) => findings.extend(check_report(sheets.plan, &report, context)),
        Err(malformed) => findings.push(malformed),
    }
}

/// Judges a line; not one in which a figure stands twice, of which the single reading says what is wrong.
fn judge(
    sheets: &mut Sheets<'_>,
    line: &Line<'_>,
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) -> Option<()> {
    let keys = line.figures.0.iter().map(|(key, _)| &**key);
    let sheet = if line.plan.words() == sheets.plan.id.as_str() {
        sheets.sheet(line.duty.words(), line.unit.words(), line.period)
    } else {
        Err(other_plan())
    };
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(finding) if stand_once(keys.clone()) => {
            findings.push(finding);
            return Some(());
        }
        Err(_) => return None,
    };
    let inputs = inputs(sheet.compiled(), keys)?;
    let figures = line.figures.0.iter().zip(inputs);
    let figures = figures.map(|((key, raw), input)| (&**key, input, raw.clone()));
    let activities = line
        .activities
        .iter()
        .map(ActivityEntry::of_report)
        .collect();
    let mut entries = assemble(sheet.compiled(), figures, activities);
    entries
        .strays
        .extend(sheet.pinned(line.plan.words(), line.plan_version));
    sheet.run_all(&entries, context, findings);
    tables(sheet, &entries, context, findings);
    if context.sending {
        explained(findings, |warning| {
            line.explanations
                .iter()
                .any(|explanation| explanation.explains(warning))
        });
    }
    sort(findings);
    Some(())
}

/// The first input of each figure, where it has one; nothing where a figure stands twice.
fn inputs<'k>(
    compiled: &Compiled,
    keys: impl Iterator<Item = &'k str> + Clone,
) -> Option<Vec<Option<usize>>> {
    let mut in_turn = InTurn::of(compiled);
    let mut is_taken = vec![false; compiled.inputs.len()];
    let mut inputs = Vec::with_capacity(is_taken.len());
    for key in keys.clone() {
        let input = in_turn.find(key);
        if let Some(is_taken) = input.and_then(|input| is_taken.get_mut(input))
            && std::mem::replace(is_taken, true)
        {
            return None;
        }
        inputs.push(input);
    }
    let are_asked = inputs.iter().all(Option::is_some);
    (are_asked || stand_once(keys)).then_some(inputs)
}

/// Sheets that were needed before, sorted by duty, unit and period.
struct Sheets<'p> {
    plan: &'p Plan,
    /// The forms, each with what of it is asked.
    forms: Vec<(Asked, Arc<Compiled>)>,
    sheets: Vec<Sheet>,
    /// The place of the sheet used last.
    last: usize,
}

impl Sheets<'_> {
    fn sheet(&mut self, duty: &str, unit: &str, period: Period) -> Result<&Sheet, Finding> {
        let order = |sheet: &Sheet| {
            sheet
                .duty()
                .cmp(duty)
                .then_with(|| sheet.unit().cmp(unit))
                .then_with(|| sheet.period().cmp(&period))
        };
        let known = if self
            .sheets
            .get(self.last)
            .is_some_and(|sheet| order(sheet).is_eq())
        {
            Ok(self.last)
        } else {
            self.sheets.binary_search_by(order)
        };
        let place = match known {
            Ok(place) => place,
            Err(mut place) => {
                let (plan, forms) = (self.plan, &mut self.forms);
                let sheet = Sheet::with(plan, duty, unit, period, |template, unit| {
                    compiled(plan, forms, template, (unit, period))
                })?;
                if self.sheets.len() >= MAX_SHEETS {
                    self.sheets.clear();
                    place = 0;
                }
                self.sheets.insert(place, sheet);
                place
            }
        };
        self.last = place;
        // The place was found or filled just now.
        self.sheets
            .get(place)
            .ok_or_else(|| Finding::error(Path::top("period"), Kind::ReportUnknownPeriod))
    }
}

/// A form's identity, and of each of its sections and fields whether it concerns who is asked, and when.
type Asked = (Id, Vec<bool>);

/// What a form asks of a unit for a period, compiled once for all of whom it asks the same.
fn compiled(
    plan: &Plan,
    forms: &mut Vec<(Asked, Arc<Compiled>)>,
    template: &Template,
    (unit, period): (&Unit, Period),
) -> Arc<Compiled> {
    let sections = template.sections.iter();
    let concerned = sections.flat_map(|section| {
        let fields = section.fields.iter();
        std::iter::once(section.concerns(unit, period))
            .chain(fields.map(|field| field.concerns(unit, period)))
    });
    let asked = (template.id.clone(), concerned.collect());
    if let Some((_, form)) = forms.iter().find(|(there, _)| *there == asked) {
        return Arc::clone(form);
    }
    let form = Arc::new(Compiled::new(plan, template, unit, period));
    forms.push((asked, Arc::clone(&form)));
    form
}
