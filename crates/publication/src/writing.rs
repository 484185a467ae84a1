//! The paper in the making: blocks one behind the other, how they look, and what is missing.

use crate::drawing::Drawing;
use crate::parts::Parts;
use crate::titles::Titles;
use juesuan_domain::accounts::{self, Reckoned};
use juesuan_domain::assess::Assessment;
use juesuan_domain::disclosure::Source;
use juesuan_domain::{Place, Workbook};
use juesuan_paper::{Block, Look, TextStyle, make};
use juesuan_say::official::published as words;

/// The paper in the making.
pub(crate) struct Writing<'a> {
    pub workbook: &'a Workbook,
    pub assessment: &'a Assessment,
    pub parts: &'a Parts,
    pub titles: Titles,
    pub blocks: Vec<Block>,
    pub looks: Vec<Look>,
    pub gaps: Vec<Gap>,
    /// How many figures there are so far.
    pub figures: usize,
}

/// Something that is printed as missing.
pub(crate) struct Gap {
    /// The cell to fill in, where there is one.
    pub place: Option<Place>,
    /// What is missing, as people call it; blank where the place says it.
    pub name: String,
    /// It is the reason of a change or a difference.
    pub is_reason: bool,
}

impl<'a> Writing<'a> {
    pub(crate) fn new(
        workbook: &'a Workbook,
        assessment: &'a Assessment,
        parts: &'a Parts,
    ) -> Self {
        Writing {
            workbook,
            assessment,
            parts,
            titles: Titles::of(workbook, &assessment.accounts.disclosure),
            blocks: Vec::new(),
            looks: Vec::new(),
            gaps: Vec::new(),
            figures: 0,
        }
    }

    pub(crate) fn reckoned(&self) -> &'a Reckoned {
        &self.assessment.accounts.reckoned
    }

    fn push(&mut self, block: Block, look: Look) {
        let number = self.blocks.len();
        self.blocks.push(block);
        if look != Look::default() {
            self.looks.push(Look {
                block: number,
                ..look
            });
        }
    }

    pub(crate) fn heading(&mut self, level: u8, text: String) {
        self.push(make::heading(level, text), Look::default());
    }

    pub(crate) fn styled_heading(&mut self, level: u8, text: String, style: TextStyle) {
        self.push(make::heading(level, text), styled(style));
    }

    pub(crate) fn paragraph(&mut self, text: String) {
        self.push(make::paragraph(text), Look::default());
    }

    pub(crate) fn styled(&mut self, text: String, style: TextStyle) {
        self.push(make::paragraph(text), styled(style));
    }

    pub(crate) fn table(&mut self, drawing: Drawing) {
        let (block, look) = drawing.done();
        self.push(block, look);
    }

    pub(crate) fn picture(&mut self, svg: String, alt: String) {
        let block = Block::Picture {
            place: juesuan_paper::Place::default(),
        };
        let look = Look {
            svg: Some(svg),
            alt: Some(alt),
            ..Look::default()
        };
        self.push(block, look);
    }

    /// What follows begins a page. The first page begins by itself, unless it lies on its side.
    pub(crate) fn page(&mut self, landscape: bool) {
        if self.blocks.is_empty() && !landscape {
            return;
        }
        let block = Block::PageBreak {
            place: juesuan_paper::Place::default(),
        };
        let look = Look {
            landscape,
            ..Look::default()
        };
        self.push(block, look);
    }

    /// What stands in the place of something that is missing, which is taken down.
    pub(crate) fn gap(&mut self, place: Option<Place>, name: &str) -> String {
        self.gaps.push(Gap {
            place,
            name: name.to_owned(),
            is_reason: false,
        });
        words::GAP.to_owned()
    }

    /// A text, or what stands in its place where there is none.
    pub(crate) fn or_gap(&mut self, text: &str, place: Place) -> String {
        match text.trim() {
            "" => self.gap(Some(place), ""),
            text => text.to_owned(),
        }
    }

    /// How a cell of the tables is printed: in 万元 with two decimals.
    pub(crate) fn amount(&mut self, cell: accounts::Cell) -> String {
        let reckoned = self.reckoned();
        let shown = match reckoned.value(cell).known() {
            Some(value) => juesuan_figure::display_in_table(value),
            None => juesuan_exchange::shown_amount(&self.workbook.accounts, reckoned, cell),
        };
        self.or_gap(&shown, Place::Accounts(cell))
    }
}

fn styled(style: TextStyle) -> Look {
    Look {
        style: Some(style),
        ..Look::default()
    }
}

/// The cell that something comes from.
pub(crate) fn place_of(source: Source) -> Option<Place> {
    match source {
        Source::Accounts(cell) => Some(Place::Accounts(cell)),
        Source::Form(form, cell) => Some(Place::Form(form, cell)),
        Source::None => None,
    }
}
