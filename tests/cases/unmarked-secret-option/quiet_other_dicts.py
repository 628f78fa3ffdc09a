"""Dicts in dicts that declare no option of a module, and calls of the same names that declare none of a framework."""

import inspect

from ansible.parsing.dataloader import DataLoader
from shop.settings import StrOpt

FIELDS = dict(
    password=dict(label="Password", widget="password", required=True),
    token=dict(column="token_hash", type="str"),
)
SCHEMA = {"properties": {"password": {"type": "string", "format": "password"}}}
HIDDEN = StrOpt("password")


class Form:
    password = inspect.Parameter("password", inspect.Parameter.KEYWORD_ONLY)


def load(path):
    return DataLoader().load_from_file(path)
