//! What a portal does to the page that stands in it.

use super::App;
use crate::page::host::Told;
use crate::page::message::FromPortal;
use crate::page::whereabouts::View;
use juesuan::Edit;
use juesuan::flows::opening;
use juesuan::say::Language;

impl App {
    pub(super) fn hear_portal(&mut self, from: FromPortal) -> bool {
        match from {
            FromPortal::HandedOver => self.take_over(),
            FromPortal::PutAway => {
                self.document = None;
                self.forget_papers();
                self.view = View::Start;
                self.notice = None;
                self.read_only = false;
                self.at(None);
                true
            }
            FromPortal::UseRules(id) => self.use_rules(id),
            FromPortal::SpeakAs(tag) => {
                match Language::named(&tag) {
                    Some(language) => self.speak(language, &tag),
                    None => self.speak(Language::default(), Language::default().tag()),
                }
                true
            }
            FromPortal::ReadOnly(read_only) => {
                self.read_only = read_only;
                self.unselect();
                true
            }
        }
    }

    /// Opens what a portal handed over.
    fn take_over(&mut self) -> bool {
        let Some(portal) = self.host.portal.clone() else {
            return false;
        };
        let Some(workbook) = portal.take() else {
            return false;
        };
        let shows = self.open(opening::Msg::HandedOver(Box::new(workbook)));
        portal.tell(Told::Validated);
        shows
    }

    /// A portal's own choice, which also holds where nobody may change anything.
    fn use_rules(&mut self, id: String) -> bool {
        let Some(document) = &mut self.document else {
            return false;
        };
        document.set(&Edit::SetRuleSet { id });
        if let Some(portal) = &self.host.portal {
            portal.tell(Told::Validated);
        }
        true
    }
}
