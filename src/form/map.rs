//! The map of a form: its sections, what is answered in each, what is wrong and what is left.

use super::Form;
use super::sending::lies_in;
use super::view::{FindingView, InputView, SectionView};
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
    /// The sections in order, and where to go on. What only activities can mend counts once its time has come (`due`):
    /// the list of activities was left, or sending was tried.
    #[must_use]
    pub fn map(&self, due: bool) -> MapView {
        let mut problems = self.problems();
        problems.retain(|problem| problem.blocks && (due || !problem.waits));
        // What is asked of this unit in this period, and upon what it has answered.
        let sections = self.view().sections;
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
        }
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
    use crate::form::tests::open;

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
            let map = form.map(false);
            let line = &map.lines[0];
            assert_eq!(
                (line.text.as_str(), line.state, map.first.as_deref()),
                (text, state, first)
            );
        }
    }

    #[test]
    fn a_list_says_how_many_it_has_and_what_is_wrong_in_it() {
        let mut form = open();
        assert_eq!(form.map(false).lines[1].text, "0 hoạt động");
        form.add_activity(None, None);
        form.set("/activities/0/date", "31/2".into());
        let line = &form.map(true).lines[1];
        assert_eq!(line.state, Wrong);
        assert!(
            line.text.starts_with("1 hoạt động, 1 chỗ cần sửa"),
            "{}",
            line.text
        );
    }
}
