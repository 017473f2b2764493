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
    /// كتبوه ("they wrote it"): كتبوا.
    SilentAlef,
}

impl Restoration {
    /// The restorations that the last letter of `host` allows, besides none.
    pub(crate) fn of_host(host: &str) -> Option<Self> {
        match host.chars().next_back()? {
            'ت' => Some(Self::TehMarbuta),
            'ا' => Some(Self::AlefMaksura),
            'ئ' | 'ؤ' => Some(Self::Hamza),
            'و' => Some(Self::SilentAlef),
            _ => None,
        }
    }

    /// The letters that `host` keeps, and what stands behind them.
    pub(crate) fn parts(self, host: &str) -> (&str, &'static str) {
        let shorter = host.get(..host.len().saturating_sub(LETTER)).unwrap_or(host);
        match self {
            Self::None => (host, ""),
            Self::TehMarbuta => (shorter, "ة"),
            Self::AlefMaksura => (shorter, "ى"),
            Self::Hamza => (shorter, "ء"),
            Self::SilentAlef => (host, "ا"),
        }
    }
}

/// The longest stem that is looked up, in bytes. Longer ones are no words.
const LONGEST: usize = 48;

/// A stem put together on the stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Key {
    /// The parts behind each other, or `None` where they are too long.
    pub(crate) fn of(parts: [&str; 2]) -> Option<Self> {
        let mut key = Self { bytes: [0; LONGEST], len: 0 };
        for part in parts {
            let end = key.len + part.len();
            key.bytes.get_mut(key.len..end)?.copy_from_slice(part.as_bytes());
            key.len = end;
        }
        Some(key)
    }

    pub(crate) fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
    }
}
