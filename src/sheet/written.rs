//! Tables as the parts of a workbook (.xlsx): whoever has them packs them into a zip.
//!
//! Every cell is text, so that no value becomes a formula, no telephone number loses its zero and no "1/2" becomes a day.
//! There are no macros and nothing is fetched.

use crate::text::is_active;

/// A table of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, at most 31 letters.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows below the headings.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How wide it is, in letters.
    pub width: u8,
    /// The name of the table and the number of its column, from 0, whose cells can be chosen here.
    pub choices: Option<(String, usize)>,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
/// Two looks: a heading, and text.
const STYLES: &str = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New Roman\"/></font>\
<font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EEF7\"/></patternFill></fill></fills>\
<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
<cellXfs count=\"2\"><xf numFmtId=\"49\" applyNumberFormat=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\">\
<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs>";
/// As far down as something can be chosen.
const LAST_ROW: usize = super::MAX_ROWS;

/// The parts of the workbook, each with its name in the zip, UTF-8.
#[must_use]
pub fn parts(tables: &[Table]) -> Vec<(String, String)> {
    let numbers = 1..=tables.len();
    let mut types = Xml::new("Types", &[PACKAGE, "content-types"].concat());
    types.empty(
        "Default",
        &[
            ("Extension", "rels"),
            (
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
        ],
    );
    types.empty(
        "Default",
        &[("Extension", "xml"), ("ContentType", "application/xml")],
    );
    let mut kind = |part: &str, of: &str| {
        let of = [KIND, of, "+xml"].concat();
        types.empty("Override", &[("PartName", part), ("ContentType", &of)]);
    };
    kind("/xl/workbook.xml", "sheet.main");
    kind("/xl/styles.xml", "styles");
    for number in numbers.clone() {
        let part = ["/xl/worksheets/sheet", &number.to_string(), ".xml"].concat();
        kind(&part, "worksheet");
    }

    let relation = |out: &mut Xml, id: &str, of: &str, target: &str| {
        let of = [OFFICE, "/", of].concat();
        out.empty(
            "Relationship",
            &[("Id", id), ("Type", &of), ("Target", target)],
        );
    };
    let links = [PACKAGE, "relationships"].concat();
    let mut root = Xml::new("Relationships", &links);
    relation(&mut root, "rId1", "officeDocument", "xl/workbook.xml");
    let mut own = Xml::new("Relationships", &links);
    let mut workbook = Xml::new("workbook", MAIN);
    workbook.open("sheets", &[]);
    for (number, table) in numbers.zip(tables) {
        let number = number.to_string();
        let id = ["rId", &number].concat();
        let target = ["worksheets/sheet", &number, ".xml"].concat();
        relation(&mut own, &id, "worksheet", &target);
        workbook.empty(
            "sheet",
            &[
                ("name", &table.name),
                ("sheetId", &number),
                ("xmlns:r", OFFICE),
                ("r:id", &id),
            ],
        );
    }
    workbook.close("sheets");
    relation(&mut own, "rId0", "styles", "styles.xml");
    let mut styles = Xml::new("styleSheet", MAIN);
    styles.0.push_str(STYLES);

    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types.done("Types")),
        ("_rels/.rels".to_owned(), root.done("Relationships")),
        ("xl/workbook.xml".to_owned(), workbook.done("workbook")),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            own.done("Relationships"),
        ),
        ("xl/styles.xml".to_owned(), styles.done("styleSheet")),
    ];
    for (at, table) in tables.iter().enumerate() {
        let name = ["xl/worksheets/sheet", &(at + 1).to_string(), ".xml"].concat();
        parts.push((name, sheet(table, tables)));
    }
    parts
}

fn sheet(table: &Table, tables: &[Table]) -> String {
    let mut out = Xml::new("worksheet", MAIN);
    // The headings stay in sight.
    out.open("sheetViews", &[]);
    out.open("sheetView", &[("workbookViewId", "0")]);
    let pane = [
        ("ySplit", "1"),
        ("topLeftCell", "A2"),
        ("activePane", "bottomLeft"),
        ("state", "frozen"),
    ];
    out.empty("pane", &pane);
    out.close("sheetView");
    out.close("sheetViews");
    out.open("cols", &[]);
    for (at, column) in table.columns.iter().enumerate() {
        let number = (at + 1).to_string();
        let width = column.width.to_string();
        // Cells below the last row are text too.
        out.empty(
            "col",
            &[
                ("min", &number),
                ("max", &number),
                ("width", &width),
                ("customWidth", "1"),
                ("style", "0"),
            ],
        );
    }
    out.close("cols");
    out.open("sheetData", &[]);
    let titles: Vec<String> = table
        .columns
        .iter()
        .map(|column| column.title.clone())
        .collect();
    out.row(1, &titles, "1");
    for (at, row) in table.rows.iter().enumerate() {
        out.row(at + 2, row, "0");
    }
    out.close("sheetData");
    let chosen = |column: &Column| {
        let (name, from) = column.choices.as_ref()?;
        let list = tables.iter().find(|table| table.name == *name)?;
        let filled = |row: &&Vec<String>| row.get(*from).is_some_and(|cell| !cell.is_empty());
        let last = list.rows.iter().filter(filled).count() + 1;
        let letter = super::column_name(*from);
        (last > 1).then(|| {
            [
                "'",
                name,
                "'!$",
                &letter,
                "$2:$",
                &letter,
                "$",
                &last.to_string(),
            ]
            .concat()
        })
    };
    let choices: Vec<(usize, String)> = (table.columns.iter().enumerate())
        .filter_map(|(at, column)| Some((at, chosen(column)?)))
        .collect();
    if !choices.is_empty() {
        out.open("dataValidations", &[("count", &choices.len().to_string())]);
        for (at, from) in choices {
            let letter = super::column_name(at);
            let place = [&letter, "2:", &letter, &LAST_ROW.to_string()].concat();
            out.open(
                "dataValidation",
                &[("type", "list"), ("allowBlank", "1"), ("sqref", &place)],
            );
            out.open("formula1", &[]);
            out.text(&from);
            out.close("formula1");
            out.close("dataValidation");
        }
        out.close("dataValidations");
    }
    out.done("worksheet")
}

/// XML in the making.
struct Xml(String);

impl Xml {
    fn new(root: &str, namespace: &str) -> Self {
        let mut out = Self(String::from(HEAD));
        out.open(root, &[("xmlns", namespace)]);
        out
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push('>');
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>");
    }

    fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    fn done(mut self, root: &str) -> String {
        self.close(root);
        self.0
    }

    fn row(&mut self, number: usize, cells: &[String], style: &str) {
        let number = number.to_string();
        self.open("row", &[("r", &number)]);
        for (at, cell) in cells.iter().enumerate() {
            if cell.is_empty() {
                continue;
            }
            let place = [&super::column_name(at), &*number].concat();
            self.open("c", &[("r", &place), ("s", style), ("t", "inlineStr")]);
            self.0.push_str("<is><t xml:space=\"preserve\">");
            self.text(cell);
            self.0.push_str("</t></is></c>");
        }
        self.close("row");
    }

    /// Text without what XML has no place for.
    fn text(&mut self, text: &str) {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\u{FFFE}' | '\u{FFFF}' => {}
                '\n' => self.0.push(sign),
                _ if is_active(sign) || sign.is_control() => {}
                _ => self.0.push(sign),
            }
        }
    }
}
