//! What a person does: one action, one step that can be undone.

use super::adding;
use super::cells::{Set, activity, duty, figure, head, scoring, target, unit};
use super::details;
use super::follows;
use super::forms;
use super::roster;
use super::state::{Composition, Decided, List, Row, Typed, row, row_mut};
use super::{back, gallery, headings, measured, mends, moved};
use crate::plan::Schedule;
use crate::read::{record, words};
use crate::text::Both;
use serde::Serialize;
use std::sync::Arc;

/// One action, in JSON: `{"act": "set", "list": "targets", "ids": ["trong-moi-cay-xanh"], "cell": "value", "text": "120"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// What is done.
    pub act: Act,
    /// To which list.
    pub list: List,
    /// To which of it.
    pub ids: Vec<String>,
    /// To which cell; of `ask` the figure, of `mend` the finding's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// What was typed or chosen; of `mend` the finding's place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Act {
    /// Corrects a cell.
    Set,
    /// Takes rows into the plan.
    Confirm,
    /// Takes rows out of the plan; they can come back.
    Discard,
    /// Makes rows proposals again.
    Propose,
    /// Adds a row named by `text`; with an `ids` of `unused` its words are taken from there, and it is done with; with one of
    /// a row (`targets/trong-moi-cay-xanh`) or of a piece of the document (`text/120`) they are that sentence's. A period is
    /// added to the duty of `ids`.
    Add,
    /// Adds another row like the one of `ids`, from the same sentence.
    Split,
    /// Adds the units that `text` names, one a line.
    Paste,
    /// Says whether the form of the duty of `ids` asks the figure `cell`; without a cell, all of them.
    Ask,
    /// Is done with sentences that are not used, or is not.
    Use,
    /// Mends what a finding says, as it says.
    Mend,
    /// Moves the whole plan so that it begins on the day of `text`; `ids` are the new names that are taken.
    Move,
    /// Takes the ready piece that `text` names.
    Take,
    /// Makes the plan what `text` says in JSON.
    Write,
    /// Says of the heading of `ids` at which level it stands, or that it is none; the document is read again.
    Level,
    /// Begins what `cell` offers among the details of a row.
    Grow,
    /// Takes away what stands at `cell` among the details of a row.
    Drop,
    /// Moves what stands at `cell` among the details of a row one up.
    Raise,
}

record!(Action { act, list; ids, cell, text });
words!(Act {
    Set,
    Confirm,
    Discard,
    Propose,
    Add,
    Split,
    Paste,
    Ask,
    Use,
    Mend,
    Move,
    Take,
    Write,
    Level,
    Grow,
    Drop,
    Raise
});

pub(super) static NOTHING: Both = Both {
    vi: "Không tìm thấy mục này; có thể nó vừa được bỏ.",
    en: "There is no such row; it may have just been taken away.",
};
static NO_UNITS: Both = Both {
    vi: "Không có đơn vị mới nào trong nội dung dán vào. Mỗi dòng ghi một đơn vị.",
    en: "There is no new unit in what was pasted. Write one a line.",
};
static LAST_PERIOD: Both = Both {
    vi: "Mỗi báo cáo cần ít nhất một kỳ.",
    en: "A report needs at least one period.",
};

/// Does all that can be done of these, and says of the first that cannot why.
pub(super) fn all_done(made: &mut Composition, actions: &[Action]) -> Set {
    let mut first = Ok(());
    for action in actions {
        let mut next = made.clone();
        match done(&mut next, action) {
            Ok(()) => *made = next,
            Err(wrong) => first = first.and(Err(wrong)),
        }
    }
    first
}

/// Does it. Text that is not understood is kept beside its cell, and no error; what cannot be done at all is one.
fn done(made: &mut Composition, action: &Action) -> Set {
    let text = action.text.as_deref().unwrap_or_default();
    match action.act {
        Act::Set => {
            let id = action.ids.first().map(|id| &**id).unwrap_or_default();
            let cell = action.cell.as_deref().unwrap_or_default();
            correct(made, action.list, id, cell, text)
        }
        Act::Confirm => stand(made, action, Decided::Confirmed),
        Act::Discard => discard(made, action),
        Act::Propose => stand(made, action, Decided::Proposed),
        Act::Add => adding::add(made, action, text),
        Act::Split => adding::split(made, action),
        Act::Paste => match roster::paste(made, text) {
            0 => Err(&NO_UNITS),
            _ => Ok(()),
        },
        Act::Ask => {
            let duty = action.ids.first().map(|id| &**id).unwrap_or_default();
            match &action.cell {
                Some(figure) => forms::set(made, duty, figure, text),
                None => forms::set_all(made, duty, text == "all"),
            }
        }
        Act::Use => {
            let rests = Arc::make_mut(&mut made.unused);
            for id in &action.ids {
                let at: Option<usize> = id.parse().ok();
                let rest = at.and_then(|at| rests.get_mut(at)).ok_or(&NOTHING)?;
                rest.done = text != "no";
            }
            Ok(())
        }
        Act::Mend => mends::mend(made, action.cell.as_deref().unwrap_or_default(), text),
        Act::Move => moved::go(made, text, &action.ids),
        Act::Take => gallery::take(made, text),
        Act::Write => {
            back::write(made, text);
            Ok(())
        }
        Act::Level => headings::set(made, &action.ids, text),
        Act::Grow => detail(made, action, details::grow),
        Act::Drop => detail(made, action, details::drop_it),
        Act::Raise => detail(made, action, details::raise),
    }
}

/// Changes what details a row has. What was typed within the list that changes and is not understood is of another place now.
fn detail(
    made: &mut Composition,
    action: &Action,
    change: fn(&mut Composition, List, &str, &str) -> Set,
) -> Set {
    let id = action.ids.first().map(|id| &**id).unwrap_or_default();
    let cell = action.cell.as_deref().unwrap_or_default();
    change(made, action.list, id, cell)?;
    let list = match cell.rsplit_once('/') {
        Some((list, at)) if at.parse::<usize>().is_ok() => list,
        _ => cell,
    };
    let typed = typed_of(made, action.list, id).ok_or(&NOTHING)?;
    typed.retain(|one| !one.cell.starts_with(list));
    Ok(())
}

/// Tries a correction; what is not understood is kept as it was typed.
fn correct(made: &mut Composition, list: List, id: &str, cell: &str, text: &str) -> Set {
    let tried = attempt(made, list, id, cell, text);
    let typed = typed_of(made, list, id).ok_or(&NOTHING)?;
    typed.retain(|one| one.cell != cell);
    if tried.is_err() {
        typed.push(Typed {
            cell: cell.to_owned(),
            text: text.to_owned(),
        });
    }
    Ok(())
}

fn typed_of<'c>(made: &'c mut Composition, list: List, id: &str) -> Option<&'c mut Vec<Typed>> {
    fn touched<T>(row: &mut Row<T>) -> &mut Vec<Typed> {
        row.corrected = row.found.is_some();
        &mut row.typed
    }
    match list {
        List::Units => row_mut(&mut made.units, id).map(touched),
        List::Targets => row_mut(&mut made.targets, id).map(touched),
        List::Figures => row_mut(&mut made.indicators, id).map(touched),
        List::Duties => row_mut(&mut made.duties, id).map(touched),
        List::Activities => row_mut(&mut made.activities, id).map(touched),
        _ => Some(&mut made.typed),
    }
}

/// Corrects a cell, or says why not.
pub(super) fn attempt(made: &mut Composition, list: List, id: &str, cell: &str, text: &str) -> Set {
    let base = Arc::clone(&made.base);
    let known = super::cells::Known {
        plan: &base,
        period: made.period(),
    };
    if details::is_detail(cell) {
        return details::set(made, list, id, cell, text);
    }
    match list {
        List::Head => head::set(made, cell, text),
        List::Levels | List::Sectors => {
            let plan = Arc::make_mut(&mut made.base);
            let groups = if list == List::Levels {
                &mut plan.levels
            } else {
                &mut plan.sectors
            };
            let group = groups
                .iter_mut()
                .find(|group| group.id == *id)
                .ok_or(&NOTHING)?;
            unit::set_group(group, text)
        }
        List::Units => {
            let row = row_mut(&mut made.units, id).ok_or(&NOTHING)?;
            unit::set(&mut row.item, known, cell, text)
        }
        List::Figures if cell == scoring::POINTS => {
            let row = row_mut(&mut made.indicators, id).ok_or(&NOTHING)?;
            scoring::set_figure(Arc::make_mut(&mut made.base), &mut row.item, text)
        }
        List::Figures => {
            let mut indicator = row(&made.indicators, id).ok_or(&NOTHING)?.item.clone();
            let before = Arc::clone(&indicator.measure);
            figure::set(&mut indicator, cell, text).unwrap_or(Err(&super::cells::NO_SUCH))?;
            if cell == "decimals" {
                measured::keep_all(made, &mut indicator, &before)?;
            }
            measured::unasked(made, &indicator, &before);
            row_mut(&mut made.indicators, id).ok_or(&NOTHING)?.item = indicator;
            Ok(())
        }
        List::Targets => {
            let mut target = row(&made.targets, id).ok_or(&NOTHING)?.item.clone();
            let own = row(&made.indicators, target.indicator.as_str());
            let mut indicator = own.ok_or(&NOTHING)?.item.clone();
            let before = Arc::clone(&indicator.measure);
            target::set(&mut target, &mut indicator, cell, text)?;
            if cell == "decimals" {
                measured::keep_all(made, &mut indicator, &before)?;
            }
            measured::unasked(made, &indicator, &before);
            let own = row_mut(&mut made.indicators, indicator.id.as_str());
            own.ok_or(&NOTHING)?.item = indicator;
            row_mut(&mut made.targets, id).ok_or(&NOTHING)?.item = target;
            Ok(())
        }
        List::Duties if cell == "activities" => {
            let duty = row(&made.duties, id).ok_or(&NOTHING)?;
            let form = duty.item.template.clone();
            let forms = Arc::make_mut(&mut made.forms);
            let mut forms = forms.iter_mut();
            let form = forms.find(|one| one.template.id == form).ok_or(&NOTHING)?;
            forms::list_activities(&mut form.template, text);
            Ok(())
        }
        List::Duties => {
            let row = row_mut(&mut made.duties, id).ok_or(&NOTHING)?;
            let mut duty = row.item.clone();
            duty::set(&mut duty, known, cell, text)?;
            row.item = duty;
            Ok(())
        }
        List::Activities => {
            let row = row_mut(&mut made.activities, id).ok_or(&NOTHING)?;
            activity::set(&mut row.item, known, cell, text)
        }
        List::Periods | List::Unused => Err(&super::cells::NO_SUCH),
    }
}

fn stand(made: &mut Composition, action: &Action, standing: Decided) -> Set {
    fn set<T: super::state::Named + Clone>(
        rows: &mut Arc<Vec<Row<T>>>,
        ids: &[String],
        standing: Decided,
    ) {
        for id in ids {
            if let Some(row) = row_mut(rows, id) {
                row.standing = standing;
            }
        }
    }
    let ids = &action.ids;
    match action.list {
        List::Units => set(&mut made.units, ids, standing),
        List::Targets => set(&mut made.targets, ids, standing),
        List::Figures => set(&mut made.indicators, ids, standing),
        List::Duties => {
            set(&mut made.duties, ids, standing);
            if standing == Decided::Confirmed {
                follows::bring(made, ids);
            }
        }
        List::Activities => set(&mut made.activities, ids, standing),
        _ => return Err(&NOTHING),
    }
    Ok(())
}

fn discard(made: &mut Composition, action: &Action) -> Set {
    let first = action.ids.first().map(|id| &**id).unwrap_or_default();
    match action.list {
        List::Levels | List::Sectors => {
            let plan = Arc::make_mut(&mut made.base);
            let groups = if action.list == List::Levels {
                &mut plan.levels
            } else {
                &mut plan.sectors
            };
            groups.retain(|group| !action.ids.iter().any(|id| group.id == *id.as_str()));
            Ok(())
        }
        List::Periods => {
            let at: Option<usize> = action.cell.as_deref().and_then(|at| at.parse().ok());
            let listed = listed(made, first)?;
            match at.filter(|at| *at < listed.len() && listed.len() > 1) {
                Some(at) => {
                    listed.remove(at);
                    Ok(())
                }
                None => Err(&LAST_PERIOD),
            }
        }
        _ => stand(made, action, Decided::Discarded),
    }
}

/// The periods of a duty that are listed one by one.
pub(super) fn listed<'c>(
    made: &'c mut Composition,
    duty: &str,
) -> Result<&'c mut Vec<crate::plan::ListedPeriod>, super::cells::Wrong> {
    let row = row_mut(&mut made.duties, duty).ok_or(&NOTHING)?;
    let applies = row.item.applies.clone();
    let mut stated = row.item.schedules.iter_mut();
    let one = stated.find(|one| one.id == applies).ok_or(&NOTHING)?;
    match &mut one.schedule {
        Schedule::Listed(listed) => Ok(listed),
        _ => Err(&NOTHING),
    }
}
