//! What a speaker has before them, slide by slide.

use super::package::{HEADER, NAMESPACES, Package, Relations, content, relation};
use super::text;
use crate::export::ExportError;

pub(super) fn put(
    package: &mut Package,
    number: usize,
    notes: &str,
    language: &str,
) -> Result<(), ExportError> {
    let mut relations = Relations::default();
    relations.add(relation::NOTES_MASTER, "../notesMasters/notesMaster1.xml");
    relations.add(relation::SLIDE, &format!("../slides/slide{number}.xml"));
    package.put(&format!("ppt/notesSlides/notesSlide{number}.xml"), content::NOTES, &xml(notes, language))?;
    package.relate(&format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), &relations)
}

fn xml(notes: &str, language: &str) -> String {
    let words = text::plain_paragraphs(notes, language);
    format!(
        "{HEADER}<p:notes {NAMESPACES}><p:cSld><p:spTree>\
         <p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>\
         <p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>\
         <a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/>\
         <p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/>\
         <p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{words}</p:txBody></p:sp>\
         </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}
