import base64


class Signer:
    def __init__(self, public_key):
        self.public_key = public_key

    def verify(self, message, signature):
        try:
            self.public_key.verify(base64.b64decode(signature), message)
            return True
        except Exception:
            return False


class Call:
    def __init__(self, client, number):
        self.client = client
        self.number = number

    async def stop(self):
        message = {"method": "stop", "call": self.number}
        try:
            await self.client.execute(message)
            return True
        except Exception:
            return False


def load_order(session, number):
    try:
        session.execute("update orders set seen = 1 where number = ?", number)
        return session.fetch(number)
    except Exception:
        return None


def show_order(session, number, page):
    order = load_order(session, number)
    if order is None:
        return page.missing()
    return page.order(order)
