"""A processor that takes out what is no secret leaves the password where it is."""

import structlog

NOISY = frozenset({"stack", "thread_name", "pid"})


def tidy(logger, method_name, event_dict):
    for key in list(event_dict):
        if key.lower() in NOISY:
            event_dict.pop(key)
    return event_dict


structlog.configure(processors=[tidy, structlog.processors.JSONRenderer()])
log = structlog.get_logger()


def sign_in(username, password):
    log.info("signed in", username=username, password=password)  # expect: password
