"""Whoever reads a password of what was sent knows that it is there; the whole of it in a record shows it, too."""

import logging

logger = logging.getLogger(__name__)


class Warehouse:
    def __init__(self, folder, region, endpoint, retries, timeout, comment, place, kind, colour, weight):
        self.folder = folder
        self.region = region
        self.endpoint = endpoint
        self.retries = retries
        self.timeout = timeout
        self.comment = comment
        self.place = place
        self.kind = kind
        self.colour = colour
        self.weight = weight

    def sort(self, pears, plums, cherries, grapes, lemons, apples):
        return sorted((pears, plums, cherries, grapes, lemons, apples))

    def send(self, train, bus, boat, plane, bike, car, courier):
        return self.route(train, bus, boat, plane, bike, car, courier)

    def route(self, *stations):
        return [station for station in stations if station.open]

    def weigh(self, barley, oats, wheat, rye, maize, beans, lentils, peas, onions, garlic):
        return barley + oats + wheat + rye + maize + beans + lentils + peas + onions + garlic

    def cover(self, slate, straw, tiles, copper, glass, canvas, felt, timber):
        return self.sort(slate, straw, tiles, copper, glass, canvas) or felt or timber


def open_door(request, doors):
    logger.info("asked with %s", request.POST)  # expect: the request's body
    return doors.open(request.POST["door"], request.POST.get("password"))


def open_gate(request, gates):
    logger.info("asked with %s", request.get_json())  # expect: the request's body
    return gates.open(request.get_json()["password"])


def enter(form, gates):
    logger.debug("form: %s", form.data)  # expect: the request's body
    return gates.open(form.data["password"])


def paint(request, walls):
    logger.info("asked with %s", request.form)
    return walls.paint(request.form["colour"])
