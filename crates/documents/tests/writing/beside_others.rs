//! Held against other programs.
