//! What stands where something begins: all that it must have, to be corrected.

use super::super::cells::Wrong;
use super::super::state::Composition;
use super::kind::{Kind, Record};
use super::names::{self, Of};
use super::scalar;
use super::tree::Tree;
use crate::read::from_str;
use crate::text::{Both, Lang};

static NO_DAYS: Both = Both {
    vi: "Hãy ghi ngày bắt đầu và kết thúc của kế hoạch trước.",
    en: "Write the plan's first and last day before this.",
};

/// The plan's first day, in the JSON of what begins.
const FIRST_DAY: &str = "@from";

/// What begins there, or why it cannot.
pub(super) fn begin(made: &Composition, kind: &Kind) -> Result<Tree, Wrong> {
    member(made, kind, "", None)
}

/// A record with all that it must have.
pub(super) fn record(made: &Composition, of: &Record) -> Result<Tree, Wrong> {
    let mut tree = match of.begin {
        Some(json) => shape(made, json)?,
        None => Tree::Object(Vec::new()),
    };
    for one in of.members.iter().filter(|one| one.must) {
        let has = tree.member(one.key).is_some();
        // What only goes with another word is not asked.
        if !has && one.with.is_empty() {
            let begun = member(made, &one.kind, one.key, Some(&tree))?;
            tree.put(one.key, begun);
        }
    }
    suggest(made, of, &mut tree);
    Ok(tree)
}

/// What of a question something may depend on: its first answer, or one and more.
pub(super) fn suggest(made: &Composition, of: &Record, tree: &mut Tree) {
    let may = of.members.iter().filter(|one| !one.must);
    let begun = may.filter_map(|one| {
        let beside = Some(&*tree);
        let begun = match one.kind {
            Kind::Many(answers @ Of::Answer) => {
                let first = names::all(made, answers, beside, Lang::Vi)
                    .into_iter()
                    .next()?;
                Tree::List(vec![Tree::Text(first.0)])
            }
            Kind::Bound if one.key == "atLeast" => {
                let measure = &scalar::question(made, beside)?.measure;
                Tree::of(&scalar::bound("1", measure).ok()?)
            }
            _ => return None,
        };
        Some((one.key, begun))
    });
    let begun: Vec<_> = begun.collect();
    for (key, begun) in begun {
        tree.put(key, begun);
    }
}

/// A record as its JSON has it.
pub(super) fn shape(made: &Composition, json: &str) -> Result<Tree, Wrong> {
    let json = if json.contains(FIRST_DAY) {
        let period = made.period().ok_or(&NO_DAYS)?;
        json.replace(FIRST_DAY, &period.from().to_iso())
    } else {
        json.to_owned()
    };
    Ok(from_str(&json).unwrap_or(Tree::Nothing))
}

fn member(
    made: &Composition,
    kind: &Kind,
    key: &str,
    beside: Option<&Tree>,
) -> Result<Tree, Wrong> {
    let named = |of| {
        let all = names::all(made, of, beside, Lang::Vi);
        let first = all.into_iter().next().ok_or_else(|| names::lacking(of))?;
        Ok(Tree::Text(first.0))
    };
    Ok(match kind {
        Kind::Whole(least, most) => Tree::Whole(0.clamp(*least, *most)),
        Kind::Wholes(..) | Kind::Texts => Tree::List(Vec::new()),
        Kind::Flag => Tree::Flag(false),
        Kind::Day => {
            let period = made.period().ok_or(&NO_DAYS)?;
            let day = if key == "to" {
                period.to()
            } else {
                period.from()
            };
            Tree::Text(day.to_iso())
        }
        Kind::Words(words) | Kind::MaybeWords(_, words) => {
            let first = words.picked("", Lang::Vi).into_iter().next();
            Tree::Text(first.map(|one| one.value).unwrap_or_default())
        }
        Kind::One(of) | Kind::Named(of) => named(*of)?,
        Kind::Many(of) => Tree::List(vec![named(*of)?]),
        Kind::Beside(of) | Kind::Within(of) => record(made, of)?,
        Kind::List(of, _) => Tree::List(vec![begin(made, of)?]),
        Kind::Either(variants) => {
            let mut why = &NO_DAYS;
            for one in *variants {
                match either(made, one.key, one.kind.as_ref()) {
                    Ok(tree) => return Ok(tree),
                    Err(wrong) => why = wrong,
                }
            }
            return Err(why);
        }
        Kind::Said(_)
        | Kind::Has(..)
        | Kind::Rows
        | Kind::Made
        | Kind::Text
        | Kind::Prose
        | Kind::Hour
        | Kind::MonthDay
        | Kind::Forms(_)
        | Kind::Threshold
        | Kind::Bound
        | Kind::Steps => Tree::text(""),
    })
}

/// One of several things.
pub(super) fn either(made: &Composition, key: &str, kind: Option<&Kind>) -> Result<Tree, Wrong> {
    Ok(match kind {
        None => Tree::text(key),
        Some(kind) => Tree::Object(vec![(key.to_owned(), begin(made, kind)?)]),
    })
}
