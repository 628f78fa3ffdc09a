from rest_framework.response import Response
from rest_framework.status import HTTP_403_FORBIDDEN, HTTP_404_NOT_FOUND
from rest_framework.viewsets import ModelViewSet

from schools.models import CustomerInactiveException, SignOnConfiguration, is_part_of
from schools.serializers import ConfigurationSerializer


class SignOnViewSet(ModelViewSet):
    queryset = SignOnConfiguration.objects.all()
    serializer_class = ConfigurationSerializer

    def retrieve(self, request, *args, **kwargs):
        record = self.get_object()
        try:
            if not is_part_of(request.user, record.customer):
                return Response(status=HTTP_404_NOT_FOUND)
        except CustomerInactiveException:
            return Response(status=HTTP_403_FORBIDDEN)
        return Response(self.get_serializer(record).data)
