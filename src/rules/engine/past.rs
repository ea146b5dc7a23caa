//! What a unit has reported so far, and what of it a report is held against.
//!
//! This is the one definition of an earlier report. Form, collector, command line and sample hand over all that
//! they know of a unit, in whatever order it is at hand, and none of them chooses among it: two that chose
//! otherwise would find otherwise in the same report.

use super::sheet::Sheet;
use crate::order::sort;
use crate::plan::Combine;
use crate::read::{Node, Read, Reader};
use crate::report::Report;
use std::cmp::Ordering;

/// How many times as long another period may be and still be compared with: a first week of four days with a
/// full one, never a day with a week.
const LIKE: i64 = 2;

/// What a unit has reported so far (đã báo cáo): of each occasion the report that was handed over last, by the
/// end of its period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past(Vec<Report>);

/// Of a unit of which nothing is known.
static NOTHING: Past = Past(Vec::new());

impl Default for &Past {
    fn default() -> Self {
        &NOTHING
    }
}

impl Past {
    /// Adds a report. It stands in place of the one of the same plan, unit, duty and period that came before.
    pub fn add(&mut self, report: Report) {
        let after = |there: &Report| by_period(there, &report) != Ordering::Greater;
        let at = self.0.partition_point(after);
        let before = self.0.get_mut(..at).unwrap_or_default().iter_mut().rev();
        let mut of_period = before.take_while(|there| there.period == report.period);
        match of_period.find(|there| is_same(there, &report)) {
            Some(there) => *there = report,
            None => self.0.insert(at, report),
        }
    }

    /// Whether nothing is known of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Report> {
        self.0.iter()
    }

    /// What was reported on this very occasion: the same unit, duty and period.
    pub(crate) fn of(&self, sheet: &Sheet) -> Option<&Report> {
        self.0.iter().find(|report| sheet.is_answered_by(report))
    }

    /// The unit's reports of the same duty for periods that ended before this one begins, older first.
    pub(crate) fn before<'p>(
        &'p self,
        sheet: &'p Sheet,
    ) -> impl DoubleEndedIterator<Item = &'p Report> {
        self.ended(sheet).filter(|report| is_of_duty(report, sheet))
    }

    /// The earlier reports that say how far a figure had come: those of the same duty, and for a running total
    /// those of every duty, since it counts from the beginning of the plan whoever asks it.
    pub(crate) fn telling<'p>(
        &'p self,
        sheet: &'p Sheet,
        combine: Combine,
    ) -> impl Iterator<Item = &'p Report> {
        self.ended(sheet)
            .filter(move |report| combine == Combine::Cumulative || is_of_duty(report, sheet))
    }

    /// The earlier reports of the same duty whose periods are of like length, so that their figures are of one
    /// order: where a plan asks a day and a week under one duty, the week is held against weeks alone.
    pub(crate) fn alike<'p>(&'p self, sheet: &'p Sheet) -> impl Iterator<Item = &'p Report> {
        let days = sheet.period().len_days();
        self.before(sheet).filter(move |report| {
            let theirs = report.period.len_days();
            theirs <= days * LIKE && days <= theirs * LIKE
        })
    }

    /// The reports of which this one's period is made (các kỳ bên trong), of those that `tell` something: of shorter periods
    /// inside it, whatever duty asked them, the longest first, and none that shares a day with another; in the order of
    /// their days. A roll-up adds periods up in the same way.
    pub(crate) fn inside<'p>(
        &'p self,
        sheet: &Sheet,
        tell: &dyn Fn(&Report) -> bool,
    ) -> Vec<&'p Report> {
        let own = sheet.period();
        let is_part = |report: &&Report| {
            let period = report.period;
            own.encloses(period) && period != own && is_of_unit(report, sheet) && tell(report)
        };
        let mut parts: Vec<_> = self.0.iter().filter(is_part).collect();
        sort(&mut parts, |a, b| {
            b.period.len_days().cmp(&a.period.len_days())
        });
        let mut chosen: Vec<&Report> = Vec::new();
        for report in parts {
            let starts_before = |there: &&Report| there.period.from() < report.period.from();
            let at = chosen.partition_point(starts_before);
            let beside = chosen.get(at.saturating_sub(1)..).unwrap_or_default();
            let meets = |there: &&Report| there.period.tells_with(report.period);
            if !beside.iter().take(2).any(meets) {
                chosen.insert(at, report);
            }
        }
        chosen
    }

    fn ended<'p>(&'p self, sheet: &'p Sheet) -> impl DoubleEndedIterator<Item = &'p Report> {
        self.0.iter().filter(|report| {
            report.period.to() < sheet.period().from() && is_of_unit(report, sheet)
        })
    }
}

impl Sheet {
    /// Whether the unit reported it on another occasion, whatever duty asked it, of days until this period ends: what was done
    /// by then is done, and how the unit is reached is known.
    pub(crate) fn knows(&self, report: &Report) -> bool {
        report.period.to() <= self.period().to()
            && is_of_unit(report, self)
            && !self.is_answered_by(report)
    }

    /// Whether a report is of this very occasion.
    pub(crate) fn is_answered_by(&self, report: &Report) -> bool {
        report.period == self.period() && is_of_unit(report, self) && is_of_duty(report, self)
    }
}

impl From<Vec<Report>> for Past {
    fn from(reports: Vec<Report>) -> Self {
        let mut past = Self::default();
        for report in reports {
            past.add(report);
        }
        past
    }
}

/// A list of reports. One that this version cannot read is passed over: it can be held against nothing, and must
/// not keep a form shut.
impl Read for Past {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let mut past = Self::default();
        for item in reader.list(node) {
            let mut own = Reader::default();
            let report = Report::read(item, &mut own);
            if own.count() == 0 {
                past.add(report);
            }
        }
        past
    }
}

fn by_period(a: &Report, b: &Report) -> Ordering {
    let key = |report: &Report| (report.period.to(), report.period);
    key(a).cmp(&key(b))
}

fn is_same(a: &Report, b: &Report) -> bool {
    a.period == b.period && a.duty == b.duty && a.unit == b.unit && a.plan == b.plan
}

fn is_of_unit(report: &Report, sheet: &Sheet) -> bool {
    report.unit == sheet.unit() && report.plan == sheet.plan()
}

fn is_of_duty(report: &Report, sheet: &Sheet) -> bool {
    report.duty == sheet.duty()
}
