//! What the office that issued a plan reports to the level above it: prefilled from what has come, in the layout of its papers.
//! What nobody but the office can say stays blank.

use crate::calendar::Instant;
use crate::form::{
    BLANK, Letterhead, Official, OfficialBlock, OfficialStyle as Style, after, carrying_out, roman,
    table,
};
use crate::message;
use crate::plan::Plan;
use crate::progress::{NarrativesView, ProgressView};
use crate::text::{self, Lang, format_count, lines};
use std::collections::BTreeSet;

/// Official papers are in one language.
const LANG: Lang = Lang::Vi;

/// What stands where nothing was reported: never a nought.
const UNKNOWN: &str = "Chưa có số liệu";

/// The paper in which the office tells of a plan's progress, which is in Vietnamese. `at` is the moment of the paper.
#[must_use]
pub fn summary(plan: &Plan, progress: &ProgressView, at: Instant) -> Official {
    let letterhead = Letterhead::of_office(plan);
    let document = plan.document.as_deref();
    let issuer = document.map_or(BLANK, |document| &*document.issuer);
    let superior = document.and_then(|document| document.superior.as_deref());
    let mut out = vec![
        Style::Kind.block("Báo cáo"),
        Style::About.block("Kết quả thực hiện"),
        Style::About.block(plan.title.clone()),
        Style::About.block(["(tính đến ", &*progress.now_text, ")"].concat()),
        letterhead.system.below_title(),
        Style::To.block(message::to(superior.unwrap_or(BLANK), LANG)),
        Style::Text.block(
            [
                &*carrying_out(plan),
                issuer,
                " báo cáo kết quả, tổng hợp từ báo cáo của các đơn vị, như sau:",
            ]
            .concat(),
        ),
    ];
    let parts = [
        ("Tình hình gửi báo cáo", sent(progress)),
        ("Kết quả thực hiện chỉ tiêu", targets(progress)),
        ("Số liệu tổng hợp", totals(progress)),
        ("Điểm và xếp loại", scores(progress)),
        ("Nội dung các đơn vị báo cáo", told(&progress.narratives)),
        ("Đánh giá chung", vec![Style::Text.block(BLANK)]),
        ("Đề xuất, kiến nghị", vec![Style::Text.block(BLANK)]),
    ];
    let said = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    for (number, (title, blocks)) in (1..).zip(said) {
        out.push(Style::Section.block([&*roman(number), ". ", title].concat()));
        out.extend(blocks);
    }
    out.push(after(issuer));
    letterhead.around(out, at)
}

/// Who has sent what is due, report by report.
fn sent(progress: &ProgressView) -> Vec<OfficialBlock> {
    let partial = &progress.partial;
    let said = if partial.units == 0 {
        [&*partial.text, "."].concat()
    } else {
        [
            "Trong ",
            &*count(partial.units),
            " đơn vị có báo cáo đến hạn, ",
            &count(partial.sent),
            " đơn vị gửi đủ và đúng hạn, ",
            &count(partial.late),
            " đơn vị gửi trễ hạn, ",
            &count(partial.missing),
            " đơn vị còn thiếu báo cáo.",
        ]
        .concat()
    };
    let mut out = vec![Style::Text.block(said)];
    if partial.partial {
        let said = "Số liệu dưới đây chưa đủ, vì còn đơn vị chưa gửi báo cáo.";
        out.push(Style::Text.block(said));
    }
    let completeness = &progress.completeness;
    let due = completeness
        .by_duty
        .iter()
        .filter(|one| one.tally.expected > 0);
    let rows: Vec<Vec<String>> = (1..)
        .zip(due)
        .map(|(number, one): (usize, _)| {
            let tally = &one.tally;
            let mut row = vec![number.to_string(), one.name.clone()];
            row.extend([tally.expected, tally.on_time, tally.late, tally.missing].map(count));
            row
        })
        .collect();
    let names = &completeness.names;
    let head = [
        "TT",
        "Loại báo cáo",
        names.expected,
        names.on_time,
        names.late,
        names.missing,
    ];
    out.extend(listed(&[8, 40, 13, 13, 13, 13], &head, rows));
    out
}

fn targets(progress: &ProgressView) -> Vec<OfficialBlock> {
    let rows = (1..)
        .zip(progress.targets.iter().chain(&progress.alternatives))
        .map(|(place, target): (usize, _)| {
            let number = target.number.clone();
            vec![
                number.unwrap_or_else(|| place.to_string()),
                target.text.clone(),
                target.target_value_text.clone(),
                known(&target.value_text),
                target.share_text.clone(),
                target.state_text.clone(),
            ]
        });
    let head = [
        "TT",
        "Chỉ tiêu",
        "Mức phải đạt",
        "Đạt được",
        "Tỷ lệ",
        "Tình trạng",
    ];
    listed(&[8, 34, 16, 16, 10, 16], &head, rows.collect())
        .into_iter()
        .collect()
}

/// What every figure comes to, and who gave which answer of a list.
fn totals(progress: &ProgressView) -> Vec<OfficialBlock> {
    let rows = (1..)
        .zip(&progress.totals)
        .map(|(place, total): (usize, _)| {
            vec![
                place.to_string(),
                total.label.clone(),
                known(&total.sum.value_text),
                total.sum.known_text.clone(),
            ]
        });
    let head = ["TT", "Nội dung", "Tổng", "Đơn vị có số liệu"];
    let mut out: Vec<_> = listed(&[8, 44, 22, 26], &head, rows.collect())
        .into_iter()
        .collect();
    for (number, asked) in (1..).zip(&progress.answers) {
        out.push(item(number, &asked.label));
        out.push(Style::Text.block([&*asked.text, ":"].concat()));
        let given = asked.answers.iter();
        out.extend(given.map(|answer| Style::Text.block(["- ", &*answer.text].concat())));
    }
    out
}

/// What each unit gave itself, what counts after the office's review, and the band, table by table of points.
fn scores(progress: &ProgressView) -> Vec<OfficialBlock> {
    let mut out = Vec::new();
    for (number, table) in (1..).zip(&progress.scores) {
        out.push(item(number, &table.name));
        let bands = table.bands.iter();
        let bands = bands.map(|band| {
            let units = [&*count(band.units), " đơn vị"].concat();
            Style::Text.block(["- ", &*band.text, ": ", &units].concat())
        });
        out.extend(bands);
        let rows = (1..).zip(&table.rows).map(|(place, row): (usize, _)| {
            let band = [row.band_text.clone()];
            let band: Vec<_> = band.iter().chain(&row.barred_texts).cloned().collect();
            vec![
                place.to_string(),
                row.name.clone(),
                known(&row.own_text),
                known(&row.counted_text),
                text::join(&band, "\n"),
            ]
        });
        let head = ["TT", "Đơn vị", "Tự chấm", "Được tính", "Xếp loại"];
        out.extend(listed(&[8, 32, 14, 14, 32], &head, rows.collect()));
    }
    out
}

/// What units say in words, gathered by question: of each unit the latest, which comes first.
fn told(questions: &[NarrativesView]) -> Vec<OfficialBlock> {
    let answered = questions.iter().filter(|asked| !asked.answers.is_empty());
    let mut out = Vec::new();
    for (number, asked) in (1..).zip(answered) {
        out.push(item(number, &asked.label));
        let mut heard = BTreeSet::new();
        for answer in &asked.answers {
            if !heard.insert(&*answer.unit) {
                continue;
            }
            let who = ["- ", &*answer.unit_name, ": "].concat();
            let mut before = &*who;
            for line in lines(&answer.text) {
                out.push(Style::Text.block([before, line.trim()].concat()));
                before = "";
            }
        }
        let more = asked.more_text.as_deref();
        out.extend(more.map(|more| Style::Text.block(more)));
    }
    out
}

fn item(number: usize, label: &str) -> OfficialBlock {
    Style::Item.block([&*number.to_string(), ". ", label].concat())
}

fn known(text: &str) -> String {
    if text.is_empty() { UNKNOWN } else { text }.to_owned()
}

fn count(number: usize) -> String {
    format_count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A table; none where it would be empty.
fn listed(widths: &[u8], head: &[&str], rows: Vec<Vec<String>>) -> Option<OfficialBlock> {
    let is_empty = rows.is_empty();
    let table = table(widths.to_vec(), &head.join("|"), rows);
    (!is_empty).then_some(OfficialBlock::Table(table))
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::calendar::Instant;
    use crate::form::{Official, OfficialBlock, OfficialStyle as Style, OfficialSystem, word};
    use crate::plan::Plan;
    use crate::progress::progress;
    use crate::rollup::RollUp;
    use crate::text::Lang;

    fn made(issuer: &str, superior: Option<&str>) -> Official {
        let json = include_str!("../../www/plans/tan-phu-thang-thanh-nien-2023.json");
        let mut plan = Plan::parse(json).unwrap();
        let document = plan.document.as_mut().unwrap();
        document.issuer = issuer.to_owned();
        document.superior = superior.map(str::to_owned);
        let now = Instant::parse_iso("2023-03-12T08:00:00+07:00").unwrap();
        let view = progress(&plan, &RollUp::new(&plan).at(now), Lang::En);
        summary(&plan, &view, now)
    }

    fn lines(official: &Official, style: Style) -> Vec<&str> {
        let body = official.body.iter().filter_map(|block| match block {
            OfficialBlock::Line(line) => Some(line),
            OfficialBlock::Table(_) => None,
        });
        let beside = [&official.head, &official.foot];
        let beside = beside
            .into_iter()
            .flat_map(|pair| pair.left.iter().chain(&pair.right));
        let all = beside.chain(body).filter(|line| line.style == style);
        all.map(|line| &*line.text).collect()
    }

    #[test]
    fn the_office_reports_to_the_one_above_it_in_the_layout_of_its_own_papers() {
        let union = made("Ban Thường vụ Quận Đoàn", Some("Thành Đoàn"));
        assert_eq!(union.system, OfficialSystem::Union);
        assert_eq!(lines(&union, Style::Above), ["Thành Đoàn"]);
        assert_eq!(lines(&union, Style::Issuer), ["Ban Thường vụ Quận Đoàn"]);
        assert_eq!(lines(&union, Style::To), ["Kính gửi: Thành Đoàn"]);
        assert_eq!(
            lines(&union, Style::Signer),
            ["TM. Ban Thường vụ Quận Đoàn", "Bí thư"]
        );
        assert_eq!(
            lines(&union, Style::Section),
            [
                "I. Tình hình gửi báo cáo",
                "II. Kết quả thực hiện chỉ tiêu",
                "III. Số liệu tổng hợp",
                "IV. Đánh giá chung",
                "V. Đề xuất, kiến nghị",
            ]
        );
        let state = made("Ủy ban Mặt trận Tổ quốc Quận", None);
        assert_eq!(state.system, OfficialSystem::State);
        assert_eq!(lines(&state, Style::To), ["Kính gửi: …………"]);
        assert!(!lines(&state, Style::Motto).is_empty());
    }

    #[test]
    fn what_nobody_reported_is_not_nought_and_every_row_has_its_cells() {
        let official = made("Ban Thường vụ Quận Đoàn", None);
        let tables = official.body.iter().filter_map(|block| match block {
            OfficialBlock::Table(table) => Some(table),
            OfficialBlock::Line(_) => None,
        });
        let tables: Vec<_> = tables.collect();
        assert_eq!(tables.len(), 3);
        for table in &tables {
            let widths: u32 = table.widths.iter().copied().map(u32::from).sum();
            assert_eq!((widths, table.widths.len()), (100, table.head.len()));
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        }
        assert!(tables[1].rows.iter().all(|row| row[3] == "Chưa có số liệu"));
        let parts = word(&official);
        let (_, document) = parts.last().unwrap();
        assert!(document.contains("Đánh giá chung"));
    }

    #[test]
    fn points_stand_with_the_bands_that_they_come_to() {
        let table = include_str!("../../tests/wide/twenty-criteria.later.json");
        let table: serde_json::Value = serde_json::from_str(table).unwrap();
        let plan = Plan::parse(&table["plan"].to_string()).unwrap();
        let now = Instant::parse_iso("2026-12-01T08:00:00+07:00").unwrap();
        let view = progress(&plan, &RollUp::new(&plan).at(now), Lang::Vi);
        let official = summary(&plan, &view, now);
        assert!(lines(&official, Style::Section).contains(&"III. Điểm và xếp loại"));
        let mut tables = official.body.iter().filter_map(|block| match block {
            OfficialBlock::Table(table) => Some(table),
            OfficialBlock::Line(_) => None,
        });
        let table = tables.next_back().unwrap();
        let row = |place: usize| table.rows[place].join(" | ");
        assert_eq!(table.rows.len(), 6);
        assert_eq!(row(0), "1 | Đoàn xã 1 | 0 điểm | 0 điểm | Chưa đạt mức nào");
    }
}
