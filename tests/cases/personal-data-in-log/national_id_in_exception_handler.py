import logging

from rest_framework.response import Response
from rest_framework.views import APIView

logger = logging.getLogger(__name__)


class Enrol(APIView):
    def post(self, request):
        national_id = request.data["national_id"]
        try:
            enrol(national_id)
        except LookupError:
            logger.exception("enrolment of %r failed", national_id)  # expect: national|identity
            return Response(status=503)
        return Response(status=201)


def enrol(national_id):
    return hash(national_id)
