//! What several sentences say together: a rule and the list of its periods, an address said once for all.

use super::context::{Block, Era};
use super::paper::channels;
use super::proposal::{DutyProposal, Grade, Reading};
use super::words::roles::Role;
use super::zone::Zone;
use super::{rounds, terms};
use crate::plan::{Id, ListedPeriod, Schedule, StatedSchedule};
use crate::text::fold;

/// Puts together what belongs together.
pub(super) fn settle(reading: &mut Reading, blocks: &[Block<'_>], era: &Era) {
    let mut kept: Vec<DutyProposal> = Vec::new();
    for duty in std::mem::take(&mut reading.duties) {
        match kept.last_mut().filter(|before| continues(before, &duty)) {
            Some(before) => join(before, duty, era),
            None => kept.push(duty),
        }
    }
    reading.duties = kept;
    address(reading, blocks);
}

/// Whether a duty is one more period of the one before: "Báo cáo tuần 2" after "Báo cáo tuần 1" or "Báo cáo tuần".
fn continues(before: &DutyProposal, duty: &DutyProposal) -> bool {
    let labelled = listed(duty).any(|entry| entry.label.is_some());
    // What units open by themselves has no periods.
    let counted = before.schedules.iter().all(|stated| {
        matches!(
            stated.schedule,
            Schedule::Listed(_) | Schedule::Recurring(_)
        )
    });
    let bare = |name: &str| {
        name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
            .to_lowercase()
    };
    let (own, other) = (bare(&duty.name), bare(&before.name));
    let is_alike = other.starts_with(&own) || own.starts_with(&other);
    labelled
        && counted
        && before.section == duty.section
        && (is_alike || is_next_round(before, duty))
}

/// Whether a duty says nothing but the round that follows: "Đợt II: trước ngày 31/3".
fn is_next_round(before: &DutyProposal, duty: &DutyProposal) -> bool {
    let last = listed(before)
        .last()
        .and_then(|entry| entry.label.as_deref());
    let next = listed(duty).next().and_then(|entry| entry.label.as_deref());
    let both = last.zip(next);
    both.is_some_and(|(last, next)| {
        rounds::follows(last, next) && fold(&duty.quote).starts_with(&fold(next))
    })
}

/// The periods that a duty lists.
fn listed(duty: &DutyProposal) -> impl Iterator<Item = &ListedPeriod> {
    let schedules = duty.schedules.iter();
    schedules.flat_map(|stated| match &stated.schedule {
        Schedule::Listed(entries) => entries.as_slice(),
        Schedule::Recurring(_) | Schedule::Event(_) | Schedule::OnDemand(_) => &[],
    })
}

fn join(before: &mut DutyProposal, duty: DutyProposal, era: &Era) {
    let listed = before
        .schedules
        .iter_mut()
        .find_map(|stated| match &mut stated.schedule {
            Schedule::Listed(entries) => Some((entries, &mut stated.source)),
            Schedule::Recurring(_) | Schedule::Event(_) | Schedule::OnDemand(_) => None,
        });
    for stated in duty.schedules {
        let Schedule::Listed(more) = stated.schedule else {
            continue;
        };
        if let Some((entries, source)) = listed {
            let first = entries.first().and_then(|entry| entry.label.clone());
            before.name = rounds::bare(&before.name, first.as_deref());
            let mut is_split = false;
            for entry in more {
                is_split |= terms::append(entries, entry, era.period);
            }
            if is_split && !before.reasons.iter().any(|why| why == terms::SPLIT) {
                before.reasons.push(terms::SPLIT.to_owned());
            }
            if let (Some(quote), Some(next)) = (&mut source.quote, stated.source.quote) {
                quote.push('\n');
                quote.push_str(&next);
            }
        } else if let Ok(id) = Id::new("list") {
            before.schedules.push(StatedSchedule {
                id,
                units: None,
                schedule: Schedule::Listed(more),
                source: stated.source,
            });
            before.grade = before.grade.max(Grade::Likely);
            before.reasons.push(
                "Văn bản nêu cả quy tắc và danh sách hạn: chọn cách được áp dụng.".to_owned(),
            );
        }
        return;
    }
}

/// Whether a paragraph gives its address for all that is sent: "Các báo cáo gửi về hộp thư …".
fn for_all(block: &Block<'_>) -> bool {
    let piece = &block.piece;
    let from = block.body;
    let many = matches!(piece.word(from), "cac" | "moi")
        || piece.says(from, "tat ca")
        || piece.says(from, "toan bo");
    let sent = (from..piece.len()).any(|at| matches!(piece.word(at), "gui" | "nop"));
    let papers = (from..piece.len().min(from + 8)).any(|at| {
        [
            "bao cao",
            "van ban",
            "ho so",
            "danh sach",
            "san pham",
            "bieu mau",
        ]
        .iter()
        .any(|paper| piece.says(at, paper))
    });
    many && sent && papers
}

/// An address that a part on reports gives once holds for all reports below that have none.
fn address(reading: &mut Reading, blocks: &[Block<'_>]) {
    let gives = |block: &&Block<'_>| {
        block.role == Role::Reporting
            || (block.role == Role::Organisation || block.zone == Zone::Close) && for_all(block)
    };
    for block in blocks.iter().filter(gives) {
        let range = block.piece.span(0, block.piece.len());
        let own = reading
            .duties
            .iter()
            .any(|duty| range.contains(&duty.start));
        let found: Vec<_> = channels(block, 0, block.piece.len())
            .into_iter()
            .filter(|channel| channel.address.is_some())
            .collect();
        if own || found.is_empty() {
            continue;
        }
        let all = for_all(block);
        let below = [block.place.section.as_str(), "."].concat();
        for duty in &mut reading.duties {
            let near =
                all || duty.section == block.place.section || duty.section.starts_with(&below);
            if near
                && duty
                    .channels
                    .iter()
                    .all(|channel| channel.address.is_none())
            {
                duty.channels.extend(found.iter().cloned());
            }
        }
    }
    // One sentence gives its address for all that it asks for.
    let mut last: Option<(usize, usize)> = None;
    for at in 0..reading.duties.len() {
        let Some(duty) = reading.duties.get(at) else {
            continue;
        };
        if last.is_some_and(|(start, _)| start == duty.start) {
            let channels = reading
                .duties
                .get(at - 1)
                .map(|before| before.channels.clone())
                .unwrap_or_default();
            if let Some(duty) = reading
                .duties
                .get_mut(at)
                .filter(|duty| duty.channels.is_empty())
            {
                duty.channels = channels;
            }
        }
        last = reading.duties.get(at).map(|duty| (duty.start, at));
    }
}
