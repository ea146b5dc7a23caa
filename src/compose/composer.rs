//! The work on a composition: actions, undoing, and what is read of it.

use super::act::{self, Action};
use super::calendar::{DeadlineView, deadlines};
use super::cells::{self, Cell, activity, duty, figure, head, target, unit, with_typed};
use super::findings::{ComposeFinding, findings};
use super::forms::{self, AskingView};
use super::paper::{PaperLine, lines};
use super::state::{Composition, FORMAT, List, row};
use super::view::{self, CompositionView};
use super::{made, proposed, taken};
use crate::message::{misread, plan_error};
use crate::plan::Plan;
use crate::read::from_str;
use crate::reading::Reading;
use crate::text::{Both, Lang};

/// How many steps can be undone.
const STEPS: usize = 200;

/// An officer's work on one plan.
#[derive(Clone, Debug)]
pub struct Composer {
    now: Composition,
    before: Vec<Composition>,
    after: Vec<Composition>,
    lang: Lang,
}

const OTHER_FORMAT: Both = Both {
    vi: "Tệp này do một bản mới hơn của phần mềm ghi ra. Hãy tải lại trang rồi mở lại.",
    en: "A newer version of this software wrote this file. Reload the page and open it again.",
};

impl Composer {
    fn of(now: Composition, lang: Lang) -> Self {
        Self {
            now,
            before: Vec::new(),
            after: Vec::new(),
            lang,
        }
    }

    /// Begins from nothing.
    #[must_use]
    pub fn blank(lang: Lang) -> Self {
        Self::of(taken::blank(), lang)
    }

    /// Begins from what reading a document found.
    #[must_use]
    pub fn of_reading(reading: Reading, lang: Lang) -> Self {
        Self::of(proposed::proposed(reading), lang)
    }

    /// Begins from a file: a plan, or work that was kept ([`Self::save`]).
    ///
    /// # Errors
    /// All that is wrong with it, a sentence each.
    pub fn open(json: &str, lang: Lang) -> Result<Self, Vec<String>> {
        // The one member that a plan has not stands first, as it is written.
        if json.trim_start().starts_with("{\"composition\"") {
            let now: Composition = from_str(json)
                .map_err(|all| all.iter().map(|one| misread(one, lang)).collect::<Vec<_>>())?;
            if now.composition != FORMAT {
                return Err(vec![OTHER_FORMAT.of(lang).to_owned()]);
            }
            return Ok(Self::of(now, lang));
        }
        let plan = Plan::parse(json).map_err(|all| {
            all.iter()
                .map(|one| plan_error(one, lang))
                .collect::<Vec<_>>()
        })?;
        Ok(Self::of(taken::taken(plan), lang))
    }

    /// All of it, to be kept and opened again. What can be undone is not kept.
    #[must_use]
    pub fn save(&self) -> String {
        serde_json::to_string(&self.now).unwrap_or_default()
    }

    /// Does an action.
    ///
    /// # Errors
    /// Why it cannot be done, as a sentence. Text that is not understood is no error: it is kept beside its cell.
    pub fn act(&mut self, action: &Action) -> Result<(), &'static str> {
        let mut next = self.now.clone();
        act::done(&mut next, action).map_err(|wrong| wrong.of(self.lang))?;
        if next != self.now {
            self.before.push(std::mem::replace(&mut self.now, next));
            if self.before.len() > STEPS {
                self.before.remove(0);
            }
            self.after.clear();
        }
        Ok(())
    }

    /// Takes the last action back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(last) = self.before.pop() else {
            return false;
        };
        self.after.push(std::mem::replace(&mut self.now, last));
        true
    }

    /// Does again what was taken back; whether there was something.
    pub fn redo(&mut self) -> bool {
        let Some(next) = self.after.pop() else {
            return false;
        };
        self.before.push(std::mem::replace(&mut self.now, next));
        true
    }

    /// The rows, in words.
    #[must_use]
    pub fn view(&self) -> CompositionView {
        let (undo, redo) = (!self.before.is_empty(), !self.after.is_empty());
        view::view(&self.now, undo, redo, self.lang)
    }

    /// What can be corrected of a row; nothing where there is no such row.
    #[must_use]
    pub fn cells(&self, list: List, id: &str) -> Vec<Cell> {
        cells(&self.now, list, id, self.lang)
    }

    /// The document with its sentences marked.
    #[must_use]
    pub fn paper(&self) -> Vec<PaperLine> {
        lines(&self.now)
    }

    /// What each duty asks.
    #[must_use]
    pub fn forms(&self) -> Vec<AskingView> {
        forms::views(&self.now, self.lang)
    }

    /// All that is to be said of the plan as it stands, and whether it can be published.
    #[must_use]
    pub fn findings(&self) -> (Vec<ComposeFinding>, bool) {
        findings(&self.now, self.lang)
    }

    /// All deadlines of the plan as it stands.
    #[must_use]
    pub fn calendar(&self) -> Vec<DeadlineView> {
        deadlines(&made::plan(&self.now), self.lang)
    }

    /// The plan as it stands. What [`Self::findings`] calls whole, [`Plan::parse`] reads.
    #[must_use]
    pub fn plan(&self) -> Plan {
        made::plan(&self.now)
    }

    /// What a file of the plan is called.
    #[must_use]
    pub fn file_name(&self) -> String {
        view::file_name(&self.now)
    }
}

/// What can be corrected of a row, with what was typed and is not understood.
pub(super) fn cells(made: &Composition, list: List, id: &str, lang: Lang) -> Vec<Cell> {
    let known = made.known();
    let (mut cells, typed) = match list {
        List::Head => (head::cells(made, lang), &made.typed),
        List::Levels | List::Sectors => {
            let groups = if list == List::Levels {
                &made.base.levels
            } else {
                &made.base.sectors
            };
            let group = groups.iter().find(|group| group.id == *id);
            return group
                .map(|group| unit::group_cells(group, lang))
                .unwrap_or_default();
        }
        List::Units => match row(&made.units, id) {
            Some(row) => (unit::cells(&row.item, known, lang), &row.typed),
            None => return Vec::new(),
        },
        List::Targets => {
            let Some(row) = row(&made.targets, id) else {
                return Vec::new();
            };
            let own = super::state::row(&made.indicators, row.item.indicator.as_str());
            let cells = own.map(|own| target::cells(&row.item, &own.item, known, lang));
            (cells.unwrap_or_default(), &row.typed)
        }
        List::Figures => match row(&made.indicators, id) {
            Some(row) => (figure::cells(&row.item, false, lang), &row.typed),
            None => return Vec::new(),
        },
        List::Duties => {
            let Some(row) = row(&made.duties, id) else {
                return Vec::new();
            };
            let mut cells = duty::cells(&row.item, known, lang);
            cells.push(duty::activities_cell(
                view::activities_of(made, &row.item),
                lang,
            ));
            (cells, &row.typed)
        }
        List::Activities => match row(&made.activities, id) {
            Some(row) => (activity::cells(&row.item, known, lang), &row.typed),
            None => return Vec::new(),
        },
        List::Periods | List::Unused => return Vec::new(),
    };
    if !typed.is_empty() {
        let mut trial = made.clone();
        let again = |cell: &str, text: &str| -> cells::Set {
            act::attempt(&mut trial, list, id, cell, text)
        };
        with_typed(&mut cells, typed, lang, again);
    }
    cells
}
