"""A session that was ended is not saved, and its cookie is taken back: nobody has shown it."""

from flask import Flask


class ShopSession(dict):
    _invalidated = False

    def invalidate(self):
        self._invalidated = True

    def persist(self):
        if self._invalidated:
            return
        self.store.set(self.number, dict(self))

    def set_cookie(self, app: Flask, response):
        if self._invalidated:
            response.delete_cookie("shop")
            return
        response.set_cookie("shop", self.number)
