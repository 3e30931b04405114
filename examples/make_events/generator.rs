//! Random journeys of a web shop with known truths in them, the same for the same seed.
//!
//! A journey starts at `Search` and goes on by chance, by [`steps`]. It ends at a touchpoint with the same
//! probability at every visit, so that the exit rate of visits is known: see [`STOPS`]. Every second journey is followed by a further
//! one of the same customer after 31 to 90 days. Scores, waits and outcomes are planted too: see [`Event`].

/// Touchpoints where journeys end without the goal, and the probability that a visit is the last.
pub const STOPS: [(&str, f64); 4] = [("Search", 0.20), ("Product", 0.15), ("Cart", 0.40), ("Support", 0.10)];

/// All event names in the order of the journey; `Order` is the goal and `Support` the contact.
pub const NAMES: [&str; 6] = ["Search", "Product", "Cart", "Support", "Order", "Delivery"];

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Event {
    pub customer: u64,
    /// Seconds since 1970 UTC; journeys start in 2023 and 2024.
    pub time_secs: i64,
    pub name: &'static str,
    /// `web`, `app` or `shop`; at `Support`, `phone` (70 %) or `chat`.
    pub channel: &'static str,
    /// 30 % answer at `Support`, with mean 2.5; 40 % at `Delivery`, with mean 4.15.
    pub score: Option<u8>,
    /// At `Support`: half negative, 30 % neutral, the others positive.
    pub sentiment: &'static str,
    /// At `Support`: exponential with median 125 s, in whole seconds.
    pub wait_secs: Option<u32>,
    /// At `Support`: one of 200.
    pub agent: Option<u32>,
    /// At `Support`: `solved` in 80 %.
    pub outcome: &'static str,
}

/// Where a journey goes from here: probabilities that add up to 1 with that of stopping.
fn steps(name: &str) -> &'static [(f64, &'static str)] {
    match name {
        "Search" => &[(0.65, "Product"), (0.10, "Search"), (0.05, "Support")],
        "Product" => &[(0.45, "Cart"), (0.30, "Product"), (0.10, "Support")],
        "Cart" => &[(0.50, "Order"), (0.10, "Support")],
        "Support" => &[(0.50, "Product"), (0.30, "Cart"), (0.10, "Support")],
        "Order" => &[(1.0, "Delivery")],
        _ => &[],
    }
}

/// Steele, Lea and Flood's SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// 0 … 1, 1 left out.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, bound: u64) -> u64 {
        (self.share() * bound as f64) as u64
    }

    /// One of some values by their probabilities; none for what is left to 1.
    fn choice<T: Copy>(&mut self, choices: &[(f64, T)]) -> Option<T> {
        let mut left = self.share();
        let chosen = choices.iter().find(|(probability, _)| {
            left -= probability;
            left < 0.0
        });
        chosen.map(|(_, value)| *value)
    }
}

/// Hands out every event of so many customers, customer by customer in order of time.
pub fn events<E>(customers: u64, seed: u64, mut each: impl FnMut(&Event) -> Result<(), E>) -> Result<(), E> {
    const DAY: i64 = 86_400;
    const START_2023: i64 = 1_672_531_200;
    let mut random = Random(seed);
    for customer in 0..customers {
        let mut time_secs = START_2023 + random.below(2 * 365 * DAY as u64) as i64;
        loop {
            let mut name = "Search";
            loop {
                each(&event(customer, time_secs, name, &mut random))?;
                let Some(next) = random.choice(steps(name)) else { break };
                name = next;
                time_secs += 5 + random.below(600) as i64;
            }
            if random.share() < 0.5 {
                break;
            }
            time_secs += 31 * DAY + random.below(59 * DAY as u64) as i64;
        }
    }
    Ok(())
}

fn event(customer: u64, time_secs: i64, name: &'static str, random: &mut Random) -> Event {
    let mut event = Event { customer, time_secs, name, ..Event::default() };
    if name == "Support" {
        event.channel = random.choice(&[(0.7, "phone")]).unwrap_or("chat");
        let scores = [(0.3, 1), (0.25, 2), (0.2, 3), (0.15, 4), (0.1, 5)];
        event.score = if random.share() < 0.3 { random.choice(&scores) } else { None };
        event.sentiment = random.choice(&[(0.5, "negative"), (0.3, "neutral")]).unwrap_or("positive");
        event.wait_secs = Some((-(1.0 - random.share()).ln() * 125.0 / std::f64::consts::LN_2) as u32);
        event.agent = Some(random.below(200) as u32);
        event.outcome = random.choice(&[(0.8, "solved")]).unwrap_or_default();
    } else {
        event.channel = random.choice(&[(0.55, "web"), (0.35, "app")]).unwrap_or("shop");
        let scores = [(0.05, 1), (0.05, 2), (0.1, 3), (0.3, 4), (0.5, 5)];
        let is_asked = name == "Delivery" && random.share() < 0.4;
        event.score = if is_asked { random.choice(&scores) } else { None };
    }
    event
}
