//! Duties that follow an event. The sentence says which event is meant; whether the document has it is seen in all of the
//! document.

use super::after::{After, afters, name_of};
use super::context::{Block, Era};
use super::due::dues;
use super::duty::{Told, stated};
use super::on_demand::{arises, each, each_of, hours_in};
use super::paper::{by, channels, name, named_by_heading, paper};
use super::piece::Piece;
use super::proposal::{DutyProposal, Grade};
use super::words::events::{Event as Sure, event_len, is_event, is_of_no_day};
use super::words::reports::{hands_in, is_sent, waived};
use super::words::roles::Role;
use crate::plan::{OnDemand, Schedule};
use std::ops::Range;

/// What a duty follows, in words without marks: the event, and the rest of the sentence.
pub(super) struct Followed {
    pub after: After,
    pub event: Vec<String>,
    pub beside: Vec<String>,
}

/// A duty, and what it follows; nothing where it comes with what arises.
pub(super) type Follows = (Told, Option<Followed>);

/// The duties of a sentence that follow an event.
pub(super) fn following(block: &Block<'_>, from: usize, end: usize, era: &Era) -> Vec<Follows> {
    let piece = &block.piece;
    let place = matches!(block.role, Role::Reporting | Role::Organisation);
    let apart = matches!(
        block.role,
        Role::Rules | Role::Situation | Role::Purpose | Role::Timeline
    );
    if apart
        || waived(piece, from, end)
        || each(piece, from, end).is_some()
        || !dues(piece, from, end, era).is_empty()
    {
        return Vec::new();
    }
    let all = afters(piece, from, end);
    let mut found = Vec::new();
    let mut since = from;
    for (n, after) in all.iter().enumerate() {
        let next = all.get(n + 1).map_or(end, |next| next.at);
        let parts = [since..after.at, after.to..next];
        since = after.to;
        let mut words = parts.iter().cloned().flatten();
        let asked = words
            .clone()
            .any(|at| is_sent(piece, at) && !piece.is_quoted(at));
        let told = place && words.any(|at| hands_in(piece, at) && !piece.said(at, "nhan"));
        // A count in words that ask nothing, and an event without a count, are no duty of a part on what is to be done.
        if asked && (place || after.days.is_some()) || told {
            found.push(follows(block, (from, end), &parts, after));
        }
    }
    found
}

fn follows(
    block: &Block<'_>,
    (from, end): (usize, usize),
    parts: &[Range<usize>; 2],
    after: &After,
) -> Follows {
    let piece = &block.piece;
    let [front, back] = parts;
    let named = paper(block, front.start, front.end).or_else(|| paper(block, back.start, back.end));
    let range = piece.span(from, end);
    // What is due before an event cannot be counted from the day on which a unit opens it.
    let deadline = after
        .deadline(1)
        .filter(|_| after.days.is_none_or(|days| days >= 0));
    let hours_after = hours_in(piece, from, end).filter(|_| deadline.is_none());
    let each = each_of(piece, from, after.at);
    let is_before = after.days.is_some_and(|days| days < 0);
    let event = (!is_before && !arises(piece, from, end))
        .then(|| match each {
            Some(each) if after.named.is_empty() => {
                event(block, name_of(piece, each + 1, after.at))
            }
            _ => event(block, in_full(piece, &after.named, parts)),
        })
        .flatten();
    let mut reasons = Vec::new();
    if after.days.is_none() && hours_after.is_none() {
        reasons.push("Văn bản không nêu hạn đếm được theo ngày.".to_owned());
    }
    let schedule = Schedule::OnDemand(OnDemand {
        deadline,
        hours_after,
        event,
        ..OnDemand::default()
    });
    let duty = DutyProposal {
        name: named.map_or_else(
            || named_by_heading(block),
            |(from, to)| name(block, from, to),
        ),
        quote: piece.text.get(range.clone()).unwrap_or_default().to_owned(),
        section: block.place.section.clone(),
        start: range.start,
        end: range.end,
        by: by(block, from, end),
        schedules: stated(0, schedule, block, from, end).into_iter().collect(),
        channels: channels(block, from, end),
        grade: Grade::Likely,
        reasons,
    };
    let told = (duty, vec![(after.at, after.to)]);
    let followed = (each.is_none() && !arises(piece, from, end)).then(|| Followed {
        after: after.clone(),
        event: words(piece, after.named.start..name_end(piece, &after.named)),
        beside: parts
            .iter()
            .cloned()
            .flat_map(|part| words(piece, part))
            .collect(),
    });
    (told, followed)
}

/// What is held on a day of its own, as the document calls it; none of words that name no event ("hoạt động", "trở về").
pub(super) fn event(block: &Block<'_>, named: Range<usize>) -> Option<String> {
    let piece = &block.piece;
    let named = named.start..name_end(piece, &named);
    let is_held = !named.is_empty() && is_event(piece, named.start, Sure::Weak);
    (is_held && !is_of_no_day(piece, named.start)).then(|| name(block, named.start, named.end))
}

/// Where a name ends before its sender ("đơn vị gửi", "các chi đoàn nộp") and before how often it is held.
fn name_end(piece: &Piece<'_>, named: &Range<usize>) -> usize {
    let often = |at: usize| {
        let span = piece.is_one(at + 1, &["tuần", "tháng", "quý", "năm"]);
        piece.is_one(at, &["hằng", "hàng"]) && span
    };
    // Behind the name its sentence goes on.
    let sends = |at: usize| piece.is_one(at, &["gửi", "gởi", "nộp"]) || piece.says(at, "bao cao");
    let sender = |at: usize| {
        let is_body = piece.is(at, "các") || piece.says(at, "don vi");
        let of = ["của", "tại", "ở", "cấp", "mỗi", "từng", "các"];
        let is_of = at
            .checked_sub(1)
            .is_some_and(|last| piece.is_one(last, &of));
        let words = (at..named.end).all(|at| piece.is_word(at));
        let is_short = named.end - at <= LONGEST_SENDER;
        is_body && !is_of && words && is_short && sends(named.end)
    };
    let mut inside = named.start + 1..named.end;
    inside
        .find(|at| often(*at) || sender(*at))
        .unwrap_or(named.end)
}

/// How many words a sender has: "các đoàn cơ sở trực thuộc".
const LONGEST_SENDER: usize = 6;

/// The name of an event that its sentence has shortened to a word: of "kết quả lớp tập huấn gửi sau khi kết thúc lớp" the
/// whole.
fn in_full(piece: &Piece<'_>, named: &Range<usize>, parts: &[Range<usize>; 2]) -> Range<usize> {
    let word = piece.letters(named.start);
    let mut places = parts.iter().cloned().flatten();
    let longer = (named.len() == 1).then(|| {
        places.find_map(|at| {
            let len = event_len(piece, at).filter(|len| *len > 1)?;
            piece.is(at, word).then_some(at..at + len)
        })
    });
    longer.flatten().unwrap_or_else(|| named.clone())
}

fn words(piece: &Piece<'_>, range: Range<usize>) -> Vec<String> {
    let told = range.filter(|at| piece.is_word(*at) || piece.number(*at).is_some());
    told.map(|at| piece.word(at).to_owned()).collect()
}
