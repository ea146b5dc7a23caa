//! One value: as a person types or chooses it, and as the plan has it.

use super::super::cells::{
    BLANK, Cell, NO_DATE, NO_SUCH, NO_TIME, Picked, Wrong, day_text, hour_text, target,
};
use super::super::state::Composition;
use super::kind::{Kind, Words, both};
use super::names::{self, Of};
use super::tree::Tree;
use crate::calendar::{Date, MonthDay, Time};
use crate::plan::{Indicator, Measure, Ratio, Target, Threshold};
use crate::text::{
    Both, Lang, format_count, format_dong, format_typed, is_blank, parse_date, parse_dong,
    parse_integer, parse_quantity, parse_time,
};
use crate::value::{Counted, RollUp};

static NO_WHOLE: Both = both(
    "Ghi một số nguyên, như 0, 48 hoặc 1.200.",
    "Write a whole number, as 0, 48 or 1.200.",
);
static NO_WHOLES: Both = both(
    "Ghi các số cách nhau bằng dấu phẩy, như 6, 7, 8.",
    "Write numbers with commas, as 6, 7, 8.",
);
static NO_DAY: Both = both(
    "Ghi ngày và tháng, như 5/9.",
    "Write day and month, as 5/9.",
);
static NO_STEPS: Both = both(
    "Chưa đọc được con số này. Ghi như khi trả lời số liệu.",
    "This number is not understood. Write it as the figure is answered.",
);
static YES: Both = both("có", "yes");
static NO: Both = both("không", "no");
static NOTHING: Both = both("(không nêu)", "(unsaid)");

/// What stands around a value.
pub(super) struct Around<'a> {
    pub made: &'a Composition,
    /// The whole row.
    pub root: &'a Tree,
    /// The record of which it is a member.
    pub beside: Option<&'a Tree>,
}

/// Which of several things stands there.
pub(super) fn variant(tree: Option<&Tree>) -> &str {
    match tree {
        Some(Tree::Text(word)) => word,
        Some(Tree::Object(members)) => members.first().map_or("", |(key, _)| key),
        _ => "",
    }
}

/// Whether it is the word that holds where nothing is said.
pub(super) fn is_first(words: &dyn Words, tree: &Tree) -> bool {
    let mut all = words.picked("", Lang::Vi).into_iter();
    let first = all.next();
    first.is_some_and(|first| tree.as_text() == Some(&*first.value))
}

impl Around<'_> {
    /// The figure that is meant: the row's own, or that of the target which the row is.
    fn figure(&self) -> Option<Indicator> {
        let own = self
            .root
            .member("indicator")
            .filter(|own| own.as_text().is_none());
        own.unwrap_or(self.root).to()
    }

    /// The target, without its figure.
    fn target(&self, figure: &Indicator) -> Option<Target> {
        let mut tree = self.root.clone();
        tree.put("indicator", Tree::text(figure.id.as_str()));
        tree.to()
    }
}

/// The question that is named beside a bound, where it is answered by a number.
pub(super) fn question<'m>(made: &'m Composition, beside: Option<&Tree>) -> Option<&'m Indicator> {
    let id = beside?.member("indicator")?.as_text()?;
    let mut figures = made.figures();
    let named = figures.find(|one| one.id.as_str() == id)?;
    let kind = named.measure.roll_up();
    (kind.is_number() || kind == RollUp::Share).then_some(named)
}

/// A bound as the question has its numbers; of a share in percent or as a fraction.
pub(super) fn bound(text: &str, measure: &Measure) -> Result<Threshold, Wrong> {
    // Beside a fraction either is read.
    let either = Ratio::new(0, 1).map_or(Threshold::Done, Threshold::Ratio);
    target::threshold(text, measure, either, None)
}

fn steps_text(steps: i64, measure: &Measure) -> String {
    match (measure.roll_up(), measure.counted()) {
        (RollUp::Quantity, Counted::Unit { decimals, .. }) => format_typed(steps, decimals),
        (RollUp::Money, _) => format_dong(steps),
        _ => format_count(steps),
    }
}

fn read_steps(text: &str, measure: &Measure) -> Result<i64, Wrong> {
    let read = match (measure.roll_up(), measure.counted()) {
        (RollUp::Quantity, Counted::Unit { unit, decimals }) => {
            parse_quantity(text, unit, decimals, true).ok()
        }
        (RollUp::Money, _) => parse_dong(text).ok(),
        _ => parse_integer(text).ok(),
    };
    read.ok_or(&NO_STEPS)
}

/// What stands there, as a person would type it.
pub(super) fn text(kind: &Kind, tree: Option<&Tree>, around: &Around<'_>, lang: Lang) -> String {
    let said = || tree.and_then(Tree::as_text).unwrap_or_default();
    let whole = |tree: &Tree| match tree {
        Tree::Whole(number) => *number,
        _ => 0,
    };
    let listed = |join: &str, say: &dyn Fn(&Tree) -> String| {
        let items = tree.map_or(&[][..], Tree::items).iter();
        items.map(say).collect::<Vec<_>>().join(join)
    };
    match kind {
        Kind::Text | Kind::Prose => said().to_owned(),
        Kind::Texts => listed("\n", &|one| one.as_text().unwrap_or_default().to_owned()),
        Kind::Whole(..) => tree
            .map(|tree| format_count(whole(tree)))
            .unwrap_or_default(),
        Kind::Wholes(..) => listed(", ", &|one| whole(one).to_string()),
        Kind::Day => day_text(Date::parse_iso(said()).ok()),
        Kind::Hour => hour_text(tree.and_then(Tree::to::<Time>)),
        Kind::MonthDay => {
            let day = MonthDay::parse_iso(said()).ok();
            let text = day.map(|day| [day.day().to_string(), day.month().to_string()].join("/"));
            text.unwrap_or_default()
        }
        Kind::One(of) => match tree {
            Some(_) => names::name_of(&names::all(around.made, *of, around.beside, lang), said()),
            None => String::new(),
        },
        Kind::Many(of) => {
            let all = names::all(around.made, *of, around.beside, lang);
            listed("\n", &|one| {
                names::name_of(&all, one.as_text().unwrap_or_default())
            })
        }
        Kind::Threshold => {
            let (Some(figure), Some(value)) = (around.figure(), tree.and_then(Tree::to)) else {
                return String::new();
            };
            let of = around.target(&figure).and_then(|target| target.of);
            target::value(value, &figure, of.as_deref())
        }
        Kind::Bound => {
            let question = question(around.made, around.beside);
            match (question, tree.and_then(Tree::to)) {
                (Some(question), Some(value)) => target::value(value, question, None),
                _ => String::new(),
            }
        }
        Kind::Steps => match (around.figure(), tree) {
            (Some(figure), Some(tree)) => steps_text(whole(tree), &figure.measure),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// What was typed or chosen, as the plan has it; nothing where nothing is said.
pub(super) fn read(kind: &Kind, text: &str, around: &Around<'_>) -> Result<Option<Tree>, Wrong> {
    let made = around.made;
    if is_blank(text) {
        return Ok(None);
    }
    Ok(Some(match kind {
        Kind::Text | Kind::Prose => Tree::text(text.trim()),
        Kind::Texts => {
            let lines = text.lines().filter(|line| !is_blank(line));
            Tree::List(lines.map(|line| Tree::text(line.trim())).collect())
        }
        Kind::Whole(least, most) => Tree::Whole(whole(text, *least, *most)?),
        Kind::Wholes(least, most) => {
            let each = text.split([',', ';']).filter(|one| !is_blank(one));
            let each = each.map(|one| whole(one, *least, *most).map(Tree::Whole));
            Tree::List(each.collect::<Result<_, _>>().map_err(|_| &NO_WHOLES)?)
        }
        Kind::Flag => match text {
            "yes" => Tree::Flag(true),
            "no" => return Ok(None),
            _ => return Err(&NO_SUCH),
        },
        Kind::Day => {
            let day = parse_date(text, made.period()).map_err(|_| &NO_DATE)?;
            Tree::Text(day.to_iso())
        }
        Kind::Hour => Tree::of(&parse_time(text).map_err(|_| &NO_TIME)?),
        Kind::MonthDay => {
            let day = text.split_once(['/', '-']).and_then(|(day, month)| {
                MonthDay::new(month.trim().parse().ok()?, day.trim().parse().ok()?).ok()
            });
            Tree::Text(day.ok_or(&NO_DAY)?.to_iso())
        }
        Kind::Words(words) | Kind::MaybeWords(_, words) => {
            let mut all = words.picked(text, Lang::Vi).into_iter();
            all.find(|one| one.chosen).ok_or(&NO_SUCH)?;
            Tree::text(text)
        }
        Kind::One(of) => {
            let all = names::all(made, *of, around.beside, Lang::Vi);
            Tree::text(names::meant(&all, text)?)
        }
        Kind::Many(of) => {
            let all = names::all(made, *of, around.beside, Lang::Vi);
            Tree::List(names::all_meant(&all, text)?)
        }
        Kind::Threshold => {
            let figure = around.figure().ok_or(&NO_SUCH)?;
            let target = around.target(&figure).ok_or(&NO_SUCH)?;
            let (before, of) = (target.value, target.of.as_deref());
            Tree::of(&target::threshold(text, &figure.measure, before, of)?)
        }
        Kind::Bound => {
            let question = question(around.made, around.beside).ok_or(&NO_SUCH)?;
            Tree::of(&bound(text, &question.measure)?)
        }
        Kind::Steps => {
            let figure = around.figure().ok_or(&NO_SUCH)?;
            Tree::Whole(read_steps(text, &figure.measure)?)
        }
        _ => return Err(&BLANK),
    }))
}

fn whole(text: &str, least: i64, most: i64) -> Result<i64, Wrong> {
    let number = parse_integer(text.trim()).map_err(|_| &NO_WHOLE)?;
    if number < least || number > most {
        return Err(&NO_WHOLE);
    }
    Ok(number)
}

/// The cell of a value; none where nothing is typed or chosen there.
pub(super) fn cell(
    (name, label): (&str, Both),
    kind: &Kind,
    tree: Option<&Tree>,
    (around, must): (&Around<'_>, bool),
    lang: Lang,
) -> Option<Cell> {
    let choosing = |choices| Some(Cell::choosing(name, label, choices, lang));
    let word = variant(tree);
    match kind {
        // Upon a number there are no answers to name, and upon answers no bounds.
        Kind::Many(of @ Of::Answer)
            if tree.is_none() && names::all(around.made, *of, around.beside, lang).is_empty() =>
        {
            None
        }
        Kind::Bound if tree.is_none() && question(around.made, around.beside).is_none() => None,
        Kind::Flag => {
            let is = matches!(tree, Some(Tree::Flag(true)));
            let choices = [("no", &NO, !is), ("yes", &YES, is)];
            let picked = choices.map(|(value, says, is)| Picked::new(value, says.of(lang), is));
            choosing(picked.to_vec())
        }
        Kind::Words(words) => {
            let mut choices = words.picked(word, lang);
            if let (None, Some(first)) = (tree, choices.first_mut()) {
                first.chosen = true;
            }
            choosing(choices)
        }
        Kind::MaybeWords(none, words) => {
            let mut choices = vec![Picked::new("", none.of(lang), tree.is_none())];
            choices.extend(words.picked(word, lang));
            choosing(choices)
        }
        Kind::Forms(shapes) => {
            let shapes = shapes.iter();
            choosing(
                shapes
                    .map(|one| Picked::new(one.word, one.label.of(lang), one.word == word))
                    .collect(),
            )
        }
        Kind::Either(variants) => {
            let variants = variants.iter();
            choosing(
                variants
                    .map(|one| Picked::new(one.key, one.label.of(lang), one.key == word))
                    .collect(),
            )
        }
        Kind::One(of) => {
            let all = names::all(around.made, *of, around.beside, lang);
            if all.len() > names::CHOSEN {
                let text = text(kind, tree, around, lang);
                return Some(Cell::typed(name, label, text, lang));
            }
            let mut choices = Vec::new();
            if !must {
                choices.push(Picked::new("", NOTHING.of(lang), tree.is_none()));
            }
            choices.extend(
                all.iter()
                    .map(|(id, says)| Picked::new(id, says, id == word)),
            );
            if tree.is_some() && !choices.iter().any(|one| one.chosen) {
                choices.push(Picked::new(word, word, true));
            }
            choosing(choices)
        }
        Kind::Prose => Some(Cell::typed(name, label, text(kind, tree, around, lang), lang).lines()),
        Kind::Texts | Kind::Many(_) => {
            let hint = both("Mỗi dòng một tên.", "One a line.");
            let cell = Cell::typed(name, label, text(kind, tree, around, lang), lang);
            Some(cell.lines().hint(hint, lang))
        }
        Kind::Text
        | Kind::Whole(..)
        | Kind::Wholes(..)
        | Kind::Day
        | Kind::Hour
        | Kind::MonthDay
        | Kind::Threshold
        | Kind::Bound
        | Kind::Steps => Some(Cell::typed(
            name,
            label,
            text(kind, tree, around, lang),
            lang,
        )),
        Kind::Said(_)
        | Kind::Has(..)
        | Kind::Rows
        | Kind::Made
        | Kind::Named(_)
        | Kind::Beside(_)
        | Kind::Within(_)
        | Kind::List(..) => None,
    }
}
