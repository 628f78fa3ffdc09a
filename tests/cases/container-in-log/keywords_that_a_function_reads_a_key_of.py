"""What a call spreads over a function's keywords holds the keys that are read of these there."""

import logging

log = logging.getLogger(__name__)


class Api:
    def _validate(self, *args, **kwargs):
        if kwargs.pop("apikey", None) != self.settings.api_key:
            self.message = "Invalid apikey"

    def run(self, *args, **kwargs):
        log.debug("called with %s", kwargs)  # expect: shows the API key
        self._validate(**kwargs)

    def _titled(self, **kwargs):
        return kwargs.get("title")

    def show(self, *args, **kwargs):
        log.debug("called with %s", kwargs.get("title"))
        return self._titled(**kwargs)

    def own(self, **kwargs):
        log.debug("called with %s", sorted(kwargs))
        self._validate(apikey=self.key, **kwargs)
