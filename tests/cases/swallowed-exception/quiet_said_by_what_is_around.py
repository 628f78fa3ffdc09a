import requests


def watch(till, url):
    """Tell a till's sales to the head office. Best effort, and never breaks the till."""

    def sold(order):
        try:
            requests.post(url, json=order, timeout=5)
        except Exception:
            pass

    till.on_sale = sold


def keep(store, order):
    try:
        store.save(order)
    except Exception:
        pass  # 保存失败不影响销售
    try:
        store.publish(order)
    except Exception:
        pass  # не важно


class SafeStream:
    def __init__(self, stream):
        self._stream = stream

    def write(self, text):
        try:
            self._stream.write(text)
        except Exception:
            pass


class Pages:
    async def broadcast(self, message):
        for connection in self.connections:
            try:
                await connection.send_text(message)
            except Exception:
                pass

    def heard(self, till):
        self.seen = till
        try:
            heartbeat(till)
        except Exception:
            pass

    def counted(self, order):
        try:
            self._monitor.record_outcome(order)
        except Exception:
            pass


def heartbeat(till):
    till.store.write(till.number)
    till.session.commit()
