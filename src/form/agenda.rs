//! The deadlines of a unit as a file for calendars (RFC 5545): what a phone or Outlook takes in and reminds of.

use super::otherwise::said_otherwise;
use crate::calendar::Instant;
use crate::message::{self, Paper};
use crate::order::sort;
use crate::plan::{Plan, Unit};
use crate::schedule::{self, Occasion, State};
use crate::text::{self, Lang};

/// How long a line may be, in octets and without its end.
const LINE: usize = 75;

/// What every file begins with.
const BEGIN: &str =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Phieu//Phieu//VI\r\nMETHOD:PUBLISH\r\n";

/// How long before its deadline an event begins, in seconds: a calendar shows nothing of an event without a length.
const HOUR: i64 = 3_600;

/// The calendar file of all deadlines of a unit that the plan names and nothing frees it from: UTF-8, lines that end in
/// CRLF. None where the plan has no such unit.
///
/// An event is the last hour before its deadline, so that a day that runs to its end is not shown on the next. It keeps
/// its UID, which is the key of the occasion, so that a file taken in again moves what was put off instead of adding it.
/// `now` is the stamp of the file. As long before as the plan calls the duty due soon, the calendar reminds of it.
#[must_use]
pub fn agenda(plan: &Plan, unit: &str, now: Instant, lang: Lang) -> Option<String> {
    let unit = plan.unit(unit)?;
    let mut due: Vec<(Instant, Occasion)> = schedule::occasions(plan, unit)
        .into_iter()
        .filter(|occasion| schedule::state(occasion, 0, None, now) != State::Waived)
        .filter_map(|occasion| Some((occasion.cutoff?, occasion)))
        .collect();
    sort(&mut due, |a, b| {
        (a.0, a.1.period, &a.1.duty).cmp(&(b.0, b.1.period, &b.1.duty))
    });
    let mut file = File(String::from(BEGIN));
    let name = message::paper(Paper::Deadlines, lang);
    file.text("X-WR-CALNAME:", &[name, ": ", &unit.name].concat());
    for (cutoff, occasion) in &due {
        event(&mut file, plan, unit, (*cutoff, occasion), now, lang);
    }
    file.0.push_str("END:VCALENDAR\r\n");
    Some(file.0)
}

fn event(
    file: &mut File,
    plan: &Plan,
    unit: &Unit,
    (cutoff, occasion): (Instant, &Occasion),
    now: Instant,
    lang: Lang,
) {
    let Some(duty) = plan.duty(occasion.duty.as_str()) else {
        return;
    };
    // "Chậm nhất 17g00" still takes what comes in that very second.
    let end = cutoff.plus_seconds(-cutoff.unix_seconds().rem_euclid(60));
    let title = message::occasion(&duty.name, occasion.label.as_deref());
    let summary = [message::paper(Paper::Due, lang), ": ", &title].concat();
    let days = message::period(&occasion.period, lang);
    let until = message::due(occasion, lang);
    let told = [
        (Paper::Unit, Some(&*unit.name)),
        (Paper::Period, Some(&*days)),
        (Paper::Due, until.as_deref()),
        (Paper::Receiver, duty.to.as_deref()),
    ]
    .into_iter()
    .filter_map(|(place, said)| Some([message::paper(place, lang), ": ", said?].concat()));
    let mut lines = vec![plan.title.clone()];
    lines.extend(told);
    lines.append(&mut said_otherwise(plan, duty, occasion, lang));
    let id = schedule::key(
        plan.id.as_str(),
        unit.id.as_str(),
        duty.id.as_str(),
        occasion.period,
    );
    for part in [
        "BEGIN:VEVENT\r\nTRANSP:TRANSPARENT\r\nDTSTAMP:",
        &utc(now),
        "\r\nSEQUENCE:",
        &plan.version.to_string(),
        "\r\nDTSTART:",
        &utc(end.plus_seconds(-HOUR)),
        "\r\nDTEND:",
        &utc(end),
        "\r\n",
    ] {
        file.0.push_str(part);
    }
    file.text("UID:", &[&id, "@phieu"].concat());
    file.text("SUMMARY:", &summary);
    file.text("DESCRIPTION:", &text::join(&lines, "\n"));
    if duty.due_soon_hours > 0 {
        file.0
            .push_str("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;RELATED=END:-PT");
        file.0.push_str(&duty.due_soon_hours.to_string());
        file.0.push_str("H\r\n");
        file.text("DESCRIPTION:", &summary);
        file.0.push_str("END:VALARM\r\n");
    }
    file.0.push_str("END:VEVENT\r\n");
}

/// An instant as calendars write it in UTC: `20230224T100000Z`.
fn utc(instant: Instant) -> String {
    let mut out = String::new();
    for sign in instant.to_iso().chars() {
        if !matches!(sign, '-' | ':') {
            out.push(sign);
        }
    }
    out
}

/// The lines of a calendar file.
struct File(String);

impl File {
    /// A property whose value is people's words, folded: what is too long goes on in a line that begins with a blank, and
    /// no letter is cut in two.
    fn text(&mut self, name: &str, value: &str) {
        let mut length = name.len();
        self.0.push_str(name);
        for sign in value.chars() {
            let is_escaped = matches!(sign, '\n' | '\\' | ';' | ',');
            // Left out is also what would steer the calendar that shows it.
            if text::is_active(sign) && !is_escaped {
                continue;
            }
            let width = sign.len_utf8() + usize::from(is_escaped);
            if length + width > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            length += width;
            if is_escaped {
                self.0.push('\\');
            }
            self.0.push(if sign == '\n' { 'n' } else { sign });
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::{File, LINE, agenda};
    use crate::calendar::Instant;
    use crate::plan::Plan;
    use crate::text::Lang;
    use proptest::prelude::*;

    const REAL: &str = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");

    fn plan() -> Plan {
        Plan::parse(REAL).expect("the plan fits together")
    }

    fn made(plan: &Plan, unit: &str, lang: Lang) -> Option<String> {
        let now = Instant::parse_iso("2023-02-27T08:00:00+07:00").expect("a moment");
        agenda(plan, unit, now, lang)
    }

    /// The lines as they were before they were folded.
    fn unfolded(file: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        whole.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_deadline_is_the_hour_that_ends_with_it_in_utc() {
        let lines = unfolded(&made(&plan(), "phuong-tay-thanh", Lang::Vi).unwrap());
        let of = |summary: &str| {
            let at = lines.iter().position(|line| line == summary);
            let at = at.unwrap_or_else(|| panic!("{summary} {lines:#?}"));
            [&*lines[at - 3], &*lines[at - 2]]
        };
        // Until the day's end: still shown on that day.
        assert_eq!(
            of("SUMMARY:Hạn gửi: Báo cáo tuần · Tuần 1"),
            ["DTSTART:20230304T160000Z", "DTEND:20230304T170000Z"]
        );
        assert_eq!(lines[0], "BEGIN:VCALENDAR");
        assert_eq!(lines.last().unwrap(), "END:VCALENDAR");
        let uid =
            "UID:tan-phu-thang-thanh-nien-2023|phuong-tay-thanh|weekly|2023-02-26|2023-03-03@phieu";
        let uids: Vec<_> = lines
            .iter()
            .filter(|line| line.starts_with("UID:"))
            .collect();
        assert!(uids.iter().any(|line| *line == uid), "{uids:#?}");
        assert_eq!(
            lines
                .iter()
                .filter(|line| *line == "DTSTAMP:20230227T010000Z")
                .count(),
            uids.len()
        );
    }

    #[test]
    fn what_is_waived_has_no_deadline_or_is_of_another_unit_stands_in_no_calendar() {
        let mut plan = plan();
        let before = made(&plan, "phuong-tay-thanh", Lang::Vi).unwrap();
        let weekly = |file: &str| file.matches("|weekly|").count();
        assert!(weekly(&before) > 3);
        for duty in &mut plan.duties {
            duty.by.units = vec![plan.units[0].id.clone()];
        }
        let after = made(&plan, "phuong-tay-thanh", Lang::Vi).unwrap();
        assert_eq!(after.matches("BEGIN:VEVENT").count(), 0);
        assert!(made(&plan, "nobody", Lang::Vi).is_none());
    }

    #[test]
    fn what_a_plan_says_stays_text() {
        let mut plan = plan();
        plan.title = "A; B, C\\D\nE\r\u{202e}\u{7}F".to_owned();
        let file = made(&plan, "phuong-tay-thanh", Lang::En).unwrap();
        let said = unfolded(&file);
        assert!(
            said.iter()
                .any(|line| line.starts_with(r"DESCRIPTION:A\; B\, C\\D\nEF\n")),
            "{said:#?}"
        );
        assert!(
            said.iter()
                .any(|line| line.starts_with("SUMMARY:Due: Báo cáo tuần"))
        );
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_none_is_another_than_was_meant(value in any::<String>()) {
            let mut file = File(String::new());
            file.text("SUMMARY:", &value);
            let lines: Vec<_> = file.0.split_terminator("\r\n").collect();
            for (place, line) in lines.iter().enumerate() {
                prop_assert!(line.len() <= LINE && !line.contains(['\r', '\n']));
                prop_assert_eq!(place > 0, line.starts_with(' '));
            }
            prop_assert_eq!(unfolded(&file.0).len(), 1);
        }
    }
}
