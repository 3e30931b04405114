//! The compressed rows of a PNG, made in pieces that need nothing of each other, so that all processors can work at them.
//!
//! Each band is packed by itself up to a byte boundary; the pieces one after the other are one deflate stream, and their
//! checksums one checksum.

use super::raster::Band;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;

/// What a zlib stream begins with: deflate with a window of 32 KB, packed fast.
const ZLIB_HEADER: [u8; 2] = [0x78, 0x01];
/// An empty last block, which ends a deflate stream.
const LAST_BLOCK: [u8; 2] = [0x03, 0x00];
/// Rows of drawings are mostly like the row above them, which even the fastest level packs well.
const LEVEL: u32 = 1;

/// PNG's names for what is stored of a row: differences from the pixel to the left, or from the one above.
const FILTER_SUB: u8 = 1;
const FILTER_UP: u8 = 2;

/// A band's rows, packed.
pub struct Packed {
    bytes: Vec<u8>,
    sum: Adler,
}

impl Packed {
    /// Of the pixels as RGB (3) or straight RGBA (4 channels).
    pub fn of(band: &Band, channels: usize) -> std::io::Result<Self> {
        let rows = filtered(&band.bytes(channels), band.width() as usize * channels, channels);
        let mut packer = DeflateEncoder::new(Vec::with_capacity(rows.len() / 16), Compression::new(LEVEL));
        packer.write_all(&rows)?;
        // Up to a whole byte, with nothing that later pieces could refer to needed for it.
        packer.flush()?;
        Ok(Self { bytes: std::mem::take(packer.get_mut()), sum: Adler::of(&rows) })
    }
}

/// The pieces so far as one zlib stream.
#[derive(Default)]
pub struct Stream {
    sum: Adler,
    has_begun: bool,
}

impl Stream {
    /// What to write of the next piece.
    pub fn next(&mut self, packed: Packed) -> Vec<u8> {
        let Packed { mut bytes, sum } = packed;
        if !self.has_begun {
            bytes.splice(0..0, ZLIB_HEADER);
            self.has_begun = true;
        }
        self.sum = self.sum.followed_by(sum);
        bytes
    }

    /// What to write behind the last piece.
    pub fn end(self) -> Vec<u8> {
        let mut bytes = LAST_BLOCK.to_vec();
        bytes.extend(self.sum.value().to_be_bytes());
        bytes
    }
}

/// Each row with its filter before it. The first is stored by itself, so that no band needs the one above.
fn filtered(pixels: &[u8], row_bytes: usize, channels: usize) -> Vec<u8> {
    let rows = pixels.len() / row_bytes.max(1);
    let mut out = Vec::with_capacity(pixels.len() + rows);
    let mut above: Option<&[u8]> = None;
    for row in pixels.chunks_exact(row_bytes.max(1)) {
        match above {
            None => {
                out.push(FILTER_SUB);
                let left = std::iter::repeat_n(&0, channels).chain(row);
                out.extend(row.iter().zip(left).map(|(value, left)| value.wrapping_sub(*left)));
            }
            Some(above) => {
                out.push(FILTER_UP);
                out.extend(row.iter().zip(above).map(|(value, above)| value.wrapping_sub(*above)));
            }
        }
        above = Some(row);
    }
    out
}

/// The checksum of zlib streams (RFC 1950), which can be put together from those of parts.
#[derive(Clone, Copy)]
struct Adler {
    /// One and the sum of all bytes.
    ones: u32,
    /// The sum of all these sums.
    sums: u32,
    len: u64,
}

impl Default for Adler {
    fn default() -> Self {
        Self { ones: 1, sums: 0, len: 0 }
    }
}

impl Adler {
    const MODULUS: u32 = 65_521;
    /// So many bytes can be added before a sum overflows.
    const MOST_AT_ONCE: usize = 5552;

    fn of(bytes: &[u8]) -> Self {
        let Self { mut ones, mut sums, .. } = Self::default();
        for part in bytes.chunks(Self::MOST_AT_ONCE) {
            for byte in part {
                ones += u32::from(*byte);
                sums += ones;
            }
            ones %= Self::MODULUS;
            sums %= Self::MODULUS;
        }
        Self { ones, sums, len: bytes.len() as u64 }
    }

    #[allow(clippy::cast_possible_truncation)] // remainders
    fn followed_by(self, next: Self) -> Self {
        let modulus = u64::from(Self::MODULUS);
        // Every byte of the next part is preceded by all of this one; the one that sums begin with counts once.
        let before = u64::from(self.ones) + modulus - 1;
        let ones = (before + u64::from(next.ones)) % modulus;
        let sums =
            (u64::from(self.sums) + next.len % modulus * (before % modulus) + u64::from(next.sums)) % modulus;
        Self { ones: ones as u32, sums: sums as u32, len: self.len + next.len }
    }

    const fn value(self) -> u32 {
        (self.sums << 16) | self.ones
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_of_parts_make_the_checksum_of_the_whole() {
        // The example everyone gives.
        assert_eq!(Adler::of(b"Wikipedia").value(), 0x11E6_0398);
        let bytes: Vec<u8> = (0..300_000_u32).map(|index| (index * 7 % 251) as u8).collect();
        let whole = Adler::of(&bytes).value();
        for cut in [0, 1, 5552, 65_521, 299_999, 300_000] {
            let (one, other) = bytes.split_at(cut);
            assert_eq!(Adler::of(one).followed_by(Adler::of(other)).value(), whole, "cut at {cut}");
        }
    }
}
