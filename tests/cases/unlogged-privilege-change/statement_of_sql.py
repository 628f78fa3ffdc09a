import sqlite3

from flask import Flask, request

app = Flask(__name__)


def database():
    return sqlite3.connect("shop.db")


@app.put("/staff/<int:number>")
def staff(number):
    with database() as connection:
        connection.execute("UPDATE users SET role = ? WHERE id = ?", (request.json["role"], number))  # expect: UPDATE ... users
    return "", 204


@app.post("/staff/<int:number>/roles")
def more(number):
    with database() as connection:
        cursor = connection.cursor()
        cursor.execute(  # expect: INSERT ... user_roles
            """
            INSERT INTO user_roles (user_id, role_id)
            VALUES (?, ?)
            """,
            (number, request.json["role"]),
        )
    return "", 204
