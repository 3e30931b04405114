//! What all pages have in common: colours of both themes as variables, type, tables; nothing from elsewhere.

use super::inline::Inline;
use crate::base::Color;
use crate::export::DOCUMENT_LANGUAGE;
use crate::export::xml::escaped;
use crate::scene::Scene;
use crate::theme::Theme;
use std::fmt::Write as _;

const PAGE_CSS: &str = include_str!("../../../assets/html/page.css");

/// Which theme a page has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HtmlTheme {
    /// The reader's own.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A page in the making.
pub struct Page {
    title: String,
    theme: HtmlTheme,
    styles: String,
    body: String,
    inline: Inline,
}

impl Page {
    pub fn new(title: &str, theme: HtmlTheme) -> Self {
        let inline = Inline::default();
        Self { title: title.to_owned(), theme, styles: PAGE_CSS.to_owned(), body: String::new(), inline }
    }

    /// Adds a style sheet.
    pub fn style(&mut self, css: &str) {
        self.styles += css;
    }

    /// Adds to the body.
    pub fn add(&mut self, html: &str) {
        self.body += html;
    }

    /// A picture that has the colours of the page's theme.
    pub fn picture(&mut self, light: &Scene, dark: &Scene, title: &str) -> String {
        self.inline.picture(light, dark, title)
    }

    /// The page.
    pub fn finish(self) -> String {
        let Self { title, theme, styles, body, inline } = self;
        let (light, dark) = (variables(&Theme::light()), variables(&Theme::dark()));
        let (picture_light, picture_dark) = inline.variables();
        let theme = match theme {
            HtmlTheme::Auto => "",
            HtmlTheme::Light => " data-theme=\"light\"",
            HtmlTheme::Dark => " data-theme=\"dark\"",
        };
        let mut html = String::new();
        // Writing to a `String` can't fail.
        let _ = write!(
            html,
            "<!DOCTYPE html>\n<html lang=\"{DOCUMENT_LANGUAGE}\"{theme}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; \
             font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
             <meta name=\"generator\" content=\"Pathlight\">\n<title>{}</title>\n<style>\n\
             :root {{ {light}{picture_light} }}\n\
             @media screen {{\n:root[data-theme=dark] {{ color-scheme: dark; {dark}{picture_dark} }}\n\
             :root[data-theme=light] {{ color-scheme: light; }}\n\
             @media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark}{picture_dark} }} }}\n}}\n\
             {styles}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
            escaped(&title),
        );
        html
    }
}

/// Colours of what surrounds the pictures.
fn variables(theme: &Theme) -> String {
    let colors = [
        ("canvas", theme.canvas),
        ("panel", theme.panel),
        ("hover", theme.hover),
        ("border", theme.border),
        ("border-strong", theme.border_strong),
        ("grid-line", theme.grid_line),
        ("text", theme.text),
        ("text-body", theme.text_body),
        ("text-muted", theme.text_muted),
        ("accent", theme.accent),
        ("accent-text", theme.accent_text),
        ("tooltip", theme.tooltip),
        ("on-tooltip", theme.on_tooltip),
    ];
    colors.iter().map(|(name, color)| format!("--{name}:{};", css(*color))).collect()
}

/// A colour as style sheets write it.
pub fn css(color: Color) -> String {
    let Color { r, g, b, a } = color;
    if a == u8::MAX { format!("#{r:02X}{g:02X}{b:02X}") } else { format!("#{r:02X}{g:02X}{b:02X}{a:02X}") }
}
