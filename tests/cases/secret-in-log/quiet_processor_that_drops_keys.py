"""A processor that is called after nothing takes out whatever stands under the keys of secrets."""

import structlog

SENSITIVE = frozenset({"password", "token", "api_key"})


def tidy(logger, method_name, event_dict):
    for key in list(event_dict):
        if key.lower() in SENSITIVE:
            event_dict.pop(key)
    return event_dict


structlog.configure(processors=[tidy, structlog.processors.TimeStamper(fmt="iso"), structlog.processors.JSONRenderer()])
log = structlog.get_logger()


def sign_in(username, password):
    log.info("signed in", username=username, password=password)


def issue(user, token):
    log.bind(user=user.id, token=token).info("issued")
