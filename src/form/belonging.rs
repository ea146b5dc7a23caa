//! Where something that a device keeps belongs under the plan that is open: a draft outlives the version of
//! the plan under which it was begun, and a file may come from anywhere.

use super::units::owes;
use crate::calendar::Period;
use crate::message;
use crate::plan::Plan;
use crate::read::record;
use crate::schedule::{self, Occasion};
use crate::text::Lang;

/// What a draft, a report or a file says of itself.
#[derive(Clone, Debug)]
pub struct Written {
    /// The plan's identity.
    pub plan: String,
    /// The unit's.
    pub unit: String,
    /// The duty's.
    pub duty: String,
    /// The period.
    pub period: Period,
}

record!(Written { plan, unit, duty, period; });

impl Written {
    /// The key of the occasion that it is of.
    #[must_use]
    pub fn key(&self) -> String {
        schedule::key(&self.plan, &self.unit, &self.duty, self.period)
    }
}

/// Where something belongs, for a unit that looks at what it owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// It stands with its period, or is the matter of another unit that can be chosen, or of another plan.
    Elsewhere,
    /// No period of the unit is its own any more.
    Stray {
        /// The key of the period that it fits best; none where none fits.
        fits: Option<String>,
    },
}

/// Where something belongs for `unit`. `former` are identities that the plan at this address had
/// before, with blanks between.
///
/// What fits is the period of the same duty that overlaps it most, of two the one nearest in length; where
/// the plan no longer knows the duty, a period of any.
#[must_use]
pub fn belonging(plan: &Plan, written: &Written, unit: &str, former: &str) -> Belonging {
    let is_ours = written.plan == plan.id.as_str();
    // A unit that owes nothing any more can be chosen by nobody, and its work would be hidden.
    let is_of_another = written.unit != unit
        && plan
            .unit(&written.unit)
            .is_some_and(|unit| owes(plan, unit));
    let Some(reporter) = plan.unit(unit) else {
        return Belonging::Elsewhere;
    };
    if is_of_another || !(is_ours || former.split(' ').any(|id| id == written.plan)) {
        return Belonging::Elsewhere;
    }
    let duty = plan.duty(&written.duty);
    // What a unit opens by itself stands in no list of occasions.
    let opened = duty.filter(|_| is_ours && written.unit == unit && written.period.is_opened());
    let is_it = |duty| schedule::occasion_of(plan, duty, reporter, written.period).is_some();
    if opened.is_some_and(is_it) {
        return Belonging::Elsewhere;
    }
    let is_known = duty.is_some();
    let mut best: Option<((i64, i64), Occasion)> = None;
    for occasion in schedule::occasions(plan, reporter) {
        if occasion.waived.is_some() {
            continue;
        }
        if is_ours && written.unit == unit && occasion.is_of(&written.duty, written.period) {
            return Belonging::Elsewhere;
        }
        let shared = written.period.intersect(occasion.period);
        if let Some(shared) =
            shared.filter(|_| !is_known || *written.duty == *occasion.duty.as_str())
        {
            let beside = occasion.period.len_days() - written.period.len_days();
            let rank = (shared.len_days(), -beside.abs());
            if best.as_ref().is_none_or(|(before, _)| rank > *before) {
                best = Some((rank, occasion));
            }
        }
    }
    let key = |(_, occasion): (_, Occasion)| {
        let duty = occasion.duty.as_str();
        schedule::key(plan.id.as_str(), unit, duty, occasion.period)
    };
    Belonging::Stray {
        fits: best.map(key),
    }
}

/// What something is, in words: "Báo cáo tuần · Tuần 1, từ 26/2 đến hết 3/3/2023, Đoàn phường Tây Thạnh". Identities
/// stand for names that the plan does not have, and another plan is named.
#[must_use]
pub fn named(plan: &Plan, written: &Written, lang: Lang) -> String {
    let duty = plan.duty(&written.duty);
    let unit = plan.unit(&written.unit);
    let known = duty.zip(unit);
    let asked =
        known.and_then(|(duty, unit)| schedule::occasion_of(plan, duty, unit, written.period));
    let label = asked.as_ref().and_then(|one| one.label.as_deref());
    let name = message::occasion(duty.map_or(&*written.duty, |duty| &duty.name), label);
    let unit = unit.map_or(&*written.unit, |unit| &unit.name);
    let period = message::period(&written.period, lang);
    let mut words = message::dated(Some(&message::dated(Some(&name), &period)), unit);
    if written.plan != plan.id.as_str() {
        words.push_str(message::of_plan(lang));
        words.push_str(&written.plan);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::form::tests::plan_with;
    use crate::plan::{Id, ListedPeriod, Schedule};

    fn days(from: &str, to: &str) -> Period {
        let day = |text| Date::parse_iso(text).unwrap();
        Period::new(day(from), day(to)).unwrap()
    }

    /// A plan whose weekly reports cover these periods.
    fn plan_of(periods: &[(&str, &str)]) -> Plan {
        let mut plan = plan_with("sum", r#"{"count": 10}"#, r#""each""#);
        let listed = periods.iter().map(|(from, to)| ListedPeriod {
            label: None,
            period: days(from, to),
            opens: None,
            deadline: None,
        });
        plan.duties[0].schedules[0].schedule = Schedule::Listed(listed.collect());
        plan
    }

    fn week(unit: &str, duty: &str) -> Written {
        Written {
            plan: "p".to_owned(),
            unit: unit.to_owned(),
            duty: duty.to_owned(),
            period: days("2023-02-26", "2023-03-03"),
        }
    }

    fn fits(from: &str, to: &str) -> Belonging {
        let key = schedule::key("p", "u", "weekly", days(from, to));
        Belonging::Stray { fits: Some(key) }
    }

    #[test]
    fn what_stands_with_its_period_is_no_stray() {
        let plan = plan_of(&[("2023-02-26", "2023-03-03")]);
        let found = belonging(&plan, &week("u", "weekly"), "u", "");
        assert_eq!(found, Belonging::Elsewhere);
    }

    #[test]
    fn a_week_that_was_moved_by_a_day_fits_the_week_that_overlaps_it_most() {
        let plan = plan_of(&[("2023-02-20", "2023-02-26"), ("2023-02-27", "2023-03-05")]);
        let found = belonging(&plan, &week("u", "weekly"), "u", "");
        assert_eq!(found, fits("2023-02-27", "2023-03-05"));
    }

    #[test]
    fn a_period_that_overlaps_none_fits_none() {
        let plan = plan_of(&[("2023-03-04", "2023-03-10")]);
        let found = belonging(&plan, &week("u", "weekly"), "u", "");
        assert_eq!(found, Belonging::Stray { fits: None });
    }

    #[test]
    fn a_unit_that_was_renamed_is_offered_its_period_but_no_other_units_work() {
        let plan = plan_of(&[("2023-02-26", "2023-03-03")]);
        let of = |unit| belonging(&plan, &week(unit, "weekly"), "u", "");
        assert_eq!(of("gone"), fits("2023-02-26", "2023-03-03"));
        assert_eq!(of("v"), Belonging::Elsewhere);
    }

    #[test]
    fn a_unit_that_owes_nothing_any_more_can_be_chosen_by_nobody_and_its_draft_is_a_stray() {
        let mut plan = plan_of(&[("2023-02-26", "2023-03-03")]);
        let of = |plan: &Plan| belonging(plan, &week("v", "weekly"), "u", "");
        assert_eq!(
            of(&plan),
            Belonging::Elsewhere,
            "who can be chosen looks after it"
        );
        plan.duties[0].by.except = vec![Id::new("v").unwrap()];
        assert_eq!(of(&plan), fits("2023-02-26", "2023-03-03"));
    }

    #[test]
    fn a_duty_that_was_renamed_fits_the_period_nearest_in_length() {
        let plan = plan_of(&[("2023-02-01", "2023-03-31"), ("2023-02-26", "2023-03-03")]);
        let found = belonging(&plan, &week("u", "tuan"), "u", "");
        assert_eq!(found, fits("2023-02-26", "2023-03-03"));
    }

    #[test]
    fn a_plan_that_was_renamed_is_known_by_what_its_address_gave_before() {
        let mut plan = plan_of(&[("2023-02-26", "2023-03-03")]);
        plan.id = Id::new("q").unwrap();
        let written = week("u", "weekly");
        assert_eq!(belonging(&plan, &written, "u", "x"), Belonging::Elsewhere);
        let key = schedule::key("q", "u", "weekly", written.period);
        let found = belonging(&plan, &written, "u", "x p");
        assert_eq!(found, Belonging::Stray { fits: Some(key) });
    }

    #[test]
    fn it_is_named_in_words_and_by_identities_that_the_plan_does_not_know() {
        let plan = plan_of(&[("2023-02-26", "2023-03-03")]);
        let ours = named(&plan, &week("u", "weekly"), Lang::Vi);
        assert_eq!(
            ours,
            "Báo cáo tuần, từ 26/2 đến hết 3/3/2023, Đoàn phường Tây Thạnh"
        );
        let labelled = plan_with("sum", r#"{"count":100}"#, r#""whole""#);
        let mut fourth = week("u", "weekly");
        fourth.period = days("2023-03-18", "2023-03-24");
        assert_eq!(
            named(&labelled, &fourth, Lang::Vi),
            "Báo cáo tuần · Tuần 4, từ 18/3 đến hết 24/3/2023, Đoàn phường Tây Thạnh"
        );
        let mut foreign = week("gone", "tuan");
        foreign.plan = "q".to_owned();
        assert_eq!(
            named(&plan, &foreign, Lang::Vi),
            "tuan, từ 26/2 đến hết 3/3/2023, gone, kế hoạch q"
        );
    }
}
