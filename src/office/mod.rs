//! What an office sees of the reports of a plan, in words, and what it can decide about one.
//!
//! Pure: what has come and what was decided is passed in.

mod decision;
mod group;
mod overview;
mod points;
mod published;
mod received;
mod remeasured;
mod reminder;
mod rows;
mod summary;

pub use decision::{DecisionView, FieldReason, Outcome, Verdict, status};
pub use group::{BarPart, OfficeGroup, OfficeGroupView};
pub use overview::{Arrived, DutyOverview, Overview, StrayReport, UnitOverview};
pub use points::{PointsRow, PointsView, points, read as read_points, reviewed};
pub use published::{PlanChange, PlanState, plan_changes};
pub use received::{FindingInWords, ReceivedView, RevisionView, in_words};
pub use remeasured::{Remeasured, adds, remeasured, returned};
pub use reminder::{ReminderLine, ReminderView};
pub use rows::RowsFile;
pub use summary::summary;
