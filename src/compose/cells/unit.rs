//! A unit, a level, a sector.

use super::super::groups::group_of;
use super::{BLANK, Cell, Known, NO_SUCH, Picked, Set, in_one_line};
use crate::plan::{Group, Unit};
use crate::text::{Both, Lang};

const NAME: Both = Both {
    vi: "Tên",
    en: "Name",
};
const LEVEL: Both = Both {
    vi: "Cấp",
    en: "Level",
};
const SECTOR: Both = Both {
    vi: "Khối, khu vực",
    en: "Sector",
};
const ALIASES: Both = Both {
    vi: "Tên gọi khác",
    en: "Other names",
};
const ALIASES_HINT: Both = Both {
    vi: "Mỗi dòng một tên mà người ta có thể gõ để tìm.",
    en: "One a line: names by which people search for it.",
};
const NONE: Both = Both {
    vi: "không xếp khối",
    en: "none",
};

pub(in super::super) fn cells(unit: &Unit, known: Known<'_>, lang: Lang) -> Vec<Cell> {
    let picked = |group: &Group, chosen| Picked::new(group.id.as_str(), &group.name, chosen);
    let levels = known.plan.levels.iter();
    let levels = levels
        .map(|one| picked(one, one.id == unit.level))
        .collect();
    let mut sectors = vec![Picked::new("", NONE.of(lang), unit.sector.is_none())];
    let all = known.plan.sectors.iter();
    sectors.extend(all.map(|one| picked(one, unit.sector.as_ref() == Some(&one.id))));
    vec![
        Cell::typed("name", NAME, &*unit.name, lang),
        Cell::choosing("level", LEVEL, levels, lang),
        Cell::choosing("sector", SECTOR, sectors, lang),
        Cell::typed("aliases", ALIASES, unit.aliases.join("\n"), lang)
            .lines()
            .hint(ALIASES_HINT, lang),
    ]
}

pub(in super::super) fn set(unit: &mut Unit, known: Known<'_>, cell: &str, text: &str) -> Set {
    let of = |groups: &[Group]| {
        let by_id = groups.iter().find(|group| group.id == *text);
        by_id.or_else(|| group_of(groups, text)).cloned()
    };
    match cell {
        "name" => unit.name = in_one_line(text)?,
        "level" => unit.level = of(&known.plan.levels).ok_or(&NO_SUCH)?.id,
        "sector" if text.is_empty() => unit.sector = None,
        "sector" => unit.sector = Some(of(&known.plan.sectors).ok_or(&NO_SUCH)?.id),
        "aliases" => {
            let names = text.lines().filter_map(super::maybe_in_one_line);
            unit.aliases = names.collect();
        }
        _ => return Err(&NO_SUCH),
    }
    Ok(())
}

pub(in super::super) fn group_cells(group: &Group, lang: Lang) -> Vec<Cell> {
    vec![Cell::typed("name", NAME, &*group.name, lang)]
}

pub(in super::super) fn set_group(group: &mut Group, text: &str) -> Set {
    group.name = in_one_line(text).map_err(|_| &BLANK)?;
    Ok(())
}
