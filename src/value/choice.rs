//! One answer of a list that the plan states, or several.

#[cfg(feature = "schema")]
use super::Bounds;
use super::{
    Answer, Asked, Carry, Choice, Control, Counted, Halves, Held, ListedAnswer, Parts, Raw,
    Reading, RollUp, ValueKind,
};
#[cfg(feature = "sample")]
use super::{Invented, Value};
use crate::finding::{Expected, Kind};
use crate::read::record;
use crate::text::{Lang, lines, single_line};
use serde::Serialize;
use std::borrow::Cow;

/// The most answers that a finding names.
const MOST_NAMED: usize = 6;

/// One answer of a list that the plan states, or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceMeasure {
    /// The answers to choose from, 2 to 60, in the order in which the form shows them.
    pub answers: Vec<ListedAnswer>,
    /// Whether several can be chosen together.
    #[serde(default)]
    pub several: bool,
}

record!(ChoiceMeasure { answers; several });

impl ChoiceMeasure {
    fn listed(&self, id: &str) -> Option<&ListedAnswer> {
        self.answers.iter().find(|one| one.id == *id)
    }

    /// What can be chosen instead: not all of a long list, which the form shows anyway.
    fn not_listed<'a>(&self) -> Reading<Answer<'a>> {
        let mut answers = Vec::new();
        for one in self.answers.iter().take(MOST_NAMED) {
            answers.push(one.label.clone());
        }
        if self.answers.len() > MOST_NAMED {
            answers.push("…".to_owned());
        }
        Reading::refused(Kind::AnswerNotListed { answers })
    }
}

impl ValueKind for ChoiceMeasure {
    fn expected(&self) -> Expected {
        Expected::Listed
    }

    /// Each answer stands on a line, by its identity or in its words; what is read keeps the list's order.
    #[inline(never)]
    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        let mut places = Vec::new();
        for line in lines(text) {
            let said = single_line(line);
            let mut listed = self.answers.iter();
            match listed.position(|one| one.id == *said || one.label == *said) {
                Some(place) => places.push(place),
                None => return self.not_listed(),
            }
        }
        let mut ids = Vec::new();
        for (place, one) in self.answers.iter().enumerate() {
            if places.contains(&place) {
                ids.push(Cow::Owned(one.id.as_str().to_owned()));
            }
        }
        if self.several {
            return Reading::Value(Answer::List(ids));
        }
        match (ids.pop(), ids.is_empty()) {
            (Some(id), true) => Reading::Value(Answer::Text(id)),
            _ => self.not_listed(),
        }
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        Some(match raw {
            Raw::Text(id) if !self.several => match self.listed(&id) {
                Some(_) => Reading::Value(Answer::Text(id)),
                None => self.not_listed(),
            },
            Raw::List(ids) if self.several && ids.is_empty() => Reading::Blank,
            Raw::List(ids) if self.several => {
                if !ids.iter().all(|id| self.listed(id).is_some()) {
                    return Some(self.not_listed());
                }
                // All are listed, so more than the list has cannot be different ones.
                let is_once =
                    |(at, id)| !ids.iter().take(at).any(|other: &Cow<'_, str>| other == id);
                let once = ids.len() <= self.answers.len() && ids.iter().enumerate().all(is_once);
                return once.then_some(Reading::Value(Answer::List(ids)));
            }
            _ => return None,
        })
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, id: &str, _: Lang) -> Option<String> {
        Some(self.listed(id)?.label.clone())
    }

    fn is_echoed(&self) -> bool {
        // What is chosen shows by itself how it was understood.
        false
    }

    fn control(&self) -> &'static Control {
        const ONE: Control = Control::line("choice", "text");
        if self.several {
            const {
                &Control {
                    several: true,
                    ..ONE
                }
            }
        } else {
            &ONE
        }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        let mut choices = Vec::new();
        for one in &self.answers {
            choices.push(Choice {
                value: one.id.as_str().to_owned(),
                label: one.label.clone(),
                chosen: false,
            });
        }
        choices
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::WhereLatest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Answers(&self.answers)
    }

    fn verify(&self, _: &mut impl Parts) {}

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let ids: Vec<&str> = self.answers.iter().map(|one| one.id.as_str()).collect();
        let one = serde_json::json!({ "enum": ids });
        if !self.several {
            return one;
        }
        let least = u8::from(bounds.required);
        serde_json::json!({ "type": "array", "items": one, "uniqueItems": true, "minItems": least })
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        let ids = self.answers.iter().map(|one| one.id.as_str().to_owned());
        let one = |id: String| match self.several {
            true => Value::List(vec![id]),
            false => Value::Text(id),
        };
        Invented::Among(ids.map(one).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Period;
    use crate::finding::Kind;
    use crate::read::from_str;
    use crate::value::{Asked, Measure, Raw, Reading, Value};
    use serde_json::json;

    fn measure(several: bool) -> Measure {
        let json = json!({"choice": {"several": several, "answers": [
            {"id": "truc-tiep", "label": "Trực tiếp"},
            {"id": "truc-tuyen", "label": "Trực tuyến"},
            {"id": "ket-hop", "label": "Kết hợp, cả hai"},
            {"id": "loai-a", "label": "A"},
            {"id": "loai-a-cong", "label": "A+"},
        ]}});
        from_str(&json.to_string()).expect("a measure")
    }

    fn typed(several: bool, text: &str) -> Option<serde_json::Value> {
        let plan: Period =
            serde_json::from_value(json!({"from": "2023-01-01", "to": "2023-12-31"}))
                .expect("a period");
        let asked = Asked {
            plan,
            signed: false,
        };
        match measure(several).typed(text, &asked) {
            Reading::Value(answer) => serde_json::to_value(answer.to_value()).ok(),
            Reading::Blank => Some(json!([])),
            Reading::Wrong(kind) => {
                assert!(matches!(*kind, Kind::AnswerNotListed { .. }));
                None
            }
        }
    }

    #[test]
    fn an_answer_is_meant_by_its_identity_or_its_words() {
        for (text, said) in [
            ("truc-tiep", Some(json!("truc-tiep"))),
            (" Trực  tuyến ", Some(json!("truc-tuyen"))),
            (
                "Tru\u{31b}\u{323}c tuye\u{302}\u{301}n",
                Some(json!("truc-tuyen")),
            ),
            ("Kết hợp, cả hai", Some(json!("ket-hop"))),
            ("Trực", None),
            ("A", Some(json!("loai-a"))),
            ("A+", Some(json!("loai-a-cong"))),
            ("a", None),
            ("Trực tiếp\nTrực tuyến", None),
        ] {
            assert_eq!(typed(false, text), said, "{text}");
        }
    }

    #[test]
    fn several_stand_on_lines_and_are_read_in_the_order_of_the_list() {
        let both = Some(json!(["truc-tiep", "truc-tuyen"]));
        for (text, said) in [
            ("truc-tuyen\ntruc-tiep", both.clone()),
            ("Trực tiếp\n\n Trực tuyến", both),
            ("Kết hợp, cả hai", Some(json!(["ket-hop"]))),
            ("Trực tiếp\ntruc-tiep", Some(json!(["truc-tiep"]))),
            ("Trực tiếp\nqua thư", None),
        ] {
            assert_eq!(typed(true, text), said, "{text}");
        }
    }

    #[test]
    fn a_report_gives_identities_each_once() {
        let read = |several, value: serde_json::Value| {
            let value: Value = serde_json::from_value(value).expect("a value");
            let measure = measure(several);
            match measure.reported(Raw::from(&value)) {
                Reading::Value(answer) => answer.to_value() == value,
                Reading::Blank => value == Value::List(vec![]),
                Reading::Wrong(_) => false,
            }
        };
        for (several, value, taken) in [
            (false, json!("ket-hop"), true),
            (false, json!("Kết hợp, cả hai"), false),
            (false, json!(["ket-hop"]), false),
            (true, json!(["truc-tuyen", "truc-tiep"]), true),
            (true, json!([]), true),
            (true, json!(["truc-tiep", "truc-tiep"]), false),
            (true, json!(["qua-thu"]), false),
            (true, json!("truc-tiep"), false),
        ] {
            assert_eq!(read(several, value.clone()), taken, "{value}");
        }
    }
}
