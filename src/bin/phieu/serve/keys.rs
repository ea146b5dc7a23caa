//! `phieu keys`: makes personal codes, prints each once, and keeps only their hashes.

use crate::cli::output::say;
use crate::cli::{Failure, KeysArgs, Verdict};
use phieu::collector::{Code, NewKey, Role, Store};
use phieu::text::{self, Lang};

/// How often another code is made where the first group is taken.
const ATTEMPTS: u32 = 8;

/// Prints a line for each unit: its id, its name, its code and its link, parted by tabs.
///
/// # Errors
/// The plan cannot be read, or the database cannot be opened.
pub fn run(arguments: &KeysArgs) -> Result<Verdict, Failure> {
    let plan = arguments.plan()?;
    if let Some(name) = arguments.publisher()? {
        let plan = plan.as_ref().map_or("", |plan| plan.id.as_str());
        return publisher(arguments, plan, &name);
    }
    let Some(plan) = plan else {
        return Err(Failure::new(
            "Hãy ghi tệp kế hoạch có các đơn vị.",
            "Name the plan of which the units are.",
        ));
    };
    let units = arguments.units(&plan)?;
    let role = if arguments.office {
        Role::Office
    } else {
        Role::Unit
    };
    super::run_with(&arguments.database, async |store| {
        let had = store.units_with_keys(plan.id.as_str(), role.name()).await;
        let had = had.map_err(|error| super::database_failed(&error))?;
        let mut left = 0;
        for unit in units {
            let id = unit.id.as_str();
            if !arguments.replace && had.iter().any(|had| had == id) {
                left += 1;
                continue;
            }
            let code = make(&store, plan.id.as_str(), id, role).await?;
            let link = link(arguments, id, &code);
            say(&format!("{id}\t{}\t{code}\t{link}", cell(&unit.name)));
        }
        if left > 0 {
            let said = match Lang::from(arguments.lang) {
                Lang::Vi => "đơn vị đã có mã, không xem lại được; muốn cấp mã mới, thêm --replace",
                Lang::En => {
                    "units already have a code, which cannot be shown again; --replace makes new ones"
                }
            };
            eprintln!("{left} {said}");
        }
        Ok(Verdict::Right)
    })
}

/// Prints a code for an office that publishes plans: its name and its code, parted by a tab.
fn publisher(arguments: &KeysArgs, plan: &str, name: &str) -> Result<Verdict, Failure> {
    super::run_with(&arguments.database, async |store| {
        let role = Role::Publisher;
        let had = store.units_with_keys(plan, role.name()).await;
        let had = had.map_err(|error| super::database_failed(&error))?;
        if !arguments.replace && had.iter().any(|had| had == name) {
            let said = match Lang::from(arguments.lang) {
                Lang::Vi => "đã có mã, không xem lại được; muốn cấp mã mới, thêm --replace",
                Lang::En => {
                    "has a code already, which cannot be shown again; --replace makes a new one"
                }
            };
            eprintln!("{name} {said}");
            return Ok(Verdict::Right);
        }
        let code = make(&store, plan, name, role).await?;
        say(&format!("{}\t{code}", cell(name)));
        Ok(Verdict::Right)
    })
}

/// A name as a cell of a table: one line, and never a formula where the table is opened in Excel.
fn cell(name: &str) -> String {
    let name = text::single_line(name);
    let formula = name.starts_with(['=', '+', '-', '@']);
    if formula {
        format!("'{name}")
    } else {
        name.into_owned()
    }
}

/// A code is a secret of the address's fragment: browsers send that to no server, so that no log on the
/// way holds it.
fn link(arguments: &KeysArgs, unit: &str, code: &Code) -> String {
    let portal = &arguments.portal;
    let name = if arguments.office { "office" } else { "unit" };
    format!("{portal}#{name}={unit}&code={code}")
}

async fn make(store: &Store, plan: &str, unit: &str, role: Role) -> Result<Code, Failure> {
    for _ in 0..ATTEMPTS {
        let code = Code::random().map_err(|_| no_bits())?;
        let new = NewKey {
            selector: code.selector(),
            plan,
            unit,
            role: role.name(),
            hash: &code.hash(),
            made_at: crate::cli::now().unix_seconds(),
        };
        let kept = store.put_key(new).await;
        if kept.map_err(|error| super::database_failed(&error))? {
            return Ok(code);
        }
    }
    Err(Failure::new(
        "Không lưu được mã. Hãy thử lại.",
        "No code could be kept. Try again.",
    ))
}

fn no_bits() -> Failure {
    Failure::new(
        "Máy không cấp được số ngẫu nhiên để làm mã.",
        "The machine gives no random bits for a code.",
    )
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_name_is_one_cell_and_no_formula() {
        for (name, expected) in [
            ("Đoàn phường Tây Thạnh", "Đoàn phường Tây Thạnh"),
            (
                "=HYPERLINK(\"https://evil.example\")",
                "'=HYPERLINK(\"https://evil.example\")",
            ),
            ("+84", "'+84"),
            ("-1", "'-1"),
            (" @a", "'@a"),
            ("a\tb\nc\r\nd", "a b c d"),
        ] {
            assert_eq!(cell(name), expected);
        }
    }
}
