//! Figures of an office's own table in the forms: asked wherever figures are, and required where the table says so.

use super::forms::{adds_up, ask};
use super::state::{Composition, Form};
use crate::plan::Id;
use std::sync::Arc;

/// Asks a new figure in every form that asks figures by name.
pub(super) fn ask_everywhere(made: &mut Composition, figure: &Id) {
    let Some(row) = super::state::row(&made.indicators, figure.as_str()) else {
        return;
    };
    let indicator = row.item.clone();
    let mut forms = Vec::clone(&made.forms);
    for form in forms
        .iter_mut()
        .filter(|form| !form.all && asks_figures(made, form))
    {
        ask(made, &mut form.template, &indicator, false);
    }
    made.forms = Arc::new(forms);
}

fn asks_figures(made: &Composition, form: &Form) -> bool {
    let mut fields = form
        .template
        .sections
        .iter()
        .flat_map(|section| &section.fields);
    fields.any(|field| {
        let mut rows = made.indicators.iter();
        rows.any(|row| row.item.id == field.indicator && adds_up(&row.item))
    })
}

/// Says of a figure whether forms that ask it require it.
pub(super) fn require(made: &mut Composition, figure: &Id, required: bool) {
    let all = Arc::make_mut(&mut made.required);
    all.retain(|id| id != figure);
    if required {
        all.push(figure.clone());
    }
    let forms = Arc::make_mut(&mut made.forms).iter_mut();
    let sections = forms.flat_map(|form| &mut form.template.sections);
    for field in sections.flat_map(|section| &mut section.fields) {
        if field.indicator == *figure {
            field.required = required;
        }
    }
}

/// Whether some form requires a figure.
pub(super) fn is_required(made: &Composition, figure: &Id) -> bool {
    let sections = made.forms.iter().flat_map(|form| &form.template.sections);
    let mut fields = sections.flat_map(|section| &section.fields);
    made.required.contains(figure)
        || fields.any(|field| field.indicator == *figure && field.required)
}
