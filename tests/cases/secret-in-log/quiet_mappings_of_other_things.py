"""Mappings of what only has methods of these names."""

HANDLERS = {}


class Hub:
    def __init__(self, screens):
        self.screens = screens

    def sign_in(self, user, password):
        HANDLERS["form"].info(user, password)
        self.screens[user].debug(password)
