//! The typed reading of everything that a draft or report holds, over which the rules run.

use super::part::{Attendances, Day, Hour, Line, Lines, Links, Names, PartEntry, PartKind};
use super::table_entry::TableEntry;
use crate::calendar::Period;
use crate::finding::Finding;
use crate::plan::ActivityPart;
use crate::plan::part::parts;
use crate::report::{DraftActivity, ReportActivity, Words};
use crate::text::fold;
use crate::value::{Answer, Estimate, Reading};
use std::borrow::Cow;
use std::cell::OnceCell;

macro_rules! entry {
    (
        must { $( $(#[$b_meta:meta])* $b_part:ident $b:ident: $b_kind:ident($($b_type:tt)*) => $b_asked:expr; )* }
        may { $( $(#[$c_meta:meta])* $c_part:ident $c:ident: $c_kind:ident($($c_type:tt)*) => $c_asked:expr; )* }
    ) => {
        /// One activity, read.
        #[derive(Clone, Debug)]
        pub struct ActivityEntry<'a> {
            /// The activity of the plan's calendar that it is.
            pub planned: Option<Cow<'a, str>>,
            $( $(#[$b_meta])* pub $b: <$b_kind as PartKind>::Entry<'a>, )*
            $( $(#[$c_meta])* pub $c: <$c_kind as PartKind>::Entry<'a>, )*
            /// Title and place without marks and case, made when first asked for.
            pub(in crate::rules) folded: OnceCell<[String; 2]>,
        }

        impl ActivityEntry<'static> {
            /// Reads what was typed.
            pub(in crate::rules) fn of_draft(typed: &DraftActivity, plan: Period) -> Self {
                Self {
                    planned: (!typed.planned.is_empty()).then(|| Cow::Owned(typed.planned.clone())),
                    $( $b: $b_kind::typed(&typed.$b, plan), )*
                    $( $c: $c_kind::typed(&typed.$c, plan), )*
                    folded: OnceCell::new(),
                }
            }
        }

        impl<'a> ActivityEntry<'a> {
            /// Reads what a report tells, borrowed from it.
            pub(in crate::rules) fn of_report<T: Words>(reported: &'a ReportActivity<T>) -> Self {
                let planned = reported.planned.as_ref();
                Self {
                    planned: planned.map(|planned| Cow::Borrowed(planned.words())),
                    $( $b: $b_kind::reported(&reported.$b), )*
                    $( $c: $c_kind::reported(&reported.$c), )*
                    folded: OnceCell::new(),
                }
            }

            /// The activity as a report tells of it. What must be there is required of every one, so in a draft
            /// without errors there is none of which nothing can be told.
            #[must_use]
            pub fn reported(&self) -> Option<ReportActivity> {
                Some(ReportActivity {
                    planned: self.planned.as_deref().map(str::to_owned),
                    $( $b: $b_kind::to_report(&self.$b)?, )*
                    $( $c: $c_kind::to_report(&self.$c), )*
                })
            }

            /// What was understood of one part.
            #[must_use]
            pub fn part(&self, part: ActivityPart) -> PartEntry<'_> {
                match part {
                    $( ActivityPart::$b_part => (&self.$b).into(), )*
                    $( ActivityPart::$c_part => (&self.$c).into(), )*
                }
            }
        }
    };
}

parts!(entry);

impl ActivityEntry<'_> {
    /// Title and place as two activities are compared by: without marks, case or punctuation.
    pub(in crate::rules) fn folded(&self) -> &[String; 2] {
        let fold =
            |text: &Reading<Cow<'_, str>>| text.value().map(|text| fold(text)).unwrap_or_default();
        self.folded
            .get_or_init(|| [fold(&self.title), fold(&self.place)])
    }

    /// Whether it has at least one link that can be followed.
    pub(in crate::rules) fn has_link(&self) -> bool {
        self.links.iter().any(|link| link.value().is_some())
    }
}

/// The reading of a whole draft or report.
#[derive(Clone, Debug, Default)]
pub struct Entries<'a> {
    /// One reading for each input of the sheet, in its order.
    pub inputs: Vec<Reading<Answer<'a>>>,
    /// The activities listed.
    pub activities: Vec<ActivityEntry<'a>>,
    /// What was there and has no place on the sheet: another plan, a figure that is not asked.
    pub strays: Vec<Finding>,
    /// The tables that were read cell by cell.
    pub tables: Vec<TableEntry<'a>>,
    /// The inputs that are not asked, by the answers to others, in order, and whether something was given there all the same.
    pub(in crate::rules) unasked: Vec<(usize, bool)>,
}

impl Entries<'_> {
    /// The number understood at an input, exactly or not.
    #[must_use]
    pub fn number(&self, input: usize) -> Option<i64> {
        match self.inputs.get(input)?.value()? {
            Answer::Number(number) | Answer::Estimate(Estimate { number, .. }) => Some(*number),
            _ => None,
        }
    }

    /// The number understood at an input, where it is an exact one: what must agree with others waits for it.
    #[must_use]
    pub fn exact(&self, input: usize) -> Option<i64> {
        match self.inputs.get(input)?.value()? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Whether an input is asked, by the answers to others.
    #[must_use]
    pub fn asks(&self, input: usize) -> bool {
        self.unasked.iter().all(|(unasked, _)| *unasked != input)
    }

    /// The inputs that are not asked, by the answers to others, in order, and whether something was given there.
    #[must_use]
    pub fn unasked(&self) -> &[(usize, bool)] {
        &self.unasked
    }

    /// Takes every input to be asked: for a paper, on which nothing has been answered yet.
    pub fn ask_all(&mut self) {
        self.unasked.clear();
    }

    /// Whether nothing was entered at an input.
    #[must_use]
    pub fn is_blank(&self, input: usize) -> bool {
        self.inputs.get(input).is_none_or(Reading::is_blank)
    }

    /// The attendances of all activities, added up; none while one of them cannot be read.
    pub(in crate::rules) fn participants(&self) -> Option<i128> {
        self.activities
            .iter()
            .try_fold(0, |sum, activity| match activity.participants {
                Reading::Blank => Some(sum),
                Reading::Wrong(_) => None,
                Reading::Value(count) => Some(sum + i128::from(count)),
            })
    }
}
