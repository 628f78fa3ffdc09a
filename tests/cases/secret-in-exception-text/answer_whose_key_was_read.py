"""What went wrong after a key was read, or may be anything, leaves the key in the answer."""


def fetch(client):
    answer = client.ask()
    key = answer["result"]["api_key"]
    try:
        return client.open(key)
    except OSError:
        raise ValueError(f"failed: {answer}")  # expect: `answer` stands in the text of ValueError


def anything(client):
    answer = client.ask()
    try:
        return answer["result"]["api_key"]
    except Exception:
        raise ValueError(f"failed: {answer}")  # expect: `answer` stands in the text of ValueError
