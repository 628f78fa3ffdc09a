"""The body of a chat's event is what somebody wrote there, or the name of a file."""

import logging

log = logging.getLogger(__name__)


async def message(room, event, client):
    log.debug("message in %s by %s: %s", room.display_name, event.sender, event.body)
    if event.sender == client.user:
        return
    await client.login_if_needed(client.user, client.password)
    log.info("received the file %s", event.body)
    await client.download(event.url, save_to=f"/tmp/{event.body}")
