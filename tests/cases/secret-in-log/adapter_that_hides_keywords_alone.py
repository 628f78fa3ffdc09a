"""An adapter hides what stands under some keywords, and hands the text on."""

import logging

SENSITIVE = {"password", "api_key"}


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        text = str(msg)
        if "json_data" in kwargs:
            data = kwargs["json_data"].copy()
            for key in SENSITIVE & data.keys():
                data[key] = "[REDACTED]"
            kwargs["json_data"] = data
        return text + ",".join(f" {key}={value}" for key, value in kwargs.items()), {}


log = Adapter(logging.getLogger(__name__), {})


def tier_of(api_key, session):
    try:
        return session.tier(api_key)
    except ValueError as error:
        log.debug("no tier for %s: %s", api_key, error)  # expect: the API key
        return None
