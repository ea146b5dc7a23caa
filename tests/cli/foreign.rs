//! `phieu serve` with files of another database: it says so and does not begin, on either engine.

use crate::bucket::{refused, sent_soon};
use crate::serve::{asks_for_files, start};
use crate::support::{folder, path};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A PostgreSQL that ends with its standard input; none where none is installed, which it says.
fn postgres() -> Option<(String, Child)> {
    let mut child = Command::new(path("tools/postgres.sh"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut url = String::new();
    let said = child.stdout.as_mut()?;
    BufReader::new(said).read_line(&mut url).ok()?;
    url.starts_with("postgres://")
        .then(|| (url.trim().to_owned(), child))
}

/// A file comes to a collector on that database, which ends then; the mark of the folder in which it lies.
fn marked(folder: &Path, database: &[&str], number: u8) -> String {
    let options = [&["--open", "--files", "files"], database].concat();
    let served = start(folder, &options);
    asks_for_files(folder);
    let answer = sent_soon(&served, number);
    assert!(answer.contains("\"whole\":true"), "{answer}");
    assert_eq!(served.terminate().0, Some(0));
    let mark = std::fs::read_to_string(folder.join("files/phieu.mark")).unwrap();
    mark.trim().to_owned()
}

#[test]
fn a_folder_of_another_database_is_refused_and_the_mark_that_it_lacks_is_named() {
    let server = postgres();
    let url = server.as_ref().map(|(url, _)| ["--database", &**url]);
    let (one, other) = (folder("foreign-one"), folder("foreign-other"));
    for folder in [&one, &other] {
        std::fs::create_dir_all(folder.join("data")).unwrap();
    }
    let theirs = marked(&other, &[], 1);
    let elsewhere = other.join("files").display().to_string();
    let databases = [&[][..]].into_iter().chain(url.iter().map(|url| &url[..]));
    for database in databases {
        let own = marked(&one, database, 2);
        assert_ne!(own, theirs);
        let options = [&["--files", &*elsewhere], database].concat();
        let said = refused(&one, &options);
        for words in [
            &*elsewhere,
            "does not hold the files of this database",
            "name with --files the folder",
            &*own,
        ] {
            assert!(said.contains(words), "{said}");
        }
        assert!(!said.contains(&theirs), "{said}");
        // It was moved there: who says so by the mark is believed.
        std::fs::rename(one.join("files"), one.join("moved")).unwrap();
        let said = refused(&one, &[&["--files", "files"], database].concat());
        assert!(said.contains(&own), "{said}");
        let options = [&["--open", "--files", "moved"], database].concat();
        assert_eq!(start(&one, &options).terminate().0, Some(0));
        std::fs::remove_dir_all(one.join("moved")).unwrap();
    }
    let untouched = std::fs::read_to_string(other.join("files/phieu.mark")).unwrap();
    assert_eq!(untouched.trim(), theirs);
}
