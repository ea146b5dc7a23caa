//! The proof that a report arrived.

use super::{FORMAT, Submission};
use crate::calendar::{Instant, Period};
use crate::encoding::base32_digit;
use crate::finding::Finding;
use crate::read::object;
use crate::schedule::{Occasion, Timeliness, delayed, was_held_up};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A receipt (biên nhận): what arrived, when, and whether in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!remote))]
#[serde(rename_all = "camelCase", deny_unknown_fields, remote = "Self")]
pub struct Receipt {
    /// The version of the JSON format: [`FORMAT`].
    pub format: u32,
    /// The submission's id.
    pub submission: String,
    /// A short code to read out on the phone, for example `7F3K-9Q2M`.
    pub code: String,
    /// The plan's identity.
    pub plan: String,
    /// The plan's version.
    pub plan_version: u32,
    /// The duty.
    pub duty: String,
    /// The unit that reported.
    pub unit: String,
    /// The days that the report covers.
    pub period: Period,
    /// When "send" was pressed, by the device's clock.
    pub prepared_at: Instant,
    /// When it arrived, by the collector's clock.
    pub received_at: Instant,
    /// The first instant that was too late; none where the plan names no deadline.
    #[serde(rename = "deadline")]
    pub cutoff: Option<Instant>,
    /// Whether it arrived in time.
    pub timeliness: Timeliness,
    /// Whether it came late although "send" was pressed in time ([`delayed`]).
    #[serde(default)]
    pub delayed: bool,
    /// The SHA-256 of the report's canonical JSON, in hexadecimal.
    pub hash: String,
    /// 1 for the first report of this duty, unit and period, one more for each that amends it.
    pub revision: u32,
    /// The warnings and remarks that travelled with it.
    pub findings: Vec<Finding>,
}

object!(Receipt);

impl Receipt {
    /// Whether what it says of itself agrees: its code with id and hash, its lateness with its hours.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        self.format == FORMAT
            && self.code == code(&self.submission, &self.hash)
            && self.timeliness == Timeliness::of(self.cutoff, self.received_at)
            && (!self.delayed || was_held_up(self.cutoff, self.prepared_at, self.received_at))
    }

    /// Makes the receipt of a submission that was accepted. `owed` is the occasion that it answers;
    /// `findings` what the check said.
    #[must_use]
    pub fn issue(
        submission: &Submission,
        owed: Option<&Occasion>,
        received_at: Instant,
        revision: u32,
        findings: Vec<Finding>,
    ) -> Self {
        let report = &submission.report;
        let hash = report.hash();
        let cutoff = owed.and_then(|owed| owed.cutoff);
        let timeliness = Timeliness::of(cutoff, received_at);
        Self {
            format: FORMAT,
            submission: submission.id.clone(),
            code: code(&submission.id, &hash),
            plan: report.plan.clone(),
            plan_version: report.plan_version,
            duty: report.duty.clone(),
            unit: report.unit.clone(),
            period: report.period,
            prepared_at: submission.prepared_at,
            received_at,
            cutoff,
            timeliness,
            delayed: owed.is_some_and(|owed| delayed(owed, submission.prepared_at, received_at)),
            hash,
            revision,
            findings,
        }
    }
}

/// The first 40 bits of the SHA-256 of id and hash, in Crockford's base 32.
fn code(id: &str, hash: &str) -> String {
    let digest = Sha256::new().chain_update(id).chain_update(hash).finalize();
    let bits = digest
        .iter()
        .take(5)
        .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut code = String::with_capacity(9);
    for place in (0..8_u32).rev() {
        if place == 3 {
            code.push('-');
        }
        code.push(base32_digit(bits >> (place * 5)));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::Receipt;
    use crate::calendar::{Date, Instant, Period};
    use crate::plan::Id;
    use crate::report::Submission;
    use crate::schedule::Occasion;

    const SENT: &str = r#"{"format":1,"id":"0b8f6c1e-5d0e-4b8e-9f3a-0a1b2c3d4e5f","preparedAt":"2023-02-26T13:00:00+07:00",
        "report":{"format":1,"plan":"p","planVersion":1,"duty":"weekly","unit":"u",
        "period":{"to":"2023-03-03","from":"2023-02-26"},"figures":{"trees":100,"cost":2000000}}}"#;

    fn at(text: &str) -> Instant {
        Instant::parse_iso(text).expect("an instant")
    }

    #[test]
    fn what_was_sent_in_time_and_came_late_was_delayed() {
        let submission = Submission::parse(SENT.as_bytes()).expect("reads");
        let pressed = submission.prepared_at;
        let later = at("2023-02-26T15:00:00+07:00");
        for (deadline, received, delayed) in [
            (Some("2023-02-26T14:00:00+07:00"), later, true),
            (Some("2023-02-26T14:00:00+07:00"), pressed, false),
            // Pressed at that instant, which is the first too late.
            (Some("2023-02-26T13:00:00+07:00"), later, false),
            (None, later, false),
        ] {
            let owed = owed("2023-02-26T00:00:00+07:00", deadline);
            let receipt = Receipt::issue(&submission, Some(&owed), received, 1, vec![]);
            assert_eq!(receipt.delayed, delayed, "{deadline:?}");
        }
    }

    fn owed(opens: &str, cutoff: Option<&str>) -> Occasion {
        let day = |text| Date::parse_iso(text).expect("a day");
        Occasion {
            duty: Id::new("weekly").expect("an identity"),
            label: None,
            period: Period::new(day("2023-02-26"), day("2023-03-03")).expect("a period"),
            opens: at(opens),
            deadline: None,
            moved: None,
            original: None,
            cutoff: cutoff.map(at),
            released: None,
            waived: None,
        }
    }

    #[test]
    fn a_receipt_names_the_content_whatever_order_it_was_written_in() {
        let submission = Submission::parse(SENT.as_bytes()).expect("reads");
        let canonical = String::from_utf8(submission.report.canonical()).expect("text");
        assert_eq!(
            canonical,
            r#"{"format":1,"plan":"p","planVersion":1,"duty":"weekly","unit":"u","period":{"from":"2023-02-26","to":"2023-03-03"},"figures":{"cost":2000000,"trees":100}}"#
        );
        let receipt = Receipt::issue(&submission, None, at("2023-02-26T06:00:05Z"), 1, vec![]);
        assert_eq!(receipt.hash.len(), 64);
        let json = serde_json::to_string(&receipt).expect("writes");
        assert_eq!(
            serde_json::from_str::<Receipt>(&json).expect("reads"),
            receipt
        );

        let mut amended = submission.clone();
        amended
            .report
            .figures
            .insert("trees".into(), crate::report::Value::Number(101));
        let other = Receipt::issue(&amended, None, at("2023-02-26T06:00:05Z"), 2, vec![]);
        assert_ne!(other.hash, receipt.hash);
        assert_ne!(other.code, receipt.code);
    }

    #[test]
    fn a_receipt_code_can_be_read_out() {
        let code = super::code("id", "hash");
        assert_eq!(code.len(), 9);
        assert_eq!(code.find('-'), Some(4));
        assert!(
            code.bytes()
                .all(|byte| byte == b'-'
                    || (byte.is_ascii_alphanumeric() && !b"ILOU".contains(&byte)))
        );
    }
}
