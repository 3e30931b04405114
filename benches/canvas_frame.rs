//! The time of one frame of the canvas on the processor: `Canvas::ui` and tessellation, for a map of 60 touchpoints,
//! 14 lanes and 1 500 cards. `cargo bench --bench canvas_frame`.

use divan::Bencher;
use egui::{Context, FontData, FontDefinitions, FontFamily, Pos2, RawInput, Rect, vec2};
use pathlight::canvas::{Canvas, family_of};
use pathlight::model::edit::Created;
use pathlight::model::{
    CardKind, Edit, Emotion, JourneyMap, LaneId, LaneKind, Persona, PersonaId, TouchpointId,
};
use pathlight::session::Session;
use pathlight::text::{Face, Fonts};
use pathlight::theme::Theme;
use std::sync::Arc;

fn main() {
    divan::main();
}

fn created(session: &mut Session, edit: Edit) -> Created {
    session.document.edit(&edit).expect("an edit that fits").expect("something new")
}

fn large_map() -> Session {
    let mut session = Session::of_new(JourneyMap::default());
    let mut touchpoints: Vec<TouchpointId> = Vec::new();
    for place in 0..10 {
        let name = format!("Stage {place}");
        let Created::Stage(stage) = created(&mut session, Edit::AddStage { name, at: place }) else {
            continue;
        };
        for at in 0..6 {
            let name = format!("Touchpoint {} of the journey", place * 6 + at);
            if let Created::Touchpoint(id) = created(&mut session, Edit::AddTouchpoint { stage, at, name }) {
                touchpoints.push(id);
            }
        }
    }
    let notes = [LaneKind::Notes; 3];
    let mut card_lanes: Vec<(LaneId, LaneKind)> = Vec::new();
    for (at, kind) in LaneKind::ALL.into_iter().chain(notes).enumerate() {
        if let Created::Lane(id) = created(&mut session, Edit::AddLane { kind, name: String::new(), at })
            && kind.holds_cards()
        {
            card_lanes.push((id, kind));
        }
    }
    for number in 0..1500 {
        let (lane, kind) = card_lanes[number % card_lanes.len()];
        let touchpoint = touchpoints[number / card_lanes.len() % touchpoints.len()];
        let text = format!("Card {number}: what customers told us");
        let kind = CardKind::for_lane(kind);
        created(&mut session, Edit::AddCard { lane, touchpoint, slot: usize::MAX, text, kind });
    }
    let emotions = touchpoints.iter().zip((0..5).cycle());
    let emotions = emotions.map(|(id, value)| (*id, Emotion::new(f64::from(value) - 2.0))).collect();
    let persona = Persona { emotions, ..Persona::new(PersonaId(0), "Elif") };
    created(&mut session, Edit::AddPersona(persona));
    session.refresh(&Theme::light(), &Fonts::bundled());
    session
}

fn context() -> Context {
    let context = Context::default();
    let mut fonts = FontDefinitions::default();
    for face in Face::ALL {
        if let FontFamily::Name(name) = family_of(face) {
            fonts.font_data.insert(name.to_string(), Arc::new(FontData::from_static(Fonts::data(face))));
            fonts.families.insert(FontFamily::Name(name.clone()), vec![name.to_string()]);
        }
    }
    context.set_fonts(fonts);
    context
}

/// A frame at a zoom; the first one, which fills egui's caches of text, is not measured.
#[divan::bench(args = [1.0, 0.25])]
fn frame(bencher: Bencher<'_, '_>, zoom: f32) {
    let (context, session, theme) = (context(), large_map(), Theme::light());
    let mut canvas = Canvas::default();
    let show = |canvas: &mut Canvas| {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0)));
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut actions = Vec::new();
        let mut output = context.run_ui(input, |ui| canvas.ui(ui, &session.view(), &theme, &mut actions));
        // Nothing is sent to a graphics card here.
        output.textures_delta.clear();
        context.tessellate(output.shapes, output.pixels_per_point)
    };
    show(&mut canvas);
    canvas.set_zoom(zoom);
    show(&mut canvas);
    bencher.bench_local(|| show(&mut canvas));
}
