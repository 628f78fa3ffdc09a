"""Where a town or a street lies is nobody's whereabouts."""

import logging

logger = logging.getLogger(__name__)


async def geocode(client, place):
    found = await client.search(place)
    result = {"longitude": found[0]["position"][0], "latitude": found[0]["position"][1]}
    logger.debug("%s lies at %s %s", place, result["longitude"], result["latitude"])
    return result


def last_seen(device):
    return device.position
