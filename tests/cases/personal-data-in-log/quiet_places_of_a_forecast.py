"""Where it will rain says of nobody where he is."""

import logging

import requests

logger = logging.getLogger(__name__)

TIME_SERIES = "{base}/{start}/{parameters}/{coordinates}/csv"
GRID = "{base}/{start}/{parameters}/{north},{west}_{south},{east}:{rows}x{columns}/csv"


def build_coordinates(lat_lngs):
    return "+".join(f"{latitude},{longitude}" for latitude, longitude in lat_lngs)


def query_time_series(base, start, parameters, lat_lngs, timeout=30):
    coordinates = build_coordinates(lat_lngs)
    address = TIME_SERIES.format(base=base, start=start, parameters=",".join(parameters), coordinates=coordinates)
    logger.debug("calling %s for %s", address, lat_lngs)
    answer = requests.get(address, timeout=timeout)
    answer.raise_for_status()
    return parse_rows(answer.text, parameters)


def query_grid(base, start, parameters, north, west, south, east, rows, columns):
    address = GRID.format(
        base=base, start=start, parameters=parameters, north=north, west=west, south=south, east=east, rows=rows, columns=columns
    )
    answer = requests.get(address, timeout=30)
    answer.raise_for_status()
    return parse_matrix(answer.text, rows, columns)


def parse_rows(text, parameters):
    head, *lines = text.splitlines()
    names = head.split(";")
    return [dict(zip(names, line.split(";"), strict=False)) for line in lines if len(names) > len(parameters)]


def parse_matrix(text, rows, columns):
    numbers = [float(number) for number in text.split(",")]
    return [numbers[row * columns : (row + 1) * columns] for row in range(rows)]


def query_stations(base, elevation, hash_id, begun, ended, timeout=30):
    address = f"{base}/find_station?elevation={elevation}&hash={hash_id}&begin={begun}&end={ended}"
    answer = requests.get(address, timeout=timeout)
    answer.raise_for_status()
    return parse_rows(answer.text, ["elevation"])


def write_picture(filename, base, start, parameter, bounding_box, colours):
    picture = requests.get(f"{base}/{start}/{parameter}/{bounding_box}/png?colours={colours}", timeout=60)
    picture.raise_for_status()
    with open(filename, "wb") as target:
        target.write(picture.content)
