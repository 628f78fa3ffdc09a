import structlog

log = structlog.get_logger()


def audit(entry, event):
    log.info("audit.event", api_key=entry.value)  # expect: API key
    log.info("key.used", token=event["new"])  # expect: token
    log.info("key.made", password=entry.generate())  # expect: password
