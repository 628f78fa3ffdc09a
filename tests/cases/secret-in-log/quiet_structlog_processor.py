import structlog

HIDDEN = {"password", "token", "api_key"}


def hide_secrets(logger, name, event_dict):
    for key in HIDDEN & event_dict.keys():
        event_dict[key] = "***"
    return event_dict


structlog.configure(processors=[structlog.processors.add_log_level, hide_secrets, structlog.processors.JSONRenderer()])
log = structlog.get_logger()


def login(user, password):
    log.info("login", user=user, password=password)
