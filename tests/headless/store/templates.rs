//! Own templates: kept under a name that can be typed, and found again.

use pathlight::draft;
use pathlight::session;
use pathlight::store::{self, templates};

#[test]
fn a_template_is_kept_listed_opened_and_replaced_with_a_backup() {
    let root = tempfile::tempdir().expect("folder");
    let config = root.path().join("not/yet/there");
    assert_eq!(templates::list(&config), []);
    let mut map = draft::template("hotel-stay").expect("the template");
    map.about.title = "Otelde konaklama".to_owned();
    let own = templates::save(&config, &map).expect("saved");
    assert_eq!(own.name, "otelde-konaklama");
    assert_eq!(templates::list(&config), std::slice::from_ref(&own));
    assert_eq!(session::template(&own.name, Some(&config)).expect("opened"), map);

    map.about.description = "Anew.".to_owned();
    templates::save(&config, &map).expect("saved again");
    assert_eq!(templates::list(&config), std::slice::from_ref(&own), "the backup is no template");
    assert_eq!(store::load(&own.path).expect("a map").about.description, "Anew.");
    assert!(store::atomic::backup_path(&own.path).is_file());
}

#[test]
fn an_own_template_hides_the_one_of_the_program() {
    let root = tempfile::tempdir().expect("folder");
    let mut map = draft::template("empty").expect("the template");
    map.about.title = "Hotel stay".to_owned();
    templates::save(root.path(), &map).expect("saved");
    let offers = session::templates(Some(root.path()));
    let hotels: Vec<_> = offers.iter().filter(|offer| offer.name == "hotel-stay").collect();
    assert!(hotels.len() == 1 && hotels[0].is_own && offers[0].is_own, "{hotels:?}");
    assert_eq!(offers.len(), draft::templates().len());
    assert_eq!(session::template("hotel-stay", Some(root.path())).expect("opened"), map);
    assert_ne!(session::template("hotel-stay", None).expect("opened"), map);
}

#[test]
fn a_template_is_renamed_and_removed_and_never_takes_the_place_of_another() {
    let root = tempfile::tempdir().expect("folder");
    let mut map = draft::template("empty").expect("the template");
    let names = || templates::list(root.path()).into_iter().map(|own| own.name).collect::<Vec<_>>();
    for title in ["First", "Second"] {
        map.about.title = title.to_owned();
        templates::save(root.path(), &map).expect("saved");
    }
    assert!(templates::rename(root.path(), "first", "Second").is_err());
    assert_eq!(names(), ["first", "second"]);
    templates::rename(root.path(), "first", " İade ").expect("renamed");
    assert_eq!(names(), ["iade", "second"]);
    assert_eq!(session::template("iade", Some(root.path())).expect("opened").about.title, "İade");
    templates::rename(root.path(), "iade", "iade!").expect("only its title");
    assert_eq!(names(), ["iade", "second"]);
    templates::remove(root.path(), "second").expect("removed");
    assert_eq!(names(), ["iade"]);
    assert!(templates::remove(root.path(), "second").is_err(), "it is told that it is not there");
}
