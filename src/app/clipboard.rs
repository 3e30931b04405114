//! The system's clipboard: text and pictures that come from it and go to it. It can hold no maps, so what was copied
//! exactly is kept beside it, here and in the state folder, and known again by its text.

use super::App;
use crate::base::{Pixels, Timestamp, fmt};
use crate::jobs::{Job, PictureSource, Pictures};
use crate::model::edit::Beside;
use crate::scene::Scene;
use crate::session::{Action, Command, Copied, Request};
use crate::store::clip;
use crate::tr;
use crate::ui::{Notice, Out};
use egui::{ColorImage, Event};
use std::sync::Arc;

/// Sharp on screens and in slides of today.
const PIXELS_PER_POINT: f32 = 2.0;

impl App {
    /// What the keys for copy, cut and paste mean on the map; text fields and dialogs have them for themselves.
    pub(super) fn take_clipboard_events(&self, ctx: &egui::Context, out: &mut Out) {
        if self.state.welcome.is_some() || self.state.dialogs.is_any_open() || ctx.text_edit_focused() {
            return;
        }
        let of_clipboard = |event: &&Event| {
            matches!(event, Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_))
        };
        let events: Vec<_> = ctx.input(|input| input.events.iter().filter(of_clipboard).cloned().collect());
        for event in events {
            match event {
                Event::Copy => out.command(Command::Copy),
                Event::Cut => out.command(Command::Cut),
                Event::Paste(text) => out.actions.push(self.pasted(text)),
                Event::PasteImage(image) => out.requests.push(Request::AddPictures {
                    pictures: vec![PictureSource::Pasted(pixels_of(&image))],
                    beside: self.session.place_for_pictures(None),
                }),
                _ => {}
            }
        }
    }

    /// What this text stands for.
    fn pasted(&self, text: String) -> Action {
        let own = self.copied.as_ref().filter(|copied| clip::same_text(&copied.text, &text));
        let others = || clip::find(self.places.state.as_deref()?, &text).map(Arc::new);
        match own.map(|copied| Arc::clone(&copied.clip)).or_else(others) {
            Some(clip) => Action::PasteClip(clip),
            None => Action::PasteText(text),
        }
    }

    pub(super) fn copy(&mut self, ctx: &egui::Context, copied: Copied) {
        ctx.copy_text(copied.text.clone());
        if let Some(state) = self.places.state.clone() {
            self.jobs.start(Job::KeepCopied {
                state,
                text: copied.text.clone(),
                clip: Arc::clone(&copied.clip),
            });
        }
        self.copied = Some(copied);
    }

    /// Has the selection, or the whole map, painted for the clipboard.
    pub(super) fn copy_picture(&mut self, ctx: &egui::Context) {
        let theme = if ctx.theme() == egui::Theme::Dark { &self.dark } else { &self.light };
        self.session.today = fmt::date(Timestamp::now());
        let scene = Arc::new(self.session.picture_of_selection(theme, &self.fonts));
        self.jobs.start(Job::Paint { scene, scale: PIXELS_PER_POINT });
    }

    /// Has a chart painted for the clipboard.
    pub(super) fn copy_chart(&mut self, scene: Arc<Scene>) {
        self.jobs.start(Job::Paint { scene, scale: PIXELS_PER_POINT });
    }

    pub(super) fn painted(&mut self, ctx: &egui::Context, picture: &Pixels) {
        let (width, height) = (picture.width_px.to_string(), picture.height_px.to_string());
        ctx.copy_image(color_image_of(picture));
        self.state.notice = Some(Notice::new(tr!("ui-picture-copied", width = width, height = height)));
    }

    pub(super) fn pictures_read(&mut self, pictures: Pictures, beside: Beside) {
        let reasons: Vec<_> = pictures.failed.iter().map(ToString::to_string).collect();
        self.session.add_pictures(pictures.read, beside);
        if !reasons.is_empty() {
            self.fail(tr!("ui-picture-failed", count = reasons.len()), reasons.join("\n"), String::new());
        }
    }
}

fn pixels_of(image: &ColorImage) -> Pixels {
    let [width, height] = image.size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let rgba = image.pixels.iter().flat_map(|pixel| pixel.to_srgba_unmultiplied()).collect();
    Pixels { width_px: width, height_px: height, rgba }
}

fn color_image_of(picture: &Pixels) -> ColorImage {
    let size = [picture.width_px, picture.height_px].map(|side| side as usize);
    ColorImage::from_rgba_unmultiplied(size, &picture.rgba)
}
