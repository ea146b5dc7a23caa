//! `phieu publish`.

use super::{Failure, Tongue, Verdict, input, output, sending};
use phieu::plan::Plan;
use phieu::text::Lang;
use std::path::PathBuf;
use std::rc::Rc;

/// What `phieu publish` takes.
#[derive(Debug, clap::Args)]
pub struct PublishArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// Where to write it; the standard output where it is left out
    #[arg(short, long, value_name = "FILE", conflicts_with = "to")]
    output: Option<String>,
    /// Write beside it the first screens, which a page shows before the core is there: for FILE.json the forms of each duty
    /// in each language as FILE.DUTY.LANGUAGE.json, the address to put into the attribute "first"
    #[arg(long, requires = "output")]
    first: bool,
    /// Publish the plan on a running collector, for example https://baocao.example; the code of an office that publishes
    /// stands in the variable PHIEU_TOKEN, or in the file of --token-file
    #[arg(long, value_name = "URL")]
    to: Option<String>,
    /// The file of the code or token
    #[arg(long, value_name = "FILE", requires = "to")]
    token_file: Option<PathBuf>,
    /// The published version that this one takes the place of
    #[arg(long, value_name = "VERSION", requires = "to")]
    over: Option<u32>,
    /// Write JSON
    #[arg(long, requires = "to")]
    pub(super) json: bool,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Writes the light form of a plan, or publishes it.
///
/// # Errors
/// The plan cannot be read, the file cannot be written, or the collector does not take it.
pub fn run(arguments: &PublishArgs) -> Result<Verdict, Failure> {
    if let Some(to) = &arguments.to {
        return publish(arguments, to);
    }
    let light = phieu::plan::publish(&input::plan(&arguments.plan)?);
    let text = json(&light)?;
    let Some(path) = &arguments.output else {
        return output::json_text(&text);
    };
    write(path, &text)?;
    if arguments.first {
        first_screens(light, path)?;
    }
    Ok(Verdict::Right)
}

/// Writes the first screens of a plan beside it. A duty that is asked of too many has none.
fn first_screens(plan: Plan, path: &str) -> Result<(), Failure> {
    let plan = Rc::new(plan);
    let stem = path.strip_suffix(".json").unwrap_or(path);
    for duty in &plan.duties {
        for (tag, lang) in [("vi", Lang::Vi), ("en", Lang::En)] {
            let id = duty.id.as_str();
            if let Some(first) = phieu::form::first(&plan, id, None, lang) {
                write(&format!("{stem}.{id}.{tag}.json"), &json(&first)?)?;
            }
        }
    }
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| output::no_json())
}

fn write(path: &str, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| Failure::unwritten(path, &error))
}

fn publish(arguments: &PublishArgs, to: &str) -> Result<Verdict, Failure> {
    let lang = Lang::from(arguments.lang);
    let text = input::text(&arguments.plan)?;
    // What is wrong is said here, in the lines of the file, without asking anybody.
    let plan = input::plan_of(&arguments.plan, &text)?;
    let sender = sending::Sender::new(to, arguments.token_file.as_deref(), lang)?;
    let id = plan.id.as_str();
    let seen = match arguments.over {
        Some(over) => Some(sender.tag_of(id, over)?),
        None => None,
    };
    let published = sender.publish(id, seen.as_deref(), &text)?;
    if arguments.json {
        return output::json(&published.answer);
    }
    let file = arguments.plan.as_str();
    output::write(&told(&published, &sender, (id, file), lang))
}

/// What was published, where it is, and what comes next.
fn told(
    published: &sending::Published,
    sender: &sending::Sender,
    (id, file): (&str, &str),
    lang: Lang,
) -> String {
    let (version, findings) = (published.version, published.findings);
    let (plan, api) = (sender.address(&format!("plans/{id}")), sender.address(""));
    let api = api.trim_end_matches('/');
    let snippet = format!("<phieu-report plan=\"{plan}\" endpoint=\"{api}\"></phieu-report>");
    match lang {
        Lang::Vi => {
            let what = if published.is_new {
                format!("Đã công bố phiên bản {version} của kế hoạch {id}.")
            } else {
                format!("Kế hoạch {id} đã được công bố đúng như vậy: phiên bản {version}.")
            };
            format!(
                "{what}\n  địa chỉ        {plan}\n  cho trang web  {snippet}\n  mã, đường dẫn  phieu keys {file} --database … --portal … in mã và đường dẫn của từng đơn vị\n  điểm chưa rõ   {findings} (phieu lint cho biết từng điểm)\n"
            )
        }
        Lang::En => {
            let what = if published.is_new {
                format!("Version {version} of the plan {id} is published.")
            } else {
                format!("The plan {id} is published just so already: version {version}.")
            };
            format!(
                "{what}\n  address     {plan}\n  for a page  {snippet}\n  codes       phieu keys {file} --database … --portal … prints each unit's code and link\n  unclear     {findings} points (phieu lint names them)\n"
            )
        }
    }
}
