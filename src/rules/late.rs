//! A report sent after its deadline is late; that is information, and never stops it.
//!
//! Why: a late report is worth more than none, and the unit should know before it sends.
//! Example: due before 17g00 on 24/02, sent at 17g00 sharp: late by 0 seconds, for 17g00 is too late.

use super::engine::check::View;
use crate::finding::{Finding, Kind, Path};
use crate::schedule::is_late;

pub(super) fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if let (Some(now), Some(cutoff)) = (view.context.now, view.sheet.cutoff())
        && is_late(Some(cutoff), now)
    {
        let seconds = cutoff.seconds_until(now);
        out.push(Finding::info(
            Path::whole(),
            Kind::ReportLate {
                deadline: cutoff,
                seconds,
            },
        ));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::{draft, found};

    #[test]
    fn before_17g00_is_before_17g00() {
        for (now, late) in [
            ("2023-03-03T16:59:59+07:00", false),
            ("2023-03-03T17:00:00+07:00", true),
        ] {
            assert_eq!(
                !found(&draft(&[], &[]), Some(now), &[]).is_empty(),
                late,
                "{now}"
            );
        }
    }
}
