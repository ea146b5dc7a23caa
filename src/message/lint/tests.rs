use super::{Said, mend, what};
use crate::calendar::{Date, Weekday};
use crate::finding::{Path, Severity};
use crate::lint::{LintFinding, LintKind};
use crate::message::lint_views;
use crate::plan::{Bound, Deadline, Plan};
use crate::text::Lang;

fn plan() -> Plan {
    Plan::read(
        r#"{"format": 1, "id": "p", "version": 1, "title": "Kế hoạch",
            "period": {"from": "2023-02-26", "to": "2023-03-31"}, "levels": [], "units": [],
            "indicators": [], "templates": [],
            "duties": [{"id": "d", "name": "Báo cáo tuần", "kind": "weekly", "template": "form",
                "applies": "stated", "schedules": [], "source": {"section": "V"}}]}"#,
    )
    .unwrap()
}

fn finding(kind: LintKind) -> LintFinding {
    LintFinding {
        severity: Severity::Warning,
        path: Path::top("duties").at(0),
        kind,
        statements: Vec::new(),
        patch: None,
    }
}

/// One of each kind.
fn all() -> Vec<LintKind> {
    let date = Date::parse_iso("2023-03-19").unwrap();
    let deadline = Deadline {
        date,
        time: None,
        bound: Bound::Before,
    };
    let (count, expected, written) = (3, "III".to_owned(), "IV".to_owned());
    vec![
        LintKind::DateImpossible {
            written: "31/02/2023".to_owned(),
        },
        LintKind::DateWrongYear {
            date,
            expected: date,
        },
        LintKind::DateOutsidePlan { date },
        LintKind::DateOtherWeekday {
            date,
            written: Weekday::Monday,
        },
        LintKind::DeadlineBeforePeriodEnds {
            deadline,
            last: date,
        },
        LintKind::DeadlineRuleAgainstList { count },
        LintKind::DeadlineContradicts,
        LintKind::DeadlineBeforeDay { date },
        LintKind::ClosingBeforeLastEvents { deadline, count },
        LintKind::ClosingNoFinalFigures { last: date },
        LintKind::CalendarAfterFirstEvent {
            deadline,
            first: date,
        },
        LintKind::ActivityBeforeIssued {
            issued: date,
            count,
        },
        LintKind::DutyNone { added: true },
        LintKind::DutyNone { added: false },
        LintKind::DutyNoOwner { count },
        LintKind::DutyNoDeadline,
        LintKind::DutyNoChannel { count },
        LintKind::DutyNoTemplate { count },
        LintKind::TargetNoNumber { count },
        LintKind::TargetNoComparison { count },
        LintKind::TargetNoDenominator,
        LintKind::TargetShareUnclear { points: 100 },
        LintKind::TargetNoOwner { count },
        LintKind::TargetNoCadence { count },
        LintKind::TargetNotAsked,
        LintKind::TargetRepeated,
        LintKind::TargetContradicts,
        LintKind::TargetOverlaps,
        LintKind::TargetAmbiguousScope {
            units: 11,
            value: 1,
        },
        LintKind::TotalPartsTooSmall {
            total: 20,
            parts: 11,
        },
        LintKind::NumberingGap {
            expected: expected.clone(),
            written: written.clone(),
        },
        LintKind::NumberingRepeat {
            expected: expected.clone(),
            written: written.clone(),
        },
        LintKind::NumberingStyle { expected, written },
        LintKind::AnnexAbsent {
            written: "phụ lục".to_owned(),
        },
        LintKind::CitationTwoNumbers,
        LintKind::NameSeveralWays,
        LintKind::WordsDoubled {
            written: "về việc".to_owned(),
        },
        LintKind::TextActiveCharacter {
            character: "U+202E".to_owned(),
            place: 12,
        },
        LintKind::CitationTwoPeriods,
        LintKind::DocumentNoNumber,
        LintKind::DocumentNoIssueDate,
        LintKind::DocumentIssuedBeforeDrafting { issued: date },
    ]
}

#[test]
fn every_kind_has_its_sentences_without_an_open_gap() {
    let plan = plan();
    let kinds = all();
    for (code, _) in LintKind::ALL {
        assert!(kinds.iter().any(|kind| kind.code() == *code), "{code}");
    }
    for kind in kinds {
        let finding = finding(kind);
        for lang in [Lang::Vi, Lang::En] {
            let said: [Said; 2] = [what::said(&finding, &plan, lang), mend::said(&finding.kind)];
            for words in said.map(|said| said.in_words(lang)) {
                let ends = words.ends_with('.');
                assert!(
                    ends && !words.contains(['{', '}']),
                    "{}: {words}",
                    finding.code()
                );
            }
        }
    }
}

#[test]
fn words_come_into_the_gaps() {
    let views = |lang| {
        let findings = [
            finding(LintKind::DutyNoDeadline),
            finding(LintKind::TargetAmbiguousScope {
                units: 11,
                value: 1,
            }),
        ];
        let views = lint_views(&findings, &plan(), lang);
        views
            .into_iter()
            .map(|view| view.message)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        views(Lang::Vi),
        [
            "“Báo cáo tuần” không có hạn gửi.",
            "Không rõ mỗi đơn vị phải đạt 1 (cộng lại 11) hay cả 11 đơn vị cùng đạt 1.",
        ]
    );
    assert_eq!(
        views(Lang::En).first().map(String::as_str),
        Some("“Báo cáo tuần” has no deadline.")
    );
}
