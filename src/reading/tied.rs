//! Which event of the document a duty follows.

use super::following::Followed;
use super::piece::Piece;
use super::proposal::{Grade, Reading};
use super::words::events::{Event as Sure, is_event};
use crate::plan::{Event, Id, Schedule, When};
use crate::text::{fold, format_date};

/// A duty by its place in the reading, and what it follows.
pub(super) type Later = (usize, Followed);

/// Something with days that a duty can follow.
struct Held {
    /// By its place among the proposals.
    id: Id,
    title: String,
    /// The words of its title without marks.
    words: Vec<String>,
    /// Whether its title begins as those of events do.
    is_event: bool,
    /// Whether it is one of several of that name: "đợt I".
    is_round: bool,
    /// How many days each time of it takes; none where they differ.
    length: Option<i16>,
    /// Its first day, as people write it.
    day: String,
}

/// Why a duty is tied to nothing.
enum Loose {
    Unknown,
    Several,
}

/// Ties each duty to the event that it follows. One whose event the document does not have, or has more than once, is opened
/// by the units themselves until a person says more.
pub(super) fn tie(reading: &mut Reading, later: &[Later]) {
    if later.is_empty() {
        return;
    }
    let held = all(reading);
    for (at, followed) in later {
        let Some(duty) = reading.duties.get_mut(*at) else {
            continue;
        };
        let Some(stated) = duty.schedules.first_mut() else {
            continue;
        };
        let one = match find(&held, followed) {
            Ok(one) => one,
            Err(loose) => {
                duty.grade = Grade::Maybe;
                let is_told =
                    matches!(&stated.schedule, Schedule::OnDemand(rule) if rule.event.is_some());
                let why = match loose {
                    Loose::Unknown if is_told => {
                        "Văn bản không nêu ngày của sự kiện này: đơn vị ghi ngày, giờ khi mở báo cáo, cho đến khi chọn một hoạt động."
                    }
                    Loose::Several if is_told => {
                        "Văn bản có nhiều sự kiện như vậy: đơn vị ghi ngày, giờ khi mở báo cáo, cho đến khi chọn một hoạt động."
                    }
                    Loose::Unknown => {
                        "Văn bản không nêu ngày của sự kiện này: đơn vị tự mở báo cáo, cho đến khi chọn một hoạt động."
                    }
                    Loose::Several => {
                        "Văn bản có nhiều sự kiện như vậy: đơn vị tự mở báo cáo, cho đến khi chọn một hoạt động."
                    }
                };
                duty.reasons.push(why.to_owned());
                continue;
            }
        };
        let after = &followed.after;
        let deadline = one.length.and_then(|length| after.deadline(length));
        if after.days.is_some() && deadline.is_none() {
            duty.grade = Grade::Maybe;
            duty.reasons
                .push("Sự kiện có nhiều ngày: ghi hạn tính từ ngày cuối.".to_owned());
        } else if after.days == Some(0) && one.length != Some(1) {
            duty.grade = Grade::Maybe;
            duty.reasons
                .push("Sự kiện có nhiều ngày: tạm tính theo ngày đầu.".to_owned());
        }
        duty.reasons
            .push(["Tính theo “", &one.title, "” (", &one.day, ")."].concat());
        stated.schedule = Schedule::Event(Event {
            of: one.id.clone(),
            label: None,
            deadline,
        });
    }
}

/// What of the document has days.
fn all(reading: &Reading) -> Vec<Held> {
    let mut all = Vec::new();
    for (at, one) in reading.activities.iter().enumerate() {
        all.extend(held("activity-", at, &one.title, &one.dates));
    }
    for (at, one) in reading.milestones.iter().enumerate() {
        all.extend(held(
            "milestone-",
            at,
            &one.text,
            std::slice::from_ref(&one.when),
        ));
    }
    all
}

fn held(kind: &str, at: usize, title: &str, dates: &[When]) -> Option<Held> {
    let first = dates.first()?;
    // What comes again every week is no one event.
    if dates.iter().any(|when| when.repeats.is_some()) {
        return None;
    }
    let length = |when: &When| {
        let (from, to) = when.applies();
        i16::try_from(from.days_until(to)).ok().map(|days| days + 1)
    };
    let same = dates.iter().all(|when| length(when) == length(first));
    let piece = Piece::of(title, 0..title.len());
    let round =
        (0..piece.len()).any(|at| piece.is_one(at, &["đợt", "vòng"]) && at + 2 == piece.len());
    Some(Held {
        id: Id::new([kind, &(at + 1).to_string()].concat()).ok()?,
        words: fold(title).split(' ').map(str::to_owned).collect(),
        is_event: is_event(&piece, 0, Sure::Weak),
        is_round: round,
        length: length(first).filter(|_| same),
        day: format_date(first.from),
        title: title.to_owned(),
    })
}

/// The event that the sentence means.
fn find<'h>(all: &'h [Held], followed: &Followed) -> Result<&'h Held, Loose> {
    let named: Vec<&Held> = all
        .iter()
        .filter(|one| one.is_named(&followed.event))
        .collect();
    let found = if named.is_empty() && followed.says_little() {
        all.iter()
            .filter(|one| one.is_beside(&followed.beside))
            .collect()
    } else {
        named
    };
    let likeness = |one: &Held| {
        let words = followed.beside.iter().chain(&followed.event);
        let mut told: Vec<&String> = words.filter(|word| one.words.contains(word)).collect();
        told.sort_unstable();
        told.dedup();
        told.len()
    };
    let most = found
        .iter()
        .map(|one| likeness(one))
        .max()
        .ok_or(Loose::Unknown)?;
    let mut best = found.iter().filter(|one| likeness(one) == most);
    match (best.next(), best.next()) {
        (Some(one), None) if !one.is_round || followed.event == one.words => Ok(one),
        _ => Err(Loose::Several),
    }
}

impl Followed {
    /// Whether the words in place of a name could be of any event.
    fn says_little(&self) -> bool {
        let any = ["hoat dong", "chuong trinh", "su kien", "dot"];
        any.contains(&self.event.join(" ").as_str()) || self.event.is_empty()
    }
}

impl Held {
    /// Whether these words name it: they begin as some words of its title go on, and it has all of them.
    fn is_named(&self, words: &[String]) -> bool {
        let first = words.get(..words.len().min(2)).unwrap_or_default();
        let begins = !first.is_empty() && self.words.windows(first.len()).any(|run| run == first);
        begins && words.iter().all(|word| self.words.contains(word))
    }

    /// Whether these words have the beginning of its title among them.
    fn is_beside(&self, words: &[String]) -> bool {
        let least = if self.is_event { 2 } else { 3 };
        let begins = self.words.get(..least).unwrap_or(&self.words);
        !begins.is_empty() && words.windows(begins.len()).any(|run| run == begins)
    }
}
