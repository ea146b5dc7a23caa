//! Bytes as a report, alone and in a submission: refused, or checked, shown and received.
#![no_main]

use phieu::form::{in_words, review};
use phieu::read;
use phieu::report::{Receipt, Report, Submission};
use phieu::rules::{Context, check_lines, check_report};
use phieu::text::Lang;
use phieu_fuzz::{now, plan_named};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(submission) = Submission::parse(bytes) {
        let receipt = Receipt::issue(&submission, None, now(), 1, submission.problems());
        assert_eq!((receipt.code.len(), receipt.hash.len()), (9, 64));
    }
    let report = Report::parse(bytes);
    if let (Ok(report), Ok(json)) = (&report, str::from_utf8(bytes)) {
        let by_tables = read::from_str::<Report>(json);
        assert_eq!(by_tables.as_ref(), Ok(report), "two readers, one report");
    }
    let plan = plan_named(report.as_ref().map_or("", |report| &report.plan));
    let context = Context {
        now: Some(now()),
        sending: true,
        ..Context::default()
    };
    let findings = match &report {
        Ok(report) => {
            let again = Report::parse(&report.canonical());
            assert_eq!(again.as_ref(), Ok(report), "sent and read again");
            let findings = check_report(&plan, report, &context);
            let _ = review(&plan, report, &findings, Lang::Vi);
            findings
        }
        Err(malformed) => vec![malformed.clone()],
    };
    let _ = in_words(&plan, &findings, Lang::Vi);
    let _ = in_words(&plan, &findings, Lang::En);
    // Many at once are judged as one is.
    if !bytes.contains(&b'\n') && !bytes.iter().all(u8::is_ascii_whitespace) {
        check_lines(&plan, bytes, &context, |_, bulk| assert_eq!(bulk, findings));
    }
});
