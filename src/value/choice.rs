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
use crate::text::{Lang, fold, is_blank, single_line};
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
    /// The place of the answer that is meant: by its identity, by its words as they stand, or without marks and case
    /// where that is the case with one answer alone ("A" and "A+" are two).
    fn place(&self, said: &str) -> Option<usize> {
        let said = single_line(said);
        let is_it = |one: &ListedAnswer| one.id == *said || single_line(&one.label) == said;
        let exact = self.answers.iter().position(is_it);
        exact.or_else(|| {
            let said = fold(&said);
            let is_like =
                |one: &ListedAnswer| fold(one.id.as_str()) == said || fold(&one.label) == said;
            let mut like = (0..).zip(&self.answers).filter(|(_, one)| is_like(one));
            let (place, _) = like.next()?;
            like.next().is_none().then_some(place)
        })
    }

    /// What was typed, answer by answer: each on a line, or parted by semicolons; by commas where every part is an
    /// answer. What is no answer stays as it stands.
    fn said<'t>(&self, text: &'t str) -> Vec<(&'t str, Option<usize>)> {
        let mut said = Vec::new();
        for piece in text.split(['\n', ';']).filter(|piece| !is_blank(piece)) {
            let placed = |part: &'t str| (part.trim(), self.place(part));
            let parts: Vec<_> = piece.split(',').map(placed).collect();
            match self.place(piece) {
                None if parts.iter().all(|(_, place)| place.is_some()) => said.extend(parts),
                place => said.push((piece.trim(), place)),
            }
        }
        said
    }

    /// The answers at these places as a draft holds them, then what is no answer.
    fn written(&self, chosen: impl Fn(usize) -> bool, strange: &[&str]) -> String {
        let listed = self.answers.iter().enumerate();
        let chosen = listed.filter(|(place, _)| chosen(*place));
        let chosen = chosen.map(|(_, one)| one.id.as_str());
        let all: Vec<&str> = chosen.chain(strange.iter().copied()).collect();
        all.join("\n")
    }

    /// What can be chosen instead: not all of a long list, which the form shows anyway.
    fn not_listed(&self) -> Kind {
        let labels = self.answers.iter().map(|one| one.label.clone());
        let mut answers: Vec<String> = labels.take(MOST_NAMED).collect();
        if self.answers.len() > MOST_NAMED {
            answers.push("…".to_owned());
        }
        Kind::AnswerNotListed { answers }
    }

    fn is_listed(&self, id: &str) -> bool {
        self.answers.iter().any(|one| one.id == *id)
    }
}

impl ValueKind for ChoiceMeasure {
    fn expected(&self) -> Expected {
        Expected::Listed
    }

    fn typed(&self, text: &str, _: &Asked) -> Reading<Answer<'static>> {
        if !self.several {
            let meant = self.place(text).and_then(|place| self.answers.get(place));
            return Reading::of(
                meant
                    .map(|one| Answer::Text(Cow::Owned(one.id.as_str().to_owned())))
                    .ok_or_else(|| self.not_listed()),
            );
        }
        let said = self.said(text);
        if said.iter().any(|(_, place)| place.is_none()) {
            return Reading::Wrong(self.not_listed());
        }
        let listed = self.answers.iter().enumerate();
        let chosen = listed.filter(|(at, _)| said.iter().any(|(_, place)| *place == Some(*at)));
        let ids: Vec<_> = chosen
            .map(|(_, one)| Cow::Owned(one.id.as_str().to_owned()))
            .collect();
        if ids.is_empty() {
            Reading::Blank
        } else {
            Reading::Value(Answer::List(ids))
        }
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        match raw {
            Raw::Text(id) if !self.several => Some(if self.is_listed(&id) {
                Reading::Value(Answer::Text(id))
            } else {
                Reading::Wrong(self.not_listed())
            }),
            Raw::List(ids) if self.several => {
                if ids.is_empty() {
                    return Some(Reading::Blank);
                }
                if !ids.iter().all(|id| self.is_listed(id)) {
                    return Some(Reading::Wrong(self.not_listed()));
                }
                // All are listed, so more than the list has cannot be different ones.
                let is_once =
                    |(at, id)| !ids.iter().take(at).any(|other: &Cow<'_, str>| other == id);
                let once = ids.len() <= self.answers.len() && ids.iter().enumerate().all(is_once);
                once.then_some(Reading::Value(Answer::List(ids)))
            }
            _ => None,
        }
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, id: &str, _: Lang) -> Option<String> {
        let one = self.answers.iter().find(|one| one.id == *id)?;
        Some(one.label.clone())
    }

    fn is_echoed(&self) -> bool {
        // What is chosen shows by itself how it was understood.
        false
    }

    fn control(&self) -> Control {
        Control {
            several: self.several,
            ..Control::line("choice", "text")
        }
    }

    fn choices(&self, text: &str, _: Lang) -> Vec<Choice> {
        let listed = self.answers.iter().enumerate();
        if !self.several {
            let said = self.place(text);
            return listed
                .map(|(place, one)| Choice {
                    value: one.id.as_str().to_owned(),
                    label: one.label.clone(),
                    chosen: said == Some(place),
                })
                .collect();
        }
        let said = self.said(text);
        let is_chosen = |at: usize| said.iter().any(|(_, place)| *place == Some(at));
        let unlisted = said.iter().filter(|(_, place)| place.is_none());
        let strange: Vec<&str> = unlisted.map(|(text, _)| *text).collect();
        let listed = listed.map(|(place, one)| Choice {
            value: self.written(|at| is_chosen(at) != (at == place), &strange),
            label: one.label.clone(),
            chosen: is_chosen(place),
        });
        // What the plan lists no more is seen too, until it is taken back.
        let strange = strange.iter().enumerate().map(|(at, gone)| {
            let others: Vec<&str> = strange
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, text)| *text)
                .collect();
            Choice {
                value: self.written(is_chosen, &others),
                label: (*gone).to_owned(),
                chosen: true,
            }
        });
        listed.chain(strange).collect()
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
        let value = |id| {
            if self.several {
                Value::List(vec![id])
            } else {
                Value::Text(id)
            }
        };
        Invented::Among(ids.map(value).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::calendar::Period;
    use crate::finding::Kind;
    use crate::read::from_str;
    use crate::text::Lang::Vi;
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
                assert!(matches!(kind, Kind::AnswerNotListed { .. }));
                None
            }
        }
    }

    #[test]
    fn an_answer_is_meant_by_its_identity_or_its_words() {
        for (text, said) in [
            ("truc-tiep", Some(json!("truc-tiep"))),
            (" Trực tuyến ", Some(json!("truc-tuyen"))),
            ("truc tuyen", Some(json!("truc-tuyen"))),
            ("KẾT HỢP, cả hai", Some(json!("ket-hop"))),
            ("Trực", None),
            ("A", Some(json!("loai-a"))),
            ("A+", Some(json!("loai-a-cong"))),
            ("a.", None),
            ("Trực tiếp; Trực tuyến", None),
        ] {
            assert_eq!(typed(false, text), said, "{text}");
        }
    }

    #[test]
    fn several_stand_on_lines_or_are_parted_by_semicolons_and_commas() {
        let both = Some(json!(["truc-tiep", "truc-tuyen"]));
        for (text, said) in [
            ("truc-tuyen\ntruc-tiep", both.clone()),
            ("Trực tiếp; trực tuyến;", both.clone()),
            ("trực tiếp, trực tuyến", both),
            ("Kết hợp, cả hai", Some(json!(["ket-hop"]))),
            ("trực tiếp\ntrực tiếp", Some(json!(["truc-tiep"]))),
            ("trực tiếp, qua thư", None),
            (";", Some(json!([]))),
        ] {
            assert_eq!(typed(true, text), said, "{text}");
        }
    }

    #[test]
    fn what_the_plan_lists_no_more_is_seen_and_kept_until_it_is_taken_back() {
        let choices = measure(true).choices("truc-tiep\nqua-thu", Vi);
        let shown: Vec<_> = choices
            .iter()
            .map(|one| (&*one.label, one.chosen, &*one.value))
            .collect();
        assert_eq!(
            shown,
            [
                ("Trực tiếp", true, "qua-thu"),
                ("Trực tuyến", false, "truc-tiep\ntruc-tuyen\nqua-thu"),
                ("Kết hợp, cả hai", false, "truc-tiep\nket-hop\nqua-thu"),
                ("A", false, "truc-tiep\nloai-a\nqua-thu"),
                ("A+", false, "truc-tiep\nloai-a-cong\nqua-thu"),
                ("qua-thu", true, "truc-tiep"),
            ]
        );
        let one = measure(false).choices("Trực tuyến", Vi);
        let chosen: Vec<_> = one.iter().map(|one| (&*one.value, one.chosen)).collect();
        assert_eq!(
            chosen,
            [
                ("truc-tiep", false),
                ("truc-tuyen", true),
                ("ket-hop", false),
                ("loai-a", false),
                ("loai-a-cong", false),
            ]
        );
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
