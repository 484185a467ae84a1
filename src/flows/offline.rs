//! A new version of the site takes over, once nothing can be lost by it.

use super::{Notice, Said};

/// How far a new version of the site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Renewal {
    /// There is none, or it waits until it is asked for again.
    #[default]
    None,
    /// It can take over.
    Ready,
    /// It takes over as soon as everything typed is kept.
    Wanted,
}

/// What can happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Msg {
    /// The site has a new version, which can take over.
    Ready,
    /// Somebody wants it now.
    Renew,
    /// Somebody does not want it now: nothing more is said of it until the next.
    Later,
    /// A save of the open workbook has ended, well or badly.
    Saved,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// What is open is sent to the store: [`Msg::Saved`] tells when that has ended.
    Save,
    /// The new version takes over, and this window begins anew with it.
    TakeOver,
    /// Says something over the page.
    Say(Notice),
}

/// How the open workbook is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Nothing would be lost: nothing is open, or all of it is in the store or in a file.
    Safe,
    /// Something is still on its way into the store.
    Waiting,
    /// Something cannot get into the store, and is in no file.
    AtRisk,
}

/// The flow of a new version: it knows whether there is one, and whether somebody wants it.
#[derive(Debug, Default)]
pub struct Offline {
    renewal: Renewal,
}

impl Offline {
    /// How far the new version is, for the bar that offers it.
    pub fn renewal(&self) -> Renewal {
        self.renewal
    }

    /// Something happened; gives what is to be done.
    pub fn update(&mut self, msg: Msg, kept: Kept) -> Vec<Effect> {
        match msg {
            Msg::Ready => self.renewal = Renewal::Ready,
            Msg::Later => self.renewal = Renewal::None,
            Msg::Saved if self.renewal != Renewal::Wanted => {}
            Msg::Renew | Msg::Saved => return self.renew(kept),
        }
        Vec::new()
    }

    fn renew(&mut self, kept: Kept) -> Vec<Effect> {
        match kept {
            Kept::Safe => {
                // Once: another reload would begin the one under way anew.
                self.renewal = Renewal::None;
                vec![Effect::Save, Effect::TakeOver]
            }
            Kept::Waiting => {
                self.renewal = Renewal::Wanted;
                vec![Effect::Save]
            }
            Kept::AtRisk => {
                self.renewal = Renewal::Ready;
                let at_risk = Notice::Problem(Said::UpdateAtRisk);
                vec![Effect::Save, Effect::Say(at_risk)]
            }
        }
    }
}
