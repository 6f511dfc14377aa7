#!/usr/bin/env python3
"""Fetching readings from a meter, walked through in a real browser with a radio that is not there.

    scenes.py HARTLIJN [WORD]     every scene, or those with this word in their name

Each scene looks at the sentence on the screen and at what is in the database afterwards.
"""
import datetime
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

from rig import DUTCH, FORGET, NO_BLUETOOTH, Demo, HURRY, clock, cuff, meter, stage

scenes = []


def scene(function):
    scenes.append(function)
    return function


def minutes_ago(minutes):
    """On the clock of a meter in the Netherlands."""
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=minutes)
    return then.astimezone(DUTCH).replace(microsecond=0)


def days_ago(days, hour=8):
    return minutes_ago(days * 1440).replace(hour=hour, minute=5, second=0)


class Usual:
    """Pressures that are like those of the person, each scene with its own minute and pulse."""

    def __init__(self, demo):
        self.upper, self.lower = demo.usual
        self.turn = 0

    def next(self):
        self.turn += 1
        return 9 + self.turn


def pressures(readings):
    return [(upper, lower) for upper, lower, *_ in readings]


@scene
def one_reading(go, usual):
    at = minutes_ago(usual.next())
    with go({"meters": [meter(cuff(usual.upper, usual.lower, at, pulse=61), battery=80)]}) as it:
        it.sees("Zet uw meter aan.")
        it.fetches()
        it.sees("1 meting is binnen", f"{usual.upper} over {usual.lower}, hartslag 61")
        it.does_not_see("bijna leeg")
        [reading] = it.kept()
        assert reading[:4] == (usual.upper, usual.lower, 61, "final"), reading
        assert reading[4] == int(at.timestamp()) * 1000, (reading, at)


@scene
def in_the_pace_of_a_person(go, usual):
    """With the times that the page itself has: eight seconds for the first, three until it is quiet."""
    at = minutes_ago(usual.next())
    with go({"meters": [meter({"pause": 5}, cuff(usual.upper, usual.lower, at, pulse=62))]}, scripts=()) as it:
        it.fetches()
        it.until("the result", lambda: it.state == "result", seconds=20)
        it.sees("1 meting is binnen")
        assert len(it.kept()) == 1


@scene
def seven_stored_readings_and_once_more(go, usual):
    values = [cuff(usual.upper + place % 3, usual.lower, days_ago(place), pulse=60 + place) for place in range(7, 0, -1)]
    with go({"meters": [meter(*values)]}) as it:
        it.fetches()
        it.sees("7 metingen zijn binnen")
        assert len(it.kept()) == 7
        it.press("Bekijk wat binnenkwam")
        it.sees("Dit kwam binnen", f"{usual.upper + 1} over {usual.lower}")
    with go({"meters": [meter(*values)]}) as it:
        it.fetches()
        it.sees("Er is niets nieuws bewaard", "7 metingen hadden we al.")
        assert it.kept() == []


@scene
def taken_back(go, usual):
    with go({"meters": [meter(cuff(usual.upper + 2, usual.lower, minutes_ago(usual.next()), pulse=99))]}) as it:
        it.fetches()
        it.sees("1 meting is binnen")
        it.press("Bekijk wat binnenkwam")
        it.sees("hartslag 99")
        it.page.locator("li", has_text="hartslag 99").get_by_text("Niet van mij").click()
        it.sees("Weggehaald. Dit telt niet mee.")
        [reading] = it.kept()
        assert reading[3] == "entered-in-error", reading


@scene
def kilopascal(go, usual):
    # 17.1 and 10.9 kPa: one decimal
    value = cuff(0xF000 | 171, 0xF000 | 109, minutes_ago(usual.next()), pulse=None, unit="kPa")
    with go({"meters": [meter(value)]}) as it:
        it.fetches()
        it.sees("1 meting is binnen", "128 over 82")
        assert pressures(it.kept()) == [(128, 82)]


@scene
def a_number_under_the_wrong_unit(go, usual):
    with go({"meters": [meter(cuff(128, 82, minutes_ago(usual.next()), unit="kPa"))]}) as it:
        it.fetches()
        it.sees("Er is niets nieuws bewaard", "Uw meter gebruikt andere getallen.")
        assert it.kept() == []


@scene
def a_measurement_that_failed(go, usual):
    with go({"meters": [meter(cuff(0x7FF, 0x7FF, minutes_ago(usual.next())))]}) as it:
        it.fetches()
        it.sees("Deze meting is niet gelukt.", "Meet rustig nog een keer.")
        assert it.kept() == []


@scene
def loose_cuff_and_movement(go, usual):
    value = cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=63, status=0b11)
    with go({"meters": [meter(value)]}) as it:
        it.fetches()
        it.sees("U bewoog tijdens het meten.", "De band zat te los.", "Meet liever nog een keer.")
        assert it.kept() == []
        it.press("Nee, niet bewaren")
        it.sees("Er is niets nieuws bewaard", "Niet bewaard")
        assert it.kept() == []
    with go({"meters": [meter(value)]}) as it:
        it.fetches()
        it.sees("De band zat te los.")
        it.press("Ja, bewaar")
        it.sees("1 meting is binnen")
        assert [reading[3] for reading in it.kept()] == ["unconfirmed"]


@scene
def irregular_pulse(go, usual):
    with go({"meters": [meter(cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=64, status=4))]}) as it:
        it.fetches()
        it.sees("1 meting is binnen", "Uw hartslag was niet regelmatig.")
        assert [reading[5] for reading in it.kept()] == ["irregular"]


@scene
def hardly_possible(go, usual):
    with go({"meters": [meter(cuff(290, 90, minutes_ago(usual.next())))]}) as it:
        it.fetches()
        it.sees("Klopt 290?")
        it.press("Nee, niet bewaren")
        it.sees("Er is niets nieuws bewaard")
        assert it.kept() == []


@scene
def very_high_leads_on(go, usual):
    with go({"meters": [meter(cuff(192, 112, minutes_ago(usual.next())))]}) as it:
        it.fetches()
        it.until("a question or the result", lambda: it.state in ("asking", "result"))
        if it.state == "asking":
            it.press("Ja, bewaar")
        it.sees("Lees eerst wat u nu doet.")
        it.press("Ga verder")
        it.sees("Hebt u nu een van deze klachten?")
        assert len(it.kept()) == 1


@scene
def cancelled(go, usual):
    with go({"meters": [meter()]}) as it:
        it.press("Haal metingen op uit de meter")
        it.leaves_list()
        it.sees("U koos geen meter", "Typ de getallen zelf over")
        assert it.kept() == []


@scene
def no_browser_for_it(go, usual):
    with go({"meters": [meter()]}, scripts=(NO_BLUETOOTH,)) as it:
        it.sees("Dit toestel kan uw meter niet lezen", "Een iPhone of Firefox kan dit niet.")
        it.does_not_see("Zet uw meter aan.")
        it.press("Typ de getallen zelf over")
        it.sees("Bovendruk")


@scene
def no_adapter(go, usual):
    with go({"adapter": "none"}) as it:
        it.press("Haal metingen op uit de meter")
        it.sees("Dit toestel heeft geen Bluetooth", "Zelf typen kan altijd.")


@scene
def adapter_off_and_then_on(go, usual):
    at = minutes_ago(usual.next())
    with go({"adapter": "off", "meters": [meter(cuff(usual.upper, usual.lower, at, pulse=65))]}) as it:
        it.press("Haal metingen op uit de meter")
        it.sees("Staat Bluetooth aan?", "Typ de getallen zelf over")
        it.tell(adapter="on")
        it.takes_from_list()
        it.sees("1 meting is binnen")
        assert len(it.kept()) == 1


@scene
def out_of_reach(go, usual):
    with go({"meters": [meter(connects="never")]}) as it:
        it.fetches()
        it.sees("De meter antwoordt niet", "Leg hem dicht bij dit toestel.", "Probeer het nog een keer")
        assert it.kept() == []


@scene
def gone_before_anything_came(go, usual):
    with go({"meters": [meter("leave")]}) as it:
        it.fetches()
        it.sees("De verbinding viel weg", "Uw metingen staan nog in de meter.")
        assert it.kept() == []


@scene
def gone_midway(go, usual):
    values = [cuff(usual.upper, usual.lower, days_ago(day, 21), pulse=70 + day) for day in (4, 3)]
    with go({"meters": [meter(*values, {"pause": 0.2}, "leave")]}) as it:
        it.fetches()
        it.sees("2 metingen zijn binnen", "De verbinding viel weg. Wat binnen was, is bewaard.")
        assert len(it.kept()) == 2


@scene
def pairing_refused(go, usual):
    with go({"meters": [meter(refuses=True)]}) as it:
        it.fetches()
        it.sees("De meter wil eerst koppelen", "In het boekje van de meter staat hoe.")
        assert it.kept() == []


@scene
def nothing_new(go, usual):
    with go({"meters": [meter(battery=12)]}) as it:
        it.fetches()
        it.sees("Er staan geen nieuwe metingen in", "De batterij van uw meter is bijna leeg.")
        assert it.kept() == []


@scene
def low_battery(go, usual):
    at = minutes_ago(usual.next())
    with go({"meters": [meter(cuff(usual.upper, usual.lower, at, pulse=66), battery=19)]}) as it:
        it.fetches()
        it.sees("1 meting is binnen", "De batterij van uw meter is bijna leeg.")


@scene
def measured_while_it_listens(go, usual):
    with go({"meters": [meter()]}) as it:
        it.fetches()
        it.until("it listens", lambda: any(line["what"] == "asked to tell" for line in it.heard))
        it.page.wait_for_timeout(900)
        it.tell(say=cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=67))
        it.sees("1 meting is binnen")
        assert len(it.kept()) == 1


@scene
def two_people_on_one_meter(go, usual):
    mine = cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=71, user=1)
    other = cuff(usual.upper + 9, usual.lower, minutes_ago(usual.next()), pulse=72, user=2)
    with go({"meters": [meter(mine, other, name="Family Meter")]}) as it:
        it.fetches()
        it.sees("Wie bent u op de meter?")
        it.page.locator("button:visible", has_text="1").last.click()
        it.sees("1 meting is binnen", "Van iemand anders", "hartslag 72")
        assert [reading[2] for reading in it.kept()] == [71]
    newer = cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=73, user=1)
    with go({"meters": [meter(newer, other, name="Family Meter")]}) as it:
        it.fetches()
        it.sees("1 meting is binnen", "Van iemand anders")
        it.press("Toch van mij")
        it.sees("2 metingen zijn binnen")
        assert sorted(reading[2] for reading in it.kept()) == [72, 73]


@scene
def a_whole_batch_of_somebody_else(go, usual):
    values = [cuff(usual.upper + 30, usual.lower, days_ago(day, 13), pulse=80 + day) for day in (5, 4, 3, 2)]
    with go({"meters": [meter(*values)]}) as it:
        it.fetches()
        it.sees("Zijn deze metingen van u?")
        it.press("Nee, van iemand anders")
        it.sees("Er is niets nieuws bewaard", "Van iemand anders")
        assert it.kept() == []
        it.page.get_by_text("Toch van mij").first.click()
        it.sees("1 meting is binnen")
        assert [reading[3] for reading in it.kept()] == ["final"]


@scene
def a_clock_an_hour_behind(go, usual):
    values = [cuff(usual.upper, usual.lower, at, pulse=74) for at in (days_ago(1, 22), minutes_ago(61))]
    with go({"meters": [meter(*values)]}) as it:
        it.fetches()
        it.sees("De klok van uw meter loopt misschien 1 uur achter.", "Hebt u net gemeten?")
        assert it.kept() == []
        it.press("Ja, net gemeten")
        it.sees("2 metingen zijn binnen")
        newest = it.kept()[0]
        assert abs(newest[4] / 1000 - time.time()) < 90, newest


@scene
def a_clock_that_was_never_set(go, usual):
    now = datetime.datetime(2021, 1, 1, 0, 20, 0)
    value = cuff(usual.upper, usual.lower, datetime.datetime(2021, 1, 1, 0, 18, 0), pulse=75)
    older = cuff(usual.upper, usual.lower, datetime.datetime(2020, 12, 31, 0, 18, 0), pulse=75)
    with go({"meters": [meter(older, value, now=now)]}) as it:
        it.fetches()
        it.sees("De klok van uw meter loopt", "dagen achter.", "Zullen wij de tijden verbeteren?")
        it.press("Ja, verbeter de tijden")
        it.sees("2 metingen zijn binnen")
        newest = it.kept()[0]
        assert abs(newest[4] / 1000 + 120 - time.time()) < 60, newest


@scene
def a_meter_without_a_clock(go, usual):
    with go({"meters": [meter(cuff(usual.upper, usual.lower, pulse=76))]}) as it:
        it.fetches()
        it.sees("1 meting is binnen")
        [reading] = it.kept()
        assert abs(reading[4] / 1000 - time.time()) < 30, reading
    stored = [cuff(usual.upper, usual.lower, pulse=77), cuff(usual.upper, usual.lower, pulse=78)]
    with go({"meters": [meter(*stored)]}) as it:
        it.fetches()
        it.sees("Er is niets nieuws bewaard", "De meter weet niet meer wanneer dit was.")
        assert it.kept() == []


@scene
def no_internet_at_that_moment(go, usual):
    with go({"meters": [meter(cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=79))]}) as it:
        it.has_key()
        it.page.context.set_offline(True)
        it.fetches()
        it.sees("1 meting is bewaard op uw telefoon", "Wij sturen het later.", "De praktijk ziet dit nu nog niet.")
        it.does_not_see("Wacht 5 minuten")
        assert it.kept() == []
        it.is_sealed(str(usual.upper), "BP Meter", "2A35")
        it.page.context.set_offline(False)
        it.page.reload()
        it.until("the reading is in the database", lambda: len(it.kept()) == 1)
        it.until("nothing waits on the phone", lambda: it.waiting() == [])
        it.page.reload()
        it.page.wait_for_timeout(500)
        assert len(it.kept()) == 1


@scene
def seven_readings_in_the_cellar_and_the_newest_is_very_high(go, usual):
    """Kept, told at once what it means, and sent once; a meter that is read again brings nothing twice."""
    values = [cuff(usual.upper + place % 3, usual.lower, days_ago(place, hour=10), pulse=40 + place) for place in range(6, 0, -1)]
    values.append(cuff(194, 113, minutes_ago(2), pulse=88))
    with go({"meters": [meter(*values)]}) as it:
        it.has_key()
        it.page.context.set_offline(True)
        it.fetches()
        it.sees("7 metingen zijn bewaard op uw telefoon", "Wacht 5 minuten en meet nog een keer", "194 over 113", "Bel nu 112",
                "Bel vandaag de huisarts")
        it.page.context.set_offline(False)
        it.page.reload()
        it.until("six are in the database", lambda: len(it.kept()) == 6)
        it.sees("Klopt deze meting?", "194 over 113")
        it.press("Ja, klopt")
        it.until("the seventh as well", lambda: len(it.kept()) == 7)
        it.sees("Een meting was heel hoog")
        assert sorted(reading[3] for reading in it.kept()) == ["final"] * 6 + ["unconfirmed"], it.kept()
        assert it.waiting() == []
    with go({"meters": [meter(*values)]}) as it:
        it.fetches()
        it.sees("Er is niets nieuws bewaard", "7 metingen hadden we al.")
        assert it.kept() == []


@scene
def no_internet_and_no_key(go, usual):
    """A phone that was never told whose it is can keep nothing, and says so."""
    with go({"meters": [meter(cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=78))]}) as it:
        it.has_key()
        it.page.evaluate(FORGET)
        it.page.context.set_offline(True)
        it.fetches()
        it.sees("Er is nu geen internet", "Uw metingen zijn nog niet bewaard.")
        assert it.kept() == []
        it.page.context.set_offline(False)
        it.press("Probeer het nog een keer")
        it.sees("1 meting is binnen")
        assert len(it.kept()) == 1


@scene
def a_scale(go, usual):
    # 14840 steps of 5 gram
    value = "02f839" + clock(minutes_ago(usual.next())).hex()
    scale = {"name": "Scale", "services": {"181d": {"2a9d": {"indicate": [value]}}}}
    with go({"meters": [scale]}) as it:
        it.fetches()
        it.until("a question or the result", lambda: it.state in ("asking", "result"))
        if it.state == "asking":
            it.sees("74,2 kilo")
            it.press("Ja, bewaar")
        it.sees("1 meting is binnen", "74,2 kilo")
        [reading] = it.kept()
        assert (reading[0], reading[6]) == (74_200, "weight"), reading


@scene
def signed_out_meanwhile(go, usual):
    with go({"meters": [meter(cuff(usual.upper, usual.lower, minutes_ago(usual.next()), pulse=81))]}) as it:
        it.page.context.clear_cookies()
        it.fetches()
        it.sees("U bent afgemeld")
        assert it.kept() == []


def main():
    word = sys.argv[2] if len(sys.argv) > 2 else ""
    failed = 0
    began = time.time()
    chosen = [each for each in scenes if word in each.__name__]
    with tempfile.TemporaryDirectory(prefix="hartlijn-bluetooth-") as folder, sync_playwright() as play:
        demo = Demo(sys.argv[1], folder)
        try:
            usual, cookies = Usual(demo), []

            def go(plan, scripts=(HURRY,)):
                return stage(play, demo, plan, cookies, scripts)

            for each in chosen:
                start = time.time()
                name = each.__name__.replace("_", " ")
                try:
                    each(go, usual)
                    print(f"ok    {name} ({time.time() - start:.1f} s)", flush=True)
                except Exception as trouble:  # every scene is told about
                    failed += 1
                    print(f"WRONG {name}: {type(trouble).__name__} {str(trouble)[:600]}", flush=True)
        finally:
            demo.stop()
    print(f"bluetooth: {len(chosen)} scenes, {failed} wrong, {time.time() - began:.0f} s")
    sys.exit(1 if failed or not chosen else 0)


main()
