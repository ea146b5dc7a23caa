//! By how much an addition is not what it should be.

use super::either;
use crate::text::Lang;

/// An addition beside the total that it should come to, and by how much it is `over` it or below:
/// "400 + 300 + 350 + 1.500 = 2.550, tổng là 1.200, thừa 1.350".
#[must_use]
pub fn against(addition: &str, total: &str, over: &str, is_over: bool, lang: Lang) -> String {
    let mut out = addition.to_owned();
    out.push_str(either(lang, ", tổng là ", ", the total is "));
    out.push_str(total);
    out.push_str(if is_over {
        either(lang, ", thừa ", ", too much by ")
    } else {
        either(lang, ", thiếu ", ", too little by ")
    });
    out.push_str(over);
    out
}

#[cfg(test)]
mod tests {
    use super::against;
    use crate::text::Lang::{En, Vi};

    #[test]
    fn what_does_not_agree_is_said_with_its_arithmetic() {
        for (is_over, lang, said) in [
            (true, Vi, "1 + 2 = 3, tổng là 2, thừa 1"),
            (false, Vi, "1 + 2 = 3, tổng là 2, thiếu 1"),
            (true, En, "1 + 2 = 3, the total is 2, too much by 1"),
            (false, En, "1 + 2 = 3, the total is 2, too little by 1"),
        ] {
            assert_eq!(against("1 + 2 = 3", "2", "1", is_over, lang), said);
        }
    }
}
