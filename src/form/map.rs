//! The map of a form: its sections, what is answered in each, what is wrong and what is left.

use super::Form;
use super::sending::lies_in;
use super::view::{FieldView, FindingView, InputView, SectionView};
use crate::finding::{Kind, Severity};
use crate::rules::{self, When};
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
    /// There is less than the plan wants: as long as one fills in, that is nothing wrong.
    Complete,
    Explain,
}

impl Way {
    fn of(problem: &FindingView) -> Self {
        match problem.severity {
            _ if problem.code == Kind::Required.code() => Self::Answer,
            _ if is_said_before_sending(&problem.code) => Self::Complete,
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
        let ways = [Way::Mend, Way::Answer, Way::Complete, Way::Explain];
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
        let [wrong, left, short, unexplained] =
            [Way::Mend, Way::Answer, Way::Complete, Way::Explain].map(count);
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
        if short > 0 {
            let before = lang.either("còn ", "");
            let words = lang.either(" chỗ chưa đủ", " incomplete");
            said.push(format!("{before}{short}{words}"));
        }
        MapLine {
            id: section.id.clone(),
            title: section.title.clone(),
            text: said.join(", "),
            state: match (wrong + unexplained, left + short) {
                (0, 0) => MapState::Ready,
                (0, _) => MapState::Left,
                _ => MapState::Wrong,
            },
        }
    }
}

fn is_said_before_sending(code: &str) -> bool {
    rules::code(code).is_some_and(|code| code.when == When::BeforeSending)
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
mod tests;
