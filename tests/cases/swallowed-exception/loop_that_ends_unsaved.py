"""A loop that keeps what comes ends at the first error, and nobody hears of it."""


def collect(queue, store):
    while True:
        item = queue.get()
        try:
            store.save(item)
            queue.send(item.receipt)
        except Exception:  # expect: save()
            break
