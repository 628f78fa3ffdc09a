import requests
import zeep
from azure.keyvault.secrets import SecretClient
from azure.storage.blob import ContainerClient, download_blob_from_url
from flask import Flask, request

app = Flask(__name__)


@app.get("/a")
def vault():
    SecretClient(vault_url=f"https://{request.args['vault']}", credential=None)  # expect: SecretClient()
    ContainerClient.from_container_url(request.args["container"])  # expect: from_container_url()
    download_blob_from_url(blob_url=request.args["blob"], output="x")  # expect: download_blob_from_url()
    return ""


@app.get("/b")
def service():
    zeep.Client(request.args["wsdl"])  # expect: Client()
    return ""


@app.get("/c")
def prefixed():
    wanted = request.args["wanted"]
    if not wanted.startswith("https://"):
        return "not there", 400
    return requests.get(wanted, timeout=3).text  # expect: requests.get()
