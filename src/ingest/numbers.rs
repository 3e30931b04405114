//! Numbers as people write them: decimal point or comma, groups of thousands, currency and per cent signs.

/// So many digits always fit into 32 bits.
const MOST_DIGITS: usize = 9;

/// Reads a number with the given decimal mark.
pub(super) fn parse(text: &str, decimal: char) -> Option<f64> {
    if text.len() <= MOST_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        let count = text.bytes().fold(0_u32, |count, digit| count * 10 + u32::from(digit - b'0'));
        return Some(f64::from(count));
    }
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    if decimal == '.' && text.bytes().all(plain) {
        return text.parse().ok();
    }
    let text = strip_signs(text);
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(at) => (text.get(..at)?, text.get(at..)?),
        None => (text, ""),
    };
    let (whole, fraction) = match mantissa.rsplit_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let mut plain = String::with_capacity(text.len());
    let digits = match whole.strip_prefix(['-', '−']) {
        Some(rest) => {
            plain.push('-');
            rest
        }
        None => whole.strip_prefix('+').unwrap_or(whole),
    };
    push_ungrouped(digits, decimal, &mut plain)?;
    if let Some(fraction) = fraction {
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    plain.push_str(exponent);
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Currency and per cent signs and the blanks beside them say nothing about the number.
fn strip_signs(text: &str) -> &str {
    let sign = |letter: char| letter.is_whitespace() || "€$£¥₺₽%".contains(letter);
    let text = text.trim_matches(sign);
    ["TL", "zł", "TRY", "PLN", "EUR", "USD"]
        .iter()
        .find_map(|code| text.strip_suffix(code).or_else(|| text.strip_prefix(code)))
        .map_or(text, |rest| rest.trim_matches(sign))
}

/// Digits without the marks between groups of three; none when the groups are not of three.
fn push_ungrouped(digits: &str, decimal: char, plain: &mut String) -> Option<()> {
    let is_group_mark = |letter: char| {
        letter != decimal && matches!(letter, '.' | ',' | '\'' | '’' | ' ' | '\u{A0}' | '\u{202F}')
    };
    let Some(mark) = digits.chars().find(|letter| is_group_mark(*letter)) else {
        let only_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.push_str(digits);
        return only_digits.then_some(());
    };
    for (index, group) in digits.split(mark).enumerate() {
        let right_length = if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        if !right_length || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        plain.push_str(group);
    }
    Some(())
}

/// The decimal mark that reads more of the values; none when point and comma do equally well.
pub(super) fn decimal_of<'a>(values: impl Iterator<Item = &'a str>) -> Option<char> {
    let (mut point, mut comma) = (0_u32, 0_u32);
    for value in values.filter(|value| value.contains(['.', ','])) {
        match (parse(value, '.'), parse(value, ',')) {
            (Some(_), None) => point += 1,
            (None, Some(_)) => comma += 1,
            _ => {}
        }
    }
    match point.cmp(&comma) {
        std::cmp::Ordering::Greater => Some('.'),
        std::cmp::Ordering::Less => Some(','),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_written() {
        for (text, decimal, expected) in [
            ("4", '.', Some(4.0)),
            ("-0.5", '.', Some(-0.5)),
            ("4,0", ',', Some(4.0)),
            ("4,0", '.', None),
            ("1,234", '.', Some(1234.0)),
            ("1,234.5", '.', Some(1234.5)),
            ("1.234,50", ',', Some(1234.5)),
            ("1 234,50 zł", ',', Some(1234.5)),
            ("₺1.234", ',', Some(1234.0)),
            ("1\u{202F}234\u{202F}567", '.', Some(1_234_567.0)),
            ("12.34.56", ',', None),
            ("1e3", '.', Some(1000.0)),
            ("", '.', None),
            ("-", '.', None),
            ("abc", '.', None),
            ("NaN", '.', None),
            ("inf", '.', None),
            ("Infinity", ',', None),
            ("−3", '.', Some(-3.0)),
        ] {
            assert_eq!(parse(text, decimal), expected, "{text} with {decimal}");
        }
    }

    #[test]
    fn decimal_mark_by_majority() {
        assert_eq!(decimal_of(["4,0", "3,5", "1.234,5"].into_iter()), Some(','));
        assert_eq!(decimal_of(["4.0", "1,234"].into_iter()), Some('.'));
        assert_eq!(decimal_of(["4", "1,234"].into_iter()), None);
    }
}
