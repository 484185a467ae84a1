//! Boxes on a page, and which way a text in them runs.

/// A box on the displayed page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x0: f32,
    /// Upper edge.
    pub y0: f32,
    /// Right edge.
    pub x1: f32,
    /// Lower edge.
    pub y1: f32,
}

impl Area {
    /// What [`Area::around`] begins with.
    pub const NOTHING: Self = Self {
        x0: f32::MAX,
        y0: f32::MAX,
        x1: f32::MIN,
        y1: f32::MIN,
    };

    /// From left to right.
    pub fn width(&self) -> f32 {
        self.x1 - self.x0
    }

    /// From top to bottom.
    pub fn height(&self) -> f32 {
        self.y1 - self.y0
    }

    /// How much of the page it covers.
    pub fn size(&self) -> f32 {
        self.width().max(0.0) * self.height().max(0.0)
    }

    /// The smallest box around both.
    pub fn around(self, other: Self) -> Self {
        Self {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Whether the point lies in it, or no farther than `near` from it.
    pub fn holds(&self, x: f32, y: f32, near: f32) -> bool {
        x > self.x0 - near && x < self.x1 + near && y > self.y0 - near && y < self.y1 + near
    }
}

/// Which way a text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// To the right, as ever.
    #[default]
    Upright,
    /// Read with the head to the right: it runs down the page.
    Down,
    /// Read with the head to the left: it runs up the page.
    Up,
}

impl Turn {
    /// The turn of a text that runs along this direction; slanting and upside-down text (stamps, watermarks) has
    /// none.
    pub fn along(x: f64, y: f64) -> Option<Self> {
        if x > 0.0 && y.abs() <= 0.2 * x {
            Some(Self::Upright)
        } else if x.abs() <= 0.2 * y.abs() {
            Some(if y > 0.0 { Self::Down } else { Self::Up })
        } else {
            None
        }
    }

    /// Where a box lies for somebody who turns the head to read; lines then run to the right, one below the
    /// other, as ever. Coordinates may be negative.
    pub fn upright(self, area: Area) -> Area {
        match self {
            Self::Upright => area,
            Self::Down => Area {
                x0: area.y0,
                y0: -area.x1,
                x1: area.y1,
                y1: -area.x0,
            },
            Self::Up => Area {
                x0: -area.y1,
                y0: area.x0,
                x1: -area.y0,
                y1: area.x1,
            },
        }
    }

    /// The way back.
    pub fn back(self, area: Area) -> Area {
        match self {
            Self::Upright => area,
            Self::Down => Area {
                x0: -area.y1,
                y0: area.x0,
                x1: -area.y0,
                y1: area.x1,
            },
            Self::Up => Area {
                x0: area.y0,
                y0: -area.x1,
                x1: area.y1,
                y1: -area.x0,
            },
        }
    }
}
