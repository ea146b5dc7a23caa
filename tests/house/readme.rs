//! What the README tells people to press stands on the page in those words: the page's own, or the core's.

use super::{File, assert_none, files};

const SECTION: &str = "## Làm báo cáo, nhận báo cáo";

/// The words in bold of a section, but for the names of its readers, which end with a full stop.
fn pressed(text: &str) -> Vec<&str> {
    let section = text.split(SECTION).nth(1).unwrap_or_default();
    let section = section.split("\n## ").next().unwrap_or_default();
    let bold = section.split("**").skip(1).step_by(2);
    bold.filter(|words| !words.ends_with('.')).collect()
}

fn is_of_the_page(path: &str) -> bool {
    path.starts_with("www/src/") && path.ends_with(".js") || path == "src/message/words.rs"
}

fn unknown(text: &str, page: &[File]) -> Vec<String> {
    pressed(text)
        .into_iter()
        .filter(|words| {
            let written = [format!("'{words}'"), format!("\"{words}\"")];
            let holds = |file: &File| written.iter().any(|one| file.text.contains(one));
            !page.iter().any(holds)
        })
        .map(|words| format!("README.md: “{words}” stands on no page"))
        .collect()
}

#[test]
fn what_people_are_told_to_press_stands_on_the_page() {
    let (page, others): (Vec<File>, Vec<File>) = files()
        .into_iter()
        .partition(|file| is_of_the_page(&file.path));
    let readme = others.iter().find(|file| file.path == "README.md");
    let readme = &readme.expect("the house has a README.md").text;
    assert!(
        pressed(readme).len() > 5,
        "the section “{SECTION}” names what to press"
    );
    assert_none(unknown(readme, &page));
}

#[test]
fn a_button_that_is_not_there_is_seen() {
    let page = [File {
        path: "www/src/words/vi.js".to_owned(),
        text: "send: 'Gửi báo cáo',".to_owned(),
    }];
    for (told, breaches) in [
        ("**Bí thư.** Bấm **Gửi báo cáo**.", 0),
        ("Bấm **Gửi đi**.", 1),
    ] {
        let text = format!("# A\n\n{SECTION}\n\n{told}\n\n## B\n\n**C**\n");
        assert_eq!(unknown(&text, &page).len(), breaches, "{told}");
    }
}
