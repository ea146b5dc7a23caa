//! A table: a list of rows, each with its typed answers. Persons commended, works with their value, candidates with their
//! votes.

#[cfg(feature = "schema")]
use super::Bounds;
#[cfg(feature = "sample")]
use super::Invented;
use super::{
    Answer, Asked, Carry, Choice, Column, Control, Counted, Figures, Halves, Held, Measure, Parts,
    Raw, RawRow, Reading, RollUp, Value, ValueKind, deed,
};
use crate::finding::Expected;
use crate::read::{Id, record};
use crate::text::{self, Lang};
use serde::Serialize;

/// The most rows of one table: what a person can look through, and a check on every key can run over.
pub(crate) const MOST_ROWS: usize = 300;

/// A table (bảng): rows of typed columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TableMeasure {
    /// What one row is: "công trình", "cá nhân", "ứng cử viên".
    pub row: String,
    /// Its columns in order.
    pub columns: Vec<Column>,
    /// How many rows at least, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = MOST_ROWS)))]
    pub least: Option<u16>,
    /// How many rows at most, 1 to 300; 300 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = MOST_ROWS)))]
    pub most: Option<u16>,
    /// The column by which rows are told apart: two rows that say the same there are doubtful.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Id>,
}

// Few plans ask for one.
record!(#[inline(never)] TableMeasure { row, columns; least, most, key });

impl Measure {
    /// Its columns, where it is a table.
    #[must_use]
    pub fn table(&self) -> Option<&TableMeasure> {
        match self {
            Self::Table(table) => Some(table),
            _ => None,
        }
    }
}

/// A cell that each row of a table has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<'t> {
    /// Its column.
    pub column: &'t Column,
    /// What its half of a share is called, and whether that is the first.
    pub half: Option<(&'t str, bool)>,
    /// What else people write over it, folded.
    pub also: &'static [&'static str],
}

impl Slot<'_> {
    /// What its text stands under in a draft: the column's identity, of a share with its half ("votes/part").
    pub(crate) fn key(&self) -> String {
        let half = match self.half {
            Some((_, true)) => "/part",
            Some((_, false)) => "/whole",
            None => "",
        };
        [self.column.id.as_str(), half].concat()
    }

    /// What it is called: the column's head, of a share with its half ("Tỷ lệ tán thành: đồng ý").
    pub(crate) fn name(&self) -> String {
        match self.half {
            Some((half, _)) => [&self.column.label, ": ", half].concat(),
            None => self.column.label.clone(),
        }
    }

    /// Whether numbers stand in it.
    pub(crate) fn adds_up(&self) -> bool {
        self.half.is_some() || self.column.measure.roll_up().is_number()
    }
}

impl TableMeasure {
    /// The cells of a row, in the order of the columns.
    #[must_use]
    pub(crate) fn slots(&self) -> Vec<Slot<'_>> {
        let mut slots = Vec::new();
        for column in &self.columns {
            let mut slot = |half| {
                let also: &[&str] = &[];
                slots.push(Slot { column, half, also });
            };
            match column.measure.halves() {
                Some(halves) => {
                    slot(Some((halves.part, true)));
                    slot(Some((halves.whole, false)));
                }
                None => slot(None),
            }
        }
        slots
    }

    /// The column of that identity, and its place.
    #[must_use]
    pub fn column(&self, id: &str) -> Option<(usize, &Column)> {
        let mut columns = self.columns.iter().enumerate();
        columns.find(|(_, column)| column.id == *id)
    }

    /// The most rows that are taken.
    #[must_use]
    pub fn most_rows(&self) -> usize {
        self.most
            .map_or(MOST_ROWS, |most| usize::from(most).min(MOST_ROWS))
    }

    /// Rows as people write them, a row a line, the answers parted by bars. An office gathers them from many reports.
    pub(crate) fn rows_in_words(&self, rows: &[RawRow<'_>]) -> String {
        let mut lines = Vec::new();
        for row in rows.iter().take(MOST_ROWS) {
            let mut cells = Vec::new();
            for column in &self.columns {
                let raw = row.iter().find(|(key, _)| column.id == **key);
                let value = raw.and_then(|(_, raw)| value_of(raw));
                let said = value.map(|value| words(&value, &column.measure, Lang::Vi));
                cells.push(said.unwrap_or_default());
            }
            lines.push(text::join(&cells, " | "));
        }
        text::join(&lines, "\n")
    }

    /// The answers of a row as people write them, in the order of the columns; blank where there is none.
    #[must_use]
    pub fn row_in_words(&self, row: &Figures<Value>, lang: Lang) -> Vec<String> {
        let mut cells = Vec::new();
        for column in &self.columns {
            let value = row.get(column.id.as_str());
            cells.push(value.map_or_else(String::new, |value| words(value, &column.measure, lang)));
        }
        cells
    }
}

/// A value as it stands in the JSON, where it is one that a cell holds.
fn value_of(raw: &Raw<'_>) -> Option<Value> {
    Some(match raw {
        Raw::Number(number) => Value::Number(*number),
        Raw::Estimate(estimate) => Value::Estimate(*estimate),
        Raw::Done(done) => Value::Done(*done),
        Raw::Share { part, whole } => {
            let (part, whole) = (*part, *whole);
            Value::Share { part, whole }
        }
        Raw::Text(text) => Value::Text(text.to_string()),
        Raw::List(_) | Raw::Files(_) | Raw::Table(_) => return None,
    })
}

/// An answer of a row as people write it.
fn words(value: &Value, measure: &Measure, lang: Lang) -> String {
    match value {
        Value::Number(number) => measure.quantity(*number),
        Value::Estimate(one) => [one.is.word(), " ", &measure.quantity(one.number)].concat(),
        Value::Done(done) => deed(*done, "", lang).to_owned(),
        Value::Share { part, whole } => measure.part_of(*part, *whole),
        Value::Text(text) => measure.in_words(text, lang).unwrap_or_else(|| text.clone()),
        Value::List(items) => text::join(items, "; "),
        Value::Files(_) | Value::Table(_) => String::new(),
    }
}

impl ValueKind for TableMeasure {
    fn expected(&self) -> Expected {
        Expected::Rows
    }

    #[inline(never)]
    fn typed(&self, _: &str, _: &Asked) -> Reading<Answer<'static>> {
        // Its cells are read, each by itself.
        Reading::Value(Answer::Table)
    }

    fn reported<'a>(&self, raw: Raw<'a>) -> Option<Reading<Answer<'a>>> {
        match raw {
            Raw::Table(_) => Some(Reading::Value(Answer::Table)),
            Raw::List(none) if none.is_empty() => Some(Reading::Blank),
            _ => None,
        }
    }

    fn halves(&self) -> Option<Halves<'_>> {
        None
    }

    fn counted(&self) -> Counted<'_> {
        Counted::Nothing
    }

    fn in_words(&self, _: &str, _: Lang) -> Option<String> {
        None
    }

    fn is_echoed(&self) -> bool {
        false
    }

    fn control(&self) -> &'static Control {
        const { &Control::line("table", "text") }
    }

    fn choices(&self, _: Lang) -> Vec<Choice> {
        Vec::new()
    }

    fn held(&self) -> Held {
        Held::Alone
    }

    fn carry(&self) -> Carry {
        Carry::OnRequest
    }

    fn roll_up(&self) -> RollUp<'_> {
        RollUp::Rows(self)
    }

    fn verify(&self, parts: &mut impl Parts) {
        parts.name("row", &self.row);
        if let Some(most) = self.most {
            parts.number("most", most.into(), 1, MOST_ROWS as i64);
        }
        if let Some(least) = self.least {
            parts.number("least", least.into(), 0, self.most_rows() as i64);
        }
        parts.columns(self);
    }

    #[cfg(feature = "schema")]
    fn schema(&self, bounds: Bounds) -> serde_json::Value {
        let mut properties = serde_json::Map::new();
        let mut required = Vec::new();
        for column in &self.columns {
            let bounds = Bounds {
                least: column.least.unwrap_or(0),
                most: column.most.unwrap_or(bounds.most),
                required: column.required,
            };
            let mut asked = column.measure.schema(bounds);
            if column.estimates {
                asked = Bounds::estimated(&asked);
            }
            asked["title"] = column.label.clone().into();
            properties.insert(column.id.as_str().to_owned(), asked);
            if column.required {
                required.push(column.id.as_str());
            }
        }
        let row = serde_json::json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
            "description": self.row,
        });
        let least = u64::from(self.least.unwrap_or(0)).max(bounds.required.into());
        let mut rows = serde_json::json!({
            "type": "array",
            "items": row,
            "minItems": least,
            "maxItems": self.most_rows(),
        });
        if !bounds.required && least > 1 {
            // None at all is no answer.
            rows["minItems"] = 0.into();
            rows["anyOf"] = serde_json::json!([{ "maxItems": 0 }, { "minItems": least }]);
        }
        rows
    }

    #[cfg(feature = "sample")]
    fn invented(&self) -> Invented<'_> {
        Invented::Rows(self)
    }
}
