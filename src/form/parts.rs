//! What the reports of shorter periods come to, beside what is asked for all of their days; and what those of the units below
//! come to, beside what is asked of all of them.

use super::Form;
use super::copying::as_typed;
use super::place::Place;
use crate::message;
use crate::report::Value;
use crate::rules::Parts;
use crate::text::{Mark, exact, is_blank};
use crate::value::total_of;
use serde::Serialize;

/// What was reported already of what this report is about: by the units below, where it gathers them (tổng các đơn vị trực
/// thuộc), else by the unit itself of the shorter periods inside this one (tổng các kỳ bên trong).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartsView {
    /// What takes it into the blanks: "Lấy tổng các tuần"; none where no blank is left for it, or one report is no sum.
    pub take_text: Option<String>,
    /// Which units below are missing: "Chưa có báo cáo của 2/5 đơn vị trực thuộc: …"; none where nothing was asked about
    /// them, or all have sent.
    pub missing_text: Option<String>,
    /// Whether it is to tell of units below too: what these sent is worth asking for.
    pub gathers: bool,
    /// What stands at single figures: what was told of them, then targets that are the unit's own, each in the form's order.
    pub figures: Vec<PartsLine>,
    /// What the unit's own points come to, a line a table of points: "Tự chấm: 86,5 trên 95 điểm; 18 trên 20 tiêu chí có
    /// điểm"; empty where nobody scores it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<String>,
}

/// What stands at one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PartsLine {
    /// The path of its input.
    pub path: String,
    /// What it comes to, in words: "Các tuần: 400 + 300 + 350 = 1.050 lượt", "Các đơn vị trực thuộc: 400 + 300 = 700 lượt".
    pub text: String,
}

impl Form {
    /// What was reported already of what this report is about.
    #[must_use]
    pub fn parts(&self) -> PartsView {
        let inside = self.earlier.inside(&self.sheet, &|_| true);
        let days = inside.iter().map(|report| report.period.len_days()).max();
        let days = days.unwrap_or_default();
        let mut is_of_below = false;
        let figures: Vec<_> = self
            .told_before()
            .map(|(at, told)| {
                let asked = self.sheet.inputs().get(at);
                let text = asked.map(|asked| {
                    let (figure, measure) = (self.entries.exact(at), &asked.measure);
                    match &told {
                        Told::Below(terms) => {
                            is_of_below = true;
                            message::below(terms, figure, measure, self.lang)
                        }
                        Told::Inside(Parts { terms, .. }) => {
                            message::inside(terms, asked.combine, days, figure, measure, self.lang)
                        }
                    }
                });
                (at, text.unwrap_or_default())
            })
            .collect();
        let is_open = |at: usize| {
            let asked = self.sheet.inputs().get(at);
            asked.is_some_and(|asked| is_blank(self.raw(Place::Figure(asked.key()))))
        };
        let is_sum = is_of_below || inside.len() > 1;
        let takes = is_sum && figures.iter().any(|(at, _)| is_open(*at));
        let take = || match is_of_below {
            true => message::take_below(self.lang),
            false => message::take_inside(days, self.lang),
        };
        PartsView {
            take_text: takes.then(take),
            missing_text: self.below.missing_text.clone(),
            gathers: self.gathers(),
            figures: figures
                .into_iter()
                .filter_map(|(at, text)| {
                    let path = self.sheet.inputs().get(at)?.path.as_str().to_owned();
                    Some(PartsLine { path, text })
                })
                .chain(self.goals())
                .collect(),
            points: self.points(),
        }
    }

    /// Fills blanks with what that comes to (lấy tổng các tuần). What was typed stays.
    pub fn take_parts(&mut self) {
        let told: Vec<_> = self.told_before().collect();
        let mut filled = Vec::new();
        for (at, told) in told {
            if let Some(asked) = self.sheet.inputs().get(at)
                && self.entries.asks(at)
                && is_blank(self.raw(Place::Figure(asked.key())))
            {
                let (sum, is) = match told {
                    Told::Below(told) => {
                        let (terms, marks): (Vec<i64>, Vec<_>) = told.into_iter().unzip();
                        let is = marks.into_iter().fold(None, Mark::join);
                        (exact(total_of(&terms)), is)
                    }
                    Told::Inside(parts) => (parts.sum, None),
                };
                let text = as_typed(&Value::telling(sum, is), &asked.measure, asked.key());
                self.draft.figures.insert(asked.key().to_owned(), text);
                filled.push(asked.path.clone());
            }
        }
        for path in filled {
            self.outdate(path.as_str());
        }
        self.read_all();
    }

    /// What was told at each input: by the units below, else of the periods inside.
    fn told_before(&self) -> impl Iterator<Item = (usize, Told)> {
        let inputs = self.sheet.inputs().iter().enumerate();
        inputs.filter_map(|(at, asked)| {
            let below = self.told_below(at).map(Told::Below);
            let inside = || self.earlier.parts(&self.sheet, asked).map(Told::Inside);
            Some((at, below.or_else(inside)?))
        })
    }
}

/// Of whom or of when a figure was told.
enum Told {
    /// By the units below, one number each, and in which way it is none exactly.
    Below(Vec<(i64, Option<Mark>)>),
    /// Of the periods inside.
    Inside(Parts),
}

#[cfg(test)]
mod tests {
    use crate::form::Form;
    use crate::form::tests::{open_with, plan_with, report_of};
    use crate::report::{Report, Value};

    /// The form of a week, of whose days another duty asked, after the week before.
    fn opened(combine: &str, days: &[(u8, i64)]) -> Form {
        let plan = plan_with(combine, r#"{"count": 10}"#, r#""each""#);
        let week = report_of(&plan, 4);
        let of_day = |(day, trees): &(u8, i64)| {
            let json = format!(r#"{{"from":"2023-03-{day}","to":"2023-03-{day}"}}"#);
            Report {
                duty: "daily".to_owned(),
                period: serde_json::from_str(&json).expect("a period"),
                figures: [("trees".to_owned(), Value::Number(*trees))].into(),
                ..week.clone()
            }
        };
        let told = days.iter().map(of_day);
        open_with(plan, told.chain([week.clone()]).collect(), None)
    }

    #[test]
    fn the_sum_of_what_was_told_inside_is_shown_and_taken_into_blanks() {
        for (combine, days, take, text, taken) in [
            (
                "sum",
                &[(18, 40), (19, 30)][..],
                Some("Lấy tổng các kỳ"),
                Some("Các kỳ: 40 + 30 = 70 cây"),
                Some("70"),
            ),
            (
                "latest",
                &[(18, 40), (19, 30)],
                None,
                Some("Kỳ gần nhất: 30 cây"),
                Some("4"),
            ),
            (
                "maximum",
                &[(18, 40), (19, 30)],
                Some("Lấy tổng các kỳ"),
                Some("Cao nhất trong các kỳ: 40 cây"),
                Some("40"),
            ),
            ("sum", &[(18, 40)], None, Some("Các kỳ: 40 cây"), Some("40")),
            ("sum", &[], None, None, None),
        ] {
            let mut form = opened(combine, days);
            let view = form.parts();
            assert_eq!(view.take_text.as_deref(), take, "{combine} {days:?}");
            let line = view.figures.first();
            assert_eq!(line.map(|line| &*line.text), text, "{combine} {days:?}");
            form.take_parts();
            let typed = form.draft.figures.get("trees").map(String::as_str);
            assert_eq!(typed, taken, "{combine} {days:?}");
            assert_eq!(form.parts().take_text, None, "nothing is left to be filled");
        }
    }

    #[test]
    fn what_was_typed_stays_and_is_said_to_differ_with_its_arithmetic() {
        let mut form = opened("sum", &[(18, 40), (19, 30)]);
        form.set("/figures/trees", "60".to_owned());
        form.take_parts();
        let typed = form.draft.figures.get("trees").map(String::as_str);
        assert_eq!(typed, Some("60"));
        assert_eq!(
            form.parts().figures[0].text,
            "Các kỳ: 40 + 30 = 70, tổng là 60, thừa 10 cây"
        );
    }
}
