"""A connection that is written out carries what its parts do: a driver and a file."""

import logging

logger = logging.getLogger(__name__)


def open_database(odbc, module, path, extras):
    if module == "odbc":
        con_str = f"DRIVER={{{extras.pop('driver')}}};DATABASE={path};"
        for name, value in extras.items():
            con_str += f"{name}={value};"
        log_parameters(connection_string=con_str)
        connection = odbc.connect(con_str)
    elif module in ["sheet", "sheet_rw"]:
        con_str = f"DRIVER={{Microsoft Excel Driver (*.xls)}};DBQ={path};"
        con_str += "ReadOnly="
        if module == "sheet":
            con_str += "1;"
        elif module == "sheet_rw":
            con_str += "0;"
        con_str += 'Extended Properties="Excel 8.0;HDR=YES";)'
        logger.info(f"connecting with {con_str}")
        connection = odbc.connect(con_str, autocommit=True)
    else:
        connection = None
    return connection


def log_parameters(**parameters):
    logger.debug("connecting with %s", sorted(parameters))
