//! `phieu duties`.

use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::{Instant, Period};
use phieu::form;
use phieu::message;
use phieu::plan::{Id, Plan, Unit};
use phieu::schedule::{self, Occasion, State};
use phieu::text::{Lang, capital};
use serde::Serialize;

/// What `phieu duties` takes.
#[derive(Debug, clap::Args)]
pub struct DutiesArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// The unit: its id, or enough of its name to tell it from others, without marks if you like
    #[arg(long)]
    unit: String,
    /// The moment: 2023-02-27, 2023-02-27T08:00 (at the plan's offset) or RFC 3339; now where it is left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Write a calendar file of the deadlines (.ics), to be taken into a phone or Outlook
    #[arg(long, conflicts_with = "json")]
    ics: bool,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    duty: &'a Id,
    name: &'a str,
    label: Option<&'a str>,
    period: Period,
    period_text: String,
    opens: Instant,
    cutoff: Option<Instant>,
    deadline_text: Option<String>,
    remaining_text: Option<String>,
    state: State,
    state_text: String,
    why: Option<String>,
}

/// Lists what a unit owes.
///
/// # Errors
/// The plan cannot be read; the unit is not one of its units, or several; the moment is none.
pub fn run(arguments: &DutiesArgs, now: Instant) -> Result<Verdict, Failure> {
    let plan = input::plan(&arguments.plan)?;
    let unit = input::unit(&plan, &arguments.unit)?;
    let now = arguments
        .at
        .as_deref()
        .map_or(Ok(now), |at| input::moment(at, &plan))?;
    let lang = Lang::from(arguments.lang);
    if arguments.ics {
        let file = form::agenda(&plan, unit.id.as_str(), now, lang);
        return output::file(file.unwrap_or_default().as_bytes());
    }
    let owed = schedule::duties(&plan, unit.id.as_str(), &[], now)
        .map_err(|_| input::no_unit(&plan, &arguments.unit))?;
    let mut rows: Vec<Row> = owed
        .iter()
        .map(|(occasion, state)| row(&plan, unit, (occasion, *state), now, lang))
        .collect();
    // What it can open by itself is owed by none, and stands last.
    let opened = schedule::to_be_opened(&plan, unit, now);
    rows.extend(opened.iter().filter_map(|whole| {
        let rule = plan.duty(whole.duty.as_str())?.on_demand()?;
        Some(Row {
            state_text: capital(&message::when_opened(rule, lang)),
            why: Some(message::opened_when_needed(rule, lang).into_owned()),
            ..row(&plan, unit, (whole, State::Open), now, lang)
        })
    }));
    if arguments.json {
        return output::json(&rows);
    }
    let cells = |row: &Row| {
        let name = message::occasion(row.name, row.label);
        let end = row
            .remaining_text
            .as_deref()
            .or(row.why.as_deref())
            .unwrap_or_default()
            .to_owned();
        vec![
            row.state_text.clone(),
            name,
            row.period_text.clone(),
            row.deadline_text.clone().unwrap_or_default(),
            end,
        ]
    };
    output::write(&format!(
        "{}\n{}",
        unit.name,
        output::table(&rows.iter().map(cells).collect::<Vec<_>>())
    ))
}

fn row<'a>(
    plan: &'a Plan,
    unit: &Unit,
    (occasion, state): (&'a Occasion, State),
    now: Instant,
    lang: Lang,
) -> Row<'a> {
    let duty = plan.duty(occasion.duty.as_str());
    let waiver = duty
        .zip(occasion.waived)
        .and_then(|(duty, index)| duty.waivers.get(index));
    let open = matches!(
        state,
        State::Open | State::DueSoon | State::Late | State::NotYetOpen
    );
    Row {
        duty: &occasion.duty,
        name: duty.map_or(occasion.duty.as_str(), |duty| &duty.name),
        label: occasion.label.as_deref(),
        period: occasion.period,
        period_text: message::period(&occasion.period, lang),
        opens: occasion.opens,
        cutoff: occasion.cutoff,
        deadline_text: message::due(occasion, lang),
        remaining_text: occasion
            .cutoff
            .filter(|_| open)
            .map(|cutoff| message::remaining(cutoff, now, lang)),
        state,
        state_text: message::state(state, lang).to_owned(),
        why: waiver.map(|waiver| waiver.why.clone()).or_else(|| {
            let released = occasion.released.filter(|_| state == State::Waived);
            released.map(|_| message::released(plan, unit, lang))
        }),
    }
}
