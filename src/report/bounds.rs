//! How large a draft or report may be. Wide enough for any real report; narrow enough that no text can
//! make a page or a server work for long.

/// The most activities of one report.
pub const MAX_ACTIVITIES: usize = 300;

/// The most figures of one report.
pub const MAX_FIGURES: usize = 1_000;

/// The most explanations of one report.
pub const MAX_EXPLANATIONS: usize = 1_000;

/// The most links of one activity.
pub const MAX_LINKS: usize = 20;

/// The most partner units of one activity.
pub const MAX_PARTNERS: usize = 50;

/// The most characters of an activity's title, its place, and the name of one partner unit.
pub const MAX_LINE: u64 = 300;

/// The most characters of an activity's note.
pub const MAX_NOTE: u64 = 2_000;

/// The most characters of all texts of all activities of one report: three hundred of them with a full note each. What is
/// within it is taken in by the collector, whose bodies may be four times as long in bytes.
pub const MAX_LIST: usize = 700_000;

/// The most characters of one explanation.
pub const MAX_EXPLANATION: u64 = 500;

/// The most characters of any one text typed, whatever is asked there.
pub const MAX_TEXT: u64 = crate::text::MAX_TEXT as u64;
