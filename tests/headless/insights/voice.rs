//! What customers say: moods against their authors' program, words, quotes and silence by hand.

use super::{Case, case};
use pathlight::base::Cancel;
use pathlight::events::Sentiment;
use pathlight::insights::voice::{Language, estimate, quote_edit, sentiment, silent, voice};
use pathlight::model::{Document, LaneKind, Touchpoint};
use std::collections::BTreeMap;

#[test]
fn english_moods_are_those_of_vader_sentiment() {
    // From vaderSentiment 3.3.2.
    let cases = [
        ("VADER is smart, handsome, and funny.", 0.8316),
        ("VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!", 0.9469),
        ("VADER is not smart, handsome, nor funny.", -0.7424),
        ("At least it isn't a horrible book.", 0.431),
        ("The plot was good, but the characters are uncompelling and the dialog is not great.", -0.7042),
        ("Today only kinda sux! But I'll get by, lol", 0.5249),
        ("Make sure you :) or :D today!", 0.8633),
        ("Catch utf-8 emoji such as 💘 and 💋 and 😁", 0.875),
        ("Not bad at all", 0.431),
        ("Sentiment analysis has never been this good!", 0.5672),
        ("On the other hand, VADER is quite bad ass", 0.802),
        ("Without a doubt, excellent idea.", 0.7013),
        ("Roger Dodger is one of the least compelling variations on this theme.", -0.1695),
        (
            "It was one of the worst movies I've seen, despite good reviews. Unbelievably bad acting!! Poor direction. \
             VERY poor production. The movie was bad. Very bad movie. VERY BAD movie!",
            -0.9864,
        ),
        ("The agent was kind, no problem, but the wait was awful and nobody could help???", 0.444),
        ("There was no good or helpful answer", -0.5773),
        ("It is what it is", 0.0),
        ("kind of good, sort of slow", 0.4404),
        ("no", -0.296),
        ("NO problem AT ALL", 0.1343),
        ("Never so bad", -0.6696),
    ];
    for (text, expected) in cases {
        // Words that other languages have too must not change the rules.
        let (_, mood) = estimate(text, Language::English, &BTreeMap::new());
        assert!((mood - expected).abs() < 6e-5, "{text}: {mood} is not {expected}");
    }
}

#[test]
fn other_languages_are_known_and_moods_of_the_team_go_first() {
    let none = BTreeMap::new();
    for (text, language, mood) in [
        ("Kurye çok kötü ve her şey berbat", Language::Turkish, Sentiment::Negative),
        ("Her şey çok güzel, teşekkürler", Language::Turkish, Sentiment::Positive),
        ("Bu hiç iyi değil", Language::Turkish, Sentiment::Negative),
        ("Dobry sklep i bardzo miły człowiek", Language::Polish, Sentiment::Positive),
        ("Das ist nicht gut", Language::German, Sentiment::Negative),
    ] {
        let (known, value) = estimate(text, Language::English, &none);
        assert_eq!((known, sentiment(value)), (language, mood), "{text}: {value}");
    }
    let own = BTreeMap::from([("queue".to_owned(), -3)]);
    assert_eq!(sentiment(estimate("the queue", Language::English, &none).1), Sentiment::Neutral);
    assert_eq!(sentiment(estimate("the queue", Language::English, &own).1), Sentiment::Negative);
}

#[test]
fn moods_of_the_team_are_found_whatever_the_small_letters_of_i() {
    for written in ["İPTAL", "iptal", "ıptal", "i\u{307}ptal"] {
        let own = BTreeMap::from([(written.to_owned(), -4)]);
        for said in ["İPTAL oldu ve bu çok", "iptal oldu ve bu çok", "Iptal oldu ve bu çok"] {
            let (_, mood) = estimate(said, Language::Turkish, &own);
            assert_eq!(sentiment(mood), Sentiment::Negative, "{written}, {said}");
        }
    }
    assert_eq!(Language::Turkish.small_letters("IŞIK İYİ"), "ışık iyi");
    assert_eq!(Language::English.small_letters("İPTAL"), "iptal");
}

/// Sixty visitors of a shop; at the till they speak of the card reader.
fn talkative() -> Case {
    let mut csv = "customer,time,event,channel,score,sentiment,text\n".to_owned();
    for number in 0..60 {
        let look = [
            "I like the colours of the shelves",
            "It was nice to look at shelves",
            "What a lovely place it was",
        ];
        let till = [
            "The card reader is broken again",
            "That terrible card reader did not work",
            "The reader was slow but fine",
        ];
        csv += &format!("c{number},2024-01-01 10:00,Look,web,4,,{}\n", look[number % 3]);
        csv += &format!("c{number},2024-01-01 10:05,Till,store,1,,{}\n", till[number % 3]);
    }
    csv += "d,2024-01-01 10:00,Look,web,5,negative,I love it all\n";
    // Two of those with low scores ask for help: one soon, one too late.
    csv += "c0,2024-01-10 10:00,Help,phone,,,\nc1,2024-01-20 10:00,Help,phone,,,\nz,2024-06-01 10:00,Look,web,,,\n";
    let mut case = case(&["Look", "Till", "Help"], "", &csv);
    case.map.touchpoints = case
        .map
        .touchpoints
        .iter()
        .map(|it| Touchpoint { contact: it.name == "Help", ..it.clone() })
        .collect();
    case
}

#[test]
fn each_touchpoint_has_its_moods_words_and_quotes() {
    let case = talkative();
    let of = case.inputs();
    let voice = voice(&of, &Cancel::new()).unwrap().unwrap();
    assert_eq!(voice.language, Language::English);
    let [look, till, help] = voice.touchpoints.as_slice() else { panic!("three touchpoints") };
    assert_eq!((look.comments, look.journeys.len(), till.comments, help.comments), (61, 61, 60, 0));
    let moods = |at: &pathlight::insights::voice::TouchpointVoice| at.moods.clone().map(|mood| mood.visits);
    assert_eq!(moods(look), [1, 0, 60], "what the data says goes before the words");
    assert_eq!((look.moods[0].estimated, look.moods[2].estimated), (0, 60));
    assert_eq!(moods(till), [40, 0, 20]);
    assert!(look.moods.iter().all(|mood| mood.journeys.count() == mood.visits));
    assert_eq!((help.net, help.words.len(), help.quotes.len()), (None, 0, 0));
    let words: Vec<_> = till.words.iter().map(|word| (word.word.as_str(), word.comments)).collect();
    assert_eq!(words[0], ("reader", 60));
    assert!(words.contains(&("card", 40)) && !words.iter().any(|(word, _)| *word == "shelves"));
    assert!(till.words.iter().all(|word| word.journeys.count() == word.comments));
    assert!(
        till.quotes.iter().all(|quote| quote.text.contains("reader") && !quote.customer.starts_with('c'))
    );
    let customers: std::collections::BTreeSet<_> = till.quotes.iter().map(|quote| &quote.customer).collect();
    assert_eq!(customers.len(), till.quotes.len(), "one of each customer");
}

#[test]
fn a_quote_becomes_a_card_in_one_step() {
    let case = talkative();
    let of = case.inputs();
    let voice = voice(&of, &Cancel::new()).unwrap().unwrap();
    let quote = &voice.touchpoints[1].quotes[0];
    let mut map = case.map.clone();
    map.about.next_id = 100;
    let mut document = Document::new_unsaved(map);
    document.edit(&quote_edit(document.map(), quote)).unwrap();
    let map = document.map();
    assert!(map.lanes_in_order().any(|lane| lane.kind == LaneKind::Quotes));
    let card = map.cards.iter().next().unwrap();
    assert_eq!((card.text.clone(), card.touchpoint), (format!("“{}”", quote.text), quote.touchpoint));
    document.edit(&quote_edit(document.map(), &voice.touchpoints[0].quotes[0])).unwrap();
    assert_eq!(document.map().lanes.len(), 1, "the row that there is");
    document.undo();
    document.undo();
    assert_eq!((document.map().cards.len(), document.map().lanes.len()), (0, 0));
}

#[test]
fn silence_after_low_scores_by_hand() {
    let case = talkative();
    let found = silent(&case.inputs(), &Cancel::new()).unwrap().unwrap();
    assert_eq!((found.rate.count, found.rate.of), (59, 60), "c1 asked too late");
    assert_eq!((found.silent.len(), found.low.len()), (59, 60));
}
