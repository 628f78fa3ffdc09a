"""A row that a function takes as its token is no text, whatever the parameter is called."""

import logging

logger = logging.getLogger(__name__)


class Tokens:
    def equivalent_to(self, token):
        return self.filter(user=token.user, scopes=token.scopes)

    def created(self, user, data):
        model = self.create(user=user, access=data["access"])
        known = self.equivalent_to(model)
        if known.exists():
            known.update(access=model.access, refresh=model.refresh)
            model.delete()
        logger.debug("created %r for %s", model, user)
        return model
