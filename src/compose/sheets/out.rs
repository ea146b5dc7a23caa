//! Units and figures as a workbook: what went out comes back, with the identities by which it is known again.

use super::super::Picked;
use super::super::required;
use super::super::state::Composition;
use super::super::words::{COMBINES, KINDS, named, picked};
use crate::plan::{Group, Id, Indicator};
use crate::sheet::{Column, Table};
use crate::text::{Both, Lang, capital, parse_phone};
use crate::value::correcting;
use std::collections::BTreeMap;

const UNITS: &str = "Đơn vị";
const FIGURES: &str = "Số liệu";
const CHOICES: &str = "Danh mục";
const GUIDE: &str = "Cách ghi";

const LINES: &[Both] = &[
    Both {
        vi: "Trang “Đơn vị”: mỗi dòng một đơn vị. Thêm dòng là thêm đơn vị, xóa dòng là bỏ đơn vị.",
        en: "Sheet “Đơn vị”: one unit a row. A row more is a unit more, a row less one less.",
    },
    Both {
        vi: "Đổi tên thì sửa thẳng vào cột “Tên đơn vị”; cột “Mã (giữ nguyên)” để máy biết vẫn là đơn vị ấy, không sửa.",
        en: "Rename in the column “Tên đơn vị”; leave “Mã (giữ nguyên)”, by which the unit is known again.",
    },
    Both {
        vi: "Cột “Điện thoại” chỉ văn phòng giữ: số điện thoại không vào kế hoạch và không ai khác thấy.",
        en: "The column “Điện thoại” is the office's own: numbers are not in the plan, and nobody else sees them.",
    },
    Both {
        vi: "Trang “Số liệu”: mỗi dòng một số liệu cần hỏi. Cột “Bắt buộc”: ghi x nếu thiếu số liệu ấy thì không gửi được.",
        en: "Sheet “Số liệu”: one figure a row. “Bắt buộc”: x where a report cannot go without it.",
    },
    Both {
        vi: "Ghi xong, lưu tệp rồi chọn lại ở trang Soạn kế hoạch, phần Đơn vị hoặc Chỉ tiêu, số liệu.",
        en: "Save the file and choose it again on the page, under units or figures.",
    },
];

/// The tables of a workbook with the units and figures that are in the plan.
pub(in super::super) fn tables(made: &Composition, lang: Lang) -> Vec<Table> {
    let words = |all: Vec<Picked>| all.into_iter().map(|one| short(&one.label).to_owned());
    let level = |group: &Group| group.name.clone();
    let lists: [Vec<String>; 5] = [
        made.base.sectors.iter().map(level).collect(),
        made.base.levels.iter().map(level).collect(),
        words(named(KINDS, "", Lang::Vi)).collect(),
        words(picked(COMBINES, &crate::plan::Combine::Sum, Lang::Vi)).collect(),
        vec!["x".to_owned()],
    ];
    let titles = [
        "Khối",
        "Cấp",
        "Cách trả lời",
        "Nhiều kỳ gộp lại",
        "Bắt buộc",
    ];
    let most = lists.iter().map(Vec::len).max().unwrap_or(0);
    let rows = (0..most).map(|at| {
        let cell = |list: &Vec<String>| list.get(at).cloned().unwrap_or_default();
        lists.iter().map(cell).collect()
    });
    let guide = LINES.iter().map(|line| vec![line.of(lang).to_owned()]);
    vec![
        units(made),
        figures(made),
        Table {
            name: CHOICES.to_owned(),
            columns: titles.iter().map(|title| column(title, 28, None)).collect(),
            rows: rows.collect(),
        },
        Table {
            name: GUIDE.to_owned(),
            columns: vec![column("Cách ghi và đưa tệp này trở lại", 110, None)],
            rows: guide.collect(),
        },
    ]
}

fn column(title: &str, width: u8, choices: Option<usize>) -> Column {
    Column {
        title: title.to_owned(),
        width,
        choices: choices.map(|at| (CHOICES.to_owned(), at)),
    }
}

fn units(made: &Composition) -> Table {
    let attributes = &made.base.attributes;
    let phones: BTreeMap<&Id, &str> = made
        .phones
        .iter()
        .map(|one| (&one.unit, &*one.phone))
        .collect();
    let name_of = |groups: &[Group], id: &Id| {
        let mut found = groups.iter().filter(|group| group.id == *id);
        found
            .next()
            .map(|group| group.name.clone())
            .unwrap_or_default()
    };
    let rows = made.units.iter().filter(|row| row.is_in()).enumerate();
    let rows = rows.map(|(at, row)| {
        let unit = &row.item;
        let sector = unit
            .sector
            .as_ref()
            .map(|id| name_of(&made.base.sectors, id));
        let phone = phones
            .get(&unit.id)
            .and_then(|phone| parse_phone(phone).ok());
        let mut cells = vec![
            (at + 1).to_string(),
            unit.name.clone(),
            sector.unwrap_or_default(),
            name_of(&made.base.levels, &unit.level),
            phone.map(|phone| phone.national()).unwrap_or_default(),
            unit.aliases.join("; "),
        ];
        let numbers = attributes.iter().map(|one| unit.number(&one.id));
        let text = |number: i64| number.to_string();
        cells.extend(numbers.map(|number| number.map(text).unwrap_or_default()));
        cells.push(unit.id.as_str().to_owned());
        cells
    });
    let mut columns = vec![
        column("TT", 6, None),
        column("Tên đơn vị", 44, None),
        column("Khối", 24, Some(0)),
        column("Cấp", 24, Some(1)),
        column("Điện thoại", 16, None),
        column("Tên gọi khác", 28, None),
    ];
    let counted = attributes.iter().map(|one| capital(&one.name));
    columns.extend(counted.map(|title| column(&title, 16, None)));
    columns.push(column("Mã (giữ nguyên)", 28, None));
    Table {
        name: UNITS.to_owned(),
        columns,
        rows: rows.collect(),
    }
}

fn figures(made: &Composition) -> Table {
    let rows = made.figures().enumerate();
    let rows = rows.map(|(at, figure)| {
        let is_required = required::is_required(made, &figure.id);
        vec![
            (at + 1).to_string(),
            figure.label.clone(),
            kind(figure),
            counted(figure),
            if is_required { "x" } else { "" }.to_owned(),
            chosen(picked(COMBINES, &figure.combine, Lang::Vi)),
            figure.hint.clone().unwrap_or_default(),
            figure.id.as_str().to_owned(),
        ]
    });
    Table {
        name: FIGURES.to_owned(),
        columns: vec![
            column("TT", 6, None),
            column("Số liệu hỏi đơn vị", 60, None),
            column("Cách trả lời", 24, Some(2)),
            column("Đơn vị tính", 16, None),
            column("Bắt buộc", 10, Some(4)),
            column("Nhiều kỳ gộp lại", 22, Some(3)),
            column("Ghi chú", 36, None),
            column("Mã (giữ nguyên)", 28, None),
        ],
        rows: rows.collect(),
    }
}

fn kind(figure: &Indicator) -> String {
    chosen(named(KINDS, figure.measure.control().kind, Lang::Vi))
}

fn chosen(all: Vec<Picked>) -> String {
    let mut chosen = all.into_iter().filter(|one| one.chosen);
    let label = chosen.next().map(|one| one.label).unwrap_or_default();
    short(&label).to_owned()
}

/// The words of a choice without what explains them.
fn short(words: &str) -> &str {
    words.split(" (").next().unwrap_or(words)
}

/// What is counted, or the unit; of a share, whose unit is the per cent sign, nothing.
fn counted(figure: &Indicator) -> String {
    let parts = correcting::parts(&figure.measure);
    let is_share = figure.measure.control().kind == "share";
    let mut own = parts
        .into_iter()
        .filter(|(name, _)| matches!(*name, "noun" | "unit"));
    own.next()
        .map(|(_, text)| text)
        .filter(|_| !is_share)
        .unwrap_or_default()
}
