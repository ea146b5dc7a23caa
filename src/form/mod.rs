//! The headless form: everything that a page shows of a report in the making, already in words.
//!
//! A form holds a draft and runs the very checks that the whole check runs, but after each stroke only
//! those that read the input that changed. It keeps what was typed, right or wrong, and leaves
//! rendering, storage and sending to others.

mod about;
mod activities;
mod agenda;
mod alternatives;
mod belonging;
mod below;
mod blank;
mod block;
mod card;
mod claims;
mod copying;
mod differences;
mod duties;
mod files;
mod first;
mod follows;
mod goals;
mod held;
mod map;
mod official;
mod otherwise;
mod parts;
mod place;
mod place_findings;
mod points;
mod progress;
mod render;
mod review;
mod sending;
mod session;
mod summary;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod told;
mod units;
mod view;

pub use crate::value::Choice;
pub use about::{AboutView, ContactView, about};
pub use agenda::agenda;
pub use belonging::{Belonging, Written, belonging, named};
pub use blank::{Blank, BlankPeriod, BlankSection, blank};
pub use block::{BlockLeft, BlockRow, BlockView};
pub use card::{CardView, as_picked};
pub use differences::{Difference, differences};
pub use duties::{DutyView, duties, duties_beside};
pub use files::{FilesView, HEAD, OfferedView};
pub use first::{
    First, FirstForm, FirstHead, FirstInputView, FirstInputs, FirstOccasion, FirstSection,
    FirstStand, FirstUnit, first,
};
pub use follows::{FollowingFiles, Follows, beside, differ_in_files_alone, follows};
pub use held::{HeldView, ToldEvent, held};
pub use map::{MapLine, MapState, MapView};
pub(crate) use official::{BLANK, Letterhead, after, carrying_out, roman, table};
pub use official::{
    Official, OfficialBlock, OfficialLine, OfficialPair, OfficialStyle, OfficialSystem,
    OfficialTable, official, word,
};
pub use otherwise::{OtherwiseView, otherwise};
pub use parts::{PartsLine, PartsView};
pub(crate) use points::{asked_points, told_points};
pub use review::{Remark, Review, ReviewActivity, ReviewSection, ReviewTable, Row, review};
pub use sending::{in_words, of_head};
pub use summary::{Named, Summary, SummaryUnit, summary};
pub use table::{
    Pasted, PastedCell, PastedNote, PastedView, TableChange, TableColumnView, TableRowView,
    TableView,
};
pub use units::{UnitGroup, UnitView, unit_groups};
pub use view::{
    ActivityView, Change, Counts, DaysView, FieldView, FindingView, FormView, Heeded, InputView,
    ListView, PlannedView, Remains, SectionView, Tick,
};

use crate::calendar::{Instant, Period};
use crate::finding::Finding;
use crate::plan::Plan;
use crate::report::{Draft, ReportActivity};
use crate::rules::{AlsoClaimed, Entries, Past, Sheet, Told};
use crate::text::Lang;
use below::Below;
use std::rc::Rc;

/// Which form to open, for whom, and what is known at that moment.
#[derive(Clone, Debug)]
pub struct Request {
    /// The reporting unit.
    pub unit: String,
    /// The duty.
    pub duty: String,
    /// The period.
    pub period: Period,
    /// All that is known to have been reported by the unit, in the order in which it came. What it has sent of this
    /// very period is to be amended, and what of the rest is earlier, the rules say.
    pub earlier: Past,
    /// The moment.
    pub now: Instant,
    /// The language.
    pub lang: Lang,
}

/// A form being filled in.
#[derive(Debug)]
pub struct Form {
    plan: Rc<Plan>,
    sheet: Sheet,
    draft: Draft,
    entries: Entries<'static>,
    /// For each input of the sheet, the place of its indicator in the plan: a stroke must not search.
    asked: Vec<usize>,
    /// The findings of each check of the sheet.
    found: Vec<Vec<Finding>>,
    /// What is found in the cells of tables, once these were read.
    cells: Option<Vec<Finding>>,
    counts: Counts,
    earlier: Past,
    /// The inputs that stand as an earlier report said, until something is typed there.
    carried: Vec<usize>,
    /// What the office was last asked about.
    claims: Vec<ReportActivity>,
    /// What it answered.
    claimed: Vec<AlsoClaimed>,
    /// What it found in what was sent, where that stands as it was sent.
    told: Vec<Told>,
    /// What the units below sent, where it gathers them.
    below: Below,
    now: Instant,
    lang: Lang,
    /// One stable number for each activity of the draft, for pages that keep focus by it.
    keys: Vec<u32>,
    next_key: u32,
}
