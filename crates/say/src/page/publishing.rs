/// The disclosure as it is published, and its files.
pub trait Publishing {
    texts! {
        nav_published;
        publish_word;
        publish_excel;
        publish_parts;
        publish_composing;
        publish_complete;
        part_cover;
        part_profile;
        part_glossary;
    }

    /// How much is missing in it, and how many errors are not mended.
    fn publish_missing(&self, missing: usize, errors: usize) -> String;
}
