//! JSON Schemas (2020-12) of what goes in and out, and TypeScript types, for whoever checks, generates or
//! documents it elsewhere.
//!
//! They come from the types themselves, so that they cannot say anything else; the schema of a duty's
//! report comes from the plan. Native only: the form never needs them.

mod only;
mod primitives;
mod report;
mod tidy;
mod typescript;

pub use report::{report, report_of};

use crate::calendar::Instant;
use crate::finding::Finding;
use crate::form::{
    AboutView, BlockView, CardView, Change, DaysView, Difference, DutyView, FilesView, First,
    FirstInputView, Follows, FormView, Heeded, HeldView, MapView, Official, OtherwiseView,
    PartsView, PastedView, Review, Summary, TableChange, TableView, Tick, UnitGroup,
};
use crate::message::LintView;
use crate::office::{DecisionView, Overview, ReceivedView, Verdict};
use crate::plan;
use crate::progress::ProgressView;
use crate::report::{Arrival, Draft, FORMAT, Receipt, Submission};
use crate::rules::{self, Code, Worded};
use crate::schedule::Sent;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of a plan. What it cannot say, such as that references lead somewhere, the parser of
/// [`plan::Plan`] checks.
#[must_use]
pub fn plan() -> Value {
    with_format(read::<plan::Plan>(), plan::FORMAT)
}

/// The schema of a finding.
#[must_use]
pub fn finding() -> Value {
    read::<Finding>()
}

/// Adds what the rules declare to the kinds of a finding, wherever it is described.
fn with_codes(schema: &mut Value) {
    let at = if schema["title"] == "Finding" {
        ""
    } else {
        "/$defs/Finding"
    };
    let finding = schema.pointer_mut(at);
    if let Some(finding) = finding.and_then(Value::as_object_mut)
        && let Some(Value::Array(mut kinds)) = finding.remove("anyOf")
    {
        kinds.extend(rules::codes().map(code));
        finding.insert("oneOf".to_owned(), kinds.into());
        // No kind of the list tells of a moment, so that its definition may be wanting.
        schema["$defs"]["Instant"] = definition::<Instant>();
    }
}

fn definition<T: JsonSchema>() -> Value {
    let mut schema = generated::<T>(SchemaSettings::draft2020_12());
    if let Some(members) = schema.as_object_mut() {
        members.retain(|name, _| name != "$schema" && name != "title");
    }
    schema
}

/// What a finding says of one code that is declared beside its rule.
fn code(code: &Code) -> Value {
    let mut schema = json!({
        "description": code.about.words(),
        "type": "object",
        "properties": {"code": {"type": "string", "const": code.code}},
        "required": ["code"],
    });
    if !code.params.is_empty() {
        let mut properties = Map::new();
        for param in code.params {
            let mut property = match param.worded {
                Worded::Count | Worded::Quantity | Worded::Place | Worded::Duration => {
                    json!({"type": "integer"})
                }
                Worded::Day => json!({"$ref": "#/$defs/CivilDate"}),
                Worded::Moment => json!({"$ref": "#/$defs/Instant"}),
                Worded::Unit | Worded::Question | Worded::Addition | Worded::Rule => {
                    json!({"type": "string"})
                }
            };
            property["description"] = param.about.words().into();
            properties.insert(param.name.to_owned(), property);
        }
        let names: Vec<_> = code.params.iter().map(|param| param.name).collect();
        if let Some(of_code) = schema.get_mut("properties") {
            of_code["params"] = json!({
                "type": "object", "properties": properties, "required": names,
            });
        }
        schema["required"] = json!(["code", "params"]);
    }
    schema
}

/// The schema of a draft.
#[must_use]
pub fn draft() -> Value {
    with_format(read::<Draft>(), FORMAT)
}

/// The schema of a submission, whatever its duty; [`report_of`] says what a duty asks.
#[must_use]
pub fn submission() -> Value {
    with_format(read::<Submission>(), FORMAT)
}

/// The schema of a receipt.
#[must_use]
pub fn receipt() -> Value {
    with_format(read::<Receipt>(), FORMAT)
}

/// The schema of a plan's progress.
#[must_use]
pub fn progress() -> Value {
    written::<ProgressView>()
}

/// The schema of what an office sees of a plan.
#[must_use]
pub fn overview() -> Value {
    written::<Overview<'static>>()
}

/// The schema of one report as an office reads it.
#[must_use]
pub fn received() -> Value {
    written::<ReceivedView<'static>>()
}

/// The schema of a decision as it is told.
#[must_use]
pub fn decision() -> Value {
    written::<DecisionView>()
}

/// The schema of a decision as an office sends it.
#[must_use]
pub fn verdict() -> Value {
    read::<Verdict>()
}

/// The schema of one answer in which two reports differ.
#[must_use]
pub fn difference() -> Value {
    written::<Difference>()
}

/// The schema of the first screen of a duty's forms.
#[must_use]
pub fn first() -> Value {
    written::<First>()
}

/// The schema of what lint finds in a plan, in words.
#[must_use]
pub fn lint() -> Value {
    written::<LintView>()
}

/// The TypeScript declarations of all that JavaScript hands in and gets back.
#[must_use]
pub fn types() -> String {
    let mut declarations = typescript::Declarations::default();
    let read_in = [
        plan(),
        draft(),
        report(),
        submission(),
        receipt(),
        read::<Arrival>(),
        read::<Sent>(),
        verdict(),
    ];
    let handed_out = [
        written::<Summary>(),
        written::<AboutView>(),
        written::<UnitGroup>(),
        written::<DutyView>(),
        written::<FormView>(),
        first(),
        written::<Change>(),
        written::<Heeded>(),
        written::<FilesView>(),
        written::<Follows>(),
        written::<MapView>(),
        written::<PartsView>(),
        written::<CardView>(),
        written::<BlockView>(),
        written::<DaysView>(),
        written::<TableView>(),
        written::<TableChange>(),
        written::<PastedView>(),
        written::<FirstInputView>(),
        written::<Tick>(),
        written::<Review>(),
        written::<Official>(),
        written::<HeldView>(),
        written::<OtherwiseView>(),
        difference(),
        progress(),
        written::<LintView>(),
        #[cfg(feature = "reading")]
        written::<crate::reading::Reading>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::CompositionView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::Cell>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::DetailGroup>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::PaperLine>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::AskingView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::ComposeFinding>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::DeadlineView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::SheetView>(),
        written::<crate::compose::LettersView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::JsonView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::HeadingView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::MovingView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::PieceView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::AgainstView>(),
        #[cfg(feature = "reading")]
        written::<crate::compose::PrintedView>(),
        overview(),
        decision(),
        received(),
    ];
    for schema in read_in.into_iter().chain(handed_out) {
        declarations.add(schema);
    }
    declarations.write()
}

fn with_format(mut schema: Value, format: u32) -> Value {
    schema["properties"]["format"] = tidy::constant(format, "The version of the JSON format.");
    schema
}

/// The schema of what is read as `T`.
fn read<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12())
}

/// The schema of what is written as `T`: what can be null is there all the same.
fn written<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_serialize())
}

fn made<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let mut schema = generated::<T>(settings);
    with_codes(&mut schema);
    schema
}

fn generated<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    tidy::tidy(&mut schema);
    schema
}

#[cfg(test)]
mod tests;
