//! Targets that are a change against a number of each unit ("tăng 10 % so với năm trước"), which the office has and the
//! document has not: the number gets its place among what is known of units.

use super::ids;
use super::state::Row;
use crate::plan::{Attribute, Base, By, Plan, Source, Target};
use crate::text::fold;

/// What is compared with stands behind these words.
const THAN: &str = "so với ";

/// What units are asked: the target's words without the change.
pub(super) fn label(text: &str) -> String {
    let said = text.split(THAN).next().unwrap_or(text);
    let words: Vec<&str> = said.split_whitespace().collect();
    let way = |word: &&str| matches!(&*fold(word), "tang" | "giam");
    let from = words.iter().position(way).unwrap_or(words.len());
    let is_number = |word: &&str| word.starts_with(|one: char| one.is_ascii_digit());
    let number = words.iter().skip(from).position(is_number);
    let mut to = number.map_or(from, |at| from + at + 1);
    to += usize::from(words.get(to) == Some(&"%"));
    let kept = words.iter().take(from).chain(words.iter().skip(to));
    let kept: Vec<&str> = kept.copied().collect();
    let label = kept.join(" ");
    let label = label.trim_matches([' ', ',', ';']);
    if label.chars().count() < 4 {
        return text.to_owned();
    }
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Lets a target rest on what it is compared with.
pub(super) fn rest(plan: &mut Plan, target: &mut Target, noun: &str) {
    let than = target.text.split_once(THAN).map(|(_, than)| than);
    let than = than.and_then(|than| than.split([',', ';', '.', '(']).next());
    let than = than.map_or("kỳ trước", str::trim);
    let counted = if noun.is_empty() { "số liệu" } else { noun };
    let name = [counted, " ", than].concat();
    let known = plan.attributes.iter().find(|one| one.name == name);
    let id = known.map_or_else(
        || {
            let taken = |id: &str| plan.attributes.iter().any(|one| one.id == *id);
            ids::made(&name, "so-ky-truoc", taken)
        },
        |one| one.id.clone(),
    );
    if known.is_none() {
        plan.attributes.push(Attribute {
            id: id.clone(),
            name,
            asked: None,
            source: Some(Source::clone(&target.source)),
        });
    }
    target.of = Some(Box::new(Base {
        attribute: id,
        by: By::Change,
    }));
}

/// Leaves out what only targets that are not in the plan rest on, and no unit has a number of.
pub(super) fn prune(plan: &mut Plan, rows: &[Row<Target>]) {
    let mut attributes = std::mem::take(&mut plan.attributes);
    attributes.retain(|one| {
        let rests = |target: &Target| target.rests_on() == Some(&one.id);
        let numbered = plan.units.iter().any(|unit| unit.number(&one.id).is_some());
        let asked = rows.iter().any(|row| !row.is_in() && rests(&row.item));
        !asked || numbered || plan.targets.iter().any(rests)
    });
    plan.attributes = attributes;
}
