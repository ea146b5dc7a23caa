//! What others are asked about before a report is sent.

use super::ReportActivity;
use super::bounds::MAX_ACTIVITIES;
use super::members::members;
use validator::Validate;

members! {
    /// The activities that a unit is about to report, of which others are asked. On the wire the bare list.
    #[validate(schema(function = "crate::report::shape::lists", skip_on_field_errors = false))]
    pub struct Claims {
        must {}
        may {
            /// The activities; of each what tells which it is.
            #[validate(nested)]
            activities: Vec<ReportActivity> [list MAX_ACTIVITIES],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Claims;
    use crate::calendar::Date;
    use crate::report::{ReportActivity, shape};

    #[test]
    fn more_than_a_report_takes_is_not_asked_about() {
        let claim = |letters: usize| ReportActivity {
            place: Some("Nhà văn hóa".into()),
            ..ReportActivity::new(
                "ả".repeat(letters),
                Date::parse_iso("2023-02-26").expect("a day"),
            )
        };
        for (activities, expected) in [
            (vec![claim(300); 300], ""),
            (vec![claim(1); 301], "/activities activities.tooMany"),
            (
                vec![claim(1), claim(301)],
                "/activities/1/title text.tooLong",
            ),
        ] {
            let found = shape(&Claims { activities });
            let found: Vec<String> = found
                .iter()
                .map(|one| format!("{} {}", one.path.as_str(), one.code()))
                .collect();
            assert_eq!(found.join(", "), expected);
        }
    }
}
