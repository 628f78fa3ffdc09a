"""How far a position may be off is no whereabouts of anybody."""

import warnings


def nearest_driver(gates, lat, lon, latlon_tol=0.0005):
    found = [gate for gate in gates if abs(gate.lat - lat) < latlon_tol and abs(gate.lon - lon) < latlon_tol]
    if not found:
        warnings.warn("nobody within +- " + str(latlon_tol))
    return found
