//! A listed activity as a closed card: one line of what was said of it, and what is left to be said.

use super::Form;
use super::map::MapState;
use super::place::Place;
use super::render::parts;
use crate::calendar::{Date, Time};
use crate::finding::Severity;
use crate::message;
use crate::plan::ActivityPart;
use crate::text::{self, is_blank};
use serde::Serialize;

/// A listed activity in one line (thẻ hoạt động).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CardView {
    /// Its day, place and attendances, in words: "Chủ nhật 26/2/2023 · Kênh 19/5 · 120 lượt người".
    pub summary: String,
    /// What is wrong and what is left: "1 chỗ cần sửa", "chưa ghi: Địa điểm"; empty where nothing is.
    pub left: String,
    /// The worst of it.
    pub state: MapState,
}

/// What a card names besides the title.
const NAMED: [ActivityPart; 4] = [
    ActivityPart::Date,
    ActivityPart::Until,
    ActivityPart::Place,
    ActivityPart::Participants,
];

impl Form {
    /// The activity at `index` in one line; none where there is none.
    #[must_use]
    pub fn card(&self, index: usize) -> Option<CardView> {
        let typed = self.draft.activities.get(index)?;
        let said = |part: ActivityPart| {
            let text = typed.part(part);
            let place = Place::Activity(index, part);
            (!is_blank(text)).then(|| self.words_at(place).unwrap_or_else(|| text.to_owned()))
        };
        let summary: Vec<_> = NAMED.into_iter().filter_map(said).collect();
        let asked = self.sheet.list().map(parts).unwrap_or_default();
        let evidence = self.sheet.list().is_some_and(|list| list.evidence);
        let mut missing = Vec::new();
        let mut wrong = 0;
        for (part, required) in asked {
            let required = required || (evidence && part == ActivityPart::Links);
            if required && is_blank(typed.part(part)) {
                missing.push(part.asked().label.of(self.lang));
            }
            let found = self.findings_at(Place::Activity(index, part));
            let is_wrong = |severity| severity == Severity::Error;
            wrong += found.iter().filter(|one| is_wrong(one.severity)).count();
        }
        Some(CardView {
            summary: text::join(&summary, " · "),
            left: message::card_left(wrong, &missing, self.lang),
            state: match (wrong, missing.is_empty()) {
                (0, true) => MapState::Ready,
                (0, false) => MapState::Left,
                _ => MapState::Wrong,
            },
        })
    }
}

/// A day or an hour that was picked, as it would be typed: "26/2/2023" of "2023-02-26", "07g30" of "07:30"; anything else as it
/// is.
#[must_use]
pub fn as_picked(picked: &str) -> String {
    if let Ok(day) = Date::parse_iso(picked) {
        return text::format_date(day);
    }
    let hour = Time::parse_iso(picked).map(text::format_time);
    hour.unwrap_or_else(|_| picked.to_owned())
}

#[cfg(test)]
mod tests {
    use super::as_picked;
    use crate::form::map::MapState::{Left, Ready, Wrong};
    use crate::form::tests::open;

    #[test]
    fn a_card_says_day_place_and_attendances_and_what_is_left() {
        let mut form = open();
        form.add_activity(None, None);
        let day = "Chủ nhật 19/3/2023";
        let whole = "Chủ nhật 19/3/2023 · Kênh 19/5 · 1.200 lượt người";
        for (part, typed, summary, left, state) in [
            (
                "place",
                "",
                "",
                "chưa ghi: Tên hoạt động, Ngày bắt đầu",
                Left,
            ),
            ("title", "Ra quân", "", "chưa ghi: Ngày bắt đầu", Left),
            ("date", "31/2", "31/2", "1 chỗ cần sửa", Wrong),
            ("date", "19/3", day, "", Ready),
            (
                "place",
                "Kênh 19/5",
                "Chủ nhật 19/3/2023 · Kênh 19/5",
                "",
                Ready,
            ),
            ("participants", "1.200", whole, "", Ready),
        ] {
            form.set(&format!("/activities/0/{part}"), typed.to_owned());
            let card = form.card(0).expect("a card");
            assert_eq!(
                (&*card.summary, &*card.left, card.state),
                (summary, left, state)
            );
        }
        assert_eq!(form.card(1), None);
    }

    #[test]
    fn what_is_picked_is_written_as_people_type_it() {
        for (picked, written) in [
            ("2023-02-26", "26/2/2023"),
            ("07:30", "07g30"),
            ("", ""),
            ("mai", "mai"),
        ] {
            assert_eq!(as_picked(picked), written);
        }
    }
}
