"""An error tells all headers of the request that failed, the Authorization header among them."""

import requests


class ApiError(Exception):
    pass


def call(url, token):
    try:
        answer = requests.post(url, headers={"Authorization": f"Bearer {token}"})
        answer.raise_for_status()
    except requests.HTTPError as error:
        raise ApiError(f"{error.request.url} with {error.request.headers}") from error  # expect: the request's headers
    return answer


def check(answer):
    if answer.status_code >= 400:
        raise ApiError(f"{answer.status_code} for {answer.request.method}, type {answer.headers.get('Content-Type')}")
