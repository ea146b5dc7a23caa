//! Periods and deadlines, as a person corrects them.

use super::super::words::{BOUNDS, WEEKDAYS, chosen};
use super::duty::{cycle_name, due_name};
use super::{BACKWARDS, Known, NO_SUCH, Set, date, hour, maybe_in_one_line};
use crate::calendar::{Cycle, Date, DayOfMonth, Period, Weekday};
use crate::plan::{
    Bound, Deadline, ListedPeriod, OnDemand, Recurrence, RelativeDeadline, Schedule,
};
use crate::text::{Both, is_blank, parse_integer};

static NO_NUMBER: Both = Both {
    vi: "Ghi một số ngày, như 0, 3 hoặc -1.",
    en: "Write a number of days, as 0, 3 or -1.",
};
static NO_DAY: Both = Both {
    vi: "Ghi một ngày trong tháng, từ 1 đến 31.",
    en: "Write a day of the month, 1 to 31.",
};
static NO_PLAN_DAYS: Both = Both {
    vi: "Hãy ghi ngày bắt đầu và kết thúc của kế hoạch trước.",
    en: "Write the plan's first and last day before this.",
};

/// Corrects a cell of a statement's periods and deadlines.
pub(super) fn set(schedule: &mut Schedule, known: Known<'_>, cell: &str, text: &str) -> Set {
    if cell == "cycle" {
        if text != "kept" && text != cycle_name(schedule) {
            *schedule = of_cycle(text, known)?;
        }
        return Ok(());
    }
    match schedule {
        Schedule::Listed(listed) => {
            let (at, cell) = cell.split_once('.').ok_or(&NO_SUCH)?;
            let at: usize = at.parse().map_err(|_| &NO_SUCH)?;
            set_listed(listed.get_mut(at).ok_or(&NO_SUCH)?, known, cell, text)
        }
        Schedule::Recurring(recurrence) if cell == "ends" => {
            let ends = chosen(WEEKDAYS, text).ok_or(&NO_SUCH)?;
            recurrence.cycle = Cycle::Week { ends };
            Ok(())
        }
        Schedule::Recurring(recurrence) => set_due(&mut recurrence.deadline, cell, text),
        Schedule::OnDemand(rule) => set_due(&mut rule.deadline, cell, text),
        Schedule::Event(_) => Err(&NO_SUCH),
    }
}

fn of_cycle(name: &str, known: Known<'_>) -> Result<Schedule, super::Wrong> {
    let (cycle, label) = match name {
        "listed" => {
            let period = known.period.ok_or(&NO_PLAN_DAYS)?;
            return Ok(Schedule::Listed(vec![one_period(period)]));
        }
        "day" => (Cycle::Day, "Ngày"),
        "week" => (
            Cycle::Week {
                ends: Weekday::Friday,
            },
            "Tuần",
        ),
        "month" => (Cycle::Month { ends_on: None }, "Tháng"),
        "quarter" => (Cycle::Quarter, "Quý"),
        "halfYear" => (Cycle::HalfYear, "6 tháng"),
        "year" => (Cycle::Year, "Năm"),
        "onDemand" => return Ok(Schedule::OnDemand(OnDemand::default())),
        _ => return Err(&NO_SUCH),
    };
    Ok(Schedule::Recurring(Recurrence {
        cycle,
        within: None,
        skip_months: Vec::new(),
        label: Some(label.to_owned()),
        deadline: None,
    }))
}

/// A listed period of those days, without a deadline.
pub(in super::super) fn one_period(period: Period) -> ListedPeriod {
    ListedPeriod {
        label: None,
        period,
        opens: None,
        deadline: None,
    }
}

fn set_listed(listed: &mut ListedPeriod, known: Known<'_>, cell: &str, text: &str) -> Set {
    let within = known.period;
    match cell {
        "label" => listed.label = maybe_in_one_line(text),
        "from" => {
            let from = date(text, within)?;
            let to = listed.period.to();
            listed.period = Period::new(from, to).map_err(|_| &BACKWARDS)?;
        }
        "until" => {
            let to = date(text, within)?;
            let from = listed.period.from();
            listed.period = Period::new(from, to).map_err(|_| &BACKWARDS)?;
        }
        "opens" if is_blank(text) => listed.opens = None,
        "opens" => listed.opens = Some(date(text, within)?),
        "day" if is_blank(text) => listed.deadline = None,
        "day" => {
            let date = date(text, within)?;
            match &mut listed.deadline {
                Some(deadline) => deadline.date = date,
                None => {
                    listed.deadline = Some(Deadline {
                        date,
                        time: None,
                        bound: Bound::By,
                    });
                }
            }
            open_before(listed, None);
        }
        "hour" => {
            let time = hour(text)?;
            match &mut listed.deadline {
                Some(deadline) => deadline.time = time,
                None if time.is_none() => {}
                None => return Err(&super::NO_DATE),
            }
        }
        "bound" => {
            let bound = chosen(BOUNDS, text).ok_or(&NO_SUCH)?;
            if let Some(deadline) = &mut listed.deadline {
                deadline.bound = bound;
            }
        }
        _ => return Err(&NO_SUCH),
    }
    Ok(())
}

/// A report that is due before its period begins, as a plan of activities is, can be sent before it is due: from the day on
/// which the document is issued, else two weeks before.
pub(in super::super) fn open_before(listed: &mut ListedPeriod, issued: Option<Date>) {
    let opens = listed.opens.unwrap_or(listed.period.from());
    if let Some(deadline) = listed.deadline
        && deadline.date < opens
    {
        let issued = issued.filter(|issued| *issued <= deadline.date);
        listed.opens = issued.or(deadline.date.add_days(-14));
    }
}

fn set_due(due: &mut Option<RelativeDeadline>, cell: &str, text: &str) -> Set {
    if cell == "due" {
        if text != due_name(due.as_ref()) {
            *due = deadline_of(text, *due)?;
        }
        return Ok(());
    }
    let deadline = due.as_mut().ok_or(&NO_SUCH)?;
    match cell {
        "hour" => deadline.time = hour(text)?,
        "bound" => deadline.bound = chosen(BOUNDS, text).ok_or(&NO_SUCH)?,
        "days" if deadline.day_of_month.is_some() => {
            let number = parse_integer(text).ok();
            let day = number.and_then(|number| u8::try_from(number).ok());
            let day = day.and_then(|day| DayOfMonth::new(day).ok());
            deadline.day_of_month = Some(day.ok_or(&NO_DAY)?);
        }
        "days" => {
            let number = parse_integer(text).ok();
            let days = number.and_then(|number| i16::try_from(number).ok());
            let days = Some(days.ok_or(&NO_NUMBER)?);
            if deadline.working_days_after.is_some() {
                deadline.working_days_after = days;
            } else {
                deadline.days_after = days;
            }
        }
        _ => return Err(&NO_SUCH),
    }
    Ok(())
}

fn deadline_of(
    name: &str,
    before: Option<RelativeDeadline>,
) -> Result<Option<RelativeDeadline>, super::Wrong> {
    let kept = RelativeDeadline {
        days_after: None,
        working_days_after: None,
        day_of_month: None,
        months_after: 0,
        time: before.and_then(|before| before.time),
        bound: before.map(|before| before.bound).unwrap_or_default(),
    };
    let day_of_month = DayOfMonth::new(25).ok();
    Ok(match name {
        "none" => None,
        "daysAfter" => Some(RelativeDeadline {
            days_after: Some(0),
            ..kept
        }),
        "workingDaysAfter" => Some(RelativeDeadline {
            working_days_after: Some(1),
            ..kept
        }),
        "dayOfMonth" => Some(RelativeDeadline {
            day_of_month,
            ..kept
        }),
        "nextMonth" => Some(RelativeDeadline {
            day_of_month: DayOfMonth::new(5).ok(),
            months_after: 1,
            ..kept
        }),
        _ => return Err(&NO_SUCH),
    })
}
