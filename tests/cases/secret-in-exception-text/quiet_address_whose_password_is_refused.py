import httpx


class ServerError(Exception):
    pass


def normalized(value: str) -> str:
    parsed = httpx.URL(value)
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise ServerError(f"not supported: {value}")
    if parsed.query or parsed.username or parsed.password:
        raise ServerError("the address must not have a login or a query")
    return str(parsed).rstrip("/")


class Client:
    def __init__(self, url: str) -> None:
        self.base_url = normalized(url)

    def health(self) -> None:
        try:
            httpx.get(f"{self.base_url}/health")
        except httpx.HTTPError as error:
            raise ServerError(f"cannot reach {self.base_url}: {error}") from error
