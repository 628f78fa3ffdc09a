from logging import Logger


class Poller:
    def __init__(self, sink: Logger):
        self._sink = sink

    def poll(self, device, bearer_token):
        self._sink.debug("poll %s", device)
        self._sink.debug("sent %s", bearer_token)  # expect: token


def probe(sink: Logger, webhook_secret: str) -> None:
    sink.error("probe failed: %s", webhook_secret)  # expect: secret
