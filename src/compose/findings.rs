//! What the plan lacks, what is not understood, and what the lint says of it, each with the place to mend it.

use super::act::{Act, Action};
use super::details::DetailPart;
use super::mends::{self, Remedy, setting};
use super::of_document::found_in_document;
use super::paper::name;
use super::place::{Place, place, shortened, without_name};
use super::state::{Composition, List, Named, Row};
use super::undecided::undecided;
use super::{back, details, gallery, made, view};
use crate::finding::Severity;
use crate::lint::{LintFinding, lint};
use crate::message::{lint_views, plan_problem, severity};
use crate::plan::{Plan, PlanError, PlanPart, PlanProblem};
use crate::text::{Both, Lang};
use serde::Serialize;

/// The most findings that are listed.
const MOST: usize = 500;

/// One thing to mend, in whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ComposeFinding {
    /// What kind of finding it is: the code of the lint, so that several of one kind are read as one; empty where it stands
    /// alone.
    pub kind: String,
    /// How bad it is. While there is an error, the plan cannot be published.
    pub severity: Severity,
    /// The same in a word.
    pub severity_text: String,
    /// The place in the plan, as a JSON Pointer.
    pub pointer: String,
    /// The place on the page.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: Option<String>,
    /// What mends it at once, where that is certain, or certain once a person chooses.
    pub mends: Vec<Remedy>,
}

const NO_TITLE: Both = Both {
    vi: "Kế hoạch chưa có tên. Hãy ghi tên kế hoạch.",
    en: "The plan has no title. Write one.",
};
const NO_PERIOD: Both = Both {
    vi: "Chưa rõ kế hoạch thực hiện từ ngày nào đến ngày nào. Hãy ghi hai ngày ấy.",
    en: "The plan's first and last day are not known. Write both.",
};
const NO_UNITS: Both = Both {
    vi: "Chưa có đơn vị nào. Hãy dán danh sách đơn vị, mỗi dòng một tên.",
    en: "There are no units. Paste their names, one a line.",
};
const NO_REPORTERS: Both = Both {
    vi: "Không đơn vị nào phải gửi báo cáo này. Hãy chọn lại ai gửi, hoặc thêm đơn vị.",
    en: "No unit owes this report. Choose again who sends it, or add units.",
};
const NO_DUTIES: Both = Both {
    vi: "Chưa có chế độ báo cáo nào được chọn, nên đơn vị chưa phải gửi gì. Hãy xác nhận hoặc thêm một báo cáo.",
    en: "No report is confirmed, so units have nothing to send. Confirm or add one.",
};
const UNASKED: Both = Both {
    vi: "Mẫu báo cáo này chưa hỏi gì. Hãy chọn số liệu hoặc hoạt động mà đơn vị phải ghi.",
    en: "This report asks nothing. Choose figures or activities.",
};
const ALL_UNITS: Both = Both {
    vi: "Để mọi đơn vị gửi",
    en: "Let all units send it",
};
const ASK_ALL: Both = Both {
    vi: "Hỏi mọi số liệu của kế hoạch",
    en: "Ask every figure of the plan",
};
const ASK_HELD: Both = Both {
    vi: "Hỏi các hoạt động đã tổ chức",
    en: "Ask the activities that were held",
};
const ADD_CLOSING: Both = Both {
    vi: "Thêm báo cáo kết quả khi kết thúc",
    en: "Add a closing report",
};
const TAKE_BACK: Both = Both {
    vi: "Lấy lại “",
    en: "Take back “",
};
const EMPTY: Both = Both {
    vi: "Bỏ trống",
    en: "Leave it blank",
};
const DROP_PERIOD: Both = Both {
    vi: "Bỏ kỳ lặp lại",
    en: "Drop the period that is repeated",
};
const NO_JSON: Both = Both {
    vi: "Nội dung JSON vừa sửa chưa thành kế hoạch, nên chưa được dùng. Mở thẻ JSON để sửa, hoặc lấy lại bản đang có.",
    en: "The JSON that was typed is no plan yet and is not used. Mend it under JSON, or take back what stands.",
};
const TAKE_PLAN: Both = Both {
    vi: "Lấy lại bản đang có",
    en: "Take back what stands",
};

pub(super) struct Found<'a> {
    pub made: &'a Composition,
    pub lang: Lang,
    all: Vec<ComposeFinding>,
}

/// Where something is found: the list, the row, the cell.
type At<'a> = (List, &'a str, Option<&'a str>);

impl Found<'_> {
    /// A finding; its mends are added by whoever knows them.
    pub(super) fn of(
        &self,
        (list, id, cell): At<'_>,
        is: Severity,
        pointer: &str,
        message: String,
    ) -> ComposeFinding {
        ComposeFinding {
            kind: String::new(),
            severity: is,
            severity_text: severity(is, self.lang).to_owned(),
            pointer: pointer.to_owned(),
            place: Place {
                list: name(list).to_owned(),
                id: id.to_owned(),
                cell: cell.map(str::to_owned),
                detail: cell.and_then(|cell| DetailPart::of(list, cell)),
                title: shortened(&view::title_of(self.made, list, id)),
            },
            message,
            mend: None,
            mends: Vec::new(),
        }
    }

    fn lack(&self, at: At<'_>, pointer: &str, says: Both) -> ComposeFinding {
        let message = says.of(self.lang).to_owned();
        self.of(at, Severity::Error, pointer, message)
    }

    pub(super) fn say(&mut self, finding: ComposeFinding) {
        if self.all.len() < MOST {
            self.all.push(finding);
        }
    }
}

impl ComposeFinding {
    pub(super) fn mended(mut self, says: &str, action: Action) -> Self {
        self.mends.push(Remedy {
            label: says.to_owned(),
            action,
        });
        self
    }
}

/// All that is to be said of the plan as it stands, the worst first; and whether it can be published.
pub(super) fn findings(made: &Composition, lang: Lang) -> (Vec<ComposeFinding>, bool) {
    let mut found = Found {
        made,
        lang,
        all: Vec::new(),
    };
    let plan = made::plan(made);
    lacking(&mut found, &plan);
    misunderstood(&mut found);
    let json = serde_json::to_string(&plan).unwrap_or_default();
    let told = match Plan::parse(&json) {
        Err(errors) => {
            for error in errors {
                refused(&mut found, &plan, &error);
            }
            Vec::new()
        }
        Ok(plan) => linted(&mut found, &plan),
    };
    if made.has_period {
        found_in_document(&mut found, &told);
    }
    undecided(&mut found);
    crate::order::sort(&mut found.all, |a, b| a.severity.cmp(&b.severity));
    let whole = found.all.iter().all(|one| one.severity != Severity::Error);
    (found.all, whole)
}

/// What a plan cannot be without, said as a person would.
fn lacking(found: &mut Found<'_>, plan: &Plan) {
    let lang = found.lang;
    if back::typed(found.made).is_some() {
        let take = setting(List::Head, "", back::JSON, "");
        let take = Action {
            act: Act::Write,
            ..take
        };
        let broken = found.lack((List::Head, "", Some(back::JSON)), "", NO_JSON);
        found.say(broken.mended(TAKE_PLAN.of(lang), take));
    }
    if plan.title.trim().is_empty() {
        found.say(found.lack((List::Head, "", Some("title")), "/title", NO_TITLE));
    }
    if !found.made.has_period {
        found.say(found.lack((List::Head, "", Some("from")), "/period", NO_PERIOD));
    }
    if plan.units.is_empty() {
        found.say(found.lack((List::Units, "", None), "/units", NO_UNITS));
    }
    if plan.duties.is_empty() {
        let mut none = found.lack((List::Duties, "", None), "/duties", NO_DUTIES);
        if found.made.has_period {
            none = none.mended(ADD_CLOSING.of(lang), gallery::taking(gallery::CLOSING));
        }
        found.say(none);
    }
    for (at, duty) in plan.duties.iter().enumerate() {
        let id = duty.id.as_str();
        let pointer = ["/duties/", &at.to_string()].concat();
        let asks = plan
            .template(duty.template.as_str())
            .is_some_and(|form| !form.sections.is_empty());
        if !asks {
            let all = Action {
                text: Some("all".to_owned()),
                ..mends::action(Act::Ask, List::Duties, id)
            };
            let mut unasked = found.lack((List::Duties, id, Some("activities")), &pointer, UNASKED);
            if !plan.indicators.is_empty() {
                unasked = unasked.mended(ASK_ALL.of(lang), all);
            }
            let held = setting(List::Duties, id, "activities", "held");
            found.say(unasked.mended(ASK_HELD.of(lang), held));
        }
        if !plan.units.is_empty() && !plan.units.iter().any(|unit| duty.by.chooses(unit)) {
            let all = setting(List::Duties, id, "by", "all");
            let nobody = found.lack((List::Duties, id, Some("by")), &pointer, NO_REPORTERS);
            found.say(nobody.mended(ALL_UNITS.of(lang), all));
        }
    }
}

/// What was typed and is not understood.
fn misunderstood(found: &mut Found<'_>) {
    fn of<T: Named>(found: &mut Found<'_>, list: List, rows: &[Row<T>]) {
        for row in rows
            .iter()
            .filter(|row| row.is_in() && !row.typed.is_empty())
        {
            cells(found, list, row.item.id().as_str());
        }
    }
    let made = found.made;
    of(found, List::Units, &made.units);
    of(found, List::Targets, &made.targets);
    of(found, List::Duties, &made.duties);
    of(found, List::Activities, &made.activities);
    cells(found, List::Head, "");
}

/// What of a row is not understood; what stood there before can be taken back.
fn cells(found: &mut Found<'_>, list: List, id: &str) {
    let lang = found.lang;
    let (typed, stand) = super::composer::cells_beside(found.made, list, id, lang);
    for cell in typed {
        let Some(wrong) = cell.wrong else { continue };
        let message = [&cell.label, ": ", &wrong].concat();
        let at = (list, id, Some(&*cell.name));
        let mut finding = found.of(at, Severity::Error, "", message);
        if let Some(stands) = stand.iter().find(|one| one.name == cell.name) {
            let says = if stands.text.is_empty() {
                EMPTY.of(lang).to_owned()
            } else {
                [TAKE_BACK.of(lang), &stands.text, "”"].concat()
            };
            finding = finding.mended(&says, setting(list, id, &cell.name, &stands.text));
        }
        found.say(finding);
    }
}

/// What keeps the plan from being one. What is said already is not said twice.
fn refused(found: &mut Found<'_>, plan: &Plan, error: &PlanError) {
    if matches!(&*error.pointer, "/title" | "/units" | "/levels" | "/period")
        || error.pointer.ends_with("/sections")
    {
        return;
    }
    let (list, id) = place(plan, &error.pointer);
    let message = plan_problem(&error.problem, found.lang);
    let cell = details::cell_of(plan, &error.pointer);
    let at = (list, &*id, cell.as_deref());
    let finding = found.of(at, Severity::Error, &error.pointer, message);
    found.say(match &error.problem {
        PlanProblem::UnknownId {
            part: PlanPart::Level | PlanPart::Sector,
            ..
        } if matches!(list, List::Duties | List::Targets) => {
            let cell = if list == List::Duties { "by" } else { "units" };
            finding.mended(ALL_UNITS.of(found.lang), setting(list, &id, cell, "all"))
        }
        // What was taken out and is still named somewhere.
        PlanProblem::UnknownId {
            part: PlanPart::Unit,
            id: gone,
            ..
        } => match super::state::row(&found.made.units, gone.as_str()) {
            Some(row) => {
                let says = [TAKE_BACK.of(found.lang), &row.item.name, "”"].concat();
                let back = mends::action(Act::Confirm, List::Units, gone.as_str());
                finding.mended(&says, back)
            }
            None => finding,
        },
        PlanProblem::RepeatedPeriod => {
            let mut steps = error.pointer.split('/').rev();
            let at = steps.find(|step| step.parse::<usize>().is_ok());
            let drop = Action {
                cell: at.map(str::to_owned),
                ..mends::action(Act::Discard, List::Periods, &id)
            };
            finding.mended(DROP_PERIOD.of(found.lang), drop)
        }
        _ => finding,
    });
}

fn linted(found: &mut Found<'_>, plan: &Plan) -> Vec<LintFinding> {
    let lang = found.lang;
    let mut all = lint(plan);
    all.truncate(MOST);
    let views = lint_views(&all, plan, lang);
    for (finding, view) in all.iter().zip(views) {
        let pointer = view.path.as_str().to_owned();
        let (list, id) = place(plan, &pointer);
        // A plan of which the lint says an error is still one: the office decides.
        let is = match view.severity {
            Severity::Error => Severity::Warning,
            is => is,
        };
        let mends = mends::of_lint(plan, (finding, &view), (list, &id), lang);
        let cell = details::cell_of(plan, &pointer);
        let title = view::title_of(found.made, list, &id);
        let message = without_name(&view.message, &title);
        let said = found.of((list, &id, cell.as_deref()), is, &pointer, message);
        found.say(ComposeFinding {
            kind: view.code,
            mend: Some(view.mend),
            mends,
            ..said
        });
    }
    all
}
