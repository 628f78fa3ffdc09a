# file: shop/onvif.py
# A profile of a camera has a token by which it is named, and a token of a chain is traded.
import logging

log = logging.getLogger(__name__)


def profiles_of(camera):
    found = camera.media.GetProfiles()
    for profile in found:
        log.debug("profile %s of %s", profile.token, camera.name)
        token = profile.token
        log.debug("stream of %s", camera.media.GetStreamUri(token))
        log.info("profile token %s", token)
    return found


def price(vault, underlying_token):
    log.debug("price of %s in %s", underlying_token, vault)
    return vault.price(underlying_token)
