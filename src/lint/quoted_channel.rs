//! A report that is sent to another address than its words give.
//!
//! Why: what goes to a wrong address is sent and never arrives, and each side believes the other.
//! Example: "qua hộp thư vanphong@doan.vn", stored as van-phong@doan.vn.

use super::view::View;
use super::{Lint, LintFinding, PatchValue, Reading, Slice, Stated};
use crate::finding::Severity;
use crate::plan::Duty;
use crate::text::{Both, clean};

pub(super) static SLICE: Slice = Slice {
    check,
    lints: &[&CHANNEL_OTHER_ADDRESS],
};

static CHANNEL_OTHER_ADDRESS: Lint = Lint {
    code: "channel.otherAddress",
    about: "A report is sent to another e-mail address than its words give.",
    severities: &[Severity::Warning],
    gaps: &[
        ("written", &["vanphong@doan.vn"]),
        ("stored", &["van-phong@doan.vn"]),
    ],
    says: Both {
        vi: "Câu được trích ghi địa chỉ {written}, nhưng kế hoạch ghi {stored}.",
        en: "The words quoted give the address {written}, but the plan has {stored}.",
    },
    mend: Both {
        vi: "Sửa địa chỉ nhận báo cáo theo văn bản.",
        en: "Correct the address by the document.",
    },
};

fn check(view: &View<'_>, out: &mut Vec<LintFinding>) {
    for (path, duty) in view.duties() {
        let stored: Vec<(usize, &str)> = duty
            .channels
            .iter()
            .enumerate()
            .filter_map(|(at, channel)| Some((at, channel.address.as_deref()?)))
            .filter(|(_, address)| is_address(address))
            .collect();
        let written = written(duty);
        let same = |written: &str| {
            stored
                .iter()
                .any(|(_, one)| one.eq_ignore_ascii_case(written))
        };
        let ([(at, address)], [only]) = (&stored[..], &written[..]) else {
            continue;
        };
        if same(only) {
            continue;
        }
        let place = path.clone().then("channels").at(*at).then("address");
        let said = CHANNEL_OTHER_ADDRESS
            .with("written", only.clone())
            .with("stored", (*address).to_owned());
        let reading = Reading::Words((*address).to_owned());
        out.push(
            LintFinding::new(Severity::Warning, place.clone(), said)
                .stating([Stated::new(path, &duty.source, Some(reading))])
                .mended(place, PatchValue::Word(only.clone())),
        );
    }
}

/// The addresses in all words of a duty, each once.
fn written(duty: &Duty) -> Vec<String> {
    let statements = duty.schedules.iter().map(|stated| &stated.source);
    let quotes = statements.chain([&duty.source]);
    let mut found: Vec<String> = Vec::new();
    for quote in quotes.filter_map(|source| source.quote.as_deref()) {
        for word in clean(quote).split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            if is_address(word) && !found.iter().any(|one| one.eq_ignore_ascii_case(word)) {
                found.push(word.to_owned());
            }
        }
    }
    found
}

fn is_address(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else {
        return false;
    };
    !name.is_empty() && host.contains('.') && !host.contains('@') && word.is_ascii()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{codes, duty, plan};
    use serde_json::json;

    #[test]
    fn the_address_of_the_words() {
        let other = "warning channel.otherAddress";
        for (quote, address, expected) in [
            ("qua hộp thư vanphong@doan.vn.", "van-phong@doan.vn", other),
            ("qua hộp thư vanphong@doan.vn.", "VanPhong@doan.vn", ""),
            ("qua hộp thư a@doan.vn, b@doan.vn", "c@doan.vn", ""),
            ("qua hộp thư vanphong@doan.vn", "https://doan.vn/nop", ""),
            ("qua hộp thư", "vanphong@doan.vn", ""),
        ] {
            let mut one = duty(json!({"listed": []}));
            one["source"]["quote"] = json!(quote);
            one["channels"] = json!([{"name": "thư điện tử", "address": address}]);
            let found = codes(&plan(json!({"duties": [one]})), "channel.");
            assert_eq!(found, expected, "{quote} {address}");
        }
    }
}
