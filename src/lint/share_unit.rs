//! A share that is a bare number of at most 100.
//!
//! Why: shares are in hundredths of a percent, so that 100 says 1 %; who writes 100 mostly means 100 %.
//! Text says which: "100 %" and "1 %" are both taken.
//! Example: `"scope": {"shareOfUnits": 100}` for "100% cơ sở Đoàn".

use super::view::{View, stated};
use super::words::numbers;
use super::{Lint, LintFinding, Slice, Word};
use crate::finding::Severity;
use crate::plan::{Scope, Target, Threshold};
use crate::text::{Both, plain};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&TARGET_SHARE_UNCLEAR],
};

static TARGET_SHARE_UNCLEAR: Lint = Lint {
    code: "target.shareUnclear",
    about: "A share is a bare number of at most 100, which says hundredths of a percent and may mean percent.",
    severities: &[Severity::Warning],
    gaps: &[("points", &["100"]), ("read", &["1%"])],
    says: Both {
        vi: "Số {points} ghi trơn được hiểu là {read} ({points} phần vạn); có thể người viết muốn nói {points}%.",
        en: "The bare number {points} is read as {read} (hundredths of a percent); {points}% may be meant.",
    },
    mend: Both {
        vi: "Ghi bằng chữ trong ngoặc kép: “{points}%” nếu muốn nói {points}%, “{read}” nếu đúng là {read}.",
        en: "Write it as text in quotes: “{points}%” if that is meant, “{read}” if it is {read}.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, target) in view.targets() {
        let value = match target.value {
            Threshold::BasisPoints(share) => Some(("value", "basisPoints", share)),
            _ => None,
        };
        let scope = match target.scope {
            Scope::ShareOfUnits(share) => Some(("scope", "shareOfUnits", share)),
            _ => None,
        };
        for (member, key, share) in value.into_iter().chain(scope) {
            let points = share.points();
            let is_doubtful = share.is_bare() && (1..=100).contains(&points);
            if is_doubtful && !is_quoted(target, points) {
                let at = path.clone().then(member).then(key);
                out.push(
                    LintFinding::new(
                        Severity::Warning,
                        at,
                        TARGET_SHARE_UNCLEAR
                            .with("points", i64::from(points))
                            .with("read", Word::Share(share)),
                    )
                    .stating([stated(&path, target)]),
                );
            }
        }
    }
}

/// Whether the words have that very share, and not so many percent: "dưới 0,5 %" for 50.
fn is_quoted(target: &Target, points: u32) -> bool {
    let quote = target.source.quote.as_deref().unwrap_or_default();
    let written = numbers(&plain(quote));
    let has = |points: u32| {
        let mut written = written.iter();
        written.any(|number| number.percent && number.value == i64::from(points))
    };
    has(points) && !has(points * 100)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, found, target};
    use serde_json::json;

    #[test]
    fn a_bare_number_of_at_most_a_hundred_may_mean_percent() {
        for (share, doubtful) in [
            (json!(100), true),
            (json!(70), true),
            (json!(1), true),
            (json!(101), false),
            (json!(10_000), false),
            (json!(0), false),
            (json!("100 %"), false),
            (json!("1 %"), false),
        ] {
            let quote = "100% cơ sở Đoàn trồng 100 cây";
            let scope = target(quote, json!({"scope": {"shareOfUnits": share}}));
            assert_eq!(
                codes(&scope, "target.shareUnclear").is_empty(),
                !doubtful,
                "{share}"
            );
            let value = json!({"value": {"basisPoints": share}, "indicator": "members"});
            assert_eq!(
                codes(&target(quote, value), "target.shareUnclear").is_empty(),
                !doubtful,
                "{share}"
            );
        }
        // The words have the share itself.
        for (quote, share, doubtful) in [
            ("Tỷ lệ nợ quá hạn dưới 0,5%", 50, false),
            ("Không quá 1 % đoàn viên vi phạm", 100, false),
            ("Dưới 0,25 phần trăm", 25, false),
            ("Tỷ lệ nợ quá hạn dưới 0,5%", 100, true),
            ("Ít nhất 70% đoàn viên, dưới 0,7% bỏ học", 70, true),
        ] {
            let value = json!({"value": {"basisPoints": share}, "indicator": "members"});
            let found = codes(&target(quote, value), "target.shareUnclear");
            assert_eq!(!found.is_empty(), doubtful, "{quote} {share}");
        }
        let both = target("100%", json!({"scope": {"shareOfUnits": 100}}));
        let path = found(&both, "target.shareUnclear")[0].path.to_string();
        assert_eq!(path, "/targets/0/scope/shareOfUnits");
    }
}
