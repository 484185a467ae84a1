/// A matter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// A whole sentence: what is wrong, what was read, what would mend it.
    pub message: String,
    /// What would mend it, in a few words.
    pub remedy: Option<String>,
}

impl Told {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Told {
            message: message.into(),
            remedy: None,
        }
    }

    pub(super) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}
