//! A scene as the tree of a slide's shapes.

use super::geometry::{Extent, Scale};
use super::groups::{self, Cluster, Part, Parts, Piece};
use super::package::{HEADER, NAMESPACES};
use super::shapes::{self, Drawn, Names, solid_fill};
use crate::export::ExportError;
use crate::scene::slides::Slide;
use std::sync::Arc;

/// Writes a slide; `picture` takes a PNG into the file and gives the name of the reference to it.
pub(super) fn xml(
    slide: &Slide,
    scale: Scale,
    language: &str,
    picture: impl FnMut(&Arc<[u8]>) -> Result<String, ExportError>,
) -> Result<String, ExportError> {
    let Parts { title, parts } = groups::of_scene(&slide.scene);
    let mut tree = Tree { scale, language, picture, last_id: 1 };
    let mut shapes = String::new();
    if let Some(words) = &title {
        shapes += &shapes::title(tree.names(&words.passage.text), words, scale, language).xml;
    }
    for part in &parts {
        shapes += &tree.part(part)?.map(|drawn| drawn.xml).unwrap_or_default();
    }
    let background = slide.scene.background.map_or_else(String::new, |color| {
        format!("<p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg>", solid_fill(color))
    });
    Ok(format!(
        "{HEADER}<p:sld {NAMESPACES}><p:cSld>{background}<p:spTree>\
         <p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
         <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>{shapes}</p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    ))
}

/// Numbers the shapes of a slide.
struct Tree<'a, P> {
    scale: Scale,
    language: &'a str,
    picture: P,
    last_id: u32,
}

impl<P: FnMut(&Arc<[u8]>) -> Result<String, ExportError>> Tree<'_, P> {
    fn names<'n>(&mut self, description: &'n str) -> Names<'n> {
        self.last_id += 1;
        Names { id: self.last_id, description }
    }

    fn part(&mut self, part: &Part<'_>) -> Result<Option<Drawn>, ExportError> {
        let name = part.name.unwrap_or_default();
        let names = self.names(name);
        let mut drawn = Vec::new();
        for cluster in &part.clusters {
            drawn.extend(self.cluster(cluster, name)?);
        }
        Ok(group(names, drawn))
    }

    fn cluster(&mut self, cluster: &Cluster<'_>, part: &str) -> Result<Option<Drawn>, ExportError> {
        let label = cluster.node.map(|node| node.label.text());
        let name = label.as_deref().unwrap_or(part);
        let names = self.names(name);
        let mut drawn = Vec::new();
        for piece in &cluster.pieces {
            drawn.extend(self.piece(piece, name, cluster.node.is_some())?);
        }
        Ok(group(names, drawn))
    }

    fn piece(&mut self, piece: &Piece<'_>, name: &str, has_node: bool) -> Result<Option<Drawn>, ExportError> {
        let (scale, language) = (self.scale, self.language);
        Ok(match piece {
            Piece::Box(shape, words) => {
                let of_text = words.as_ref().filter(|_| !has_node).map(|words| &*words.passage.text);
                let names = self.names(of_text.unwrap_or(name));
                Some(shapes::boxed(names, shape, words.as_ref(), scale, language))
            }
            Piece::Free(words) => {
                let names = self.names(&words.passage.text);
                Some(shapes::free(names, words, scale, language))
            }
            Piece::Path(path) => shapes::path(self.names(name), path, scale),
            Piece::Image(image) if shapes::is_png(&image.png) => {
                let reference = (self.picture)(&image.png)?;
                Some(shapes::picture(self.names(name), scale.frame(&image.rect), &reference))
            }
            Piece::Image(_) => None,
        })
    }
}

/// Shapes that move together; one alone needs no group.
fn group(names: Names<'_>, mut drawn: Vec<Drawn>) -> Option<Drawn> {
    let frame = drawn.iter().map(|drawn| drawn.frame).reduce(Extent::union)?;
    if drawn.len() == 1 {
        return drawn.pop();
    }
    let shapes: String = drawn.into_iter().map(|drawn| drawn.xml).collect();
    let place = frame.xml();
    let Extent { left, top, .. } = frame;
    let (width, height) = (frame.width(), frame.height());
    let xml = format!(
        "<p:grpSp><p:nvGrpSpPr>{}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place}\
         <a:chOff x=\"{left}\" y=\"{top}\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>",
        names.xml()
    );
    Some(Drawn { frame, xml })
}
