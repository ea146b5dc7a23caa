//! What Phiếu says to people, in Vietnamese and in English: a sentence for every finding, and the words
//! for deadlines, periods, states, targets and what was understood.
//!
//! Vietnamese comes first and is written as the organisation writes it ("trước 17g00, thứ Sáu
//! 24/2/2023"); English says the same. Numbers and dates look the same in both languages, because that
//! is how they are to be typed. A sentence says what is wrong or missing and how to mend it, blames
//! nobody and repeats nothing personal.

mod addition;
mod alternatives;
mod demand;
mod files;
mod fill;
mod goal;
mod inside;
mod lint;
mod measured;
mod misread;
mod obstacle;
mod paper;
mod plan;
mod points;
mod progress;
pub mod reminder;
pub mod rollup;
mod sentence;
mod target;
mod time;
pub mod total;
mod value;
mod words;

pub(crate) use crate::value::{clock, deed, done};
pub use addition::against;
pub use alternatives::{group_of_targets, group_reached, in_group, target_noun, targets};
pub use demand::{
    came_on_demand, due_on_demand, event_asked, event_elsewhen, event_not_owed, event_not_yet,
    event_on_paper, most_on_demand, opened_apart, opened_enough, opened_when_needed, when_opened,
};
pub use files::{beside, file_lacking, files, signed_lacking, signed_later, signed_there};
#[cfg(feature = "reading")]
pub(crate) use fill::fill;
#[cfg(feature = "reading")]
pub(crate) use goal::of_whole;
pub use goal::{target, target_of};
pub use inside::{below, card_left, day_of_week, inside, missing_below, take_below, take_inside};
pub use lint::{LintView, PatchJson, PatchView, StatedView, lint_example, lint_views};
pub use measured::measured;
pub use obstacle::obstacle;
pub use paper::{Paper, at_least, bounds, only_upon, otherwise, paper};
pub use plan::{misread, plan_error, plan_problem};
pub use points::{band, barred, most_points, no_band, own_points, points, reviewed_points, scored};
pub use progress::{as_before, before, by_estimate, estimated, remains, when};
pub use sentence::sentence;
pub use target::plain_target;
pub use time::{deadline, document, due, moment, period, released, remaining};
pub use value::{echo, value};
pub use words::{
    dated, decided, delayed, fill_in, held_up, label, occasion, of_plan, of_row, place, punctual,
    severity, stands, state, timeliness, to, unsaid,
};

use crate::text::Lang;

/// The one of the two that is in the language asked.
const fn either(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    lang.either(vi, en)
}
