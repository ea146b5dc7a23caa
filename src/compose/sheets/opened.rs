//! A table of a file, read as a person wants it.

use super::super::state::{Composition, List};
use super::columns::{Layout, layout};
use super::figures::{FigureLine, figures};
use super::listed::{UnitLine, lines};
use super::matching::{Matched, matched};
use super::numbers::{self, Counted};
use super::taking;
use super::told::Findings;
use super::view::SheetChoices;
use crate::sheet::{Book, Sheet};
use crate::text::Lang;

/// What a table holds, read as a person wants it.
pub(in super::super) struct Opened<'b> {
    pub list: List,
    pub(super) at: usize,
    pub(super) sheet: &'b Sheet,
    pub(super) layout: Layout,
    /// The columns that hold numbers of units.
    pub(super) counted: Vec<Counted>,
    pub(super) findings: Findings,
    pub units: Vec<UnitLine>,
    pub figures: Vec<FigureLine>,
    pub matched: Matched,
    pub drops: bool,
}

/// Reads a file as a person wants it; none where it has no table.
pub(in super::super) fn opened<'b>(
    made: &Composition,
    book: &'b Book,
    wanted: &SheetChoices,
    lang: Lang,
) -> Option<Opened<'b>> {
    let lists = match wanted.list {
        Some(list) => vec![list],
        None => vec![List::Units, List::Figures],
    };
    let sheets = book.sheets.iter().enumerate();
    let sheets =
        sheets.filter(|(at, _)| wanted.sheet.is_none_or(|wanted| usize::from(wanted) == *at));
    // The table whose headings say most, the first of those that say as much.
    let mut best: Option<(usize, usize, &Sheet, List)> = None;
    for (at, sheet) in sheets {
        for list in &lists {
            let known = layout(sheet, *list, &[]).known * 2 + usize::from(!sheet.rows.is_empty());
            if best.is_none_or(|(most, ..)| known > most) {
                best = Some((known, at, sheet, *list));
            }
        }
    }
    let (_, at, sheet, list) = best?;
    let mut layout = layout(sheet, list, &wanted.columns);
    let mut counted = Vec::new();
    let mut findings = Findings::new(lang);
    let (mut units, mut read) = (Vec::new(), Vec::new());
    if list == List::Units {
        counted = numbers::counted(sheet, &mut layout, &made.base.attributes, &wanted.columns);
        units = lines(sheet, &layout, &counted, &mut findings);
    } else {
        read = figures(sheet, &layout, &mut findings);
    }
    let matched = matched(&units, &made.units, &wanted.apart);
    let confirmed = made.units.iter().filter(|row| row.is_in()).count();
    // A file that holds most units of the plan is its whole roster; one that holds few adds to it.
    let is_whole = (confirmed - matched.gone.len()) * 2 >= confirmed && !units.is_empty();
    Some(Opened {
        list,
        at,
        sheet,
        layout,
        counted,
        findings,
        units,
        figures: read,
        matched,
        drops: wanted.drops.unwrap_or(is_whole),
    })
}

impl Opened<'_> {
    /// Takes what was read into the plan.
    pub fn take(&self, made: &mut Composition) {
        if self.list == List::Units {
            taking::take(made, &self.units, &self.matched, self.drops);
        } else {
            taking::take_figures(made, &self.figures);
        }
    }
}
