//! Tables of points: which figures are criteria, with their most; the name, the bands, what rules one out, and what follows from
//! when reports come. A table is there as soon as one figure has points.

use super::super::ids;
use super::super::state::Composition;
use super::{BLANK, Cell, NO_SUCH, Set, Wrong, in_one_line, said};
use crate::plan::{
    Award, Band, Bar, BarWhen, Criterion, Id, Indicator, Plan, Punctual, Scoring, Selector,
};
use crate::text::{Both, Lang, fold, format_typed, is_blank, parse_quantity};
use crate::value::{Counted, RollUp};
use std::sync::Arc;

mod bars;

/// The cell of a figure with the most points.
pub(in super::super) const POINTS: &str = "points";
/// The unit of measurement of points.
const UNIT: &str = "điểm";
/// What an office calls reports that come in time, before it says otherwise.
const PUNCTUAL: &str = "Chế độ thông tin, báo cáo";
const TABLE: &str = "Bảng điểm";

const MOST: Both = Both {
    vi: "Điểm tối đa (nếu là tiêu chí chấm điểm)",
    en: "Most points (of a criterion)",
};
const MOST_HINT: Both = Both {
    vi: "Đơn vị tự chấm, văn phòng thẩm định khi duyệt. Bỏ trống nếu không chấm điểm.",
    en: "The unit gives itself points, the office reviews them. Blank where nobody scores it.",
};
const NAME: Both = Both {
    vi: "Tên bảng điểm",
    en: "Name of the table",
};
const BANDS: Both = Both {
    vi: "Mức xếp loại",
    en: "Bands",
};
const BANDS_HINT: Both = Both {
    vi: "Mỗi dòng một mức và điểm thấp nhất của mức đó, như “Xuất sắc: 90”.",
    en: "One a line with its least points, as “Xuất sắc: 90”.",
};
pub(in super::super) const BARS: Both = Both {
    vi: "Không xét",
    en: "What rules a band out",
};
const BARS_HINT: Both = Both {
    vi: "Mỗi dòng một mức, lời của văn bản, dấu = rồi điều kiện: báo cáo trễ hạn, báo cáo không gửi, tên số liệu hoặc tiêu chí, với \
         trên, dưới, ít nhất, không quá và một số. Như “Xuất sắc: Có báo cáo gửi trễ hạn = báo cáo trễ hạn trên 0”.",
    en: "One a line: band, the document's words, = and when: “báo cáo trễ hạn”, “báo cáo không gửi” or the name of a figure or \
         criterion, with trên, dưới, ít nhất, không quá and a number.",
};
const TIME: Both = Both {
    vi: "Điểm chấm theo hạn gửi, tối đa",
    en: "Most points for reports in time",
};
const TIME_HINT: Both = Both {
    vi: "Điểm này máy tự tính từ lúc báo cáo đến. Bỏ trống nếu không chấm theo hạn gửi.",
    en: "Reckoned from when reports came. Blank where none are given.",
};
const LATE: Both = Both {
    vi: "Mỗi báo cáo trễ hạn trừ",
    en: "Each late report takes off",
};
const MISSING: Both = Both {
    vi: "Mỗi báo cáo không gửi trừ",
    en: "Each missing report takes off",
};

static NO_POINTS: Both = Both {
    vi: "Ghi điểm bằng số, như 10 hoặc 8,5, với số chữ số thập phân của bảng điểm.",
    en: "Write points as a number, as 10 or 8,5, with the decimal places of the table.",
};
static OTHER_PLACES: Both = Both {
    vi: "Số chữ số sau dấu phẩy phải như ở các tiêu chí khác của bảng điểm.",
    en: "The decimal places must be those of the table's other criteria.",
};
static NO_BAND: Both = Both {
    vi: "Mỗi dòng ghi tên mức, dấu hai chấm và điểm thấp nhất, như “Xuất sắc: 90”.",
    en: "Each line is a band, a colon and its least points, as “Xuất sắc: 90”.",
};

/// The most points of a figure, where it can have some.
pub(in super::super) fn figure_cell(
    plan: &Plan,
    indicator: &Indicator,
    lang: Lang,
) -> Option<Cell> {
    let Counted::Unit { unit, decimals } = indicator.measure.counted() else {
        return None;
    };
    let scores = |one: &Scoring| one.criterion_of(&indicator.id).is_some();
    let is_scored = plan.scorings.iter().any(scores);
    let most = indicator.most.filter(|_| is_scored);
    let text = most.map_or_else(String::new, |most| format_typed(most, decimals));
    let can = indicator.measure.roll_up() == RollUp::Quantity && fold(unit) == fold(UNIT);
    (is_scored || can).then(|| Cell::typed(POINTS, MOST, text, lang).hint(MOST_HINT, lang))
}

/// Makes a figure a criterion with that most, or none where nothing is typed.
pub(in super::super) fn set_figure(plan: &mut Plan, indicator: &mut Indicator, text: &str) -> Set {
    let Counted::Unit { unit, decimals } = indicator.measure.counted() else {
        return Err(&NO_SUCH);
    };
    if is_blank(text) {
        for scoring in &mut plan.scorings {
            let is_it = |one: &Criterion| matches!(&one.by, Award::Own(id) if *id == indicator.id);
            scoring.criteria.retain(|one| !is_it(one));
        }
        plan.scorings.retain(|one| !one.criteria.is_empty());
        indicator.most = None;
        return Ok(());
    }
    let most = parse_quantity(text, unit, decimals, false).map_err(|_| &NO_POINTS)?;
    if most < 1 {
        return Err(&NO_POINTS);
    }
    let scores = |one: &Scoring| one.criterion_of(&indicator.id).is_some();
    if !plan.scorings.iter().any(scores) {
        let scoring = match plan.scorings.first_mut() {
            Some(scoring) => scoring,
            None => {
                plan.scorings.push(begun(decimals));
                plan.scorings.first_mut().ok_or(&NO_SUCH)?
            }
        };
        if scoring.decimals != decimals {
            return Err(&OTHER_PLACES);
        }
        let is_taken = |id: &str| scoring.criteria.iter().any(|one| one.id == *id);
        let id = ids::made(indicator.id.as_str(), "tieu-chi", is_taken);
        scoring.criteria.push(Criterion {
            id,
            number: None,
            by: Award::Own(indicator.id.clone()),
        });
    }
    indicator.most = Some(most);
    Ok(())
}

fn begun(decimals: u8) -> Scoring {
    Scoring {
        id: ids::made(TABLE, "bang-diem", |_| false),
        name: TABLE.to_owned(),
        units: Selector::default(),
        decimals,
        criteria: Vec::new(),
        bands: Vec::new(),
        source: super::super::forms::source(super::super::forms::OUTSIDE),
    }
}

/// The cells of every table of the plan.
pub(in super::super) fn cells(made: &Composition, lang: Lang) -> Vec<Cell> {
    let of = |(at, scoring)| table(made, at, scoring, lang);
    made.base.scorings.iter().enumerate().flat_map(of).collect()
}

fn table(made: &Composition, at: usize, scoring: &Scoring, lang: Lang) -> Vec<Cell> {
    let name = |cell: &str| ["scoring", &*at.to_string(), ".", cell].concat();
    let points = |points: i64| format_typed(points, scoring.decimals);
    let bands = scoring.bands.iter();
    let bands = bands.map(|band| [&*band.name, ": ", &points(band.from)].concat());
    let bands: Vec<String> = bands.collect();
    let mut cells = vec![
        Cell::typed(&name("name"), NAME, &*scoring.name, lang),
        Cell::typed(&name("bands"), BANDS, bands.join("\n"), lang)
            .lines()
            .hint(BANDS_HINT, lang),
    ];
    if !scoring.bands.is_empty() {
        let bars = bars::text(made, scoring);
        cells.push(
            Cell::typed(&name("bars"), BARS, bars, lang)
                .lines()
                .hint(BARS_HINT, lang),
        );
    }
    let punctual = punctual(scoring);
    let most = punctual.map_or_else(String::new, |one| points(one.most));
    cells.push(Cell::typed(&name("time"), TIME, most, lang).hint(TIME_HINT, lang));
    if let Some(punctual) = punctual {
        cells.push(Cell::typed(
            &name("late"),
            LATE,
            points(punctual.late),
            lang,
        ));
        let missing = points(punctual.missing);
        cells.push(Cell::typed(&name("missing"), MISSING, missing, lang));
    }
    cells
        .into_iter()
        .map(|cell| cell.of(&scoring.name))
        .collect()
}

fn punctual(scoring: &Scoring) -> Option<&Punctual> {
    scoring.criteria.iter().find_map(|one| match &one.by {
        Award::Punctuality(punctual) => Some(punctual),
        Award::Own(_) => None,
    })
}

/// Corrects a cell of a table; `cell` is what stands behind "scoring".
pub(super) fn set(made: &mut Composition, cell: &str, text: &str) -> Set {
    let (at, cell) = cell.split_once('.').ok_or(&NO_SUCH)?;
    let at: usize = at.parse().map_err(|_| &NO_SUCH)?;
    let mut scoring = made.base.scorings.get(at).ok_or(&NO_SUCH)?.clone();
    match cell {
        "name" => scoring.name = in_one_line(text)?,
        "bands" => scoring.bands = bands(&scoring, text)?,
        "bars" => bars::set(made, &mut scoring, text)?,
        _ => punctuality(&mut scoring, cell, text)?,
    }
    let scorings = &mut Arc::make_mut(&mut made.base).scorings;
    *scorings.get_mut(at).ok_or(&NO_SUCH)? = scoring;
    Ok(())
}

fn points(scoring: &Scoring, text: &str) -> Result<i64, Wrong> {
    parse_quantity(text, UNIT, scoring.decimals, false).map_err(|_| &NO_POINTS)
}

fn bands(scoring: &Scoring, text: &str) -> Result<Vec<Band>, Wrong> {
    let mut bands: Vec<Band> = Vec::new();
    for line in text.lines().filter(|line| !is_blank(line)) {
        let (name, from) = line.rsplit_once(':').ok_or(&NO_BAND)?;
        let (name, from) = (said(name)?, points(scoring, from).map_err(|_| &NO_BAND)?);
        let mut before = scoring.bands.iter();
        let before = before.find(|one| fold(&one.name) == fold(&name));
        let is_taken = |id: &str| {
            let mut all = bands.iter().chain(&scoring.bands);
            all.any(|one| one.id == *id)
        };
        let id = match before {
            Some(band) if !bands.iter().any(|one| one.id == band.id) => band.id.clone(),
            _ => ids::made(&name, "muc", is_taken),
        };
        bands.push(Band {
            id,
            name,
            from,
            bars: before.map(|band| band.bars.clone()).unwrap_or_default(),
        });
    }
    crate::order::sort(&mut bands, |one, other| other.from.cmp(&one.from));
    Ok(bands)
}

fn punctuality(scoring: &mut Scoring, cell: &str, text: &str) -> Set {
    if cell == "time" && is_blank(text) {
        let is_own = |one: &Criterion| matches!(one.by, Award::Own(_));
        scoring.criteria.retain(is_own);
        // A table without a criterion would be no plan; what has none is taken away with its last figure.
        return if scoring.criteria.is_empty() {
            Err(&BLANK)
        } else {
            Ok(())
        };
    }
    let given = points(scoring, text)?;
    if punctual(scoring).is_none() && cell == "time" {
        let is_taken = |id: &str| scoring.criteria.iter().any(|one| one.id == *id);
        let id = ids::made(PUNCTUAL, "han-gui", is_taken);
        scoring.criteria.push(Criterion {
            id,
            number: None,
            by: Award::Punctuality(Punctual {
                name: PUNCTUAL.to_owned(),
                most: given,
                duties: Vec::new(),
                late: 0,
                missing: 0,
            }),
        });
    }
    let mut own = scoring.criteria.iter_mut();
    let found = own.find_map(|one| match &mut one.by {
        Award::Punctuality(punctual) => Some(punctual),
        Award::Own(_) => None,
    });
    let punctual = found.ok_or(&NO_SUCH)?;
    match cell {
        "time" if given < 1 => return Err(&NO_POINTS),
        "time" => punctual.most = given,
        "late" => punctual.late = given,
        "missing" => punctual.missing = given,
        _ => return Err(&NO_SUCH),
    }
    Ok(())
}

/// Takes out what speaks of figures that the plan has no more.
pub(in super::super) fn prune(plan: &mut Plan) {
    let mut scorings = std::mem::take(&mut plan.scorings);
    let known = |id: &Id| plan.indicator(id.as_str()).is_some();
    for scoring in &mut scorings {
        scoring.criteria.retain(|one| match &one.by {
            Award::Own(id) => known(id),
            Award::Punctuality(_) => true,
        });
        let criteria = &scoring.criteria;
        let stands = |bar: &Bar| match &bar.when {
            BarWhen::Below { criterion, .. } => criteria.iter().any(|one| one.id == *criterion),
            BarWhen::Figure { indicator, .. } => known(indicator),
            BarWhen::Late(_) | BarWhen::Missing(_) => true,
        };
        for band in &mut scoring.bands {
            band.bars.retain(stands);
        }
    }
    scorings.retain(|one| !one.criteria.is_empty());
    plan.scorings = scorings;
}
