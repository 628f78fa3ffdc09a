import json


def append(log, event, figures):
    number = log.add(event)
    # The figures are made of the events anyway: outside of the lock, best effort, so that
    # they never keep an event from being written.
    if event.kind == "done" and number:
        try:
            figures.publish(number, event)
        except Exception:
            pass
    return number


def keep_marks(blob, marks):
    # The marks are kept in memory too, and each tick writes them anew: a blip of
    # the network must not crash the tick.
    # Seen in the night of the great outage, when the certificates had expired and
    # each of the writes was refused for as long as it lasted. The store
    # answered again an hour later.
    try:
        blob.upload(json.dumps(marks))
    except Exception:
        pass
