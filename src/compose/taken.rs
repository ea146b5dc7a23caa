//! A composition out of a plan: all of it is confirmed.

use super::cells::head::NEW;
use super::state::{Composition, FORMAT, Form, Row};
use crate::plan::{Group, Id, Plan};
use std::sync::Arc;

/// Begins from nothing: one level, whose units report.
pub(super) fn blank() -> Composition {
    let group = |id, name: &str| {
        Id::new(id).ok().map(|id| Group {
            id,
            name: name.to_owned(),
        })
    };
    let levels = group("co-so-doan", "Cơ sở Đoàn").into_iter().collect();
    Composition {
        composition: FORMAT,
        text: Arc::default(),
        outline: Arc::default(),
        base: Arc::new(bare(levels)),
        has_period: false,
        typed: Vec::new(),
        units: Arc::default(),
        indicators: Arc::default(),
        targets: Arc::default(),
        duties: Arc::default(),
        activities: Arc::default(),
        forms: Arc::default(),
        unused: Arc::default(),
        required: Arc::default(),
        phones: Arc::default(),
        marks: Arc::default(),
    }
}

fn bare(levels: Vec<Group>) -> Plan {
    Plan {
        id: super::ids::made(NEW, NEW, |_| false),
        version: 1,
        levels,
        ..Plan::excerpt(Vec::new())
    }
}

/// A plan without what has a list of its own.
pub(super) fn emptied(plan: Plan) -> Plan {
    Plan {
        units: Vec::new(),
        indicators: Vec::new(),
        targets: Vec::new(),
        activities: Vec::new(),
        templates: Vec::new(),
        duties: Vec::new(),
        ..plan
    }
}

/// Takes a plan apart into its rows.
pub(super) fn taken(mut plan: Plan) -> Composition {
    fn rows<T>(items: Vec<T>) -> Arc<Vec<Row<T>>> {
        Arc::new(items.into_iter().map(Row::own).collect())
    }
    let forms = std::mem::take(&mut plan.templates).into_iter();
    let forms = forms.map(|template| Form {
        template,
        all: false,
    });
    Composition {
        has_period: true,
        forms: Arc::new(forms.collect()),
        units: rows(std::mem::take(&mut plan.units)),
        indicators: rows(std::mem::take(&mut plan.indicators)),
        targets: rows(std::mem::take(&mut plan.targets)),
        duties: rows(std::mem::take(&mut plan.duties)),
        activities: rows(std::mem::take(&mut plan.activities)),
        base: Arc::new(plan),
        ..blank()
    }
}
