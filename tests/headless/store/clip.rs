//! What was copied is found again by its text, by other windows too.

use pathlight::draft;
use pathlight::model::clip::{Chosen, Clip, Votes};
use pathlight::store::clip::{find, keep};
use std::fs;

fn clip() -> Clip {
    let map = draft::template("online-shop").expect("a built-in template");
    let chosen = Chosen { cards: map.cards.iter().map(|card| card.id).collect(), ..Chosen::default() };
    Clip::of(&map, &chosen, Votes::Drop).expect("cards")
}

#[test]
fn it_is_found_by_its_text_however_lines_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let state = folder.path().join("not/yet/there");
    keep(&state, "a\tb\nc", &clip()).expect("kept");
    assert_eq!(find(&state, "a\tb\r\nc\r\n"), Some(clip()));
    assert_eq!(find(&state, "a\tb"), None, "another text was copied elsewhere");
    keep(&state, "later", &clip()).expect("kept");
    assert_eq!(find(&state, "a\tb\nc"), None, "only the last is kept");
}

#[test]
fn what_is_broken_is_not_pasted() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(find(folder.path(), "a"), None, "nothing was ever copied");
    keep(folder.path(), "a", &clip()).expect("kept");
    let file = folder.path().join("copied.ron");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replace("next_id:", "next_id:0,smallest_group:")).expect("written");
    assert_eq!(find(folder.path(), "a"), None, "not a sound map");
    fs::write(&file, &text[..text.len() / 2]).expect("written");
    assert_eq!(find(folder.path(), "a"), None, "half a file");
}
