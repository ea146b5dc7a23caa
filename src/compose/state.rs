//! What an officer has made of a document so far: kept on the device, in JSON.

use super::cells::Known;
use crate::calendar::Period;
use crate::plan::{Activity, Duty, Id, Indicator, Plan, Target, Template, Unit};
use crate::read::{Node, Read, Reader, record, words};
use crate::reading::Grade;
use serde::Serialize;
use std::sync::Arc;

/// The version of the JSON of a [`Composition`].
pub const FORMAT: u32 = 1;

/// A plan in the making (bản đang soạn). Lists are shared between the steps that can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Composition {
    /// The version of the JSON: [`FORMAT`]. By its name a file of work is told from a plan.
    pub composition: u32,
    /// The document's text; all offsets are bytes of it. Empty where there is no document.
    pub text: Arc<String>,
    /// The document's headings.
    pub outline: Arc<Vec<Heading>>,
    /// All of the plan that has no list of its own here; its lists are empty.
    pub base: Arc<Plan>,
    /// Whether the plan's period is known; else `base` holds any.
    pub has_period: bool,
    /// What was typed for the plan as a whole and is not understood.
    pub typed: Vec<Typed>,
    /// Units.
    pub units: Arc<Vec<Row<Unit>>>,
    /// Figures. One that is not confirmed follows its targets.
    pub indicators: Arc<Vec<Row<Indicator>>>,
    /// Targets.
    pub targets: Arc<Vec<Row<Target>>>,
    /// Duties.
    pub duties: Arc<Vec<Row<Duty>>>,
    /// Activities.
    pub activities: Arc<Vec<Row<Activity>>>,
    /// Forms of the duties.
    pub forms: Arc<Vec<Form>>,
    /// Sentences of the document that no proposal uses.
    pub unused: Arc<Vec<Rest>>,
    /// Figures that forms require which ask every figure.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub required: Arc<Vec<Id>>,
    /// Telephone numbers of units, the office's own: kept beside all else, and written into no file of it.
    #[serde(skip)]
    pub phones: Arc<Vec<PhoneOf>>,
    /// What a person says of the document's headings.
    #[serde(skip_serializing_if = "is_empty")]
    pub marks: Arc<Vec<Marked>>,
}

fn is_empty<T>(list: &Arc<Vec<T>>) -> bool {
    list.is_empty()
}

/// A telephone number of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PhoneOf {
    /// The unit.
    pub unit: Id,
    /// The number, in the form to keep.
    pub phone: String,
}

/// One of a list, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row<T> {
    /// What the plan would have of it.
    pub item: T,
    /// Whether a person has decided about it.
    pub standing: Decided,
    /// Where it was found in the document; none of what a person added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Found>,
    /// What was typed for it and is not understood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub typed: Vec<Typed>,
    /// Whether it has been corrected since it was proposed.
    #[serde(default)]
    pub corrected: bool,
}

/// Whether a person has decided about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Decided {
    /// Proposed, and not in the plan.
    Proposed,
    /// In the plan.
    Confirmed,
    /// Out of the plan, and kept so that it can come back.
    Discarded,
}

/// Where in the document something was found, and how far that can be trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
    /// How far it can be trusted.
    pub grade: Grade,
    /// Why it is read so.
    pub reasons: Vec<String>,
}

/// A cell with text that is not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Typed {
    /// The cell.
    pub cell: String,
    /// The text, as it was typed.
    pub text: String,
}

/// A heading of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// Its place among all numbers: `III.1`.
    pub section: String,
    /// Its words.
    pub title: String,
    /// 1 for the outermost.
    pub level: u8,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
}

/// What a person says of a line of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Marked {
    /// A byte of the line.
    pub at: u32,
    /// The level of the heading that it is; 0 where it is none.
    pub level: u8,
}

/// The form of a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Form {
    /// What is asked.
    pub template: Template,
    /// Whether it asks every figure of the plan, also those that are added later.
    pub all: bool,
}

/// A sentence of the document that no proposal uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rest {
    /// Its words.
    pub quote: String,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last.
    pub end: u32,
    /// Why it is listed.
    pub why: String,
    /// Whether a person has looked at it and is done with it.
    pub done: bool,
}

/// The lists of a composition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum List {
    /// The plan as a whole.
    Head,
    /// Levels of the organisation.
    Levels,
    /// Sectors of the organisation.
    Sectors,
    /// Units.
    Units,
    /// Targets, each with its figure.
    Targets,
    /// Figures without a target.
    Figures,
    /// Duties.
    Duties,
    /// Activities.
    Activities,
    /// Periods of a duty that are listed one by one.
    Periods,
    /// Sentences that are not used.
    Unused,
}

impl<T> Row<T> {
    /// What a person added.
    pub(super) fn own(item: T) -> Self {
        Self {
            item,
            standing: Decided::Confirmed,
            found: None,
            typed: Vec::new(),
            corrected: false,
        }
    }

    /// What was found in a document.
    pub(super) fn proposed(item: T, found: Found) -> Self {
        Self {
            standing: Decided::Proposed,
            found: Some(found),
            ..Self::own(item)
        }
    }

    pub(super) fn is_in(&self) -> bool {
        self.standing == Decided::Confirmed
    }
}

/// The identity of what a list holds.
pub(super) trait Named {
    fn id(&self) -> &Id;
}

macro_rules! named {
    ($($type:ident),*) => { $(impl Named for $type { fn id(&self) -> &Id { &self.id } })* };
}

named!(Unit, Indicator, Target, Duty, Activity);

/// The row of that identity.
pub(super) fn row<'r, T: Named>(rows: &'r [Row<T>], id: &str) -> Option<&'r Row<T>> {
    rows.iter().find(|row| row.item.id().as_str() == id)
}

/// The same, to change it.
pub(super) fn row_mut<'r, T: Named + Clone>(
    rows: &'r mut Arc<Vec<Row<T>>>,
    id: &str,
) -> Option<&'r mut Row<T>> {
    let mut rows = Arc::make_mut(rows).iter_mut();
    rows.find(|row| row.item.id().as_str() == id)
}

impl Composition {
    /// The plan's days, where they are known.
    pub(super) fn period(&self) -> Option<Period> {
        self.has_period.then_some(self.base.period)
    }

    /// What a correction may look at.
    pub(super) fn known(&self) -> Known<'_> {
        Known {
            plan: &self.base,
            period: self.period(),
        }
    }

    /// The figures that the plan has: those that are confirmed, and those of its targets.
    pub(super) fn figures(&self) -> impl Iterator<Item = &Indicator> {
        let asked = |id: &Id| {
            let mut targets = self.targets.iter().filter(|row| row.is_in());
            targets.any(|row| row.item.indicator == *id)
        };
        self.indicators
            .iter()
            .filter(move |row| match row.standing {
                Decided::Confirmed => true,
                Decided::Proposed => asked(&row.item.id),
                Decided::Discarded => false,
            })
            .map(|row| &row.item)
    }
}

impl<T: Read> Read for Row<T> {
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let [item, standing, found, typed, corrected] = reader.object(
            node,
            &["item", "standing"],
            &["found", "typed", "corrected"],
        );
        Self {
            item: Read::read(item, reader),
            standing: Read::read(standing, reader),
            found: Read::read(found, reader),
            typed: Read::read(typed, reader),
            corrected: Read::read(corrected, reader),
        }
    }
}

record!(Composition {
    composition, text, outline, base, has_period, typed, units, indicators, targets, duties, activities, forms, unused;
    required, phones, marks
});
words!(Decided {
    Proposed,
    Confirmed,
    Discarded
});
words!(Grade {
    Sure,
    Likely,
    Maybe
});
words!(List {
    Head,
    Levels,
    Sectors,
    Units,
    Targets,
    Figures,
    Duties,
    Activities,
    Periods,
    Unused
});
record!(PhoneOf { unit, phone; });
record!(Found { start, end, grade, reasons; });
record!(Typed { cell, text; });
record!(Marked { at, level; });
record!(Heading { section, title, level, start, end; });
record!(Form { template, all; });
record!(Rest { quote, start, end, why, done; });
