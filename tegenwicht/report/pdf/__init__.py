"""The report as a tagged PDF."""

from importlib.util import find_spec

if find_spec("_ssl") is None:
    # A Python that cannot speak to the internet, as in the folder for Windows, lacks two classes that fpdf2 derives
    # its own from. Nothing here uses those: no picture of ours comes from an address.
    import http.client
    import urllib.request

    if not hasattr(http.client, "HTTPSConnection"):
        http.client.HTTPSConnection = http.client.HTTPConnection  # type: ignore[misc,assignment]
        urllib.request.HTTPSHandler = urllib.request.HTTPHandler  # type: ignore[misc,assignment]
