//! Who is meant: levels, sectors, and the choice among them.

use super::cells::Picked;
use super::words::KEPT;
use crate::plan::{Group, Id, Plan, Selector};
use crate::text::{Both, Lang, fold};

const SOME: Both = Both {
    vi: "một số đơn vị",
    en: "some units",
};
const ALL: Both = Both {
    vi: "mọi đơn vị",
    en: "all units",
};

/// The level or sector that people mean by these words: "Các cơ sở Đoàn" is "Cơ sở Đoàn".
pub(super) fn group_of<'g>(groups: &'g [Group], words: &str) -> Option<&'g Group> {
    let wanted = bare(words);
    let mut found = groups.iter().filter(|_| !wanted.is_empty());
    found.find(|group| bare(&group.name) == wanted)
}

/// A name without the words before it that say nothing.
pub(super) fn bare(words: &str) -> String {
    let folded = fold(words);
    let folded = folded.trim();
    for before in ["cac ", "toan the ", "doi voi "] {
        if let Some(rest) = folded.strip_prefix(before) {
            return rest.trim().to_owned();
        }
    }
    folded.to_owned()
}

/// The level of those who report: the lowest.
pub(super) fn base(plan: &Plan) -> Option<&Id> {
    plan.levels.last().map(|level| &level.id)
}

/// Those who report, as a selector: every unit where there is but one level.
pub(super) fn reporters(plan: &Plan) -> Selector {
    match (plan.levels.len(), base(plan)) {
        (2.., Some(level)) => of_level(level),
        _ => Selector::default(),
    }
}

pub(super) fn of_level(level: &Id) -> Selector {
    Selector {
        levels: vec![level.clone()],
        ..Selector::default()
    }
}

/// The choices of who is meant, with the current one chosen.
pub(super) fn choices(plan: &Plan, now: &Selector, lang: Lang) -> Vec<Picked> {
    let name = name_of(now);
    let mut picked = vec![Picked::new("all", ALL.of(lang), name == "all")];
    for (kind, groups) in [("level:", &plan.levels), ("sector:", &plan.sectors)] {
        for group in groups {
            let own = [kind, group.id.as_str()].concat();
            picked.push(Picked::new(&own, &group.name, own == name));
        }
    }
    if name.is_empty() {
        picked.push(Picked::new("kept", KEPT.of(lang), true));
    }
    picked
}

/// What is chosen by its name; none where that means to leave all as it is.
pub(super) fn chosen(name: &str) -> Option<Selector> {
    if let Some(id) = name.strip_prefix("level:") {
        return Some(of_level(&Id::new(id).ok()?));
    }
    if let Some(id) = name.strip_prefix("sector:") {
        let sectors = vec![Id::new(id).ok()?];
        return Some(Selector {
            sectors,
            ..Selector::default()
        });
    }
    (name == "all").then(Selector::default)
}

/// In words: "mọi đơn vị", "Cơ sở Đoàn", "một số đơn vị".
pub(super) fn words(plan: &Plan, now: &Selector, lang: Lang) -> String {
    if name_of(now).is_empty() {
        return SOME.of(lang).to_owned();
    }
    let picked = choices(plan, now, lang);
    let mut chosen = picked.into_iter().filter(|one| one.chosen);
    chosen.next().map(|one| one.label).unwrap_or_default()
}

fn name_of(now: &Selector) -> String {
    if now.is_all() {
        return "all".to_owned();
    }
    let alone = now.units.is_empty() && now.except.is_empty() && now.ranges.is_empty();
    match (&*now.levels, &*now.sectors) {
        ([level], []) if alone => ["level:", level.as_str()].concat(),
        ([], [sector]) if alone => ["sector:", sector.as_str()].concat(),
        _ => String::new(),
    }
}
