//! The activities listed in a draft and in a report: a member for each part that can be asked (`plan/part.rs`).

use super::bounds::{MAX_LINE, MAX_LINKS, MAX_NOTE, MAX_PARTNERS, MAX_TEXT};
use super::members::{Words, members};
use crate::calendar::{Date, Time};
use crate::plan::ActivityPart;
use crate::plan::part::parts;

/// Declares an activity by its parts: as typed, where each is raw text and may be blank, and as understood, where
/// each has its type and those that `must` be there are.
macro_rules! activity {
    (
        must {
            $(
                $(#[$b_meta:meta])*
                $b_part:ident $b:ident: $b_kind:ident($b_type:ty $([text $b_text:ident])?) => $b_asked:expr;
            )*
        }
        may {
            $(
                $(#[$c_meta:meta])*
                $c_part:ident $c:ident: $c_kind:ident(
                    $c_type:ty $([text $c_text:ident])? $([list $c_list:ident])? $([each $c_each:ident])?
                ) => $c_asked:expr;
            )*
        }
    ) => {
        members! {
            /// An activity (hoạt động) as typed: every part is raw text, right or wrong; "" is blank.
            #[derive(Default)]
            pub struct DraftActivity {
                must {}
                may {
                    /// The activity of the plan's calendar that it is; "" for one of the unit's own.
                    planned: String [text MAX_TEXT],
                    $( $(#[$b_meta])* $b: String [text MAX_TEXT], )*
                    $( $(#[$c_meta])* $c: String [text MAX_TEXT], )*
                }
            }
        }

        members! {
            /// An activity (hoạt động) as understood.
            #[cfg_attr(feature = "schema", schemars(rename = "ReportActivity"))]
            pub struct ReportActivity<T: Words = String> {
                may {
                    /// The activity of the plan's calendar that it is; none for one of the unit's own.
                    planned: Option<T>,
                }
                must {
                    $( $(#[$b_meta])* $b: $b_type $([text $b_text])?, )*
                }
                may {
                    $( $(#[$c_meta])* $c: $c_type $([text $c_text])? $([list $c_list])? $([each $c_each])?, )*
                }
            }
        }

        impl DraftActivity {
            /// What was typed into one part.
            #[must_use]
            pub fn part(&self, part: ActivityPart) -> &str {
                match part {
                    $( ActivityPart::$b_part => &self.$b, )*
                    $( ActivityPart::$c_part => &self.$c, )*
                }
            }

            /// The text of one part, to type into.
            pub fn part_mut(&mut self, part: ActivityPart) -> &mut String {
                match part {
                    $( ActivityPart::$b_part => &mut self.$b, )*
                    $( ActivityPart::$c_part => &mut self.$c, )*
                }
            }
        }

        impl<T: Words> ReportActivity<T> {
            /// One of the unit's own, of which no more is told than must be.
            #[must_use]
            pub fn new($( $b: $b_type ),*) -> Self {
                Self {
                    planned: None,
                    $( $b, )*
                    $( $c: Default::default(), )*
                }
            }

            /// What is told of one part.
            #[must_use]
            pub fn part(&self, part: ActivityPart) -> PartValue<'_, T> {
                match part {
                    $( ActivityPart::$b_part => (&self.$b).into(), )*
                    $( ActivityPart::$c_part => (&self.$c).into(), )*
                }
            }
        }
    };
}

parts!(activity);

/// What a report tells of a part of an activity.
#[derive(Clone, Copy, Debug)]
pub enum PartValue<'v, T> {
    /// Words, where there are some.
    Text(Option<&'v T>),
    /// A day.
    Day(Option<Date>),
    /// An hour.
    Hour(Option<Time>),
    /// A number.
    Number(Option<i64>),
    /// Several words.
    Texts(&'v [T]),
}

impl<'v, T: Words> From<&'v T> for PartValue<'v, T> {
    fn from(text: &'v T) -> Self {
        Self::Text(Some(text))
    }
}

impl<'v, T> From<&'v Option<T>> for PartValue<'v, T>
where
    T: Words,
{
    fn from(text: &'v Option<T>) -> Self {
        Self::Text(text.as_ref())
    }
}

impl<T> From<&Date> for PartValue<'_, T> {
    fn from(day: &Date) -> Self {
        Self::Day(Some(*day))
    }
}

impl<T> From<&Option<Date>> for PartValue<'_, T> {
    fn from(day: &Option<Date>) -> Self {
        Self::Day(*day)
    }
}

impl<T> From<&Option<Time>> for PartValue<'_, T> {
    fn from(hour: &Option<Time>) -> Self {
        Self::Hour(*hour)
    }
}

impl<T> From<&Option<i64>> for PartValue<'_, T> {
    fn from(number: &Option<i64>) -> Self {
        Self::Number(*number)
    }
}

impl<'v, T: Words> From<&'v Vec<T>> for PartValue<'v, T> {
    fn from(texts: &'v Vec<T>) -> Self {
        Self::Texts(texts)
    }
}
