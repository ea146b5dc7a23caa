//! A line that was typed and cannot be understood, in whole sentences.

use super::{Failure, Tongue};
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The commands that keep a collector: they speak English alone.
const ENGLISH: [&str; 5] = ["serve", "backup", "restore", "export", "import"];

/// The language that the line asks for; none where the command speaks English alone.
#[must_use]
pub fn tongue(line: &[String]) -> Option<Tongue> {
    if line
        .iter()
        .skip(1)
        .take(1)
        .any(|one| ENGLISH.contains(&one.as_str()))
    {
        return None;
    }
    let after = line.iter().zip(line.iter().skip(1));
    let apart = after
        .into_iter()
        .any(|(one, next)| one == "--lang" && next == "en");
    let is_english = apart || line.iter().any(|one| one == "--lang=en");
    Some(if is_english { Tongue::En } else { Tongue::Vi })
}

/// What is wrong with the line, and how the command is used.
#[must_use]
pub fn failure(error: &Error, line: &[String]) -> Failure {
    let (vi, en) = said(error);
    let usage = of(error, ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage:").trim();
    if usage.is_empty() {
        let command = line.get(1).filter(|one| !one.starts_with('-'));
        let command = command.filter(|_| error.kind() != ErrorKind::InvalidSubcommand);
        let help = command.map_or("phieu --help".to_owned(), |one| {
            format!("phieu {one} --help")
        });
        return Failure::new(
            format!("{vi}\nXem cách dùng: {help}"),
            format!("{en}\nHow it is used: {help}"),
        );
    }
    Failure::new(
        format!("{vi}\nCách dùng: {usage}"),
        format!("{en}\nUsage: {usage}"),
    )
}

fn said(error: &Error) -> (String, String) {
    let argument = of(error, ContextKind::InvalidArg);
    let value = of(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => (
            format!("Thiếu {argument}."),
            format!("Write {argument} too: it is missing."),
        ),
        ErrorKind::MissingSubcommand => (
            "Thiếu tên việc cần làm.".into(),
            "What to do is missing.".into(),
        ),
        ErrorKind::UnknownArgument => {
            let meant = of(error, ContextKind::SuggestedArg);
            let (vi, en) = perhaps(&meant);
            (
                format!("Lệnh này không nhận “{argument}”.{vi}"),
                format!("This command does not take \"{argument}\".{en}"),
            )
        }
        ErrorKind::InvalidSubcommand => {
            let command = of(error, ContextKind::InvalidSubcommand);
            let meant = of(error, ContextKind::SuggestedSubcommand);
            let (vi, en) = perhaps(&meant);
            (
                format!("Không có lệnh “{command}”.{vi}"),
                format!("There is no command \"{command}\".{en}"),
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => (
            format!("Sau {argument} còn thiếu giá trị."),
            format!("A value is missing after {argument}."),
        ),
        ErrorKind::InvalidValue => {
            let valid = of(error, ContextKind::ValidValue);
            (
                format!("{argument} không nhận “{value}”. Hãy ghi một trong: {valid}."),
                format!("{argument} does not take \"{value}\". Write one of: {valid}."),
            )
        }
        ErrorKind::ValueValidation => (
            format!("{argument} không nhận “{value}”. Hãy ghi số nguyên từ 0 trở lên."),
            format!("{argument} does not take \"{value}\". Write a whole number from 0 on."),
        ),
        ErrorKind::ArgumentConflict => {
            let prior = of(error, ContextKind::PriorArg);
            (
                format!("{argument} không đi cùng {prior}. Hãy bỏ một trong hai."),
                format!("{argument} does not go with {prior}. Leave one of them out."),
            )
        }
        _ => (
            "Không hiểu dòng lệnh.".into(),
            "The line cannot be understood.".into(),
        ),
    }
}

/// What was perhaps meant: the likeliest, which stands last.
fn perhaps(meant: &str) -> (String, String) {
    let meant = meant.rsplit(", ").next().unwrap_or(meant);
    if meant.is_empty() {
        return (String::new(), String::new());
    }
    (
        format!(" Có phải là {meant}?"),
        format!(" Perhaps {meant} is meant."),
    )
}

fn of(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(several)) => several.join(", "),
        Some(ContextValue::StyledStr(one)) => one.to_string(),
        Some(ContextValue::StyledStrs(several)) => {
            let all: Vec<String> = several.iter().map(ToString::to_string).collect();
            all.join(", ")
        }
        _ => String::new(),
    }
}
