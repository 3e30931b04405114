//! A map that is hard to write: sixty touchpoints with the longest words, letters of many scripts, emoji, lanes without cards.

use pathlight::model::{
    Card, CardId, CardKind, Emotion, JourneyMap, Lane, LaneId, LaneKind, Pain, Persona, PersonaId, Stage,
    StageId, Touchpoint, TouchpointId,
};

const NAMES: [&str; 6] = [
    "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına",
    "Konstantynopolitańczykowianeczka płaci za przesyłkę",
    "配送料を見る",
    "İade isteği gönderir 😀",
    "Says שלום עולם, then pays",
    "Pays",
];
const TEXTS: [&str; 6] = [
    "Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine uzun bir kelime",
    "荷物が届く、東京",
    "مرحبا بك",
    "👍 Ürün 📦 geldi",
    "Zażółć gęślą jaźń — 1 234,5 zł",
    "a\nb\n\nc",
];

pub fn map() -> JourneyMap {
    let mut map = JourneyMap::default();
    map.about.title = "Sipariş, teslimat ve iade: 配送 😀 שלום".to_owned();
    map.about.description = TEXTS.join(" · ");
    let ids: Vec<TouchpointId> = (0..60).map(TouchpointId).collect();
    let named =
        |(index, id): (usize, &TouchpointId)| Touchpoint::new(*id, NAMES[index % NAMES.len()].to_owned());
    map.touchpoints = ids.iter().enumerate().map(named).collect();
    let stage = |(index, touchpoints): (usize, &[TouchpointId])| Stage {
        id: StageId(index as u32),
        name: format!("{} {index}", NAMES[(index + 3) % NAMES.len()]),
        touchpoints: touchpoints.to_vec(),
        palette: None,
    };
    map.stages = ids.chunks(12).enumerate().map(stage).collect();
    map.about.stages = map.stages.iter().map(|stage| stage.id).collect();
    let mut persona = Persona { quote: TEXTS[1].to_owned(), ..Persona::new(PersonaId(0), "Łucja 👩") };
    for (index, id) in ids.iter().enumerate() {
        persona.emotions.insert(*id, Emotion::new(f64::from(index as u32 % 9) / 2.0 - 2.0));
    }
    map.about.personas = vec![persona.id];
    map.personas = std::iter::once(persona).collect();
    let kinds = [LaneKind::Emotion, LaneKind::Pains, LaneKind::Notes, LaneKind::Opportunities];
    let lane = |(index, kind): (u32, LaneKind)| Lane::new(LaneId(200 + index), kind);
    map.lanes = (0..).zip(kinds).map(lane).collect();
    map.about.lanes = map.lanes.iter().map(|lane| lane.id).collect();
    // The last lane stays empty.
    let mut cards = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let kind = match index % 2 {
            0 => CardKind::Pain(Pain { severity: 4, ..Pain::default() }),
            _ => CardKind::Note,
        };
        let lane = if index % 2 == 0 { LaneId(201) } else { LaneId(202) };
        cards.push(Card::new(
            CardId(1000 + index as u32),
            (lane, *id),
            TEXTS[index / 2 % TEXTS.len()].to_owned(),
            kind,
        ));
    }
    map.cards = cards.into_iter().collect();
    map
}
