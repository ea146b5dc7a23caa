//! The program `phieu`: the command line, and the collector that `phieu serve` starts.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod cli;
#[cfg(feature = "collector")]
mod serve;

use cli::Command;
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = cli::arguments().command;
    let tongue = command.tongue();
    let outcome = match command {
        #[cfg(feature = "collector")]
        Command::Serve(arguments) => serve::run(*arguments),
        #[cfg(feature = "collector")]
        Command::Keys(arguments) => serve::keys::run(&arguments),
        #[cfg(feature = "collector")]
        Command::Backup(arguments) => serve::transfer::backup(&arguments),
        #[cfg(feature = "collector")]
        Command::Restore(arguments) => serve::transfer::restore(&arguments),
        #[cfg(feature = "collector")]
        Command::Export(arguments) => serve::transfer::export(&arguments),
        #[cfg(feature = "collector")]
        Command::Import(arguments) => serve::transfer::import(&arguments),
        Command::Task(task) => task.run(cli::now()),
    };
    cli::exit(&outcome, tongue)
}
