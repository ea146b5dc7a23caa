//! Rules that a plan declares as data: left side, comparison, right side, severity.

use super::{Comparison, Id, Source};
use crate::read::{choice, record, words};
use serde::Serialize;

/// A declared rule (quy tắc kiểm tra). It holds when the left side stands to the right side as the
/// comparison says; where it does not, its message is the finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeclaredRule {
    /// Its identity; part of the finding.
    pub id: Id,
    /// The forms it applies to; every form that asks all its figures where the list is empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<Id>,
    /// Terms that are added up to the left side.
    pub left: Vec<Term>,
    /// How the sides must compare.
    pub comparison: Comparison,
    /// Terms that are added up to the right side.
    pub right: Vec<Term>,
    /// How bad a breach is.
    pub severity: RuleSeverity,
    /// What a blank figure means.
    #[serde(default, skip_serializing_if = "Blanks::is_skip")]
    pub blanks: Blanks,
    /// What is wrong and how to mend it, in Vietnamese.
    pub message: String,
    /// The same in English; the Vietnamese where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_en: Option<String>,
    /// Where the document asks for it; none for the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl DeclaredRule {
    /// How many are to be done of how many, where that is all that it says: "ít nhất 2 trong 4".
    #[must_use]
    pub fn choice(&self) -> Option<(i64, Vec<&Id>)> {
        let [Term::Number(least)] = *self.right else {
            return None;
        };
        let least = match self.comparison {
            Comparison::AtLeast | Comparison::Exactly => least,
            Comparison::MoreThan => least.saturating_add(1),
            Comparison::AtMost | Comparison::LessThan | Comparison::NotEqual => return None,
        };
        let mut of = Vec::new();
        for term in &self.left {
            let Term::Answered(id) = term else {
                return None;
            };
            of.push(id);
        }
        Some((least, of))
    }
}

/// One term of a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Term {
    /// The figure of a count or money indicator.
    Figure(Id),
    /// The part of a share.
    Part(Id),
    /// The whole of a share.
    Whole(Id),
    /// A column of a table, all its rows added up.
    Column(TableColumn),
    /// How many rows a table has.
    Rows(Id),
    /// 1 where the answer says that something was done, else 0: a number above zero, a deed that is done, anything else that is
    /// answered. "Thực hiện ít nhất 2 trong 4 nội dung" adds up four of them.
    Answered(Id),
    /// A number.
    Number(
        #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
         i64,
    ),
    /// The number of activities listed.
    Activities,
    /// The attendances of all activities listed, added up.
    Participants,
}

impl Term {
    /// The indicator it reads, if it reads one.
    #[must_use]
    pub fn indicator(&self) -> Option<&Id> {
        match self {
            Self::Figure(id)
            | Self::Part(id)
            | Self::Whole(id)
            | Self::Rows(id)
            | Self::Answered(id) => Some(id),
            Self::Column(of) => Some(&of.table),
            Self::Number(_) | Self::Activities | Self::Participants => None,
        }
    }
}

/// A column of a table, as a rule names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableColumn {
    /// The indicator that is a table.
    pub table: Id,
    /// The column's identity within it; it is of counts, money or quantities.
    pub column: Id,
}

/// How bad the breach of a declared rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RuleSeverity {
    /// Impossible: the report cannot be sent.
    Error,
    /// Implausible: one line of explanation is needed.
    Warning,
    /// Worth knowing.
    Info,
}

/// What a blank figure means to a declared rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Blanks {
    /// The rule waits until every figure is there.
    #[default]
    Skip,
    /// A blank counts as nothing; the rule waits only while every figure is blank.
    Zero,
}

impl Blanks {
    /// Whether the rule waits, which is what holds where a plan says nothing.
    #[must_use]
    pub fn is_skip(&self) -> bool {
        *self == Self::Skip
    }
}

record!(DeclaredRule {
    id, left, comparison, right, severity, message;
    templates, blanks, message_en, source
});
choice!(Term
    words { Activities, Participants }
    values { Figure, Part, Whole, Column, Rows, Number, Answered }
    records {}
    else Self::Activities
);
// Few plans have one.
record!(#[inline(never)] TableColumn { table, column; });
words!(RuleSeverity {
    Error,
    Warning,
    Info
});
words!(Blanks { Skip, Zero });
