"""A place in a list of tokens, which the grammar moves on."""

from __future__ import annotations

from checker.monitoring.expressions.tokens import NotAnExpressionError, Token


class Reading:
    """Looks ahead, takes, insists."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self.unwrapped = False
        """Whether a pipeline took a number out of its lines."""

    @property
    def peek(self) -> Token:
        """The token that comes next."""
        return self._tokens[self._next]

    @property
    def at(self) -> int:
        """Its offset."""
        return self.peek.at

    def ahead(self, number: int) -> Token:
        """The token so many further on."""
        return self._tokens[min(self._next + number, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The next token; the last one stays."""
        token = self.peek
        if token.kind != "end":
            self._next += 1
        return token

    def have(self, text: str) -> bool:
        """Take an operator if it is next."""
        if self.peek.text != text or self.peek.kind != "op":
            return False
        self._next += 1
        return True

    def word(self, text: str) -> bool:
        """Take a word if it is next."""
        if self.peek.kind != "word" or self.peek.text.lower() != text:
            return False
        self._next += 1
        return True

    def followed(self, word: str, operator: str) -> bool:
        """Take a word if it is next and the operator follows, which stays."""
        return self.ahead(1).text == operator and self.word(word)

    def must(self, text: str) -> None:
        """Take an operator, or raise."""
        if not self.have(text):
            found = repr(self.peek.text) if self.peek.text else "the end"
            raise NotAnExpressionError(f"{text!r} is expected and not {found}", self.at)

    def end(self) -> None:
        """Raise unless all is taken."""
        if self.peek.kind != "end":
            raise NotAnExpressionError(f"unexpected {self.peek.text!r}", self.at)
