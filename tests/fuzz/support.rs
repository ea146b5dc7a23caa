//! What the targets share: the plans that they work on, a moment inside them, and what pages and offices do with a plan.

use phieu::calendar::Instant;
use phieu::form::{self, Form, Request};
use phieu::plan::Plan;
use phieu::rules::Past;
use phieu::schedule::{self, Occasion};
use phieu::text::Lang;
use std::rc::Rc;

const TAN_PHU: &str = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
/// It asks every kind of indicator once.
const SMALL: &str = include_str!("../cases/plans/small.json");

thread_local! {
    static PLANS: [Rc<Plan>; 2] = [TAN_PHU, SMALL].map(|json| Rc::new(Plan::parse(json).expect("a plan that fits")));
}

/// The plan of Tân Phú, with lists of activities and declared rules.
pub fn tan_phu() -> Rc<Plan> {
    PLANS.with(|[tan_phu, _]| Rc::clone(tan_phu))
}

/// The plan of that identity; Tân Phú's where there is none.
pub fn plan_named(id: &str) -> Rc<Plan> {
    PLANS.with(|[tan_phu, small]| {
        Rc::clone(if small.id.as_str() == id {
            small
        } else {
            tan_phu
        })
    })
}

/// A moment inside both plans.
pub fn now() -> Instant {
    Instant::parse_iso("2023-03-03T08:30:00+07:00").expect("a moment")
}

/// The form of an occasion, blank.
pub fn open(plan: &Rc<Plan>, unit: &str, occasion: &Occasion) -> Option<Form> {
    let request = Request {
        unit: unit.to_owned(),
        duty: occasion.duty.to_string(),
        period: occasion.period,
        earlier: Past::default(),
        now: now(),
        lang: Lang::Vi,
    };
    Form::open(plan, request, None).ok()
}

/// What a page does with a plan that it could read, also where its parts do not fit together.
pub fn leaf_through(plan: &Rc<Plan>) {
    for lang in [Lang::Vi, Lang::En] {
        let _ = form::summary(plan, lang);
    }
    let _ = form::unit_groups(plan, "tay thanh");
    for unit in plan.units.iter().take(2) {
        let _ = form::duties(plan, unit.id.as_str(), &[], now(), Lang::Vi);
        for occasion in schedule::occasions(plan, unit).iter().take(4) {
            if let Some(mut form) = open(plan, unit.id.as_str(), occasion) {
                form.add_activity(None, None);
                form.add_all_planned();
                let _ = form.view();
                let _ = form.problems();
                let _ = form.review();
            }
        }
    }
}
