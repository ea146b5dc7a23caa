//! The levels of which a document speaks.

use super::groups::bare;
use super::ids;
use super::label::capital;
use crate::plan::Group;
use crate::reading::Reading;
use crate::text::fold;

/// Words for all who report, whatever they are.
const EVERYBODY: [&str; 4] = ["don vi", "dia phuong", "noi", "tat ca don vi"];

/// The levels that the document speaks of, from the top down; of two names for one the longer.
pub(super) fn levels(reading: &Reading) -> Vec<Group> {
    let said = reading.duties.iter().map(|duty| &duty.by);
    let said = said.chain(reading.activities.iter().map(|activity| &activity.level));
    let said = said.chain(reading.units.iter().map(|unit| &unit.level));
    let mut names: Vec<String> = Vec::new();
    for words in said {
        let own = bare(words);
        // A list of who sends is no level.
        if own.is_empty() || own.split(' ').count() > 5 || words.contains([',', ';']) {
            continue;
        }
        if EVERYBODY.contains(&&*own) {
            continue;
        }
        let name = words.trim();
        let name = ["Các ", "các "]
            .iter()
            .find_map(|before| name.strip_prefix(before))
            .unwrap_or(name);
        let alike = names.iter_mut().find(|other| {
            let other = bare(other);
            other.starts_with(&own) || own.starts_with(&other)
        });
        match alike {
            Some(other) if other.chars().count() < name.chars().count() => *other = capital(name),
            Some(_) => {}
            None => names.push(capital(name)),
        }
    }
    let is_above = |name: &String| {
        let name = fold(name);
        name.starts_with("cap ") && !name.contains("co so")
    };
    let (above, below): (Vec<_>, Vec<_>) = names.into_iter().partition(is_above);
    let mut levels: Vec<Group> = Vec::new();
    let mut ordered: Vec<String> = above.into_iter().chain(below).collect();
    if ordered.iter().all(is_above) && !ordered.is_empty() {
        ordered.push("Cơ sở Đoàn".to_owned());
    }
    for name in ordered.into_iter().take(8) {
        let id = ids::made(&name, "cap", |id| {
            levels.iter().any(|level| level.id == *id)
        });
        levels.push(Group { id, name });
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::levels;
    use crate::reading::read;

    #[test]
    fn all_who_report_are_no_level_of_their_own() {
        let text = "KẾ HOẠCH\nCông tác năm 2024\n\nI. CHẾ ĐỘ BÁO CÁO\n- Cơ sở Đoàn gửi báo cáo kết quả trước ngày 20/3/2024.\n\
            - Lưu ý: Các đơn vị báo cáo số liệu do chính đơn vị thực hiện.\n";
        let names: Vec<String> = levels(&read(text))
            .into_iter()
            .map(|level| level.name)
            .collect();
        assert_eq!(names, ["Cơ sở Đoàn"]);
    }
}
