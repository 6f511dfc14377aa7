#!/usr/bin/env python3
"""The Box, whole, in real browsers: from a list to a kit that is back on the shelf.

    box.py HARTLIJN

Somebody of the practice sits at a desk, a patient holds a phone that keeps what is on it from day to day, and a radio
that is not there plays the meter. The demonstration lets the days pass. On the fourth and fifth day the phone has no
internet. On the way each step is taken back once and done again.
"""
import contextlib
import datetime
import os
import pathlib
import re
import sys
import tempfile
import traceback
import urllib.parse

from playwright.sync_api import Error as PlaywrightError, TimeoutError, sync_playwright

from rig import DUTCH, Demo, cuff, meter, started, take

sys.path.append(str(pathlib.Path(__file__).parent.parent / "offline"))
from line import Line

LIST = "achternaam;voornaam;geboortedatum;geslacht;icpc;bmi\nJansma;Riet;12-03-1958;v;K86;24,1\n"
NAME, PASSWORD = "riet", "fiets lamp koekoek berg"
CHROMIUM = {"executable_path": "/usr/bin/chromium"}
PLACE = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}

# The phone lives in the days of the demonstration.
LATER = """(() => {
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + AHEAD) }
    static now() { return Real.now() + AHEAD }
  }
})()"""


class Hands:
    """Somebody before a page."""

    def __init__(self, page, address):
        self.page, self.address = page, address

    def opens(self, path):
        self.page.goto(self.address + path)

    def presses(self, words, within="main"):
        button = self.page.locator(f"{within} button:visible, {within} a:visible, {within} summary:visible")
        with self.telling(f"no button “{words}”"), self.following():
            button.filter(has_text=words).first.click(timeout=12_000)

    @contextlib.contextmanager
    def following(self):
        """Where a press leads to another page, that page has come: going on sooner would break off what was sent."""
        begun = []
        notice = lambda request: begun.append(request)
        self.page.on("request", notice)
        self.page.evaluate("() => { globalThis.isPageOfBefore = true }")
        try:
            yield
            self.page.wait_for_timeout(100)  # what the press begins, begins
        finally:
            self.page.remove_listener("request", notice)
        if any(request.is_navigation_request() and not request.frame.parent_frame for request in begun):
            self.page.wait_for_function("() => !globalThis.isPageOfBefore")
        self.page.wait_for_load_state()

    def types(self, **fields):
        for name, value in fields.items():
            self.page.fill(f"[name={name.replace('_', '-')}]", str(value))

    def ticks(self, name, value):
        self.page.check(f"[name={name}][value={value}]")

    def sees(self, *sentences):
        for sentence in sentences:
            with self.telling(f"not “{sentence}”"):
                self.page.locator("main").filter(has_text=sentence).wait_for(timeout=12_000)

    @contextlib.contextmanager
    def telling(self, what):
        """What the page shows instead, when it is not what was looked for."""
        try:
            yield
        except TimeoutError as missing:
            raise AssertionError(f"{what} on {self.page.url}: {self.words}") from missing

    def does_not_see(self, sentence):
        assert sentence not in self.page.inner_text("main"), f"“{sentence}” stands on {self.page.url}"

    @property
    def words(self):
        return self.page.inner_text("main")

    def signs_in(self, name, password):
        self.opens("/")
        self.types(name=name, password=password)
        with self.following():
            self.page.click("form.card button")
        if "/sign-in/again" in self.page.url:
            self.types(code=re.search(r'<b class="num">(\d{6})', self.page.content()).group(1))
            with self.following():
                self.page.click('form[action="/sign-in/again"] button')
        with self.telling(f"{name} is not let in"):
            self.page.wait_for_url(re.compile(r"//[^/]+/(?!sign-in).+"))


class Walk:
    def __init__(self, play, demo, folder):
        self.play, self.demo, self.folder = play, demo, folder
        self.line = Line(urllib.parse.urlsplit(demo.address).port)
        self.poh = next(account for account in demo.accounts if account["role"] == "poh")

    @contextlib.contextmanager
    def desk(self):
        browser = self.play.chromium.launch(**CHROMIUM, args=["--no-sandbox"])
        try:
            context = browser.new_context(viewport={"width": 1440, "height": 900}, **PLACE)
            hands = Hands(context.new_page(), self.demo.address)
            hands.signs_in(self.poh["signIn"], self.poh["password"])
            yield hands
        finally:
            browser.close()

    @contextlib.contextmanager
    def phone(self, *values, internet=True):
        """The phone of this patient, which is put away in between; the meter holds these values."""
        scene = {"meters": [meter(*values, battery=80, now=self.demo.now)] if values else []}
        with tempfile.TemporaryDirectory(prefix="hartlijn-box-") as folder:
            bus, radio, _, address = started(scene, folder)
            context = self.play.chromium.launch_persistent_context(
                f"{self.folder}/phone", **CHROMIUM, **PLACE, viewport={"width": 390, "height": 844},
                args=["--no-sandbox", "--enable-features=WebBluetooth"],
                env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address})
            try:
                ahead = int((self.demo.now - datetime.datetime.now(DUTCH).replace(tzinfo=None)).total_seconds() * 1000)
                context.add_init_script(LATER.replace("AHEAD", str(ahead)))
                self.line.is_up = internet
                yield Hands(context.new_page(), f"http://localhost:{self.line.port}")
            finally:
                context.close()
                for process in (radio, bus):
                    process.terminate()
                    process.wait()

    # The practice

    def enrols(self, hands):
        with open(f"{self.folder}/lijst.csv", "w") as file:
            file.write(LIST)
        hands.opens("/enrolling/list")
        with hands.telling("no place for a file"):
            hands.page.set_input_files("#file", f"{self.folder}/lijst.csv", timeout=12_000)
        hands.presses("Lees in")
        hands.opens("/enrolling")
        hands.presses("Jansma")
        self.steps = hands.page.url.removeprefix(self.demo.address)
        hands.sees("bloeddrukbox")
        self.record = self.steps.replace("/enrolling/", "/patients/")
        hands.presses(re.compile("^Ja$"))
        hands.sees("Zei ja")
        self.consents(hands)
        hands.presses("Stopt met meedoen")
        hands.sees("Gestopt")
        self.consents(hands)

    @staticmethod
    def consents(hands):
        hands.ticks("way", "paper")
        hands.ticks("reading", "difficult")
        hands.ticks("help", "family")
        hands.presses("Doet mee")
        hands.sees("Toestemming op papier", "Stopt met meedoen")

    def agrees_on_plan(self, hands):
        hands.opens(f"{self.record}/plan")
        hands.presses("Leg vast")
        tomorrow = (self.demo.now + datetime.timedelta(days=1)).date().isoformat()
        for again in (True, False):
            hands.types(starts=tomorrow)
            hands.presses("Vraag deze meetweek")
            hands.sees("Trek in")
            if again:
                hands.presses("Trek in")
                hands.does_not_see("Gevraagd:")

    def lends(self, hands):
        for again in (True, False):
            hands.opens(f"{self.record}/loan")
            hands.page.check("[name=agreed]")
            hands.presses("Leen uit")
            hands.sees("uitgeleend")
            self.kit = re.search(r"/kits/[^?]+", hands.page.url).group(0)
            if again:
                hands.presses("Uitleen was een vergissing")
                self.confirms(hands, "Uitleen was een vergissing")
                hands.sees("in voorraad")

    @staticmethod
    def confirms(hands, words):
        """What weighs is behind a fold; the button in it says the same."""
        fold = hands.page.locator("main details[open]").filter(has_text=words)
        if fold.count():
            with hands.following():
                fold.locator("button").last.click()

    def measures_together(self, hands):
        hands.opens(f"{self.record}/readings")
        hands.types(systolic=142, diastolic=84, pulse=66)
        hands.presses("Bewaar")
        hands.sees("142/84")

    def hands_letter(self, hands):
        hands.opens(f"{self.record}/letter")
        hands.presses("Brief maken")
        return re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", hands.words).group(0)

    def answers(self, hands):
        hands.opens("/worklist")
        line = hands.page.locator("[data-item]").filter(has_text="Jansma")
        line.locator("a").first.focus()
        hands.page.keyboard.press("Enter")
        hands.page.locator('a[data-key=b]').filter(has_text="Bericht").first.wait_for(timeout=12_000)
        hands.page.keyboard.press("b")
        hands.page.wait_for_url("**/message?start=on-target")
        text = hands.page.input_value("[name=text]")
        assert "127 over 79" in text, text
        hands.page.keyboard.press("Enter")
        hands.page.wait_for_url("**/worklist?sent=1*")
        hands.does_not_see("Jansma")

    def takes_back(self, hands):
        hands.opens(f"{self.kit}")
        hands.presses("Neem terug")
        hands.sees("terug, nakijken")
        hands.presses("Toch niet terug")
        self.confirms(hands, "Toch niet terug")
        hands.sees("uitgeleend")
        hands.presses("Neem terug")
        for tick in ("complete", "clean", "erased", "battery"):
            hands.ticks("tick", tick)
        hands.presses("Nagekeken, in voorraad")
        hands.sees("in voorraad")
        hands.opens(self.steps)
        hands.does_not_see("\nnu\n")

    # The patient

    def comes_in(self, hands, code):
        hands.opens("/activate")
        hands.types(code=code, born_day=12, born_month=3, born_year=1958)
        hands.presses("Volgende")
        hands.types(name=NAME, password=PASSWORD)
        hands.presses("Beginnen")
        hands.sees("Riet")

    def day_with_meter(self, number):
        day = self.demo.now.date()
        times = [datetime.datetime.combine(day, datetime.time(*at)) for at in ((7, 30), (7, 32), (20, 10), (20, 12))]
        values = [cuff(126 + place, 78 + place, at, pulse=60 + number) for place, at in enumerate(times)]
        with self.phone(*values) as hands:
            hands.signs_in(NAME, PASSWORD)
            hands.sees(f"dag {number} van 7")
            if number == 6:
                hands.sees("Uw metingen zijn verstuurd.")
            hands.opens("/measure/meter")
            take(hands.page, "Haal metingen op uit de meter")
            hands.sees("4 metingen zijn binnen")
            if number == 2:
                hands.presses("Bekijk wat binnenkwam")
                hands.page.locator("main li").filter(has_text="129 over 81").get_by_text("Niet van mij").first.click()
                hands.sees("Weggehaald. Dit telt niet mee.")
            hands.opens("/today")
            hands.sees("Uw meetweek is klaar" if number == 7 else "Klaar voor nu")

    def day_without_internet(self, number):
        with self.phone(internet=False) as hands:
            hands.opens("/today")
            hands.sees("U hebt nu geen internet")
            hands.presses("Start met meten")
            hands.presses("Ik zit rustig")
            for place in (0, 1):
                hands.presses("Mijn meter is klaar")
                hands.types(systolic=127 + place, diastolic=79 + place, pulse=60 + number)
                hands.presses("Volgende")
                hands.sees("Bewaard op uw telefoon", f"{127 + place} over {79 + place}")
                if place == 0:
                    hands.presses("Meet nog een keer")

    def reads_answer(self):
        with self.phone() as hands:
            hands.signs_in(NAME, PASSWORD)
            hands.opens("/messages")
            hands.sees("127 over 79")


def main(hartlijn):
    with tempfile.TemporaryDirectory(prefix="hartlijn-box-") as folder, sync_playwright() as play:
        demo = Demo(hartlijn, f"{folder}/demo")
        try:
            demo.until_hour(21)
            walk = Walk(play, demo, folder)
            with walk.desk() as hands:
                walk.enrols(hands)
                walk.agrees_on_plan(hands)
                walk.lends(hands)
                walk.measures_together(hands)
                code = walk.hands_letter(hands)
            with walk.phone() as hands:
                walk.comes_in(hands, code)
            for number in range(1, 8):
                demo.lets_pass("d")
                (walk.day_without_internet if number in (4, 5) else walk.day_with_meter)(number)
                print(f"ok    day {number}", flush=True)
            with walk.desk() as hands:
                walk.answers(hands)
                walk.takes_back(hands)
            walk.reads_answer()
            kept = demo.ask(
                "SELECT source, status, count(*) FROM measurements_reading AS reading "
                "JOIN identity_patient AS patient ON patient.id = reading.patient_id "
                "WHERE patient.family_name = 'Jansma' AND setting = 'home' GROUP BY source, status ORDER BY 1, 2")
            assert kept == [
                ("bluetooth", "entered-in-error", 1), ("bluetooth", "final", 19), ("typed", "final", 4)], kept
        finally:
            demo.stop()
    print("The Box went home and came back: 24 readings, 4 of them without internet, one of them taken back.")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except (AssertionError, PlaywrightError) as wrong:
        # Where it was in the story, and what stood there; the way through the library says nothing.
        for frame in traceback.extract_tb(wrong.__traceback__):
            if frame.filename == __file__:
                print(f"line {frame.lineno}: {frame.line}")
        sys.exit(f"{type(wrong).__name__}: {wrong}"[:2_000])
