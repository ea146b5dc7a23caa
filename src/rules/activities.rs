//! The rules over the list of activities, and the plain ones among them: how many, what each must say,
//! how long it may be, whether what it says can be read.

use super::engine::{
    ActivityEntry, Check, Code, Found, Over, Param, PartEntry, Rule, View, When, Worded, doc,
};
use super::length::fits;
use crate::finding::{Finding, Kind, Path};
use crate::plan::ActivityPart;
use crate::report::{MAX_LIST, Most, ReportActivity};
use crate::text::Both;

/// When one activity changes they all run: the list is short.
pub(super) const RULE: Rule = Rule {
    codes: &[
        &TOO_FEW,
        &UNKNOWN_PLANNED,
        &LINKS_TOO_MANY,
        &PARTNERS_TOO_MANY,
    ],
    checks: &[
        Check {
            over: Over::List,
            run: count,
        },
        Check {
            over: Over::List,
            run: required,
        },
        Check {
            over: Over::List,
            run: |view, out| each(view, out, readable),
        },
        Check {
            over: Over::List,
            run: |view, out| each(view, out, lengths),
        },
        Check {
            over: Over::List,
            run: together,
        },
        Check {
            over: Over::List,
            run: planned,
        },
    ],
};

static TOO_FEW: Code = Code {
    code: "activities.tooFew",
    about: doc("Fewer activities are listed than the form asks."),
    params: &[
        Param::new("least", Worded::Count, "How many at least.", "2"),
        Param::new("count", Worded::Count, "How many there are.", "1"),
    ],
    says: Both {
        vi: "Mới có {count} hoạt động, cần ít nhất {least}. Hãy thêm hoạt động.",
        en: "Only {count} listed; at least {least} are needed. Add activities.",
    },
    when: When::BeforeSending,
};

static UNKNOWN_PLANNED: Code = Code {
    code: "activity.unknownPlanned",
    about: doc(
        "The activity claims to come from the plan's calendar, and the plan has no such activity.",
    ),
    params: &[],
    says: Both {
        vi: "Lịch của kế hoạch không có hoạt động này. Hãy chọn lại từ lịch, hoặc thêm như hoạt động mới.",
        en: "The plan's calendar has no such activity. Choose again, or add it as a new one.",
    },
    when: When::AtOnce,
};

static LINKS_TOO_MANY: Code = Code {
    code: "links.tooMany",
    about: doc("An activity has too many links."),
    params: &[
        Param::new(
            "most",
            Worded::Count,
            "The most links of one activity.",
            "20",
        ),
        Param::new("count", Worded::Count, "The links entered.", "21"),
    ],
    says: Both {
        vi: "Đã có {count} đường dẫn, mỗi hoạt động nhận đến {most}. Hãy giữ những đường dẫn chính.",
        en: "There are {count} links; at most {most} are accepted. Keep the main ones.",
    },
    when: When::AtOnce,
};

static PARTNERS_TOO_MANY: Code = Code {
    code: "partners.tooMany",
    about: doc("An activity has too many partner units."),
    params: &[
        Param::new(
            "most",
            Worded::Count,
            "The most partner units of one activity.",
            "50",
        ),
        Param::new("count", Worded::Count, "The partner units entered.", "51"),
    ],
    says: Both {
        vi: "Đã có {count} đơn vị phối hợp, mỗi hoạt động nhận đến {most}. Hãy giữ những đơn vị chính.",
        en: "There are {count} partner units; at most {most} are accepted. Keep the main ones.",
    },
    when: When::AtOnce,
};

type EachRule = fn(usize, &ActivityEntry<'_>, &mut Vec<Finding>);

fn each(view: &View<'_, '_>, out: &mut Vec<Finding>, rule: EachRule) {
    for (index, activity) in view.entries.activities.iter().enumerate() {
        rule(index, activity, out);
    }
}

/// The form asks for so many activities at least.
fn count(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let least = view.sheet.list().map_or(0, |list| u32::from(list.least));
    let count = u32::try_from(view.entries.activities.len()).unwrap_or(u32::MAX);
    if count < least {
        out.error(
            Path::activities(),
            TOO_FEW.with("least", least).with("count", count),
        );
    }
}

/// What was entered about an activity must be readable.
fn readable(index: usize, activity: &ActivityEntry<'_>, out: &mut Vec<Finding>) {
    for &part in &ActivityPart::ALL {
        if let Some(kind) = activity.part(part).wrong() {
            out.unread(Path::activity_part(index, part.key()), kind);
        }
    }
}

/// All texts of the list together must fit what a server takes in: each may be of a right length, and three hundred of
/// them too much.
fn together(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let sum = |size: fn(&str) -> usize| {
        let mut sum = 0;
        for activity in &view.entries.activities {
            for &part in &ActivityPart::ALL {
                sum += activity.part(part).size(size);
            }
        }
        sum
    };
    // A text has at least as many bytes as characters, so most need no counting.
    if sum(str::len) > MAX_LIST {
        let length = sum(|text| text.chars().count());
        if length > MAX_LIST {
            let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            let (max, length) = (number(MAX_LIST), number(length));
            out.error(Path::activities(), Kind::TextTooLong { max, length });
        }
    }
}

/// Title and first day always; the other parts where the form says so.
fn required(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let Some(list) = view.sheet.list() else {
        return;
    };
    let is_asked = |part: ActivityPart| {
        let mut parts = list.parts.iter();
        part.is_always() || parts.any(|field| field.required && field.part == part)
    };
    for (index, activity) in view.entries.activities.iter().enumerate() {
        for &part in &ActivityPart::ALL {
            if activity.part(part).is_blank() && is_asked(part) {
                out.error(Path::activity_part(index, part.key()), Kind::Required);
            }
        }
    }
}

/// Texts and lists of an activity are bounded, as a report's are.
fn lengths(index: usize, activity: &ActivityEntry<'_>, out: &mut Vec<Finding>) {
    for &part in &ActivityPart::ALL {
        let key = part.key();
        let Some(most) = ReportActivity::most(key) else {
            continue;
        };
        let at = || Path::activity_part(index, key);
        let (code, count) = match activity.part(part) {
            PartEntry::Text(text) => {
                if let Some(text) = text.value() {
                    fits(text, most, at, out);
                }
                continue;
            }
            PartEntry::Names(names) => {
                let longest = names.iter().max_by_key(|name| name.len());
                if let (Some(name), Some(most)) = (longest, ReportActivity::most_each(key)) {
                    fits(name, most, at, out);
                }
                (&PARTNERS_TOO_MANY, names.len())
            }
            PartEntry::Links(links) => (&LINKS_TOO_MANY, links.len()),
            PartEntry::Day(_) | PartEntry::Hour(_) | PartEntry::Attendances(_) => continue,
        };
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if count > most {
            out.error(at(), code.with("most", most).with("count", count));
        }
    }
}

/// An activity that claims to come from the plan's calendar must be in it.
fn planned(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    for (index, activity) in view.entries.activities.iter().enumerate() {
        if activity
            .planned
            .as_ref()
            .is_some_and(|planned| !view.sheet.has_planned(planned))
        {
            out.error(Path::activity_part(index, "planned"), &UNKNOWN_PLANNED);
        }
    }
}
