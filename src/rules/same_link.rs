//! A link is the evidence of one activity.
//!
//! Why: a link copied along with the row above shows nothing of the new row's activity, and the office counts what it can
//! look at. An album of a series, or a post on one day of several activities, is the evidence of all of them. So it is
//! said only of a row with another title and another day than the row above, where no third has that link; and it is a note.
//! Example: `https://example.vn/trong-cay` under "Trồng cây" on 26/2, and again under "Hiến máu" on 1/3.

use super::engine::{ActivityEntry, Check, Code, Found, Over, Rule, View, When, doc};
use crate::finding::{Finding, Path};
use crate::text::Both;
use crate::value::Reading;

pub(super) const RULE: Rule = Rule {
    codes: &[&SAME_LINK],
    checks: &[Check {
        over: Over::List,
        run: check,
    }],
};

static SAME_LINK: Code = Code {
    code: "activity.sameLink",
    about: doc(
        "The activity has the same link as evidence as the one above it, which has another title and day.",
    ),
    params: &[],
    says: Both {
        vi: "Hoạt động liền trên cũng ghi đường dẫn này. Nếu chép nhầm, hãy thay bằng đường dẫn đúng; nếu là minh chứng \
             chung của cả hai thì không cần làm gì.",
        en: "The activity above has this link too. If it was copied by mistake, put the right one; if it is evidence of \
             both, nothing is to be done.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    let activities = &view.entries.activities;
    for (above, pair) in activities.windows(2).enumerate() {
        if let [first, second] = pair
            && second.links.iter().filter_map(Reading::value).any(|link| {
                let mut with_it = activities.iter().filter(|one| has(one, link));
                has(first, link) && with_it.nth(2).is_none()
            })
            // Words are folded only for those that share a link, which are few.
            && are_apart(first, second)
        {
            out.info(Path::activity_part(above + 1, "links"), &SAME_LINK);
        }
    }
}

/// Whether two activities have neither day nor title in common.
fn are_apart(a: &ActivityEntry<'_>, b: &ActivityEntry<'_>) -> bool {
    let days = a.date.value().zip(b.date.value());
    let [[title, _], [other, _]] = [a.folded(), b.folded()];
    days.is_some_and(|(day, other)| day != other) && title != other
}

fn has(activity: &ActivityEntry<'_>, link: &str) -> bool {
    let mut links = activity.links.iter().filter_map(Reading::value);
    links.any(|own| own == link)
}
