//! A picture in memory, as clipboards give and take it.

/// Rows of pixels from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Horizontal extent.
    pub width_px: u32,
    /// Vertical extent.
    pub height_px: u32,
    /// Red, green, blue and opacity of each pixel, straight: four bytes a pixel.
    pub rgba: Vec<u8>,
}
