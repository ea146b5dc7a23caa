//! A form on paper: all that a duty asks, to be filled in by hand where no device can.

use super::duties::due;
use super::view::{FieldView, SectionView};
use super::{Form, Request};
use crate::calendar::Period;
use crate::message;
use crate::plan::{Channel, Duty, Only, Plan, Unit};
use crate::rules::Past;
use crate::schedule::{Occasion, occasion_of, occasions_of, occasions_of_all};
use crate::text::{self, Lang};
use crate::value::{RollUp, done_id};
use std::rc::Rc;

/// A form on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// The plan's title.
    pub title: String,
    /// The document, for example "Kế hoạch số 03-KH/ĐTN, ngày 20/2/2023"; none where the plan tells of none.
    pub document_text: Option<String>,
    /// The duty's name.
    pub duty_name: String,
    /// The office that receives it.
    pub to: Option<String>,
    /// How the document wants it sent.
    pub channels: Vec<Channel>,
    /// The unit; none where the paper is for whoever owes the report.
    pub unit_name: Option<String>,
    /// The periods that it can be of.
    pub periods: Vec<BlankPeriod>,
    /// The sections, as a form shows them; what binds one unit alone stands on its own paper only.
    pub sections: Vec<BlankSection>,
}

/// A period of a form on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct BlankPeriod {
    /// Its name and its days.
    pub dated_text: String,
    /// Its deadline in words; none where the plan names none.
    pub deadline_text: Option<String>,
}

/// A section of a form on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct BlankSection {
    /// As a form shows it, without what it knows of the unit's own progress.
    pub view: SectionView,
    /// What is asked of each activity, where the section holds their list.
    pub columns: Vec<FieldView>,
}

/// The paper of a duty, of one unit or of all that owe it, for one period or for all of them. None where nobody owes it.
#[must_use]
pub fn blank(
    plan: &Rc<Plan>,
    duty: &Duty,
    unit: Option<&Unit>,
    period: Option<Period>,
    lang: Lang,
) -> Option<Blank> {
    let mut periods = unit.map_or_else(
        || occasions_of_all(plan, duty),
        |unit| occasions_of(plan, duty, unit),
    );
    periods
        .retain(|each| each.waived.is_none() && period.is_none_or(|period| each.period == period));
    // What units open by themselves has a day that is written by hand.
    if let Some(rule) = duty.on_demand() {
        let units = plan.units.iter();
        for each in units.filter(|each| unit.is_none_or(|unit| unit.id == each.id)) {
            let first = rule.days(plan).from();
            let any = Period::opened(each.from.map_or(first, |from| from.max(first)), 0);
            let known = periods.iter().any(|one| one.period == any);
            periods.extend(occasion_of(plan, duty, each, any).filter(|_| !known));
        }
    }
    let units = plan
        .units
        .iter()
        .filter(|each| unit.is_none_or(|unit| unit.id == each.id) && duty.by.chooses(each));
    let mut papers = units.filter_map(|unit| {
        let owed = periods.iter().find(|each| each.is_owed_by(unit))?;
        sections(plan, duty, unit, owed, lang)
    });
    let first = papers.next()?;
    let document = plan.document.as_deref();
    Some(Blank {
        title: plan.title.clone(),
        document_text: document.map(|document| {
            let number = document.number.as_deref();
            message::document(&document.kind, number, document.issued, lang)
        }),
        duty_name: duty.name.clone(),
        to: duty.to.clone(),
        channels: duty.channels.clone(),
        unit_name: unit.map(|unit| unit.name.clone()),
        sections: papers.fold(first, in_common),
        periods: periods
            .iter()
            .filter(|each| !each.period.is_opened())
            .map(|each| dated(duty, each, lang))
            .chain(on_demand(plan, duty, unit, lang))
            .collect(),
    })
}

/// What units open by themselves: on which days, and by when counted from the day that is written on the paper.
/// A unit with a deadline of its own has that; of an event the paper asks the day and hour.
fn on_demand(plan: &Plan, duty: &Duty, unit: Option<&Unit>, lang: Lang) -> Option<BlankPeriod> {
    let rule = duty.on_demand()?;
    let days = message::period(&rule.days(plan), lang);
    let when = match &rule.event {
        Some(event) => message::event_on_paper(event, lang),
        None => text::capital(&message::when_opened(rule, lang)),
    };
    Some(BlankPeriod {
        dated_text: [&*when, ", ", &days].concat(),
        deadline_text: due(duty, unit, lang),
    })
}

fn dated(duty: &Duty, occasion: &Occasion, lang: Lang) -> BlankPeriod {
    let days = message::period(&occasion.period, lang);
    BlankPeriod {
        dated_text: message::dated(
            message::unsaid(&duty.name, occasion.label.as_deref()),
            &days,
        ),
        deadline_text: message::due(occasion, lang),
    }
}

/// What the form of an occasion shows of a unit of which nothing is known.
fn sections(
    plan: &Rc<Plan>,
    duty: &Duty,
    unit: &Unit,
    owed: &Occasion,
    lang: Lang,
) -> Option<Vec<BlankSection>> {
    let request = Request {
        unit: unit.id.to_string(),
        duty: duty.id.to_string(),
        period: owed.period,
        earlier: Past::default(),
        now: owed.opens,
        lang,
    };
    let mut form = Form::open(plan, request, None).ok()?;
    let template = plan.template(duty.template.as_str())?;
    let upon = |only: &Option<Box<Only>>| upon(plan, only.as_deref()?, lang);
    // What is asked of each is seen of one.
    form.add_activity(None, None);
    // Nothing has been answered yet: the paper has all, and says upon which answer.
    form.entries.ask_all();
    let goals = form.goals();
    let sections = form.view().sections.into_iter().map(|mut view| {
        let mut stated = template.sections.iter();
        let stated = stated.find(|section| view.id == *section.id.as_str());
        let mut fields = stated.iter().flat_map(|section| &section.fields);
        for field in &mut view.fields {
            field.remains = None;
            let paths = || field.inputs.iter().map(|input| &input.path);
            let own = goals
                .iter()
                .filter(|line| paths().any(|path| *path == line.path));
            let own: Vec<String> = own.map(|line| line.text.clone()).collect();
            field.targets.extend(own);
            let stated = fields.find(|stated| field.id == *stated.indicator.as_str());
            hint(
                &mut field.hint,
                stated.and_then(|stated| upon(&stated.only)),
            );
        }
        hint(&mut view.hint, stated.and_then(|stated| upon(&stated.only)));
        let listed = view.activities.as_mut().and_then(|list| list.items.pop());
        BlankSection {
            view,
            columns: listed.map(|activity| activity.fields).unwrap_or_default(),
        }
    });
    Some(sections.collect())
}

/// Upon which answer something is asked, in words.
fn upon(plan: &Plan, only: &Only, lang: Lang) -> Option<String> {
    let upon = only.answer.as_ref()?;
    let asked = plan.indicator(upon.indicator.as_str())?;
    let kind = asked.measure.roll_up();
    if kind.is_number() || kind == RollUp::Share {
        let bounds = message::bounds(upon.at_least, upon.at_most, &asked.measure, lang);
        return Some(message::only_upon(&asked.label, &bounds, lang));
    }
    let labels: Vec<String> = match kind {
        RollUp::Answers(listed) => {
            let chosen = listed.iter().filter(|one| upon.is.contains(&one.id));
            chosen.map(|one| one.label.clone()).collect()
        }
        _ => [true, false]
            .into_iter()
            .filter(|done| upon.is.iter().any(|one| *one == *done_id(*done)))
            .map(|done| message::deed(done, &asked.label, lang).to_owned())
            .collect(),
    };
    Some(message::only_upon(&asked.label, &labels.join("; "), lang))
}

fn hint(hint: &mut Option<String>, more: Option<String>) {
    if let Some(more) = more {
        *hint = Some(match hint.take() {
            Some(hint) => [&*hint, " ", &more].concat(),
            None => more,
        });
    }
}

/// What stands on both papers: of one duty they ask mostly the same, and differ in targets and in the plan's activities. What
/// is asked of one of them alone stands there too.
fn in_common(mut paper: Vec<BlankSection>, other: Vec<BlankSection>) -> Vec<BlankSection> {
    for there in other {
        let mut sections = paper.iter_mut();
        let Some(section) = sections.find(|section| section.view.id == there.view.id) else {
            paper.push(there);
            continue;
        };
        for other in there.view.fields {
            let mut fields = section.view.fields.iter_mut();
            match fields.find(|field| field.id == other.id) {
                Some(field) => field
                    .targets
                    .retain(|target| other.targets.contains(target)),
                None => section.view.fields.push(other),
            }
        }
        if let (Some(list), Some(there)) = (&mut section.view.activities, there.view.activities) {
            list.planned
                .retain(|activity| there.planned.contains(activity));
        }
    }
    paper
}

#[cfg(test)]
mod tests {
    use super::blank;
    use crate::calendar::Period;
    use crate::form::tests::plan_with;
    use crate::text::Lang;
    use std::rc::Rc;

    #[test]
    fn what_binds_one_unit_stands_on_its_own_paper_alone() {
        for on_all in [true, false] {
            let mut plan = plan_with("sum", r#"{"count":10}"#, r#""each""#);
            if !on_all {
                plan.targets[0].units.units = vec![plan.units[0].id.clone()];
            }
            let plan = Rc::new(plan);
            let duty = plan.duty("weekly").unwrap();
            let targets = |unit: Option<&str>| {
                let unit = unit.and_then(|id| plan.unit(id));
                let paper = blank(&plan, duty, unit, None, Lang::Vi).unwrap();
                paper.sections[0].view.fields[0].targets.len()
            };
            assert_eq!(targets(Some("u")), 1);
            assert_eq!(targets(None), usize::from(on_all));
        }
    }

    #[test]
    fn what_units_open_by_themselves_says_when_and_by_when() {
        let json = include_str!("../../tests/browser/fixtures/demand/an-toan-he.json");
        let plan = Rc::new(crate::plan::Plan::parse(json).unwrap());
        let duty = plan.duty("incident").unwrap();
        let paper = blank(&plan, duty, None, None, Lang::Vi).expect("a paper");
        let [period] = &*paper.periods else {
            panic!("{:?}", paper.periods);
        };
        assert_eq!(
            period.dated_text,
            "Khi có phát sinh, từ 1/6 đến hết 31/8/2026"
        );
        assert_eq!(
            period.deadline_text.as_deref(),
            Some("chậm nhất 1 ngày sau")
        );
    }

    #[test]
    fn a_condition_on_a_number_is_said_with_its_bounds() {
        let json = include_str!("../../tests/cases/plans/bounds.json");
        let plan = Rc::new(crate::plan::Plan::parse(json).unwrap());
        let duty = plan.duty("weekly").unwrap();
        let paper = blank(&plan, duty, None, None, Lang::Vi).expect("a paper");
        let fields = paper.sections[0].view.fields.iter();
        let said: Vec<&str> = fields.filter_map(|field| field.hint.as_deref()).collect();
        assert_eq!(
            said,
            [
                "Chỉ trả lời nếu “Số vụ vi phạm” là: từ 1 vụ trở lên.",
                "Chỉ trả lời nếu “Đường đã sửa” là: từ 8,5 km trở lên.",
                "Chỉ trả lời nếu “Tiền vận động” là: không quá 1.000.000.000 đồng.",
                "Chỉ trả lời nếu “Dự hội nghị” là: không quá 50% được triệu tập.",
                "Chỉ trả lời nếu “So với năm trước” là: từ 105/100 năm trước trở lên.",
            ]
        );
    }

    #[test]
    fn it_asks_what_the_form_asks_and_knows_nothing_of_the_unit() {
        let plan = Rc::new(plan_with("sum", r#"{"count":10}"#, r#""each""#));
        let duty = plan.duty("weekly").unwrap();
        let paper = blank(&plan, duty, plan.unit("u"), None, Lang::Vi).unwrap();
        assert_eq!(
            (paper.unit_name.as_deref(), paper.periods.len()),
            (Some("Đoàn phường Tây Thạnh"), 1)
        );
        assert_eq!(
            paper.periods[0].dated_text,
            "Tuần 4, từ 18/3 đến hết 24/3/2023"
        );
        let [figures, list] = paper.sections.as_slice() else {
            panic!("two sections");
        };
        let fields = &figures.view.fields;
        assert!(fields.iter().all(|field| field.remains.is_none()));
        assert!(fields.iter().any(|field| field.label == "Điện thoại"));
        assert!(list.view.activities.as_ref().unwrap().items.is_empty());
        assert!(list.columns.iter().any(|column| column.id == "place"));
        let another = Some(Period::day(plan.period.from()));
        assert_eq!(blank(&plan, duty, None, another, Lang::Vi), None);
    }
}
