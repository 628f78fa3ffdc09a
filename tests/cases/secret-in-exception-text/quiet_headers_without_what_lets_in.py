"""Headers that say what is wanted let nobody in, and neither do those of a table or the tokens of a parser."""


def fetch(client, url, kind):
    headers = {"Accept": kind, "User-Agent": "shop/1"}
    answer = client.get(url, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"{url} failed with {headers}")
    return answer.text


def read(lines):
    headers = lines[0].split(",")
    if "price" not in headers:
        raise ValueError(f"no price among {headers}")
    return headers


def parse(reader):
    token = reader.next()
    found = {"token": token, "line": reader.line}
    if token not in ("(", ")"):
        raise SyntaxError(f"unexpected {found}")
    return found
