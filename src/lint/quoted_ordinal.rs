//! An activity that is another one of its series than its words say.
//!
//! Why: units report on the 152nd and find the 125th in the list; two of them count as one, or one as two.
//! Example: "Ngày Chủ nhật xanh lần thứ 152", stored as the 125th.

use super::view::View;
use super::words::{Ends, clause_before};
use super::{Lint, LintFinding, Slice, Stated};
use crate::finding::Severity;
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&ACTIVITY_OTHER_ORDINAL],
};

static ACTIVITY_OTHER_ORDINAL: Lint = Lint {
    code: "activity.otherOrdinal",
    about: "An activity is another one of its series than its words say.",
    severities: &[Severity::Warning],
    gaps: &[("written", &["152"]), ("stored", &["125"])],
    says: Both {
        vi: "Văn bản ghi lần thứ {written}, nhưng hoạt động trong kế hoạch là lần thứ {stored}.",
        en: "The document says number {written} of the series, but the plan's activity is number {stored}.",
    },
    mend: Both {
        vi: "Sửa lần thứ của hoạt động theo văn bản.",
        en: "Correct the activity's number by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, activity) in view.activities() {
        let Some(stored) = activity.ordinal.map(i64::from) else {
            continue;
        };
        let title = written(&plain(&activity.title));
        let quote = activity.source.quote.as_deref().map(plain);
        let quote = quote.map_or_else(Vec::new, |text| written(&text));
        // The title is of this one; a sentence may name others too.
        let [only] = (if title.is_empty() { quote } else { title })[..] else {
            continue;
        };
        if only == stored {
            continue;
        }
        let said = ACTIVITY_OTHER_ORDINAL
            .with("written", only)
            .with("stored", stored);
        let stated = Stated::new(path.clone(), &activity.source, None);
        out.push(LintFinding::new(Severity::Warning, path, said).stating([stated]));
    }
}

/// Each number of a series, and no congress, term or plenum.
fn written(text: &str) -> Vec<i64> {
    let mut found = Vec::new();
    for (at, words) in text.match_indices("lan thu ") {
        let before = text.get(..at).unwrap_or_default();
        let clause = clause_before(before, Ends::Bracket);
        let of_a_body = [
            "dai hoi",
            "nghi quyet",
            "hoi nghi",
            "ke hoach",
            "khoa",
            "nhiem ky",
        ];
        let rest = text.get(at + words.len()..).unwrap_or_default();
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse()
            && !of_a_body.iter().any(|body| clause.contains(body))
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, plan};
    use serde_json::json;

    #[test]
    fn which_of_a_series() {
        let other = "warning activity.otherOrdinal";
        for (title, quote, ordinal, expected) in [
            (
                "Ngày Chủ nhật xanh",
                "Ngày Chủ nhật xanh lần thứ 152",
                125,
                other,
            ),
            (
                "Ngày Chủ nhật xanh",
                "Ngày Chủ nhật xanh lần thứ 152",
                152,
                "",
            ),
            (
                "Ngày Chủ nhật xanh lần thứ 152",
                "lần thứ 152; lần thứ 153",
                153,
                other,
            ),
            ("Ngày Chủ nhật xanh", "lần thứ 152; lần thứ 153", 153, ""),
            (
                "Hội trại",
                "Thực hiện Nghị quyết Đại hội lần thứ 12, tổ chức hội trại",
                3,
                "",
            ),
            ("Hội trại", "Hội trại lần thứ XII", 3, ""),
        ] {
            let plan = plan(
                json!({"activities": [{"id": "a", "title": title, "ordinal": ordinal,
                "source": {"section": "IV", "quote": quote}}]}),
            );
            assert_eq!(
                codes(&plan, "activity.otherOrdinal"),
                expected,
                "{title}: {quote}"
            );
        }
    }
}
