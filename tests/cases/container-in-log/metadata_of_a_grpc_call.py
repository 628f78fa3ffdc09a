"""The metadata of a call over gRPC are its headers."""

import logging

import grpc

logger = logging.getLogger(__name__)


class Orders:
    def Place(self, request, context: grpc.ServicerContext):
        logger.info("order with %s", context.invocation_metadata())  # expect: the request's headers
        logger.info("order of %s", context.peer())
        return request


class Gate(grpc.ServerInterceptor):
    def intercept_service(self, continuation, handler_call_details):
        logger.debug("%s with %s", handler_call_details.method, handler_call_details.invocation_metadata)  # expect: the request's headers
        return continuation(handler_call_details)
