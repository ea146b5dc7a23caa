//! A phone number should begin as an operator's or a province's numbers do.
//!
//! Why: the tables of prefixes age, so an unknown one is no error; but it is mostly a slip.
//! Example: "0512345678" has the right length and shape, and a prefix that nobody has been given.

use super::engine::{Check, Code, Found, Over, Rule, View, When, doc};
use crate::finding::Finding;
use crate::text::Both;
use crate::value::{Answer, Held};

pub(super) const RULE: Rule = Rule {
    codes: &[&UNKNOWN_PREFIX],
    checks: &[Check {
        over: Over::Each(|input| input.measure.held() == Held::Prefix),
        run: check,
    }],
};

static UNKNOWN_PREFIX: Code = Code {
    code: "phone.unknownPrefix",
    about: doc("No network or province is known by this prefix."),
    params: &[],
    says: Both {
        vi: "Đầu số này lạ. Hãy kiểm tra; nếu đúng, hãy ghi một dòng giải thích.",
        en: "This prefix is unfamiliar. Check it; if it is right, explain in one line.",
    },
    when: When::AtOnce,
};

fn check(view: &View<'_, '_>, out: &mut Vec<Finding>) {
    if let Some(Answer::Phone {
        known_prefix: false,
        ..
    }) = view.answer()
    {
        out.warning(view.path(), &UNKNOWN_PREFIX);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::table::figures;

    #[test]
    fn an_unknown_prefix_is_no_error() {
        figures(&[
            (&[("phone", "0703.652.444")], &[]),
            (
                &[("phone", "0312345678")],
                &["/figures/phone phone.unknownPrefix"],
            ),
            (&[("phone", "031234567")], &["/figures/phone phone.length"]),
        ]);
    }
}
