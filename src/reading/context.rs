//! A paragraph with all that is known of where it stands.

use super::outline::Place;
use super::piece::Piece;
use super::words::roles::Role;
use super::zone::Zone;
use crate::calendar::{Date, Period};
use crate::plan::{Cadence, Document, Scope};
use std::ops::Range;

/// A paragraph of the document.
pub(super) struct Block<'a> {
    pub piece: Piece<'a>,
    pub place: Place,
    pub role: Role,
    pub zone: Zone,
    /// The level or units that the headings above it name: "Cấp quận", "Cơ sở Đoàn"; empty where they name none.
    pub level: String,
    /// Which words of the headings above it are the nearest.
    pub heading: String,
    /// The heading above that one.
    pub above: String,
    /// Whether its heading stands in front of it, in the same paragraph.
    pub run_in: bool,
    /// Whether a heading above its own says what is to be done.
    pub under_tasks: bool,
    /// Whom its numbers bind and how often, where the line that it is listed below says so.
    pub lead: Lead,
    /// The first token of what it says.
    pub body: usize,
    pub cells: Vec<Range<usize>>,
}

/// What a line that ends with a colon, or a heading, says of all that is listed below it: "Hằng tháng, mỗi chi đội:".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lead {
    pub scope: Option<Scope>,
    pub per: Option<Cadence>,
}

/// Whether the plan is of a ward, village or school, where groups (chi hội, chi đoàn, tổ) are what reports.
pub(super) fn is_small(blocks: &[Block<'_>], document: &Document) -> bool {
    let mut words = document.issuer.to_lowercase();
    for block in blocks
        .iter()
        .filter(|block| matches!(block.zone, Zone::Header | Zone::Title))
    {
        words.push(' ');
        words.push_str(&block.piece.written(0, block.piece.len()).to_lowercase());
    }
    let large = [
        "quận đoàn",
        "huyện đoàn",
        "tỉnh đoàn",
        "thành đoàn",
        "huyện",
        "quận",
        "tỉnh",
        "thành phố",
    ];
    let little = ["phường", "xã ", "thị trấn", "trường", "khu phố"];
    let named = |names: &[&str]| names.iter().any(|name| words.contains(name));
    named(&little) || !named(&large)
}

/// The years that the document speaks of.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Era {
    /// The days that the plan covers, or of the year that its title names.
    pub period: Option<Period>,
    /// The day on which it was issued.
    pub issued: Option<Date>,
}

impl Era {
    /// The day of a month, in the year that is written or in that which the document is of.
    pub fn day(&self, year: Option<i32>, month: u8, day: u8) -> Option<Date> {
        if let Some(year) = year {
            return Date::new(year, month, day).ok();
        }
        self.years()
            .find_map(|year| {
                let date = Date::new(year, month, day).ok()?;
                let inside = self.period.is_none_or(|period| period.contains(date));
                let after =
                    self.period.is_some() || self.issued.is_none_or(|issued| issued <= date);
                (inside && after).then_some(date)
            })
            .or_else(|| {
                let year = self.first_year()?;
                Date::new(year, month, day).ok()
            })
    }

    fn years(&self) -> impl Iterator<Item = i32> {
        let (from, to) = match (self.period, self.issued) {
            (Some(period), _) => (period.from().year(), period.to().year()),
            (None, Some(issued)) => (issued.year(), issued.year() + 1),
            (None, None) => (1, 0),
        };
        from..=to
    }

    pub fn first_year(&self) -> Option<i32> {
        let period = self.period.map(|period| period.from().year());
        period.or_else(|| self.issued.map(Date::year))
    }
}
