//! Reports of which the document says no day, or only the step of the timeline in which they are sent.

use super::context::{Block, Era};
use super::due::{By, Due};
use super::duty::{Told, proposal, stated};
use super::on_demand::{after_each, schedule};
use super::paper::{by, channels, name, name_end, paper};
use super::proposal::{DutyProposal, Grade};
use super::when::days;
use super::words::reports::{is_sent, kind_at, often_at, periodic};
use super::words::roles::Role;
use crate::plan::{Bound, Deadline, ListedPeriod, Recurrence, Schedule};

/// A cadence and a report, and no day: "Định kỳ 6 tháng, năm báo cáo".
pub(super) fn without_day(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Vec<Told> {
    let piece = &block.piece;
    if let Some(duty) = after_each(block, from, end) {
        return vec![(duty, Vec::new())];
    }
    let Some(report) = (from..end).find(|at| piece.says(*at, "bao cao") && !piece.is_quoted(*at))
    else {
        return handed_in(block, from, end);
    };
    let mut cycles = periodic(piece, from, end);
    if cycles.is_empty() {
        let near = (from..report).find_map(|at| often_at(piece, at).map(|(_, cycle)| cycle));
        let own = often_at(piece, report).map(|(_, cycle)| cycle);
        cycles.extend(near.or(own));
    }
    if cycles.is_empty() && block.role != Role::Reporting {
        let handed = handed_in(block, from, end);
        if !handed.is_empty() {
            return handed;
        }
    }
    if cycles.is_empty() {
        return by_kind(block, from, end, era);
    }
    let range = piece.span(from, end);
    let (at, to) = paper(block, report, end).unwrap_or((report, (report + 6).min(end)));
    let schedules = cycles
        .iter()
        .enumerate()
        .filter_map(|(n, cycle)| {
            let recurrence = Recurrence {
                cycle: *cycle,
                within: None,
                skip_months: Vec::new(),
                label: None,
                deadline: None,
            };
            stated(n, Schedule::Recurring(recurrence), block, from, end)
        })
        .collect();
    let duty = DutyProposal {
        name: name(block, at, to),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: by(block, from, end),
        schedules,
        channels: channels(block, from, end),
        grade: Grade::Likely,
        reasons: vec!["Văn bản không nêu ngày gửi.".to_owned()],
    };
    vec![(duty, Vec::new())]
}

/// Reports that are named by their kind, and nothing said of when.
fn by_kind(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Vec<Told> {
    let piece = &block.piece;
    if !matches!(block.role, Role::Organisation | Role::Reporting) {
        return Vec::new();
    }
    let range = piece.span(from, end);
    let mut kinds: Vec<(usize, usize)> = (from..end)
        .filter_map(|at| kind_at(piece, at).map(|len| (at, at + len)))
        .collect();
    if kinds.is_empty() {
        // "Thực hiện báo cáo gửi về Thành Đoàn theo định kỳ."
        let report = (from..end.min(from + 6)).find(|at| piece.says(*at, "bao cao"));
        let sent = (from..end).any(|at| piece.word(at) == "gui" || piece.says(at, "dinh ky"));
        kinds.extend(report.filter(|_| sent).map(|at| (at, at + 2)));
    }
    kinds
        .into_iter()
        .map(|(at, to)| {
            // "Báo cáo đột xuất khi có yêu cầu" is of no period.
            let demand = super::on_demand::is_asked(piece, from, end);
            let entry = era.period.map(|period| ListedPeriod {
                label: None,
                period,
                opens: None,
                deadline: None,
            });
            let schedule = if demand {
                Some(schedule(piece, from, end, None))
            } else {
                entry.map(|entry| Schedule::Listed(vec![entry]))
            };
            let duty = DutyProposal {
                name: name(block, at, name_end(block, to, end)),
                quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
                section: block.place.section.clone(),
                start: range.start,
                end: range.end,
                by: by(block, from, end),
                schedules: schedule
                    .and_then(|schedule| stated(0, schedule, block, from, end))
                    .into_iter()
                    .collect(),
                channels: channels(block, from, end),
                grade: Grade::Maybe,
                reasons: if demand {
                    Vec::new()
                } else {
                    vec!["Văn bản không nêu kỳ và hạn gửi.".to_owned()]
                },
            };
            (duty, Vec::new())
        })
        .collect()
}

/// "Họp dân xong, gửi biên bản về Ban Thường trực": something that is sent, and no day.
fn handed_in(block: &Block<'_>, from: usize, end: usize) -> Vec<Told> {
    let piece = &block.piece;
    if !matches!(block.role, Role::Organisation | Role::Reporting) {
        return Vec::new();
    }
    let verb = (from..end).find(|at| {
        let sends = is_sent(piece, *at);
        sends && !piece.is_quoted(*at) && !piece.said(*at, "het han")
    });
    let found = verb.and_then(|verb| {
        let after = paper(block, verb + 1, end.min(verb + 4));
        after.or_else(|| {
            let back = (piece.word(verb + 1) == "ve").then(|| verb.saturating_sub(8).max(from));
            back.and_then(|back| paper(block, back, verb))
        })
    });
    let Some((at, _)) = found else {
        return Vec::new();
    };
    let range = piece.span(from, end);
    let named = super::words::reports::paper_at(piece, at).map_or(at + 1, |(len, _)| at + len);
    let duty = DutyProposal {
        name: name(block, at, name_end(block, named, end)),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: by(block, from, end),
        schedules: Vec::new(),
        channels: channels(block, from, end),
        grade: Grade::Maybe,
        reasons: vec!["Văn bản không nêu ngày gửi.".to_owned()],
    };
    vec![(duty, Vec::new())]
}

/// "Tháng 7/2027: Tổng kết …": a step that ends something, on which units report as a rule.
fn closes(block: &Block<'_>, from: usize, end: usize) -> Option<DutyProposal> {
    let piece = &block.piece;
    let (at, name) = (from..end.min(from + 12)).find_map(|at| {
        let name = match piece.marked(at, at + 2).as_str() {
            "tổng kết" => "Báo cáo tổng kết",
            "sơ kết" => "Báo cáo sơ kết",
            _ => return None,
        };
        Some((at, name))
    })?;
    // A conference that closes it is an event, and no report.
    let held = (from..at).any(|at| piece.says(at, "hoi nghi") || piece.word(at) == "le");
    let range = piece.span(from, end);
    (!held).then(|| DutyProposal {
        name: name.to_owned(),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: String::new(),
        schedules: Vec::new(),
        channels: Vec::new(),
        grade: Grade::Maybe,
        reasons: vec!["Mốc tiến độ là sơ kết, tổng kết: thường kèm báo cáo.".to_owned()],
    })
}

/// A step of the timeline in which something is sent: "Ngày 09/02 - 23/02: … gửi về Thành Đoàn".
pub(super) fn by_step(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Option<Told> {
    let piece = &block.piece;
    let sent = (from..end).any(|at| matches!(piece.word(at), "gui" | "nop"));
    if !sent {
        return closes(block, from, end).map(|duty| (duty, Vec::new()));
    }
    let step = days(piece, from, end, era)
        .into_iter()
        .find(|days| days.exact)
        .filter(|_| sent)?;
    let due = Due {
        at: step.at,
        to: step.to,
        by: By::Day(Deadline {
            date: step.when.to.unwrap_or(step.when.from),
            time: step.when.time,
            bound: Bound::By,
        }),
        said: false,
    };
    let (at, to) = paper(block, step.to, end)?;
    let mut duty = proposal(block, (from, end), name(block, at, to), (&due, &[]), era);
    duty.grade = Grade::Maybe;
    duty.reasons
        .push("Mốc tiến độ có việc gửi: lấy ngày cuối của mốc làm hạn.".to_owned());
    Some((duty, vec![(step.at, step.to)]))
}
