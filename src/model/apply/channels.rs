//! Edits of channels.

use super::trimmed;
use crate::base::Color;
use crate::model::edit::{Created, EditError};
use crate::model::id::ChannelId;
use crate::model::records::Channel;
use crate::model::txn::Txn;

pub(super) fn add(txn: &mut Txn<'_>, channel: &Channel) -> Result<Created, EditError> {
    let id = ChannelId(txn.fresh_id()?);
    txn.put_channel(Channel { id, name: trimmed(&channel.name), ..channel.clone() });
    Ok(Created::Channel(id))
}

pub(super) fn set(
    txn: &mut Txn<'_>,
    channel: ChannelId,
    name: &str,
    color: Option<Color>,
) -> Result<(), EditError> {
    txn.update_channel(channel, |channel| {
        channel.name = trimmed(name);
        channel.color = color;
    })
}

pub(super) fn set_self_service(txn: &mut Txn<'_>, channel: ChannelId, on: bool) -> Result<(), EditError> {
    txn.update_channel(channel, |channel| channel.self_service = on)
}

pub(super) fn remove(txn: &mut Txn<'_>, channel: ChannelId) -> Result<(), EditError> {
    txn.map().channels.need(channel)?;
    let users = txn.map().touchpoints.iter().filter(|touchpoint| touchpoint.channels.contains(&channel));
    let users: Vec<_> = users.map(|touchpoint| touchpoint.id).collect();
    for touchpoint in users {
        txn.update_touchpoint(touchpoint, |touchpoint| touchpoint.channels.retain(|id| *id != channel))?;
    }
    txn.remove_channel(channel);
    Ok(())
}
