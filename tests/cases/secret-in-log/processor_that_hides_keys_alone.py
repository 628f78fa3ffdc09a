"""A processor hides what stands under some keys: the text is none of them, and another key neither."""

import structlog

SENSITIVE = {"password", "token"}


def hide_secrets(logger, method_name, event_dict):
    for key in SENSITIVE:
        if key in event_dict:
            event_dict[key] = "***"
    return event_dict


structlog.configure(processors=[hide_secrets, structlog.processors.JSONRenderer()])
log = structlog.get_logger()


def sign_in(username, password, api_key):
    log.info("signed in", username=username, password=password)
    log.info(f"signed in with {password}")  # expect: the password
    log.info("signed in", api_key=api_key)  # expect: the API key
