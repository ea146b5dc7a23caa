//! The rows as the page shows them, each in a line of words.

use super::follows;
use super::forms;
use super::groups;
use super::paper::name;
use super::state::{Composition, Decided, Found, List, Named, Row, row};
use crate::message;
use crate::plan::{Duty, Indicator, Source};
use crate::reading::Grade;
use crate::text::{Both, Lang};
use serde::Serialize;

/// A composition in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CompositionView {
    /// The plan as a whole.
    pub head: HeadView,
    /// Levels, sectors, units, targets, figures, duties, activities, in this order.
    pub rows: Vec<PlanRow>,
    /// Sentences of the document that are not used.
    pub unused: Vec<RestView>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to do again.
    pub can_redo: bool,
}

/// The plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeadView {
    /// Its identity.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: String,
    /// Its document and days.
    pub about: String,
    /// Whether it came out of a document.
    pub has_document: bool,
    /// Whether its days are known.
    pub has_days: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// The list.
    pub list: String,
    /// Its identity.
    pub id: String,
    /// Proposed, confirmed or discarded.
    pub standing: Decided,
    /// How far the proposal can be trusted; none of what a person added.
    pub grade: Option<Grade>,
    /// That in words.
    pub graded: Option<String>,
    /// What it is called.
    pub title: String,
    /// What the plan makes of it: "Chỉ tiêu mỗi đơn vị: ít nhất 1 hoạt động".
    pub says: String,
    /// Where it stands in the document.
    pub section: String,
    /// The words of the document.
    pub quote: Option<String>,
    /// Why it is read so.
    pub reasons: Vec<String>,
    /// Whether it has been corrected.
    pub corrected: bool,
    /// How many cells are not understood.
    pub wrong: usize,
}

/// A sentence that is not used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RestView {
    /// Its place in the list.
    pub id: String,
    /// Its words.
    pub quote: String,
    /// Why it is listed.
    pub why: String,
    /// Whether a person is done with it.
    pub done: bool,
}

const UNTIL: Both = Both {
    vi: "chưa rõ ngày",
    en: "days unknown",
};
const NO_DAY: Both = Both {
    vi: "không nêu ngày",
    en: "no day",
};
const PERIODS: Both = Both {
    vi: " kỳ, kỳ đầu ",
    en: " periods, the first ",
};
const ONE: Both = Both {
    vi: "1 kỳ, ",
    en: "1 period, ",
};
const NO_DEADLINE: Both = Both {
    vi: "không có hạn gửi",
    en: "no deadline",
};
const EXPECTED: Both = Both {
    vi: " (dự kiến)",
    en: " (expected)",
};

/// The composition in words.
pub(super) fn view(
    made: &Composition,
    can_undo: bool,
    can_redo: bool,
    lang: Lang,
) -> CompositionView {
    let mut rows = Vec::new();
    groups_of(&mut rows, made);
    for unit in made.units.iter() {
        let level = groups::of_level(&unit.item.level);
        let says = groups::words(&made.base, &level, lang);
        let sector = unit.item.sector.as_ref();
        let sector = sector.and_then(|id| made.base.sectors.iter().find(|one| one.id == *id));
        let says = match sector {
            Some(sector) => [&says, ", ", &sector.name].concat(),
            None => says,
        };
        rows.push(row_view(
            List::Units,
            unit,
            &unit.item.name,
            says,
            unit.item.source.as_ref(),
            lang,
        ));
    }
    for target in made.targets.iter() {
        let indicator = row(&made.indicators, target.item.indicator.as_str());
        let says = indicator
            .map(|own| message::target(&target.item, &own.item, &made.base.attributes, lang));
        let says = says.unwrap_or_default();
        let source = Some(&target.item.source);
        rows.push(row_view(
            List::Targets,
            target,
            &target.item.text,
            says,
            source,
            lang,
        ));
    }
    for figure in made.indicators.iter().filter(|row| !follows(made, row)) {
        let says = figure_words(&figure.item, lang);
        rows.push(row_view(
            List::Figures,
            figure,
            &figure.item.label,
            says,
            figure.item.source.as_ref(),
            lang,
        ));
    }
    for duty in made.duties.iter() {
        let says = duty_words(made, &duty.item, lang);
        let source = Some(&duty.item.source);
        rows.push(row_view(
            List::Duties,
            duty,
            &duty.item.name,
            says,
            source,
            lang,
        ));
    }
    for activity in made.activities.iter() {
        let when = activity.item.when.first();
        let says = when.map(|when| {
            let (from, to) = when.applies();
            let period = crate::calendar::Period::new(from, to).ok();
            let days = period
                .map(|period| message::period(&period, lang))
                .unwrap_or_default();
            let sure = if when.certainty.is_exact() {
                ""
            } else {
                EXPECTED.of(lang)
            };
            [&*days, sure].concat()
        });
        let says = says.unwrap_or_else(|| NO_DAY.of(lang).to_owned());
        let source = Some(&activity.item.source);
        rows.push(row_view(
            List::Activities,
            activity,
            &activity.item.title,
            says,
            source,
            lang,
        ));
    }
    let unused = made.unused.iter().enumerate().map(|(at, rest)| RestView {
        id: at.to_string(),
        quote: rest.quote.clone(),
        why: rest.why.clone(),
        done: rest.done,
    });
    CompositionView {
        head: head(made, lang),
        rows,
        unused: unused.collect(),
        can_undo,
        can_redo,
    }
}

fn head(made: &Composition, lang: Lang) -> HeadView {
    let plan = &made.base;
    let document = plan.document.as_deref();
    let document = document
        .filter(|document| !document.kind.is_empty())
        .map(|document| {
            message::document(
                &document.kind,
                document.number.as_deref(),
                document.issued,
                lang,
            )
        });
    let days = match made.period() {
        Some(period) => message::period(&period, lang),
        None => UNTIL.of(lang).to_owned(),
    };
    HeadView {
        id: plan.id.as_str().to_owned(),
        version: plan.version,
        title: plan.title.clone(),
        about: match document {
            Some(document) => [&document, "; ", &days].concat(),
            None => days,
        },
        has_document: !made.text.is_empty(),
        has_days: made.has_period,
    }
}

fn groups_of(rows: &mut Vec<PlanRow>, made: &Composition) {
    for (list, groups) in [
        (List::Levels, &made.base.levels),
        (List::Sectors, &made.base.sectors),
    ] {
        for group in groups {
            rows.push(PlanRow {
                list: name(list).to_owned(),
                id: group.id.as_str().to_owned(),
                standing: Decided::Confirmed,
                grade: None,
                graded: None,
                title: group.name.clone(),
                says: String::new(),
                section: String::new(),
                quote: None,
                reasons: Vec::new(),
                corrected: false,
                wrong: 0,
            });
        }
    }
}

fn row_view<T: Named>(
    list: List,
    row: &Row<T>,
    title: &str,
    says: String,
    source: Option<&Source>,
    lang: Lang,
) -> PlanRow {
    let found = row.found.as_ref();
    PlanRow {
        list: name(list).to_owned(),
        id: row.item.id().as_str().to_owned(),
        standing: row.standing,
        grade: found.map(|found: &Found| found.grade),
        graded: found.map(|found| found.grade.words().of(lang).to_owned()),
        title: title.to_owned(),
        says,
        section: source
            .map(|source| source.section.clone())
            .unwrap_or_default(),
        quote: source.and_then(|source| source.quote.clone()),
        reasons: found.map(|found| found.reasons.clone()).unwrap_or_default(),
        corrected: row.corrected,
        wrong: row.typed.len(),
    }
}

/// Whether a figure is shown with its target.
fn follows(made: &Composition, row: &Row<Indicator>) -> bool {
    made.targets
        .iter()
        .any(|target| target.item.indicator == row.item.id)
}

pub(super) fn figure_words(indicator: &Indicator, lang: Lang) -> String {
    let kind = indicator.measure.control().kind;
    let words = super::words::named(super::words::KINDS, kind, lang);
    let kind = words
        .into_iter()
        .find(|one| one.chosen)
        .map(|one| one.label);
    let kind = kind.unwrap_or_default();
    match indicator.measure.noun() {
        Some(noun) if !noun.is_empty() => [&kind, ": ", noun].concat(),
        _ => kind,
    }
}

fn duty_words(made: &Composition, duty: &Duty, lang: Lang) -> String {
    let by = groups::words(&made.base, &duty.by, lang);
    let listed = match (duty.schedule(), made.has_period) {
        (Some(stated), true) => follows::listed(made, &stated.schedule),
        _ => Vec::new(),
    };
    let Some(first) = listed.first() else {
        if let Some(rule) = duty.on_demand() {
            return [&by, ": ", &*message::when_opened(rule, lang)].concat();
        }
        return by;
    };
    let due = match &first.deadline {
        Some(deadline) => message::deadline(deadline, lang),
        None => NO_DEADLINE.of(lang).to_owned(),
    };
    let count = listed.len().to_string();
    let many: [&str; 2] = if listed.len() == 1 {
        ["", ONE.of(lang)]
    } else {
        [&count, PERIODS.of(lang)]
    };
    [&by, ": ", many[0], many[1], &due].concat()
}

/// What a row is called.
pub(super) fn title_of(made: &Composition, list: List, id: &str) -> String {
    let title = match list {
        List::Units => row(&made.units, id).map(|row| &row.item.name),
        List::Targets => row(&made.targets, id).map(|row| &row.item.text),
        List::Figures => row(&made.indicators, id).map(|row| &row.item.label),
        List::Duties => row(&made.duties, id).map(|row| &row.item.name),
        List::Activities => row(&made.activities, id).map(|row| &row.item.title),
        _ => None,
    };
    title.cloned().unwrap_or_default()
}

/// What a file of the plan is called.
pub(super) fn file_name(made: &Composition) -> String {
    [made.base.id.as_str(), ".json"].concat()
}

/// Whether the duty's form is asked for at all.
pub(super) fn activities_of(made: &Composition, duty: &Duty) -> &'static str {
    forms::of_duty(made, duty).map_or("none", |form| forms::activities_of(&form.template))
}
