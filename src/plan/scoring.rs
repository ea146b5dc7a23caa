//! Points for a year's commendation: criteria with their most, and the bands to which points come.

use super::{Comparison, Id, Plan, Selector, Source};
use crate::read::{Node, Read, Reader, choice, record};
use serde::Serialize;

/// A table of points (bảng điểm thi đua): what is scored, of whom, and what the points come to. Whoever is scored states its own
/// points in reports; the office reviews them as it accepts a report, and where it did, its points count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scoring {
    /// Its identity.
    pub id: Id,
    /// Its name: "Bộ tiêu chí thi đua năm 2026".
    pub name: String,
    /// Who is scored; every unit where it is left out.
    #[serde(default, skip_serializing_if = "Selector::is_all")]
    pub units: Selector,
    /// How many decimal places points have, 0 to 2; all points here are whole numbers of the smallest step: with one decimal
    /// place 8,5 points are 85.
    #[serde(default, skip_serializing_if = "is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = Scoring::PLACES)))]
    pub decimals: u8,
    /// What is scored, in the document's order.
    pub criteria: Vec<Criterion>,
    /// The bands, the highest first; none where the document has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Where the document states it.
    pub source: Source,
}

/// One criterion (tiêu chí).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criterion {
    /// Its identity within the table.
    pub id: Id,
    /// The number that it bears in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who gives the points, or from what they follow.
    pub by: Award,
}

/// Where the points of a criterion come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Award {
    /// From the unit's own answer (tự chấm): an indicator of the plan, a quantity of as many decimal places. Its question is
    /// the criterion, and its largest value the most points (điểm tối đa). The office can review it.
    Own(Id),
    /// From when its reports came (chấm theo hạn gửi); nobody types it.
    Punctuality(Punctual),
}

/// Points that follow from when reports came: all of them, less what each late and each missing report takes off, never below
/// nothing. There are none yet while no report is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Punctual {
    /// What is scored: "Chế độ báo cáo đúng hạn".
    pub name: String,
    /// The most points, in steps.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = crate::text::MAX_EXACT)))]
    pub most: i64,
    /// The duties whose reports count; all of them where it is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Id>,
    /// What a report that came late takes off, in steps.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))]
    pub late: i64,
    /// What a report that is due and did not come takes off, in steps.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))]
    pub missing: i64,
}

/// A band (mức xếp loại): "Xuất sắc từ 90 điểm".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// Its identity within the table.
    pub id: Id,
    /// Its name: "Xuất sắc".
    pub name: String,
    /// From how many points on, in steps; below those of the band before.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))]
    pub from: i64,
    /// What rules it out whatever the points are (không xét): whoever meets one of these comes to the next band that is open
    /// to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bars: Vec<Bar>,
}

/// What rules a band out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bar {
    /// As the document says it: "Có báo cáo gửi trễ hạn".
    pub text: String,
    /// When it holds.
    pub when: BarWhen,
}

/// When something rules a band out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum BarWhen {
    /// More than so many reports came late.
    Late(
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))] i64,
    ),
    /// More than so many reports are due and did not come.
    Missing(
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))] i64,
    ),
    /// A criterion has fewer points than so many steps, or none.
    Below {
        /// The criterion of this table.
        criterion: Id,
        /// How many points, in steps.
        #[cfg_attr(feature = "schema", schemars(range(min = 0, max = crate::text::MAX_EXACT)))]
        points: i64,
    },
    /// A figure that the unit reported stands so to a number: more than 0 persons who were disciplined. What was done counts
    /// as 1.
    Figure {
        /// The indicator: a count, money, a quantity, or something done or not.
        indicator: Id,
        /// How it stands to the number.
        comparison: Comparison,
        /// The number, in the indicator's steps.
        #[cfg_attr(feature = "schema", schemars(range(min = -crate::text::MAX_EXACT, max = crate::text::MAX_EXACT)))]
        value: i64,
    },
}

impl Scoring {
    /// The most decimal places of points.
    pub(crate) const PLACES: u8 = 2;

    /// All that can be reached, in steps.
    #[must_use]
    pub fn most(&self, plan: &Plan) -> i64 {
        let most = self.criteria.iter().map(|criterion| criterion.most(plan));
        most.fold(0, i64::saturating_add)
    }

    /// The criterion that an indicator answers.
    #[must_use]
    pub fn criterion_of(&self, indicator: &Id) -> Option<&Criterion> {
        let mut criteria = self.criteria.iter();
        criteria.find(|one| matches!(&one.by, Award::Own(own) if own == indicator))
    }
}

impl Criterion {
    /// The most points, in steps.
    #[must_use]
    pub fn most(&self, plan: &Plan) -> i64 {
        match &self.by {
            Award::Own(id) => plan.indicator(id.as_str()).and_then(|one| one.most),
            Award::Punctuality(punctual) => Some(punctual.most),
        }
        .unwrap_or_default()
    }

    /// What is scored.
    #[must_use]
    pub fn name<'p>(&'p self, plan: &'p Plan) -> &'p str {
        match &self.by {
            Award::Own(id) => plan.indicator(id.as_str()).map_or("", |one| &one.label),
            Award::Punctuality(punctual) => &punctual.name,
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for this signature"
)]
fn is_none(places: &u8) -> bool {
    *places == 0
}

// Few plans have one: nothing of its reading stands in what every form reads first.
impl Read for Scoring {
    #[inline(never)]
    fn read(node: &Node<'_>, reader: &mut Reader) -> Self {
        let must = ["id", "name", "criteria", "source"];
        let may = ["units", "decimals", "bands"];
        let [id, name, criteria, source, units, decimals, bands] = reader.object(node, &must, &may);
        Self {
            id: Read::read(id, reader),
            name: Read::read(name, reader),
            criteria: Read::read(criteria, reader),
            source: Read::read(source, reader),
            units: Read::read(units, reader),
            decimals: Read::read(decimals, reader),
            bands: Read::read(bands, reader),
        }
    }
}

record!(Criterion { id, by; number });
record!(Punctual { name, most, late, missing; duties });
record!(Band { id, name, from; bars });
record!(Bar { text, when; });
choice!(Award
    words {}
    values { Own, Punctuality }
    records {}
    else Self::Punctuality(Punctual { name: String::new(), most: 0, duties: Vec::new(), late: 0, missing: 0 })
);
choice!(BarWhen
    words {}
    values { Late, Missing }
    records { Below { criterion, points; }, Figure { indicator, comparison, value; } }
    else Self::Late(0)
);
