//! The words that tell what an event name means, in English, Turkish and Polish. Keys are as [`name_key`] makes them.
//!
//! [`name_key`]: crate::base::key::name_key

/// Chapters that most journeys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chapter {
    Discover,
    Choose,
    Join,
    Buy,
    Receive,
    Detours,
    GetHelp,
    Leave,
}

impl Chapter {
    /// True for what can happen at any point of a journey.
    pub fn is_aside(self) -> bool {
        matches!(self, Self::Detours | Self::GetHelp | Self::Leave)
    }
}

/// Words by chapter; the first chapter that knows a word of the name decides.
const CHAPTERS: &[(Chapter, &[&str])] = &[
    (
        Chapter::GetHelp,
        &[
            "support",
            "help",
            "helpdesk",
            "faq",
            "contact",
            "ticket",
            "complaint",
            "hotline",
            "refund",
            "return",
            "returns",
            "repair",
            "warranty",
            "destek",
            "yardim",
            "sikayet",
            "iade",
            "pomoc",
            "reklamacja",
            "zwrot",
            "infolinia",
            "call",
            "callcenter",
            "chat",
            "cagri",
            "hizmetleri",
            "czat",
        ],
    ),
    (
        Chapter::Detours,
        &[
            "error",
            "errors",
            "bug",
            "crash",
            "declined",
            "exception",
            "fail",
            "failed",
            "failure",
            "rejected",
            "timeout",
            "basarisiz",
            "hata",
            "awaria",
            "blad",
            "odrzucona",
            "denied",
            "invalid",
            "reddedildi",
            "odmowa",
        ],
    ),
    (
        Chapter::Leave,
        &[
            "cancel",
            "cancellation",
            "cancelled",
            "canceled",
            "unsubscribe",
            "unsubscribed",
            "uninstall",
            "uninstalled",
            "churn",
            "churned",
            "terminate",
            "terminated",
            "iptal",
            "kapatma",
            "anulowanie",
            "anulowano",
            "rezygnacja",
        ],
    ),
    (
        Chapter::Receive,
        &[
            "delivered",
            "parcel",
            "package",
            "shipped",
            "shipment",
            "pickup",
            "receive",
            "received",
            "unboxing",
            "install",
            "installation",
            "activate",
            "activation",
            "kargo",
            "teslimat",
            "dostawa",
            "odbior",
            "paczka",
            "arrives",
            "arrived",
            "collect",
            "collected",
            "teslim",
            "teslimi",
            "dostarczono",
        ],
    ),
    (
        Chapter::Buy,
        &[
            "cart",
            "basket",
            "checkout",
            "pay",
            "payment",
            "purchase",
            "buy",
            "order",
            "shipping",
            "delivery",
            "billing",
            "coupon",
            "voucher",
            "booking",
            "book",
            "reservation",
            "sepet",
            "sepete",
            "odeme",
            "siparis",
            "satin",
            "koszyk",
            "koszyka",
            "platnosc",
            "zamowienie",
            "zakup",
            "kup",
            "paid",
            "ordered",
            "purchased",
            "bought",
            "booked",
            "zaplacono",
        ],
    ),
    (
        Chapter::Join,
        &[
            "signup",
            "sign",
            "register",
            "registration",
            "login",
            "log",
            "account",
            "onboarding",
            "profile",
            "verify",
            "verification",
            "kayit",
            "giris",
            "uyelik",
            "hesap",
            "rejestracja",
            "logowanie",
            "konto",
            "registered",
            "application",
            "apply",
            "kyc",
            "acilis",
            "acilisi",
            "basvuru",
            "basvurusu",
            "dogrulama",
            "wniosek",
        ],
    ),
    (
        Chapter::Choose,
        &[
            "product",
            "item",
            "catalog",
            "catalogue",
            "category",
            "compare",
            "comparison",
            "filter",
            "filters",
            "wishlist",
            "favorites",
            "favourites",
            "review",
            "reviews",
            "pricing",
            "quote",
            "details",
            "urun",
            "katalog",
            "karsilastirma",
            "produkt",
            "kategoria",
            "porownanie",
            "filtr",
        ],
    ),
    (
        Chapter::Discover,
        &[
            "home",
            "homepage",
            "landing",
            "ad",
            "advert",
            "campaign",
            "promo",
            "promotion",
            "banner",
            "blog",
            "visit",
            "browse",
            "search",
            "newsletter",
            "social",
            "main",
            "start",
            "ara",
            "arama",
            "anasayfa",
            "reklam",
            "kampanya",
            "szukaj",
            "wyszukiwanie",
            "glowna",
            "promocja",
        ],
    ),
];

/// Whole names that mean something else than the same word among others: a delivery at the end is no part of buying.
const WHOLE: &[(&str, Chapter)] = &[("delivery", Chapter::Receive), ("call to action", Chapter::Discover)];

/// Whole names at which a journey has surely succeeded.
const GOALS: &[&str] = &[
    "purchase",
    "purchased",
    "order",
    "ordered",
    "purchase complete",
    "purchase completed",
    "pay",
    "paid",
    "payment complete",
    "payment completed",
    "payment success",
    "payment successful",
    "order complete",
    "order completed",
    "order confirmed",
    "order confirmation",
    "order placed",
    "place order",
    "checkout complete",
    "checkout completed",
    "booking confirmed",
    "booking complete",
    "sign up complete",
    "sign up completed",
    "signup complete",
    "signup completed",
    "registration complete",
    "registration completed",
    "subscribed",
    "conversion",
    "satin al",
    "satin alma",
    "satin alindi",
    "odeme tamamlandi",
    "siparis",
    "siparis tamamlandi",
    "zakup",
    "zamowienie",
    "zakup zakonczony",
    "zamowienie zlozone",
    "platnosc zakonczona",
];

/// Words in the names of events in which a customer asks for help.
const CONTACTS: &[&str] = &[
    "support",
    "help",
    "helpdesk",
    "hotline",
    "call",
    "callcenter",
    "callcentre",
    "chat",
    "ticket",
    "complaint",
    "destek",
    "yardim",
    "sikayet",
    "cagri",
    "pomoc",
    "infolinia",
    "czat",
    "reklamacja",
];

/// What a normalised name is about, if a word of it says so.
pub(super) fn chapter(key: &str) -> Option<Chapter> {
    if let Some((_, chapter)) = WHOLE.iter().find(|(whole, _)| *whole == key) {
        return Some(*chapter);
    }
    let knows = |words: &&(Chapter, &[&str])| key.split(' ').any(|word| words.1.contains(&word));
    CHAPTERS.iter().find(knows).map(|(chapter, _)| *chapter)
}

/// True for a whole normalised name that means success.
pub(super) fn is_goal(key: &str) -> bool {
    GOALS.contains(&key)
}

/// True when a word of the normalised name says that the customer asks for help.
pub(super) fn is_contact(key: &str) -> bool {
    key.split(' ').any(|word| CONTACTS.contains(&word)) && key != "call to action"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::key::name_key;

    #[test]
    fn words_are_keys_themselves() {
        let whole = WHOLE.iter().map(|(word, _)| word);
        let words = CHAPTERS.iter().flat_map(|(_, words)| *words).chain(GOALS).chain(CONTACTS).chain(whole);
        for word in words {
            assert_eq!(*word, name_key(word), "never matches");
        }
    }

    #[test]
    fn what_comes_after_buying_is_no_part_of_it() {
        let of = |name: &str| chapter(&name_key(name));
        assert_eq!(of("Delivery"), Some(Chapter::Receive));
        assert_eq!(of("Delivery details"), Some(Chapter::Buy));
        assert_eq!(of("Subscription cancelled"), Some(Chapter::Leave));
        assert_eq!(of("Hesap kapatma"), Some(Chapter::Leave));
        assert_eq!(of("İşlem reddedildi"), Some(Chapter::Detours));
    }

    #[test]
    fn only_whole_names_are_goals() {
        assert!(is_goal(&name_key("Purchase")));
        assert!(is_goal(&name_key("SATIN_ALMA")));
        assert!(!is_goal("purchase failed"));
        assert!(!is_goal("repurchase"));
        assert!(is_contact("support chat"));
        assert!(!is_contact("recall"));
    }
}
