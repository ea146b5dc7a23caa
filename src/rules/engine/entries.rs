//! The typed reading of everything that a draft or report holds, over which the rules run.

use crate::calendar::{Date, Time};
use crate::finding::Finding;
use crate::text::fold;
use crate::value::{Answer, Reading};
use std::borrow::Cow;
use std::cell::OnceCell;

/// One activity, read.
#[derive(Clone, Debug)]
pub struct ActivityEntry<'a> {
    /// The activity of the plan's calendar that it is.
    pub planned: Option<Cow<'a, str>>,
    /// Its title.
    pub title: Reading<Cow<'a, str>>,
    /// Its first day.
    pub date: Reading<Date>,
    /// Its last day.
    pub until: Reading<Date>,
    /// The hour at which it begins.
    pub time: Reading<Time>,
    /// Where it is held.
    pub place: Reading<Cow<'a, str>>,
    /// How many attendances.
    pub participants: Reading<i64>,
    /// Links as evidence.
    pub links: Vec<Reading<Cow<'a, str>>>,
    /// Partner units.
    pub partners: Vec<Cow<'a, str>>,
    /// Anything else worth saying.
    pub note: Reading<Cow<'a, str>>,
    /// Title and place without marks and case, made when first asked for.
    pub(in crate::rules) folded: OnceCell<[String; 2]>,
}

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
}

impl Entries<'_> {
    /// The number understood at an input.
    #[must_use]
    pub fn number(&self, input: usize) -> Option<i64> {
        match self.inputs.get(input)?.value()? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
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
