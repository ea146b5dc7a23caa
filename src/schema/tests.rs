//! Where a plan's numbers may lie: schema, verification and what is said of a misread number agree.

use super::plan;
use crate::message::plan_error;
use crate::plan::{Plan, PlanProblem};
use crate::text::{Lang, MAX_EXACT, format_count};
use jsonschema::Validator;
use serde_json::{Value, json};

/// A plan in which each number that has bounds stands once.
fn whole() -> Value {
    let source = json!({"section": "I"});
    let units = json!({"ranges": [{"attribute": "members", "least": 1, "most": 9}]});
    let target = |id: &str, indicator: &str, value: Value| json!({"id": id, "text": id, "indicator": indicator, "value": value, "scope": "each", "source": source});
    let schedule =
        |id: &str, schedule: Value| json!({"id": id, "schedule": schedule, "source": source});
    json!({
        "format": 1, "id": "p", "version": 1, "title": "Kế hoạch", "offset": "+07:00",
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "levels": [{"id": "base", "name": "Cơ sở"}],
        "attributes": [{"id": "members", "name": "Số đoàn viên"}],
        "units": [{"id": "u", "name": "Xã", "level": "base", "numbers": [{"attribute": "members", "number": 1}]}],
        "indicators": [
            {"id": "trees", "label": "Cây", "measure": {"count": {"noun": "cây"}}, "least": 0, "most": 9, "plausible": 9},
            {"id": "money", "label": "Tiền", "measure": "money"},
            {"id": "road", "label": "Đường", "measure": {"quantity": {"unit": "km", "decimals": 1}}},
            {"id": "words", "label": "Lời", "measure": {"text": {"max": 20}}},
            {"id": "scan", "label": "Tệp", "measure": {"file": {"kinds": ["pdf"], "most": 1, "megabytes": 1, "keepDays": 1}}},
            {"id": "list", "label": "Bảng", "measure": {"table": {"row": "việc", "least": 1, "most": 300, "columns": [
                {"id": "c", "label": "Số", "measure": {"count": {"noun": "cái"}}, "least": 0, "most": 9, "plausible": 9}]}}},
        ],
        "targets": [
            target("a", "trees", json!({"count": 1})), target("b", "trees", json!({"count": 2})),
            target("c", "money", json!({"money": 1})), target("d", "road", json!({"quantity": 1})),
        ],
        "alternatives": [{"id": "g", "text": "Một trong hai", "least": 1, "of": ["a", "b"], "source": source}],
        "activities": [{"id": "x", "title": "Ngày Chủ nhật xanh", "ordinal": 1, "source": source}],
        "templates": [{"id": "t", "source": source, "sections": [{
            "id": "s", "title": "Số liệu", "fields": [{"indicator": "trees"}], "activities": {"least": 1}}]}],
        "rules": [{"id": "r", "left": [{"figure": "trees"}], "comparison": "atMost", "right": [{"number": 9}], "severity": "error",
                   "message": "Quá nhiều cây."}],
        "duties": [
            {"id": "d", "name": "Vụ việc", "kind": "on-demand", "by": units, "template": "t", "dueSoonHours": 48,
             "applies": "s", "source": source,
             "schedules": [schedule("s", json!({"onDemand": {"hoursAfter": 1, "most": 1}}))]},
            {"id": "e", "name": "Tháng", "kind": "monthly", "template": "t", "applies": "s", "source": source,
             "schedules": [
                schedule("s", json!({"recurring": {"cycle": {"every": "month"}, "skipMonths": [6], "deadline": {"workingDaysAfter": 1}}})),
                schedule("z", json!({"recurring": {"cycle": {"every": "month"}, "deadline": {"dayOfMonth": 5, "monthsAfter": 1}}})),
                schedule("y", json!({"recurring": {"cycle": {"every": "month"}, "deadline": {"daysAfter": 1}}}))]},
        ],
        "scorings": [{
            "id": "k", "name": "Thi đua", "decimals": 1, "source": source,
            "criteria": [{"id": "o", "by": {"punctuality": {"name": "Đúng hạn", "most": 10, "late": 1, "missing": 1}}}],
            "bands": [{"id": "q", "name": "Xuất sắc", "from": 5, "bars": [
                {"text": "Trễ", "when": {"late": 1}}, {"text": "Thiếu", "when": {"missing": 1}},
                {"text": "Kém", "when": {"below": {"criterion": "o", "points": 1}}},
                {"text": "Sai", "when": {"figure": {"indicator": "trees", "comparison": "atLeast", "value": 1}}}]}],
        }],
    })
}

/// Each number, with the least and the most that it can be.
const BOUNDS: &[(&str, i64, i64)] = &[
    ("/version", 1, u32::MAX as i64),
    ("/units/0/numbers/0/number", -MAX_EXACT, MAX_EXACT),
    ("/indicators/0/least", -MAX_EXACT, MAX_EXACT),
    ("/indicators/0/most", -MAX_EXACT, MAX_EXACT),
    ("/indicators/0/plausible", -MAX_EXACT, MAX_EXACT),
    ("/indicators/2/measure/quantity/decimals", 0, 6),
    ("/indicators/3/measure/text/max", 1, 20_000),
    ("/indicators/4/measure/file/most", 1, 20),
    ("/indicators/4/measure/file/megabytes", 1, 50),
    ("/indicators/4/measure/file/keepDays", 1, 36_500),
    ("/indicators/5/measure/table/least", 0, 300),
    ("/indicators/5/measure/table/most", 1, 300),
    (
        "/indicators/5/measure/table/columns/0/least",
        -MAX_EXACT,
        MAX_EXACT,
    ),
    (
        "/indicators/5/measure/table/columns/0/most",
        -MAX_EXACT,
        MAX_EXACT,
    ),
    (
        "/indicators/5/measure/table/columns/0/plausible",
        -MAX_EXACT,
        MAX_EXACT,
    ),
    ("/targets/0/value/count", -MAX_EXACT, MAX_EXACT),
    ("/targets/2/value/money", -MAX_EXACT, MAX_EXACT),
    ("/targets/3/value/quantity", -MAX_EXACT, MAX_EXACT),
    ("/alternatives/0/least", 1, 100),
    ("/activities/0/ordinal", 0, u32::MAX as i64),
    (
        "/templates/0/sections/0/activities/least",
        0,
        u16::MAX as i64,
    ),
    ("/rules/0/right/0/number", -MAX_EXACT, MAX_EXACT),
    ("/duties/0/by/ranges/0/least", -MAX_EXACT, MAX_EXACT),
    ("/duties/0/by/ranges/0/most", -MAX_EXACT, MAX_EXACT),
    ("/duties/0/dueSoonHours", 0, u16::MAX as i64),
    ("/duties/0/schedules/0/schedule/onDemand/hoursAfter", 1, 720),
    ("/duties/0/schedules/0/schedule/onDemand/most", 1, 2_000),
    (
        "/duties/1/schedules/0/schedule/recurring/skipMonths/0",
        1,
        12,
    ),
    (
        "/duties/1/schedules/0/schedule/recurring/deadline/workingDaysAfter",
        -60,
        60,
    ),
    (
        "/duties/1/schedules/1/schedule/recurring/deadline/dayOfMonth",
        1,
        31,
    ),
    (
        "/duties/1/schedules/1/schedule/recurring/deadline/monthsAfter",
        0,
        u8::MAX as i64,
    ),
    (
        "/duties/1/schedules/2/schedule/recurring/deadline/daysAfter",
        i16::MIN as i64,
        i16::MAX as i64,
    ),
    ("/scorings/0/decimals", 0, 2),
    ("/scorings/0/criteria/0/by/punctuality/most", 1, MAX_EXACT),
    ("/scorings/0/criteria/0/by/punctuality/late", 0, MAX_EXACT),
    (
        "/scorings/0/criteria/0/by/punctuality/missing",
        0,
        MAX_EXACT,
    ),
    ("/scorings/0/bands/0/from", 0, MAX_EXACT),
    ("/scorings/0/bands/0/bars/0/when/late", 0, MAX_EXACT),
    ("/scorings/0/bands/0/bars/1/when/missing", 0, MAX_EXACT),
    ("/scorings/0/bands/0/bars/2/when/below/points", 0, MAX_EXACT),
    (
        "/scorings/0/bands/0/bars/3/when/figure/value",
        -MAX_EXACT,
        MAX_EXACT,
    ),
];

fn with(pointer: &str, value: Value) -> Value {
    let mut json = whole();
    let at = json.pointer_mut(pointer);
    *at.unwrap_or_else(|| panic!("no {pointer}")) = value;
    json
}

/// What is said of the number there, if anything is wrong with it by itself.
fn said(json: &Value, pointer: &str) -> Option<(PlanProblem, String)> {
    let errors = Plan::parse(&json.to_string()).err().unwrap_or_default();
    let here = errors.into_iter().find(|error| error.pointer == pointer)?;
    let words = plan_error(&here, Lang::Vi);
    Some((here.problem, words))
}

fn fits(schema: &Validator, json: &Value, pointer: &str) -> bool {
    let mut errors = schema.iter_errors(json);
    !errors.any(|error| {
        let at = error.instance_path().to_string();
        // Of a choice the schema names the whole of it.
        at == pointer || pointer.starts_with(&[&at, "/"].concat())
    })
}

#[test]
fn the_schema_of_a_plan_bounds_its_numbers_as_verification_does() {
    let schema = jsonschema::validator_for(&plan()).unwrap();
    let first = schema
        .iter_errors(&whole())
        .next()
        .map(|error| error.to_string());
    assert_eq!(first, None);
    let errors = Plan::parse(&whole().to_string()).err();
    assert!(errors.is_none(), "{errors:?}");
    for &(pointer, least, most) in BOUNDS {
        for (number, can_be) in [
            (least, true),
            (most, true),
            (least - 1, false),
            (most + 1, false),
        ] {
            let json = with(pointer, json!(number));
            assert_eq!(
                fits(&schema, &json, pointer),
                can_be,
                "the schema: {pointer} = {number}"
            );
            let refused = said(&json, pointer);
            match (can_be, &refused) {
                (false, None) => panic!("verification takes {pointer} = {number}"),
                // What stands beside a number may leave it less room than it has by itself.
                (
                    true,
                    Some((
                        PlanProblem::OutOfRange {
                            least: from,
                            most: to,
                            ..
                        },
                        _,
                    )),
                ) => {
                    assert!(
                        *from > least || *to < most,
                        "{pointer} = {number}: {refused:?}"
                    );
                }
                (true, Some((PlanProblem::Misread(_), words))) => panic!("{words}"),
                _ => {}
            }
        }
    }
}

#[test]
fn a_number_that_cannot_be_read_is_told_its_own_bounds() {
    for &(pointer, least, most) in BOUNDS {
        let (_, words) = said(&with(pointer, json!("x")), pointer).unwrap();
        let bounds = [
            "số nguyên từ ",
            &format_count(least),
            " đến ",
            &format_count(most),
        ]
        .concat();
        let is_any = most == MAX_EXACT && words.contains("cần số nguyên.");
        let is_day = pointer.ends_with("dayOfMonth");
        assert!(
            words.contains(&bounds) || is_any || is_day,
            "{pointer}: {words}"
        );
    }
}

#[test]
fn every_number_of_a_plan_has_bounds_in_the_schema() {
    fn walk(schema: &Value, at: &str, open: &mut Vec<String>) {
        match schema {
            Value::Object(members) => {
                let kind = &members.get("type").cloned().unwrap_or_default();
                let is_number = kind == "integer" || kind == &json!(["integer", "null"]);
                let is_bound = members.contains_key("minimum") && members.contains_key("maximum");
                if is_number && !is_bound {
                    open.push(at.to_owned());
                }
                for (name, inner) in members {
                    walk(inner, &[at, "/", name].concat(), open);
                }
            }
            Value::Array(all) => all.iter().for_each(|inner| walk(inner, at, open)),
            _ => {}
        }
    }
    let mut open = Vec::new();
    walk(&plan(), "", &mut open);
    assert_eq!(open, Vec::<String>::new());
}

/// The members of the record with all of these, wherever the schema has it.
#[cfg(feature = "reading")]
fn record<'s>(schema: &'s Value, members: &[&str]) -> Option<&'s Value> {
    let own = &schema["properties"];
    if members.iter().all(|member| own.get(member).is_some()) {
        return Some(own);
    }
    match schema {
        Value::Object(inner) => inner.values().find_map(|inner| record(inner, members)),
        Value::Array(all) => all.iter().find_map(|inner| record(inner, members)),
        _ => None,
    }
}

/// What a person can say of a number is what the model can have; less where more would be a slip.
#[cfg(feature = "reading")]
#[test]
fn whoever_makes_a_plan_says_numbers_within_the_bounds_of_the_schema() {
    let schema = plan();
    let sayings = crate::compose::sayings();
    let mut count = 0;
    for saying in &sayings {
        // A cycle is one of several things, each with bounds of its own.
        let Some((from, to)) = saying.between.filter(|_| saying.record != "CycleJson") else {
            continue;
        };
        let own = sayings.iter().filter(|one| one.record == saying.record);
        let members: Vec<&str> = own.map(|one| one.member).collect();
        let of = [saying.record, ".", saying.member].concat();
        let own = record(&schema, &members).unwrap_or_else(|| panic!("no {of}"));
        let mut at = &own[saying.member];
        if !at["items"].is_null() {
            at = &at["items"];
        }
        let leads = at["$ref"]
            .as_str()
            .or_else(|| at["anyOf"][0]["$ref"].as_str());
        if let Some(name) = leads.and_then(|leads| leads.rsplit('/').next()) {
            at = &schema["$defs"][name];
        }
        let bounds = at["minimum"].as_i64().zip(at["maximum"].as_i64());
        let (least, most) = bounds.unwrap_or_else(|| panic!("{of}: {at}"));
        assert!(least <= from && to <= most, "{of}: {from} to {to}");
        count += 1;
    }
    assert!(count > 12, "{count}");
}
