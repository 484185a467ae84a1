use serde::{Deserialize, Serialize};

/// Where rules, layouts and styles come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Source {
    /// The title of the document.
    pub title: String,
    /// Who issued it.
    pub issuer: String,
    /// What should be known of it besides, as what was added to it; may be empty.
    #[serde(default)]
    pub note: String,
}
