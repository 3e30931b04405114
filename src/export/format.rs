//! The one table of the formats that a map can be written in.

use crate::tr;

/// What a format holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The picture of the map, or slides.
    Picture,
    /// The figures, without which there is nothing to write.
    Figures,
    /// The map in words, with its figures.
    Text,
    /// The map for another program, without figures.
    Interchange,
}

macro_rules! formats {
    ($($name:ident, $ending:literal, $content:ident, $label:literal, $about:literal;)*) => {
        /// Kinds of files that a map can be written as.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[allow(missing_docs)] // the words say it
        pub enum ExportFormat {
            #[default]
            $($name,)*
        }

        impl ExportFormat {
            /// All formats in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// How the names of its files end.
            #[must_use]
            pub const fn ending(self) -> &'static str {
                match self {
                    $(Self::$name => $ending,)*
                }
            }

            /// What it holds.
            #[must_use]
            pub const fn content(self) -> Content {
                match self {
                    $(Self::$name => Content::$content,)*
                }
            }

            /// What it is called.
            #[must_use]
            pub fn label(self) -> String {
                match self {
                    $(Self::$name => tr!($label),)*
                }
            }

            /// What it is good for, in a sentence.
            #[must_use]
            pub fn about(self) -> String {
                match self {
                    $(Self::$name => tr!($about),)*
                }
            }
        }
    };
}

formats! {
    Png, "png", Picture, "export-format-png", "export-about-png";
    Svg, "svg", Picture, "export-format-svg", "export-about-svg";
    Html, "html", Picture, "export-format-html", "export-about-html";
    Pdf, "pdf", Picture, "export-format-pdf", "export-about-pdf";
    Pptx, "pptx", Picture, "export-format-pptx", "export-about-pptx";
    Xlsx, "xlsx", Text, "export-format-xlsx", "export-about-xlsx";
    Csv, "csv", Figures, "export-format-csv", "export-about-csv";
    Json, "json", Text, "export-format-json", "export-about-json";
    Markdown, "md", Text, "export-format-md", "export-about-md";
    Mermaid, "mmd", Interchange, "export-format-mmd", "export-about-mmd";
    OpenJourney, "ojf", Interchange, "export-format-ojf", "export-about-ojf";
}

impl ExportFormat {
    /// The format of files whose names end so, in any letter case.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.ending().eq_ignore_ascii_case(ending))
    }

    /// True for pictures and slides.
    #[must_use]
    pub fn is_picture(self) -> bool {
        self.content() == Content::Picture
    }

    /// True when there is nothing to write without figures.
    #[must_use]
    pub fn needs_figures(self) -> bool {
        self.content() == Content::Figures
    }
}
