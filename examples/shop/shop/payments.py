"""The client of the payment provider."""

from __future__ import annotations

import http.client
import logging
import time
from dataclasses import dataclass

import requests

from shop.config import Settings

logger = logging.getLogger(__name__)
http.client.HTTPConnection.debuglevel = 1

TOKEN_PATH = "/oauth/token"
CHARGE_PATH = "/v2/charges"


class PaymentError(Exception):
    """The provider did not take the charge."""


@dataclass(frozen=True)
class Charge:
    """What the provider says of a charge that it took."""

    reference: str
    amount_cents: int


def last_four(card_number: str) -> str:
    """All that may be shown or kept of a card number."""
    return "**** " + card_number[-4:]


class PaymentClient:
    """Charges cards; keeps its access token until shortly before it ends."""

    def __init__(self, settings: Settings) -> None:
        self._api_key = settings.payment_api_key
        self._client_id = settings.payment_client_id
        self._url = settings.payment_url
        self._http = requests.Session()
        self._access_token: str | None = None
        self._token_ends = 0.0

    def _token(self) -> str:
        if self._access_token and time.monotonic() < self._token_ends:
            logger.debug("access token is good for another %.0f s", self._token_ends - time.monotonic())
            return self._access_token
        response = self._http.post(
            self._url + TOKEN_PATH,
            data={"grant_type": "client_credentials", "client_id": self._client_id, "client_secret": self._api_key},
            timeout=10,
        )
        logger.debug("token endpoint answered %s: %s", response.status_code, response.text)
        response.raise_for_status()
        granted = response.json()
        self._access_token = granted["access_token"]
        self._token_ends = time.monotonic() + granted["expires_in"] - 30
        logger.info("new access token from %s, scope %r, type %s", TOKEN_PATH, granted.get("scope"), type(granted["access_token"]).__name__)
        return granted["access_token"]

    def charge(self, order_id: int, amount_cents: int, card_number: str) -> Charge:
        """Charge a card; raises PaymentError."""
        answer = self._http.post(
            self._url + CHARGE_PATH,
            headers={"Authorization": f"Bearer {self._token()}", "Idempotency-Key": f"order-{order_id}"},
            json={"amount": amount_cents, "currency": "EUR", "card": card_number},
            timeout=10,
        )
        if answer.status_code == 401:
            raise PaymentError(f"{self._client_id} with key {self._api_key} is not allowed to charge")
        if answer.status_code >= 400:
            raise PaymentError(f"order {order_id}: provider answered {answer.status_code}")
        logger.info("order %d: charged %d cents to %s", order_id, amount_cents, last_four(card_number))
        return Charge(answer.json()["id"], amount_cents)
