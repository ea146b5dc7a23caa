//! The light plan: what the form needs, without what only the office and the lint read.

use super::{Document, ListedPeriod, Plan, Schedule, Source};

/// Makes the light plan (bản gọn) that a form loads first. It keeps its identity and version, so that
/// drafts and reports fit both, and every duty, field, target, activity and rule works as before.
///
/// Left out are the quotes of the document, the places of what the form does not show (period, units,
/// indicators, rules), why a target is read as it is, milestones, and all of the document but its header and whom to ask.
/// Statements of a duty that do not apply stay: a unit is told where the document names another deadline.
#[must_use]
pub fn publish(plan: &Plan) -> Plan {
    let mut light = plan.clone();
    light.period_source = None;
    light.milestones.clear();
    light.document = light.document.map(|document| Box::new(header(*document)));
    for unit in &mut light.units {
        unit.source = None;
    }
    for attribute in &mut light.attributes {
        attribute.source = None;
    }
    for indicator in &mut light.indicators {
        indicator.source = None;
    }
    for rule in &mut light.rules {
        rule.source = None;
    }
    for scoring in &mut light.scorings {
        unquote(&mut scoring.source);
    }
    for target in &mut light.targets {
        target.why = None;
        unquote(&mut target.source);
    }
    for group in &mut light.alternatives {
        unquote(&mut group.source);
    }
    for activity in &mut light.activities {
        unquote(&mut activity.source);
    }
    for template in &mut light.templates {
        unquote(&mut template.source);
    }
    for duty in &mut light.duties {
        unquote(&mut duty.source);
        for stated in &mut duty.schedules {
            unquote(&mut stated.source);
            // The milestones are left out, and so are days that follow from them.
            if let Schedule::Event(event) = &stated.schedule {
                let made =
                    |period| ListedPeriod::made(plan, period, event.label.clone(), event.deadline);
                let listed: Vec<ListedPeriod> = event.periods(plan).into_iter().map(made).collect();
                if !listed.is_empty() {
                    stated.schedule = Schedule::Listed(listed);
                }
            }
        }
        for waiver in &mut duty.waivers {
            unquote(&mut waiver.source);
        }
        for extension in &mut duty.extensions {
            unquote(&mut extension.source);
        }
    }
    light
}

fn unquote(source: &mut Source) {
    source.quote = None;
}

/// Its header, and whom to ask.
fn header(document: Document) -> Document {
    Document {
        headings: Vec::new(),
        bases: Vec::new(),
        purposes: Vec::new(),
        requirements: Vec::new(),
        tasks: Vec::new(),
        slogans: Vec::new(),
        recipients: Vec::new(),
        ..document
    }
}
