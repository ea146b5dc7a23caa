//! `phieu stand`.

use super::{Failure, Tongue, Verdict, output, sending};
use phieu::plan::Id;
use phieu::text::Lang;
use std::path::PathBuf;

/// What `phieu stand` takes.
#[derive(Debug, clap::Args)]
pub struct StandArgs {
    /// The plan's id
    plan: String,
    /// How it is to stand
    #[arg(value_enum)]
    state: State,
    /// The running collector, for example https://baocao.example; the code of an office that publishes stands in the
    /// variable PHIEU_TOKEN, or in the file of --token-file
    #[arg(long, value_name = "URL")]
    to: String,
    /// The file of the code or token
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// How a published plan stands.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum State {
    /// Reports are taken in
    Open,
    /// No first reports are taken in; what was sent can be amended
    Withdrawn,
    /// Nothing more is taken in
    Archived,
}

/// Withdraws a published plan, archives it, or opens it again.
///
/// # Errors
/// The collector cannot be reached, or does not do it.
pub fn run(arguments: &StandArgs) -> Result<Verdict, Failure> {
    let lang = Lang::from(arguments.lang);
    let id = Id::new(arguments.plan.as_str()).map_err(|_| no_id(&arguments.plan))?;
    let id = id.as_str();
    let sender = sending::Sender::new(&arguments.to, arguments.token_file.as_deref(), lang)?;
    let (_, seen) = sender.stands(id)?;
    let state = match arguments.state {
        State::Open => "open",
        State::Withdrawn => "withdrawn",
        State::Archived => "archived",
    };
    let stands = sender.stand(id, &seen, state)?;
    if arguments.json {
        return output::json(&stands.answer);
    }
    let (version, words) = (stands.version, &stands.answer["stateText"]);
    let words = words.as_str().unwrap_or(state);
    output::write(&match lang {
        Lang::Vi => format!("Kế hoạch {id} (phiên bản {version}): {words}."),
        Lang::En => format!("The plan {id} (version {version}): {words}."),
    })
}

fn no_id(text: &str) -> Failure {
    Failure::new(
        format!(
            "“{text}” không phải là mã kế hoạch. Mã gồm từ 1 đến 64 chữ a-z, số 0-9 và dấu -, ví dụ ke-hoach-2024."
        ),
        format!(
            "\"{text}\" is no plan's id. An id is 1 to 64 of a-z, 0-9 and -, for example plan-2024."
        ),
    )
}
