"""Classes of a library, or of a program without a framework, that let people in: ``class AuthManager: def login(...), def logout(...)``.

Whoever uses such a class calls its methods, and is not at hand; what they decide and change is decided and changed there.
"""

from __future__ import annotations

from checker.source.audit.signs.terms import Terms
from checker.source.lexicon.words import split
from checker.source.names.elements import Cls, Fn
from checker.source.names.lookup import Names

_ENTERING = frozenset({"login", "log_in", "sign_in", "signin", "authenticate", "authenticate_user", "login_user"})
_LEAVING = frozenset({"logout", "log_out", "sign_out", "signout", "logout_user", "invalidate_session", "end_session"})
_KEEPING = frozenset({
    "register", "register_user", "create_user", "add_user", "delete_user", "remove_user", "change_password", "reset_password",
    "update_password", "set_password", "create_account", "delete_account", "signup", "sign_up", "add_role", "create_role", "assign_role"
})  # fmt: skip
_CLIENTS = frozenset({
    "client", "api", "sdk", "bot", "page", "driver", "browser", "scraper", "crawler", "spider", "proxy", "remote", "helper", "mixin",
    "test", "tests", "mock", "fake", "protocol", "interface", "abstract", "screen", "window", "dialog", "widget", "connector",
    "connection", "plugin"
})  # fmt: skip
"""Words of classes that log in elsewhere, show a form, or only promise."""
_ELSEWHERE = frozenset({
    "requests", "httpx", "urllib3", "selenium", "playwright", "telnetlib", "paramiko", "pexpect",
    "imaplib", "ftplib", "grpc", "websockets", "websocket", "tkinter", "PyQt5", "PyQt6", "PySide6", "kivy", "boto3", "mechanize"
})  # fmt: skip
"""Libraries of programs that log in at another server, or show a window."""


def is_asked(names: Names, terms: Terms, fn: Fn) -> bool:
    """Whether a method is one that who uses such a class calls; that nobody of the project does is for the caller to find out."""
    cls = fn.owner
    if cls is None or fn.name.startswith("_") or fn.head.decorators or not fn.module.tops.isdisjoint(_ELSEWHERE):
        return False
    return not _CLIENTS.intersection(split(cls.name)) and keeps(names, terms, cls)


def keeps(names: Names, terms: Terms, cls: Cls) -> bool:
    """Whether a class lets people in and out, or in and keeps who they are, and asks for a verdict itself."""
    methods = {name: base for base in reversed(names.mro(cls)[0]) for name in base.record.methods}
    if _ENTERING.isdisjoint(methods) or (_LEAVING.isdisjoint(methods) and _KEEPING.isdisjoint(methods)):
        return False
    entering = (methods[name].module.functions[methods[name].record.methods[name]] for name in sorted(_ENTERING & methods.keys()))
    return any(any(map(terms.verifiers.tells, one.head.called)) for one in entering)
