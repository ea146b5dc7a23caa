//! The levels of which a document speaks.

use super::groups::bare;
use super::ids;
use super::label::capital;
use crate::plan::Group;
use crate::reading::Reading;
use crate::text::fold;

/// The levels that the document speaks of, from the top down; of two names for one the longer.
pub(super) fn levels(reading: &Reading) -> Vec<Group> {
    let said = reading.duties.iter().map(|duty| &duty.by);
    let said = said.chain(reading.activities.iter().map(|activity| &activity.level));
    let said = said.chain(reading.units.iter().map(|unit| &unit.level));
    let mut names: Vec<String> = Vec::new();
    for words in said {
        let own = bare(words);
        // A list of who sends is no level.
        if own.is_empty() || own.split(' ').count() > 5 || words.contains([',', ';']) {
            continue;
        }
        let name = words.trim();
        let name = ["Các ", "các "]
            .iter()
            .find_map(|before| name.strip_prefix(before))
            .unwrap_or(name);
        let alike = names.iter_mut().find(|other| {
            let other = bare(other);
            other.starts_with(&own) || own.starts_with(&other)
        });
        match alike {
            Some(other) if other.chars().count() < name.chars().count() => *other = capital(name),
            Some(_) => {}
            None => names.push(capital(name)),
        }
    }
    let is_above = |name: &String| {
        let name = fold(name);
        name.starts_with("cap ") && !name.contains("co so")
    };
    let (above, below): (Vec<_>, Vec<_>) = names.into_iter().partition(is_above);
    let mut levels: Vec<Group> = Vec::new();
    let mut ordered: Vec<String> = above.into_iter().chain(below).collect();
    if ordered.iter().all(is_above) && !ordered.is_empty() {
        ordered.push("Cơ sở Đoàn".to_owned());
    }
    for name in ordered.into_iter().take(8) {
        let id = ids::made(&name, "cap", |id| {
            levels.iter().any(|level| level.id == *id)
        });
        levels.push(Group { id, name });
    }
    levels
}
