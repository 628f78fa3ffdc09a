import json


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
