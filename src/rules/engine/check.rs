//! One check of a compiled form: a rule bound to the inputs that it reads.

use super::context::Context;
use super::entries::Entries;
use super::sheet::Sheet;
use crate::finding::Finding;
use crate::plan::Combine;
use crate::rules::activities::ListRule;
use crate::rules::declared::Declared;
use crate::rules::range::Range;
use crate::rules::tally::TallyRule;
use crate::rules::{dates, earlier, evidence, late, length, phone, required, share, understood};

/// What a check reads, and what can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// An input of the sheet, by its place among [`Sheet::inputs`].
    Input(usize),
    /// The list of activities.
    Activities,
    /// The moment.
    Now,
}

/// All that a rule may look at.
pub(in crate::rules) struct View<'v, 'e> {
    pub sheet: &'v Sheet,
    pub entries: &'v Entries<'e>,
    pub context: &'v Context<'v>,
}

/// A rule bound to what it reads.
#[derive(Clone, Debug)]
pub(in crate::rules) enum Check {
    Strays,
    Understood(usize),
    Required(usize),
    RequiredShare(usize),
    Range(Range),
    Length { input: usize, max: u32 },
    KnownPrefix(usize),
    WithinPlan(usize),
    Share(usize),
    Evidence(usize),
    Tally(TallyRule),
    Earlier { input: usize, combine: Combine },
    List(ListRule),
    Declared(Declared),
    Late,
}

impl Check {
    /// Names every place that the rule reads.
    pub fn reads(&self, mut place: impl FnMut(Place)) {
        match self {
            Self::Strays => {}
            Self::Understood(input)
            | Self::Required(input)
            | Self::Length { input, .. }
            | Self::KnownPrefix(input)
            | Self::WithinPlan(input)
            | Self::Earlier { input, .. }
            | Self::Range(Range { input, .. }) => place(Place::Input(*input)),
            Self::RequiredShare(part) | Self::Share(part) => {
                place(Place::Input(*part));
                place(Place::Input(part + 1));
            }
            Self::Evidence(input) | Self::Tally(TallyRule { input, .. }) => {
                place(Place::Input(*input));
                place(Place::Activities);
            }
            Self::List(_) => place(Place::Activities),
            Self::Declared(rule) => rule.reads(place),
            Self::Late => place(Place::Now),
        }
    }

    pub fn run(&self, view: &View<'_, '_>, out: &mut Vec<Finding>) {
        match self {
            Self::Strays => out.extend_from_slice(&view.entries.strays),
            Self::Understood(input) => understood::check(view, *input, out),
            Self::Required(input) => required::check(view, *input, out),
            Self::RequiredShare(part) => required::check_share(view, *part, out),
            Self::Range(range) => range.check(view, out),
            Self::Length { input, max } => length::check(view, *input, *max, out),
            Self::KnownPrefix(input) => phone::check(view, *input, out),
            Self::WithinPlan(input) => dates::check_figure(view, *input, out),
            Self::Share(part) => share::check(view, *part, out),
            Self::Evidence(input) => evidence::check_figure(view, *input, out),
            Self::Tally(rule) => rule.check(view, out),
            Self::Earlier { input, combine } => earlier::check(view, *input, *combine, out),
            Self::List(rule) => rule.check(view, out),
            Self::Declared(rule) => rule.check(view, out),
            Self::Late => late::check(view, out),
        }
    }
}

impl View<'_, '_> {
    /// Where an input stands; the whole for one that is not on the sheet, which no check names.
    pub fn path(&self, input: usize) -> crate::finding::Path {
        let input = self.sheet.inputs().get(input);
        input.map_or_else(crate::finding::Path::whole, |input| input.path.clone())
    }
}
