//! Tables: targets with their unit and amount, activities with their days.

use super::context::{Block, Era};
use super::due::{By, dues};
use super::duty::stated;
use super::figure::{Amount, figures};
use super::paper::channels;
use super::piece::Piece;
use super::proposal::{ActivityProposal, DutyProposal, Grade, TargetProposal};
use super::scope::each_in;
use super::table::Table;
use super::when::days;
use super::words::bounds::span_at;
use super::words::nouns::Noun;
use super::words::reports::paper_at;
use super::words::roles::Role;
use crate::calendar::Period;
use crate::plan::{
    Bound, Cadence, Comparison, Deadline, ListedPeriod, Recurrence, Schedule, Scope, Share,
    Threshold,
};
use crate::text::{parse_count, parse_percent, single_line};
use std::ops::Range;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Number,
    Name,
    Unit,
    Amount,
    /// What has been reached before.
    Past,
    Time,
    /// The last day for it.
    Due,
    Owner,
    /// "Đơn vị", who does it or what it is counted in.
    Office,
    /// Notes, money, places.
    Other,
}

static COLUMNS: Table<Column> = Table::of(&[
    ("STT", Column::Number),
    ("TT", Column::Number),
    ("số TT", Column::Number),
    ("đơn vị tính", Column::Unit),
    ("ĐVT", Column::Unit),
    ("đơn vị đo", Column::Unit),
    ("số lượng", Column::Amount),
    ("=mức", Column::Amount),
    ("=KH", Column::Amount),
    ("=năm", Column::Amount),
    ("kế hoạch", Column::Amount),
    ("chỉ tiêu giao", Column::Amount),
    ("chỉ tiêu đăng ký", Column::Amount),
    ("mục tiêu năm", Column::Amount),
    ("=giao", Column::Amount),
    ("thực hiện năm", Column::Past),
    ("kết quả", Column::Past),
    ("kết quả cần đạt", Column::Amount),
    ("kết quả dự kiến", Column::Amount),
    ("sản phẩm", Column::Other),
    ("=đạt", Column::Past),
    ("ước thực hiện", Column::Past),
    ("hiện có", Column::Past),
    ("hiện trạng", Column::Past),
    ("=TH", Column::Past),
    ("chỉ tiêu năm", Column::Amount),
    ("kế hoạch năm", Column::Amount),
    ("kế hoạch giao", Column::Amount),
    ("mức phấn đấu", Column::Amount),
    ("tỷ lệ", Column::Amount),
    ("thời gian", Column::Time),
    ("thời hạn", Column::Due),
    ("hạn gửi", Column::Due),
    ("hạn nộp", Column::Due),
    ("hạn hoàn thành", Column::Due),
    ("thời gian hoàn thành", Column::Due),
    ("thời gian gửi", Column::Due),
    ("thời gian nộp", Column::Due),
    ("thời điểm", Column::Time),
    ("ngày", Column::Time),
    ("đơn vị thực hiện", Column::Owner),
    ("chủ trì", Column::Owner),
    ("đơn vị chủ trì", Column::Owner),
    ("phụ trách", Column::Owner),
    ("thực hiện", Column::Owner),
    ("đơn vị phối hợp", Column::Other),
    ("phối hợp", Column::Other),
    ("người phụ trách", Column::Owner),
    ("người thực hiện", Column::Owner),
    ("cơ quan chủ trì", Column::Owner),
    ("đơn vị", Column::Office),
    ("ghi chú", Column::Other),
    ("kinh phí", Column::Other),
    ("địa điểm", Column::Other),
    ("nội dung", Column::Name),
    ("tên chỉ tiêu", Column::Name),
    ("chỉ tiêu", Column::Name),
    ("nhiệm vụ", Column::Name),
    ("hoạt động", Column::Name),
    ("công việc", Column::Name),
    ("tên", Column::Name),
    ("loại báo cáo", Column::Name),
    ("báo cáo", Column::Name),
]);

/// What the columns of a table hold, where its first row says so.
pub(super) fn columns(block: &Block<'_>) -> Option<Vec<Option<Column>>> {
    let found: Vec<Option<Column>> = block
        .cells
        .iter()
        .map(|cell| {
            let piece = Piece::of(block.piece.text, cell.clone());
            column(&piece)
        })
        .collect();
    let found = settled(found);
    let named = found.contains(&Some(Column::Name));
    let more = found.contains(&Some(Column::Amount))
        || found.contains(&Some(Column::Time))
        || found.contains(&Some(Column::Due))
        || found.contains(&Some(Column::Unit));
    (named && more).then_some(found)
}

fn column(title: &Piece<'_>) -> Option<Column> {
    let (len, found) = COLUMNS.at(title, 0).filter(|_| title.len() <= 9)?;
    let year = (len..title.len()).any(|at| title.small(at).is_some_and(|year| year > 1990));
    // "Thực hiện 2024" is what was reached, "Thực hiện" who does it.
    Some(match found {
        Column::Owner if year && title.word(0) == "thuc" => Column::Past,
        Column::Name if year => Column::Amount,
        found => *found,
    })
}

/// "Nội dung | Chỉ tiêu" names the amount second, "Chỉ tiêu | Đơn vị | Số lượng" the unit in the middle.
fn settled(mut columns: Vec<Option<Column>>) -> Vec<Option<Column>> {
    let place = |columns: &[Option<Column>], wanted| {
        columns.iter().position(|column| *column == Some(wanted))
    };
    if place(&columns, Column::Amount).is_none() {
        let mut names = columns
            .iter_mut()
            .filter(|column| **column == Some(Column::Name));
        let _ = names.next();
        if let Some(second) = names.next() {
            *second = Some(Column::Amount);
        }
    }
    let amount = place(&columns, Column::Amount);
    if let Some(office) = place(&columns, Column::Office) {
        let counted = place(&columns, Column::Unit).is_none()
            && amount.is_some_and(|amount| office + 1 == amount);
        let means = if counted { Column::Unit } else { Column::Owner };
        if let Some(column) = columns.get_mut(office) {
            *column = Some(means);
        }
    }
    columns
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
    let (unit, per, each) = spread(&unit);
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    let named = Piece::of(&name, 0..name.len());
    let owned = owner
        .as_deref()
        .map(|owner| Piece::of(owner, 0..owner.len()));
    let scope = each
        .or_else(|| each_in(&named, 0, named.len()))
        .or_else(|| {
            owned
                .as_ref()
                .and_then(|owner| each_in(owner, 0, owner.len()))
        });
    let falls =
        named.len() > 0 && (0..named.len()).any(|at| matches!(named.letters(at), "giảm" | "tăng"));
    let mut reasons: Vec<String> = owner
        .filter(|owner| !owner.is_empty())
        .map(|owner| format!("Đơn vị thực hiện: {owner}."))
        .into_iter()
        .collect();
    if falls {
        reasons.push("Số có thể là mức tăng hoặc giảm: xem lại.".to_owned());
    }
    if figure.range {
        reasons.push(super::target::RANGE.to_owned());
    }
    let (value, noun) = match figure.amount {
        Amount::Share(points) => (Threshold::BasisPoints(Share::of(points)), people),
        _ if percent => {
            let points = parse_percent(&[digits, "%"].concat()).ok()?;
            (Threshold::BasisPoints(Share::of(u32::from(points))), people)
        }
        Amount::Money(dong) => (Threshold::Money(dong), "đồng".to_owned()),
        Amount::Count(_) => {
            let value = amount_in(digits, &unit)?;
            let noun = match value {
                Threshold::Money(_) => "đồng".to_owned(),
                // "4.500 học sinh": what is counted stands beside the number.
                _ if unit.is_empty() => figure
                    .noun
                    .filter(|noun| noun.known)
                    .map_or(people, |noun| {
                        single_line(piece.written(noun.from, noun.to)).into_owned()
                    }),
                _ => unit.clone(),
            };
            (value, noun)
        }
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
        up_to: figure.up_to.and_then(|most| most.above(value)),
        change: false,
        comparison: figure.comparison.unwrap_or(Comparison::AtLeast),
        scope: scope.unwrap_or(Scope::Whole),
        per: per.unwrap_or_default(),
        noun,
        grade: if falls {
            Grade::Maybe
        } else if unit.is_empty() || figure.range || figure.broken {
            Grade::Likely
        } else {
            Grade::Sure
        },
        reasons,
    })
}

/// "lần/quý" is a turn in each quarter, "mô hình/chi hội" a model in each group.
fn spread(unit: &str) -> (String, Option<Cadence>, Option<Scope>) {
    let Some((thing, over)) = unit.split_once('/') else {
        return (unit.to_owned(), None, None);
    };
    let over = over.trim();
    let piece = Piece::of(over, 0..over.len());
    let per = span_at(&piece, 0);
    let each = super::words::nouns::noun_at(&piece, 0)
        .filter(|noun| matches!(noun.kind, Noun::Unit | Noun::Group))
        .map(|_| Scope::Each);
    (thing.trim().to_owned(), per, each)
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
        .filter(|days| !days.due)
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

/// What a row asks to be sent: a paper with its last day.
pub(super) fn duty(
    block: &Block<'_>,
    columns: &[Option<Column>],
    era: &Era,
) -> Option<DutyProposal> {
    let range = cell(block, columns, Column::Name)?;
    let name = Piece::of(block.piece.text, range.clone());
    let paper = (0..name.len().min(4)).any(|at| paper_at(&name, at).is_some());
    if !paper && block.role != Role::Reporting {
        return None;
    }
    let due = cell(block, columns, Column::Due)
        .or_else(|| cell(block, columns, Column::Time).filter(|_| paper))?;
    let due = Piece::of(block.piece.text, due);
    let found = dues(&due, 0, due.len(), era).into_iter().next();
    let schedule = match found.map(|found| found.by) {
        Some(By::Rule(cycle, deadline)) => Schedule::Recurring(Recurrence {
            cycle,
            within: None,
            skip_months: Vec::new(),
            label: None,
            deadline: Some(deadline),
        }),
        Some(By::Day(deadline)) => listed(deadline, era)?,
        None => {
            let day = days(&due, 0, due.len(), era)
                .into_iter()
                .find(|days| days.exact)?;
            let when = day.when;
            listed(
                Deadline {
                    date: when.to.unwrap_or(when.from),
                    time: when.time,
                    bound: Bound::By,
                },
                era,
            )?
        }
    };
    let whole = block.piece.span(0, block.piece.len());
    let quote = block.piece.text.get(whole.clone()).unwrap_or_default();
    let owner = cell(block, columns, Column::Owner).map(|owner| words(block, owner));
    Some(DutyProposal {
        name: super::paper::capital(&words(block, range)),
        quote: quote.to_owned(),
        section: block.place.section.clone(),
        start: whole.start,
        end: whole.end,
        by: owner.unwrap_or_else(|| block.level.clone()),
        schedules: stated(0, schedule, block, 0, block.piece.len())
            .into_iter()
            .collect(),
        channels: channels(block, 0, block.piece.len()),
        grade: Grade::Likely,
        reasons: Vec::new(),
    })
}

fn listed(deadline: Deadline, era: &Era) -> Option<Schedule> {
    let day = || Period::new(deadline.date, deadline.date).ok();
    Some(Schedule::Listed(vec![ListedPeriod {
        label: None,
        period: era.period.or_else(day)?,
        opens: None,
        deadline: Some(deadline),
    }]))
}
