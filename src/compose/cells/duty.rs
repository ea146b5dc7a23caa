//! A duty: who sends, for which periods, by when, and what its form asks of activities.

use super::super::groups;
use super::super::words::{
    ACTIVITY_LISTS, BOUNDS, CYCLES, DUES, GATHERED, KEPT, WEEKDAYS, chosen, named, picked,
};
use super::{Cell, Known, NO_SUCH, Picked, Set, day_text, hour_text, in_one_line, maybe, schedule};
use crate::calendar::Cycle;
use crate::plan::{Duty, Id, ListedPeriod, Recurrence, RelativeDeadline, Schedule, StatedSchedule};
use crate::text::{Both, Lang};

const NAME: Both = Both {
    vi: "Tên báo cáo",
    en: "Name",
};
const BY: Both = Both {
    vi: "Ai gửi",
    en: "Sent by",
};
const TO: Both = Both {
    vi: "Gửi về",
    en: "Sent to",
};
const GATHERS: Both = Both {
    vi: "Số liệu trong báo cáo",
    en: "Its figures",
};
const APPLIES: Both = Both {
    vi: "Văn bản nêu nhiều cách, áp dụng",
    en: "The document says it in several ways; what holds",
};
const STATED: Both = Both {
    vi: "Lịch mà văn bản nêu ",
    en: "Schedule that the document states ",
};
const CYCLE: Both = Both {
    vi: "Kỳ báo cáo",
    en: "Periods",
};
const ENDS: Both = Both {
    vi: "Tuần tính đến hết",
    en: "The week ends on",
};
const DUE: Both = Both {
    vi: "Hạn gửi tính theo",
    en: "The deadline is counted in",
};
const COUNT: Both = Both {
    vi: "Số ngày",
    en: "Days",
};
const DAY_OF_MONTH: Both = Both {
    vi: "Ngày trong tháng",
    en: "Day of the month",
};
const LABEL: Both = Both {
    vi: "Tên kỳ",
    en: "Period",
};
const FROM: Both = Both {
    vi: "Kỳ tính từ ngày",
    en: "First day",
};
const UNTIL: Both = Both {
    vi: "Đến hết ngày",
    en: "Last day",
};
const OPENS: Both = Both {
    vi: "Gửi được từ ngày",
    en: "Can be sent from",
};
const DAY: Both = Both {
    vi: "Hạn gửi: ngày",
    en: "Deadline: day",
};
const HOUR: Both = Both {
    vi: "Hạn gửi: giờ",
    en: "Deadline: hour",
};
const BOUND: Both = Both {
    vi: "Văn bản viết",
    en: "The document says",
};
const ACTIVITIES: Both = Both {
    vi: "Phiếu hỏi hoạt động",
    en: "Activities in the form",
};
const NTH: Both = Both {
    vi: "Kỳ ",
    en: "Period ",
};

/// What the form asks of activities, by its name.
pub(in super::super) fn activities_cell(now: &str, lang: Lang) -> Cell {
    let choices = named(ACTIVITY_LISTS, now, lang);
    Cell::choosing("activities", ACTIVITIES, choices, lang)
}

pub(in super::super) fn cells(duty: &Duty, known: Known<'_>, lang: Lang) -> Vec<Cell> {
    let to = duty.to.clone().unwrap_or_default();
    let mut cells = vec![
        Cell::typed("name", NAME, &*duty.name, lang).lines(),
        Cell::choosing("by", BY, groups::choices(known.plan, &duty.by, lang), lang),
        Cell::typed("to", TO, to, lang),
    ];
    // Where no unit stands above another, there is nothing to choose.
    if duty.gathers || known.plan.units.iter().any(|unit| unit.parent.is_some()) {
        let choices = picked(GATHERED, &duty.gathers, lang);
        cells.push(Cell::choosing("gathers", GATHERS, choices, lang));
    }
    if duty.schedules.len() > 1 {
        let choice = |(at, stated): (usize, &StatedSchedule)| {
            let short: String = match &stated.source.quote {
                Some(quote) => quote.chars().take(90).collect(),
                None => [STATED.of(lang), &(at + 1).to_string()].concat(),
            };
            Picked::new(stated.id.as_str(), &short, stated.id == duty.applies)
        };
        let choices = duty.schedules.iter().enumerate().map(choice).collect();
        cells.push(Cell::choosing("applies", APPLIES, choices, lang));
    }
    if let Some(stated) = duty.schedule() {
        schedule_cells(&mut cells, &stated.schedule, lang);
    }
    cells
}

fn schedule_cells(cells: &mut Vec<Cell>, schedule: &Schedule, lang: Lang) {
    let name = cycle_name(schedule);
    let mut cycles = named(CYCLES, name, lang);
    if name.is_empty() {
        cycles.push(Picked::new("kept", KEPT.of(lang), true));
    }
    cells.push(Cell::choosing("cycle", CYCLE, cycles, lang));
    match schedule {
        Schedule::Listed(listed) => {
            for (at, period) in listed.iter().enumerate() {
                listed_cells(cells, at, period, lang);
            }
        }
        Schedule::Recurring(recurrence) => recurring_cells(cells, recurrence, lang),
        // Hours stand among the details.
        Schedule::OnDemand(rule) if rule.hours_after.is_some() => {}
        Schedule::OnDemand(rule) => due_cells(cells, rule.deadline.as_ref(), lang),
        Schedule::Event(_) => {}
    }
}

fn listed_cells(cells: &mut Vec<Cell>, at: usize, listed: &ListedPeriod, lang: Lang) {
    let group = [NTH.of(lang), &(at + 1).to_string()].concat();
    let name = |cell: &str| [&at.to_string(), ".", cell].concat();
    let deadline = listed.deadline.as_ref();
    let label = listed.label.clone().unwrap_or_default();
    let bound = deadline.map(|deadline| deadline.bound).unwrap_or_default();
    let made = [
        Cell::typed(&name("label"), LABEL, label, lang),
        Cell::typed(
            &name("from"),
            FROM,
            day_text(Some(listed.period.from())),
            lang,
        ),
        Cell::typed(
            &name("until"),
            UNTIL,
            day_text(Some(listed.period.to())),
            lang,
        ),
        Cell::typed(&name("opens"), OPENS, day_text(listed.opens), lang),
        Cell::typed(
            &name("day"),
            DAY,
            day_text(deadline.map(|due| due.date)),
            lang,
        ),
        Cell::typed(
            &name("hour"),
            HOUR,
            hour_text(deadline.and_then(|due| due.time)),
            lang,
        ),
        Cell::choosing(&name("bound"), BOUND, picked(BOUNDS, &bound, lang), lang),
    ];
    cells.extend(made.into_iter().map(|cell| cell.of(&group)));
}

fn recurring_cells(cells: &mut Vec<Cell>, recurrence: &Recurrence, lang: Lang) {
    if let Cycle::Week { ends } = recurrence.cycle {
        cells.push(Cell::choosing(
            "ends",
            ENDS,
            picked(WEEKDAYS, &ends, lang),
            lang,
        ));
    }
    due_cells(cells, recurrence.deadline.as_ref(), lang);
}

/// A deadline that is counted from a day.
fn due_cells(cells: &mut Vec<Cell>, deadline: Option<&RelativeDeadline>, lang: Lang) {
    let due = due_name(deadline);
    cells.push(Cell::choosing("due", DUE, named(DUES, due, lang), lang));
    let Some(deadline) = deadline else {
        return;
    };
    let days = deadline.days_after.or(deadline.working_days_after);
    match (days, deadline.day_of_month) {
        (Some(days), _) => cells.push(Cell::typed("days", COUNT, days.to_string(), lang)),
        (None, Some(day)) => {
            let day = day.get().to_string();
            cells.push(Cell::typed("days", DAY_OF_MONTH, day, lang));
        }
        (None, None) => {}
    }
    cells.push(Cell::typed("hour", HOUR, hour_text(deadline.time), lang));
    cells.push(Cell::choosing(
        "bound",
        BOUND,
        picked(BOUNDS, &deadline.bound, lang),
        lang,
    ));
}

pub(super) fn cycle_name(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Listed(_) => "listed",
        Schedule::Event(_) => "",
        Schedule::OnDemand(_) => "onDemand",
        Schedule::Recurring(recurrence) => match recurrence.cycle {
            Cycle::Day => "day",
            Cycle::Week { .. } => "week",
            Cycle::Month { ends_on: None } => "month",
            Cycle::Quarter => "quarter",
            Cycle::HalfYear => "halfYear",
            Cycle::Year => "year",
            _ => "",
        },
    }
}

pub(super) fn due_name(deadline: Option<&RelativeDeadline>) -> &'static str {
    match deadline {
        None => "none",
        Some(due) if due.working_days_after.is_some() => "workingDaysAfter",
        Some(due) if due.days_after.is_some() => "daysAfter",
        Some(due) if due.months_after > 0 => "nextMonth",
        Some(_) => "dayOfMonth",
    }
}

pub(in super::super) fn set(duty: &mut Duty, known: Known<'_>, cell: &str, text: &str) -> Set {
    match cell {
        "name" => duty.name = in_one_line(text)?,
        "to" => duty.to = maybe(text),
        "gathers" => duty.gathers = chosen(GATHERED, text).ok_or(&NO_SUCH)?,
        "by" => {
            if let Some(by) = groups::chosen(text) {
                duty.by = by;
            }
        }
        "applies" => {
            let mut stated = duty.schedules.iter();
            let one = stated.find(|one| one.id == *text).ok_or(&NO_SUCH)?;
            duty.applies = one.id.clone();
        }
        _ => {
            let applies = duty.applies.clone();
            let mut stated = duty.schedules.iter_mut();
            let one = stated.find(|one| one.id == applies).ok_or(&NO_SUCH)?;
            return schedule::set(&mut one.schedule, known, cell, text);
        }
    }
    Ok(())
}

/// What kind of report a name and its periods make, as the office groups them.
pub(in super::super) fn kind_of(name: &str, schedule: Option<&Schedule>) -> Option<Id> {
    let cycle = schedule.map(cycle_name).unwrap_or_default();
    let name = crate::text::fold(name);
    let word = match cycle {
        "day" => "daily",
        "week" => "weekly",
        "month" => "monthly",
        "quarter" => "quarterly",
        "halfYear" => "half-year",
        "year" => "year",
        "onDemand" => "on-demand",
        _ if name.contains("nhanh") => "quick",
        _ if name.contains("ke hoach") || name.contains("dang ky") => "registration",
        _ if name.contains("tong ket") || name.contains("ket qua") => "closing",
        _ => "report",
    };
    Id::new(word).ok()
}
