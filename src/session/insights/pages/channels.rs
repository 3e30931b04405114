//! Channels: what happens in each, who switches, where the map and customers part, and when the load comes.

use crate::base::Cancel;
use crate::insights::Inputs;
use crate::insights::channels::{
    Channels, HourLoad, Share, Switches, Uneven, channels, contained, hours, same_touchpoint,
    solved_in_first_channel, switches,
};
use crate::measure::MeasureError;

/// Everything about channels.
#[derive(Clone, Debug, Default)]
pub struct ChannelsFound {
    /// What happens in each.
    pub channels: Channels,
    /// Who switches.
    pub switches: Switches,
    /// The same touchpoint in different channels.
    pub uneven: Uneven,
    /// Contacts that need one channel.
    pub solved: Option<Share>,
    /// Self-service that needs nobody's help.
    pub contained: Option<Share>,
    /// The week's hours, of the channel that was chosen; none for data without times.
    pub hours: Option<HourLoad>,
    /// Names of channels in the data, for the choice of hours.
    pub names: Vec<String>,
}

/// All of it; the hours are those of one channel (by its name in the data), or of all.
///
/// # Errors
/// [`MeasureError`].
pub fn answer(
    inputs: &Inputs<'_>,
    hours_of: Option<&str>,
    cancel: &Cancel,
) -> Result<ChannelsFound, MeasureError> {
    Ok(ChannelsFound {
        channels: channels(inputs, cancel)?,
        switches: switches(inputs, cancel)?,
        uneven: same_touchpoint(inputs, cancel)?,
        solved: solved_in_first_channel(inputs, cancel)?,
        contained: contained(inputs, cancel)?,
        hours: hours(inputs, hours_of, cancel)?,
        names: inputs.log.channels.iter().map(str::to_owned).collect(),
    })
}
