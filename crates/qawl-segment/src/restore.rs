//! The spelling of a stem when nothing leans on its end.

use crate::clitics::LETTER;

/// How the end of a stem changes before a pronoun, told backwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Restoration {
    /// كتابه ("his book"): كتاب.
    #[default]
    None,
    /// مدرستها ("her school"): مدرسة.
    TehMarbuta,
    /// مستواه ("its level"): مستوى.
    AlefMaksura,
    /// أبنائه ("his sons"): أبناء.
    Hamza,
    /// خطئه ("his mistake"): خطأ.
    HamzaOnAlef,
    /// كتبوه ("they wrote it"): كتبوا.
    SilentAlef,
    /// سألتموه ("you asked him"): سألتم.
    JoiningWaw,
}

impl Restoration {
    /// The restorations that the last letter of `host` allows, besides none.
    pub(crate) fn of_host(host: &str) -> &'static [Self] {
        match host.chars().next_back() {
            Some('ت') => &[Self::TehMarbuta],
            Some('ا') => &[Self::AlefMaksura],
            Some('ئ' | 'ؤ') => &[Self::Hamza, Self::HamzaOnAlef],
            Some('و') if host.ends_with("تمو") => &[Self::SilentAlef, Self::JoiningWaw],
            Some('و') => &[Self::SilentAlef],
            _ => &[],
        }
    }

    /// Whether only nouns change so.
    pub(crate) fn is_of_noun(self) -> bool {
        matches!(self, Self::TehMarbuta | Self::Hamza)
    }

    /// The letters that `host` keeps, and what stands behind them.
    pub(crate) fn parts(self, host: &str) -> (&str, &'static str) {
        let shorter = host.get(..host.len().saturating_sub(LETTER)).unwrap_or(host);
        match self {
            Self::None => (host, ""),
            Self::TehMarbuta => (shorter, "ة"),
            Self::AlefMaksura => (shorter, "ى"),
            Self::Hamza => (shorter, "ء"),
            Self::HamzaOnAlef => (shorter, "أ"),
            Self::SilentAlef => (host, "ا"),
            Self::JoiningWaw => (shorter, ""),
        }
    }
}
