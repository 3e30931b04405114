//! The archive that a presentation is: parts, what each is, and how they refer to each other.

use crate::export::ExportError;
use crate::export::xml::escaped;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::sync::Arc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Beginning of every part.
pub(super) const HEADER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Names used in the parts, to be declared by their outermost element.
pub(super) const NAMESPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// What a part is.
pub(super) mod content {
    pub const PRESENTATION: &str =
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    pub const PRESENTATION_PROPERTIES: &str =
        "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml";
    pub const VIEW_PROPERTIES: &str =
        "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml";
    pub const TABLE_STYLES: &str =
        "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml";
    pub const MASTER: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml";
    pub const LAYOUT: &str = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml";
    pub const SLIDE: &str = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
    pub const NOTES_MASTER: &str =
        "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml";
    pub const NOTES: &str = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml";
    pub const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
    pub const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
    pub const APP: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
}

/// What one part is to another.
pub(super) mod relation {
    pub const DOCUMENT: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    pub const CORE: &str =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    pub const APP: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties";
    pub const MASTER: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster";
    pub const LAYOUT: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideLayout";
    pub const SLIDE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide";
    pub const NOTES_MASTER: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesMaster";
    pub const NOTES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesSlide";
    pub const PRESENTATION_PROPERTIES: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/presProps";
    pub const VIEW_PROPERTIES: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/viewProps";
    pub const TABLE_STYLES: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/tableStyles";
    pub const THEME: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme";
    pub const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
}

/// What a part refers to, in the order of `rId1`, `rId2` …
#[derive(Default)]
pub(super) struct Relations(Vec<(&'static str, String)>);

impl Relations {
    /// Refers to a part by its path from here; gives the name of the reference.
    pub fn add(&mut self, kind: &'static str, target: &str) -> String {
        let known = self.0.iter().position(|(one, path)| *one == kind && path == target);
        let place = known.unwrap_or_else(|| {
            self.0.push((kind, target.to_owned()));
            self.0.len() - 1
        });
        format!("rId{}", place + 1)
    }

    fn xml(&self) -> String {
        let mut xml = format!(
            "{HEADER}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (number, (kind, target)) in (1..).zip(&self.0) {
            // Writing to a `String` can't fail.
            let _ = write!(
                xml,
                "<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{}\"/>",
                escaped(target)
            );
        }
        xml.push_str("</Relationships>");
        xml
    }
}

/// An archive in the making.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// Path and content type of each part.
    parts: Vec<(String, &'static str)>,
    /// Names of the pictures that are in it.
    pictures: BTreeMap<Arc<[u8]>, String>,
}

impl Default for Package {
    fn default() -> Self {
        let zip = ZipWriter::new(Cursor::new(Vec::new()));
        Self { zip, parts: Vec::new(), pictures: BTreeMap::new() }
    }
}

impl Package {
    /// Adds a part.
    pub fn put(&mut self, path: &str, content_type: &'static str, xml: &str) -> Result<(), ExportError> {
        self.parts.push((format!("/{path}"), content_type));
        self.file(path, xml.as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds what a part refers to.
    pub fn relate(&mut self, path: &str, relations: &Relations) -> Result<(), ExportError> {
        self.file(path, relations.xml().as_bytes(), CompressionMethod::Deflated)
    }

    /// Adds a picture once, however often it is shown; gives the name of a slide's reference to it.
    pub fn picture(&mut self, png: &Arc<[u8]>, relations: &mut Relations) -> Result<String, ExportError> {
        if !self.pictures.contains_key(png) {
            let name = format!("image{}.png", self.pictures.len() + 1);
            // A PNG is compressed already.
            self.file(&format!("ppt/media/{name}"), png, CompressionMethod::Stored)?;
            self.pictures.insert(Arc::clone(png), name);
        }
        let name = self.pictures.get(png).map_or("", String::as_str);
        Ok(relations.add(relation::IMAGE, &format!("../media/{name}")))
    }

    fn file(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), ExportError> {
        // The time of writing would make every file another one.
        let options =
            SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::default());
        self.zip.start_file(path, options).map_err(failed)?;
        self.zip.write_all(bytes).map_err(|error| ExportError::Archive(error.to_string()))
    }

    /// The whole archive.
    pub fn finish(mut self) -> Result<Vec<u8>, ExportError> {
        let mut xml = format!(
            "{HEADER}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"png\" ContentType=\"image/png\"/>"
        );
        for (path, content_type) in &self.parts {
            let _ = write!(xml, "<Override PartName=\"{path}\" ContentType=\"{content_type}\"/>");
        }
        xml.push_str("</Types>");
        self.file("[Content_Types].xml", xml.as_bytes(), CompressionMethod::Deflated)?;
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }
}

fn failed(error: zip::result::ZipError) -> ExportError {
    ExportError::Archive(error.to_string())
}
