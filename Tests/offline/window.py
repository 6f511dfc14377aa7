"""A Chromium that keeps what it is given, driven over plain HTTP by chromedriver on this machine."""
import json
import re
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Driver:
    """chromedriver, started here and stopped here."""

    def __init__(self):
        self.process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"started successfully on port (\d+)", line)
            if found:
                self.address = f"http://127.0.0.1:{found.group(1)}"
                return
        raise RuntimeError("chromedriver did not start")

    def ask(self, method, path, body=None):
        data = json.dumps(body if body is not None else {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.load(error)["value"]
            raise RuntimeError(f"{told['error']}: {told['message'][:400]} ({method} {path})") from None

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Window:
    """One phone: its browser keeps its cookies, its caches and its databases until it is closed."""

    def __init__(self, driver, site):
        self.driver, self.site = driver, site
        options = {
            "binary": "/usr/bin/chromium",
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=390,844", "--lang=nl-NL",
                     "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"],
            "prefs": {"intl.accept_languages": "nl-NL,nl"},
        }
        wishes = {"browserName": "chrome", "goog:chromeOptions": options, "timeouts": {"pageLoad": 30000, "script": 120000}}
        self.session = "/session/" + driver.ask("POST", "/session", {"capabilities": {"alwaysMatch": wishes}})["sessionId"]
        self.devtools("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)

    def ask(self, method, path, body=None):
        return self.driver.ask(method, self.session + path, body)

    def devtools(self, command, **parameters):
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, path):
        self.ask("POST", "/url", {"url": self.site + path})

    def run(self, script, *arguments):
        """The body of an async function; what it returns comes back."""
        whole = f"const done = arguments[arguments.length - 1]; (async (...given) => {{ {script} }})(...arguments)" \
                ".then((value) => done({ value }), (trouble) => done({ trouble: `${trouble.name}: ${trouble.message}` }))"
        answer = self.ask("POST", "/execute/async", {"script": whole, "args": list(arguments)})
        if "trouble" in answer:
            raise RuntimeError(answer["trouble"])
        return answer.get("value")

    @property
    def text(self):
        return " ".join(self.run("return document.body.innerText").split())

    @property
    def path(self):
        return self.run("return location.pathname")

    def find(self, selector):
        return self.ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def press(self, words):
        """A link or button with these words on it that can be seen."""
        def pressed():
            return self.run("""
                const all = [...document.querySelectorAll("a, button, summary")].filter((one) => one.checkVisibility())
                const found = all.find((one) => one.innerText.replace(/\\s+/g, " ").includes(given[0]))
                if (!found) return false
                setTimeout(() => found.click())
                return true""", words)
        self.waits(pressed, f"a button “{words}”")

    def fill(self, name, value):
        field = self.find(f"[name={name}]")
        self.ask("POST", f"/element/{field}/clear")
        self.ask("POST", f"/element/{field}/value", {"text": value})

    def waits(self, condition, what, seconds=15):
        until = time.time() + seconds
        trouble = None
        while time.time() < until:
            try:
                if condition():
                    return
            except (RuntimeError, OSError) as error:  # a page that is being replaced
                trouble = error
            time.sleep(0.05)
        raise AssertionError(f"waited for {what}, but {trouble or ''} {self.here()}")

    def sees(self, words, seconds=15):
        self.waits(lambda: words.casefold() in self.text.casefold(), f"“{words}”", seconds)

    def arrives(self, path):
        self.waits(lambda: self.path == path, path)

    def here(self):
        try:
            return f"{self.path}: {self.text[:600]}"
        except RuntimeError as error:
            return str(error)

    def picture(self, name):
        import base64
        with open(name, "wb") as file:
            file.write(base64.b64decode(self.ask("GET", "/screenshot")))

    def tabs(self):
        return self.ask("GET", "/window/handles")

    def new_tab(self):
        return self.ask("POST", "/window/new", {"type": "tab"})["handle"]

    def turn_to(self, tab):
        self.ask("POST", "/window", {"handle": tab})

    def close(self):
        self.ask("DELETE", "")
