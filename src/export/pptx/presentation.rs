//! The parts that every presentation has once: which slides in which order, master, layout, themes, properties.

use super::PptxOptions;
use super::geometry::slide_extent;
use super::package::{HEADER, NAMESPACES, Package, Relations, content, relation};
use crate::export::ExportError;
use crate::export::xml::escaped;
use crate::scene::slides::SlideSize;
use std::fmt::Write as _;

const THEME: &str = include_str!("../../../assets/pptx/theme.xml");
const MASTER: &str = include_str!("../../../assets/pptx/slideMaster1.xml");
const LAYOUT: &str = include_str!("../../../assets/pptx/slideLayout1.xml");
const NOTES_MASTER: &str = include_str!("../../../assets/pptx/notesMaster1.xml");
const PRESENTATION_PROPERTIES: &str = include_str!("../../../assets/pptx/presProps.xml");
const VIEW_PROPERTIES: &str = include_str!("../../../assets/pptx/viewProps.xml");
const TABLE_STYLES: &str = include_str!("../../../assets/pptx/tableStyles.xml");

/// How texts look that do not say it, in shapes that are added later.
const DEFAULT_TEXT_STYLE: &str = "<p:defaultTextStyle><a:defPPr><a:defRPr lang=\"en-US\"/></a:defPPr>\
     <a:lvl1pPr algn=\"l\"><a:defRPr sz=\"1200\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
     <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl1pPr>\
     </p:defaultTextStyle>";
/// Numbers of slides in a presentation begin here.
const FIRST_SLIDE_ID: usize = 256;

pub(super) fn put(package: &mut Package, slides: usize, options: &PptxOptions) -> Result<(), ExportError> {
    let mut root = Relations::default();
    root.add(relation::DOCUMENT, "ppt/presentation.xml");
    root.add(relation::CORE, "docProps/core.xml");
    root.add(relation::APP, "docProps/app.xml");
    package.relate("_rels/.rels", &root)?;
    package.put("docProps/core.xml", content::CORE, &core(options))?;
    package.put("docProps/app.xml", content::APP, &app(slides))?;

    let mut relations = Relations::default();
    let xml = presentation(&mut relations, slides, options.size);
    package.put("ppt/presentation.xml", content::PRESENTATION, &xml)?;
    package.relate("ppt/_rels/presentation.xml.rels", &relations)?;
    package.put("ppt/presProps.xml", content::PRESENTATION_PROPERTIES, PRESENTATION_PROPERTIES)?;
    package.put("ppt/viewProps.xml", content::VIEW_PROPERTIES, VIEW_PROPERTIES)?;
    package.put("ppt/tableStyles.xml", content::TABLE_STYLES, TABLE_STYLES)?;

    let mut of_master = Relations::default();
    of_master.add(relation::LAYOUT, "../slideLayouts/slideLayout1.xml");
    of_master.add(relation::THEME, "../theme/theme1.xml");
    package.put("ppt/slideMasters/slideMaster1.xml", content::MASTER, MASTER)?;
    package.relate("ppt/slideMasters/_rels/slideMaster1.xml.rels", &of_master)?;
    let mut of_layout = Relations::default();
    of_layout.add(relation::MASTER, "../slideMasters/slideMaster1.xml");
    package.put("ppt/slideLayouts/slideLayout1.xml", content::LAYOUT, LAYOUT)?;
    package.relate("ppt/slideLayouts/_rels/slideLayout1.xml.rels", &of_layout)?;
    let mut of_notes = Relations::default();
    of_notes.add(relation::THEME, "../theme/theme2.xml");
    package.put("ppt/notesMasters/notesMaster1.xml", content::NOTES_MASTER, NOTES_MASTER)?;
    package.relate("ppt/notesMasters/_rels/notesMaster1.xml.rels", &of_notes)?;
    // Every master has a theme of its own.
    package.put("ppt/theme/theme1.xml", content::THEME, THEME)?;
    package.put("ppt/theme/theme2.xml", content::THEME, THEME)
}

fn presentation(relations: &mut Relations, slides: usize, size: SlideSize) -> String {
    let master = relations.add(relation::MASTER, "slideMasters/slideMaster1.xml");
    let notes_master = relations.add(relation::NOTES_MASTER, "notesMasters/notesMaster1.xml");
    let mut list = String::new();
    for number in 1..=slides {
        let slide = relations.add(relation::SLIDE, &format!("slides/slide{number}.xml"));
        let id = FIRST_SLIDE_ID + number - 1;
        // Writing to a `String` can't fail.
        let _ = write!(list, "<p:sldId id=\"{id}\" r:id=\"{slide}\"/>");
    }
    let list = if list.is_empty() { list } else { format!("<p:sldIdLst>{list}</p:sldIdLst>") };
    relations.add(relation::PRESENTATION_PROPERTIES, "presProps.xml");
    relations.add(relation::VIEW_PROPERTIES, "viewProps.xml");
    relations.add(relation::THEME, "theme/theme1.xml");
    relations.add(relation::TABLE_STYLES, "tableStyles.xml");
    let (width, height) = slide_extent(size);
    let kind = match size {
        SlideSize::Wide => "",
        SlideSize::Standard => " type=\"screen4x3\"",
    };
    format!(
        "{HEADER}<p:presentation {NAMESPACES} saveSubsetFonts=\"1\">\
         <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"{master}\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"{notes_master}\"/></p:notesMasterIdLst>{list}\
         <p:sldSz cx=\"{width}\" cy=\"{height}\"{kind}/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>\
         {DEFAULT_TEXT_STYLE}</p:presentation>"
    )
}

fn core(options: &PptxOptions) -> String {
    format!(
        "{HEADER}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:creator>Pathlight</dc:creator></cp:coreProperties>",
        escaped(&options.title)
    )
}

fn app(slides: usize) -> String {
    format!(
        "{HEADER}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Pathlight</Application><Slides>{slides}</Slides><Notes>{slides}</Notes></Properties>"
    )
}
