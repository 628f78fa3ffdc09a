"""Errors that are kept and say no secret, or are not the code's own."""

import json


class Refused(Exception):
    """A login that the server did not take."""


def sign_in(server, user, password):
    answer = server.login(user, password)
    error = None
    if answer.code == 530:
        error = Refused(f"{user} was refused")
    if error is not None:
        raise error


def again(server, user, password, times):
    last = None
    for _ in range(times):
        try:
            return server.login(user, password)
        except ConnectionError as problem:
            last = problem
    if last is not None:
        raise last
    return None


def read(text, password):
    problem = server_problem(text, password)
    if problem:
        raise problem
    return json.loads(text)


def take(password):
    problem = None
    if not isinstance(password, str):
        problem = TypeError("password must be a string, not %r" % password)
    if problem:
        raise problem
