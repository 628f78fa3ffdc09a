from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.views import APIView
from shop.network import NetworkClient, NetworkResponseFailure


def remote_user(address, name, password):
    client = NetworkClient(address)
    try:
        return client.get("/user", auth=(name, password))
    except NetworkResponseFailure:
        if not password:
            raise PermissionDenied("a password, please")
        raise AuthenticationFailed("the other shop says no")


class RemoteView(APIView):
    def get(self, request):
        return remote_user(request.query_params["address"], request.query_params["name"], request.query_params["password"])
