//! The bell at the end of a step: two soft strokes, made here and played by the desktop's own player, so that no
//! sound library is needed. A computer that plays nothing stays silent; the timer's colours tell it as well.

use super::quiet::quiet;
use std::f64::consts::TAU;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Tells the room that a step's time is over.
pub trait Bell {
    /// Begins to ring and returns at once.
    fn ring(&self);

    /// It was rung and nothing on this computer would play it.
    fn is_mute(&self) -> bool {
        false
    }
}

/// Rings for nobody.
pub struct NoBell;

impl Bell for NoBell {
    fn ring(&self) {}
}

/// Rings through the desktop's player.
pub struct SystemBell {
    is_mute: Arc<AtomicBool>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl SystemBell {
    /// A bell that has not been rung; `wake` is called when it is known whether it could be.
    #[must_use]
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { is_mute: Arc::default(), wake: Arc::new(wake) }
    }
}

impl Bell for SystemBell {
    fn ring(&self) {
        let (is_mute, wake) = (Arc::clone(&self.is_mute), Arc::clone(&self.wake));
        // Nobody waits for it, and a room without a bell has still seen the timer.
        let _ = thread::Builder::new().name("bell".into()).spawn(move || {
            is_mute.store(!play(players), Ordering::Relaxed);
            wake();
        });
    }

    fn is_mute(&self) -> bool {
        self.is_mute.load(Ordering::Relaxed)
    }
}

/// Samples in a second.
const RATE: u32 = 22_050;
/// Length in seconds.
const LASTS_SECS: f64 = 1.6;
/// When each stroke begins, in seconds, and its pitch in hertz.
const STROKES: [(f64, f64); 2] = [(0.0, 880.0), (0.35, 659.3)];

/// A program that plays a file, with its arguments.
type Player = (&'static str, Vec<String>);

/// Tries the players of a file until one of them plays; false when none does.
fn play(players: impl Fn(&str) -> Vec<Player>) -> bool {
    let file = tempfile::Builder::new().prefix("pathlight-bell").suffix(".wav").tempfile();
    let Ok(mut file) = file else { return false };
    if file.write_all(&wav()).and_then(|()| file.flush()).is_err() {
        return false;
    }
    let path = file.path().to_string_lossy().into_owned();
    players(&path).into_iter().any(|(player, arguments)| {
        quiet(player).args(arguments).status().is_ok_and(|status| status.success())
    })
}

/// The players of this system, the usual one first.
fn players(path: &str) -> Vec<Player> {
    let with =
        |arguments: &[&str]| arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>();
    if cfg!(target_os = "macos") {
        vec![("afplay", with(&[path]))]
    } else if cfg!(windows) {
        let script = format!("(New-Object Media.SoundPlayer '{}').PlaySync()", path.replace('\'', "''"));
        vec![("powershell", with(&["-NoProfile", "-WindowStyle", "Hidden", "-Command", &script]))]
    } else {
        vec![("pw-play", with(&[path])), ("paplay", with(&[path])), ("aplay", with(&["-q", path]))]
    }
}

/// The strokes as a WAV file: 16 bits, one channel.
fn wav() -> Vec<u8> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // some thousand samples
    let count = (f64::from(RATE) * LASTS_SECS) as u32;
    let size = count * 2;
    let mut bytes = Vec::with_capacity(44 + count as usize * 2);
    bytes.extend_from_slice(b"RIFF");
    bytes.extend_from_slice(&(36 + size).to_le_bytes());
    bytes.extend_from_slice(b"WAVEfmt ");
    bytes.extend_from_slice(&16_u32.to_le_bytes());
    // Plain samples, one channel.
    bytes.extend_from_slice(&[1, 0, 1, 0]);
    bytes.extend_from_slice(&RATE.to_le_bytes());
    bytes.extend_from_slice(&(RATE * 2).to_le_bytes());
    // Two bytes a frame, 16 bits a sample.
    bytes.extend_from_slice(&[2, 0, 16, 0]);
    bytes.extend_from_slice(b"data");
    bytes.extend_from_slice(&size.to_le_bytes());
    for index in 0..count {
        let sample = sample(f64::from(index) / f64::from(RATE));
        #[allow(clippy::cast_possible_truncation)] // within −1 … 1
        bytes.extend_from_slice(&((sample * f64::from(i16::MAX)) as i16).to_le_bytes());
    }
    bytes
}

/// The sound at a time, −1 … 1: strokes that fade, each with its octave.
fn sample(secs: f64) -> f64 {
    let stroke = |(begins, pitch): (f64, f64)| {
        let since = secs - begins;
        if since < 0.0 {
            return 0.0;
        }
        // A soft beginning does not click.
        let loudness = (since / 0.005).min(1.0) * (-since * 4.0).exp();
        loudness * (0.8 * (TAU * pitch * since).sin() + 0.2 * (TAU * pitch * 2.0 * since).sin())
    };
    (STROKES.into_iter().map(stroke).sum::<f64>() * 0.45).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shell stands for the players: it copies what it is given to play.
    #[cfg(unix)]
    #[test]
    fn the_first_player_that_plays_gets_the_bell_and_no_other_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let heard = |name: &str| folder.path().join(name);
        let script = |words: String| ("sh", vec!["-c".to_owned(), words]);
        let copy = |path: &str, name: &str| script(format!("cat '{path}' > '{}'", heard(name).display()));
        let is_played = play(|path| {
            vec![
                ("no-such-player-anywhere", Vec::new()),
                script("exit 1".to_owned()),
                copy(path, "first"),
                copy(path, "second"),
            ]
        });
        assert!(is_played);
        assert_eq!(std::fs::read(heard("first")).expect("played"), wav());
        assert!(!heard("second").exists());
        assert!(!play(|_| vec![("no-such-player-anywhere", Vec::new()), script("exit 1".to_owned())]));
    }

    #[test]
    fn the_bell_is_a_wav_file_that_is_heard_and_fades() {
        let bytes = wav();
        assert_eq!((&bytes[..4], &bytes[8..16]), (&b"RIFF"[..], &b"WAVEfmt "[..]));
        let size = u32::from_le_bytes([bytes[40], bytes[41], bytes[42], bytes[43]]);
        assert_eq!(size as usize, bytes.len() - 44);
        let samples: Vec<i16> =
            bytes[44..].chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect();
        let loudest = |part: &[i16]| part.iter().map(|sample| sample.unsigned_abs()).max().unwrap_or(0);
        assert!(loudest(&samples[..5000]) > 8_000, "heard across a room");
        assert!(loudest(&samples[samples.len() - 500..]) < 500, "gone at the end");
    }
}
