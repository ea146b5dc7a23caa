//! The work on a composition: actions, undoing, and what is read of it.

use super::act::{self, Action};
use super::against::{AgainstView, Answered, against};
use super::back::{self, JsonView};
use super::calendar::{DeadlineView, deadlines};
use super::cells::with_typed;
use super::cells::{self, Cell, activity, duty, figure, head, scoring, target, unit};
use super::details::{self, DetailGroup, DetailPart};
use super::findings::{ComposeFinding, findings};
use super::forms::{self, AskingView};
use super::gallery::{self, PieceView};
use super::headings::{self, HeadingView};
use super::letters::{LettersView, UnitCode, letters};
use super::moved::{MovingView, moving};
use super::paper::{PaperLine, lines};
use super::printed::{PrintedView, printed};
use super::sheets::{self, SheetChoices, SheetView};
use super::state::{Composition, FORMAT, List, Typed, row};
use super::view::{self, CompositionView};
use super::{made, proposed, taken};
use crate::calendar::Instant;
use crate::form::agenda;
use crate::message::{misread, plan_error};
use crate::plan::Plan;
use crate::read::from_str;
use crate::reading::Reading;
use crate::sheet::{self, Book, Refused};
use crate::text::{Both, Lang};
use std::sync::Arc;

/// How many steps can be undone.
const STEPS: usize = 200;

/// An officer's work on one plan.
#[derive(Clone, Debug)]
pub struct Composer {
    now: Composition,
    before: Vec<Composition>,
    after: Vec<Composition>,
    /// The file whose units or figures are being looked at.
    book: Option<Arc<Book>>,
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
            book: None,
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
        self.act_all(std::slice::from_ref(action))
    }

    /// Does several actions as one step.
    ///
    /// # Errors
    /// Why the first of those cannot be done that cannot; the others are done.
    pub fn act_all(&mut self, actions: &[Action]) -> Result<(), &'static str> {
        let mut next = self.now.clone();
        let done = act::all_done(&mut next, actions).map_err(|wrong| wrong.of(self.lang));
        self.step(next);
        done
    }

    fn step(&mut self, next: Composition) {
        // Two shares are one although they are written in two ways, of which one is said to be unclear.
        let written = |made: &Composition| serde_json::to_string(made).unwrap_or_default();
        if next != self.now || written(&next) != written(&self.now) {
            self.before.push(std::mem::replace(&mut self.now, next));
            if self.before.len() > STEPS {
                self.before.remove(0);
            }
            self.after.clear();
        }
    }

    /// Opens a workbook or a CSV file with units or figures, to be looked at by [`Self::sheet`].
    ///
    /// # Errors
    /// Why it is not read; nothing is open then.
    pub fn open_sheet(&mut self, bytes: &[u8]) -> Result<(), Refused> {
        self.book = None;
        self.book = Some(Arc::new(sheet::read(bytes)?));
        Ok(())
    }

    /// What the open file says, as a person wants it to be taken; nothing where none is open.
    #[must_use]
    pub fn sheet(&self, wanted: &SheetChoices) -> Option<SheetView> {
        sheets::view(&self.now, self.book.as_deref()?, wanted, self.lang)
    }

    /// Takes what [`Self::sheet`] shows, in one step, and closes the file; whether anything changed.
    pub fn take_sheet(&mut self, wanted: &SheetChoices) -> bool {
        let Some(book) = self.book.take() else {
            return false;
        };
        let mut next = self.now.clone();
        if let Some(open) = sheets::opened(&self.now, &book, wanted, self.lang) {
            open.take(&mut next);
        }
        let changes = next != self.now;
        self.step(next);
        changes
    }

    /// The units and figures of the plan as the parts of a workbook, each with its name in the zip.
    #[must_use]
    pub fn workbook(&self) -> Vec<(String, String)> {
        sheet::parts(&sheets::tables(&self.now, self.lang))
    }

    /// What the units are sent whose codes these are; `form` is the address at which they open the plan.
    #[must_use]
    pub fn letters(&self, codes: &[UnitCode], form: &str) -> LettersView {
        letters(&self.now, codes, form, self.lang)
    }

    /// The telephone numbers of units, as JSON: `[{"unit": "…", "phone": "…"}]`. They stand in no plan and in no work that
    /// is saved ([`Self::save`]): whoever keeps them keeps them apart.
    #[must_use]
    pub fn phones(&self) -> String {
        serde_json::to_string(&*self.now.phones).unwrap_or_default()
    }

    /// Puts back the telephone numbers that [`Self::phones`] gave; what is none is left out.
    pub fn keep_phones(&mut self, json: &str) {
        self.now.phones = from_str(json).unwrap_or_default();
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
        let mut cells = cells(&self.now, list, id, self.lang);
        cells.retain(|cell| !details::is_detail(&cell.name));
        cells
    }

    /// All else that the model can say of a row, group by group, as far as it is shown in that part; those groups are open whose
    /// names `open` has, and those in which something is not understood.
    #[must_use]
    pub fn details(
        &self,
        list: List,
        id: &str,
        part: DetailPart,
        open: &[String],
    ) -> Vec<DetailGroup> {
        let mut wrong = cells(&self.now, list, id, self.lang);
        wrong.retain(|cell| details::is_detail(&cell.name));
        details::shown_in(&self.now, (list, id), (part, open), &wrong, self.lang)
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

    /// All deadlines of the plan as it stands; with a unit's identity those that it owes.
    #[must_use]
    pub fn calendar(&self, unit: Option<&str>) -> Vec<DeadlineView> {
        deadlines(&made::plan(&self.now), unit, self.lang)
    }

    /// The calendar file of a unit's deadlines, as [`agenda`] makes it; none where the plan has no such unit.
    #[must_use]
    pub fn agenda(&self, unit: &str, now: Instant) -> Option<String> {
        agenda(&made::plan(&self.now), unit, now, self.lang)
    }

    /// The plan as it will be asked, to be printed.
    #[must_use]
    pub fn printed(&self) -> PrintedView {
        printed(made::plan(&self.now), self.lang)
    }

    /// The plan as JSON, or what was typed in its place and is none.
    #[must_use]
    pub fn json(&self) -> JsonView {
        back::json(&self.now, self.lang)
    }

    /// The document's headings, as a person can correct them.
    #[must_use]
    pub fn outline(&self) -> Vec<HeadingView> {
        headings::outline(&self.now)
    }

    /// What moving the plan to that first day would make; to the same day of the next year where nothing is typed.
    #[must_use]
    pub fn moving(&self, first: &str) -> MovingView {
        moving(&self.now, first, self.lang)
    }

    /// Ready pieces that can be taken.
    #[must_use]
    pub fn pieces(&self) -> Vec<PieceView> {
        gallery::pieces(self.lang)
    }

    /// What the plan as it stands changes against a published one, and whom that touches. `sent` are the reports that the
    /// office has, as far as that is known.
    #[must_use]
    pub fn against(&self, published: &Plan, sent: &[Answered]) -> AgainstView {
        against(published, &made::plan(&self.now), sent, self.lang)
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
    cells_beside(made, list, id, lang).0
}

/// The same, and beside it the cells as they stand without what was typed and is not understood.
pub(super) fn cells_beside(
    made: &Composition,
    list: List,
    id: &str,
    lang: Lang,
) -> (Vec<Cell>, Vec<Cell>) {
    let Some((stand, typed)) = cells_that_stand(made, list, id, lang) else {
        return (Vec::new(), Vec::new());
    };
    let mut cells = stand.clone();
    if !typed.is_empty() {
        let mut trial = made.clone();
        let again = |cell: &str, text: &str| -> cells::Set {
            act::attempt(&mut trial, list, id, cell, text)
        };
        with_typed(&mut cells, typed, lang, again);
    }
    (cells, stand)
}

/// The cells of a row without what was typed and is not understood, and that.
fn cells_that_stand<'c>(
    made: &'c Composition,
    list: List,
    id: &str,
    lang: Lang,
) -> Option<(Vec<Cell>, &'c [Typed])> {
    let known = made.known();
    let (cells, typed): (_, &[Typed]) = match list {
        List::Head => (head::cells(made, lang), made.typed.as_slice()),
        List::Levels | List::Sectors => {
            let groups = if list == List::Levels {
                &made.base.levels
            } else {
                &made.base.sectors
            };
            let group = groups.iter().find(|group| group.id == *id)?;
            (unit::group_cells(group, lang), &[])
        }
        List::Units => {
            let row = row(&made.units, id)?;
            (unit::cells(&row.item, known, lang), row.typed.as_slice())
        }
        List::Targets => {
            let row = row(&made.targets, id)?;
            let own = super::state::row(&made.indicators, row.item.indicator.as_str());
            let cells = own.map(|own| target::cells(&row.item, &own.item, known, lang));
            (cells.unwrap_or_default(), row.typed.as_slice())
        }
        List::Figures => {
            let row = row(&made.indicators, id)?;
            let mut cells = figure::cells(&row.item, false, lang);
            cells.extend(scoring::figure_cell(&made.base, &row.item, lang));
            (cells, row.typed.as_slice())
        }
        List::Duties => {
            let row = row(&made.duties, id)?;
            let mut cells = duty::cells(&row.item, known, lang);
            cells.push(duty::activities_cell(
                view::activities_of(made, &row.item),
                lang,
            ));
            (cells, row.typed.as_slice())
        }
        List::Activities => {
            let row = row(&made.activities, id)?;
            (
                activity::cells(&row.item, known, lang),
                row.typed.as_slice(),
            )
        }
        List::Periods | List::Unused => return None,
    };
    let mut cells: Vec<Cell> = cells;
    // Of the details those alone that are not understood: nobody asks for all of them at once.
    let own = typed.iter().filter(|one| details::is_detail(&one.cell));
    cells.extend(own.filter_map(|one| details::cell_at(made, (list, id), &one.cell, lang)));
    Some((cells, typed))
}
