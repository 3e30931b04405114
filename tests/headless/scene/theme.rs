//! The themes parse and every text can be read where it stands.

use super::{FONTS, page, sample};
use pathlight::base::Color;
use pathlight::base::geom::pt;
use pathlight::scene::{Prim, Scene, TextRun, build};
use pathlight::theme::{Theme, ThemeName};

/// Text, what it stands on, what lies below that.
fn pairs(theme: &Theme) -> Vec<(&'static str, Color, Color)> {
    let mut pairs = vec![
        ("title", theme.text, theme.canvas),
        ("body", theme.text_body, theme.canvas),
        ("explanation", theme.text_muted, theme.canvas),
        ("axis", theme.text_faint, theme.canvas),
        ("title in a panel", theme.text, theme.panel),
        ("body in a panel", theme.text_body, theme.panel),
        ("explanation in a panel", theme.text_muted, theme.panel),
        ("hint in a panel", theme.text_faint, theme.panel),
        ("explanation in a group", theme.text_muted, theme.panel_inset),
        ("hint in a group", theme.text_faint, theme.panel_inset),
        ("field", theme.text_body, theme.field),
        ("hint in a field", theme.text_muted, theme.field),
        ("hovered", theme.text_body, theme.hover),
        ("on amber", theme.on_drawn, theme.drawn),
        ("primary button", theme.on_accent, theme.accent),
        ("chosen", theme.accent_text, theme.accent_soft),
        ("link", theme.accent_text, theme.panel),
        ("touchpoint", theme.text, theme.card),
        ("visits", theme.measured, theme.card),
        ("never visited", theme.text_faint, theme.card),
        ("thought", theme.text_body, theme.card),
        ("metric's words", theme.text_muted, theme.card),
        ("pain", theme.pain_text, theme.pain_fill),
        ("pain's note", theme.pain_note, theme.pain_fill),
        ("votes on a pain", theme.text_body, theme.pain_fill),
        ("opportunity", theme.opportunity_text, theme.opportunity_fill),
        ("opportunity's note", theme.opportunity_note, theme.opportunity_fill),
        ("votes on an opportunity", theme.text_body, theme.opportunity_fill),
        ("note", theme.text_body, theme.note_fill),
        ("note's second line", theme.text_muted, theme.note_fill),
        ("quote", theme.text_body, theme.quote_fill),
        ("quote's source", theme.text_muted, theme.quote_fill),
        ("search in the bar", theme.text_faint, theme.field),
        ("hint under the pointer", theme.text_faint, theme.hover),
        ("banner", theme.text_body, theme.accent_soft),
        ("banner's second line", theme.text_faint, theme.accent_soft),
        ("link on the canvas", theme.accent_text, theme.canvas),
        ("link in a group", theme.accent_text, theme.panel_inset),
        ("link in the status bar", theme.accent_text, theme.field),
        ("link under the pointer", theme.accent_text, theme.hover),
        ("chosen entry", theme.accent_text, theme.selection),
        ("selected words", theme.text, theme.selection),
        ("big figure of exits", theme.exit, theme.panel),
        ("big figure of satisfaction", theme.measured, theme.panel),
        ("last bar of a chart", theme.measured, theme.panel_inset),
        ("column of an import", theme.measured, theme.ok_soft),
        ("time is up", theme.error, theme.error_soft),
        ("trouble in a panel", theme.error, theme.panel),
        ("trouble in a group", theme.error, theme.panel_inset),
        ("doubt in a panel", theme.warning_text, theme.panel),
        ("doubt in a group", theme.warning_text, theme.panel_inset),
        ("time is short", theme.text, theme.warning_soft),
        ("time is short, second line", theme.text_muted, theme.warning_soft),
        ("time is up, second line", theme.text_muted, theme.error_soft),
        ("evidence", theme.ok_text, theme.ok_soft),
        ("warning", theme.warning_text, theme.warning_soft),
        ("error", theme.text_body, theme.error_soft),
        ("avatar", theme.on_avatar, theme.avatar),
        ("tooltip", theme.on_tooltip, theme.tooltip),
        ("tooltip, drawn", theme.tooltip_drawn, theme.tooltip),
        ("tooltip, measured", theme.tooltip_measured, theme.tooltip),
    ];
    for stage in &theme.stages {
        pairs.push(("stage", stage.on_band, stage.band));
        let area = stage.area.over(theme.canvas);
        pairs.extend([
            ("worst exit on a stage", theme.exit_strong_text, area),
            ("exit on a stage", theme.exit_text, area),
            ("bar's note on a stage", theme.text_faint, area),
            ("share on a stage", theme.text_body, area),
            ("share's note on a stage", theme.text_muted, area),
        ]);
    }
    let palette = 0..u8::try_from(theme.stages.len()).expect("a few");
    pairs.extend(palette.map(|at| ("coloured card", theme.text_body, theme.card_tint(at).fill)));
    pairs.push(("tag", theme.text_body, theme.card));
    pairs.extend(theme.channels.iter().map(|channel| ("channel", channel.color, theme.card)));
    pairs
}

#[test]
fn text_has_contrast_in_all_themes() {
    let mut faults = Vec::new();
    for theme in ThemeName::ALL.map(Theme::named) {
        for (what, text, surface) in pairs(&theme) {
            let contrast = text.contrast(surface);
            if contrast < 4.5 {
                let name = theme.canvas;
                faults.push(format!("{what} ({name}): {text} on {surface} is {contrast:.2} : 1"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What lies below the middle of a text that is painted as the item of this number.
fn surface_of(scene: &Scene, text: &TextRun, number: usize) -> Color {
    let middle = pt(text.origin.x + text.width / 2.0, text.origin.y - text.size * 0.35);
    let below = scene.items.iter().take(number).filter_map(|item| match &item.prim {
        Prim::Rect(rect) if rect.rect.contains(middle) => rect.fill,
        Prim::Rect(_) | Prim::Path(_) | Prim::Text(_) | Prim::Image(_) => None,
    });
    below.fold(scene.background.expect("a map has a ground"), |ground, fill| fill.over(ground))
}

#[test]
fn every_text_of_a_map_can_be_read_where_it_stands() {
    let (map, overlay) = (sample::map(), sample::overlay());
    let mut seen = 0;
    for theme in ThemeName::ALL.map(Theme::named) {
        let scene = build(&map, Some(&overlay), &page(), &theme, &FONTS);
        for (number, item) in scene.items.iter().enumerate() {
            let Prim::Text(run) = &item.prim else { continue };
            let surface = surface_of(&scene, run, number);
            let contrast = run.color.contrast(surface);
            assert!(contrast >= 4.5, "{} is {contrast:.2} : 1 (dark: {})", run.text, theme.dark);
            seen += 1;
        }
    }
    assert!(seen > 200, "{seen} texts");
}

/// Colours of marks, fills and outlines: words have tokens of their own, which the pairs above hold to their contrast.
const NOT_FOR_WORDS: [&str; 9] = [
    "theme.accent)",
    "theme.drawn)",
    "theme.ok)",
    "theme.warning)",
    "theme.star)",
    "theme.neutral)",
    "theme.border_strong)",
    "theme.exit_light)",
    "theme.returned)",
];

#[test]
fn words_of_the_window_are_written_in_colours_for_words() {
    let mut folders = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the source") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a source file");
            for line in source.lines().filter(|line| line.contains("text(") && line.contains("Face::")) {
                seen += 1;
                let wrong = NOT_FOR_WORDS.iter().find(|token| line.contains(**token));
                assert!(wrong.is_none(), "{}: {line}", path.display());
            }
        }
    }
    assert!(seen > 50, "{seen} lines");
}

#[test]
fn marks_have_contrast_in_both_themes() {
    for theme in ThemeName::ALL.map(Theme::named) {
        for (what, mark) in [
            ("drawn", theme.drawn),
            ("measured", theme.measured),
            ("exit", theme.exit),
            ("other persona", theme.accent_text),
        ] {
            for stage in &theme.stages {
                let contrast = mark.contrast(stage.area.over(theme.canvas));
                assert!(contrast >= 3.0, "{what}: {contrast:.2} : 1 (dark: {})", theme.dark);
            }
        }
    }
}

#[test]
fn unknown_channels_differ_as_far_as_the_palette_goes() {
    for theme in ThemeName::ALL.map(Theme::named) {
        let names: Vec<_> =
            ["Web", "Kiosk", "Fax", "Letter", "Counter", "ATM", "Agent", "Portal", "Partner"].into();
        let colors: Vec<_> =
            names.iter().map(|name| theme.channel_among(name, names.iter().copied())).collect();
        for (index, color) in colors.iter().enumerate() {
            assert!(!colors[..index].contains(color), "{} has the colour of another channel", names[index]);
        }
        assert_eq!(colors[0], theme.channel("web"), "a known channel keeps its colour");
        let fewer = names[..4].iter().copied();
        assert_eq!(theme.channel_among("Letter", fewer), colors[3], "a channel added later changes nothing");
    }
}

#[test]
fn more_channels_than_colours_still_have_one() {
    let theme = Theme::light();
    let names: Vec<_> = (0..40).map(|number| format!("Branch {number}")).collect();
    let color = theme.channel_among("Branch 39", names.iter().map(String::as_str));
    assert!(theme.channels.iter().any(|channel| channel.color == color));
}

#[test]
fn each_theme_is_what_it_says() {
    let (light, dark) = (Theme::light(), Theme::dark());
    assert!(!light.dark && dark.dark);
    assert!(light.canvas.luminance() > 0.8 && dark.canvas.luminance() < 0.1);
    assert_eq!(light.stages.len(), dark.stages.len());
    assert_eq!(light.channel(" Web "), light.channel("web"));
    assert_eq!(light.channel("Kiosk"), light.channel("kiosk"));
    assert_eq!(light.stage(None, 0), light.stage(Some(0), 5));
    assert_eq!(light.stage(None, light.stages.len()), light.stage(None, 0));
}
