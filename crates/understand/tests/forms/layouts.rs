//! Layouts of several places, and what is read of them.

use crate::loud;
use crate::sketch;
use juesuan_understand::{Review, review};
