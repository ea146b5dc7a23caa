//! Corrects a detail, begins one, takes one away, moves one up.

use super::super::act::NOTHING;
use super::super::cells::{BACKWARDS, BLANK, NO_SUCH, Set};
use super::super::ids;
use super::super::place::steps;
use super::super::state::{Composition, List};
use super::kind::{Kind, Record};
use super::names::Of;
use super::tree::Tree;
use super::way::{self, Part};
use super::{begin, row, scalar};
use crate::text::Both;

static FIRST: Both = Both {
    vi: "Hãy ghi ngày trước ô này.",
    en: "Write the day before this.",
};

/// Where a detail stands.
struct Way<'a> {
    record: &'static Record,
    steps: Vec<&'a str>,
    part: Part,
    tree: Tree,
}

fn way<'a>(
    made: &Composition,
    (list, id): (List, &str),
    cell: &'a str,
) -> Result<Way<'a>, super::super::cells::Wrong> {
    let record = way::record(list).ok_or(&NO_SUCH)?;
    let steps: Vec<&str> = steps(cell).collect();
    Ok(Way {
        record,
        part: way::part(record, &steps).ok_or(&NO_SUCH)?,
        steps,
        tree: row::tree(made, list, id).ok_or(&NOTHING)?,
    })
}

/// Corrects a cell, or says why not.
pub(in super::super) fn set(
    made: &mut Composition,
    list: List,
    id: &str,
    cell: &str,
    text: &str,
) -> Set {
    let mut way = way(made, (list, id), cell)?;
    let Some((last, above)) = way.steps.split_last() else {
        return Err(&NO_SUCH);
    };
    match way.part.kind {
        Kind::Forms(shapes) => {
            let mut shapes = shapes.iter();
            let one = shapes.find(|one| one.word == text).ok_or(&NO_SUCH)?;
            let stands = way.tree.get_mut(above).ok_or(&NO_SUCH)?;
            if stands.member(last).and_then(Tree::as_text) != Some(text) {
                *stands = begin::shape(made, one.begin)?;
            }
        }
        Kind::Either(variants) => {
            let mut variants = variants.iter();
            let one = variants.find(|one| one.key == text).ok_or(&NO_SUCH)?;
            let stands = way.tree.get_mut(&way.steps).ok_or(&NO_SUCH)?;
            if scalar::variant(Some(&*stands)) != text {
                *stands = begin::either(made, one.key, one.kind.as_ref())?;
            }
        }
        kind => {
            let beside = way.tree.get(above);
            let around = scalar::Around {
                made,
                root: &way.tree,
                beside,
            };
            match scalar::read(kind, text, &around)? {
                None => clear(&mut way)?,
                Some(tree) => place(made, &mut way, tree)?,
            }
        }
    }
    let is_day = way.part.of.is_some_and(|of| of.name == "Period");
    let put = row::put(made, list, id, way.tree);
    if is_day {
        put.map_err(|_| &BACKWARDS)
    } else {
        put
    }
}

/// Puts a value there, in records that begin with it where there were none.
fn place(made: &Composition, way: &mut Way<'_>, tree: Tree) -> Set {
    for end in 1..way.steps.len() {
        let (above, next) = way.steps.split_at(end);
        if way.tree.get(above).is_some() {
            continue;
        }
        let kind = way::part(way.record, above).ok_or(&NO_SUCH)?.kind;
        let (Kind::Beside(of) | Kind::Within(of)) = kind else {
            return Err(&NO_SUCH);
        };
        let is_first = next
            .first()
            .and_then(|key| of.member(key))
            .is_some_and(|member| member.must);
        if !is_first && !of.may_be_empty() && of.begin.is_none() {
            // What holds where nothing is said need not be said.
            let holds =
                matches!(way.part.kind, Kind::Words(words) if scalar::is_first(*words, &tree));
            return if holds { Ok(()) } else { Err(&FIRST) };
        }
        put(&mut way.tree, above, begin::begin(made, kind)?);
    }
    let is_news = way.tree.get(&way.steps) != Some(&tree);
    if let (Some(member), Some((last, above))) = (way.part.member, way.steps.split_last())
        && let Some(beside) = way.tree.get_mut(above).filter(|_| is_news)
    {
        for other in member.instead {
            beside.take(other);
        }
        // What depended on another question begins anew with this one.
        if let (Kind::One(Of::Question), Some(of)) = (&member.kind, way.part.of) {
            beside.put(last, tree.clone());
            begin::suggest(made, of, beside);
        }
    }
    put(&mut way.tree, &way.steps, tree);
    Ok(())
}

fn put(tree: &mut Tree, steps: &[&str], value: Tree) {
    if let Some((last, above)) = steps.split_last()
        && let Some(beside) = tree.get_mut(above)
    {
        beside.put(last, value);
    }
}

/// Takes a value away, and the records that say nothing without it.
fn clear(way: &mut Way<'_>) -> Set {
    let (last, above) = way.steps.split_last().ok_or(&NO_SUCH)?;
    if way.part.member.is_none_or(|member| member.must) {
        let parent = way::part(way.record, above);
        let is_alone = parent.is_some_and(|parent| {
            let may = parent.member.is_some_and(|member| !member.must);
            may && matches!(parent.kind, Kind::Beside(_))
        });
        if !is_alone {
            return Err(&BLANK);
        }
        take(&mut way.tree, above);
        return Ok(());
    }
    if let Some(beside) = way.tree.get_mut(above) {
        beside.take(last);
    }
    prune(way.record, &mut way.tree, above);
    Ok(())
}

fn take(tree: &mut Tree, steps: &[&str]) {
    if let Some((last, above)) = steps.split_last()
        && let Some(beside) = tree.get_mut(above)
    {
        beside.take(last);
    }
}

/// Takes empty records away that a plan need not have, from there upwards.
fn prune(record: &'static Record, tree: &mut Tree, steps: &[&str]) {
    let mut steps = steps;
    while let Some((_, above)) = steps.split_last() {
        let is_empty = tree.get(steps).is_some_and(Tree::is_empty);
        let part = way::part(record, steps);
        if !is_empty || part.is_none_or(|part| part.member.is_none_or(|member| member.must)) {
            return;
        }
        take(tree, steps);
        steps = above;
    }
}

/// Begins what can be said there: another item of a list, or what is not said yet.
pub(in super::super) fn grow(made: &mut Composition, list: List, id: &str, cell: &str) -> Set {
    let mut way = way(made, (list, id), cell)?;
    let grown = match way.part.kind {
        Kind::List(of, true) => {
            let mut item = begin::begin(made, of)?;
            let items = way.tree.get(&way.steps).map_or(&[][..], Tree::items);
            if item.member("id").is_some() {
                let is_taken = |id: &str| {
                    let known = |one: &Tree| one.member("id").and_then(Tree::as_text) == Some(id);
                    items.iter().any(known)
                };
                let spare = way.steps.last().copied().unwrap_or_default();
                let id = ids::made("", spare, is_taken);
                item.put("id", Tree::text(id.as_str()));
            }
            let mut items = items.to_vec();
            items.push(item);
            Tree::List(items)
        }
        kind @ (Kind::Within(_) | Kind::Beside(_)) => begin::begin(made, kind)?,
        _ => return Err(&NO_SUCH),
    };
    place(made, &mut way, grown)?;
    row::put(made, list, id, way.tree)
}

/// Takes away what stands there.
pub(in super::super) fn drop_it(made: &mut Composition, list: List, id: &str, cell: &str) -> Set {
    let mut way = way(made, (list, id), cell)?;
    let (last, above) = way.steps.split_last().ok_or(&NO_SUCH)?;
    let beside = way.tree.get_mut(above).ok_or(&NO_SUCH)?;
    let gone = beside.take(last);
    let is_list = matches!(beside, Tree::List(items) if items.is_empty());
    gone.ok_or(&NO_SUCH)?;
    if is_list
        && way::part(way.record, above).is_some_and(|part| part.member.is_some_and(|one| !one.must))
    {
        take(&mut way.tree, above);
    }
    if let Some((_, over)) = above.split_last() {
        prune(
            way.record,
            &mut way.tree,
            if is_list { over } else { above },
        );
    }
    row::put(made, list, id, way.tree)
}

/// Moves an item of a list one up; the first figure of a section goes to the section before.
pub(in super::super) fn raise(made: &mut Composition, list: List, id: &str, cell: &str) -> Set {
    let mut way = way(made, (list, id), cell)?;
    let (last, above) = way.steps.split_last().ok_or(&NO_SUCH)?;
    let at: usize = last.parse().map_err(|_| &NO_SUCH)?;
    if at == 0 {
        let [over @ .., section, fields] = above else {
            return Err(&NO_SUCH);
        };
        let section: usize = section.parse().map_err(|_| &NO_SUCH)?;
        let Some(Tree::List(sections)) = way.tree.get_mut(over) else {
            return Err(&NO_SUCH);
        };
        let before = section.checked_sub(1).ok_or(&NO_SUCH)?;
        let own = sections
            .get_mut(section)
            .and_then(|one| one.member_mut(fields));
        let field = own.and_then(|own| own.take(last)).ok_or(&NO_SUCH)?;
        let before = sections.get_mut(before).ok_or(&NO_SUCH)?;
        let mut all = before.member(fields).map_or(&[][..], Tree::items).to_vec();
        all.push(field);
        before.put(fields, Tree::List(all));
    } else {
        let Some(Tree::List(items)) = way.tree.get_mut(above) else {
            return Err(&NO_SUCH);
        };
        if at >= items.len() {
            return Err(&NO_SUCH);
        }
        items.swap(at - 1, at);
    }
    row::put(made, list, id, way.tree)
}
