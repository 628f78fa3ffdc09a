import logging

import falcon

logger = logging.getLogger(__name__)


class Orders:
    def on_get(self, req, resp):
        logger.info("note %s", req.get_param("note"))  # expect: `req.get_param()` reaches logger.info()
        logger.info("page %s", req.get_param_as_int("page"))
        logger.info("agent %s", req.user_agent)

    def on_post(self, req, resp):
        logger.info("title %s", req.media["title"])  # expect: `req.media['title']` reaches logger.info()


app = falcon.App()
app.add_route("/orders", Orders())
