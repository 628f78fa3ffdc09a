from aiohttp import web
from django.http import HttpResponseServerError, JsonResponse
from fastapi import HTTPException, status
from flask import Flask, abort, jsonify
from rest_framework import status as codes
from rest_framework.response import Response

app = Flask(__name__)


@app.route("/orders")
def of_flask(shop):
    try:
        return jsonify(shop.orders())
    except Exception as error:  # expect: answered with 500, and no record says what went wrong; the client is told its text
        return jsonify(error=str(error)), 500


@app.route("/carts")
def by_abort(shop):
    try:
        return jsonify(shop.carts())
    except Exception:  # expect: Exception is answered with 500
        abort(500)


def of_django(request, shop):
    try:
        return JsonResponse(shop.orders())
    except ValueError:
        return JsonResponse({"error": "no such order"}, status=404)
    except Exception as error:  # expect: the client is told its text
        return JsonResponse({"error": str(error)}, status=500)


def by_class(request, shop):
    try:
        return JsonResponse(shop.orders())
    except:  # expect: every error is answered with 500
        return HttpResponseServerError("sorry")


class Orders:
    def get(self, request, shop):
        try:
            return Response(shop.orders())
        except Exception as error:  # expect: Exception is answered with 500
            return Response({"error": "sorry"}, status=codes.HTTP_500_INTERNAL_SERVER_ERROR)


async def of_fastapi(shop):
    try:
        return await shop.orders()
    except HTTPException:
        raise
    except Exception as error:  # expect: Exception is answered with 500
        raise HTTPException(status.HTTP_500_INTERNAL_SERVER_ERROR, "sorry") from error


async def of_aiohttp(request):
    try:
        return web.json_response(await request.app["shop"].orders())
    except Exception:  # expect: answered with 502
        return web.json_response({"error": "sorry"}, status=502)
