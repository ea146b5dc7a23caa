//! A plan prepared for taking reports in: which unit, duty and period a report belongs to, and which of
//! its figures count.

use super::narratives::most_told;
use super::parts::{Part, TablePart};
use crate::calendar::Period;
use crate::plan::{Duty, Id, Only, Plan, Template, Unit};
use crate::schedule::{Occasion, occasion_of, occasions_of_all, opened_by_all};
use crate::value::RollUp;
use std::collections::BTreeMap;

/// With how many reports of each unit that it opens by itself the room for answers in words is shared out: few open as many as they
/// can, and many units would leave no room for any of them.
const OPENED: usize = 10;

/// Where a report belongs, by places in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub unit: usize,
    pub column: usize,
}

/// The prepared plan.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    units: Places,
    duties: Places,
    /// Which duty binds which unit: duty by duty, in each the units in order.
    bound: Vec<bool>,
    pub forms: Vec<Form>,
    /// The occasions, whoever owes them: the duties in the plan's order, each period in order.
    pub columns: Vec<Column>,
    /// What adds up of tables. The place of each as a figure follows those of all indicators.
    pub parts: Vec<Part>,
    /// The most bytes that are kept of one answer in words.
    pub most_told: usize,
}

/// One occasion, whoever owes it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub duty: usize,
    pub form: usize,
    pub occasion: Occasion,
}

/// What of a form can be rolled up.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    /// The indicators asked, by identity, each with its place in the plan.
    inputs: Vec<(Box<str>, usize)>,
    /// Of the tables asked, by the place of the table's indicator, the inputs that are their parts.
    parts: Vec<(usize, usize, TablePart)>,
    /// The places of all inputs' figures, in order.
    asked: Vec<usize>,
    /// Of those that are not asked of everybody at any time, by their places in the plan, whom and when.
    only: Vec<(usize, Vec<Only>)>,
    /// The indicators answered in words, by identity, each with its place in the plan.
    narratives: Vec<(Box<str>, usize)>,
}

impl Form {
    fn new(plan: &Plan, parts: &[Part], template: &Template) -> Self {
        let fields = template.sections.iter().flat_map(|section| {
            let of = section.only.as_deref();
            section.fields.iter().map(move |field| (of, field))
        });
        let (mut inputs, mut narratives, mut only) = (Vec::new(), Vec::new(), Vec::new());
        let ids = plan.indicators.iter().map(|one| &one.id);
        let places: BTreeMap<&Id, usize> = ids.zip(0..).collect();
        for (of, field) in fields {
            let place = places.get(&field.indicator).copied();
            let asked = place.and_then(|place| Some((place, plan.indicators.get(place)?)));
            let Some((place, indicator)) = asked else {
                continue;
            };
            let list = match indicator.measure.roll_up() {
                RollUp::Never => continue,
                RollUp::Told | RollUp::Rows(_) => &mut narratives,
                _ => &mut inputs,
            };
            list.push((Box::from(indicator.id.as_str()), place));
            let conditions = of.into_iter().chain(field.only.as_deref());
            let conditions: Vec<Only> = conditions.cloned().collect();
            // Those of one table stand together, in the order of the tables.
            let from = parts.partition_point(|part| part.indicator < place);
            let own = parts.iter().skip(from);
            let own = own.take_while(|part| part.indicator == place).count();
            let first = plan.indicators.len() + from;
            for (at, part) in (first..).take(own).enumerate() {
                // No identity holds a tab: no report can name it.
                let key = [indicator.id.as_str(), "\t", &at.to_string()].concat();
                inputs.push((Box::from(key), part));
                only.push((part, conditions.clone()));
            }
            only.push((place, conditions));
        }
        for list in [&mut inputs, &mut narratives] {
            list.sort_unstable();
            list.dedup();
        }
        only.retain(|(_, conditions): &(usize, Vec<Only>)| !conditions.is_empty());
        only.sort_by_key(|(place, _)| *place);
        let part_of = |(input, (_, place)): (usize, &(Box<str>, usize))| {
            let part = parts.get(place.checked_sub(plan.indicators.len())?)?;
            Some((part.indicator, input, part.of))
        };
        let mut parts: Vec<_> = inputs.iter().enumerate().filter_map(part_of).collect();
        parts.sort_by_key(|(indicator, input, _)| (*indicator, *input));
        let mut asked: Vec<usize> = inputs.iter().map(|(_, place)| *place).collect();
        asked.sort_unstable();
        Self {
            inputs,
            parts,
            asked,
            only,
            narratives,
        }
    }

    /// How many questions are answered in words.
    fn asks_words(&self) -> usize {
        self.narratives.len()
    }

    /// The place in the plan of an indicator that is answered in words.
    pub fn narrative(&self, key: &str) -> Option<usize> {
        let found = self.narratives.binary_search_by(|(id, _)| (**id).cmp(key));
        self.narratives.get(found.ok()?).map(|(_, place)| *place)
    }

    pub fn len(&self) -> usize {
        self.inputs.len()
    }

    /// The input of that indicator. Reports are written in sorted order, so the next is tried first.
    pub fn input(&self, key: &str, next: usize) -> Option<usize> {
        if self.inputs.get(next).is_some_and(|(id, _)| **id == *key) {
            return Some(next);
        }
        self.inputs.binary_search_by(|(id, _)| (**id).cmp(key)).ok()
    }

    /// The inputs that are parts of a table.
    pub fn parts(&self, table: usize) -> impl Iterator<Item = (usize, TablePart)> {
        let from = self.parts.partition_point(|(of, ..)| *of < table);
        let of_table = self.parts.iter().skip(from);
        let of_table = of_table.take_while(move |(of, ..)| *of == table);
        of_table.map(|(_, input, part)| (*input, *part))
    }

    /// The place of an input's figure: that of its indicator in the plan, or of a part of a table.
    pub fn indicator(&self, input: usize) -> Option<usize> {
        self.inputs.get(input).map(|(_, place)| *place)
    }

    pub fn asks(&self, indicator: usize) -> bool {
        self.asked.binary_search(&indicator).is_ok()
    }

    /// Of whom and when an indicator is asked that the form asks; of everybody where there is nothing.
    pub fn only(&self, indicator: usize) -> &[Only] {
        let found = self
            .only
            .binary_search_by_key(&indicator, |(place, _)| *place);
        let found = found.ok().and_then(|at| self.only.get(at));
        found.map_or(&[], |(_, only)| only)
    }
}

impl Frame {
    pub fn new(plan: &Plan) -> Self {
        let form_of = |template: &str| plan.templates.iter().position(|one| one.id == *template);
        let columns = plan.duties.iter().enumerate().flat_map(|(duty, one)| {
            let form = form_of(one.template.as_str()).unwrap_or(usize::MAX);
            let mut occasions = occasions_of_all(plan, one);
            occasions.extend(opened_by_all(plan, one));
            occasions.sort_by_key(|occasion| occasion.period);
            occasions.into_iter().map(move |occasion| Column {
                duty,
                form,
                occasion,
            })
        });
        let bound = plan
            .duties
            .iter()
            .flat_map(|duty| plan.units.iter().map(|unit| duty.by.chooses(unit)));
        let columns: Vec<Column> = columns.collect();
        let parts = Part::all(plan);
        let forms: Vec<Form> = (plan.templates.iter())
            .map(|template| Form::new(plan, &parts, template))
            .collect();
        let told = |column: &Column| {
            let duty = plan.duties.get(column.duty);
            let is_opened = duty.is_some_and(|duty| duty.on_demand().is_some());
            let reports = if is_opened { OPENED } else { 1 };
            forms.get(column.form).map_or(0, Form::asks_words) * reports
        };
        let told: usize = columns.iter().map(told).sum();
        Self {
            most_told: most_told(told.saturating_mul(plan.units.len())),
            units: Places::of(plan.units.iter().map(|unit| unit.id.as_str())),
            duties: Places::of(plan.duties.iter().map(|duty| duty.id.as_str())),
            bound: bound.collect(),
            forms,
            columns,
            parts,
        }
    }

    /// Where a report of that unit, duty and period belongs; none where the unit owes no such report.
    pub fn address(&self, plan: &Plan, unit: &str, duty: &str, period: Period) -> Option<Address> {
        let (unit, duty) = (self.units.find(unit)?, self.duties.find(duty)?);
        let rule = plan.duties.get(duty).and_then(Duty::on_demand);
        let of = match rule {
            Some(rule) => {
                let (duty, unit) = (plan.duties.get(duty)?, plan.units.get(unit)?);
                occasion_of(plan, duty, unit, period)?;
                rule.days(plan)
            }
            None => period,
        };
        let column = self
            .columns
            .binary_search_by(|column| (column.duty, column.occasion.period).cmp(&(duty, of)))
            .ok()?;
        self.owes(plan, unit, column)
            .then_some(Address { unit, column })
    }

    /// The place of the unit above; none where the plan has none.
    pub fn above(&self, unit: &Unit) -> Option<usize> {
        self.units.find(unit.parent.as_ref()?.as_str())
    }

    /// Whether the unit owes the occasion, waived or not.
    pub fn owes(&self, plan: &Plan, unit: usize, column: usize) -> bool {
        let Some(one) = self.columns.get(column) else {
            return false;
        };
        let binds = self.bound.get(one.duty * plan.units.len() + unit);
        binds.is_some_and(|binds| *binds)
            && plan
                .units
                .get(unit)
                .is_some_and(|unit| one.occasion.is_owed_by(unit))
    }

    /// The duty of a column of reports that units open by themselves; none of any other.
    pub fn on_demand<'p>(&self, plan: &'p Plan, column: usize) -> Option<&'p Duty> {
        let duty = plan.duties.get(self.columns.get(column)?.duty)?;
        duty.on_demand().is_some().then_some(duty)
    }

    pub fn form(&self, column: usize) -> Option<&Form> {
        self.forms.get(self.columns.get(column)?.form)
    }

    /// Whether an occasion asks that unit for the indicator, as far as no answer decides.
    pub fn asks_of(&self, unit: &Unit, column: usize, indicator: usize) -> bool {
        let Some(one) = self.columns.get(column) else {
            return false;
        };
        self.forms.get(one.form).is_some_and(|form| {
            form.asks(indicator) && concerns(form.only(indicator), unit, one.occasion.period)
        })
    }

    /// Whether an occasion asks somebody for the indicator.
    pub fn asks(&self, column: usize, indicator: usize) -> bool {
        self.form(column).is_some_and(|form| form.asks(indicator))
    }
}

/// Whether all of it holds for a unit and a period.
pub(super) fn concerns(only: &[Only], unit: &Unit, period: Period) -> bool {
    only.iter().all(|only| only.concerns(unit, period))
}

/// The places of identities in a list of the plan.
#[derive(Clone, Debug)]
struct Places(Vec<(Box<str>, usize)>);

impl Places {
    fn of<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut places: Vec<(Box<str>, usize)> = ids
            .enumerate()
            .map(|(place, id)| (id.into(), place))
            .collect();
        places.sort_unstable();
        Self(places)
    }

    fn find(&self, id: &str) -> Option<usize> {
        let found = self.0.binary_search_by(|(one, _)| (**one).cmp(id)).ok()?;
        self.0.get(found).map(|(_, place)| *place)
    }
}
