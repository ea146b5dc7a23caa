//! `phieu progress`.

use super::failure::named;
use super::{Failure, Tongue, Verdict, input, output, paper};
use phieu::calendar::Instant;
use phieu::message;
use phieu::office::{self, RowsFile};
use phieu::plan::Plan;
use phieu::progress::{self, ProgressView, TallyView, TargetProgressView, TotalView};
use phieu::report::Arrival;
use phieu::rollup::RollUp;
use phieu::text::Lang;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

/// What `phieu progress` takes.
#[derive(Debug, clap::Args)]
pub struct ProgressArgs {
    /// The plan's file
    plan: String,
    /// What came, one arrival a line (NDJSON), or - for the standard input
    reports: String,
    /// The moment: 2023-02-27, 2023-02-27T08:00 (at the plan's offset) or RFC 3339; what came later is
    /// left out. Now, where it is left out
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    /// Write JSON
    #[arg(long)]
    pub(super) json: bool,
    /// The Word file to write, in which the office reports it to the level above, or - for the standard output
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    docx: Option<String>,
    /// Write the rows of this table (an indicator) of all reports that count, as CSV, a row a line
    #[arg(long, value_name = "TABLE", conflicts_with_all = ["json", "docx"])]
    rows: Option<String>,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Tongue,
}

/// Rolls reports up and says how far each target is.
///
/// # Errors
/// The plan or the reports cannot be read; a line is no arrival; the moment is none.
pub fn run(arguments: &ProgressArgs, now: Instant) -> Result<Verdict, Failure> {
    let plan = input::plan(&arguments.plan)?;
    let now = arguments
        .at
        .as_deref()
        .map_or(Ok(now), |at| input::moment(at, &plan))?;
    let mut rollup = RollUp::new(&plan);
    read(
        &mut rollup,
        &plan,
        &arguments.reports,
        arguments.at.is_some().then_some(now),
    )?;
    if let Some(indicator) = &arguments.rows {
        return rows(&plan, &rollup, indicator, arguments);
    }
    if let Some(name) = &arguments.docx {
        let view = progress::progress(&plan, &rollup.at(now), Lang::Vi);
        return paper::write(name, &office::summary(&plan, &view, now));
    }
    let view = progress::progress(&plan, &rollup.at(now), Lang::from(arguments.lang));
    if arguments.json {
        return output::json(&view);
    }
    output::write(&in_words(&view, Lang::from(arguments.lang)))
}

/// Writes the rows of a table: the reports are read a second time, now that it is known which of them count.
fn rows(
    plan: &Plan,
    rollup: &RollUp<&Plan>,
    indicator: &str,
    arguments: &ProgressArgs,
) -> Result<Verdict, Failure> {
    let path = &arguments.reports;
    if path == "-" {
        return Err(Failure::new(
            "Với --rows, các báo cáo được đọc hai lần. Hãy ghi tên tệp thay cho dấu -.",
            "With --rows the reports are read twice. Name a file in the place of -.",
        ));
    }
    let lang = Lang::from(arguments.lang);
    let Some(mut file) = RowsFile::of(plan, rollup, indicator, lang) else {
        let tables = plan
            .indicators
            .iter()
            .filter(|one| one.measure.table().is_some());
        let tables: Vec<&str> = tables.map(|one| one.id.as_str()).collect();
        return Err(no_table(indicator, &tables.join(", ")));
    };
    let unreadable = |error: std::io::Error| Failure::unread(path, &error);
    let mut source = BufReader::with_capacity(1 << 16, File::open(path).map_err(unreadable)?);
    let mut line = Vec::new();
    while source.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
        file.take_line(&line);
        line.clear();
    }
    output::file(file.write().as_bytes())
}

fn no_table(asked: &str, tables: &str) -> Failure {
    if tables.is_empty() {
        return Failure::new(
            format!("Kế hoạch không có bảng “{asked}”, và không có bảng nào khác."),
            format!("The plan has no table \"{asked}\", and no other one."),
        );
    }
    Failure::new(
        format!("Kế hoạch không có bảng “{asked}”. Các mã có trong kế hoạch: {tables}."),
        format!("The plan has no table \"{asked}\". Give one that it has: {tables}."),
    )
}

/// Takes the lines in one after the other, so that the file may be of any size.
fn read(
    rollup: &mut RollUp<&Plan>,
    plan: &Plan,
    path: &str,
    until: Option<Instant>,
) -> Result<(), Failure> {
    let unreadable = |error: std::io::Error| Failure::unread(path, &error);
    let source: Box<dyn Read> = if path == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path).map_err(unreadable)?)
    };
    let mut source = BufReader::with_capacity(1 << 16, source);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if source.read_until(b'\n', &mut line).map_err(unreadable)? == 0 {
            break;
        }
        let intake = match until {
            None => rollup.add_lines(&line),
            Some(until) => rollup.add_lines_until(&line, until),
        };
        if !intake.unreadable.is_empty() {
            let why = Arrival::parse(&line).err();
            let why = |lang| {
                let sentence = why.as_ref().map(|one| message::sentence(one, plan, lang));
                sentence.map_or(String::new(), |sentence| format!(" {sentence}"))
            };
            let (vi, en) = (named(path, Lang::Vi), named(path, Lang::En));
            return Err(Failure::new(
                format!(
                    "Dòng {number} của {vi} không phải là một lần gửi báo cáo, ghi như {{\"receivedAt\":…,\"submission\":…}}.{}",
                    why(Lang::Vi)
                ),
                format!(
                    "Line {number} of {en} is no arrival, which is written {{\"receivedAt\":…,\"submission\":…}}.{}",
                    why(Lang::En)
                ),
            ));
        }
    }
    Ok(())
}

fn in_words(view: &ProgressView, lang: Lang) -> String {
    let heading = |vi: &str, en: &str| match lang {
        Lang::Vi => format!("\n{vi}\n"),
        Lang::En => format!("\n{en}\n"),
    };
    let mut text = format!(
        "{}\n{} · {}\n",
        view.title, view.now_text, view.partial.text
    );
    if let Some(note) = &view.strays_text {
        text.push_str(note);
        text.push('\n');
    }
    text.push_str(&heading("Chỉ tiêu", "Targets"));
    let rows = view.targets.iter().chain(&view.alternatives).map(target);
    let rows: Vec<Vec<String>> = [heads(lang)].into_iter().chain(rows).collect();
    text.push_str(&output::table(&rows));
    if !view.answers.is_empty() {
        text.push_str(&heading("Câu trả lời", "Answers"));
    }
    for asked in &view.answers {
        text.push_str(&format!("{}: {}\n", asked.label, asked.text));
        for answer in &asked.answers {
            text.push_str(&format!("  {}\n", answer.text));
        }
    }
    text.push_str(&totals(view, &heading));
    text.push_str(&heading("Gửi báo cáo", "Reports"));
    let tally = |name: &str, tally: &TallyView| vec![name.to_owned(), tally.text.clone()];
    let completeness = &view.completeness;
    let rows: Vec<Vec<String>> = completeness
        .by_duty
        .iter()
        .chain(&completeness.by_sector)
        .map(|one| tally(&one.name, &one.tally))
        .collect();
    text.push_str(&output::table(&rows));
    if !view.duplicates.is_empty() {
        text.push_str(&heading("Có thể trùng lặp", "Perhaps claimed twice"));
    }
    for pair in &view.duplicates {
        let claim = |one: &phieu::progress::ClaimView| {
            format!("{} — {} ({})", one.unit_name, one.title, one.period_text)
        };
        text.push_str(&format!(
            "{}\n{}\n  {}\n",
            claim(&pair.one),
            claim(&pair.other),
            pair.text
        ));
    }
    if !view.discrepancies.is_empty() {
        text.push_str(&heading("Số liệu chênh lệch", "Figures that differ"));
    }
    for one in &view.discrepancies {
        text.push_str(&format!(
            "{} — {}: {}\n",
            one.unit_name, one.label, one.text
        ));
    }
    text
}

/// Every figure, and what is said in words.
fn totals(view: &ProgressView, heading: &impl Fn(&str, &str) -> String) -> String {
    let mut text = String::new();
    if !view.totals.is_empty() {
        text.push_str(&heading("Số liệu tổng hợp", "Totals of every figure"));
    }
    let row = |total: &TotalView| {
        let of = &total.sum;
        vec![
            total.label.clone(),
            or_dash(&of.value_text),
            total.combine_text.to_owned(),
            of.known_text.clone(),
            of.partial.text.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = view.totals.iter().map(row).collect();
    text.push_str(&output::table(&rows));
    if !view.narratives.is_empty() {
        text.push_str(&heading("Thuyết minh", "In words"));
    }
    for question in &view.narratives {
        text.push_str(&format!("{}\n", question.label));
        for answer in &question.answers {
            let said = answer.text.replace('\n', "\n    ");
            text.push_str(&format!(
                "  {} ({}): {said}\n",
                answer.unit_name, answer.when_text
            ));
        }
        if let Some(more) = &question.more_text {
            text.push_str(&format!("  {more}\n"));
        }
    }
    text
}

fn or_dash(text: &str) -> String {
    if text.is_empty() { "–" } else { text }.to_owned()
}

fn heads(lang: Lang) -> Vec<String> {
    let heads = match lang {
        Lang::Vi => [
            "Số",
            "Chỉ tiêu",
            "Đã đạt",
            "Cần đạt",
            "Tỷ lệ",
            "Tiến độ đều",
            "Dự kiến",
            "Tình trạng",
            "Báo cáo",
        ],
        Lang::En => [
            "No.",
            "Target",
            "Reached",
            "To reach",
            "Share",
            "Even pace",
            "Projection",
            "State",
            "Reports",
        ],
    };
    heads.map(str::to_owned).to_vec()
}

fn target(target: &TargetProgressView) -> Vec<String> {
    vec![
        target.number.clone().unwrap_or_default(),
        target.text.clone(),
        or_dash(&target.value_text),
        or_dash(&target.target_value_text),
        or_dash(&target.share_text),
        or_dash(&target.expected_text),
        or_dash(&target.projection_text),
        target.state_text.clone(),
        target
            .note
            .clone()
            .unwrap_or_else(|| target.partial.text.clone()),
    ]
}
