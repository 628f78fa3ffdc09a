import json
import logging

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

logger = logging.getLogger(__name__)
app = FastAPI()
LONGEST, SHORTEST, DEPTH, WIDTH, STEPS = 100, 2, 7, 12, 40


def shortened(value: str, longest: int = LONGEST) -> str:
    return value[:longest]


def described(place: list, kind: str, reason: str) -> dict:
    return {"place": place, "kind": kind, "reason": reason, "depth": DEPTH, "width": WIDTH, "steps": STEPS, "shortest": SHORTEST}


def answered(status: int, headline: str, lines: list, language: str, colour: str, font: str, margin: int) -> JSONResponse:
    return JSONResponse(
        {"headline": headline, "lines": lines, "language": language, "colour": colour, "font": font, "margin": margin}, status
    )


def rendered(width: int, height: int, ratio: float, pixels: list, scale: int, frame: str, background: str, border: str) -> str:
    return json.dumps([width, height, ratio, pixels, scale, frame, background, border])

def painted(brush: str, paper: str, ink: str, stroke: int, curve: list, shade: str, texture: str, glaze: str, varnish: str) -> list:
    return [brush, paper, ink, stroke, curve, shade, texture, glaze, varnish]


def measured(breadth: int, depth: int, volume: int, weight: int, speed: int, angle: int, radius: int, corner: int, edge: int) -> list:
    return [breadth, depth, volume, weight, speed, angle, radius, corner, edge]


def planted(seed: str, soil: str, water: int, light: int, leaf: str, root: str, stem: str, flower: str, fruit: str, season: str) -> list:
    return [seed, soil, water, light, leaf, root, stem, flower, fruit, season]


@app.post("/pictures")
async def pictures(request: Request):
    logger.info("a picture: %s", await request.json())
    return answered(200, "drawn", [], "en", "red", "sans", 2)
