"""A token among the headers of a request lets somebody in, whatever a token is elsewhere."""


def fetch(client, url, token):
    headers = {"Accept": "text/csv", "Authorization": f"Bearer {token}"}
    answer = client.get(url, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"{url} failed with {headers}")  # expect: it shows the token
    return answer.text


def store(client, url, token, rows):
    headers = {"X-Auth-Token": token}
    answer = client.put(url, headers=headers, json=rows)
    if not answer.ok:
        raise OSError("put %s with %s: %s" % (url, headers, answer.status_code))  # expect: it shows the token
