//! Tables in.

use super::{emotions, outline, sound};
use pathlight::interchange::read_table;
use pathlight::model::{JourneyMap, LaneKind};

fn read(text: &str) -> JourneyMap {
    sound(read_table(text, "steps").expect("a table").map)
}

#[test]
fn each_row_is_a_touchpoint_and_each_column_what_its_heading_says() {
    let map = read(
        "Stage,Touchpoint,Owner,Channels,Emotion,Pain points,Ideas,Weather\n\
         Discover,Searches,Marketing,\"Web, app\",1,,,sunny\n\
         ,Compares,,Web,−0.5,\"Slow | \"\"Too\"\" much\",Faster,\n\
         Buy,Pays,,,-1.5,Card refused,,\n\
         ,,,,,Twice,,\n",
    );
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        outline(&map),
        [("Discover".to_owned(), names(&["Searches", "Compares"])), ("Buy".to_owned(), names(&["Pays"])),]
    );
    assert_eq!(emotions(&map, 0), [Some(1.0), Some(-0.5), Some(-1.5)]);
    let lanes: Vec<_> = map.lanes_in_order().map(|lane| (lane.kind, lane.name.as_str())).collect();
    assert_eq!(
        lanes,
        [
            (LaneKind::Channels, ""),
            (LaneKind::Emotion, ""),
            (LaneKind::Pains, "Pain points"),
            (LaneKind::Opportunities, "Ideas"),
            (LaneKind::Notes, "Weather"),
        ]
    );
    let cards: Vec<_> = map.cards.iter().map(|card| card.text.as_str()).collect();
    assert_eq!(cards, ["sunny", "Slow", "\"Too\" much", "Faster", "Card refused", "Twice"]);
    assert_eq!(map.channels.len(), 2);
}

#[test]
fn turkish_and_polish_headings_semicolons_and_decimal_commas_are_read() {
    let map = read("Aşama;Temas noktası;Duygu;Fırsatlar\nSatın al;Öder;-1,5;Hızlı öde\n");
    assert_eq!(outline(&map), [("Satın al".to_owned(), vec!["Öder".to_owned()])]);
    assert_eq!(emotions(&map, 0), [Some(-1.5)]);
    let map = read("Etap\tKrok\tEmocje\nZakup\tPłaci\t2\n");
    assert_eq!(outline(&map), [("Zakup".to_owned(), vec!["Płaci".to_owned()])]);
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let imported = read_table("Step,Emotion,Pains\nPays,often,x\nShips,3,\n", "x").expect("a table");
    let found: Vec<_> =
        imported.warnings.examples().iter().map(|warning| (warning.kind, warning.line)).collect();
    assert_eq!(found, [("bad-emotion", Some(2)), ("emotion-outside", Some(3))]);
    let imported = read_table("Stage,Step,Pains\n,,Nobody knows where\nBuy,Pays,\n", "x").expect("a table");
    assert_eq!(imported.warnings.examples()[0].line, Some(2));

    for (text, words) in
        [("", "no rows"), ("Stage,Touchpoint\n", "no rows"), ("a,b\n1,2\n", "there are: a, b")]
    {
        let error = read_table(text, "x").expect_err("no map in it");
        assert!(error.problem.contains(words) && !error.hint.is_empty(), "{error}");
    }
}
