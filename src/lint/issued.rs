//! Events before the plan was issued, and a plan issued before it was to be drafted.
//!
//! Why: units cannot be asked for what was over when they were told. Where the plan bears no day of
//! issue, it cannot be older than the newest document that it is founded on.
//! Example: "Ngày Chủ nhật xanh" on 17/3/2024 in a plan founded on a document of 03/5/2024; a plan of
//! 15/02/2023 that is to be drafted and issued in March 2023.

use super::view::{View, states};
use super::{Lint, LintFinding, Reading, Slice, Stated};
use crate::calendar::Date;
use crate::finding::{Path, Severity};
use crate::plan::Document;
use crate::text::{Both, fold};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_BEFORE_ISSUED, &DOCUMENT_ISSUED_BEFORE_DRAFTING],
};

static ACTIVITY_BEFORE_ISSUED: Lint = Lint {
    code: "activity.beforeIssued",
    about: "Events are planned for days before the plan was issued.",
    severities: &[Severity::Warning],
    gaps: &[("count", &["3"]), ("issued", &["14/2/2023"])],
    says: Both {
        vi: "{count} hoạt động diễn ra trước khi kế hoạch được ban hành (không sớm hơn ngày {issued}).",
        en: "{count} activities are before the plan was issued (not earlier than {issued}).",
    },
    mend: Both {
        vi: "Ghi các hoạt động đã diễn ra là kết quả đã có, hoặc bỏ khỏi kế hoạch.",
        en: "Mark what was already over as held, or take it out of the plan.",
    },
};

static DOCUMENT_ISSUED_BEFORE_DRAFTING: Lint = Lint {
    code: "document.issuedBeforeDrafting",
    about: "The plan was issued before the days on which it was to be drafted and issued.",
    severities: &[Severity::Warning],
    gaps: &[("issued", &["14/2/2023"])],
    says: Both {
        vi: "Văn bản đã ban hành ngày {issued}, nhưng tiến độ ghi việc xây dựng và ban hành diễn ra sau đó.",
        en: "The document was issued on {issued}, but its milestones put drafting and issuing later.",
    },
    mend: Both {
        vi: "Sửa mốc tiến độ hoặc ngày ban hành.",
        en: "Correct the milestone or the day of issue.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    let Some(document) = view.plan.document.as_deref() else {
        return;
    };
    if let Some((issued, why)) = earliest_issue(document) {
        before_issue(view, issued, why, out);
    }
    if let Some(issued) = document.issued {
        drafting(view, issued, out);
    }
}

/// The day of issue, or the first on which the plan can have been issued, and the statement of it.
fn earliest_issue(document: &Document) -> Option<(Date, Option<Stated>)> {
    if let Some(issued) = document.issued {
        return Some((issued, None));
    }
    let bases = document.bases.iter().enumerate();
    let (at, basis) = bases.max_by_key(|(at, basis)| (basis.date, usize::MAX - at))?;
    let date = basis.date?;
    let path = Path::top("document").then("bases").at(at);
    let stated = Stated::new(path, &basis.source, Some(Reading::Day(date)));
    Some((date, Some(stated)))
}

fn before_issue(view: &View<'_>, issued: Date, why: Option<Stated>, out: &mut Vec<LintFinding>) {
    let early: Vec<Stated> = view
        .plan
        .activities
        .iter()
        .enumerate()
        .filter_map(|(at, activity)| {
            let stated = activity.when.iter().filter(|when| states(activity, when));
            let days = stated.map(crate::plan::When::applies);
            let (first, _) = days.filter(|(_, last)| *last < issued).min()?;
            let path = Path::top("activities").at(at);
            Some(Stated::new(
                path,
                &activity.source,
                Some(Reading::Day(first)),
            ))
        })
        .collect();
    let Some(first) = early.first() else {
        return;
    };
    let said = ACTIVITY_BEFORE_ISSUED
        .with("issued", issued)
        .with("count", early.len());
    out.push(
        LintFinding::new(Severity::Warning, first.path.clone(), said)
            .stating(why)
            .stating(early),
    );
}

fn drafting(view: &View<'_>, issued: Date, out: &mut Vec<LintFinding>) {
    for (at, milestone) in view.plan.milestones.iter().enumerate() {
        let (first, last) = milestone.when.applies();
        if first > issued && fold(&milestone.text).contains("ban hanh") {
            let path = Path::top("milestones").at(at);
            let reading = Reading::Days(first, last);
            out.push(
                LintFinding::new(
                    Severity::Warning,
                    path.clone(),
                    DOCUMENT_ISSUED_BEFORE_DRAFTING.with("issued", issued),
                )
                .stating([
                    Stated::new(path, &milestone.source, Some(reading)),
                    Stated {
                        path: Path::top("document").then("issued"),
                        section: String::new(),
                        quote: None,
                        reading: Some(Reading::Day(issued)),
                    },
                ]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::{Value, json};

    #[test]
    fn events_before_the_plan_was_issued() {
        let cited = |date: &str| json!([{"about": "Kế hoạch của Thành Đoàn", "date": date, "source": {"section": "Căn cứ"}}]);
        for (document, expected) in [
            (
                json!({"issued": "2023-03-06"}),
                "warning activity.beforeIssued",
            ),
            (
                json!({"issued": "2023-02-15", "bases": cited("2023-03-06")}),
                "",
            ),
            (
                json!({"bases": cited("2023-03-06")}),
                "warning activity.beforeIssued",
            ),
            (json!({"bases": cited("2023-02-09")}), ""),
            (json!({}), ""),
        ] {
            let plan = plan(
                json!({"document": document, "activities": [{"id": "a", "title": "Hoạt động",
                "when": [{"from": "2023-03-05"}], "source": {"section": "IV"}}]}),
            );
            assert_eq!(codes(&plan, "activity."), expected, "{document}");
        }
    }

    #[test]
    fn issued_before_it_was_drafted() {
        let march: Value = json!({"from": "2023-03-01", "to": "2023-03-31"});
        for (issued, text, expected) in [
            (
                "2023-02-15",
                "Xây dựng, trình xin ý kiến và ban hành Chương trình",
                "warning document.issuedBeforeDrafting",
            ),
            ("2023-03-15", "Xây dựng và ban hành Chương trình", ""),
            ("2023-02-15", "Hội nghị tổng kết", ""),
        ] {
            let plan = plan(
                json!({"document": {"issued": issued, "number": "1-KH"}, "milestones": [
                {"id": "m", "text": text, "when": march, "source": {"section": "D"}}]}),
            );
            assert_eq!(codes(&plan, "document."), expected, "{issued} {text}");
        }
    }
}
