//! A report on an event that each unit holds on a day of its own: its day and hour are told as it is opened.
//!
//! They are its period, and with that its key: the same event told twice, on whatever device, is one report.

use super::duties::{DutyView, view};
use crate::calendar::{Instant, Period, Time};
use crate::finding::{Finding, Kind, Path};
use crate::message;
use crate::plan::Plan;
use crate::read::record;
use crate::schedule::{occasion_of, state};
use crate::text::{Lang, parse_date, parse_time};
use serde::Serialize;

/// What a unit tells of an event, as typed.
#[derive(Clone, Debug)]
pub struct ToldEvent {
    /// The unit.
    pub unit: String,
    /// The duty.
    pub duty: String,
    /// The day.
    pub day: String,
    /// The hour.
    pub hour: String,
}

record!(ToldEvent { unit, duty, day, hour; });

/// The report on an event, or what of its day and hour is to be corrected.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HeldView {
    /// The report, as a list of duties has it that was neither begun nor sent.
    pub duty: Option<DutyView>,
    /// What is wrong with the day.
    pub day_wrong: Option<String>,
    /// What is wrong with the hour.
    pub hour_wrong: Option<String>,
}

/// The report on an event that a unit tells of at `now`; none where the plan has no such duty of that unit.
#[must_use]
#[cold]
#[inline(never)]
pub fn held(plan: &Plan, told: &ToldEvent, now: Instant, lang: Lang) -> Option<HeldView> {
    let duty = plan.duty(&told.duty)?;
    let unit = plan.unit(&told.unit)?;
    let rule = duty.on_demand()?;
    rule.event.as_ref()?;
    let within = rule.days(plan);
    let (today, _) = now.civil(plan.offset);
    // The year that is not written is that of the duty's own days, where one fits.
    let day = parse_date(&told.day, Some(within))
        .or_else(|_| parse_date(&told.day, Some(plan.period)))
        .map_err(|wrong| said(wrong, plan, lang));
    let day =
        day.and_then(|day| message::event_elsewhen(day, within, today, lang).map_or(Ok(day), Err));
    let hour = parse_time(&told.hour).map_err(|wrong| said(wrong, plan, lang));
    let (day, hour) = match (day, hour) {
        (Ok(day), Ok(hour)) => (day, hour),
        (day, hour) => {
            return Some(HeldView {
                duty: None,
                day_wrong: day.err(),
                hour_wrong: hour.err(),
            });
        }
    };
    if Instant::at(day, hour, plan.offset) > now {
        return Some(HeldView {
            hour_wrong: Some(message::event_not_yet(lang).to_owned()),
            ..HeldView::default()
        });
    }
    // The end of a day is the beginning of the next.
    let period = match hour == Time::END_OF_DAY {
        true => Period::opened(day.add_days(1)?, 0),
        false => Period::opened(day, hour.seconds_of_day()),
    };
    if let Some(wrong) = message::event_elsewhen(period.from(), within, today, lang) {
        return Some(HeldView {
            day_wrong: Some(wrong),
            ..HeldView::default()
        });
    }
    let one = occasion_of(plan, duty, unit, period).and_then(|occasion| {
        let state = state(&occasion, duty.due_soon_hours, None, now);
        view(plan, unit.id.as_str(), (&occasion, state), now, lang)
    });
    let is_owed = one.as_ref().is_some_and(|one| one.is_owed);
    let not_owed = || message::event_not_owed(lang).to_owned();
    Some(match one {
        Some(one) if is_owed => HeldView {
            duty: Some(one),
            ..HeldView::default()
        },
        // Merged by then, not founded yet, or waived.
        one => HeldView {
            day_wrong: Some(one.and_then(|one| one.why).unwrap_or_else(not_owed)),
            ..HeldView::default()
        },
    })
}

/// Why a text is no day or no hour.
fn said(wrong: impl Into<Kind>, plan: &Plan, lang: Lang) -> String {
    let finding = Finding::error(Path::whole(), wrong.into());
    message::sentence(&finding, plan, lang)
}

#[cfg(test)]
mod tests {
    use super::{HeldView, ToldEvent, held};
    use crate::calendar::Instant;
    use crate::plan::Plan;
    use crate::schedule::State;
    use crate::text::Lang;
    use serde_json::{Value, json};

    /// The plan whose incidents are minutes of a conference, with that deadline.
    fn plan(rule: &Value) -> Plan {
        let json = include_str!("../../tests/browser/fixtures/demand/an-toan-he.json");
        let mut json: Value = serde_json::from_str(json).unwrap();
        let mut event = rule.clone();
        event["event"] = json!("Hội nghị");
        json["duties"][0]["schedules"][0]["schedule"]["onDemand"] = event;
        Plan::parse(&json.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    fn tell(rule: &Value, day: &str, hour: &str) -> HeldView {
        let told = ToldEvent {
            unit: "xa-1".to_owned(),
            duty: "incident".to_owned(),
            day: day.to_owned(),
            hour: hour.to_owned(),
        };
        let now = Instant::parse_iso("2026-07-03T10:00:00+07:00").unwrap();
        held(&plan(rule), &told, now, Lang::Vi).expect("the unit owes it")
    }

    #[test]
    fn the_deadline_is_counted_from_the_day_and_hour_of_the_event() {
        let days = json!({"deadline": {"daysAfter": 1}});
        let hours = json!({"hoursAfter": 24});
        for (rule, day, hour, key, deadline, state) in [
            (
                &days,
                "3/7",
                "08g00",
                "2026-07-03|2026-07-03T08:00",
                "hết ngày thứ Bảy 4/7/2026",
                State::DueSoon,
            ),
            (
                &days,
                "1/7/2026",
                "19g30",
                "2026-07-01|2026-07-01T19:30",
                "hết ngày thứ Năm 2/7/2026",
                State::Late,
            ),
            (
                &hours,
                "2/7",
                "14h",
                "2026-07-02|2026-07-02T14:00",
                "14g00, thứ Sáu 3/7/2026",
                State::DueSoon,
            ),
            (
                &hours,
                "2/7",
                "9h",
                "2026-07-02|2026-07-02T09:00",
                "09g00, thứ Sáu 3/7/2026",
                State::Late,
            ),
        ] {
            let view = tell(rule, day, hour);
            let one = view.duty.unwrap_or_else(|| panic!("{day} {hour}"));
            assert_eq!(one.key, ["an-toan-he|xa-1|incident|", key].concat());
            let due = one.deadline_text.as_deref().unwrap_or_default();
            assert!(due.ends_with(deadline), "{due}");
            assert_eq!(
                (one.state, one.offer_text.is_none(), one.is_owed),
                (state, true, true)
            );
            assert_eq!(one.title, "Báo cáo vụ việc · Hội nghị");
            assert_eq!(one.stands_text.starts_with("Quá hạn"), state == State::Late);
        }
    }

    #[test]
    fn an_event_that_was_not_held_on_a_day_of_the_duty_has_no_report() {
        let rule = json!({"within": {"from": "2026-06-15", "to": "2026-08-31"}});
        for (day, hour, of_day, of_hour) in [
            ("4/7", "8h", "Chưa đến ngày này.", ""),
            (
                "14/6",
                "8h",
                "Báo cáo này chỉ nhận ngày từ 15/6 đến hết 31/8/2026.",
                "",
            ),
            ("1/9/2026", "8h", "Báo cáo này chỉ nhận ngày", ""),
            ("", "8h", "ngày", ""),
            ("hôm qua", "", "ngày", "giờ"),
            ("31/6", "8h", "ngày", ""),
            ("3/7", "25h", "", "giờ"),
            ("3/7", "10h01", "", "Chưa đến giờ này."),
            ("3/7", "24h", "", "Chưa đến giờ này."),
            ("3/7", "", "", "giờ"),
        ] {
            let view = tell(&rule, day, hour);
            assert_eq!(view.duty, None, "{day} {hour}");
            let says = |wrong: &Option<String>, part: &str| {
                wrong.is_some() != part.is_empty() && wrong.iter().all(|wrong| wrong.contains(part))
            };
            assert!(
                says(&view.day_wrong, of_day) && says(&view.hour_wrong, of_hour),
                "{view:?}"
            );
        }
    }

    #[test]
    fn an_event_of_which_nothing_is_owed_says_why() {
        let mut plan = plan(&json!({}));
        let why = "Hội nghị trong đợt mưa lũ được báo cáo chung.";
        let waiver = json!({"within": {"from": "2026-06-20", "to": "2026-06-30"}, "why": why, "source": {"section": "IV"}});
        let mut written = serde_json::to_value(&plan).unwrap();
        written["duties"][0]["waivers"] = json!([waiver]);
        plan = Plan::parse(&written.to_string()).unwrap();
        let now = Instant::parse_iso("2026-07-03T10:00:00+07:00").unwrap();
        for (day, wrong) in [
            ("19/6", None),
            ("20/6", Some(why)),
            ("30/6", Some(why)),
            ("1/7", None),
        ] {
            let told = ToldEvent {
                unit: "xa-1".to_owned(),
                duty: "incident".to_owned(),
                day: day.to_owned(),
                hour: "8h".to_owned(),
            };
            let view = held(&plan, &told, now, Lang::Vi).unwrap();
            assert_eq!(view.day_wrong.as_deref(), wrong, "{day}");
            assert_eq!(view.duty.is_some(), wrong.is_none(), "{day}");
        }
    }

    #[test]
    fn the_same_event_told_twice_is_one_report_and_a_duty_without_one_asks_nothing() {
        let rule = json!({});
        let key = |day: &str, hour: &str| tell(&rule, day, hour).duty.map(|one| one.key);
        assert_eq!(key("1/7", "8h30"), key("Thứ Tư 1/7/2026", "08g30"));
        assert_ne!(key("1/7", "8h30"), key("1/7", "8h31"));
        assert_eq!(key("1/7", "24h"), key("2/7", "0h"));
        let now = Instant::parse_iso("2026-07-03T10:00:00+07:00").unwrap();
        for (unit, duty) in [("xa-1", "month"), ("xa-9", "incident"), ("xa-1", "none")] {
            let (day, hour) = ("1/7".to_owned(), "8h".to_owned());
            let told = ToldEvent {
                unit: unit.to_owned(),
                duty: duty.to_owned(),
                day,
                hour,
            };
            assert_eq!(
                held(&plan(&rule), &told, now, Lang::Vi),
                None,
                "{unit} {duty}"
            );
        }
    }
}
