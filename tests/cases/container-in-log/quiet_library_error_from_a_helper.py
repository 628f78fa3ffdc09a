import aiohttp
import requests
import structlog

log = structlog.get_logger()


class Feed:
    def __init__(self) -> None:
        self._session = aiohttp.ClientSession()

    async def _get(self, url: str, **kwargs) -> dict:
        async with self._session.get(url, **kwargs) as response:
            response.raise_for_status()
            return await response.json(content_type=None)


class Weather(Feed):
    def __init__(self, api_key: str) -> None:
        super().__init__()
        self._api_key = api_key

    async def in_a_header(self) -> dict:
        try:
            return await self._get("https://api.weather.example/alerts", headers={"X-Api-Key": self._api_key}, params={"active": "1"})
        except Exception as exc:
            log.warning("weather.fetch_failed", error=str(exc)[:120])
            return {}

    async def without_its_text(self) -> dict:
        try:
            return await self._get("https://api.weather.example/alerts", params={"api_key": self._api_key})
        except aiohttp.ClientError as exc:
            log.warning("weather.fetch_failed", error=type(exc).__name__)
            return {}


def _ask(path: str, query: dict) -> dict:
    try:
        answer = requests.get("https://prices.example.com" + path, params=query, timeout=10)
        answer.raise_for_status()
    except requests.RequestException:
        return {}
    return answer.json()


def prices(access_token: str) -> dict:
    try:
        return _ask("/prices", {"access_token": access_token})
    except Exception as error:
        log.error("no prices: %s", error)
        return {}
