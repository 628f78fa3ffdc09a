"""Where a key was not found in an answer, its text does not show what stands under it."""


def fetch(client):
    answer = client.ask()
    try:
        return answer["result"]["api_key"]
    except KeyError:
        raise ValueError(f"failed to get the key: {answer}")


def first(client):
    answer = client.ask()
    try:
        return answer["result"][0]["api_key"]
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"failed to get the key: {answer}") from error
