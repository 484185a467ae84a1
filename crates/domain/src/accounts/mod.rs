//! Final accounts (决算): tables 公开01 to 公开09, the identities between their cells, and what the
//! explanatory text needs beside them.
//!
//! [`Accounts`] is as typed; [`Layout`] is data from `layouts/`; [`reckon`] works out every cell and
//! every identity, [`examine`] adds what there is to say.

mod beside;
mod bounds;
mod cell;
mod change;
mod check;
mod column;
mod consolidate;
mod facts;
mod finding;
mod grid;
mod identity;
mod layout;
mod layout_check;
mod layout_file;
mod layout_parts;
mod layout_patch;
mod layout_table;
mod layouts;
mod mend;
mod model;
mod path;
mod place;
mod progress;
mod reckon;
mod relate;
mod relation;
mod review;
mod sheet;
mod span;
mod style;
mod style_table;
mod styles;
mod subjects;
mod table_no;
mod taking;
pub mod template;
mod unplaced;
mod value;
mod wording;
mod work;
mod working;
mod zeros;

pub use beside::{PROCUREMENT, RUNNING, Reading, STAFF, VEHICLES};
pub use cell::{BadCell, Cell, Column, Fact, FactKind, WorkField, read_amount};
pub use change::Change;
pub use check::examine;
pub(crate) use check::examine_with;
pub use consolidate::{BroughtTogether, Lack, Lacking, UnitAccounts, bring_together};
pub use finding::{Also, Finding};
pub use grid::{Grid, RowAt};
pub use identity::Identity;
pub use layout::{ColumnLayout, Layout, RowLayout, Side, TableLayout};
pub use layout_parts::BadLayout;
pub use model::{Accounts, Cells, MOST_LINES, Table, Work};
pub(crate) use path::fixed;
pub use place::unnumbered;
pub use progress::Progress;
pub(crate) use reckon::reckon_after;
pub use reckon::{Reckoned, reckon};
pub use relation::{Kind, Relation, State};
pub use style::{BadStyle, Block, ChartKind, Each, Section, Style, Template, Wording};
pub use subjects::{Depth, OtherName, Subject, Subjects, parent, plain_code};
pub use table_no::TableNo;
pub use taking::{Filled, Overwritten, Taking, Target, Wanted};
pub(crate) use value::Figure;
pub use value::Value;
pub(crate) use wording::{
    Compared, forms_disagree, rounding_place, setting_unreadable, style_unknown, year_missing,
    year_unreadable,
};
pub use work::{Completion, completion};
pub use working::working;
