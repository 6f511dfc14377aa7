#!/usr/bin/env python3
"""The face that Hartlijn shows to a network that is not kind: raw bytes over a real socket.

    face.py HARTLIJN      starts the demonstration with this program, and stops it again
"""
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

SAFE = ["content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"]
failures = []


def check(what, is_right, found=""):
    print(("ok    " if is_right else "WRONG ") + what + (f": {found}" if found and not is_right else ""))
    if not is_right:
        failures.append(what)


def connect():
    line = socket.create_connection(("127.0.0.1", port), timeout=60)
    return line


def read(line, until=None):
    """Everything that comes until the other side closes, or a whole head has come."""
    data = b""
    try:
        while True:
            piece = line.recv(65536)
            if not piece:
                break
            data += piece
            if until and until in data:
                break
    except OSError:
        pass
    return data


def ask(request, until=b"\r\n\r\n"):
    with connect() as line:
        line.sendall(request)
        return read(line, until)


def status(answer):
    found = re.match(rb"HTTP/1\.1 (\d{3})", answer)
    return int(found.group(1)) if found else 0


def headers(answer):
    head = answer.split(b"\r\n\r\n")[0].decode("latin1").lower()
    return {line.split(":")[0]: line.split(":", 1)[1].strip() for line in head.split("\r\n")[1:] if ":" in line}


def get(path="/", more="", method="GET", host=None):
    name = f"localhost:{port}" if host is None else host
    return f"{method} {path} HTTP/1.1\r\nHost: {name}\r\n{more}Connection: close\r\n\r\n".encode()


def hosts():
    check("a request without a host is 400", status(ask(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")) == 400)
    two = f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: elsewhere\r\nConnection: close\r\n\r\n".encode()
    check("a request with two hosts is 400", status(ask(two)) == 400)
    check("a proxy may ask for the health without one", status(ask(b"GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n")) == 200)


def methods():
    for method, path, allowed in [
        ("POST", "/today", "get, head"), ("DELETE", "/today", "get, head"), ("PUT", "/sign-in", "post"),
        ("GET", "/sign-out", "post"), ("OPTIONS", "/worklist", "get, head"), ("PATCH", "/messages", "get, head, post"),
    ]:
        answer = ask(get(path, method=method, more="Content-Length: 0\r\n"))
        check(f"{method} {path} is 405 and says what is", status(answer) == 405 and headers(answer).get("allow") == allowed,
              f"{status(answer)} {headers(answer).get('allow')}")
    check("an address that leads nowhere is 404", status(ask(get("/nothing"))) == 404)
    check("a HEAD has no body", ask(get("/", method="HEAD"), until=None).endswith(b"\r\n\r\n"))


def every_answer():
    for request, wanted in [
        (get("/"), 200), (get("/today"), 303), (get("/nothing"), 404), (get("/today", method="POST", more="Content-Length: 0\r\n"), 405),
        (get("/sign-in", method="POST", more="Content-Length: 0\r\n"), 415),
        (get("/sign-in", method="POST", more="Content-Length: 0\r\nSec-Fetch-Site: cross-site\r\n"), 403),
        (get("/sign-in", method="POST", more="Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900000\r\n"), 413),
        (b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
    ]:
        answer = ask(request)
        missing = [name for name in SAFE if name not in headers(answer)]
        check(f"an answer {wanted} says what a browser may do with it", status(answer) == wanted and not missing,
              f"{status(answer)} without {missing}")


def framing():
    """Two lengths, two framings, bad chunks: never two answers, never a second request read out of the first."""
    body = "name=x&password=y"
    form = "Content-Type: application/x-www-form-urlencoded\r\n"
    cases = {
        "length and chunks": f"{form}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n",
        "two lengths": f"{form}Content-Length: 5\r\nContent-Length: 17\r\n\r\n{body}",
        "length below nothing": f"{form}Content-Length: -1\r\n\r\n{body}",
        "length in hexadecimal": f"{form}Content-Length: 0x11\r\n\r\n{body}",
        "chunk of no number": f"{form}Transfer-Encoding: chunked\r\n\r\nzz\r\n{body}\r\n0\r\n\r\n",
        "chunk too large": f"{form}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{body}\r\n0\r\n\r\n",
        "another coding": f"{form}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "coding twice": f"{form}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "folded header": f"X-Long: a\r\n b\r\n{form}Content-Length: 17\r\n\r\n{body}",
        "space before the colon": f"Content-Length : 17\r\n{form}\r\n{body}",
        "header of 20 kB": f"X-Long: {'a' * 20000}\r\n\r\n",
        "two hundred headers": "".join(f"X-{n}: a\r\n" for n in range(200)) + "\r\n",
        "zero byte": "X-Zero: a\0b\r\n\r\n",
    }
    for name, rest in cases.items():
        answer = ask(f"POST /sign-in HTTP/1.1\r\nHost: localhost:{port}\r\n{rest}".encode("latin1"), until=None)
        count = len(re.findall(rb"HTTP/1\.1 \d{3}", answer))
        check(f"{name} is refused, once", status(answer) in (0, 400, 413, 431, 501) and count <= 1, f"{status(answer)}, {count} answers")


def slow():
    """Two hundred that send a byte now and then, in the head or in the body; everybody else notices nothing."""
    heads, bodies = [], []
    for _ in range(100):
        line = connect()
        line.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{port}\r\nX-Slow: ".encode())
        heads.append(line)
        line = connect()
        line.sendall(f"POST /sign-in HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n".encode())
        bodies.append(line)
    began, waits, dripping = time.time(), [], True

    def drip():
        while dripping:
            for line in bodies:
                try:
                    line.sendall(b"a")
                except OSError:
                    pass
            time.sleep(2)

    dripper = threading.Thread(target=drip, daemon=True)
    dripper.start()
    while time.time() - began < 18:
        before = time.time()
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=10).read()
        waits.append(time.time() - before)
        time.sleep(0.2)
    dripping = False
    answers = []
    for line in bodies:
        line.settimeout(5)
        answers.append(status(read(line, b"\r\n\r\n")))
    check("a body that drips is answered 408", answers.count(408) == len(answers), f"{answers[:5]}")
    for line in heads:
        line.settimeout(max(1, began + 30 - time.time()))
    closed = sum(1 for line in heads if read(line) is not None and time.time() - began < 32)
    check("a head that never ends is closed within 30 s", closed == len(heads), f"{closed} of {len(heads)}")
    waits.sort()
    print(f"      meanwhile {len(waits)} others waited {waits[len(waits) // 2] * 1000:.0f} ms, and at most {waits[-1] * 1000:.0f} ms")
    check("others go on meanwhile", waits[-1] < 5)


with tempfile.TemporaryDirectory() as folder:
    site = subprocess.Popen(
        [sys.argv[1], "demo", "--port", "0", "--data", f"{folder}/demo", "--practices", "1", "--patients", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = 0
        for line in site.stdout:
            found = re.search(r"http://localhost:(\d+)", line)
            if found:
                port = int(found.group(1))
                break
        for part in (hosts, methods, every_answer, framing, slow):
            part()
        check("the site is still there", status(ask(get("/health/ready"))) == 200)
    finally:
        site.terminate()
        site.wait(20)

print(f"{'FAILED: ' + ', '.join(failures) if failures else 'The face holds.'}")
sys.exit(1 if failures else 0)
