//! Where the plan asks for evidence (minh chứng), there must be a link to it.
//!
//! Why: the office counts what it can look at.
//! Example: "Số công trình: 2" needs at least one activity with a link; a listed activity may need one
//! of its own.

use super::engine::check::View;
use crate::finding::{Finding, Kind, Path};

/// A figure above zero needs an activity with a link. For a share its part counts.
pub(super) fn check_figure(view: &View<'_, '_>, input: usize, out: &mut Vec<Finding>) {
    let above_zero = view.entries.number(input).is_some_and(|figure| figure > 0);
    if above_zero
        && !view
            .entries
            .activities
            .iter()
            .any(super::engine::entries::ActivityEntry::has_link)
    {
        out.push(Finding::error(view.path(input), Kind::FigureEvidence));
    }
}

/// Every activity needs a link. One that cannot be read is already said to be wrong.
pub(super) fn check_activities(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    for (index, activity) in view.entries.activities.iter().enumerate() {
        if activity.links.is_empty() {
            out.push(Finding::error(
                Path::activity_part(index, "links"),
                Kind::ActivityEvidence,
            ));
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
