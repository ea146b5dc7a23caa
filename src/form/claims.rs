//! Asking the office which activities other units have reported too.
//!
//! The form does not talk to anyone: it says what to ask, and takes the answer.

use super::Form;
use super::view::Change;
use crate::read::{self, record};
use crate::rules::{AlsoClaimed, Place};

/// What the office answers of one claim.
struct Answer {
    /// The place of the claim among those that were asked.
    claim: u32,
    /// The other unit's identity.
    unit: String,
}

record!(Answer { claim, unit; });

impl Form {
    /// The activities that can be read, as JSON for the office to be asked about; empty where there are none.
    /// The same text as before need not be asked again.
    pub fn claims(&mut self) -> String {
        let entries = self.entries.activities.iter();
        self.claims = entries.filter_map(|entry| entry.claim()).collect();
        if self.claims.is_empty() {
            return String::new();
        }
        // Only a map with keys that are not text can fail to be written, and there is none.
        serde_json::to_string(&self.claims).unwrap_or_default()
    }

    /// Takes the answer to the last [`Form::claims`]: `[{"claim": 0, "unit": "…"}]`. It holds for an activity
    /// until its title, days or place change. What is no such answer, or names nothing known, changes nothing.
    pub fn heed(&mut self, answer: &str) -> Change {
        if let Some(answers) = read::from_str_or_none::<Vec<Answer>>(answer) {
            let known = answers.iter().filter_map(|Answer { claim, unit }| {
                let other = self.plan.unit(unit)?;
                Some(AlsoClaimed {
                    activity: self.claims.get(*claim as usize)?.clone(),
                    unit: unit.clone(),
                    name: other.name.clone(),
                })
            });
            self.claimed = known.collect();
        }
        let changed = self.rerun(Place::Activities);
        self.changed_at(None, &changed)
    }
}

#[cfg(test)]
mod tests {
    use crate::form::tests::open;
    use serde_json::{Value, json};

    const TITLE: &str = "/activities/0/title";

    fn noted(form: &super::Form) -> Vec<String> {
        let view = form.view();
        let list = view
            .sections
            .iter()
            .find_map(|section| section.activities.as_ref());
        let inputs = list
            .iter()
            .flat_map(|list| &list.items)
            .flat_map(|item| &item.fields);
        let findings = inputs
            .flat_map(|field| &field.inputs)
            .flat_map(|input| &input.findings);
        findings
            .filter(|finding| finding.code == "activity.claimedByOther")
            .map(|finding| finding.message.clone())
            .collect()
    }

    #[test]
    fn the_office_is_asked_about_what_can_be_read() {
        let mut form = open();
        assert_eq!(form.claims(), "", "nothing to ask");
        form.add_activity(None, None);
        form.set(TITLE, "Hiến máu".into());
        assert_eq!(form.claims(), "", "no day yet");
        form.set("/activities/0/date", "19/3".into());
        form.set("/activities/0/place", "Nhà văn hóa".into());
        let asked: Value = serde_json::from_str(&form.claims()).expect("JSON");
        assert_eq!(
            asked,
            json!([{"title": "Hiến máu", "date": "2023-03-19", "place": "Nhà văn hóa"}])
        );
    }

    #[test]
    fn an_answer_is_noted_at_the_title_until_the_activity_changes() {
        let mut form = open();
        form.add_activity(None, None);
        form.set(TITLE, "Hiến máu".into());
        form.set("/activities/0/date", "19/3".into());
        form.claims();
        let change = form.heed(r#"[{"claim":0,"unit":"v"}]"#);
        assert_eq!(change.inputs.len(), 1);
        assert_eq!(change.counts.unexplained, 0, "nothing to explain");
        assert!(
            noted(&form)[0].starts_with("Đoàn phường Sơn Kỳ đã báo cáo"),
            "{:?}",
            noted(&form)
        );

        form.set(TITLE, "Hiến máu đợt 2".into());
        assert!(noted(&form).is_empty());
        form.set(TITLE, "Hiến máu".into());
        assert_eq!(noted(&form).len(), 1, "as it was asked about");
        form.claims();
        assert_eq!(noted(&form).len(), 1, "until another answer comes");
        form.heed("[]");
        assert!(noted(&form).is_empty());
    }

    #[test]
    fn an_answer_that_is_none_changes_nothing() {
        for answer in [
            "",
            "null",
            "{}",
            "[1]",
            r#"[{"claim":9,"unit":"v"}]"#,
            r#"[{"claim":0,"unit":"?"}]"#,
        ] {
            let mut form = open();
            form.add_activity(None, None);
            form.set(TITLE, "Hiến máu".into());
            form.set("/activities/0/date", "19/3".into());
            form.claims();
            form.heed(answer);
            assert!(noted(&form).is_empty(), "{answer}");
        }
    }
}
