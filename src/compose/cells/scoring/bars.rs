//! What rules a band out, a line each, as a person writes it: "Xuất sắc: Có báo cáo gửi trễ hạn = báo cáo trễ hạn trên 0".

use super::super::super::state::Composition;
use super::super::super::words::COMPARISONS;
use super::super::{Set, Wrong, said};
use crate::plan::{Bar, BarWhen, Comparison, Indicator, Scoring};
use crate::text::{Both, Lang, fold, format_count, format_typed, is_blank, parse_integer};
use crate::text::{parse_dong, parse_quantity};
use crate::value::{Counted, RollUp};

const LATE: &str = "báo cáo trễ hạn";
const MISSING: &str = "báo cáo không gửi";

static NO_BAR: Both = Both {
    vi: "Chưa hiểu dòng này. Ghi như “Xuất sắc: Có báo cáo gửi trễ hạn = báo cáo trễ hạn trên 0”; tên mức, tiêu chí và số liệu ghi đúng như \
         trong kế hoạch.",
    en: "This is not understood. Write “Xuất sắc: Có báo cáo gửi trễ hạn = báo cáo trễ hạn trên 0”, with the names that the plan has.",
};

/// All of them, one a line.
pub(super) fn text(made: &Composition, scoring: &Scoring) -> String {
    let mut lines = Vec::new();
    for band in &scoring.bands {
        for bar in &band.bars {
            let when = condition(made, scoring, &bar.when);
            lines.push([&*band.name, ": ", &bar.text, " = ", &when].concat());
        }
    }
    lines.join("\n")
}

fn condition(made: &Composition, scoring: &Scoring, when: &BarWhen) -> String {
    let said = |subject: &str, comparison: Comparison, number: &str| {
        [subject, " ", word(comparison), " ", number].concat()
    };
    match when {
        BarWhen::Late(most) => said(LATE, Comparison::MoreThan, &most.to_string()),
        BarWhen::Missing(most) => said(MISSING, Comparison::MoreThan, &most.to_string()),
        BarWhen::Below { criterion, points } => {
            let mut criteria = scoring.criteria.iter();
            let one = criteria.find(|one| one.id == *criterion);
            let name = one.map(|one| name(made, one)).unwrap_or_default();
            let points = format_typed(*points, scoring.decimals);
            said(&name, Comparison::LessThan, &points)
        }
        BarWhen::Figure {
            indicator,
            comparison,
            value,
        } => {
            let mut figures = made.figures();
            let figure = figures.find(|one| one.id == *indicator);
            let label = figure.map(|one| &*one.label).unwrap_or_default();
            let number = figure.map(|one| number(one, *value)).unwrap_or_default();
            said(label, *comparison, &number)
        }
    }
}

/// What a criterion is called here: by its number, else by its name.
fn name(made: &Composition, criterion: &crate::plan::Criterion) -> String {
    match (&criterion.number, &criterion.by) {
        (Some(number), _) => number.clone(),
        (None, crate::plan::Award::Punctuality(punctual)) => punctual.name.clone(),
        (None, crate::plan::Award::Own(id)) => {
            let mut figures = made.figures();
            let figure = figures.find(|one| one.id == *id);
            figure.map(|one| one.label.clone()).unwrap_or_default()
        }
    }
}

fn number(figure: &Indicator, value: i64) -> String {
    match figure.measure.counted() {
        Counted::Unit { decimals, .. } => format_typed(value, decimals),
        Counted::Nothing | Counted::Noun(_) | Counted::Dong => format_count(value),
    }
}

fn word(comparison: Comparison) -> &'static str {
    let mut all = COMPARISONS.iter();
    let one = all.find(|(is, ..)| *is == comparison);
    one.map(|(.., says)| says.of(Lang::Vi)).unwrap_or_default()
}

/// Takes all of them from what was typed; a band without a line has none.
pub(super) fn set(made: &Composition, scoring: &mut Scoring, text: &str) -> Set {
    let mut read = vec![Vec::new(); scoring.bands.len()];
    for line in text.lines().filter(|line| !is_blank(line)) {
        let (band, rest) = line.split_once(':').ok_or(&NO_BAR)?;
        let (words, when) = rest.rsplit_once('=').ok_or(&NO_BAR)?;
        let mut bands = scoring.bands.iter();
        let at = bands.position(|one| fold(&one.name) == fold(band));
        let list = at.and_then(|at| read.get_mut(at)).ok_or(&NO_BAR)?;
        list.push(Bar {
            text: said(words)?,
            when: read_when(made, scoring, when)?,
        });
    }
    for (band, bars) in scoring.bands.iter_mut().zip(read) {
        band.bars = bars;
    }
    Ok(())
}

fn read_when(made: &Composition, scoring: &Scoring, text: &str) -> Result<BarWhen, Wrong> {
    let found = COMPARISONS.iter().filter_map(|(comparison, _, says)| {
        let word = [" ", says.of(Lang::Vi), " "].concat();
        let at = text.rfind(&word)?;
        let (subject, rest) = text.split_at(at);
        Some((at, subject, *comparison, rest.get(word.len()..)?))
    });
    let found = found.max_by_key(|(at, ..)| *at);
    let (_, subject, comparison, typed) = found.ok_or(&NO_BAR)?;
    let subject = fold(subject);
    let is = |name: &str| fold(name) == subject;
    if is(LATE) || is(MISSING) {
        let count = parse_integer(typed).map_err(|_| &NO_BAR)?;
        let most = match comparison {
            Comparison::MoreThan => count,
            Comparison::AtLeast => count - 1,
            _ => return Err(&NO_BAR),
        };
        let most = (most >= 0).then_some(most).ok_or(&NO_BAR)?;
        return Ok(if is(LATE) {
            BarWhen::Late(most)
        } else {
            BarWhen::Missing(most)
        });
    }
    let mut criteria = scoring.criteria.iter();
    if comparison == Comparison::LessThan
        && let Some(criterion) = criteria.find(|one| is(&name(made, one)))
    {
        return Ok(BarWhen::Below {
            criterion: criterion.id.clone(),
            points: super::points(scoring, typed)?,
        });
    }
    let figure = made.figures().find(|one| is(&one.label)).ok_or(&NO_BAR)?;
    let value = match (figure.measure.roll_up(), figure.measure.counted()) {
        (RollUp::Quantity, Counted::Unit { unit, decimals }) => {
            parse_quantity(typed, unit, decimals, false).map_err(|_| &NO_BAR)?
        }
        (RollUp::Money, _) => parse_dong(typed).map_err(|_| &NO_BAR)?,
        (RollUp::Count | RollUp::Deed, _) => parse_integer(typed).map_err(|_| &NO_BAR)?,
        _ => return Err(&NO_BAR),
    };
    Ok(BarWhen::Figure {
        indicator: figure.id.clone(),
        comparison,
        value,
    })
}
