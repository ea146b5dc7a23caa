//! Ready pieces: reports and figures that most plans have, to be taken and corrected.

use super::act::{Act, Action};
use super::cells::{Set, schedule};
use super::groups::reporters;
use super::state::{Composition, List, Row, row};
use super::{duties, forms};
use crate::calendar::{Cycle, Weekday};
use crate::plan::{
    Bound, Combine, Deadline, Duty, Field, Id, Indicator, Recurrence, RelativeDeadline, Schedule,
    Section,
};
use crate::text::{Both, Lang};
use crate::value::CountMeasure;
use serde::Serialize;
use std::sync::Arc;

/// A ready piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PieceView {
    /// Its name.
    pub title: String,
    /// What it brings.
    pub about: String,
    /// Takes it.
    pub action: Action,
}

pub(super) const WEEKLY: &str = "weekly";
pub(super) const CLOSING: &str = "closing";
pub(super) const CONTACT: &str = "contact";
pub(super) const ATTENDANCE: &str = "attendance";

/// How many days after the plan's last one the closing report is due.
const CLOSING_DAYS: i64 = 5;

const WEEKLY_NAME: &str = "Báo cáo tuần";
const CLOSING_NAME: &str = "Báo cáo kết quả";

struct Piece {
    name: &'static str,
    list: List,
    title: Both,
    about: Both,
}

const PIECES: &[Piece] = &[
    Piece {
        name: WEEKLY,
        list: List::Duties,
        title: Both {
            vi: "Báo cáo tuần",
            en: "Weekly report",
        },
        about: Both {
            vi: "Mỗi tuần một báo cáo, tính đến hết Chủ nhật, hạn gửi hết thứ Hai; hỏi mọi số liệu và các hoạt động đã tổ chức.",
            en: "One report a week up to Sunday, due on Monday; asks every figure and the activities that were held.",
        },
    },
    Piece {
        name: CLOSING,
        list: List::Duties,
        title: Both {
            vi: "Báo cáo kết quả khi kết thúc",
            en: "Closing report",
        },
        about: Both {
            vi: "Một báo cáo cho cả kế hoạch, hạn gửi 5 ngày sau ngày cuối; hỏi mọi số liệu và các hoạt động đã tổ chức.",
            en: "One report over the whole plan, due 5 days after its last day; asks every figure and the activities held.",
        },
    },
    Piece {
        name: CONTACT,
        list: List::Figures,
        title: Both {
            vi: "Người báo cáo: chức vụ, điện thoại, thư điện tử",
            en: "Who reports: post, phone, e-mail",
        },
        about: Both {
            vi: "Thêm mục Liên hệ vào mọi mẫu báo cáo, để văn phòng hỏi lại được người báo cáo.",
            en: "A section in every form, so that the office can reach whoever reported.",
        },
    },
    Piece {
        name: ATTENDANCE,
        list: List::Figures,
        title: Both {
            vi: "Số hoạt động, số lượt tham gia",
            en: "Activities and attendances",
        },
        about: Both {
            vi: "Hai số liệu cộng các kỳ: số hoạt động đã tổ chức và số lượt đoàn viên, thanh niên tham gia (một người tham gia hai lần là hai lượt).",
            en: "Two figures that add up: activities held, and attendances (who comes twice counts twice).",
        },
    },
];

static NO_PIECE: Both = Both {
    vi: "Không có mẫu này.",
    en: "There is no such piece.",
};
static NO_DAYS: Both = Both {
    vi: "Hãy ghi ngày bắt đầu và kết thúc của kế hoạch ở Thông tin chung trước.",
    en: "Write the plan's first and last day first.",
};
static THERE: Both = Both {
    vi: "Kế hoạch đã có mẫu này rồi.",
    en: "The plan has this already.",
};

/// The pieces of a list.
pub(super) fn pieces(lang: Lang) -> Vec<PieceView> {
    let view = |piece: &Piece| PieceView {
        title: piece.title.of(lang).to_owned(),
        about: piece.about.of(lang).to_owned(),
        action: taking(piece.name),
    };
    PIECES.iter().map(view).collect()
}

/// The action that takes a piece.
pub(super) fn taking(name: &str) -> Action {
    let list = PIECES.iter().find(|piece| piece.name == name);
    Action {
        act: Act::Take,
        list: list.map_or(List::Duties, |piece| piece.list),
        ids: Vec::new(),
        cell: None,
        text: Some(name.to_owned()),
    }
}

/// Takes a piece into the plan.
pub(super) fn take(made: &mut Composition, name: &str) -> Set {
    match name {
        WEEKLY => report(made, WEEKLY_NAME, weekly),
        CLOSING => {
            let last = made.period().ok_or(&NO_DAYS)?;
            let due = last.to().add_days(CLOSING_DAYS).ok_or(&NO_DAYS)?;
            report(made, CLOSING_NAME, |duty| {
                let mut period = schedule::one_period(last);
                period.deadline = Some(Deadline {
                    date: due,
                    time: None,
                    bound: Bound::By,
                });
                hold(duty, Schedule::Listed(vec![period]));
            })
        }
        CONTACT => contact(made),
        ATTENDANCE => attendance(made),
        _ => Err(&NO_PIECE),
    }
}

fn report(made: &mut Composition, name: &str, schedule: impl FnOnce(&mut Duty)) -> Set {
    made.period().ok_or(&NO_DAYS)?;
    let by = reporters(&made.base);
    let mut duty = duties::new(made, name, by).ok_or(&NO_PIECE)?;
    schedule(&mut duty);
    let stated = duty.schedule().map(|stated| &stated.schedule);
    if let Some(kind) = super::cells::duty::kind_of(name, stated) {
        duty.kind = kind;
    }
    Arc::make_mut(&mut made.duties).push(Row::own(duty));
    Ok(())
}

fn weekly(duty: &mut Duty) {
    let deadline = RelativeDeadline {
        days_after: Some(1),
        working_days_after: None,
        day_of_month: None,
        months_after: 0,
        time: None,
        bound: Bound::By,
    };
    hold(
        duty,
        Schedule::Recurring(Recurrence {
            cycle: Cycle::Week {
                ends: Weekday::Sunday,
            },
            within: None,
            skip_months: Vec::new(),
            label: Some("Tuần".to_owned()),
            deadline: Some(deadline),
        }),
    );
}

fn hold(duty: &mut Duty, schedule: Schedule) {
    if let Some(stated) = duty.schedules.first_mut() {
        stated.schedule = schedule;
    }
}

/// Whom to call, in every form that does not ask it yet.
fn contact(made: &mut Composition) -> Set {
    let ids = duties::contact(made);
    let mut is_new = false;
    for form in Arc::make_mut(&mut made.forms) {
        let sections = &mut form.template.sections;
        let asks = |id: &Id| {
            let mut fields = sections.iter().flat_map(|section| &section.fields);
            fields.any(|field| field.indicator == *id)
        };
        let missing: Vec<Id> = ids.iter().filter(|id| !asks(id)).cloned().collect();
        if missing.is_empty() {
            continue;
        }
        is_new = true;
        let fields = missing.into_iter().map(|indicator| Field {
            indicator,
            required: false,
            evidence: false,
            only: None,
        });
        match sections.iter_mut().find(|one| one.id == *forms::CONTACT) {
            Some(section) => section.fields.extend(fields),
            None => sections.push(Section {
                id: Id::new(forms::CONTACT).map_err(|_| &NO_PIECE)?,
                title: forms::CONTACT_TITLE.to_owned(),
                hint: None,
                only: None,
                fields: fields.collect(),
                activities: None,
            }),
        }
    }
    if is_new { Ok(()) } else { Err(&THERE) }
}

/// Figures that most reports ask.
fn attendance(made: &mut Composition) -> Set {
    let figures = [
        (
            "so-hoat-dong-da-to-chuc",
            "Số hoạt động đã tổ chức",
            "hoạt động",
        ),
        (
            "so-luot-tham-gia",
            "Số lượt đoàn viên, thanh niên tham gia",
            "lượt",
        ),
    ];
    let mut is_new = false;
    for (id, label, noun) in figures {
        if row(&made.indicators, id).is_some() {
            continue;
        }
        is_new = true;
        let measure = CountMeasure {
            noun: noun.to_owned(),
        };
        Arc::make_mut(&mut made.indicators).push(Row::own(Indicator {
            id: Id::new(id).map_err(|_| &NO_PIECE)?,
            label: label.to_owned(),
            hint: None,
            measure: Arc::new(measure.into()),
            combine: Combine::Sum,
            least: None,
            most: None,
            plausible: None,
            estimates: false,
            tally: None,
            source: Some(forms::source(forms::OUTSIDE)),
        }));
    }
    if is_new { Ok(()) } else { Err(&THERE) }
}
