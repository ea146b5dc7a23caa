//! Where the plan asks for evidence (minh chứng), there must be a link to it.
//!
//! Why: the office counts what it can look at.
//! Example: "Số công trình: 2" needs at least one activity with a link; a listed activity may need one
//! of its own.

use super::engine::{ActivityEntry, Check, Code, Found, Half, Over, Rule, View, When, doc};
use crate::finding::{Finding, Path};
use crate::text::Both;

pub(super) const RULE: Rule = Rule {
    codes: &[&OF_FIGURE, &OF_ACTIVITY],
    checks: &[
        Check {
            over: Over::EachBesideList(|input| input.evidence && input.half != Some(Half::Whole)),
            run: check_figure,
        },
        Check {
            over: Over::List,
            run: check_activities,
        },
    ],
};

static OF_FIGURE: Code = Code {
    code: "figure.evidence",
    about: doc("The figure is above zero, and no activity has a link as evidence."),
    params: &[],
    says: Both {
        vi: "Số lớn hơn 0 thì cần minh chứng. Hãy thêm một hoạt động có đường dẫn.",
        en: "A figure above 0 needs evidence. Add an activity with a link.",
    },
    when: When::WithActivities,
};

static OF_ACTIVITY: Code = Code {
    code: "activity.evidence",
    about: doc("The activity has no link as evidence, and the plan asks for one."),
    params: &[],
    says: Both {
        vi: "Hoạt động này cần minh chứng. Hãy thêm ít nhất một đường dẫn.",
        en: "This activity needs evidence. Add at least one link.",
    },
    when: When::WithActivities,
};

/// A figure above zero needs an activity with a link. For a share its part counts.
fn check_figure(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let above_zero = view.number().is_some_and(|figure| figure > 0);
    let mut activities = view.entries.activities.iter();
    if above_zero && !activities.any(ActivityEntry::has_link) {
        out.error(view.path(), &OF_FIGURE);
    }
}

/// Every activity needs a link, where the form asks it. One that cannot be read is already said to be wrong.
fn check_activities(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if !view.sheet.list().is_some_and(|list| list.evidence) {
        return;
    }
    for (index, activity) in view.entries.activities.iter().enumerate() {
        if activity.links.is_empty() {
            out.error(Path::activity_part(index, "links"), &OF_ACTIVITY);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::{draft, found};

    #[test]
    fn a_figure_above_zero_needs_a_link_that_can_be_followed() {
        let with_link = |link| {
            draft(
                &[("works", "2")],
                &[&[("title", "Sửa cầu"), ("date", "26/2"), ("links", link)]],
            )
        };
        let missing = "/figures/works figure.evidence";
        assert!(found(&with_link("https://example.vn/a"), None, &[]).is_empty());
        assert_eq!(found(&with_link(""), None, &[]), [missing]);
        assert_eq!(
            found(&with_link("ảnh"), None, &[]),
            ["/activities/0/links link.noScheme", missing]
        );
        assert!(found(&draft(&[("works", "0")], &[]), None, &[]).is_empty());
    }
}
