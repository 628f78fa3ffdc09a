import http.client
import logging

import boto3

http.client.HTTPConnection.debuglevel = 0
logging.getLogger("urllib3").setLevel(logging.WARNING)
logging.getLogger("botocore").setLevel(logging.ERROR)
logging.getLogger("sqlalchemy.engine").setLevel(logging.WARNING)
boto3.set_stream_logger("boto3.resources", logging.ERROR)
