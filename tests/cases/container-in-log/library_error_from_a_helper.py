import aiohttp
import requests
import structlog

log = structlog.get_logger()


class Feed:
    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def _get(self, url: str, **kwargs) -> dict:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession()
        async with self._session.get(url, **kwargs) as response:
            response.raise_for_status()
            return await response.json(content_type=None)


class Bills(Feed):
    def __init__(self, api_key: str) -> None:
        super().__init__()
        self._api_key = api_key

    async def fetch(self, limit: int = 20) -> list:
        try:
            data = await self._get("https://api.bills.example/v3/bill", params={"api_key": self._api_key, "limit": limit})
        except Exception as exc:
            log.warning("bills.fetch_failed", error=str(exc)[:120])  # expect: its text shows the API key
            return []
        return data["bills"]


def _ask(path: str, query: dict) -> dict:
    answer = requests.get("https://prices.example.com" + path, params=query, timeout=10)
    answer.raise_for_status()
    return answer.json()


def _prices(query: dict) -> dict:
    return _ask("/prices", query)


def prices(access_token: str) -> dict:
    try:
        return _prices({"access_token": access_token})
    except requests.HTTPError as error:
        log.error("no prices: %s", error)  # expect: its text shows the token
        return {}
