//! A plan's days moved to another year: which day becomes which, and what of a plan cannot be moved.

use super::state::List;
use crate::calendar::{Cycle, Date, Period, Weekday};
use crate::lint::words::named_in;
use crate::plan::{
    Activity, Certainty, Deadline, Duty, ListedPeriod, Plan, Schedule, Source, When, Working,
};
use crate::text::{Both, Lang, format_date, format_date_with_weekday, plain};

/// How far days move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// By so many years where the first day stays the same day of the year.
    years: Option<i32>,
    /// Else by so many days.
    days: i64,
}

/// What was not moved, or is to be looked at: where it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub list: List,
    pub id: String,
    pub message: String,
    /// The day of which that is said, where it is said of several.
    pub day: Option<String>,
}

const LEAP: Both = Both {
    vi: ": năm mới không có ngày 29/2, nên ghi 28/2.",
    en: ": the new year has no 29 February; 28 February is written.",
};
const DUE: Both = Both {
    vi: "Hạn gửi rơi vào ",
    en: "A deadline falls on ",
};
const DUE_BEFORE: Both = Both {
    vi: ", trước đây là ngày thường. Xem lại hạn này.",
    en: "; it was a weekday before. Look at it again.",
};
const NOW_ON: Both = Both {
    vi: "Trước đây vào ngày cuối tuần, nay là ngày thường. Xem lại ngày này.",
    en: "It was at a weekend and is now on a weekday. Look at this day again.",
};
const HOLIDAYS: Both = Both {
    vi: "Ngày nghỉ và ngày làm bù của năm cũ đã bỏ: lịch nghỉ mỗi năm một khác. Ghi lại theo thông báo của năm mới.",
    en: "Days off and days made up were left out: they differ every year. Write those of the new year.",
};
const ENDED: Both = Both {
    vi: "Đơn vị đã kết thúc hoạt động trước kế hoạch mới. Bỏ khỏi danh sách nếu không còn.",
    en: "The unit has ended before the new plan begins. Take it out if it is gone.",
};
const LENIENT: Both = Both {
    vi: "Gia hạn và miễn báo cáo của năm cũ đã bỏ.",
    en: "Extensions and waivers of last year were left out.",
};
const PAPER: Both = Both {
    vi: "Số, ký hiệu, ngày ban hành, căn cứ và các câu trích của văn bản cũ đã bỏ. Ghi số và ngày của văn bản mới.",
    en: "The old document's number, day of issue, bases and quotes were left out. Write the new document's number and day.",
};
const VALUES: Both = Both {
    vi: "Mức của các chỉ tiêu giữ như cũ. Đối chiếu với văn bản mới.",
    en: "The targets keep their values. Hold them against the new document.",
};
const EXPECTED: Both = Both {
    vi: "Ngày của các hoạt động được ghi là ngày dự kiến, cho đến khi văn bản mới chốt ngày.",
    en: "The days of activities are written as expected until the new document fixes them.",
};

impl Shift {
    /// From the first day of a plan to the first day that it is to have.
    pub(super) fn new(old: Date, new: Date) -> Self {
        let same = old.month() == new.month() && old.day() == new.day();
        Self {
            years: same.then(|| new.year() - old.year()),
            days: old.days_until(new),
        }
    }

    /// By how many years names that bear one move.
    pub(super) fn years(self, old: Date) -> i32 {
        let first = old.add_days(self.days).unwrap_or(old);
        self.years.unwrap_or(first.year() - old.year())
    }

    /// The day that a day becomes, and whether it is the same day of the year.
    fn day(self, day: Date) -> (Date, bool) {
        let Some(years) = self.years else {
            return (day.add_days(self.days).unwrap_or(day), true);
        };
        let year = day.year().saturating_add(years);
        match Date::new(year, day.month(), day.day()) {
            Ok(moved) => (moved, true),
            Err(_) => (
                Date::new(year, day.month(), day.day().saturating_sub(1)).unwrap_or(day),
                false,
            ),
        }
    }

    /// The day of the same day of the week, as near as can be.
    fn same_weekday(self, day: Date) -> Date {
        // Whole weeks: 3 days more or less than a week belong to the nearer one.
        let weeks = (self.days + 3).div_euclid(7);
        day.add_days(weeks * 7).unwrap_or(day)
    }

    pub(super) fn period(self, period: Period) -> Period {
        let (from, to) = (self.day(period.from()).0, self.day(period.to()).0);
        Period::new(from, to).unwrap_or(period)
    }
}

/// The plan with its days moved, and what was left.
pub(super) fn shifted(plan: &Plan, shift: Shift, lang: Lang) -> (Plan, Vec<Left>) {
    let mut next = plan.clone();
    let mut left = Vec::new();
    next.period = shift.period(plan.period);
    next.period_source = None;
    let mut say = |list, id: &str, message: String| left.push(remark(list, id, message));
    if let Some(document) = next.document.as_deref_mut() {
        (document.number, document.issued) = (None, None);
        document.bases.clear();
        say(List::Head, "", PAPER.of(lang).to_owned());
    }
    if !next.working.is_plain() {
        next.working = Working::default();
        say(List::Head, "", HOLIDAYS.of(lang).to_owned());
    }
    if !next.targets.is_empty() {
        say(List::Targets, "", VALUES.of(lang).to_owned());
    }
    for unit in &next.units {
        if unit.to.is_some_and(|to| to < next.period.from()) {
            say(List::Units, unit.id.as_str(), ENDED.of(lang).to_owned());
        }
    }
    for duty in &mut next.duties {
        for message in duty_of(duty, shift, (plan.period, next.period), lang) {
            say(List::Duties, duty.id.as_str(), message);
        }
    }
    if next.activities.iter().any(|one| !one.when.is_empty()) {
        say(List::Activities, "", EXPECTED.of(lang).to_owned());
    }
    for activity in &mut next.activities {
        for (message, day) in activity_of(activity, shift, lang) {
            let id = activity.id.as_str();
            left.push(Left {
                day,
                ..remark(List::Activities, id, message)
            });
        }
    }
    for milestone in &mut next.milestones {
        when_of(&mut milestone.when, shift, false);
    }
    for template in &mut next.templates {
        for section in &mut template.sections {
            let fields = section.fields.iter_mut().map(|field| &mut field.only);
            for only in fields.chain([&mut section.only]).flatten() {
                only.from = only.from.map(|from| shift.day(from).0);
            }
        }
    }
    unquoted(&mut next);
    (next, left)
}

fn remark(list: List, id: &str, message: String) -> Left {
    Left {
        list,
        id: id.to_owned(),
        message,
        day: None,
    }
}

/// What the old document says is said of the old days.
fn unquoted(plan: &mut Plan) {
    fn bare(source: &mut Source) {
        source.quote = None;
    }
    plan.units
        .iter_mut()
        .filter_map(|one| one.source.as_mut())
        .for_each(bare);
    plan.indicators
        .iter_mut()
        .filter_map(|one| one.source.as_mut())
        .for_each(bare);
    plan.targets
        .iter_mut()
        .for_each(|one| bare(&mut one.source));
    plan.activities
        .iter_mut()
        .for_each(|one| bare(&mut one.source));
    plan.templates
        .iter_mut()
        .for_each(|one| bare(&mut one.source));
    plan.milestones
        .iter_mut()
        .for_each(|one| bare(&mut one.source));
    for duty in &mut plan.duties {
        bare(&mut duty.source);
        duty.schedules
            .iter_mut()
            .for_each(|one| bare(&mut one.source));
    }
}

fn duty_of(duty: &mut Duty, shift: Shift, (old, new): (Period, Period), lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if !duty.extensions.is_empty() || !duty.waivers.is_empty() {
        duty.extensions.clear();
        duty.waivers.clear();
        said.push(LENIENT.of(lang).to_owned());
    }
    // Why one statement held before is a matter of the old document.
    if duty.schedules.len() < 2 {
        duty.why = None;
    }
    let applies = duty.applies.clone();
    for stated in &mut duty.schedules {
        let holds = stated.id == applies;
        match &mut stated.schedule {
            Schedule::Listed(listed) => {
                let is_weekly = weekly(listed);
                for one in listed {
                    let note = listed_of(one, shift, is_weekly, (old, new), lang);
                    said.extend(note.filter(|_| holds));
                }
            }
            Schedule::Recurring(recurrence) => {
                recurrence.within = recurrence.within.map(|within| shift.period(within));
            }
            Schedule::OnDemand(rule) => {
                rule.within = rule.within.map(|within| shift.period(within));
            }
            Schedule::Event(_) => {}
        }
    }
    said
}

/// Whether the periods are weeks; the first and the last may be cut by the plan's own days.
fn weekly(listed: &[ListedPeriod]) -> bool {
    let weeks = listed.iter().filter(|one| one.period.len_days() == 7);
    listed.len() > 1 && weeks.count() + 2 >= listed.len() && listed.len() > 2
        || listed.len() == 2 && listed.iter().all(|one| one.period.len_days() == 7)
}

fn listed_of(
    one: &mut ListedPeriod,
    shift: Shift,
    is_weekly: bool,
    (old, new): (Period, Period),
    lang: Lang,
) -> Option<String> {
    let moved = |day: Date| {
        if is_weekly {
            shift.same_weekday(day)
        } else {
            shift.day(day).0
        }
    };
    let (from, to) = (one.period.from(), one.period.to());
    let is_first = from == old.from();
    let is_last = to == old.to();
    let to_moved = if is_last { new.to() } else { moved(to) };
    let from_moved = if is_first { new.from() } else { moved(from) };
    one.period = Period::new(from_moved.min(to_moved), to_moved).unwrap_or(one.period);
    one.opens = one.opens.map(moved);
    let deadline = one.deadline.as_mut()?;
    let before = deadline.date;
    deadline.date = moved(before);
    fell(before, deadline, lang)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// What is said of a deadline that has come to lie at a weekend.
fn fell(before: Date, deadline: &Deadline, lang: Lang) -> Option<String> {
    (is_weekend(deadline.date) && !is_weekend(before)).then(|| {
        let day = format_date_with_weekday(deadline.date, lang);
        [DUE.of(lang), &day, DUE_BEFORE.of(lang)].concat()
    })
}

fn activity_of(activity: &mut Activity, shift: Shift, lang: Lang) -> Vec<(String, Option<String>)> {
    let named = named_in(&plain(&activity.title));
    let mut said = Vec::new();
    for when in &mut activity.when {
        let (before, _) = when.applies();
        let is_by_weekday = named.is_some() || matches!(when.repeats, Some(Cycle::Week { .. }));
        let is_same = when_of(when, shift, is_by_weekday);
        if !is_same {
            said.push(([&format_date(before), LEAP.of(lang)].concat(), None));
        }
        let is_one = when.to.is_none() && when.repeats.is_none();
        if is_one && is_weekend(before) && !is_weekend(when.from) {
            let day = format_date_with_weekday(when.from, lang);
            said.push((NOW_ON.of(lang).to_owned(), Some(day)));
        }
        if when.certainty == Certainty::Exact {
            when.certainty = Certainty::Expected;
        }
    }
    said
}

/// Moves the days that apply; whether they are the same days of the year.
fn when_of(when: &mut When, shift: Shift, is_by_weekday: bool) -> bool {
    let (from, to) = when.applies();
    let moved = |day: Date| {
        if is_by_weekday {
            (shift.same_weekday(day), true)
        } else {
            shift.day(day)
        }
    };
    let ((from, first), (to, last)) = (moved(from), moved(to));
    when.to = when
        .to
        .is_some()
        .then_some(to)
        .or_else(|| when.correction.as_ref().and_then(|one| one.to.map(|_| to)));
    when.correction = None;
    when.from = from;
    first && last
}
