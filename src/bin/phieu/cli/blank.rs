//! `phieu blank`.

use super::{Failure, Tongue, Verdict, input, output};
use phieu::calendar::{Date, Period};
use phieu::form::{self, Blank, BlankSection, FieldView, InputView, ListView};
use phieu::message::{self, Paper};
use phieu::plan::{Duty, Plan};
use phieu::schedule::{Timeliness, occasions_of_all};
use phieu::text::Lang;
use std::rc::Rc;

/// What `phieu blank` takes.
#[derive(Debug, clap::Args)]
pub struct BlankArgs {
    /// The plan's file, or - for the standard input
    plan: String,
    /// The duty's id
    #[arg(long)]
    duty: String,
    /// The unit: its id, or enough of its name to tell it from others; a paper for all that owe it where it is left out
    #[arg(long)]
    unit: Option<String>,
    /// The period: its name, or its first day; all of them, to be ticked, where it is left out
    #[arg(long)]
    period: Option<String>,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// How many rows a list of activities has at least.
const ROWS: u16 = 6;

/// Writes a form to be printed and filled in by hand, as HTML.
///
/// # Errors
/// The plan cannot be read, has no such duty, unit or period, or nobody owes that.
pub fn run(arguments: &BlankArgs) -> Result<Verdict, Failure> {
    let plan = Rc::new(input::plan(&arguments.plan)?);
    let duty = input::duty(&plan, &arguments.duty)?;
    let unit = arguments.unit.as_deref();
    let unit = unit.map(|unit| input::unit(&plan, unit)).transpose()?;
    let period = arguments.period.as_deref();
    let period = period
        .map(|name| period_of(&plan, duty, name))
        .transpose()?;
    let lang = Lang::from(arguments.lang);
    let paper = form::blank(&plan, duty, unit, period, lang).ok_or_else(|| {
        let id = &duty.id;
        Failure::new(
            format!("Ở đó không ai phải gửi “{id}”. Xem một đơn vị phải gửi gì bằng lệnh phieu duties TỆP --unit ĐƠN_VỊ."),
            format!("\"{id}\" is not owed there. What a unit owes is listed by phieu duties PLAN --unit UNIT."),
        )
    })?;
    output::write(&page(&paper, lang))
}

/// The period of that name, or the one that begins on that day.
fn period_of(plan: &Plan, duty: &Duty, asked: &str) -> Result<Period, Failure> {
    let all = occasions_of_all(plan, duty);
    let day = Date::parse_iso(asked).ok();
    let found = all.iter().find(|each| {
        each.label.as_deref() == Some(asked) || day.is_some_and(|day| each.period.from() == day)
    });
    found.map(|each| each.period).ok_or_else(|| {
        let known = |lang| {
            let lines = all.iter().map(|each| {
                let days = message::period(&each.period, lang);
                format!("\n  {}", message::dated(each.label.as_deref(), &days))
            });
            lines.collect::<String>()
        };
        let (id, vi, en) = (&duty.id, known(Lang::Vi), known(Lang::En));
        Failure::new(
            format!("“{id}” không có kỳ “{asked}”. Hãy ghi tên hoặc ngày đầu của một trong các kỳ sau:{vi}"),
            format!("\"{id}\" has no period \"{asked}\". Give the name or the first day of one of these:{en}"),
        )
    })
}

/// A page that a browser prints: all in one file, without a script.
fn page(paper: &Blank, lang: Lang) -> String {
    let word = |place| message::paper(place, lang);
    let title = escaped(&format!("{} – {}", paper.duty_name, paper.title));
    let channels: Vec<String> = paper
        .channels
        .iter()
        .map(|channel| {
            channel.address.as_ref().map_or_else(
                || channel.name.clone(),
                |address| format!("{}: {address}", channel.name),
            )
        })
        .collect();
    let periods: Vec<String> = paper
        .periods
        .iter()
        .map(|period| {
            let deadline = period.deadline_text.as_ref().map_or_else(
                || message::timeliness(Timeliness::NoDeadline, lang).to_lowercase(),
                |deadline| format!("{} {deadline}", word(Paper::Deadline)),
            );
            let mark = if paper.periods.len() > 1 { BOX } else { "" };
            format!("{mark}{}; {deadline}", period.dated_text)
        })
        .collect();
    let head = [
        (
            Paper::Unit,
            vec![paper.unit_name.clone().unwrap_or_default()],
        ),
        (Paper::Period, periods),
        (Paper::To, paper.to.clone().into_iter().collect()),
        (Paper::Channel, channels),
    ]
    .into_iter()
    .filter(|(_, said)| !said.is_empty())
    .map(|(place, said)| {
        let lines: Vec<String> = said.iter().map(|line| escaped(line)).collect();
        format!(
            "<tr><th>{}</th><td>{}</td></tr>\n",
            word(place),
            lines.join("<br>")
        )
    })
    .collect::<String>();
    let sections: String = paper
        .sections
        .iter()
        .map(|each| section(each, lang))
        .collect();
    let document = paper
        .document_text
        .as_deref()
        .map(|text| line("p", "document", text));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{}</h1>\n{}{}<table class=\"head\">\n{head}</table>\n{}{sections}\
         <footer>\n{}{}{}</footer>\n</body>\n</html>\n",
        match lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        },
        escaped(&paper.duty_name),
        line("p", "plan", &paper.title),
        document.unwrap_or_default(),
        line("p", "hint", word(Paper::Required)),
        line("p", "", word(Paper::Signed)),
        line("p", "signer", word(Paper::Signer)),
        line("p", "hint", word(Paper::Signature)),
    )
}

fn section(BlankSection { view, columns }: &BlankSection, lang: Lang) -> String {
    let mut out = line("h2", "", &view.title);
    out.extend(view.hint.as_deref().map(|hint| line("p", "hint", hint)));
    out.extend(view.fields.iter().map(|each| field(each, lang)));
    out.extend(
        view.activities
            .as_ref()
            .map(|list| activities(list, columns, lang)),
    );
    format!("<section>\n{out}</section>\n")
}

fn field(field: &FieldView, lang: Lang) -> String {
    let mut asked = line("p", "label", &label(field));
    asked.extend(field.hint.as_deref().map(|hint| line("p", "hint", hint)));
    asked.extend(
        field
            .targets
            .iter()
            .map(|target| line("p", "target", target)),
    );
    let answers: String = field
        .inputs
        .iter()
        .map(|input| answer(field, input, lang))
        .collect();
    // What is short stands beside its question.
    let look = if field.short { " short" } else { "" };
    format!("<div class=\"field{look}\">\n<div>\n{asked}</div>\n<div>\n{answers}</div>\n</div>\n")
}

/// A place to write at.
fn answer(field: &FieldView, input: &InputView, lang: Lang) -> String {
    if !input.choices.is_empty() {
        let how = if field.several {
            Paper::Several
        } else {
            Paper::One
        };
        let boxes: Vec<String> = input
            .choices
            .iter()
            .map(|choice| format!("<span>{BOX}{}</span>", escaped(&choice.label)))
            .collect();
        let how = line("p", "hint", message::paper(how, lang));
        return format!("{how}<p class=\"choices\">{}</p>\n", boxes.join(" "));
    }
    if field.lines {
        return "<div class=\"line\"></div>\n".repeat(4);
    }
    let before = input.label.as_deref().map(escaped).unwrap_or_default();
    let after = field.noun.as_deref().map(escaped).unwrap_or_default();
    format!(
        "<p class=\"answer\"><span>{before}</span><span class=\"line\"></span><span>{after}</span></p>\n"
    )
}

fn activities(list: &ListView, columns: &[FieldView], lang: Lang) -> String {
    let mut out = String::new();
    if list.least > 0 {
        out.push_str(&line("p", "hint", &message::at_least(list.least, lang)));
    }
    if !list.planned.is_empty() {
        out.push_str(&line("p", "label", message::paper(Paper::Planned, lang)));
        let each = list.planned.iter().map(|activity| {
            let named = message::dated(
                Some(&activity.title),
                activity.date_text.as_deref().unwrap_or_default(),
            );
            format!(
                "<li>{BOX}{}</li>\n",
                escaped(named.trim_end_matches([' ', ',']))
            )
        });
        out.push_str(&format!("<ul>\n{}</ul>\n", each.collect::<String>()));
    }
    let heads: String = columns
        .iter()
        .map(|column| {
            let hint = column
                .hint
                .as_deref()
                .map(|hint| format!("<small>{}</small>", escaped(hint)));
            format!(
                "<th>{}{}</th>",
                escaped(&label(column)),
                hint.unwrap_or_default()
            )
        })
        .collect();
    let cells = "<td></td>".repeat(columns.len());
    let rows: String = (1..=list.least.max(ROWS))
        .map(|number| format!("<tr><td>{number}</td>{cells}</tr>\n"))
        .collect();
    let number = message::paper(Paper::Row, lang);
    out.push_str(&format!(
        "<table class=\"list\">\n<tr><th>{number}</th>{heads}</tr>\n{rows}</table>\n"
    ));
    out.push_str(&line("p", "hint", message::paper(Paper::MoreRows, lang)));
    out
}

fn label(field: &FieldView) -> String {
    let mark = if field.required { " *" } else { "" };
    format!("{}{mark}", field.label)
}

fn line(tag: &str, class: &str, text: &str) -> String {
    format!("<{tag} class=\"{class}\">{}</{tag}>\n", escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A box to be ticked.
const BOX: &str = "☐ ";

const STYLE: &str = "
@page { size: A4; margin: 15mm }
body { font: 12pt/1.4 'Times New Roman', Times, serif; max-width: 180mm; margin: 0 auto; color: #000; background: #fff }
h1 { font-size: 16pt; text-align: center; margin: 0; text-transform: uppercase }
.plan, .document { text-align: center; margin: 0 }
.plan { font-weight: bold }
h2 { font-size: 13pt; margin: 14pt 0 4pt; break-after: avoid }
p { margin: 2pt 0 }
table { border-collapse: collapse; width: 100% }
.head { margin: 10pt 0 }
.head th { text-align: left; vertical-align: top; width: 38mm; padding: 2pt 6pt 2pt 0 }
.head td { padding: 2pt 0 }
.head tr:first-child td:empty { border-bottom: 1px dotted #000 }
.field { break-inside: avoid; margin: 0 0 8pt }
.short { display: grid; grid-template-columns: 1fr 45%; gap: 0 12pt }
.label { font-weight: bold }
.hint, .target, small { font-size: 10pt; font-style: italic; display: block; font-weight: normal }
.answer { display: flex; gap: 6pt; align-items: baseline }
.line { flex: 1; display: block; border-bottom: 1px dotted #000; height: 16pt }
.choices span { display: inline-block; margin-right: 14pt }
ul { margin: 0; padding: 0; list-style: none; columns: 2 }
li { break-inside: avoid }
.list { margin: 6pt 0; font-size: 10pt }
.list th, .list td { border: 1px solid #000; padding: 2pt 4pt; text-align: left; vertical-align: top }
.list td { height: 24pt }
footer { margin: 20pt 0 0 45%; white-space: nowrap; text-align: center; break-inside: avoid }
.signer { font-weight: bold }
";
