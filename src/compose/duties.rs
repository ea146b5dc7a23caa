//! A duty out of a proposal, or a new one, with a form of its own.

use super::cells::{duty, figure, schedule};
use super::follows;
use super::forms::{self, source};
use super::groups::{group_of, of_level, reporters};
use super::ids;
use super::proposed::{found, quoted};
use super::state::{Composition, Row};
use crate::plan::{Duty, Id, Indicator, Measure, Selector};
use crate::reading::DutyProposal;
use crate::text::single_line;
use std::sync::Arc;

/// Adds the duty of a proposal.
pub(super) fn add(made: &mut Composition, proposal: &DutyProposal) {
    let name = single_line(&proposal.name)
        .replace('*', "")
        .trim()
        .to_owned();
    let by = match group_of(&made.base.levels, &proposal.by) {
        Some(level) => of_level(&level.id),
        None => reporters(&made.base),
    };
    let row = new(made, &name, by);
    let Some(mut duty) = row else { return };
    duty.channels.clone_from(&proposal.channels);
    if let Some(first) = proposal.schedules.first() {
        duty.applies = first.id.clone();
        duty.schedules.clone_from(&proposal.schedules);
        follows::named(made, &mut duty);
        let issued = made
            .base
            .document
            .as_ref()
            .and_then(|document| document.issued);
        for stated in &mut duty.schedules {
            if let crate::plan::Schedule::Listed(listed) = &mut stated.schedule {
                told_apart(listed);
                for one in listed {
                    schedule::open_before(one, issued);
                }
            }
        }
    }
    if let Some(kind) = duty::kind_of(&name, duty.schedule().map(|stated| &stated.schedule)) {
        duty.kind = kind;
    }
    duty.source = quoted(&proposal.section, &proposal.quote);
    let found = found(
        proposal.start,
        proposal.end,
        proposal.grade,
        &proposal.reasons,
    );
    Arc::make_mut(&mut made.duties).push(Row::proposed(duty, found));
}

/// Of two that cover the same days the first: reports of them could not be told apart.
fn told_apart(listed: &mut Vec<crate::plan::ListedPeriod>) {
    let mut seen = Vec::new();
    listed.retain(|one| {
        let is_new = !seen.contains(&one.period);
        seen.push(one.period);
        is_new
    });
}

/// A duty with a form of its own, over the plan's days.
pub(super) fn new(made: &mut Composition, name: &str, by: Selector) -> Option<Duty> {
    let taken = |id: &str| {
        super::state::row(&made.duties, id).is_some()
            || made.forms.iter().any(|form| form.template.id == *id)
    };
    let id = ids::made(name, "bao-cao", taken);
    let contact = contact(made);
    let form = forms::new(id.clone(), name, &contact);
    Arc::make_mut(&mut made.forms).push(form);
    let stated = Id::new("stated").ok()?;
    let document = made.base.document.as_deref();
    let to = document
        .map(|document| document.issuer.clone())
        .filter(|issuer| !issuer.is_empty());
    let period = made.base.period;
    let listed = crate::plan::Schedule::Listed(vec![schedule::one_period(period)]);
    Some(Duty {
        name: name.to_owned(),
        kind: duty::kind_of(name, None)?,
        by,
        to,
        channels: Vec::new(),
        schedules: vec![crate::plan::StatedSchedule {
            id: stated.clone(),
            schedule: listed,
            units: None,
            source: source(forms::OUTSIDE),
        }],
        applies: stated,
        why: None,
        moved: None,
        extensions: Vec::new(),
        template: id.clone(),
        waivers: Vec::new(),
        gathers: false,
        due_soon_hours: 48,
        source: source(forms::OUTSIDE),
        id,
    })
}

/// How the office reaches whoever reported; made once.
pub(super) fn contact(made: &mut Composition) -> Vec<Id> {
    let asked: [(&str, &str, Measure); 3] = [
        (
            "nguoi-bao-cao-chuc-vu",
            "Chức vụ của người báo cáo",
            crate::value::TextMeasure {
                max: 100,
                lines: false,
            }
            .into(),
        ),
        (
            "nguoi-bao-cao-dien-thoai",
            "Điện thoại của người báo cáo",
            crate::value::PhoneMeasure.into(),
        ),
        (
            "nguoi-bao-cao-thu-dien-tu",
            "Thư điện tử của người báo cáo",
            crate::value::EmailMeasure.into(),
        ),
    ];
    let mut ids = Vec::new();
    for (id, label, measure) in asked {
        let Ok(id) = Id::new(id) else { continue };
        ids.push(id.clone());
        if super::state::row(&made.indicators, id.as_str()).is_some() {
            continue;
        }
        Arc::make_mut(&mut made.indicators).push(Row::own(Indicator {
            id,
            label: label.to_owned(),
            hint: None,
            combine: figure::combine_of(&measure),
            measure: Arc::new(measure),
            least: None,
            most: None,
            plausible: None,
            estimates: false,
            tally: None,
            source: None,
        }));
    }
    ids
}
