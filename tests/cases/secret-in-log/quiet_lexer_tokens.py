import logging
import tokenize

logger = logging.getLogger("lexer")


def words(path):
    with open(path, "rb") as source:
        for token in tokenize.tokenize(source.readline):
            if token.type == tokenize.ERRORTOKEN:
                logger.warning("%s: unexpected token %r in line %d", path, token.string, token.start[0])
            else:
                yield token


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.current_token = tokens[0]

    def expect(self, kind):
        if self.current_token.type != kind:
            logger.error("expected %s, got %s", kind, self.current_token)
