//! A share that is a bare number of at most 100.
//!
//! Why: shares are in hundredths of a percent, so that 100 says 1 %; who writes 100 mostly means 100 %.
//! Text says which: "100 %" and "1 %" are both taken.
//! Example: `"scope": {"shareOfUnits": 100}` for "100% cơ sở Đoàn".

use super::view::{View, stated};
use super::{LintFinding, LintKind};
use crate::finding::Severity;
use crate::plan::{Scope, Threshold};

pub(super) fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
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
            if share.is_bare() && (1..=100).contains(&points) {
                let at = path.clone().then(member).then(key);
                out.push(
                    LintFinding::new(
                        Severity::Warning,
                        at,
                        LintKind::TargetShareUnclear { points },
                    )
                    .stating([stated(&path, target)]),
                );
            }
        }
    }
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
        let both = target("100%", json!({"scope": {"shareOfUnits": 100}}));
        let path = found(&both, "target.shareUnclear")[0].path.to_string();
        assert_eq!(path, "/targets/0/scope/shareOfUnits");
    }
}
