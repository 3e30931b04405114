//! Which encoding a text is in, and reading it as UTF-8.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;
use std::io::{self, Read};

/// The encoding of a text by its samples, the first of which is its beginning.
pub(super) fn detect(samples: &[Vec<u8>]) -> &'static Encoding {
    let beginning = samples.first().map(Vec::as_slice).unwrap_or_default();
    if let Some((encoding, _)) = Encoding::for_bom(beginning) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(beginning) {
        return encoding;
    }
    if samples.iter().all(|sample| is_utf8(sample)) {
        return UTF_8;
    }
    if samples.iter().any(|sample| is_mostly_utf8(sample)) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    for sample in samples {
        detector.feed(sample, false);
    }
    detector.feed(b"", true);
    // No hint of a language: the computer's says nothing about where a file comes from.
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// In UTF-16 of mostly Latin text every other byte is zero, which no other text encoding has.
fn utf16_without_mark(text: &[u8]) -> Option<&'static Encoding> {
    let pairs = text.len() / 2;
    let zeros = |offset: usize| text.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match () {
        () if pairs >= 4 && odd * 2 > pairs && even * 20 < pairs => Some(UTF_16LE),
        () if pairs >= 4 && even * 2 > pairs && odd * 20 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// A sample may start and end within a character.
fn is_utf8(sample: &[u8]) -> bool {
    let continuation = sample.iter().take(3).take_while(|byte| **byte & 0xC0 == 0x80).count();
    match std::str::from_utf8(sample.get(continuation..).unwrap_or_default()) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

/// Letters beyond ASCII that are whole by far outnumber what is none: a UTF-8 text with a few spoilt places.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut whole, mut spoilt) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        spoilt += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 10 * spoilt.max(1)
}

/// Bytes that no text contains: too many control characters.
pub(super) fn is_binary(text: &str) -> bool {
    let odd =
        |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{C}' | '\u{1A}');
    let count = text.chars().count();
    let controls = text.chars().filter(|letter| odd(*letter)).count();
    text.contains('\0') || controls * 50 > count
}

/// Reads text in any encoding as UTF-8. The byte-order mark is left out; what can't be decoded becomes `�`.
pub(super) struct Utf8Reader<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    /// What of `text` is given away already.
    given: usize,
    at_end: bool,
}

/// Bytes taken from the input at once.
const BLOCK: usize = 64 << 10;

impl<R: Read> Utf8Reader<R> {
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        Self::with_decoder(input, encoding.new_decoder_with_bom_removal())
    }

    /// Begins amid a text, where a byte-order mark would be none.
    pub(super) fn amid(input: R, encoding: &'static Encoding) -> Self {
        Self::with_decoder(input, encoding.new_decoder_without_bom_handling())
    }

    fn with_decoder(input: R, decoder: Decoder) -> Self {
        Self { input, decoder, raw: vec![0; BLOCK], text: String::new(), given: 0, at_end: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        let count = self.input.read(&mut self.raw)?;
        self.at_end = count == 0;
        self.text.clear();
        self.given = 0;
        // Never less than the decoder needs for all of it, so that one call takes everything.
        let most = self.decoder.max_utf8_buffer_length(count).unwrap_or(BLOCK * 4);
        self.text.reserve(most);
        let raw = self.raw.get(..count).unwrap_or_default();
        let _ = self.decoder.decode_to_string(raw, &mut self.text, self.at_end);
        Ok(())
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, space: &mut [u8]) -> io::Result<usize> {
        while self.given == self.text.len() && !self.at_end {
            self.fill()?;
        }
        let rest = self.text.as_bytes().get(self.given..).unwrap_or_default();
        let count = rest.len().min(space.len());
        if let (Some(target), Some(source)) = (space.get_mut(..count), rest.get(..count)) {
            target.copy_from_slice(source);
        }
        self.given += count;
        Ok(count)
    }
}

/// Bytes as text; what is none becomes `�`. Checks whole words at once, which the library does not do while it mends.
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}

/// Decodes a sample, leaving out what is cut at its end.
pub(super) fn decode_sample(sample: &[u8], encoding: &'static Encoding) -> String {
    let mut text = String::with_capacity(sample.len() * 3);
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let _ = decoder.decode_to_string(sample, &mut text, false);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(text: &str, encoding: &'static Encoding) -> String {
        let (bytes, _, _) = encoding.encode(text);
        let detected = detect(&[bytes.to_vec()]);
        let mut read = String::new();
        Utf8Reader::new(&bytes[..], detected).read_to_string(&mut read).unwrap();
        read
    }

    #[test]
    fn turkish_and_polish_code_pages() {
        let turkish =
            "müşteri;tarih;olay\nAyşe Yılmaz;01.02.2024;iade isteği\nİsmail Çağrı;02.02.2024;şikâyet\n";
        assert_eq!(round(turkish, encoding_rs::WINDOWS_1254), turkish);
        let polish = "klient;data;zdarzenie\nŁukasz;2024-01-02;zgłoszenie\nMałgorzata;2024-01-03;zwrot pieniędzy, późno\n";
        assert_eq!(round(polish, encoding_rs::WINDOWS_1250), polish);
        // Turkish letters stand at the same places in ISO-8859-9; Polish ą, ś and ź stand elsewhere in ISO-8859-2.
        assert_eq!(round(polish, encoding_rs::ISO_8859_2), polish);
        let western =
            "client;date;événement\nFrançois;2024-01-02;réclamation reçue\nHélène;2024-01-03;déjà payé\n";
        assert_eq!(round(western, encoding_rs::WINDOWS_1252), western);
    }

    #[test]
    fn utf16_with_and_without_mark() {
        for (little, mark) in [(true, true), (true, false), (false, true), (false, false)] {
            let text = "customer,time\nŞule,2024-01-01\n";
            let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
            let bytes: Vec<u8> =
                units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect();
            let mut read = String::new();
            Utf8Reader::new(&bytes[..], detect(std::slice::from_ref(&bytes)))
                .read_to_string(&mut read)
                .unwrap();
            assert_eq!(read, text, "little {little}, mark {mark}");
        }
    }

    #[test]
    fn samples_may_cut_characters() {
        let text = "ş".repeat(10);
        assert!(is_utf8(&text.as_bytes()[1..9]));
        assert!(!is_utf8(b"ab\xFEcd"));
    }

    #[test]
    fn bad_bytes_are_marked() {
        let mut read = String::new();
        Utf8Reader::new(&b"a\xFFb\xC5"[..], UTF_8).read_to_string(&mut read).unwrap();
        assert_eq!(read, "a\u{FFFD}b\u{FFFD}");
    }
}
