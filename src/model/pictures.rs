//! Pictures in a file: each is written once. Where a snapshot holds the same one again, it names the card that has it.

use super::card::{Card, CardKind};
use super::image::Png;
use super::records::JourneyMap;
use super::snapshot::Snapshot;
use std::collections::HashMap;

impl JourneyMap {
    /// The map as it is written: a picture that comes again in a snapshot is named by the card that has it, such as
    /// `c12`, or `v20 c12` for a card of an earlier snapshot.
    #[must_use]
    #[allow(clippy::mutable_key_type)] // a picture is its bytes; the size found later is no part of the key
    pub fn with_pictures_named(&self) -> Self {
        let mut known: HashMap<Png, String> = HashMap::new();
        for (card, png) in pictures(self) {
            known.entry(png.clone()).or_insert_with(|| card.id.to_string());
        }
        self.with_snapshots_of(|snapshot| {
            let changes = pictures(&snapshot.map).filter_map(|(card, png)| match known.get(png) {
                Some(place) => Some(with_picture(card, Png::same_as(place))),
                None => {
                    known.insert(png.clone(), place_in(snapshot, card));
                    None
                }
            });
            changes.collect()
        })
    }

    /// The map as it was written, each picture found where it is named. Those that are nowhere stay names, which the check tells.
    #[must_use]
    pub fn with_pictures_found(&self) -> Self {
        let own = pictures(self).map(|(card, png)| (card.id.to_string(), png.clone()));
        let kept = self.snapshots.iter().flat_map(|snapshot| {
            pictures(&snapshot.map).map(|(card, png)| (place_in(snapshot, card), png.clone()))
        });
        let known: HashMap<String, Png> = own.chain(kept).filter(|(_, png)| png.place().is_none()).collect();
        self.with_snapshots_of(|snapshot| {
            let changes = pictures(&snapshot.map)
                .filter_map(|(card, png)| Some(with_picture(card, known.get(png.place()?)?.clone())));
            changes.collect()
        })
    }

    fn with_snapshots_of(&self, mut changed_cards: impl FnMut(&Snapshot) -> Vec<Card>) -> Self {
        let mut map = self.clone();
        for snapshot in self.snapshots.iter() {
            let cards = changed_cards(snapshot);
            if cards.is_empty() {
                continue;
            }
            let mut snapshot = snapshot.clone();
            for card in cards {
                snapshot.map.cards.set(card.id, Some(card));
            }
            map.snapshots.set(snapshot.id, Some(snapshot));
        }
        map
    }
}

fn pictures(map: &JourneyMap) -> impl Iterator<Item = (&Card, &Png)> {
    map.cards.iter().filter_map(|card| match &card.kind {
        CardKind::Image { png, .. } => Some((card, png)),
        _ => None,
    })
}

fn with_picture(card: &Card, picture: Png) -> Card {
    let mut card = card.clone();
    if let CardKind::Image { png, .. } = &mut card.kind {
        *png = picture;
    }
    card
}

fn place_in(snapshot: &Snapshot, card: &Card) -> String {
    format!("{} {}", snapshot.id, card.id)
}
