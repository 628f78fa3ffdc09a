"""What an interceptor is given has the call's metadata, whatever it is called: names and values, among them the caller's token."""

import logging

import grpc

logger = logging.getLogger(__name__)


class Gate(grpc.ServerInterceptor):
    def intercept_service(self, continuation, details):
        logger.info("call of %s", details.method)
        logger.debug("sent were %s", [item.key for item in details.invocation_metadata])
        logger.debug("with %s", details.invocation_metadata)  # expect: the request's headers
        return continuation(details)


class Trace(grpc.aio.ServerInterceptor):
    async def intercept_service(self, continuation, call: grpc.HandlerCallDetails):
        logger.debug("with %s", call.invocation_metadata)  # expect: the request's headers
        return await continuation(call)
