//! The map of a form: its sections, what is answered in each, what is wrong and what is left.

use super::Form;
use super::sending::lies_in;
use super::view::{FieldView, FindingView, InputView, SectionView};
use crate::finding::{Kind, Severity};
use serde::Serialize;

/// The map of a form (mục lục của phiếu): its sections, and where to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MapView {
    /// The sections in order.
    pub lines: Vec<MapLine>,
    /// The path to go to first: of what is wrong, else of a blank that must be answered, else of what lacks its
    /// explanation; none where nothing stands in the way.
    pub first: Option<String>,
    /// The path to go on to: the next open place below that one which a person is at, and from the end on again from the
    /// beginning. Open is what stands in the way, and a blank that was answered for an earlier period, an empty list
    /// too. None where nothing is open.
    pub next: Option<String>,
    /// The fields that may stand aside, by their identities: nothing of them is asked for now (no answer must be there, no
    /// target is set, nothing is found), nothing stands there, and nothing did in what was reported before. None where
    /// nothing was reported before.
    pub aside: Vec<String>,
}

/// A section as the map of a form shows it (một dòng trong mục lục của phiếu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MapLine {
    /// The section's identity within the form.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is answered, wrong and left, in words: "4/7 ô, 1 chỗ cần sửa".
    pub text: String,
    /// The worst of it.
    pub state: MapState,
}

/// How a section of a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MapState {
    /// Something is to be mended or explained.
    Wrong,
    /// Something that must be answered is not.
    Left,
    /// It may be sent as it is.
    Ready,
}

/// What is to be done about what stands in the way, the most urgent first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Mend,
    Answer,
    Explain,
}

impl Way {
    fn of(problem: &FindingView) -> Self {
        match problem.severity {
            _ if problem.code == Kind::Required.code() => Self::Answer,
            Severity::Error => Self::Mend,
            Severity::Warning | Severity::Info => Self::Explain,
        }
    }
}

impl Form {
    /// The sections in order, and where to go on from the input at the path `at` (empty at the beginning). What only
    /// activities can mend counts once its time has come (`due`): the list of activities was left, or sending was tried.
    #[must_use]
    pub fn map(&self, due: bool, at: &str) -> MapView {
        let mut problems = self.problems();
        problems.retain(|problem| problem.blocks && (due || !problem.waits));
        // What is asked of this unit in this period, and upon what it has answered.
        let view = self.view();
        let sections = &view.sections;
        let of = |way| problems.iter().find(move |problem| Way::of(problem) == way);
        let ways = [Way::Mend, Way::Answer, Way::Explain];
        MapView {
            lines: sections
                .iter()
                .map(|section| self.map_line(section, &problems))
                .collect(),
            first: ways
                .into_iter()
                .find_map(of)
                .map(|first| first.path.clone()),
            next: self.next(sections, &problems, at),
            aside: match view.has_earlier {
                true => self.aside(sections, &problems),
                false => Vec::new(),
            },
        }
    }

    /// The next open place below `at`, in the order of the page, and from its beginning again.
    fn next(&self, sections: &[SectionView], problems: &[FindingView], at: &str) -> Option<String> {
        let is_found = |path: &str| problems.iter().any(|problem| problem.path == path);
        let mut places = Vec::new();
        for section in sections {
            for field in &section.fields {
                let is_expected = is_found(&path_of(field)) || self.was_answered(field);
                places.extend(field.inputs.iter().map(|input| {
                    let is_open = is_found(&input.path) || (input.blank && is_expected);
                    (input.path.as_str(), is_open)
                }));
            }
            if let Some(list) = &section.activities {
                let is_blank = list.items.is_empty() && self.has_listed();
                places.push((LIST, is_blank || is_found(LIST)));
                let fields = list.items.iter().flat_map(|item| &item.fields);
                let inputs = fields.flat_map(|field| &field.inputs);
                places.extend(inputs.map(|input| (input.path.as_str(), is_found(&input.path))));
            }
        }
        let here = places.iter().position(|(path, _)| *path == at);
        let (above, below) = places.split_at_checked(here.map_or(0, |here| here + 1))?;
        let mut open = below.iter().chain(above).filter(|(_, is_open)| *is_open);
        open.next().map(|(path, _)| (*path).to_owned())
    }

    /// The fields of which nothing is expected now.
    fn aside(&self, sections: &[SectionView], problems: &[FindingView]) -> Vec<String> {
        let is_found = |path: &str| problems.iter().any(|problem| problem.path == path);
        let is_idle = |field: &&FieldView| {
            let mut inputs = field.inputs.iter();
            !field.required
                && field.targets.is_empty()
                && !is_found(&path_of(field))
                && inputs.all(|input| input.blank && !is_found(&input.path))
                && !self.was_answered(field)
        };
        let fields = sections.iter().flat_map(|section| &section.fields);
        fields
            .filter(is_idle)
            .map(|field| field.id.clone())
            .collect()
    }

    /// Whether the unit has listed activities for an earlier period.
    fn has_listed(&self) -> bool {
        let mut earlier = self.earlier.before(&self.sheet);
        earlier.any(|report| !report.activities.is_empty())
    }

    /// Whether the unit has answered a question for an earlier period.
    fn was_answered(&self, field: &FieldView) -> bool {
        let mut earlier = self.earlier.before(&self.sheet);
        earlier.any(|report| report.figures.get(&field.id).is_some())
    }

    fn map_line(&self, section: &SectionView, problems: &[FindingView]) -> MapLine {
        let count = |way| {
            let own = problems
                .iter()
                .filter(|problem| Way::of(problem) == way && stands_in(section, &problem.path));
            own.count()
        };
        let [wrong, left, unexplained] = [Way::Mend, Way::Answer, Way::Explain].map(count);
        let lang = self.lang;
        let mut said = Vec::new();
        let all = section.fields.len();
        if all > 0 {
            let fields = section.fields.iter();
            let answered = fields.filter(|field| field.inputs.iter().all(is_answered));
            let noun = lang.either(" ô", " answered");
            said.push(format!("{}/{all}{noun}", answered.count()));
        }
        if let Some(list) = &section.activities {
            let count = list.items.len();
            let noun = match count {
                1 => lang.either(" hoạt động", " activity"),
                _ => lang.either(" hoạt động", " activities"),
            };
            said.push(format!("{count}{noun}"));
        }
        if wrong > 0 {
            let words = lang.either(" chỗ cần sửa", " to correct");
            said.push(format!("{wrong}{words}"));
        }
        if unexplained > 0 {
            let words = lang.either(" chỗ cần giải thích", " to explain");
            said.push(format!("{unexplained}{words}"));
        }
        if left > 0 {
            let before = lang.either("còn ", "");
            let words = lang.either(" ô bắt buộc", " required left");
            said.push(format!("{before}{left}{words}"));
        }
        MapLine {
            id: section.id.clone(),
            title: section.title.clone(),
            text: said.join(", "),
            state: match (wrong + unexplained, left) {
                (0, 0) => MapState::Ready,
                (0, _) => MapState::Left,
                _ => MapState::Wrong,
            },
        }
    }
}

/// The path of the list of activities.
const LIST: &str = "/activities";

/// The path of a figure as a whole: what its parts lack together is found there.
fn path_of(field: &FieldView) -> String {
    ["/figures/", &field.id].concat()
}

/// Whether something stands there that can be sent: not a blank, and not what is to be mended first.
fn is_answered(input: &InputView) -> bool {
    let is_wrong = |finding: &FindingView| finding.severity == Severity::Error;
    !input.blank && !input.findings.iter().any(is_wrong)
}

/// Whether a path is that of something that the section asks.
fn stands_in(section: &SectionView, path: &str) -> bool {
    match path.strip_prefix("/figures/") {
        Some(rest) => section.fields.iter().any(|field| lies_in(rest, &field.id)),
        None => section.activities.is_some() && lies_in(path, "/activities"),
    }
}

#[cfg(test)]
mod tests {
    use super::MapState::{Left, Ready, Wrong};
    use crate::calendar::Date;
    use crate::form::tests::{open, open_after, open_with, small};
    use crate::report::{ReportActivity, Value};

    #[test]
    fn each_section_says_what_is_answered_wrong_and_left_and_where_it_begins() {
        let mut form = open();
        type Typed<'a> = &'a [(&'a str, &'a str)];
        let cases: [(Typed<'_>, &str, super::MapState, Option<&str>); 5] = [
            (&[], "0/5 ô, còn 1 ô bắt buộc", Left, Some("/figures/trees")),
            (&[("/figures/trees", "12")], "1/5 ô", Ready, None),
            (
                &[("/figures/members/part", "3")],
                "1/5 ô, 1 chỗ cần sửa",
                Wrong,
                Some("/figures/members/whole"),
            ),
            (
                &[("/figures/members/whole", "4"), ("/figures/phone", "12")],
                "2/5 ô, 1 chỗ cần sửa",
                Wrong,
                Some("/figures/phone"),
            ),
            (
                &[("/figures/phone", ""), ("/figures/trees", "400")],
                "2/5 ô, 1 chỗ cần giải thích",
                Wrong,
                Some("/figures/trees"),
            ),
        ];
        for (typed, text, state, first) in cases {
            for (path, text) in typed {
                form.set(path, (*text).to_owned());
            }
            let map = form.map(false, "");
            let line = &map.lines[0];
            assert_eq!(
                (line.text.as_str(), line.state, map.first.as_deref()),
                (text, state, first)
            );
        }
    }

    /// Where one goes on from the beginning, and each time from there, until it comes round again.
    fn way(form: &super::Form) -> Vec<String> {
        let mut way = Vec::new();
        let mut at = String::new();
        while let Some(next) = form.map(true, &at).next
            && !way.contains(&next)
        {
            way.push(next.clone());
            at = next;
        }
        way
    }

    #[test]
    fn the_way_leads_from_one_open_place_to_the_next() {
        let mut form = open_after(|report| {
            let phone = Value::Text("0901234567".to_owned());
            report.figures.insert("phone".to_owned(), phone);
            report.figures.insert("teams".to_owned(), Value::Number(3));
        });
        // Phone and teams stand as they were reported.
        assert_eq!(way(&form), ["/figures/trees"]);
        assert_eq!(form.map(true, "").aside, ["members", "held"]);
        form.set("/figures/teams", String::new());
        assert_eq!(way(&form), ["/figures/trees", "/figures/teams"]);
        assert_eq!(
            form.map(true, "/figures/held").next.as_deref(),
            Some("/figures/teams")
        );
        form.set("/figures/members/whole", "40".to_owned());
        let all = ["/figures/trees", "/figures/members/part", "/figures/teams"];
        assert_eq!(way(&form), all);
        let again = open_after(|report| {
            let day = Date::parse_iso("2023-03-12").expect("a day");
            let activity = ReportActivity::new("Ngày Chủ nhật xanh".to_owned(), day);
            report.activities.push(activity);
        });
        assert_eq!(way(&again), ["/figures/trees", "/activities"]);
        assert_eq!(form.map(true, "").aside, ["held"]);
        form.set("/figures/trees", "12".to_owned());
        assert_eq!(
            form.map(true, "/figures/teams").next.as_deref(),
            Some("/figures/members/part")
        );
    }

    #[test]
    fn who_reports_for_the_first_time_is_led_to_what_must_be_answered_and_sees_all() {
        let form = open_with(small(), Vec::new(), None);
        assert_eq!(way(&form), ["/figures/trees"]);
        assert!(form.map(true, "").aside.is_empty());
    }

    #[test]
    fn a_list_says_how_many_it_has_and_what_is_wrong_in_it() {
        let mut form = open();
        assert_eq!(form.map(false, "").lines[1].text, "0 hoạt động");
        form.add_activity(None, None);
        form.set("/activities/0/date", "31/2".into());
        let line = &form.map(true, "").lines[1];
        assert_eq!(line.state, Wrong);
        assert!(
            line.text.starts_with("1 hoạt động, 1 chỗ cần sửa"),
            "{}",
            line.text
        );
    }
}
