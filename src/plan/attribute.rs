//! What is known of each unit as a number: how many members it has, how many voters, what it reached last year.

use super::{Id, Source};
use crate::read::record;
use serde::Serialize;

/// Something known of units as a whole number (đặc điểm của đơn vị): "đoàn viên", "cử tri", "cây đã trồng năm 2022".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attribute {
    /// Its identity within the plan.
    pub id: Id,
    /// What is counted, as it stands behind a number: "đoàn viên", "cử tri", "ha lúa năm 2022".
    pub name: String,
    /// The figure in which each unit tells its own number, where the plan does not state it: a count, money or a quantity. What
    /// the unit told last counts, in whichever report; none where the numbers are the plan's alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Id>,
    /// Where the document states it; none where the numbers are the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// The number of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitNumber {
    /// What is counted: an attribute of the plan.
    pub attribute: Id,
    /// How many: a whole number, in units of its name.
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub number: i64,
}

/// Numbers of an attribute, both ends inclusive (từ … đến …): "dưới 100 cử tri" is `most` 99.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NumberRange {
    /// Of what: an attribute of the plan.
    pub attribute: Id,
    /// The least; any where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub least: Option<i64>,
    /// The most; any where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
    pub most: Option<i64>,
}

impl NumberRange {
    /// Whether a number lies in it; what is not known lies nowhere.
    pub(super) fn takes(&self, number: Option<i64>) -> bool {
        number.is_some_and(|number| {
            self.least.is_none_or(|least| number >= least)
                && self.most.is_none_or(|most| number <= most)
        })
    }
}

record!(Attribute { id, name; asked, source });
record!(UnitNumber { attribute, number; });
record!(NumberRange { attribute; least, most });
