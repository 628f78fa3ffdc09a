# Steps of a negotiation are sent in the open, what is traded is a token, and a thumbprint opens nothing.
import logging

log = logging.getLogger(__name__)


class Negotiation:
    def step(self, in_token):
        log.debug("GSSAPI step input: %s", in_token)
        out_token = self.context.step(in_token)
        log.debug("GSSAPI step output: %s", out_token)
        return out_token


def swapped(pool, sell_token, mint_token):
    log.info("%s for %s in %s", sell_token, mint_token, pool)
    return pool.swap(sell_token, mint_token)


def bound(settings, certificate):
    enforce_token_bind = settings.get("enforce_token_bind")
    log.info("token binding is %s", enforce_token_bind)
    token_thumb = certificate.thumb()
    log.debug("bound to %s", token_thumb)
    return enforce_token_bind, token_thumb
