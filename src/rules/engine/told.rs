//! What the receiving side told of a report, beside what the rules here say.

use crate::finding::{Finding, Path, Severity};
use crate::read::{Node, Read, Reader};

/// The code of the error that says that a warning lacks its explanation.
const EXPLANATION_MISSING: &str = "explanation.missing";

/// A finding that the receiving side told of a report that it refused (nơi nhận cho biết). It may know more than
/// the device that sent it: reports sent from elsewhere, a newer plan, a rule of its own. So its code may be one
/// that is not known here, and its sentence is the one that came with it.
///
/// An error stands in the way for as long as it is handed in, a warning needs its explanation, and whatever is
/// explained keeps its explanation, which a note ([`Severity::Info`]) is for and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where.
    pub path: Path,
    /// Its code.
    pub code: String,
    /// How bad it is.
    pub severity: Severity,
    /// Its sentence.
    pub message: String,
}

impl Told {
    /// Whether `finding` says the same here.
    pub(crate) fn is_found(&self, finding: &Finding) -> bool {
        self.code == finding.code() && self.path == finding.path
    }

    /// Whether it is about the same, in whatever words.
    fn is_about(&self, other: &Self) -> bool {
        self.code == other.code && self.path == other.path
    }
}

/// What was told of one report: each finding once, and in place of an error that says that a warning lacks its
/// explanation the warning itself, so that it can be explained.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldList(pub Vec<Told>);

impl Read for ToldList {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let mut told: Vec<Told> = Vec::new();
        let mut unexplained = Vec::new();
        for item in reader.list(node) {
            let mut one = read_one(item, reader);
            if one.code == EXPLANATION_MISSING {
                one.code = String::read(item.member("params").member("warning"), reader);
                one.severity = Severity::Warning;
                unexplained.push(one);
            } else {
                told.push(one);
            }
        }
        for one in unexplained {
            // The warning itself says better what is doubtful.
            if !one.code.is_empty() && !told.iter().any(|there| there.is_about(&one)) {
                told.push(one);
            }
        }
        Self(told)
    }
}

/// Reads what a finding cannot do without. What else an endpoint says of it is passed over.
fn read_one(node: &Node<'_>, reader: &mut Reader) -> Told {
    reader.members(node);
    let severity = String::read(node.member("severity"), reader);
    Told {
        path: Path::read(node.member("path"), reader),
        code: String::read(node.member("code"), reader),
        severity: match severity.as_str() {
            "warning" => Severity::Warning,
            "info" => Severity::Info,
            _ => Severity::Error,
        },
        message: String::read(node.member("message"), reader),
    }
}
