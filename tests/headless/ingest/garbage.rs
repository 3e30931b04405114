//! Whatever bytes come: no panic, and every row accounted for.

use super::*;
use proptest::prelude::*;

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let file = file(bytes);
    let Ok(profile) = profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()) else {
        return Ok(());
    };
    let Some(mut source) = profile.guess.source else { return Ok(()) };
    let column = |index: usize| profile.columns.get(index).map(|column| column.name.clone());
    source.roles.customer = source.roles.customer.or(column(0));
    source.roles.time = source.roles.time.or(column(1));
    source.roles.event = source.roles.event.or(column(2));
    let Ok(loaded) = loaded(&source) else { return Ok(()) };
    let report = &loaded.report;
    if source.survey.is_some() {
        prop_assert_eq!(report.rows, report.respondents + report.rejected);
    } else {
        prop_assert_eq!(report.rows, report.events + report.rejected);
    }
    prop_assert_eq!(report.events, loaded.log.len() as u64);
    prop_assert_eq!(report.problems.total(), report.rejected + report.field_errors + report.garbled);
    if profile.rows_exact {
        prop_assert_eq!(profile.rows, report.rows);
    }
    Ok(())
}

/// Pieces out of which tables go wrong.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("customer,time,event,score\n".to_owned()),
        Just("a,2024-01-01,Buy,4\n".to_owned()),
        Just("b;01.02.2024;Ara;4,5\r\n".to_owned()),
        "[,;\"\r\n\t|ab0-9ıİ \u{FEFF}]{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn broken_tables(pieces in prop::collection::vec(piece(), 0..12)) {
        check(pieces.concat().as_bytes())?;
    }

    #[test]
    fn any_bytes(start in 0_usize..5, bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let magic: &[u8] = [&b""[..], b"SQLite format 3\0", b"PK\x03\x04", b"\x1F\x8B\x08", b"\xFF\xFE"][start];
        check(&[magic, &bytes].concat())?;
    }
}
