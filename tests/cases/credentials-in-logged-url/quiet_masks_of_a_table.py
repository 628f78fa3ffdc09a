"""Patterns and what is put in the place of what they find stand in a table, row by row or as a pair."""

import logging
import re

logger = logging.getLogger(__name__)

TOKENS = (re.compile(r"token=[0-9a-zA-Z]+"), "token=<redacted>")
KEYS = (re.compile(r"key=[0-9a-f]+"), "key=<redacted>")
RULES = [(re.compile(r"password=\S+"), "password=***"), (re.compile(r"token=\S+"), "token=***")]
WORDS = {r"token=\S+": "token=***", r"password=\S+": "password=***"}


def by_rules(text: str) -> str:
    for pattern, instead in RULES:
        text = pattern.sub(instead, text)
    return text


def by_pairs(text: str) -> str:
    for pattern, instead in [TOKENS, KEYS]:
        text = re.sub(pattern, instead, text)
    return text


def by_words(text: str) -> str:
    for word, instead in WORDS.items():
        text = re.sub(word, instead, text)
    return text


def of_tokens(text: str) -> str:
    return re.sub(TOKENS[0], TOKENS[1], text)


class Cleaner:
    rules = ((re.compile("token=.*"), "***"), (re.compile("key=.*"), r"\1***"))

    def clean(self, text: str) -> str:
        for rule, instead in self.rules:
            text = rule.sub(instead, text)
        return text


def ask(host: str, token: str) -> None:
    address = f"https://{host}/jobs?token={token}"
    logger.info("asking %s", by_rules(address))
    logger.info("asking %s", by_pairs(address))
    logger.info("asking %s", by_words(address))
    logger.info("asking %s", of_tokens(address))
    logger.info("asking %s", Cleaner().clean(address))
