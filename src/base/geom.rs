//! Points, sizes and rectangles in map points (pt): x to the right, y down.

/// A position in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// Shorthand for [`Point`].
#[must_use]
pub const fn pt(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// Width and height in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Horizontal extent.
    pub width: f32,
    /// Vertical extent.
    pub height: f32,
}

impl Size {
    /// The same extent lying or standing.
    #[must_use]
    pub const fn turned(self, is_wide: bool) -> Self {
        let Self { width, height } = self;
        if (width > height) == is_wide { self } else { Self { width: height, height: width } }
    }
}

/// An axis-parallel rectangle, `min` inclusive at the upper left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Rect {
    /// A rectangle from its upper left corner and its extent.
    #[must_use]
    pub const fn from_xywh(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { min: pt(x, y), max: pt(x + width, y + height) }
    }

    /// Horizontal extent.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// Vertical extent.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// The middle.
    #[must_use]
    pub fn center(&self) -> Point {
        pt((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }

    /// True when the point lies inside or on the edge.
    #[must_use]
    pub fn contains(&self, p: Point) -> bool {
        p.x >= self.min.x && p.x <= self.max.x && p.y >= self.min.y && p.y <= self.max.y
    }

    /// True when the two share at least an edge.
    #[must_use]
    pub fn intersects(&self, other: &Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self {
            min: pt(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: pt(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// Grown by `by` points on every side (shrunk when negative).
    #[must_use]
    pub fn expanded(&self, by: f32) -> Self {
        Self { min: pt(self.min.x - by, self.min.y - by), max: pt(self.max.x + by, self.max.y + by) }
    }

    /// Moved by the given distances.
    #[must_use]
    pub fn translated(&self, dx: f32, dy: f32) -> Self {
        Self { min: pt(self.min.x + dx, self.min.y + dy), max: pt(self.max.x + dx, self.max.y + dy) }
    }
}
