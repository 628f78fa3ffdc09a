import logging

from flask import Flask, request
from flask_restful import Api, Resource
from werkzeug.exceptions import Forbidden

logger = logging.getLogger(__name__)


class LoggingApi(Api):
    def handle_error(self, e):
        logger.warning("refused %s for %s: %s", request.path, request.remote_addr, e)
        return super().handle_error(e)


app = Flask(__name__)
api = LoggingApi(app)


class Order(Resource):
    def delete(self, pk):
        if not current_user.can("delete", pk):
            raise Forbidden()
        return "", 204


api.add_resource(Order, "/order/<pk>")
