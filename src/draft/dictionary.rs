//! The words that tell what an event name means, in English, Turkish, Polish and German. They are as [`name_key`] makes them; one
//! that ends with `*` stands for all words that begin so, since most of these languages change the ends of words.
//!
//! [`name_key`]: crate::base::key::name_key

/// Chapters that most journeys have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Chapter {
    Discover,
    Choose,
    Join,
    Apply,
    Agree,
    Buy,
    Receive,
    Use,
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

/// Words of one meaning, a line per language.
type Words = [&'static str; 4];

/// A customer asks for help.
const CONTACTS: Words = [
    "support help helpdesk hotline call calls called callback callcent* chat* contact ticket* complain*",
    "destek* yardim* sikayet* cagri* hizmetleri arandi aradi",
    "pomoc* infolini* konsultant* czat* reklamacj* zgloszen* skarg*",
    "hilfe* kontakt* anruf* kundenservice* kundendienst* beschwer* reklamation*",
];

/// What is asked for when something went wrong, without a word of asking.
const CARE: Words = [
    "faq refund* return returns returned repair* warrant* claim*",
    "iade* tamir* garanti* hasar*",
    "zwrot* napraw* gwarancj* szkod*",
    "ruckgabe* retoure* reparatur* garantie* erstatt* schaden*",
];

/// What is done about a request, by whoever was asked: the customer does not ask then.
const HANDLED: Words = [
    "assign* reject* declined close closed closing end ended resolv* solv* forward*",
    "atandi* reddedil* kapatil* kapandi* cozul*",
    "przypis* odrzuc* zamkni* zakoncz* rozwiaz*",
    "zugewies* abgelehnt* ablehnung* geschloss* beendet* gelost* weitergeleit*",
];

/// Words by chapter; the first chapter that knows a word of the name decides. Asking for help comes before all of them.
const CHAPTERS: [(Chapter, Words); 10] = [
    (
        Chapter::Detours,
        [
            "error* bug bugs crash* declin* denied exception* fail* invalid missing reject* timeout*",
            "basarisiz* hata hatasi hatali reddedil* eksik*",
            "awari* blad* odmow* odrzuc* nieudan*",
            "fehler* fehlgeschlagen* fehlt fehlen fehlend* abgelehnt* ablehnung*",
        ],
    ),
    (
        Chapter::Leave,
        [
            "cancel* unsubscrib* uninstall* churn* terminat*",
            "iptal* kapatma*",
            "anulow* rezygnacj* rozwiazan* wypowiedz*",
            "kundig* storn* abmeld*",
        ],
    ),
    (
        Chapter::Use,
        [
            "usage invoice* bill bills renew* upgrad*",
            "kullanim* fatura* taksit* yenileme*",
            "faktur* rata raty rat odnowien*",
            "nutzung* rechnung* verlanger*",
        ],
    ),
    (
        Chapter::Receive,
        [
            "delivered parcel* package* shipped shipment* pickup receiv* unbox* install installed installation activat* \
             arrives arrived arrival collect collected",
            "kargo* teslim* aktivasyon* etkinlestir*",
            "dostaw* dostarcz* odbior* odebra* paczk* aktywacj*",
            "lieferung* geliefert* zugestellt* paket* versand* versendet* abholung* aktivierung*",
        ],
    ),
    (
        Chapter::Buy,
        [
            "cart basket checkout pay paying paid payment* purchas* buy bought order orders ordered ordering shipping delivery \
             billing coupon* voucher* book booked booking* reserv*",
            "sepet* odeme* siparis* satin rezervasyon*",
            "koszyk* platnos* zaplac* oplac* zamow* zakup* kup kupil* kupuj* rezerwacj*",
            "warenkorb* kasse zahlung* bezahl* bestell* kauf* gekauft* buchung* gebucht*",
        ],
    ),
    (
        Chapter::Agree,
        [
            "contract* agreement* signature* signed approv*",
            "sozlesme* imza* onay onayi onaylandi",
            "umow* podpis* zatwierdz*",
            "vertrag* unterschr* unterzeich* genehmig*",
        ],
    ),
    (
        Chapter::Apply,
        [
            "apply applied applicat* document* kyc identity",
            "basvur* belge* evrak* kimlik*",
            "wnios* dokument* tozsamos*",
            "antrag* beantrag* unterlagen* ausweis*",
        ],
    ),
    (
        Chapter::Join,
        [
            "signup sign register* registration* login log account* onboard* profile* verif*",
            "kayit* giris* uyelik* hesap hesabi acilis acilisi dogrula*",
            "rejestracj* logowan* konto konta weryfik*",
            "registrier* anmeld* konto kontoeroff* verifiz*",
        ],
    ),
    (
        Chapter::Choose,
        [
            "product* item items catalog* categor* compar* filter* wishlist* favorit* favourit* review* pricing quote* detail*",
            "urun* katalog* kategori* karsilastir* tarife*",
            "produkt* kategori* porown* filtr* taryf* ofert*",
            "vergleich* tarif* angebot* auswahl* merkzettel* beratung*",
        ],
    ),
    (
        Chapter::Discover,
        [
            "home homepage* landing ad ads advert* campaign* promo promos promotion* banner* blog* visit* brows* search* \
             newsletter* social main start",
            "ara arama* anasayfa* reklam* kampanya*",
            "szukaj* wyszuk* glowna promocj*",
            "startseite* suche* werbung* anzeige* kampagne*",
        ],
    ),
];

/// Whole names that mean something else than the same word among others: a delivery at the end is no part of buying.
const WHOLE: &[(&str, Chapter)] =
    &[("delivery", Chapter::Receive), ("/", Chapter::Discover), (CALL_TO_ACTION, Chapter::Discover)];
/// Nobody calls here.
const CALL_TO_ACTION: &str = "call to action";

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
    "kauf",
    "gekauft",
    "bestellung",
    "bestellung abgeschlossen",
    "kauf abgeschlossen",
    "zahlung abgeschlossen",
];

/// What a normalised name is about, if a word of it says so.
pub(super) fn chapter(key: &str) -> Option<Chapter> {
    if let Some((_, chapter)) = WHOLE.iter().find(|(whole, _)| *whole == key) {
        return Some(*chapter);
    }
    if (has_one(&CONTACTS, key) || has_one(&CARE, key)) && !has_one(&HANDLED, key) {
        return Some(Chapter::GetHelp);
    }
    CHAPTERS.iter().find(|(_, words)| has_one(words, key)).map(|(chapter, _)| *chapter)
}

/// True for a whole normalised name that means success.
pub(super) fn is_goal(key: &str) -> bool {
    GOALS.contains(&key)
}

/// True when a word of the normalised name says that the customer asks for help.
pub(super) fn is_contact(key: &str) -> bool {
    has_one(&CONTACTS, key) && !has_one(&HANDLED, key) && key != CALL_TO_ACTION
}

/// True when a word of the name is one of these.
fn has_one(words: &Words, key: &str) -> bool {
    let is_it = |word: &str, known: &str| match known.strip_suffix('*') {
        Some(beginning) => word.starts_with(beginning),
        None => word == known,
    };
    let mut known = words.iter().flat_map(|line| line.split_whitespace());
    known.any(|known| key.split(|letter: char| !letter.is_alphanumeric()).any(|word| is_it(word, known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::key::name_key;

    fn of(name: &str) -> Option<Chapter> {
        chapter(&name_key(name))
    }

    #[test]
    fn words_are_keys_themselves() {
        let lines = CHAPTERS.iter().map(|(_, words)| words).chain([&CONTACTS, &CARE, &HANDLED]).flatten();
        let words = lines.flat_map(|line| line.split_whitespace().map(|word| word.trim_end_matches('*')));
        let whole = WHOLE.iter().map(|(word, _)| *word).chain(GOALS.iter().copied());
        for word in words.chain(whole) {
            assert_eq!(*word, name_key(word), "never matches");
        }
    }

    #[test]
    fn beginnings_of_words_are_long_enough_to_mean_one_thing() {
        let lines = CHAPTERS.iter().map(|(_, words)| words).chain([&CONTACTS, &CARE, &HANDLED]).flatten();
        for beginning in
            lines.flat_map(|line| line.split_whitespace()).filter_map(|word| word.strip_suffix('*'))
        {
            assert!(beginning.len() >= 4, "{beginning}");
        }
    }

    #[test]
    fn what_comes_after_buying_is_no_part_of_it() {
        assert_eq!(of("Delivery"), Some(Chapter::Receive));
        assert_eq!(of("Delivery details"), Some(Chapter::Buy));
        assert_eq!(of("Subscription cancelled"), Some(Chapter::Leave));
        assert_eq!(of("Hesap kapatma"), Some(Chapter::Leave));
        assert_eq!(of("İşlem reddedildi"), Some(Chapter::Detours));
    }

    #[test]
    fn words_mean_the_same_in_all_four_languages() {
        for (names, chapter) in [
            (["Add to cart", "SEPETE EKLE", "Dodano do koszyka", "In den Warenkorb"], Chapter::Buy),
            (["Application form", "Başvuru formu", "Złożenie wniosku", "Antrag ausgefüllt"], Chapter::Apply),
            (
                ["Contract signed", "Sözleşme imzalandı", "Podpisanie umowy", "Vertrag unterschrieben"],
                Chapter::Agree,
            ),
            (
                ["Parcel delivered", "Kargo teslim edildi", "Paczka odebrana", "Paket zugestellt"],
                Chapter::Receive,
            ),
            (["Invoice sent", "Fatura kesildi", "Pierwsza faktura", "Rechnung"], Chapter::Use),
            (["Complaint", "Müşteri hizmetleri arandı", "Reklamacja", "Beschwerde"], Chapter::GetHelp),
            (
                ["Payment failed", "Ödeme hatası", "Błąd płatności", "Zahlung fehlgeschlagen"],
                Chapter::Detours,
            ),
            (["Cancelled", "İptal edildi", "Rozwiązanie umowy", "Kündigung"], Chapter::Leave),
        ] {
            for name in names {
                assert_eq!(of(name), Some(chapter), "{name}");
            }
        }
    }

    #[test]
    fn what_is_done_about_a_request_is_no_asking() {
        for name in ["Ticket created", "Reopen ticket", "Zgłoszenie", "Support call"] {
            assert!(is_contact(&name_key(name)), "{name}");
        }
        for name in
            ["Ticket rejected", "Assign ticket", "Ticket closed", "Zgłoszenie odrzucone", "Call to action"]
        {
            assert!(!is_contact(&name_key(name)), "{name}");
        }
        assert_eq!(of("Ticket rejected"), Some(Chapter::Detours));
        assert_eq!(of("Ticket closed"), None);
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
