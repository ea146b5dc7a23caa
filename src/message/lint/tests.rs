use super::lint_example;
use crate::lint::{lint, lints};
use crate::message::lint_views;
use crate::plan::Plan;
use crate::text::Lang;
use serde_json::json;

#[test]
fn every_sentence_has_words_for_its_gaps_and_no_others() {
    for lint in lints() {
        for lang in [Lang::Vi, Lang::En] {
            let (says, mend) = lint_example(lint, lang);
            for words in [says, mend] {
                let ends = words.ends_with('.');
                assert!(
                    ends && !words.contains(['{', '}']),
                    "{}: {words}",
                    lint.code
                );
            }
        }
        for (gap, _) in lint.gaps {
            let gap = ["{", gap, "}"].concat();
            let all = [lint.says.vi, lint.says.en, lint.mend.vi, lint.mend.en].concat();
            assert!(all.contains(&gap), "{}: {gap}", lint.code);
        }
    }
}

#[test]
fn words_come_into_the_gaps() {
    let duty = json!({"id": "d", "name": "Báo cáo tuần", "kind": "weekly", "template": "form", "applies": "stated",
        "schedules": [{"id": "stated", "source": {"section": "V"}, "schedule": {"listed": [
            {"period": {"from": "2023-03-01", "to": "2023-03-31"}}]}}], "source": {"section": "V"}});
    let plan = json!({"format": 1, "id": "p", "version": 1, "title": "Kế hoạch",
        "period": {"from": "2023-02-26", "to": "2023-03-31"}, "levels": [], "units": [],
        "templates": [{"id": "form", "source": {"section": "V"}, "sections": []}],
        "indicators": [], "duties": [duty]});
    let plan = Plan::read(&plan.to_string()).unwrap();
    let mut found = lint(&plan);
    found.retain(|finding| finding.code() == "duty.noDeadline");
    let said = |lang| {
        let views = lint_views(&found, &plan, lang);
        views
            .into_iter()
            .map(|view| view.message)
            .collect::<Vec<_>>()
    };
    assert_eq!(said(Lang::Vi), ["“Báo cáo tuần” không có hạn gửi."]);
    assert_eq!(said(Lang::En), ["“Báo cáo tuần” has no deadline."]);
}
