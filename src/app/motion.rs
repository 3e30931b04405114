//! Whether the desktop is set to move little. It is asked once, by the desktop's own tool: no toolkit tells it yet.

use super::quiet::quiet;
use std::process::Stdio;
use std::sync::{Arc, OnceLock};
use std::thread;

/// The desktop's answer, which comes a moment after the start.
#[derive(Clone, Debug, Default)]
pub struct DesktopMotion(Arc<OnceLock<bool>>);

impl DesktopMotion {
    /// Asks the desktop; `wake` is called when it has answered.
    #[must_use]
    pub fn ask(wake: impl FnOnce() + Send + 'static) -> Self {
        let motion = Self::default();
        let answer = Arc::clone(&motion.0);
        // A desktop that can't be asked moves as usual.
        let _ = thread::Builder::new().name("motion".into()).spawn(move || {
            if answer.set(is_reduced()).is_ok() {
                wake();
            }
        });
        motion
    }

    /// What the desktop has answered.
    #[must_use]
    pub fn answered(is_reduced: bool) -> Self {
        Self(Arc::new(is_reduced.into()))
    }

    /// The desktop wants little motion; false until it has answered.
    #[must_use]
    pub fn is_reduced(&self) -> bool {
        self.0.get().copied().unwrap_or(false)
    }
}

fn is_reduced() -> bool {
    if cfg!(target_os = "macos") {
        says("defaults", &["read", "com.apple.universalaccess", "reduceMotion"], |words| words == "1")
    } else if cfg!(windows) {
        says("reg", &["query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"], is_still)
    } else {
        let gnome = ["get", "org.gnome.desktop.interface", "enable-animations"];
        let kde = ["--group", "KDE", "--key", "AnimationDurationFactor"];
        says("gsettings", &gnome, |words| words == "false")
            || says("kreadconfig6", &kde, |words| words == "0")
    }
}

/// True when a program ends well and says what is looked for.
fn says(program: &str, arguments: &[&str], is_it: impl Fn(&str) -> bool) -> bool {
    let output = quiet(program).args(arguments).stdout(Stdio::piped()).output();
    output
        .is_ok_and(|output| output.status.success() && is_it(String::from_utf8_lossy(&output.stdout).trim()))
}

/// Reads what Windows keeps as `UserPreferencesMask    REG_BINARY    9E1E078012000000`: the second bit of the fifth
/// byte is set while things move inside of windows.
fn is_still(words: &str) -> bool {
    let mask = words.split_whitespace().next_back().and_then(|mask| mask.get(8..10));
    mask.and_then(|byte| u8::from_str_radix(byte, 16).ok()).is_some_and(|byte| byte & 0x02 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_masks_are_read() {
        let of = |mask: &str| {
            is_still(&format!(
                "\r\nHKEY_CURRENT_USER\\Control Panel\\Desktop\r\n    UserPreferencesMask    REG_BINARY    {mask}\r\n\r\n"
            ))
        };
        assert!(!of("9E1E078012000000"), "as delivered");
        assert!(of("9012038010000000"), "without animations");
        assert!(!of("90"), "something else");
        assert!(!is_still(""));
    }

    #[cfg(unix)]
    #[test]
    fn a_desktop_that_can_not_be_asked_moves_as_usual() {
        assert!(says("sh", &["-c", "echo false"], |words| words == "false"));
        assert!(!says("sh", &["-c", "echo false; exit 1"], |words| words == "false"));
        assert!(!says("no-such-tool-anywhere", &[], |_| true));
        assert!(!DesktopMotion::default().is_reduced());
    }
}
