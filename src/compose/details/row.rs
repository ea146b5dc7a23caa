//! A row as a tree, with what belongs to it in the place of its identity; and back.

use super::super::act::NOTHING;
use super::super::cells::{Set, Wrong};
use super::super::state::{Composition, List, row, row_mut};
use super::super::{cells, forms};
use super::tree::Tree;
use crate::plan::{Duty, Indicator, Plan, Target, Template};
use crate::text::Both;
use std::sync::Arc;

static UNFIT: Both = Both {
    vi: "Chưa hợp với các ô bên cạnh. Hãy xem lại cả ô này và các ô ấy.",
    en: "This does not fit what stands beside it. Look at both again.",
};

/// The member of a target that is its figure, and of a duty that is its form.
const FIGURE: &str = "indicator";
pub(super) const FORM: &str = "template";

/// The row; none where there is none.
pub(super) fn tree(made: &Composition, list: List, id: &str) -> Option<Tree> {
    Some(match list {
        List::Head => Tree::of(&*made.base),
        List::Units => Tree::of(&row(&made.units, id)?.item),
        List::Figures => Tree::of(&row(&made.indicators, id)?.item),
        List::Activities => Tree::of(&row(&made.activities, id)?.item),
        List::Targets => {
            let item = &row(&made.targets, id)?.item;
            let own = row(&made.indicators, item.indicator.as_str())?;
            let mut tree = Tree::of(item);
            tree.put(FIGURE, Tree::of(&own.item));
            tree
        }
        List::Duties => {
            let item = &row(&made.duties, id)?.item;
            let mut tree = Tree::of(item);
            match forms::of_duty(made, item) {
                Some(form) => tree.put(FORM, Tree::of(&forms::standing(made, form))),
                None => drop(tree.take(FORM)),
            }
            tree
        }
        List::Levels | List::Sectors | List::Periods | List::Unused => return None,
    })
}

/// Puts the row back, or says why it is none.
pub(super) fn put(made: &mut Composition, list: List, id: &str, mut tree: Tree) -> Set {
    fn read<T: crate::read::Read>(tree: &Tree) -> Result<T, Wrong> {
        tree.to().ok_or(&UNFIT)
    }
    match list {
        List::Head => made.base = Arc::new(read::<Plan>(&tree)?),
        List::Units => {
            let item = read(&tree)?;
            row_mut(&mut made.units, id).ok_or(&NOTHING)?.item = item;
        }
        List::Figures => {
            let item = read(&tree)?;
            row_mut(&mut made.indicators, id).ok_or(&NOTHING)?.item = item;
        }
        List::Activities => {
            let item = read(&tree)?;
            row_mut(&mut made.activities, id).ok_or(&NOTHING)?.item = item;
        }
        List::Targets => {
            let figure = tree.take(FIGURE).ok_or(&UNFIT)?;
            let figure: Indicator = read(&figure)?;
            tree.put(FIGURE, Tree::text(figure.id.as_str()));
            let mut target: Target = read(&tree)?;
            cells::target::settle(&mut target, &figure);
            let own = row_mut(&mut made.indicators, figure.id.as_str());
            own.ok_or(&NOTHING)?.item = figure;
            row_mut(&mut made.targets, id).ok_or(&NOTHING)?.item = target;
        }
        List::Duties => duty(made, id, tree)?,
        List::Levels | List::Sectors | List::Periods | List::Unused => return Err(&NOTHING),
    }
    Ok(())
}

fn duty(made: &mut Composition, id: &str, mut tree: Tree) -> Set {
    let before = row(&made.duties, id).ok_or(&NOTHING)?.item.clone();
    let form = tree.take(FORM);
    tree.put(FORM, Tree::text(before.template.as_str()));
    let mut duty: Duty = tree.to().ok_or(&UNFIT)?;
    // What applied and was taken away applies no more.
    if duty.schedule().is_none() {
        let first = duty.schedules.first().ok_or(&UNFIT)?;
        duty.applies = first.id.clone();
    }
    let form: Option<Template> = match form {
        Some(tree) => Some(tree.to().ok_or(&UNFIT)?),
        None => None,
    };
    let stands = forms::of_duty(made, &before).map(|form| forms::standing(made, form));
    if let Some(template) = form.filter(|template| Some(template) != stands.as_ref()) {
        let mut all = Arc::make_mut(&mut made.forms).iter_mut();
        let own = all.find(|one| one.template.id == before.template);
        // It goes on asking every figure where it did.
        own.ok_or(&NOTHING)?.template = template;
    }
    row_mut(&mut made.duties, id).ok_or(&NOTHING)?.item = duty;
    Ok(())
}
