//! Pages made here, piece by piece.

use super::super::{Kind, text_of};

#[test]
fn dev() {
    let Ok(folder) = std::env::var("PAGES") else {
        return;
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.to_str().unwrap().ends_with(".pages.json") {
            let text = text_of(&std::fs::read(&path).unwrap(), Some(Kind::Pdf));
            std::fs::write(
                path.with_extension("out"),
                text.unwrap_or_else(|e| format!("{e:?}")),
            )
            .unwrap();
        }
    }
}
