//! JSON Schemas of the newtypes whose JSON is a string, a number or an object with rules of its own.
//! They stand here rather than beside the types, so that the core needs to know nothing of schemas.

use crate::calendar::{Cycle, Date, DayOfMonth, Instant, MonthDay, Offset, Period, Time, Weekday};
use crate::finding::Finding;
use crate::office::FindingInWords;
use crate::plan::{Id, Ratio, Share};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A string that must match a pattern, which says what the newtype's constructor says as far as a
/// pattern can.
macro_rules! string {
    ($type:ty, $name:literal, $description:literal, $pattern:literal, $example:literal) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $description,
                    "type": "string",
                    "pattern": $pattern,
                    "examples": [$example],
                })
            }
        }
    };
}

string!(
    Id,
    "Id",
    "An identity (mã).",
    "^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$",
    "phuong-tay-thanh"
);
string!(
    Date,
    "CivilDate",
    "A civil date (ngày) in the years 1900 to 2199. Not named Date, which JavaScript has already.",
    "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "2023-02-26"
);
string!(
    Time,
    "TimeOfDay",
    "A time of day (giờ), 24:00 being the day's end.",
    "^(([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|24:00(:00)?)$",
    "17:00"
);
string!(
    Offset,
    "Offset",
    "An offset from UTC, -12:00 to +14:00.",
    "^(\\+(0[0-9]|1[0-3]):[0-5][0-9]|\\+14:00|-(0[0-9]|1[01]):[0-5][0-9]|-12:00)$",
    "+07:00"
);
string!(
    Instant,
    "Instant",
    "An instant (thời điểm), read at any offset and written in UTC.",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
    "2023-02-24T10:00:00Z"
);
string!(
    MonthDay,
    "MonthDay",
    "A day that comes back every year, month first.",
    "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "09-05"
);
string!(
    Ratio,
    "Ratio",
    "A ratio (tỷ số), exact: a fraction as people write it.",
    "^[0-9. ]+/[0-9. ]+$",
    "2/3"
);

impl JsonSchema for DayOfMonth {
    fn schema_name() -> Cow<'static, str> {
        "DayOfMonth".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day of the month.", "type": "integer", "minimum": 1, "maximum": 31 })
    }
}

impl JsonSchema for Share {
    fn schema_name() -> Cow<'static, str> {
        "Share".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A share (tỷ lệ): hundredths of a percent, or text as people write it.",
            "anyOf": [
                { "type": "integer", "minimum": 0, "maximum": 10_000 },
                { "type": "string", "examples": ["98,5 %"] },
            ],
        })
    }
}

impl JsonSchema for Weekday {
    fn schema_name() -> Cow<'static, str> {
        "Weekday".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "description": "A day of the week (thứ).", "enum": Self::ALL })
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<Date>();
        let time = generator.subschema_for::<Time>();
        json_schema!({
            "description": "A window of days (kỳ báo cáo), both ends inclusive; of a report that a unit opens by itself one day, and the hour at which it was opened.",
            "type": "object",
            "properties": { "from": date, "to": date, "at": time },
            "required": ["from", "to"],
            "additionalProperties": false,
        })
    }
}

impl JsonSchema for Cycle {
    fn schema_name() -> Cow<'static, str> {
        "Cycle".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let every = |name: &str, fields: &[(&str, &Schema)], required: &[&str]| {
            let mut properties = serde_json::Map::new();
            properties.insert("every".into(), json_schema!({ "const": name }).into());
            properties.extend(
                fields
                    .iter()
                    .map(|(field, schema)| ((*field).to_owned(), (*schema).clone().into())),
            );
            let required: Vec<&str> = ["every"].iter().chain(required).copied().collect();
            json_schema!({
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            })
        };
        let weekday = generator.subschema_for::<Weekday>();
        let day = generator.subschema_for::<DayOfMonth>();
        let start = generator.subschema_for::<MonthDay>();
        let date = generator.subschema_for::<Date>();
        let count = json_schema!({ "type": "integer", "minimum": 2, "maximum": 366 });
        let (from, until) = (("from", &start), ("until", &start));
        json_schema!({
            "description": "How a calendar is cut into reporting periods (chu kỳ báo cáo).",
            "oneOf": [
                every("day", &[], &[]),
                every("week", &[("ends", &weekday)], &["ends"]),
                every("month", &[("endsOn", &day)], &[]),
                every("quarter", &[from], &[]),
                every("halfYear", &[from, until], &[]),
                every("semester", &[("firstFrom", &start), ("secondFrom", &start), until], &["firstFrom", "secondFrom"]),
                every("year", &[from, until], &[]),
                every("schoolYear", &[from, until], &["from"]),
                every("days", &[("days", &count), ("starts", &date)], &["days", "starts"]),
            ],
        })
    }
}

impl JsonSchema for FindingInWords<'_> {
    fn schema_name() -> Cow<'static, str> {
        "FindingInWords".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let finding = generator.subschema_for::<Finding>();
        json_schema!({
            "description": "A finding and what it says, in one language.",
            "allOf": [finding, {
                "type": "object",
                "properties": { "message": { "type": "string", "description": "Its sentence." } },
                "required": ["message"],
            }],
        })
    }
}
