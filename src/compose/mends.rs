//! The mend of a finding as an action, where it is certain what mends it: a button that says what it makes, and one step
//! that can be undone.

use super::act::{Act, Action};
use super::cells::Set;
use super::state::{Composition, List};
use super::words::{BOUNDS, CADENCES, COMBINES, COMPARISONS, Choice, SCOPES};
use super::{back, made};
use crate::calendar::{Date, Time};
use crate::lint::{LintFinding, Word, lint};
use crate::message::{LintView, PatchJson, PatchView, lint_views};
use crate::plan::{Plan, Schedule, Threshold};
use crate::text::{
    Both, Lang, format_count, format_date_with_weekday, format_dong, format_percent, format_time,
};
use serde::Serialize;
use serde_json::Value;

/// A mend: what a button says, and what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// What it makes: "Sửa thành “không quá”".
    pub label: String,
    /// What is done.
    pub action: Action,
}

/// The most reports that are offered to ask a figure: those that ask most already.
const MOST_DUTIES: usize = 2;

/// The most letters of a name or quote on a button.
const LONGEST: usize = 60;

const MAKE: Both = Both {
    vi: "Sửa thành ",
    en: "Make it ",
};
const APPLY: Both = Both {
    vi: "Ghi ngày áp dụng là ",
    en: "Let the day be ",
};
const MEANT: Both = Both {
    vi: "Ý là ",
    en: "It means ",
};
const ASK_IN: Both = Both {
    vi: "Hỏi trong ",
    en: "Ask it in ",
};
const DROP_FIGURE: Both = Both {
    vi: "Bỏ số liệu này",
    en: "Drop this figure",
};
const FOLLOW: Both = Both {
    vi: "Áp dụng câu ",
    en: "Follow the words ",
};
static GONE: Both = Both {
    vi: "Điểm này đã khác, nên không sửa theo cách đó được nữa. Xem lại danh sách.",
    en: "This has changed meanwhile and cannot be mended so any more. Look at the list again.",
};

pub(super) fn action(act: Act, list: List, id: &str) -> Action {
    Action {
        act,
        list,
        ids: vec![id.to_owned()],
        cell: None,
        text: None,
    }
}

/// A cell set to a text.
pub(super) fn setting(list: List, id: &str, cell: &str, text: &str) -> Action {
    Action {
        cell: Some(cell.to_owned()),
        text: Some(text.to_owned()),
        ..action(Act::Set, list, id)
    }
}

/// A button that says in quotes what it makes.
fn quoted(says: Both, what: &str, action: Action, lang: Lang) -> Remedy {
    let mut short: String = what.chars().take(LONGEST).collect();
    if short.len() < what.len() {
        short.push('…');
    }
    let (open, close) = match lang {
        Lang::Vi => ("“", "”"),
        Lang::En => ("“", "”"),
    };
    Remedy {
        label: [says.of(lang), open, &short, close].concat(),
        action,
    }
}

/// The mends of what the lint found, at a row.
pub(super) fn of_lint(
    plan: &Plan,
    (finding, view): (&LintFinding, &LintView),
    (list, id): (List, &str),
    lang: Lang,
) -> Vec<Remedy> {
    if let Some(patch) = &view.patch {
        let says = match patch.value {
            PatchJson::Record(_) => APPLY,
            PatchJson::Text(_) => MAKE,
        };
        let mend = Action {
            cell: Some(view.code.clone()),
            text: Some(view.path.as_str().to_owned()),
            ..action(Act::Mend, list, id)
        };
        let made = value_words(patch, lang);
        return made
            .map(|made| quoted(says, &made, mend, lang))
            .into_iter()
            .collect();
    }
    let word = |gap: &str| {
        let mut words = finding.said.words.iter();
        words.find(|(name, _)| *name == gap).map(|(_, word)| word)
    };
    match &*view.code {
        "target.shareUnclear" => {
            let cell = if view.path.as_str().ends_with("shareOfUnits") {
                "shareOfUnits"
            } else {
                "value"
            };
            let points = match word("points") {
                Some(Word::Number(points)) => u16::try_from(*points).unwrap_or_default(),
                _ => return Vec::new(),
            };
            let percent = |hundredths: u16| {
                let text = format_percent(hundredths);
                quoted(MEANT, &text, setting(list, id, cell, &text), lang)
            };
            vec![percent(points.saturating_mul(100)), percent(points)]
        }
        "target.otherNumber" => {
            let target = plan.targets.iter().find(|target| target.id == *id);
            let text = match (word("written"), target.map(|target| target.value)) {
                (Some(Word::Number(number)), Some(Threshold::Money(_))) => format_dong(*number),
                (Some(Word::Number(number)), _) => format_count(*number),
                (Some(Word::Share(share)), _) => {
                    format_percent(u16::try_from(share.points()).unwrap_or(u16::MAX))
                }
                _ => return Vec::new(),
            };
            vec![quoted(MAKE, &text, setting(list, id, "value", &text), lang)]
        }
        "target.ambiguousScope" => {
            let scope = |name| {
                let says = named(SCOPES, name, lang).unwrap_or_default();
                quoted(MEANT, &says, setting(list, id, "scope", name), lang)
            };
            vec![scope("each"), scope("whole")]
        }
        "target.notAsked" | "figure.unasked" => {
            let figure = match list {
                List::Targets => {
                    let mut targets = plan.targets.iter();
                    let target = targets.find(|target| target.id == *id);
                    target.map(|target| target.indicator.as_str())
                }
                _ => Some(id),
            };
            let mut all = figure
                .map(|figure| asking(plan, figure, lang))
                .unwrap_or_default();
            if list == List::Figures {
                all.push(Remedy {
                    label: DROP_FIGURE.of(lang).to_owned(),
                    action: action(Act::Discard, list, id),
                });
            }
            all
        }
        "deadline.contradicts" | "deadline.ruleAgainstList" => following(plan, id, lang),
        _ => Vec::new(),
    }
}

/// A button for each report that could ask a figure.
fn asking(plan: &Plan, figure: &str, lang: Lang) -> Vec<Remedy> {
    let asks = |duty: &crate::plan::Duty| {
        let form = plan.template(duty.template.as_str());
        let sections = form.map_or(&[][..], |form| &form.sections);
        sections.iter().map(|one| one.fields.len()).sum()
    };
    let duties = plan.duties.iter().map(|duty| (asks(duty), duty));
    let mut duties: Vec<(usize, &crate::plan::Duty)> =
        duties.filter(|(asked, _)| *asked > 0).collect();
    crate::order::sort(&mut duties, |a, b| b.0.cmp(&a.0));
    let duties = duties.into_iter().map(|(_, duty)| duty).take(MOST_DUTIES);
    let ask = |duty: &crate::plan::Duty| {
        let ask = Action {
            cell: Some(figure.to_owned()),
            text: Some("may".to_owned()),
            ..action(Act::Ask, List::Duties, duty.id.as_str())
        };
        quoted(ASK_IN, &duty.name, ask, lang)
    };
    duties.map(ask).collect()
}

/// A button for each statement of a duty that does not hold and could.
fn following(plan: &Plan, duty: &str, lang: Lang) -> Vec<Remedy> {
    let Some(duty) = plan.duty(duty) else {
        return Vec::new();
    };
    let others = duty.schedules.iter().filter(|one| {
        one.id != duty.applies && one.units.is_none() && !matches!(one.schedule, Schedule::Event(_))
    });
    let id = duty.id.as_str();
    let follow = |one: &crate::plan::StatedSchedule| {
        let quote = one.source.quote.as_deref().unwrap_or(&one.source.section);
        let follow = setting(List::Duties, id, "applies", one.id.as_str());
        quoted(FOLLOW, quote, follow, lang)
    };
    others.map(follow).collect()
}

/// What a patch puts there, in words.
fn value_words(patch: &PatchView, lang: Lang) -> Option<String> {
    let text = match &patch.value {
        PatchJson::Record(record) => record.get("from")?,
        PatchJson::Text(text) => text,
    };
    if let Ok(day) = Date::parse_iso(text) {
        return Some(format_date_with_weekday(day, lang));
    }
    match patch.path.segments().last()? {
        "comparison" => named(COMPARISONS, text, lang),
        "bound" => named(BOUNDS, text, lang),
        "scope" => named(SCOPES, text, lang),
        "per" => named(CADENCES, text, lang),
        "combine" => named(COMBINES, text, lang),
        "time" => Time::parse_iso(text).ok().map(format_time),
        "address" => Some(text.clone()),
        _ => None,
    }
}

fn named<T>(table: &[Choice<T>], name: &str, lang: Lang) -> Option<String> {
    let mut table = table.iter();
    let found = table.find(|(_, other, _)| *other == name);
    // What stands in brackets explains a choice among others.
    found.map(|(_, _, says)| {
        let says = says.of(lang);
        says.split(" (").next().unwrap_or(says).to_owned()
    })
}

/// Mends the finding of that code at that place, as the lint says.
pub(super) fn mend(made: &mut Composition, code: &str, pointer: &str) -> Set {
    let plan = made::plan(made);
    let found = lint(&plan);
    let views = lint_views(&found, &plan, Lang::Vi);
    let mut same = views
        .iter()
        .filter(|view| view.code == code && view.path.as_str() == pointer);
    let patch = same.find_map(|view| view.patch.as_ref()).ok_or(&GONE)?;
    let mut json = serde_json::to_value(&plan).map_err(|_| &GONE)?;
    let value = serde_json::to_value(&patch.value).map_err(|_| &GONE)?;
    let segments: Vec<&str> = patch.path.segments().collect();
    put(&mut json, &segments, value).ok_or(&GONE)?;
    let mended = Plan::parse(&json.to_string()).map_err(|_| &GONE)?;
    back::put(made, mended);
    Ok(())
}

/// Puts a value at a place of a JSON; what leads there must be there, and the place itself need not.
fn put(json: &mut Value, segments: &[&str], value: Value) -> Option<()> {
    let (last, before) = segments.split_last()?;
    let mut at = json;
    for segment in before {
        at = match at {
            Value::Object(members) => members.entry((*segment).to_owned()).or_insert_with(|| {
                // A list or record that is left out where it is empty.
                if segment.ends_with("when") {
                    Value::Array(Vec::new())
                } else {
                    Value::Object(serde_json::Map::new())
                }
            }),
            Value::Array(items) => items.get_mut(segment.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    match at {
        Value::Object(members) => {
            members.insert((*last).to_owned(), value);
        }
        Value::Array(items) => {
            let index: usize = last.parse().ok()?;
            if index == items.len() {
                items.push(value);
            } else {
                *items.get_mut(index)? = value;
            }
        }
        _ => return None,
    }
    Some(())
}
