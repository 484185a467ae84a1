use serde::{Deserialize, Serialize};

/// Where rules, layouts and styles come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Source {
    pub title: String,
    pub issuer: String,
    #[serde(default)]
    pub note: String,
}
