//! Tables: targets with their unit and amount, activities with their days.

use super::context::{Block, Era};
use super::figure::{Amount, figures};
use super::piece::Piece;
use super::proposal::{ActivityProposal, Grade, TargetProposal};
use super::table::Table;
use super::when::days;
use crate::plan::{Cadence, Comparison, Scope, Share, Threshold};
use crate::text::{parse_count, parse_percent, single_line};
use std::ops::Range;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Name,
    Unit,
    Amount,
    Time,
    Owner,
}

static COLUMNS: Table<Column> = Table::of(&[
    ("STT", Column::Number),
    ("TT", Column::Number),
    ("số TT", Column::Number),
    ("đơn vị tính", Column::Unit),
    ("ĐVT", Column::Unit),
    ("đơn vị đo", Column::Unit),
    ("số lượng", Column::Amount),
    ("chỉ tiêu giao", Column::Amount),
    ("chỉ tiêu năm", Column::Amount),
    ("kế hoạch năm", Column::Amount),
    ("kế hoạch giao", Column::Amount),
    ("mức phấn đấu", Column::Amount),
    ("tỷ lệ", Column::Amount),
    ("thời gian", Column::Time),
    ("thời hạn", Column::Time),
    ("ngày", Column::Time),
    ("đơn vị thực hiện", Column::Owner),
    ("chủ trì", Column::Owner),
    ("đơn vị chủ trì", Column::Owner),
    ("phụ trách", Column::Owner),
    ("thực hiện", Column::Owner),
    ("ghi chú", Column::Owner),
    ("nội dung", Column::Name),
    ("tên chỉ tiêu", Column::Name),
    ("chỉ tiêu", Column::Name),
    ("nhiệm vụ", Column::Name),
    ("hoạt động", Column::Name),
    ("công việc", Column::Name),
]);

/// What the columns of a table hold, where its first row says so.
pub(super) fn columns(block: &Block<'_>) -> Option<Vec<Option<Column>>> {
    let found: Vec<Option<Column>> = block
        .cells
        .iter()
        .map(|cell| {
            let piece = Piece::of(block.piece.text, cell.clone());
            COLUMNS
                .at(&piece, 0)
                .filter(|_| piece.len() <= 8)
                .map(|(_, column)| *column)
        })
        .collect();
    let named = found.contains(&Some(Column::Name));
    let more = found.contains(&Some(Column::Amount))
        || found.contains(&Some(Column::Time))
        || found.contains(&Some(Column::Unit));
    (named && more).then_some(found)
}

fn cell(block: &Block<'_>, columns: &[Option<Column>], wanted: Column) -> Option<Range<usize>> {
    let at = columns.iter().position(|column| *column == Some(wanted))?;
    block.cells.get(at).filter(|cell| !cell.is_empty()).cloned()
}

fn words(block: &Block<'_>, range: Range<usize>) -> String {
    single_line(block.piece.text.get(range).unwrap_or_default()).replace('*', "")
}

/// The target of a row with an amount.
pub(super) fn target(block: &Block<'_>, columns: &[Option<Column>]) -> Option<TargetProposal> {
    let name = words(block, cell(block, columns, Column::Name)?);
    let amount = cell(block, columns, Column::Amount)?;
    let unit = cell(block, columns, Column::Unit)
        .map(|unit| words(block, unit))
        .unwrap_or_default();
    let piece = Piece::of(block.piece.text, amount);
    let figure = figures(&piece, 0, piece.len()).into_iter().next()?;
    let digits = piece.word(figure.at);
    let percent = unit.contains('%') || unit.contains("tỷ lệ");
    let people = name_noun(&name);
    let (value, noun) = match figure.amount {
        Amount::Share(points) => (Threshold::BasisPoints(Share::of(points)), people),
        _ if percent => {
            let points = parse_percent(&[digits, "%"].concat()).ok()?;
            (Threshold::BasisPoints(Share::of(u32::from(points))), people)
        }
        Amount::Money(dong) => (Threshold::Money(dong), "đồng".to_owned()),
        Amount::Count(_) => (
            amount_in(digits, &unit)?,
            if unit.is_empty() {
                people
            } else {
                unit.clone()
            },
        ),
    };
    let text = block.piece.text;
    let range = block.piece.span(0, block.piece.len());
    Some(TargetProposal {
        text: name,
        quote: text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        value,
        comparison: figure.comparison.unwrap_or(Comparison::AtLeast),
        scope: Scope::Whole,
        per: Cadence::Plan,
        noun,
        grade: if unit.is_empty() {
            Grade::Likely
        } else {
            Grade::Sure
        },
        reasons: Vec::new(),
    })
}

/// "150" with the unit "triệu đồng" is money.
fn amount_in(digits: &str, unit: &str) -> Option<Threshold> {
    let unit = unit.to_lowercase();
    if unit.contains("đồng") {
        return crate::text::parse_dong(&[digits, " ", &unit].concat())
            .ok()
            .map(Threshold::Money);
    }
    parse_count(digits).ok().map(Threshold::Count)
}

fn name_noun(name: &str) -> String {
    let piece = Piece::of(name, 0..name.len());
    let found = (0..piece.len()).find_map(|at| super::words::nouns::noun_at(&piece, at));
    found.map_or_else(String::new, |noun| {
        let mut letters = piece.written(noun.from, noun.to).chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_lowercase().chain(letters).collect()
        })
    })
}

/// The activity of a row with days.
pub(super) fn activity(
    block: &Block<'_>,
    columns: &[Option<Column>],
    era: &Era,
) -> Option<ActivityProposal> {
    let title = words(block, cell(block, columns, Column::Name)?);
    let time = Piece::of(block.piece.text, cell(block, columns, Column::Time)?);
    let found: Vec<_> = days(&time, 0, time.len(), era)
        .into_iter()
        .map(|days| days.when)
        .collect();
    let range = block.piece.span(0, block.piece.len());
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    (!found.is_empty()).then(|| ActivityProposal {
        title,
        quote: block
            .piece
            .text
            .get(range.clone())
            .unwrap_or_default()
            .to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        dates: found,
        level: owner.unwrap_or_else(|| block.level.clone()),
        grade: Grade::Likely,
        reasons: Vec::new(),
    })
}
