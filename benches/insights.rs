//! How long it takes until something is told, and until all is, on logs made in memory: `cargo bench --bench insights`.

mod generated;

use divan::Bencher;
use pathlight::base::{Cancel, Cancelled};
use pathlight::events::EventLog;
use pathlight::insights::Inputs;
use pathlight::insights::findings::find;
use pathlight::insights::signs::signs;
use pathlight::measure::{Keep, MeasureError};
use pathlight::model::{JourneyMap, Source};
use std::sync::OnceLock;

const MILLION: usize = 1_000_000;
const SIZES: [usize; 2] = [MILLION, 10 * MILLION];

/// A log whose figures are known.
struct Ready {
    log: EventLog,
    map: JourneyMap,
    source: Source,
    keep: Keep,
}

fn main() {
    divan::main();
}

/// Until the first findings are handed on.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn first_findings(bencher: Bencher<'_, '_>, size: usize) {
    let ready = ready(size);
    bencher.bench_local(|| {
        let inputs = inputs(ready);
        let cancel = Cancel::new();
        let found = find(&inputs, &cancel, &mut |_| cancel.raise());
        assert_eq!(found, Err(MeasureError::Cancelled(Cancelled)), "there is more to be found");
    });
}

/// Until everything is found.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn all_findings(bencher: Bencher<'_, '_>, size: usize) {
    let ready = ready(size);
    bencher.bench_local(|| find(&inputs(ready), &Cancel::new(), &mut |_| ()));
}

/// The nine signs.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn nine_signs(bencher: Bencher<'_, '_>, size: usize) {
    let ready = ready(size);
    bencher.bench_local(|| signs(&inputs(ready), &Cancel::new()));
}

/// Selecting and measuring is part of what is waited for.
fn inputs(of: &Ready) -> Inputs<'_> {
    Inputs::new(&of.keep, (&of.log, &of.map, &of.source), &Cancel::new()).expect("nothing is wrong with it")
}

fn ready(size: usize) -> &'static Ready {
    static READY: [OnceLock<Ready>; 2] = [const { OnceLock::new() }; 2];
    READY[usize::from(size > MILLION)].get_or_init(|| {
        let (log, map, source) = (generated::log(size), generated::map(), generated::source());
        let ready = Ready { log, map, source, keep: Keep::default() };
        inputs(&ready);
        ready
    })
}
