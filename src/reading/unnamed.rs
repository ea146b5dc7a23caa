//! Activities whose sentence says only when, or in how many rounds: "Ra quân tháng 6/2025", "Tổ chức 02 đợt: đợt 1 từ …".

use super::activity::tells_when;
use super::context::Block;
use super::paper::capital;
use super::proposal::{ActivityProposal, Grade};
use super::rounds::last_in;
use crate::text::{fold, single_line};

const BY_HEADING: &str = "Câu không nêu tên hoạt động: lấy tên theo đề mục.";
const NO_NAME: &str = "Câu không nêu tên hoạt động: ghi lại tên.";

/// Words that say when, how often, that it is held or of what kind it is, and not what.
const EMPTY: [&str; 70] = [
    "to", "chuc", "trien", "khai", "thuc", "hien", "dot", "lan", "ky", "ki", "buoi", "cuoc",
    "tuan", "thang", "quy", "nam", "ngay", "gio", "sang", "chieu", "toi", "dau", "giua", "cuoi",
    "tu", "den", "het", "vao", "trong", "luc", "du", "kien", "moi", "cac", "va", "thanh", "lam",
    "chia", "thoi", "gian", "i", "ii", "iii", "iv", "theo", "mot", "hai", "nhiem", "vu", "noi",
    "dung", "giai", "phap", "hoat", "dong", "phong", "trao", "chuong", "trinh", "cong", "tac",
    "ke", "hoach", "tam", "so", "chinh", "chu", "yeu", "cu", "the",
];

/// Whether words name nothing.
fn is_empty(title: &str) -> bool {
    fold(title).split(' ').all(|word| {
        word.is_empty() || EMPTY.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Gives an activity without a name that of its sentence's verb or of its heading; `from` is where the sentence begins, and
/// `day` its first day.
pub(super) fn named(block: &Block<'_>, (from, day): (usize, usize), told: &mut ActivityProposal) {
    if !is_empty(&told.title) {
        return;
    }
    let piece = &block.piece;
    let when = (from + 1..day).find(|at| tells_when(piece, *at));
    let own = single_line(piece.written(from, when.unwrap_or(day))).replace('*', "");
    let own = own.trim_matches([' ', ',', ':', ';', '-', '.']);
    if !is_empty(own) {
        told.title = capital(own);
        return;
    }
    let heading = [&block.heading, &block.above];
    let heading = heading.into_iter().find(|words| !is_empty(words));
    let Some(heading) = heading else {
        told.grade = Grade::Maybe;
        told.reasons.push(NO_NAME.to_owned());
        return;
    };
    let round = last_in(piece, from..day).map(|round| piece.written(round.start, round.end));
    let heading = heading.trim_end_matches([':', '.', ' ']);
    told.title = match round {
        Some(round) => [heading, ", ", &crate::text::fold_case(round)].concat(),
        None => heading.to_owned(),
    };
    told.grade = told.grade.max(Grade::Likely);
    told.reasons.push(BY_HEADING.to_owned());
}

#[cfg(test)]
mod tests {
    use crate::reading::{Grade, read};

    #[test]
    fn what_only_says_when_is_called_by_its_verb_or_its_heading() {
        for (heading, sentence, title, is_sure) in [
            ("NHIỆM VỤ", "3. Ra quân tháng 6/2025.", "Ra quân", true),
            (
                "NHIỆM VỤ",
                "- Tổng vệ sinh ngày 15/3/2025.",
                "Tổng vệ sinh",
                false,
            ),
            (
                "NGÀY CHỦ NHẬT XANH",
                "- Tổ chức 02 đợt: đợt 1 từ ngày 01/3 đến ngày 15/3/2025.",
                "NGÀY CHỦ NHẬT XANH, đợt 1",
                false,
            ),
            (
                "HIẾN MÁU TÌNH NGUYỆN",
                "- Tổ chức vào ngày 20/4/2025.",
                "HIẾN MÁU TÌNH NGUYỆN",
                false,
            ),
            (
                "NHIỆM VỤ",
                "- Tổ chức Hội trại vào ngày 20/4/2025.",
                "Hội trại",
                true,
            ),
        ] {
            let text = format!("KẾ HOẠCH\nCông tác năm 2025\n\nI. {heading}\n{sentence}\n");
            let found = read(&text).activities;
            let said: Vec<_> = found
                .iter()
                .map(|one| (one.title.as_str(), one.grade == Grade::Sure))
                .collect();
            assert_eq!(said, [(title, is_sure)], "{sentence}");
        }
    }

    #[test]
    fn the_span_of_a_report_is_used_with_it() {
        let text = "KẾ HOẠCH\nCông tác năm 2025\n\nI. CHẾ ĐỘ BÁO CÁO\n- Báo cáo 6 tháng trước ngày 10/6/2025.\n- Báo cáo 9 tháng trước ngày 10/9/2025.\n";
        let reading = read(text);
        assert_eq!(reading.duties.len(), 2);
        assert_eq!(reading.unused, []);
    }
}
