"""A scanner for a small query language."""
import logging
import re
import tokenize
import io

log = logging.getLogger(__name__)
TOKEN_RE = re.compile(r"\s*(?:(\d+)|(.))")


class Parser:
    def __init__(self, source):
        self.tokens = list(self.scan(source))
        self.pos = 0
        self.token = None

    def scan(self, source):
        for number, operator in TOKEN_RE.findall(source):
            yield number or operator

    def advance(self):
        self.token = self.tokens[self.pos]
        self.pos += 1
        log.debug("advance to token %r", self.token)

    def expect(self, kind):
        token = self.peek()
        if token.kind != kind:
            log.error("expected %s, got token %s", kind, token)
            raise SyntaxError(f"unexpected token {token!r}, expected {kind}")
        return token

    def peek(self):
        token = self.tokens[self.pos]
        log.debug("peek %s", token)
        return token


def python_tokens(text):
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        log.debug("token %s", token)


def split_words(line):
    for token in line.split():
        log.debug("word %s", token)


def shell(command):
    import shlex
    tokens = shlex.split(command)
    first_token = tokens[0]
    log.info("program %s", first_token)


def embed(model, sentence):
    tokens = model.tokenize(sentence)
    log.debug("tokens: %s", tokens)
    return [model.vocab[token] for token in tokens]
