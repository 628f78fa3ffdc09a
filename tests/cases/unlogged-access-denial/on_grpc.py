import logging

import grpc

from shop import orders_pb2, orders_pb2_grpc
from shop.store import load
from shop.users import caller_of

log = logging.getLogger(__name__)


class Orders(orders_pb2_grpc.OrdersServicer):
    def Get(self, request, context):
        order = load(request.number)
        if order is None:
            context.abort(grpc.StatusCode.NOT_FOUND, "no such order")
        if order.owner != caller_of(context) and not order.is_public:
            context.abort(grpc.StatusCode.PERMISSION_DENIED, "not yours")  # expect: denied access
        return orders_pb2.Order(number=order.number)

    def Cancel(self, request, context):
        order = load(request.number)
        if order.owner != caller_of(context):
            context.set_code(grpc.StatusCode.PERMISSION_DENIED)
            return orders_pb2.Order()  # expect: denied access
        return orders_pb2.Order(number=order.number)

    def Pay(self, request, context):
        order = load(request.number)
        if order.owner != caller_of(context):
            log.warning("denied: %s wants to pay order %s", caller_of(context), request.number)
            context.abort(grpc.StatusCode.PERMISSION_DENIED, "not yours")
        return orders_pb2.Order(number=order.number)
