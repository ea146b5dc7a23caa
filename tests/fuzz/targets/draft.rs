//! Bytes as a draft: refused, or kept to the last letter and checked; the report that comes of it is one to all.
#![no_main]

use libfuzzer_sys::fuzz_target;
use phieu::finding::Severity;
use phieu::form::in_words;
use phieu::read;
use phieu::report::{Draft, Report};
use phieu::rules::{Checked, Context, check_draft, check_report};
use phieu::text::Lang;
use phieu_fuzz::{now, plan_named};

fuzz_target!(|bytes: &[u8]| {
    let Ok(draft) = Draft::parse(bytes) else {
        return;
    };
    // A form reads it by tables, everyone else by serde: both the same.
    if let Ok(json) = str::from_utf8(bytes) {
        let by_tables = read::from_str::<Draft>(json);
        assert_eq!(by_tables.as_ref(), Ok(&draft), "two readers, one draft");
    }
    let plan = plan_named(&draft.plan);
    for sending in [false, true] {
        let context = Context {
            now: Some(now()),
            sending,
            ..Context::default()
        };
        let Checked { report, findings } = check_draft(&plan, &draft, &context);
        let _ = in_words(&plan, &findings, Lang::Vi);
        let _ = in_words(&plan, &findings, Lang::En);
        let Some(report) = report else {
            continue;
        };
        let sent = report.canonical();
        assert_eq!(
            Report::parse(&sent).as_ref(),
            Ok(&report),
            "sent and read again"
        );
        let errors: Vec<_> = check_report(&plan, &report, &context)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert_eq!(errors, [], "one verdict everywhere");
    }
});
