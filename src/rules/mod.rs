//! The check: draft or report in, findings out. One rule a file, with what it does and why.
//!
//! Nothing of a plan is written here: what is asked, which ranges hold, what must agree, all comes from
//! the plan. A [`Sheet`] is a form compiled for one duty, unit and period; each of its checks knows what
//! it reads, so that a change runs only those that it can concern. The whole check runs them all: what
//! the form says while typing and what the collector says on arrival cannot differ.

/// Declares the rules over a form, in the order in which they look at it. A line here is all that adds one.
macro_rules! slices {
    ($( $name:ident, )+) => {
        $( mod $name; )+
        static RULES: &[Rule] = &[ $( $name::RULE, )+ ];
    };
}

slices! {
    strays,
    not_asked,
    required,
    understood,
    range,
    earlier,
    same_figures,
    share,
    length,
    dates,
    phone,
    evidence,
    tally,
    activities,
    duplicate,
    same_link,
    claimed,
    declared,
    table,
    late,
}

mod active;
mod engine;

use crate::finding::{Finding, Kind, Severity};
use crate::report::Report;
use engine::Rule;

pub use engine::{
    ActivityEntry, AlsoClaimed, Checked, Code, Context, Doc, Entries, Half, Input, ManyReports,
    Param, PartEntry, Parts, Past, Place, Sheet, TableEntry, Told, ToldList, When, Worded,
    check_draft, check_lines, check_report,
};

/// What is asked of a report that came by wire, and cannot be wrong in a draft.
static OF_REPORTS: &[fn(&Sheet, &Report, &mut Vec<Finding>)] = &[active::check];

/// What holds of each cell of a table as it does of an answer of the form.
static OF_CELLS: &[Rule] = &[
    strays::RULE,
    required::RULE,
    understood::RULE,
    range::RULE,
    share::RULE,
    length::RULE,
    dates::RULE,
    phone::RULE,
];

/// What is said of the text of an input by itself, before anything is known of the form around it.
static OF_TEXTS: &[Rule] = &[understood::RULE, range::RULE, length::RULE];

pub(crate) use table::check as tables;

/// All that the rules may say, as far as it is declared beside them.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    RULES.iter().flat_map(|rule| rule.codes).copied()
}

/// What is declared of a code beside its rule.
#[must_use]
pub fn code(code: &str) -> Option<&'static Code> {
    for rule in RULES {
        for known in rule.codes {
            if known.code == code {
                return Some(known);
            }
        }
    }
    None
}

/// When a form says a finding.
#[must_use]
pub fn when(finding: &Finding) -> When {
    match &*finding.kind {
        Kind::Required => When::BeforeSending,
        Kind::Said(said) => match code(&said.code) {
            // What is to be explained has its line where it stands.
            Some(known)
                if finding.severity == Severity::Error || known.when != When::BeforeSending =>
            {
                known.when
            }
            _ => When::AtOnce,
        },
        _ => When::AtOnce,
    }
}

#[cfg(test)]
mod tests;
