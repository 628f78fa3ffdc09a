import logging

log = logging.getLogger(__name__)


class Stream:
    def send(self, client, lines):
        answer = client.put_log_events(lines)
        self.sequence_token = answer["nextSequenceToken"]
        if answer.get("rejected"):
            log.error("rejected: %s", answer)


def pin_to(settings, threads):
    if (pin := settings.pin_thread) is not None and pin > threads:
        log.error("no thread %s", pin)


def listen(name, pin, pin_thread):
    log.info("listening: %s", {"name": name, "pin": pin, "thread": pin_thread})
