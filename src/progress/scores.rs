//! A table of points as a page shows it.

use crate::message;
use crate::plan::{Plan, Scoring};
use crate::rollup::{CriterionScore, Scores, UnitScore};
use crate::text::{Lang, format_typed, join};
use serde::Serialize;

/// One table of points (bảng điểm).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoresView {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// All that can be reached, in words: "100 điểm".
    pub most_text: String,
    /// Its criteria, in the document's order.
    pub criteria: Vec<CriterionView>,
    /// Its bands, the highest first, and last, where units reach none, those.
    pub bands: Vec<BandView>,
    /// The units that are scored: who has the most points first; of as many in the plan's order.
    pub rows: Vec<ScoreView>,
}

/// One criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CriterionView {
    /// Its identity within the table.
    pub id: String,
    /// The number that it bears in the document.
    pub number: Option<String>,
    /// What is scored.
    pub name: String,
    /// Both: "1.1. Tổ chức học tập nghị quyết".
    pub text: String,
    /// The most points, in words: "10 điểm".
    pub most_text: String,
}

/// One band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BandView {
    /// Its identity; none for those who reach no band.
    pub id: Option<String>,
    /// In words: "Xuất sắc, từ 90 điểm".
    pub text: String,
    /// How many units come to it.
    pub units: usize,
}

/// The points of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoreView {
    /// The unit's identity.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: Option<String>,
    /// What it gave itself, with what follows from its reports: "86,5 điểm"; "" where nothing is known.
    pub own_text: String,
    /// The same as a number to be computed with: "86,5".
    pub own_figure: Option<String>,
    /// What counts: the office's points where it gave others.
    pub counted_text: String,
    /// The same as a number to be computed with.
    pub counted_figure: Option<String>,
    /// Whether the office gave points of its own.
    pub reviewed: bool,
    /// Of how many criteria points are known, in words.
    pub known_text: String,
    /// The band's identity; none where it reaches none.
    pub band: Option<String>,
    /// The band's name, or that it reaches none; "" where nothing is known.
    pub band_text: String,
    /// The bands for which it has the points and which are ruled out, each with why.
    pub barred_texts: Vec<String>,
    /// The same in one text, for a cell.
    pub barred_text: String,
    /// Its points by criterion.
    pub cells: Vec<PointsCell>,
}

/// The points of one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PointsCell {
    /// What the unit gave itself, or what follows from its reports: "8,5"; "" where nothing is known.
    pub own: String,
    /// What the office gave instead; "" where it gave nothing else.
    pub reviewed: String,
}

pub(super) fn scores(plan: &Plan, scores: &Scores, lang: Lang) -> Option<ScoresView> {
    let scoring = plan.scorings.get(scores.scoring)?;
    let mut ranked: Vec<&UnitScore> = scores.units.iter().collect();
    crate::order::sort(&mut ranked, |one, other| other.counted.cmp(&one.counted));
    let points = |points: i64| message::points(points, scoring.decimals, lang);
    let criterion = |one: &crate::plan::Criterion| CriterionView {
        id: one.id.as_str().to_owned(),
        number: one.number.clone(),
        name: one.name(plan).to_owned(),
        text: match &one.number {
            Some(number) => [&**number, ". ", one.name(plan)].concat(),
            None => one.name(plan).to_owned(),
        },
        most_text: points(one.most(plan)),
    };
    Some(ScoresView {
        id: scoring.id.as_str().to_owned(),
        name: scoring.name.clone(),
        most_text: points(scoring.most(plan)),
        criteria: scoring.criteria.iter().map(criterion).collect(),
        bands: bands(scoring, scores, lang),
        rows: ranked
            .into_iter()
            .filter_map(|one| row(plan, scoring, one, lang))
            .collect(),
    })
}

fn bands(scoring: &Scoring, scores: &Scores, lang: Lang) -> Vec<BandView> {
    let known = scores.units.iter().filter(|one| one.counted.is_some());
    let count = |band: Option<usize>| known.clone().filter(|one| one.band == band).count();
    let named = scoring.bands.iter().enumerate();
    let mut bands: Vec<BandView> = named
        .map(|(place, band)| BandView {
            id: Some(band.id.as_str().to_owned()),
            text: message::band(&band.name, band.from, scoring.decimals, lang),
            units: count(Some(place)),
        })
        .collect();
    let none = count(None);
    if none > 0 && !bands.is_empty() {
        bands.push(BandView {
            id: None,
            text: message::no_band(lang).to_owned(),
            units: none,
        });
    }
    bands
}

fn row(plan: &Plan, scoring: &Scoring, score: &UnitScore, lang: Lang) -> Option<ScoreView> {
    let unit = plan.units.get(score.unit)?;
    let text = |points: Option<i64>| {
        points.map_or_else(String::new, |points| {
            message::points(points, scoring.decimals, lang)
        })
    };
    let figure = |points: i64| format_typed(points, scoring.decimals);
    let band = score.band.and_then(|place| scoring.bands.get(place));
    let none = || match score.counted {
        Some(_) if !scoring.bands.is_empty() => message::no_band(lang),
        _ => "",
    };
    let barred = score.barred.iter().filter_map(|(band, bar)| {
        let band = scoring.bands.get(*band)?;
        let bar = band.bars.get(*bar)?;
        Some(message::barred(&band.name, &bar.text, lang))
    });
    let barred: Vec<String> = barred.collect();
    let cell = |one: &CriterionScore| PointsCell {
        own: one.own.map_or_else(String::new, figure),
        reviewed: one.reviewed.map_or_else(String::new, figure),
    };
    Some(ScoreView {
        unit: unit.id.as_str().to_owned(),
        name: unit.name.clone(),
        sector: unit.sector.as_ref().map(|id| id.as_str().to_owned()),
        own_text: text(score.own),
        own_figure: score.own.map(figure),
        counted_text: text(score.counted),
        counted_figure: score.counted.map(figure),
        reviewed: score.is_reviewed(),
        known_text: message::scored(score.known(), score.criteria.len(), lang),
        band: band.map(|band| band.id.as_str().to_owned()),
        band_text: band.map_or(none(), |band| &*band.name).to_owned(),
        barred_text: join(&barred, "; "),
        barred_texts: barred,
        cells: score.criteria.iter().map(cell).collect(),
    })
}
