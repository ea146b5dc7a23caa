//! What is to be sent, out of sentences.

use super::context::{Block, Era};
use super::due::{By, Due, dues};
use super::paper::{by, channels, name, named_by_heading, paper};
use super::piece::Piece;
use super::proposal::{DutyProposal, Grade};
use super::rounds::{Covered, bare, covered, only_due};
use super::terms;
use super::token::Kind;
use super::undated::{by_step, without_day};
use super::words::reports::{hands_in, often_at, sends, waived};
use super::words::roles::Role;
use crate::calendar::{Cycle, Period};
use crate::plan::{Id, ListedPeriod, Recurrence, Schedule, Source, StatedSchedule};

/// A duty, with the tokens of its deadlines.
pub(super) type Told = (DutyProposal, Vec<(usize, usize)>);

/// The duties of a sentence from token `from` to `end`, with the tokens of their deadlines.
pub(super) fn duties(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Vec<Told> {
    let piece = &block.piece;
    if waived(piece, from, end)
        || matches!(block.role, Role::Rules | Role::Situation | Role::Purpose)
    {
        return Vec::new();
    }
    if block.role == Role::Timeline {
        return by_step(block, from, end, era).into_iter().collect();
    }
    let all = only_due(piece, dues(piece, from, end, era), &(from..end), era);
    let reports = block.role == Role::Reporting;
    let about = reports || (from..end).any(|at| sends(piece, at));
    if says_only_where(block, from, end) {
        return Vec::new();
    }
    if all.is_empty() {
        return without_day(block, from, end, era);
    }
    if !about {
        return Vec::new();
    }
    let mut found: Vec<Told> = Vec::new();
    let mut since = from;
    for due in &all {
        let paper = paper(block, since, due.at).or_else(|| {
            paper(block, due.to, next_due(&all, due, end))
                .filter(|_| since == from && all.len() == 1)
        });
        // "hoàn thành trước ngày": the work has a last day, and nothing is sent.
        let asked = (from..end).any(|at| hands_in(piece, at));
        let named = (paper.is_some() && (reports || asked || paper_in_front(block, from, due)))
            || (since == from
                && ((reports && !completes(piece, from, due.at))
                    || (from..due.at).any(|at| hands_in(piece, at))));
        since = due.to;
        if !named {
            // One more day, or an hour said again, of what was named before.
            match found.last_mut() {
                Some((duty, tokens)) => {
                    add(block, duty, (due, &all), (from, end), era);
                    tokens.push((due.at, due.to));
                }
                None => continue,
            }
            continue;
        }
        let name = paper.map_or_else(
            || named_by_heading(block),
            |(from, to)| name(block, from, to),
        );
        let name = terms::bare(piece, (from, end), name);
        let mut duty = proposal(block, (from, end), name, (due, &all), era);
        doubt(block, from, due, paper.is_some(), &mut duty);
        found.push((duty, vec![(due.at, due.to)]));
    }
    found
}

/// What keeps a duty from being sure: a rule after each of some rounds comes as often as these, and a name that the heading
/// gives may be of something else.
fn doubt(block: &Block<'_>, from: usize, due: &Due, named: bool, duty: &mut DutyProposal) {
    let piece = &block.piece;
    let rounds = [
        "sau moi dot",
        "sau tung dot",
        "ket thuc moi dot",
        "ket thuc tung dot",
        "sau moi hoat dong",
    ];
    let after = (from..due.at).any(|at| rounds.iter().any(|words| piece.says(at, words)));
    if after && matches!(due.by, By::Rule(..)) {
        duty.grade = duty.grade.max(Grade::Maybe);
        duty.reasons
            .push("Văn bản tính theo từng đợt, không theo tháng: ghi lại từng kỳ.".to_owned());
    }
    if !named && block.role != Role::Reporting {
        duty.grade = duty.grade.max(Grade::Likely);
        duty.reasons
            .push("Câu không nêu tên báo cáo: xem lại tên.".to_owned());
    }
}

/// "Các báo cáo, danh sách gửi theo địa chỉ …": no duty of its own.
fn says_only_where(block: &Block<'_>, from: usize, end: usize) -> bool {
    let piece = &block.piece;
    let report = piece.says(from, "bao cao") && matches!(piece.word(from + 2), "gui" | "nop");
    let all =
        matches!(piece.word(from), "cac" | "moi" | "tat") || piece.says(from, "toan bo") || report;
    let link = (from..end).any(|at| piece.kind(at) == Some(Kind::Link));
    let day = (from..end).any(|at| matches!(piece.kind(at), Some(Kind::Date(_))));
    all && link && !day && !(from..end).any(|at| often_at(piece, at).is_some())
}

/// "hoàn thành", "xong", with no word of sending.
fn completes(piece: &Piece<'_>, from: usize, end: usize) -> bool {
    let done = |at: usize| piece.says(at, "hoan thanh") || piece.says(at, "to chuc xong");
    (from..end).any(done) && !(from..end).any(|at| hands_in(piece, at))
}

/// "Danh sách đăng ký: trước ngày 15/3": a paper that begins the sentence.
fn paper_in_front(block: &Block<'_>, from: usize, due: &Due) -> bool {
    paper(block, from, due.at.min(from + 6)).is_some() && !completes(&block.piece, from, due.at)
}

fn next_due(all: &[Due], due: &Due, end: usize) -> usize {
    all.iter()
        .map(|next| next.at)
        .find(|at| *at > due.at)
        .unwrap_or(end)
}

pub(super) fn proposal(
    block: &Block<'_>,
    (from, end): (usize, usize),
    name: String,
    (due, all): (&Due, &[Due]),
    era: &Era,
) -> DutyProposal {
    let piece = &block.piece;
    let range = piece.span(from, end);
    let dated = matches!(&due.by, By::Day(_)) || due.said;
    let mut duty = DutyProposal {
        name,
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: by(block, from, end),
        schedules: Vec::new(),
        channels: channels(block, from, end),
        grade: if dated
            && (block.role == Role::Reporting || (from..end).any(|at| hands_in(piece, at)))
        {
            Grade::Sure
        } else {
            Grade::Likely
        },
        reasons: Vec::new(),
    };
    add(block, &mut duty, (due, all), (from, end), era);
    duty
}

/// One more statement of when a duty is due.
fn add(
    block: &Block<'_>,
    duty: &mut DutyProposal,
    (due, all): (&Due, &[Due]),
    (from, end): (usize, usize),
    era: &Era,
) {
    let schedule = match &due.by {
        By::Day(deadline) => {
            let more = !duty.schedules.is_empty();
            let Covered {
                period: said,
                label,
            } = covered(block, &(from..end), (due, all), more, era);
            let period = said.or(era.period);
            if period.is_none() {
                duty.reasons
                    .push("Văn bản không nêu kỳ báo cáo: tạm lấy ngày hạn gửi.".to_owned());
            }
            let Some(period) = period.or_else(|| Period::new(deadline.date, deadline.date).ok())
            else {
                return;
            };
            let entry = ListedPeriod {
                label: label.or_else(|| terms::label(&block.piece, from, due.at)),
                period,
                opens: None,
                deadline: Some(*deadline),
            };
            if let Some(StatedSchedule {
                schedule: Schedule::Listed(entries),
                ..
            }) = duty.schedules.last_mut()
            {
                let first = entries.first().and_then(|one| one.label.as_deref());
                if entry.label.is_some() {
                    duty.name = bare(&duty.name, first);
                }
                if terms::append(entries, entry, era.period) {
                    duty.reasons.push(terms::SPLIT.to_owned());
                }
                return;
            }
            Schedule::Listed(vec![entry])
        }
        By::Rule(cycle, deadline) => {
            let named =
                (from..due.at).find_map(|at| often_at(&block.piece, at).map(|(_, cycle)| cycle));
            let cycle = match (cycle, named) {
                (Cycle::Month { .. }, Some(Cycle::Quarter)) => Cycle::Quarter,
                (Cycle::Week { .. }, _) => week(block, from, end).unwrap_or(*cycle),
                _ => *cycle,
            };
            Schedule::Recurring(Recurrence {
                cycle,
                within: None,
                skip_months: Vec::new(),
                label: None,
                deadline: Some(*deadline),
            })
        }
    };
    let n = duty.schedules.len();
    duty.schedules.extend(stated(n, schedule, block, from, end));
    if n > 0 {
        duty.grade = duty.grade.max(Grade::Likely);
        duty.reasons
            .push("Văn bản nêu nhiều hạn: chọn hạn được áp dụng.".to_owned());
    }
}

pub(super) fn stated(
    n: usize,
    schedule: Schedule,
    block: &Block<'_>,
    from: usize,
    end: usize,
) -> Option<StatedSchedule> {
    let id = if n == 0 {
        "stated".to_owned()
    } else {
        format!("stated-{}", n + 1)
    };
    Some(StatedSchedule {
        id: Id::new(id).ok()?,
        schedule,
        units: None,
        source: Source {
            section: block.place.section.clone(),
            quote: Some(block.piece.written(from, end).to_owned()),
        },
    })
}

/// "tính từ ngày thứ Bảy … đến hết ngày thứ Sáu": the last day of the week.
fn week(block: &Block<'_>, from: usize, end: usize) -> Option<Cycle> {
    let piece = &block.piece;
    let at = (from..end).find(|at| {
        piece.says(*at, "den het ngay") || piece.says(*at, "den ngay") || piece.says(*at, "den het")
    })?;
    let ends = (at + 1..end.min(at + 6)).find_map(|at| {
        let two = [piece.word(at), " ", piece.word(at + 1)].concat();
        crate::text::strip_weekday(&two).map(|(day, _)| day)
    })?;
    Some(Cycle::Week { ends })
}
