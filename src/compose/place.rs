//! Where on the page something stands that the plan has at a JSON Pointer.

use super::details::DetailPart;
use super::state::List;
use crate::plan::Plan;
use serde::Serialize;

/// A place on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The list; `text` for words of the document that became no row.
    pub list: String,
    /// The row; empty for the list as a whole; of words, where they begin.
    pub id: String,
    /// The cell, where it is one.
    pub cell: Option<String>,
    /// Among which details the cell is, where it is one of them.
    pub detail: Option<DetailPart>,
    /// What the row is called, in few words.
    pub title: String,
}

/// The steps of a pointer; none of what it names has a character that is escaped.
pub(super) fn steps(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.split('/').skip(1)
}

/// The most letters of a title that says where something is.
const LONGEST: usize = 60;

/// The first words of a title: enough to know it by.
pub(super) fn shortened(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let mut short = String::new();
    for word in title.split(' ') {
        if short.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.trim_end_matches([',', ';', ':']).to_owned() + "…"
}

/// The row to which a pointer into the plan leads.
pub(super) fn place(plan: &Plan, pointer: &str) -> (List, String) {
    let mut steps = steps(pointer);
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

/// What is said of a place, without the name that stands before it: "“Báo cáo tháng” không có hạn gửi."
pub(super) fn without_name(message: &str, title: &str) -> String {
    let named = message.strip_prefix('“').and_then(|rest| {
        let rest = rest.strip_prefix(title)?.strip_prefix("” ")?;
        let first = rest.chars().next().filter(|_| !title.is_empty())?;
        let capital = first.to_uppercase();
        Some(capital.chain(rest.chars().skip(1)).collect())
    });
    named.unwrap_or_else(|| message.to_owned())
}
