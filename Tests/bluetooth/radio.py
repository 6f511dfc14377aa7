"""A radio that is not there: answers as BlueZ does on a private D-Bus, with the meters of one scene around it.

    radio.py BUS SCENE.json     a line on stdin changes something, a line on stdout says what happened

A browser on Linux reaches Bluetooth only by asking org.bluez on the system bus. With another bus in its environment it
scans, connects, finds services and gets values from here, and every step of its own code is the real one.

Scene: {"adapter": "on" | "off" | "none", "meters": [{"name", "connects": "never"?, "services": {"1810": {"2a35":
{"indicate": [step, …], "refuses": true?}, "2a08": {"value": HEX}}}}]}; a step is HEX, {"pause": SECONDS} or "leave".
Stdin: {"say": HEX} from the first meter, {"leave": true}, {"adapter": "on"}.
"""
import asyncio
import json
import sys

from dbus_fast import Message, PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.errors import DBusError
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property

READ = PropertyAccess.READ
ADAPTER = "/org/bluez/hci0"


def say(what, **more):
    print(json.dumps({"what": what, **more}), flush=True)


def long_form(short):
    return f"0000{short}-0000-1000-8000-00805f9b34fb"


class Shown(ServiceInterface):
    """Something on the bus whose properties do not change by themselves."""

    def properties(self):
        return {
            each.name: Variant(each.signature, getattr(self, each.prop_getter.__name__))
            for each in ServiceInterface._get_properties(self)
        }

    def appear(self, bus, path):
        bus.export(path, self)
        # A browser listens to the root of the tree, as BlueZ speaks from there.
        body = [path, {self.name: self.properties()}]
        signal = "org.freedesktop.DBus.ObjectManager"
        bus.send(Message.new_signal("/", signal, "InterfacesAdded", "oa{sa{sv}}", body))

    def vanish(self, bus, path):
        bus.unexport(path, self)
        signal = "org.freedesktop.DBus.ObjectManager"
        bus.send(Message.new_signal("/", signal, "InterfacesRemoved", "oas", [path, [self.name]]))


class Agents(Shown):
    def __init__(self):
        super().__init__("org.bluez.AgentManager1")

    @dbus_method()
    def RegisterAgent(self, agent: "o", capability: "s"):
        pass

    @dbus_method()
    def RequestDefaultAgent(self, agent: "o"):
        pass

    @dbus_method()
    def UnregisterAgent(self, agent: "o"):
        pass


class Adapter(Shown):
    def __init__(self, scene, is_on):
        super().__init__("org.bluez.Adapter1")
        self.scene, self.is_on, self.is_looking = scene, is_on, False

    def turn_on(self):
        self.is_on = True
        self.emit_properties_changed({"Powered": True})

    @dbus_method()
    def StartDiscovery(self):
        self.is_looking = True
        self.emit_properties_changed({"Discovering": True})
        say("looking")
        asyncio.get_running_loop().call_later(0.1, self.scene.show_meters)

    @dbus_method()
    def StopDiscovery(self):
        self.is_looking = False
        self.emit_properties_changed({"Discovering": False})

    @dbus_method()
    def SetDiscoveryFilter(self, wanted: "a{sv}"):
        pass

    @dbus_method()
    def RemoveDevice(self, device: "o"):
        pass

    @dbus_property(access=READ)
    def Address(self) -> "s":
        return "02:00:00:00:00:01"

    @dbus_property(access=READ)
    def AddressType(self) -> "s":
        return "public"

    @dbus_property(access=READ)
    def Name(self) -> "s":
        return "radio"

    @dbus_property(access=READ)
    def Alias(self) -> "s":
        return "radio"

    @dbus_property()
    def Powered(self) -> "b":
        return self.is_on

    @Powered.setter
    def Powered_set(self, is_on: "b"):
        self.is_on = is_on

    @dbus_property(access=READ)
    def Discoverable(self) -> "b":
        return False

    @dbus_property(access=READ)
    def Discovering(self) -> "b":
        return self.is_looking

    @dbus_property(access=READ)
    def UUIDs(self) -> "as":
        return []

    @dbus_property(access=READ)
    def Modalias(self) -> "s":
        return ""


class Service(Shown):
    def __init__(self, meter, short):
        super().__init__("org.bluez.GattService1")
        self.meter, self.short = meter, short

    @dbus_property(access=READ)
    def UUID(self) -> "s":
        return long_form(self.short)

    @dbus_property(access=READ)
    def Device(self) -> "o":
        return self.meter.path

    @dbus_property(access=READ)
    def Primary(self) -> "b":
        return True

    @dbus_property(access=READ)
    def Includes(self) -> "ao":
        return []


class Value(Shown):
    def __init__(self, meter, service_path, short, plan):
        super().__init__("org.bluez.GattCharacteristic1")
        self.meter, self.service_path, self.short, self.plan = meter, service_path, short, plan
        self.bytes, self.is_told = bytes.fromhex(plan.get("value", "")), False

    def send(self, hexadecimal):
        self.bytes = bytes.fromhex(hexadecimal)
        self.emit_properties_changed({"Value": self.bytes})
        say("sent", hex=hexadecimal)

    async def play(self):
        for step in self.plan.get("indicate", []):
            await asyncio.sleep(step["pause"] if isinstance(step, dict) else 0.1)
            if step == "leave":
                return self.meter.leave()
            if isinstance(step, str):
                self.send(step)

    @dbus_method()
    def ReadValue(self, options: "a{sv}") -> "ay":
        return self.bytes

    @dbus_method()
    def WriteValue(self, value: "ay", options: "a{sv}"):
        pass

    @dbus_method()
    def StartNotify(self):
        say("asked to tell", uuid=self.short)
        if self.plan.get("refuses"):
            raise DBusError("org.bluez.Error.NotPermitted", "pair first")
        self.is_told = True
        self.emit_properties_changed({"Notifying": True})
        asyncio.ensure_future(self.play())

    @dbus_method()
    def StopNotify(self):
        self.is_told = False

    @dbus_property(access=READ)
    def UUID(self) -> "s":
        return long_form(self.short)

    @dbus_property(access=READ)
    def Service(self) -> "o":
        return self.service_path

    @dbus_property(access=READ)
    def Value(self) -> "ay":
        return self.bytes

    @dbus_property(access=READ)
    def Notifying(self) -> "b":
        return self.is_told

    @dbus_property(access=READ)
    def Flags(self) -> "as":
        return ["indicate"] if "indicate" in self.plan else ["read"]


class Switch(Shown):
    """The descriptor 2902, with which a browser asks to be told."""

    def __init__(self, value_path):
        super().__init__("org.bluez.GattDescriptor1")
        self.value_path = value_path

    @dbus_method()
    def ReadValue(self, options: "a{sv}") -> "ay":
        return bytes(2)

    @dbus_method()
    def WriteValue(self, value: "ay", options: "a{sv}"):
        pass

    @dbus_property(access=READ)
    def UUID(self) -> "s":
        return long_form("2902")

    @dbus_property(access=READ)
    def Characteristic(self) -> "o":
        return self.value_path

    @dbus_property(access=READ)
    def Value(self) -> "ay":
        return bytes(2)

    @dbus_property(access=READ)
    def Flags(self) -> "as":
        return ["read", "write"]


class Meter(Shown):
    def __init__(self, scene, place, plan):
        super().__init__("org.bluez.Device1")
        self.scene, self.plan = scene, plan
        self.address = f"02:00:00:00:01:{place:02X}"
        self.path = f"{ADAPTER}/dev_{self.address.replace(':', '_')}"
        self.is_connected = self.is_open = self.is_seen = False
        self.rooms, self.values = [], []
        for number, (service, values) in enumerate(plan["services"].items(), 1):
            service_path = f"{self.path}/service{number:04x}"
            self.rooms.append((service_path, Service(self, service)))
            for inner, (short, value_plan) in enumerate(values.items(), 1):
                value_path = f"{service_path}/char{number * 16 + inner:04x}"
                value = Value(self, service_path, short, value_plan)
                self.values.append(value)
                self.rooms.append((value_path, value))
                if "indicate" in value_plan:
                    self.rooms.append((f"{value_path}/desc0001", Switch(value_path)))

    def show(self):
        if self.is_seen:
            return self.emit_properties_changed({"RSSI": -50})
        self.is_seen = True
        self.appear(self.scene.bus, self.path)

    @dbus_method()
    async def Connect(self):
        say("connecting")
        if self.plan.get("connects") == "never":
            await asyncio.sleep(0.1)
            raise DBusError("org.bluez.Error.Failed", "out of reach")
        self.is_connected = True
        self.emit_properties_changed({"Connected": True})
        asyncio.ensure_future(self.open())

    async def open(self):
        await asyncio.sleep(0.05)
        for path, room in self.rooms:
            room.appear(self.scene.bus, path)
        await asyncio.sleep(0.05)
        self.is_open = True
        self.emit_properties_changed({"ServicesResolved": True})

    def leave(self):
        if not self.is_connected:
            return
        self.is_connected = self.is_open = False
        self.emit_properties_changed({"Connected": False, "ServicesResolved": False})
        for path, room in reversed(self.rooms):
            room.vanish(self.scene.bus, path)
        say("gone")

    @dbus_method()
    def Disconnect(self):
        self.leave()

    @dbus_method()
    def Pair(self):
        pass

    @dbus_method()
    def CancelPairing(self):
        pass

    @dbus_property(access=READ)
    def Address(self) -> "s":
        return self.address

    @dbus_property(access=READ)
    def AddressType(self) -> "s":
        return "random"

    @dbus_property(access=READ)
    def Name(self) -> "s":
        return self.plan["name"]

    @dbus_property(access=READ)
    def Alias(self) -> "s":
        return self.plan["name"]

    @dbus_property(access=READ)
    def UUIDs(self) -> "as":
        return [long_form(service) for service in self.plan["services"]]

    @dbus_property(access=READ)
    def Paired(self) -> "b":
        return True

    @dbus_property(access=READ)
    def Trusted(self) -> "b":
        return True

    @dbus_property(access=READ)
    def Blocked(self) -> "b":
        return False

    @dbus_property(access=READ)
    def LegacyPairing(self) -> "b":
        return False

    @dbus_property(access=READ)
    def Connected(self) -> "b":
        return self.is_connected

    @dbus_property(access=READ)
    def ServicesResolved(self) -> "b":
        return self.is_open

    @dbus_property(access=READ)
    def Adapter(self) -> "o":
        return ADAPTER

    @dbus_property(access=READ)
    def RSSI(self) -> "n":
        return -50


class Scene:
    def __init__(self, bus, plan):
        self.bus = bus
        self.adapter = Adapter(self, plan.get("adapter", "on") == "on")
        self.meters = [Meter(self, place, meter) for place, meter in enumerate(plan.get("meters", []), 1)]

    def show_meters(self):
        for meter in self.meters:
            meter.show()

    def change(self, line):
        if "say" in line:
            next(value for value in self.meters[0].values if "indicate" in value.plan).send(line["say"])
        if line.get("leave"):
            self.meters[0].leave()
        if line.get("adapter") == "on":
            self.adapter.turn_on()


async def main(address, path):
    with open(path) as file:
        plan = json.load(file)
    bus = await MessageBus(bus_address=address).connect()
    scene = Scene(bus, plan)
    bus.export("/org/bluez", Agents())
    if plan.get("adapter", "on") != "none":
        bus.export(ADAPTER, scene.adapter)
    await bus.request_name("org.bluez")
    say("ready")
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        scene.change(json.loads(line))


asyncio.run(main(*sys.argv[1:3]))
