//! Data files as seen from the map's folder.

use pathlight::store::paths::{rebased, relative_to, resolve};
use std::fs;
use std::path::Path;

#[test]
fn paths_beside_below_and_above_are_relative_and_found_again() {
    let root = tempfile::tempdir().expect("folder");
    let maps = root.path().join("maps");
    fs::create_dir_all(maps.join("veri/2024")).expect("folders");
    for (file, written) in [
        (maps.join("shop.csv"), "shop.csv"),
        (maps.join("veri/2024/müşteri listesi.csv"), "veri/2024/müşteri listesi.csv"),
        (root.path().join("export.xlsx"), "../export.xlsx"),
        (maps.join("veri/../shop.csv"), "shop.csv"),
    ] {
        fs::write(&file, "x").expect("written");
        assert_eq!(relative_to(&maps, &file), written);
        let found = resolve(&maps, written);
        assert_eq!(fs::canonicalize(found).expect("found"), fs::canonicalize(file).expect("file"));
    }
}

#[cfg(unix)]
#[test]
fn paths_without_a_common_folder_are_absolute() {
    let written = relative_to(Path::new("/nowhere-a/maps"), Path::new("/nowhere-b/data.csv"));
    assert_eq!(written, "/nowhere-b/data.csv");
    assert_eq!(resolve(Path::new("/anywhere"), &written), Path::new("/nowhere-b/data.csv"));
}

#[cfg(unix)]
#[test]
fn links_stay_links() {
    let root = tempfile::tempdir().expect("folder");
    fs::create_dir(root.path().join("maps")).expect("folder");
    fs::write(root.path().join("real.csv"), "x").expect("written");
    let link = root.path().join("maps/data.csv");
    std::os::unix::fs::symlink("../real.csv", &link).expect("link");
    assert_eq!(relative_to(&root.path().join("maps"), &link), "data.csv");
}

#[test]
fn a_map_saved_elsewhere_still_finds_its_data() {
    let root = tempfile::tempdir().expect("folder");
    let (old, new) = (root.path().join("old"), root.path().join("new/deep"));
    fs::create_dir_all(&old).expect("folder");
    fs::create_dir_all(&new).expect("folder");
    fs::write(old.join("data.csv"), "x").expect("written");
    assert_eq!(rebased("data.csv", &old, &new), "../../old/data.csv");
    assert_eq!(rebased("", &old, &new), "");
}
