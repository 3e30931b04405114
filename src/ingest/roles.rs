//! Which role a column's name suggests, in English, Turkish and Polish.

use super::report::Role;
use crate::base::name_key;

/// Names per role, the clearest first; letter case, accents, `_`, `-` and blanks do not matter.
const NAMES: [(Role, &[&str]); 12] = [
    (
        Role::Customer,
        &[
            "customer",
            "customer id",
            "user id",
            "user",
            "client",
            "client id",
            "visitor",
            "visitor id",
            "caller",
            "patient",
            "patient id",
            "member",
            "member id",
            "subscriber",
            "passenger",
            "guest",
            "person",
            "person id",
            "account",
            "account id",
            "contact id",
            "respondent",
            "respondent id",
            "resp num",
            "consumer",
            "household",
            "müşteri",
            "müşteri no",
            "müşteri id",
            "müşteri numarası",
            "kullanıcı",
            "kullanıcı id",
            "abone",
            "hasta",
            "klient",
            "id klienta",
            "klient id",
            "nr klienta",
            "numer klienta",
            "użytkownik",
            "id użytkownika",
            "pacjent",
            "abonent",
        ],
    ),
    (
        Role::Journey,
        &[
            "journey",
            "journey id",
            "session",
            "session id",
            "visit id",
            "case",
            "case id",
            "case:concept:name",
            "process id",
            "process",
            "trace",
            "trace id",
            "order id",
            "ticket",
            "ticket id",
            "conversation id",
            "call id",
            "request id",
            "oturum",
            "oturum id",
            "vaka",
            "vaka no",
            "sipariş no",
            "sesja",
            "id sesji",
            "sprawa",
            "nr sprawy",
            "id sprawy",
            "zgłoszenie",
            "nr zamówienia",
        ],
    ),
    (
        Role::Time,
        &[
            "timestamp",
            "time",
            "time:timestamp",
            "datetime",
            "date time",
            "event time",
            "occurred at",
            "created at",
            "ts",
            "date",
            "start time",
            "start timestamp",
            "event date",
            "when",
            "complete timestamp",
            "tarih",
            "zaman",
            "saat",
            "tarih saat",
            "işlem tarihi",
            "data",
            "czas",
            "data i czas",
            "data godzina",
            "data zdarzenia",
        ],
    ),
    (
        Role::Event,
        &[
            "event",
            "event name",
            "activity",
            "concept:name",
            "touchpoint",
            "activity name",
            "event type",
            "step",
            "action",
            "page",
            "interaction",
            "handling",
            "task",
            "stage",
            "olay",
            "temas noktası",
            "adım",
            "işlem",
            "aktivite",
            "faaliyet",
            "sayfa",
            "zdarzenie",
            "krok",
            "czynność",
            "punkt styku",
            "akcja",
            "strona",
            "działanie",
        ],
    ),
    (
        Role::Channel,
        &[
            "channel",
            "medium",
            "platform",
            "device",
            "source",
            "contact channel",
            "device type",
            "kanal",
            "cihaz",
            "kanał",
            "urządzenie",
            "źródło",
        ],
    ),
    (
        Role::Score,
        &[
            "score",
            "rating",
            "csat",
            "nps",
            "ces",
            "satisfaction",
            "stars",
            "grade",
            "memnuniyet",
            "puan",
            "değerlendirme",
            "ocena",
            "zadowolenie",
            "satysfakcja",
        ],
    ),
    (
        Role::Sentiment,
        &["sentiment", "mood", "emotion", "polarity", "duygu", "duygu durumu", "sentyment", "nastrój"],
    ),
    (
        Role::Text,
        &[
            "comment",
            "comments",
            "text",
            "feedback",
            "message",
            "verbatim",
            "review",
            "remark",
            "note",
            "notes",
            "yorum",
            "mesaj",
            "açıklama",
            "not",
            "görüş",
            "komentarz",
            "opinia",
            "wiadomość",
            "uwagi",
            "treść",
        ],
    ),
    (
        Role::Wait,
        &[
            "wait",
            "wait s",
            "wait sec",
            "wait secs",
            "wait seconds",
            "wait time",
            "waiting time",
            "waited",
            "queue time",
            "hold time",
            "bekleme",
            "bekleme süresi",
            "bekleme sn",
            "oczekiwanie",
            "czas oczekiwania",
        ],
    ),
    (
        Role::Agent,
        &[
            "agent",
            "agent id",
            "employee",
            "employee id",
            "resource",
            "org:resource",
            "operator",
            "handler",
            "advisor",
            "assignee",
            "staff",
            "temsilci",
            "müşteri temsilcisi",
            "personel",
            "çalışan",
            "konsultant",
            "pracownik",
            "doradca",
        ],
    ),
    (
        Role::Outcome,
        &[
            "outcome",
            "result",
            "status",
            "exit reason",
            "converted",
            "goal",
            "resolution",
            "disposition",
            "sonuç",
            "durum",
            "wynik",
            "rezultat",
            "stan",
        ],
    ),
    (
        Role::Revenue,
        &[
            "revenue",
            "amount",
            "price",
            "value",
            "order value",
            "total",
            "sales",
            "turnover",
            "spend",
            "gelir",
            "tutar",
            "ciro",
            "fiyat",
            "przychód",
            "kwota",
            "wartość",
            "cena",
            "obrót",
        ],
    ),
];

/// Marks of an identifier, which say nothing about whose it is.
const ID_WORDS: [&str; 9] = ["id", "no", "nr", "number", "num", "key", "code", "numarası", "numer"];

/// How surely a name means a role: higher is surer.
pub(super) type Strength = usize;

const WHOLE_NAME: Strength = 1000;
const LAST_WORD: Strength = 500;

/// The roles that a column name suggests, each with its strength.
pub(super) fn suggested(name: &str) -> Vec<(Role, Strength)> {
    let whole = compact(name);
    let words = words_of(name);
    let head = head_word(&words);
    let mut found = Vec::new();
    for (role, names) in NAMES {
        let place = |wanted: &str| names.iter().position(|known| compact(known) == wanted);
        if let Some(place) = place(&whole) {
            found.push((role, WHOLE_NAME - place));
        } else if let Some((head, is_id)) = &head
            && place(head).is_some()
            && (!is_id || matches!(role, Role::Customer | Role::Journey | Role::Agent))
        {
            found.push((role, LAST_WORD));
        }
    }
    found
}

/// True for a name that suggests a role as a whole.
pub(super) fn is_known_name(name: &str) -> bool {
    suggested(name).iter().any(|(_, strength)| *strength > LAST_WORD)
}

/// The word that says what a column of several words holds, in these languages the last: the rating in
/// `CustomerRating`, and whether an identifier of it.
fn head_word(words: &[String]) -> Option<(String, bool)> {
    let is_id = |word: &String| ID_WORDS.iter().any(|id| compact(id) == *word);
    let (last, before) = words.split_last()?;
    match before.last() {
        Some(named) if is_id(last) => Some((named.clone(), true)),
        Some(_) => Some((last.clone(), false)),
        None => None,
    }
}

fn compact(name: &str) -> String {
    name_key(name).replace(' ', "")
}

/// Words by blanks, marks and capitals: `CustomerRating`, `customer_rating`, `customer rating`.
fn words_of(name: &str) -> Vec<String> {
    let mut parted = String::with_capacity(name.len() + 4);
    let mut before_is_small = false;
    for letter in name.chars() {
        if letter.is_uppercase() && before_is_small {
            parted.push(' ');
        }
        before_is_small = letter.is_lowercase() || letter.is_numeric();
        parted.push(letter);
    }
    name_key(&parted).split([' ', ':', '.', '/']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(name: &str) -> Option<Role> {
        suggested(name).into_iter().max_by_key(|(_, strength)| *strength).map(|(role, _)| role)
    }

    #[test]
    fn names_in_three_languages() {
        for (name, role) in [
            ("Customer_ID", Some(Role::Customer)),
            ("MÜŞTERİ NO", Some(Role::Customer)),
            ("id_klienta", Some(Role::Customer)),
            ("temas noktası", Some(Role::Event)),
            ("Kanał", Some(Role::Channel)),
            ("StartTime", Some(Role::Time)),
            ("ProcessID", Some(Role::Journey)),
            ("CustomerRating", Some(Role::Score)),
            ("acquisition_channel", Some(Role::Channel)),
            ("wait_s", Some(Role::Wait)),
            ("temsilci", Some(Role::Agent)),
            ("user_cohort", None),
            ("handling_id", None),
            ("TicketType", None),
            ("PaymentMethod", None),
            ("rid", None),
        ] {
            assert_eq!(best(name), role, "{name}");
        }
        assert!(is_known_name("ts") && !is_known_name("C1"));
    }
}
