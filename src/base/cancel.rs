//! The stop flag of long work. Whoever computes checks it at least every 50 ms.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// A flag shared between the one who waits and the one who works.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<Flag>);

#[derive(Debug, Default)]
struct Flag {
    raised: AtomicBool,
    looks: AtomicU64,
    /// Raises itself at this look; 0 = never.
    raised_at: u64,
}

/// The work was stopped because its [`Cancel`] flag was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

impl Cancel {
    /// A flag that nobody has raised.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A flag that raises itself when the work looks at it for the `look`-th time, from 1: stops work at every point
    /// without a clock.
    #[must_use]
    pub fn at_look(look: u64) -> Self {
        Self(Arc::new(Flag { raised_at: look, ..Flag::default() }))
    }

    /// Asks the work to stop.
    pub fn raise(&self) {
        self.0.raised.store(true, Ordering::Relaxed);
    }

    /// True once [`Cancel::raise`] was called.
    #[must_use]
    pub fn is_raised(&self) -> bool {
        self.0.raised.load(Ordering::Relaxed)
    }

    /// How often the work has looked by [`Cancel::check`].
    #[must_use]
    pub fn looks(&self) -> u64 {
        self.0.looks.load(Ordering::Relaxed)
    }

    /// `Err` once the flag is raised, so that work can stop with `?`.
    ///
    /// # Errors
    /// [`Cancelled`] when the flag is raised.
    pub fn check(&self) -> Result<(), Cancelled> {
        let look = self.0.looks.fetch_add(1, Ordering::Relaxed) + 1;
        if look == self.0.raised_at {
            self.raise();
        }
        if self.is_raised() { Err(Cancelled) } else { Ok(()) }
    }
}
