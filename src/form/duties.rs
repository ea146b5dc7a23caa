//! What a unit owes, in words.

use crate::calendar::Instant;
use crate::message;
use crate::plan::{Channel, Duty, Plan, Unit};
use crate::schedule::{self, Occasion, Sent, State};
use crate::text::{self, Lang};
use serde::Serialize;

/// An occasion (phiếu cần nộp) as a page lists it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DutyView {
    /// Which duty of which unit for which period this is: the one text to keep and compare it by.
    pub key: String,
    /// The duty.
    pub duty: String,
    /// The kind of report.
    pub kind: String,
    /// The duty's name, for example "Báo cáo tuần".
    pub name: String,
    /// The period's name, for example "Tuần 1".
    pub label: Option<String>,
    /// Both: "Báo cáo tuần · Tuần 1".
    pub title: String,
    /// The period.
    pub period: crate::calendar::Period,
    /// The period in words.
    pub period_text: String,
    /// The deadline in words, of an event that is told of first as it is counted from there; none where the plan names none.
    pub deadline_text: Option<String>,
    /// The first instant that is too late, in milliseconds since 1970; none where there is no deadline.
    pub cutoff: Option<i64>,
    /// What remains until the deadline, or how late it is, in words; none once it is sent or waived.
    pub remaining_text: Option<String>,
    /// Its state.
    pub state: State,
    /// Its state in words.
    pub state_text: String,
    /// The same with what remains of its time, or how late it is: "Quá hạn 3 giờ 5 phút".
    pub stands_text: String,
    /// The state by which it is grouped with others.
    pub group: State,
    /// The name of its group: "Đã gửi". Those of one name follow each other; what is only offered has a name of its own, and is not
    /// counted with what is to be sent.
    pub group_text: &'static str,
    /// What a button that opens it says: "Làm báo cáo", "Điền phiếu đăng ký"; where it was given back, "Sửa và gửi lại".
    pub fill_text: &'static str,
    /// Whether the unit still has to send it.
    pub is_owed: bool,
    /// What is offered, where it is an offer: one that the unit can open whenever there is something to report, with the hour at
    /// which the list was made as its period and a key of its own. None of all others.
    pub offer_text: Option<String>,
    /// What is asked of the event before an offer is opened: "Hội nghị: ngày nào, lúc mấy giờ?"; none where nothing is.
    pub ask_text: Option<String>,
    /// Why it need not be sent, where it is waived; of what the unit opens by itself, why it can open no more.
    pub why: Option<String>,
    /// How the document wants it sent.
    pub channels: Vec<Channel>,
}

/// The state that names the group of a state: what was sent is one group, however it came and whatever was decided.
const fn group(state: State) -> State {
    match state {
        State::SentLate | State::Accepted => State::Sent,
        other => other,
    }
}

/// What the unit owes at `now`, group by group, the most pressing first; none where the plan has no such unit.
#[must_use]
pub fn duties(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    now: Instant,
    lang: Lang,
) -> Option<Vec<DutyView>> {
    duties_beside(plan, unit, sent, "", now, lang)
}

/// The same of a unit that has begun reports which it opens by itself: `begun` are the keys under which they are kept, one a line;
/// other keys are passed over.
#[must_use]
pub fn duties_beside(
    plan: &Plan,
    unit: &str,
    sent: &[Sent],
    begun: &str,
    now: Instant,
    lang: Lang,
) -> Option<Vec<DutyView>> {
    let owed = schedule::duties_beside(plan, unit, sent, Some(begun), now).ok()?;
    let viewed = |(occasion, state): &(Occasion, State)| {
        let mut view = view(plan, unit, (occasion, *state), now, lang)?;
        if plan.duty(&view.duty).is_some_and(Duty::may_be_opened) {
            view.offer(plan, unit, begun, lang);
        }
        Some(view)
    };
    let mut views: Vec<DutyView> = owed.iter().filter_map(viewed).collect();
    if plan.duties.iter().any(Duty::may_be_opened) {
        apart(&mut views);
    }
    Some(views)
}

/// Puts what is only offered behind all that is open, so that it stands together.
#[cold]
#[inline(never)]
fn apart(views: &mut Vec<DutyView>) {
    let all = std::mem::take(views);
    let is_owed = |view: &DutyView| view.group != State::Open || view.is_owed;
    let (owed, offers): (Vec<_>, Vec<_>) = all.into_iter().partition(is_owed);
    let last = owed.iter().rposition(|view| {
        let group = view.group;
        matches!(
            group,
            State::Late | State::Returned | State::DueSoon | State::Open
        )
    });
    let place = last.map_or(0, |last| last + 1);
    *views = owed;
    views.splice(place..place, offers);
}

impl DutyView {
    /// Makes an offer of one that the unit has not begun: its key is that of all of its duty, the same whenever the list is made.
    /// Of a unit that has opened as many as it can, says so.
    #[cold]
    #[inline(never)]
    fn offer(&mut self, plan: &Plan, unit: &str, begun: &str, lang: Lang) {
        let duty = plan.duty(&self.duty);
        let rule = duty.and_then(Duty::on_demand);
        let is_begun = self.state != State::Open || begun.lines().any(|key| key == self.key);
        if let Some(rule) = rule.filter(|_| !is_begun) {
            self.is_owed = false;
            self.group_text = message::opened_apart(lang);
            self.key = schedule::key(plan.id.as_str(), unit, &self.duty, rule.days(plan));
            if self.period == rule.days(plan) {
                self.stands_text = message::opened_enough(lang).to_owned();
                self.why = Some(message::most_on_demand(rule.most(), lang));
                return;
            }
            self.stands_text = text::capital(&message::when_opened(rule, lang));
            self.offer_text = Some(message::opened_when_needed(rule, lang).into_owned());
            let event = rule.event.as_deref();
            self.ask_text = event.map(|event| message::event_asked(event, lang));
            if event.is_some() {
                self.deadline_text = duty.and_then(|duty| due(duty, plan.unit(unit), lang));
            }
        }
    }
}

/// By when what a unit opens by itself is due, as its level has it: counted from the opening, or from the event.
pub(super) fn due(duty: &Duty, unit: Option<&Unit>, lang: Lang) -> Option<String> {
    let rule = duty.on_demand()?;
    let mut own = unit
        .map_or(rule, |unit| schedule::rule_of(duty, rule, unit))
        .clone();
    own.event.clone_from(&rule.event);
    message::due_on_demand(&own, lang)
}

pub(super) fn view(
    plan: &Plan,
    unit: &str,
    (occasion, state): (&Occasion, State),
    now: Instant,
    lang: Lang,
) -> Option<DutyView> {
    let duty = plan.duty(occasion.duty.as_str())?;
    let waiver = occasion.waived.and_then(|index| duty.waivers.get(index));
    let is_owed = matches!(
        state,
        State::NotYetOpen | State::Open | State::DueSoon | State::Late | State::Returned
    );
    let cutoff = occasion.cutoff.filter(|_| is_owed);
    let remaining_text = cutoff.map(|cutoff| message::remaining(cutoff, now, lang));
    Some(DutyView {
        key: schedule::key(plan.id.as_str(), unit, duty.id.as_str(), occasion.period),
        duty: duty.id.to_string(),
        kind: duty.kind.to_string(),
        name: duty.name.clone(),
        label: occasion.label.clone(),
        title: message::occasion(&duty.name, occasion.label.as_deref()),
        period: occasion.period,
        period_text: message::period(&occasion.period, lang),
        deadline_text: message::due(occasion, lang),
        cutoff: occasion.cutoff.map(Instant::unix_millis),
        stands_text: message::stands(state, cutoff, now, lang),
        remaining_text,
        state,
        state_text: message::state(state, lang).to_owned(),
        fill_text: message::fill_in(&duty.name, state, lang),
        group: group(state),
        group_text: message::state(group(state), lang),
        is_owed,
        offer_text: None,
        ask_text: None,
        why: waiver
            .map(|waiver| waiver.why.clone())
            .or_else(|| released(plan, unit, (occasion, state), lang)),
        channels: duty.channels.clone(),
    })
}

/// Why the unit does not owe it, where it is the unit that ends or begins otherwise.
fn released(
    plan: &Plan,
    unit: &str,
    (occasion, state): (&Occasion, State),
    lang: Lang,
) -> Option<String> {
    occasion.released.filter(|_| state == State::Waived)?;
    Some(message::released(plan, plan.unit(unit)?, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Id;
    use crate::schedule::Status;

    fn owed(sent: &[Sent]) -> Vec<DutyView> {
        let json = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
        let plan = Plan::parse(json).expect("the plan fits together");
        let now = Instant::parse_iso("2023-03-12T08:00:00+07:00").expect("a moment");
        duties(&plan, "phuong-tay-thanh", sent, now, Lang::Vi).expect("the unit is there")
    }

    fn came(of: &DutyView, received_at: &str, status: Status) -> Sent {
        Sent {
            duty: Id::new(of.duty.as_str()).expect("an identity"),
            period: of.period,
            received_at: Instant::parse_iso(received_at).expect("a moment"),
            status,
        }
    }

    #[test]
    fn what_was_sent_is_one_group_however_it_came_and_each_group_stands_together() {
        let weeks: Vec<DutyView> = owed(&[])
            .into_iter()
            .filter(|view| view.duty == "weekly" && view.cutoff.is_some())
            .collect();
        let [one, two, three, ..] = weeks.as_slice() else {
            panic!("three weeks")
        };
        let early = "2023-02-27T08:00:00+07:00";
        let views = owed(&[
            came(one, "2023-03-11T08:00:00+07:00", Status::Received),
            came(two, early, Status::Accepted),
            came(three, early, Status::Received),
        ]);
        let sent: Vec<State> = views
            .iter()
            .filter(|view| view.group == State::Sent)
            .map(|view| view.state)
            .collect();
        assert_eq!(sent.len(), 3, "{sent:?}");
        assert!(sent.contains(&State::SentLate) && sent.contains(&State::Accepted));
        let mut groups: Vec<State> = views.iter().map(|view| view.group).collect();
        groups.dedup();
        let times = groups.len();
        groups.sort_unstable();
        groups.dedup();
        assert_eq!(groups.len(), times, "no group comes twice");
        for view in &views {
            assert_eq!(view.group_text, message::state(view.group, Lang::Vi));
            assert!(view.stands_text.starts_with(&view.state_text));
            assert_eq!(
                view.remaining_text.is_some(),
                view.is_owed && view.cutoff.is_some()
            );
        }
        let late = owed(&[]).into_iter().find(|view| view.state == State::Late);
        assert!(late.is_some_and(|view| view.stands_text.starts_with("Quá hạn ")));
    }
}
