//! Reports on what happens and not on a span of days: "Sau mỗi đợt hoạt động, các chi đoàn báo cáo", "báo cáo đột xuất khi có
//! yêu cầu". How often it happens no document says, so a unit opens each by itself.

use super::after::name_of;
use super::context::Block;
use super::duty::stated;
use super::following::event;
use super::paper::{by, channels, name, paper};
use super::piece::Piece;
use super::proposal::{DutyProposal, Grade};
use super::table::Table;
use super::words::reports::{is_sent, often_at};
use super::words::roles::Role;
use crate::lint::words::{OF_DAY, may_be_an_hour};
use crate::plan::{Bound, OnDemand, RelativeDeadline, Schedule};

/// Words that say that a report comes when it is asked for.
static ASKED: Table<()> = Table::of(&[
    ("đột xuất", ()),
    ("khi có yêu cầu", ()),
    ("khi được yêu cầu", ()),
    ("khi phát sinh", ()),
    ("có phát sinh", ()),
    ("vụ việc phát sinh", ()),
]);

/// What happens, and is no span of days.
static HAPPENS: Table<()> = Table::of(&[
    ("đợt", ()),
    ("hoạt động", ()),
    ("chương trình", ()),
    ("hội thi", ()),
    ("hội nghị", ()),
    ("=buổi", ()),
    ("sự kiện", ()),
    ("cuộc", ()),
    ("=lần", ()),
    ("đợt hoạt động", ()),
    ("công trình", ()),
    ("phần việc", ()),
]);

/// Whether a report comes when it is asked for.
pub(super) fn is_asked(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    ASKED.any(piece, from..end)
}

/// What happens on no day that a plan could name.
static ARISES: Table<()> = Table::of(&[
    ("xảy ra", ()),
    ("phát sinh", ()),
    ("vụ việc", ()),
    ("sự việc", ()),
    ("sự cố", ()),
    ("trường hợp", ()),
    ("thay đổi", ()),
    ("đột xuất", ()),
]);

/// Whether a sentence speaks of what happens on no day that a plan could name.
pub(super) fn arises(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    is_asked(piece, from, end) || ARISES.any(piece, from..end)
}

/// Where a sentence says that it speaks of each of several: "từng hoạt động".
pub(super) fn each_of(piece: &Piece<'_>, from: usize, end: usize) -> Option<usize> {
    (from..end)
        .find(|at| piece.is_one(*at, &["mỗi", "từng"]) && HAPPENS.at(piece, at + 1).is_some())
}

/// Where a sentence speaks of each of what happens: "sau mỗi hoạt động", "khi kết thúc từng đợt".
pub(super) fn each(piece: &Piece<'_>, from: usize, end: usize) -> Option<usize> {
    (from..end).find(|at| {
        let after = piece.is(*at, "sau");
        let ends = !after && piece.says(*at, "ket thuc");
        let next = if after { at + 1 } else { at + 2 };
        let every = (after || ends) && piece.is_one(next, &["mỗi", "từng"]);
        every && HAPPENS.at(piece, next + 1).is_some()
    })
}

/// A report after each of what happens.
pub(super) fn after_each(block: &Block<'_>, from: usize, end: usize) -> Option<DutyProposal> {
    let piece = &block.piece;
    let each = each(piece, from, end)?;
    let sent = (from..end).any(|at| is_sent(piece, at));
    let report = (from..end).find(|at| piece.says(*at, "bao cao") && !piece.is_quoted(*at));
    let told = report.is_some_and(|at| at + 2 < end);
    let place = matches!(block.role, Role::Reporting | Role::Organisation);
    let often = (from..end).any(|at| often_at(piece, at).is_some());
    if often || !(sent || told && place) {
        return None;
    }
    let (at, to) = paper(block, report.unwrap_or(from), end)?;
    let happens = (each..end).find(|at| piece.is_one(*at, &["mỗi", "từng"]))? + 1;
    let event = event(block, name_of(piece, happens, end));
    let why = match event {
        Some(_) => "Đơn vị tự mở báo cáo mỗi lần, và ghi ngày, giờ đã tổ chức.",
        None => "Đơn vị tự mở báo cáo mỗi khi có hoạt động.",
    };
    let range = piece.span(from, end);
    Some(DutyProposal {
        name: name(block, at, to),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: by(block, from, end),
        schedules: stated(0, schedule(piece, from, end, event), block, from, end)
            .into_iter()
            .collect(),
        channels: channels(block, from, end),
        grade: Grade::Likely,
        reasons: vec![why.to_owned()],
    })
}

/// Opened by the unit, with the deadline that the sentence counts from there, or from an event.
pub(super) fn schedule(
    piece: &Piece<'_>,
    from: usize,
    end: usize,
    event: Option<String>,
) -> Schedule {
    let hours = hours_in(piece, from, end);
    let deadline = (from..end).find_map(|at| counted(piece, at));
    Schedule::OnDemand(OnDemand {
        hours_after: hours,
        deadline: deadline.filter(|_| hours.is_none()),
        event,
        ..OnDemand::default()
    })
}

/// The hours within which a sentence wants what a unit opens by itself.
pub(super) fn hours_in(piece: &Piece<'_>, from: usize, end: usize) -> Option<u16> {
    (from..end).find_map(|at| hours(piece, at))
}

/// "trong vòng 02 giờ": a span of no whole days, and no hour of the day.
fn hours(piece: &Piece<'_>, at: usize) -> Option<u16> {
    let number = u16::try_from(piece.small(at)?).ok()?;
    let unit = at + 1;
    let behind = unit + 1;
    let is_within = ["trong", "trong vong", "cham nhat", "khong qua", "sau"]
        .iter()
        .any(|words| piece.said(at, words));
    // "17 giờ 30", "17 giờ cùng ngày"; "02 giờ trước hội nghị" is no span after it.
    let of_day =
        piece.number(behind).is_some() || piece.is_one(behind, OF_DAY) || piece.is(behind, "trước");
    let is_hour = piece.said(at, "cham nhat")
        && may_be_an_hour(number.into(), |words| piece.reads(behind, words));
    let is_span = is_within && piece.is(unit, "giờ") && !of_day && !is_hour;
    (is_span && number % 24 != 0 && number <= 720).then_some(number)
}

/// "trong vòng 02 ngày", "03 ngày làm việc", "24 giờ".
fn counted(piece: &Piece<'_>, at: usize) -> Option<RelativeDeadline> {
    let number = i16::try_from(piece.small(at)?).ok()?;
    let last = at.checked_sub(1).map(|last| piece.letters(last));
    let before = matches!(last, Some("trước" | "ngày" | "tháng"));
    let (days, working) = match piece.letters(at + 1) {
        "ngày" if piece.says(at + 2, "lam viec") => (None, Some(number)),
        "ngày" => (Some(number), None),
        "giờ" if number % 24 == 0 && number > 0 => (Some(number / 24), None),
        _ => return None,
    };
    let ahead = piece.is(at + 2, "trước");
    (!before && !ahead && (0..=90).contains(&number)).then_some(RelativeDeadline {
        days_after: days,
        working_days_after: working,
        day_of_month: None,
        months_after: 0,
        time: None,
        bound: Bound::By,
    })
}
