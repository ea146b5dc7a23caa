//! What the plan lacks, what is not understood, and what the lint says of it, each with the place to mend it.

use super::made;
use super::paper::name;
use super::state::{Composition, Decided, List, Named, Row};
use super::view;
use crate::finding::Severity;
use crate::lint::lint;
use crate::message::{lint_views, plan_problem, severity};
use crate::plan::{Plan, PlanError};
use crate::text::{Both, Lang};
use serde::Serialize;

/// The most findings that are listed.
const MOST: usize = 500;

/// One thing to mend, in whole sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ComposeFinding {
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
}

/// A place on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The list.
    pub list: String,
    /// The row; empty for the list as a whole.
    pub id: String,
    /// The cell, where it is one.
    pub cell: Option<String>,
    /// What the row is called.
    pub title: String,
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
const LEFT: Both = Both {
    vi: "Còn đề xuất chắc chắn hoặc khá chắc chưa được xác nhận hay bỏ; chúng chưa nằm trong kế hoạch.",
    en: "Proposals that are sure or likely are neither confirmed nor discarded; they are not in the plan yet.",
};

struct Found<'a> {
    made: &'a Composition,
    lang: Lang,
    all: Vec<ComposeFinding>,
}

impl Found<'_> {
    fn say(
        &mut self,
        (list, id, cell): (List, &str, Option<&str>),
        is: Severity,
        pointer: &str,
        message: String,
        mend: Option<String>,
    ) {
        if self.all.len() < MOST {
            self.all.push(ComposeFinding {
                severity: is,
                severity_text: severity(is, self.lang).to_owned(),
                pointer: pointer.to_owned(),
                place: Place {
                    list: name(list).to_owned(),
                    id: id.to_owned(),
                    cell: cell.map(str::to_owned),
                    title: view::title_of(self.made, list, id),
                },
                message,
                mend,
            });
        }
    }

    fn lacks(&mut self, list: List, cell: Option<&str>, pointer: &str, says: Both) {
        let message = says.of(self.lang).to_owned();
        self.say((list, "", cell), Severity::Error, pointer, message, None);
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
    match Plan::parse(&json) {
        Err(errors) => {
            for error in errors {
                refused(&mut found, &plan, &error);
            }
        }
        Ok(plan) => linted(&mut found, &plan),
    }
    left(&mut found);
    crate::order::sort(&mut found.all, |a, b| a.severity.cmp(&b.severity));
    let whole = found.all.iter().all(|one| one.severity != Severity::Error);
    (found.all, whole)
}

/// What a plan cannot be without, said as a person would.
fn lacking(found: &mut Found<'_>, plan: &Plan) {
    if plan.title.trim().is_empty() {
        found.lacks(List::Head, Some("title"), "/title", NO_TITLE);
    }
    if !found.made.has_period {
        found.lacks(List::Head, Some("from"), "/period", NO_PERIOD);
    }
    if plan.units.is_empty() {
        found.lacks(List::Units, None, "/units", NO_UNITS);
    }
    if plan.duties.is_empty() {
        found.lacks(List::Duties, None, "/duties", NO_DUTIES);
    }
    for (at, duty) in plan.duties.iter().enumerate() {
        let asks = plan
            .template(duty.template.as_str())
            .is_some_and(|form| !form.sections.is_empty());
        let owed = plan.units.is_empty() || plan.units.iter().any(|unit| duty.by.chooses(unit));
        for (fits, cell, says) in [(asks, "activities", UNASKED), (owed, "by", NO_REPORTERS)] {
            if !fits {
                let pointer = ["/duties/", &at.to_string()].concat();
                let message = says.of(found.lang).to_owned();
                found.say(
                    (List::Duties, duty.id.as_str(), Some(cell)),
                    Severity::Error,
                    &pointer,
                    message,
                    None,
                );
            }
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
            let id = row.item.id().as_str();
            for cell in super::composer::cells(found.made, list, id, found.lang) {
                if let Some(wrong) = cell.wrong {
                    let message = [&cell.label, ": ", &wrong].concat();
                    found.say(
                        (list, id, Some(&cell.name)),
                        Severity::Error,
                        "",
                        message,
                        None,
                    );
                }
            }
        }
    }
    let made = found.made;
    of(found, List::Units, &made.units);
    of(found, List::Targets, &made.targets);
    of(found, List::Duties, &made.duties);
    of(found, List::Activities, &made.activities);
    for cell in super::composer::cells(made, List::Head, "", found.lang) {
        if let Some(wrong) = cell.wrong {
            let message = [&cell.label, ": ", &wrong].concat();
            found.say(
                (List::Head, "", Some(&cell.name)),
                Severity::Error,
                "",
                message,
                None,
            );
        }
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
    found.say(
        (list, &id, None),
        Severity::Error,
        &error.pointer,
        message,
        None,
    );
}

fn linted(found: &mut Found<'_>, plan: &Plan) {
    let mut all = lint(plan);
    all.truncate(MOST);
    for view in lint_views(&all, plan, found.lang) {
        let pointer = view.path.as_str().to_owned();
        let (list, id) = place(plan, &pointer);
        // A plan of which the lint says an error is still one: the office decides.
        let is = match view.severity {
            Severity::Error => Severity::Warning,
            is => is,
        };
        found.say(
            (list, &id, None),
            is,
            &pointer,
            view.message,
            Some(view.mend),
        );
    }
}

/// Proposals about which nobody has decided.
fn left(found: &mut Found<'_>) {
    let counted = |grade| grade != crate::reading::Grade::Maybe;
    fn any<T>(rows: &[Row<T>], counted: impl Fn(crate::reading::Grade) -> bool) -> bool {
        rows.iter().any(|row| {
            row.standing == Decided::Proposed
                && row.found.as_ref().is_some_and(|found| counted(found.grade))
        })
    }
    let made = found.made;
    for (list, is) in [
        (List::Targets, any(&made.targets, counted)),
        (List::Duties, any(&made.duties, counted)),
        (List::Activities, any(&made.activities, counted)),
    ] {
        if is {
            let message = LEFT.of(found.lang).to_owned();
            found.say((list, "", None), Severity::Info, "", message, None);
        }
    }
}

/// The row to which a pointer into the plan leads.
fn place(plan: &Plan, pointer: &str) -> (List, String) {
    let mut steps = pointer.split('/').skip(1);
    let list = steps.next().unwrap_or_default();
    let at: Option<usize> = steps.next().and_then(|at| at.parse().ok());
    let id = |id: Option<&crate::plan::Id>| id.map(|id| id.as_str().to_owned()).unwrap_or_default();
    let Some(at) = at else {
        return match list {
            "units" => (List::Units, String::new()),
            "targets" | "indicators" => (List::Targets, String::new()),
            "duties" | "templates" => (List::Duties, String::new()),
            "activities" => (List::Activities, String::new()),
            _ => (List::Head, String::new()),
        };
    };
    match list {
        "units" => (List::Units, id(plan.units.get(at).map(|one| &one.id))),
        "targets" => (List::Targets, id(plan.targets.get(at).map(|one| &one.id))),
        "indicators" => {
            let indicator = plan.indicators.get(at).map(|one| &one.id);
            let mut targets = plan.targets.iter();
            match targets.find(|target| Some(&target.indicator) == indicator) {
                Some(target) => (List::Targets, target.id.as_str().to_owned()),
                None => (List::Figures, id(indicator)),
            }
        }
        "duties" => (List::Duties, id(plan.duties.get(at).map(|one| &one.id))),
        "templates" => {
            let form = plan.templates.get(at).map(|one| &one.id);
            let mut duties = plan.duties.iter();
            let duty = duties.find(|duty| Some(&duty.template) == form);
            (List::Duties, id(duty.map(|duty| &duty.id)))
        }
        "activities" => (
            List::Activities,
            id(plan.activities.get(at).map(|one| &one.id)),
        ),
        _ => (List::Head, String::new()),
    }
}
