//! What is laid out with fonts, laid out again when letters come up that these lack and the system has.

use crate::store::fonts;
use crate::text::Fonts;
use std::sync::Arc;

/// Fonts that were found may show letters that were cut off before; then they are looked for as well.
const MOST_ROUNDS: usize = 3;

/// What `make` makes with all fonts that it needs.
pub(super) fn with_fonts_of_system<T>(mut known: Arc<Fonts>, make: impl Fn(&Fonts) -> T) -> T {
    let mut made = make(&known);
    for _ in 0..MOST_ROUNDS {
        let wanted = known.take_wanted();
        if wanted.is_empty() {
            break;
        }
        known = Arc::new(known.with_others(fonts::find(&wanted), &wanted));
        made = make(&known);
    }
    made
}
