//! The rows of one table of a plan, of all its reports, as a file of one row a line: for whoever goes on with them in a
//! spreadsheet.
//!
//! The roll-up says which report of each occasion counts; the reports themselves come again, in any order, and give their
//! rows. What is kept is bounded, and what is beyond it is counted.

use crate::calendar::{Date, Period};
use crate::message;
use crate::plan::Plan;
use crate::report::{Arrival, Report};
use crate::rollup::RollUp;
use crate::text::{
    CSV_START, CsvCell, Lang, format_date, format_typed, push_csv_cells, push_csv_row,
};
use crate::value::{Column, Counted, Figures, Slot, TableMeasure, Value};
use std::collections::BTreeMap;
use std::ops::Deref;

/// The most bytes of one file: more than a spreadsheet opens well.
const MOST: usize = 32 << 20;

/// A file of rows in the making (mỗi dòng của bảng là một dòng của tệp).
#[derive(Debug)]
pub struct RowsFile<P> {
    plan: P,
    /// The place of the table's indicator.
    indicator: usize,
    lang: Lang,
    /// The place of each report that counts, by its submission.
    places: BTreeMap<String, usize>,
    /// What they give, in the order of the units and their occasions.
    reports: Vec<Given>,
    /// How many bytes of rows there are.
    bytes: usize,
    /// How many rows are beyond the most.
    more: usize,
}

/// The rows of one report.
#[derive(Debug)]
struct Given {
    unit: usize,
    duty: usize,
    period: Period,
    /// None until the report came.
    rows: Option<String>,
}

impl<P: Deref<Target = Plan>> RowsFile<P> {
    /// A file of the table `indicator`, of the reports that count in `rollup`, which is of this plan; none where the plan has no
    /// such table.
    #[must_use]
    pub fn of<Q: Deref<Target = Plan>>(
        plan: P,
        rollup: &RollUp<Q>,
        indicator: &str,
        lang: Lang,
    ) -> Option<Self> {
        let mut indicators = plan.indicators.iter();
        let indicator = indicators.position(|one| one.id == *indicator)?;
        plan.indicators.get(indicator)?.measure.table()?;
        let mut places = BTreeMap::new();
        let mut reports = Vec::new();
        for counting in rollup.counting() {
            places.insert(counting.submission.to_owned(), reports.len());
            reports.push(Given {
                unit: counting.unit,
                duty: counting.duty,
                period: counting.period,
                rows: None,
            });
        }
        Some(Self {
            plan,
            indicator,
            lang,
            places,
            reports,
            bytes: 0,
            more: 0,
        })
    }

    /// Takes the rows of a report, where that is one that counts and was not taken yet.
    pub fn take(&mut self, submission: &str, report: &Report) {
        let Some(place) = self.wanted(submission) else {
            return;
        };
        let (Some(given), Some((id, table))) = (self.reports.get(place), self.table()) else {
            return;
        };
        let unit = self.plan.units.get(given.unit);
        if unit.is_none_or(|unit| unit.id.as_str() != report.unit) || report.period != given.period
        {
            return;
        }
        let rows = match report.figures.get(id) {
            Some(Value::Table(rows)) => rows.as_slice(),
            _ => &[],
        };
        let (mut out, mut more) = (String::new(), 0);
        for (number, row) in (1_usize..).zip(rows) {
            if self.bytes + out.len() >= MOST {
                more += 1;
                continue;
            }
            push_csv_cells(&mut out, self.line((given, number), table, row));
        }
        self.bytes += out.len();
        self.more += more;
        if let Some(given) = self.reports.get_mut(place) {
            given.rows = Some(out);
        }
    }

    /// Takes it from an arrival's JSON, and nothing where that is none.
    pub fn take_line(&mut self, line: &[u8]) {
        if let Ok(arrival) = Arrival::parse(line) {
            self.take(&arrival.submission.id, &arrival.submission.report);
        }
    }

    /// The identity of its indicator, and its columns.
    fn table(&self) -> Option<(&str, &TableMeasure)> {
        let indicator = self.plan.indicators.get(self.indicator)?;
        Some((indicator.id.as_str(), indicator.measure.table()?))
    }

    /// Takes it from the report's JSON, and nothing where that is none.
    pub fn take_json(&mut self, submission: &str, report: &[u8]) {
        if self.wanted(submission).is_some()
            && let Ok(report) = Report::parse(report)
        {
            self.take(submission, &report);
        }
    }

    /// The place of a report whose rows are still to come.
    fn wanted(&self, submission: &str) -> Option<usize> {
        let place = *self.places.get(submission)?;
        self.reports.get(place)?.rows.is_none().then_some(place)
    }

    /// The file: CSV in UTF-8 as Excel opens it, its first line the names of the columns.
    #[must_use]
    pub fn write(self) -> String {
        let mut out = CSV_START.to_owned();
        let named = match self.lang {
            Lang::Vi => ["Đơn vị", "Khu vực", "Báo cáo", "Kỳ báo cáo", "Dòng"],
            Lang::En => ["Unit", "Sector", "Report", "Period", "Row"],
        };
        let own = self
            .table()
            .map_or_else(Vec::new, |(_, table)| table.slots());
        let heads = named.into_iter().map(str::to_owned);
        push_csv_row(&mut out, heads.chain(own.iter().map(Slot::name)));
        for rows in self
            .reports
            .iter()
            .filter_map(|given| given.rows.as_deref())
        {
            out.push_str(rows);
        }
        let mut say = |said: &str, count: usize| {
            if count > 0 {
                push_csv_row(&mut out, [said.replace("{0}", &count.to_string())]);
            }
        };
        let more = self.lang.either(
            "Còn {0} dòng nữa không ghi ra đây vì tệp quá lớn.",
            "So many more rows are not written, because the file is too large: {0}.",
        );
        say(more, self.more);
        let unread = self.lang.either(
            "Thiếu các dòng của {0} báo cáo, vì không đọc được báo cáo đó.",
            "The rows of so many reports are missing, because those could not be read: {0}.",
        );
        let is_unread = |given: &&Given| given.rows.is_none();
        say(unread, self.reports.iter().filter(is_unread).count());
        out
    }

    fn line(
        &self,
        (given, number): (&Given, usize),
        table: &TableMeasure,
        row: &Figures<Value>,
    ) -> Vec<CsvCell<String>> {
        let unit = self.plan.units.get(given.unit);
        let sector = unit.and_then(|unit| unit.sector.as_ref());
        let sector = sector.and_then(|id| self.plan.sectors.iter().find(|one| one.id == *id));
        let duty = self.plan.duties.get(given.duty);
        let mut cells = vec![
            CsvCell::Text(unit.map_or_else(String::new, |unit| unit.name.clone())),
            CsvCell::Text(sector.map_or_else(String::new, |sector| sector.name.clone())),
            CsvCell::Text(duty.map_or_else(String::new, |duty| duty.name.clone())),
            CsvCell::Text(message::period(&given.period, self.lang)),
            CsvCell::Number(number.to_string()),
        ];
        let words = table.row_in_words(row, self.lang);
        for (column, words) in table.columns.iter().zip(words) {
            push(&mut cells, column, row.get(column.id.as_str()), words);
        }
        cells
    }
}

/// A value as it is computed with: a number bare, a share in its two halves, a day without its weekday, all else in words.
fn push(cells: &mut Vec<CsvCell<String>>, column: &Column, value: Option<&Value>, words: String) {
    match (value, column.measure.halves()) {
        (Some(Value::Share { part, whole }), Some(_)) => {
            cells.push(CsvCell::Number(part.to_string()));
            cells.push(CsvCell::Number(whole.to_string()));
        }
        (_, Some(_)) => {
            cells.push(CsvCell::Text(words));
            cells.push(CsvCell::Text(String::new()));
        }
        (Some(Value::Number(number)), None) => {
            cells.push(CsvCell::Number(match column.measure.counted() {
                Counted::Unit { decimals, .. } => format_typed(*number, decimals),
                Counted::Nothing | Counted::Noun(_) | Counted::Dong => number.to_string(),
            }));
        }
        (Some(Value::Text(text)), None) if column.measure.control().kind == "date" => {
            let day = Date::parse_iso(text);
            cells.push(CsvCell::Text(day.map_or(words, format_date)));
        }
        (_, None) => cells.push(CsvCell::Text(words)),
    }
}

#[cfg(test)]
mod tests;
