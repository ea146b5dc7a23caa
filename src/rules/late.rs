//! A report sent after its deadline is late; that is information, and never stops it.
//!
//! Why: a late report is worth more than none, and the unit should know before it sends.
//! Example: due before 17g00 on 24/02, sent at 17g00 sharp: late by 0 seconds, for 17g00 is too late.

use super::engine::{Check, Code, Found, Over, Param, Rule, View, When, Worded, doc};
use crate::finding::{Finding, Path};
use crate::schedule::is_late;
use crate::text::Both;

pub(super) const RULE: Rule = Rule {
    codes: &[&LATE],
    checks: &[Check {
        over: Over::Now,
        run: check,
    }],
};

static LATE: Code = Code {
    code: "report.late",
    about: doc("The report is sent after its deadline."),
    params: &[
        Param::new(
            "deadline",
            Worded::Moment,
            "The first instant that was too late.",
            "2023-03-05T00:00:00+07:00",
        ),
        Param::new(
            "seconds",
            Worded::Duration,
            "How late, in seconds.",
            "11100",
        ),
    ],
    says: Both {
        vi: "Đã quá hạn {seconds}. Báo cáo vẫn gửi được và được ghi là trễ hạn.",
        en: "The deadline passed {seconds} ago. The report can still be sent, marked late.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if let (Some(now), Some(cutoff)) = (view.context.now, view.sheet.cutoff())
        && is_late(Some(cutoff), now)
    {
        let seconds = cutoff.seconds_until(now);
        out.info(
            Path::whole(),
            LATE.with("deadline", cutoff).with("seconds", seconds),
        );
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
