//! How what was read stands to the plan.

use super::super::groups::group_of;
use super::super::renamed::renamed;
use super::super::state::{Composition, List};
use super::super::view::figure_words;
use super::likeness::is_slip;
use super::matching::Match;
use super::opened::Opened;
use super::taking::{Figures, MOST_FIGURES, MOST_UNITS, is_of_target, staying};
use super::told::{self, short};
use super::view::{MatchGroup, MatchRow};
use crate::message::fill;
use crate::plan::{Group, Id};
use crate::text::{Both, Lang, fold, format_count};
use std::collections::BTreeSet;

const WAS: Both = Both {
    vi: "trước là “{was}”",
    en: "“{was}” before",
};
const TITLES: [(&str, Both); 6] = [
    (
        "new",
        both("{count} mục mới, sẽ thêm", "{count} new ones, to be added"),
    ),
    (
        "renamed",
        both(
            "{count} mục đổi tên, giữ báo cáo đã gửi",
            "{count} under another name; reports stay with them",
        ),
    ),
    (
        "changed",
        both(
            "{count} mục đổi khối, cấp, số liệu hoặc cách hỏi",
            "{count} that change otherwise",
        ),
    ),
    (
        "gone",
        both(
            "{count} mục có trong kế hoạch mà tệp không có",
            "{count} of the plan that the file has not",
        ),
    ),
    (
        "stays",
        both(
            "{count} mục tệp không có mà phải giữ, vì chỗ khác trong kế hoạch còn nhắc tên",
            "{count} that the file has not and that stay, as the plan names them elsewhere",
        ),
    ),
    (
        "same",
        both("{count} mục giữ nguyên", "{count} as they are"),
    ),
];

const fn both(vi: &'static str, en: &'static str) -> Both {
    Both { vi, en }
}

/// The groups of what was read; what of it cannot be taken is said beside its cell.
pub(super) fn groups(made: &Composition, open: &mut Opened<'_>, lang: Lang) -> Vec<MatchGroup> {
    if open.list == List::Units {
        new_groups(made, open);
        unit_groups(made, open, lang)
    } else {
        figure_groups(made, open, lang)
    }
}

/// Says of each level and sector that the plan has not that it would be added, and which one is meant perhaps.
fn new_groups(made: &Composition, open: &mut Opened<'_>) {
    let plan = &made.base;
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut tell = |words: &str, cell: &str, known: &[Group]| {
        let is_first = said.insert(fold(words));
        // In a plan without units there is nothing yet that a slip could miss.
        if !is_first || group_of(known, words).is_some() || known.is_empty() {
            return;
        }
        let near = known
            .iter()
            .find(|group| is_slip(&fold(&group.name), &fold(words)));
        let text = short(words);
        let mut gaps = vec![("text", &*text)];
        if let Some(near) = near {
            gaps.push(("other", &*near.name));
        }
        open.findings.say(&told::NEW_GROUP, cell, &gaps);
    };
    for line in &open.units {
        if let Some((words, cell)) = &line.level {
            tell(words, cell, &plan.levels);
        }
        if let Some((words, cell)) = &line.sector {
            tell(words, cell, &plan.sectors);
        }
    }
    let room = MOST_UNITS.saturating_sub(made.units.len());
    let fresh = open.units.iter().zip(&open.matched.lines);
    let mut over = fresh.filter(|(_, found)| **found == Match::New).skip(room);
    if let Some((line, _)) = over.next() {
        let most = MOST_UNITS.to_string();
        open.findings
            .say(&told::TOO_MANY, &line.cell, &[("most", &most)]);
    }
}

/// Groups in the making, in the order of their names.
struct Groups {
    lang: Lang,
    rows: Vec<(&'static str, MatchRow)>,
}

impl Groups {
    fn put(&mut self, group: &'static str, cell: &str, name: &str, says: String) {
        let row = MatchRow {
            cell: cell.to_owned(),
            name: name.to_owned(),
            says,
            renamed: None,
        };
        self.rows.push((group, row));
    }

    fn done(self) -> Vec<MatchGroup> {
        let mut groups = Vec::new();
        for (name, title) in TITLES {
            let of = self.rows.iter().filter(|(own, _)| *own == name);
            let rows: Vec<MatchRow> = of.map(|(_, row)| row.clone()).collect();
            if !rows.is_empty() {
                let count = rows.len().to_string();
                groups.push(MatchGroup {
                    name: name.to_owned(),
                    title: fill(title.of(self.lang), &[("count", &count)]),
                    rows,
                });
            }
        }
        groups
    }
}

fn unit_groups(made: &Composition, open: &Opened<'_>, lang: Lang) -> Vec<MatchGroup> {
    let mut groups = Groups {
        lang,
        rows: Vec::new(),
    };
    let plan = &made.base;
    for (line, found) in open.units.iter().zip(&open.matched.lines) {
        let words = |said: &Option<(String, String)>| said.as_ref().map(|(words, _)| words.clone());
        let said = [words(&line.sector), words(&line.level)];
        let (group, says) = match found {
            Match::New => (
                "new",
                said.into_iter().flatten().collect::<Vec<_>>().join(", "),
            ),
            Match::Renamed(at) => {
                let was = made.units.get(*at).map(|row| &*row.item.name);
                let was = was.unwrap_or_default();
                ("renamed", fill(WAS.of(lang), &[("was", was)]))
            }
            Match::Same(at) => {
                let unit = made.units.get(*at).map(|row| &row.item);
                let other = |said: &Option<(String, String)>, known: &[Group], own: Option<&Id>| {
                    let (words, _) = said.as_ref()?;
                    let said = group_of(known, words).map(|group| &group.id);
                    // What the plan has not yet is another too.
                    (said.is_none() || said != own).then(|| words.clone())
                };
                let level =
                    unit.and_then(|unit| other(&line.level, &plan.levels, Some(&unit.level)));
                let sector =
                    unit.and_then(|unit| other(&line.sector, &plan.sectors, unit.sector.as_ref()));
                let numbers = line.numbers.iter().filter_map(|one| {
                    let is_known = unit.and_then(|unit| unit.number(&one.attribute));
                    let of = plan.attributes.iter().find(|of| of.id == one.attribute)?;
                    let words = || [&*format_count(one.number), " ", &of.name].concat();
                    (is_known != Some(one.number)).then(words)
                });
                let changed = sector.into_iter().chain(level).chain(numbers);
                let changed: Vec<String> = changed.collect();
                if changed.is_empty() {
                    ("same", String::new())
                } else {
                    ("changed", changed.join(", "))
                }
            }
        };
        groups.put(group, &line.cell, &line.name, says);
        if let Match::Renamed(at) = found
            && let (Some(row), Some((_, told))) = (made.units.get(*at), groups.rows.last_mut())
        {
            told.renamed = Some(renamed(&row.item.name, &line.name));
        }
    }
    let stays = staying(made, &open.matched);
    for at in &open.matched.gone {
        if let Some(row) = made.units.get(*at) {
            let group = if stays.contains(&row.item.id) {
                "stays"
            } else {
                "gone"
            };
            groups.put(group, "", &row.item.name, String::new());
        }
    }
    groups.done()
}

fn figure_groups(made: &Composition, open: &mut Opened<'_>, lang: Lang) -> Vec<MatchGroup> {
    let mut groups = Groups {
        lang,
        rows: Vec::new(),
    };
    let mut after = made.clone();
    open.take(&mut after);
    let (known, known_after) = (Figures::of(made), Figures::of(&after));
    let mut findings = Vec::new();
    for line in &open.figures {
        let before = known.find(line).and_then(|at| made.indicators.get(at));
        let now = known_after
            .find(line)
            .and_then(|at| after.indicators.get(at));
        let group = match (before, now) {
            (None, _) => "new",
            (Some(before), Some(now)) if before.item.label != now.item.label => "renamed",
            (before, now) if before == now => "same",
            _ => "changed",
        };
        if let (Some(before), Some(kind)) = (before, line.kind)
            && kind != before.item.measure.control().kind
            && is_of_target(made, &before.item.id)
        {
            findings.push((&told::OF_TARGET, line.cell.clone()));
        }
        let says = match (group, before) {
            ("renamed", Some(before)) => fill(WAS.of(lang), &[("was", &before.item.label)]),
            _ => now
                .map(|now| figure_words(&now.item, lang))
                .unwrap_or_default(),
        };
        groups.put(group, &line.cell, &line.label, says);
    }
    for (told, cell) in findings {
        open.findings.say(told, &cell, &[]);
    }
    let fresh = open
        .figures
        .iter()
        .filter(|line| known.find(line).is_none());
    let room = MOST_FIGURES.saturating_sub(made.indicators.len());
    let over = fresh.skip(room).map(|line| line.cell.clone()).next();
    if let Some(cell) = over {
        let most = MOST_FIGURES.to_string();
        open.findings
            .say(&told::TOO_MANY, &cell, &[("most", &most)]);
    }
    groups.done()
}
