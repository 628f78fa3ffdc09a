import asyncio
import threading
import time


class Feed:
    def __init__(self, listeners):
        self.listeners = listeners

    async def fan_out(self, event):
        for callback in self.listeners:
            try:
                result = callback(event)
                if asyncio.iscoroutine(result):
                    await result
            except Exception:  # expect: callback()
                pass

    async def read(self, socket):
        try:
            async for message in socket:
                if message is None:
                    continue
                await self.route_message(message)
                self.store_message(message)
        except Exception:  # expect: store_message()
            pass
        finally:
            await socket.close()

    def route_message(self, message):
        return message

    def store_message(self, message):
        return message


def announce(store, consumer, slots):
    while True:
        try:
            publish_capacity(store, consumer, slots)
        except Exception:  # expect: publish_capacity()
            pass
        time.sleep(30)
        if store.closed:
            raise RuntimeError("the store is closed")


def serve(storage, environment):
    # Agents talk to each other, and this is a no-op unless an address is
    # set: a single machine is not affected.
    try:
        if environment.get("SHOP_PEERS"):
            start_peers(storage)
            print("peers started")
    except Exception:  # expect: start_peers()
        pass


def start_peers(storage):
    storage.peers.append("self")


def settle(ledger, day):
    try:
        close_day(ledger, day)
    except Exception:  # expect: close_day()
        pass
    return day


def close_day(ledger, day):
    for entry in ledger.entries(day):
        entry.closed = True
    ledger.session.commit()


def index(argv, run, place):
    def work():
        try:
            run(argv)
            place.put(argv)
        except Exception:  # expect: run()
            return

    threading.Thread(target=work, daemon=True).start()


def publish_capacity(store, consumer, slots):
    store.write(consumer, slots)


def work_off(items, on_item=None):
    for item in items:
        if on_item is not None:
            try:
                on_item(item)
            except Exception:  # expect: on_item()
                pass
        if not item.done():
            raise RuntimeError(item)
