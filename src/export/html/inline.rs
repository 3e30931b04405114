//! A picture that changes its colours with the theme of the page: laid out once for each theme, painted once, each pair of
//! colours a variable.

use super::page::css;
use crate::base::Color;
use crate::export::svg::svg_in_page;
use crate::scene::{Item, PathPrim, Prim, RectPrim, Scene, Stroke, TextRun};

/// The colours of all pictures of a page: light, dark.
#[derive(Default)]
pub struct Inline {
    pairs: Vec<(Color, Color)>,
}

impl Inline {
    /// The picture as SVG to stand within a page.
    pub fn picture(&mut self, light: &Scene, dark: &Scene, title: &str) -> String {
        let items = light.items.iter().zip(&dark.items);
        let items: Vec<_> = items.map(|(light, dark)| self.numbered(light, dark)).collect();
        let numbered = Scene { items, background: None, ..light.clone() };
        let text = svg_in_page(&numbered, title);
        // A page has no declaration within.
        let body = text.find("<svg").map_or("", |start| text.get(start..).unwrap_or_default());
        self.with_variables(body)
    }

    /// Values of the variables in the light and in the dark theme.
    pub fn variables(&self) -> (String, String) {
        let of = |pick: fn(&(Color, Color)) -> Color| {
            let values = self.pairs.iter().enumerate();
            values.map(|(place, pair)| format!("--c{place}:{};", css(pick(pair)))).collect()
        };
        (of(|pair| pair.0), of(|pair| pair.1))
    }

    /// The number of a pair of colours, written as a colour.
    fn number(&mut self, light: Color, dark: Color) -> Color {
        let known = self.pairs.iter().position(|pair| *pair == (light, dark));
        let place = known.unwrap_or_else(|| {
            self.pairs.push((light, dark));
            self.pairs.len() - 1
        });
        let [.., r, g, b] = u32::try_from(place).unwrap_or(0).to_be_bytes();
        Color::rgb(r, g, b)
    }

    fn fill(&mut self, light: Option<Color>, dark: Option<Color>) -> Option<Color> {
        light.map(|light| self.number(light, dark.unwrap_or(light)))
    }

    fn stroke(&mut self, light: Option<Stroke>, dark: Option<Stroke>) -> Option<Stroke> {
        light.map(|light| {
            let color = self.number(light.color, dark.map_or(light.color, |dark| dark.color));
            Stroke { color, ..light }
        })
    }

    /// The light picture's item with numbers for colours. Both themes lay out alike; where they would not, light stays.
    fn numbered(&mut self, light: &Item, dark: &Item) -> Item {
        let prim = match (&light.prim, &dark.prim) {
            (Prim::Rect(one), other) => {
                let (fill, stroke) = match other {
                    Prim::Rect(other) => (other.fill, other.stroke),
                    Prim::Path(_) | Prim::Text(_) | Prim::Image(_) => (one.fill, one.stroke),
                };
                let (fill, stroke) = (self.fill(one.fill, fill), self.stroke(one.stroke, stroke));
                Prim::Rect(RectPrim { fill, stroke, ..one.clone() })
            }
            (Prim::Path(one), other) => {
                let (fill, stroke) = match other {
                    Prim::Path(other) => (other.fill, other.stroke),
                    Prim::Rect(_) | Prim::Text(_) | Prim::Image(_) => (one.fill, one.stroke),
                };
                let (fill, stroke) = (self.fill(one.fill, fill), self.stroke(one.stroke, stroke));
                Prim::Path(PathPrim { fill, stroke, ..one.clone() })
            }
            (Prim::Text(one), other) => {
                let color = match other {
                    Prim::Text(other) => other.color,
                    Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => one.color,
                };
                Prim::Text(TextRun { color: self.number(one.color, color), ..one.clone() })
            }
            (Prim::Image(image), _) => Prim::Image(image.clone()),
        };
        Item { prim, node: light.node }
    }

    /// Variables in place of the numbers that stand as colours.
    fn with_variables(&self, svg: &str) -> String {
        let mut out = String::with_capacity(svg.len());
        let mut rest = svg;
        while let Some(at) = rest.find("=\"#") {
            let (before, after) = rest.split_at(at);
            out += before;
            let place = after.get(3..9).and_then(|digits| usize::from_str_radix(digits, 16).ok());
            let is_color =
                (before.ends_with("fill") || before.ends_with("stroke")) && after.get(9..10) == Some("\"");
            match place.filter(|place| is_color && *place < self.pairs.len()) {
                Some(place) => {
                    out += &format!("=\"var(--c{place})\"");
                    rest = after.get(10..).unwrap_or_default();
                }
                None => {
                    out += "=\"#";
                    rest = after.get(3..).unwrap_or_default();
                }
            }
        }
        out + rest
    }
}
