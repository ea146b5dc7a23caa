//! Rows that are pasted into a table or read from a CSV file: the cases that Node runs in the wasm too.

use phieu::calendar::Instant;
use phieu::form::{Form, Pasted, Request, TableRowView, TableView};
use phieu::plan::Plan;
use phieu::rules::Past;
use phieu::text::Lang;
use serde::Deserialize;
use std::rc::Rc;

const TABLE: &str = "/figures/works";
const KEYS: [&str; 5] = ["name", "value", "people", "day", "way"];

/// What is pasted where, and what is to come of it.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Case {
    says: String,
    stands: Vec<String>,
    at: Option<String>,
    plain: String,
    html: String,
    file: bool,
    asks: Option<bool>,
    head: bool,
    count: usize,
    replaces: Vec<String>,
    notes: Vec<String>,
    then: Vec<String>,
    wrong: Vec<String>,
}

fn form(plan: &Rc<Plan>, stands: &[String]) -> Form {
    let duty = plan.duties.first().expect("a duty");
    let now = Instant::parse_iso("2023-03-03T08:30:00+07:00").expect("a moment");
    let unit = plan.units.first().expect("a unit");
    let occasions = phieu::schedule::occasions(plan, unit);
    let request = Request {
        unit: unit.id.as_str().into(),
        duty: duty.id.as_str().into(),
        period: occasions.first().expect("a period").period,
        earlier: Past::default(),
        now,
        lang: Lang::Vi,
    };
    let mut form = Form::open(plan, request, None).expect("the form");
    for (row, texts) in stands.iter().enumerate() {
        form.put_row(TABLE, row, "").expect("a row");
        for (key, text) in KEYS.iter().zip(texts.split('|')) {
            let cell = format!("{TABLE}/{row}/{key}");
            form.set_cell(&cell, text.to_owned()).expect("a cell");
        }
    }
    form
}

fn texts(form: &mut Form) -> Vec<String> {
    let row = |row: &TableRowView| {
        let inputs = row.cells.iter().flat_map(|cell| &cell.inputs);
        let values: Vec<&str> = inputs.map(|input| input.value.as_str()).collect();
        values.join("|")
    };
    let table: TableView = form.table(TABLE).expect("the table");
    table.rows.iter().map(row).collect()
}

fn within(path: &str) -> &str {
    path.strip_prefix(TABLE)
        .map_or(path, |rest| rest.trim_start_matches('/'))
}

#[test]
fn rows_are_seen_taken_and_taken_back_as_the_cases_say() {
    let plan = include_str!("browser/fixtures/tables/tables.json");
    let plan = Rc::new(Plan::parse(plan).expect("the plan"));
    let cases = include_str!("../src/form/table/paste.cases.json");
    let cases: Vec<Case> = serde_json::from_str(cases).expect("the cases");
    assert!(!cases.is_empty());
    for case in cases {
        let says = &case.says;
        let mut form = form(&plan, &case.stands);
        let at = case.at.as_ref();
        let path = at.map_or_else(|| TABLE.to_owned(), |at| format!("{TABLE}/{at}"));
        let pasted = Pasted {
            plain: &case.plain,
            html: &case.html,
            is_file: case.file,
            head: case.asks,
        };
        let view = form.pasted(&path, &pasted).expect("rows");
        assert_eq!((view.head, view.count), (case.head, case.count), "{says}");
        let notes = view.notes.iter();
        let notes: Vec<String> = notes
            .map(|note| format!("{}: {}", note.place, note.text))
            .collect();
        assert_eq!(notes, case.notes, "{says}");
        let replaced = view.cells.iter().filter_map(|cell| {
            let text = cell.replaces.as_ref()?;
            Some(format!("{} {text}", within(&cell.path)))
        });
        assert_eq!(replaced.collect::<Vec<_>>(), case.replaces, "{says}");
        let cells = view.rows.iter().flat_map(|row| &row.cells);
        let findings = cells
            .flat_map(|cell| &cell.inputs)
            .flat_map(|input| &input.findings);
        let mut wrong: Vec<String> = findings
            .filter(|finding| finding.code != "required")
            .map(|finding| format!("{} {}", within(&finding.path), finding.code))
            .collect();
        wrong.sort();
        assert_eq!(wrong, case.wrong, "{says}");
        assert_eq!(texts(&mut form), case.stands, "{says}: nothing is taken");
        let taken = form.take_pasted(&path, &pasted).and_then(|view| view.taken);
        assert_eq!(texts(&mut form), case.then, "{says}");
        if let Some(taken) = taken {
            form.take_back(TABLE, &taken).expect("taken back");
        }
        assert_eq!(texts(&mut form), case.stands, "{says}: taken back");
    }
}
