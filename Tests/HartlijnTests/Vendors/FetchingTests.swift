import Clinical
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Logging
import Measurements
import NIOCore
import Storage
import Testing
import Vendors

@testable import Hartlijn

/// What the rounds bring in, whatever the other side does.
@Suite struct FetchingTests {
    @Test func `tokens that have ended are renewed, and the new ones serve the next time`() async throws {
        try await CoupledClinic.playCoupled { world in
            for number in 1...4 {
                world.clinic.wait(.hours(3))
                world.cloud.presses("363", number, 128, 80 + number)
                try await world.tells("userid=363&appli=4")
                try await world.round()
                #expect(try await world.kept(.bloodPressure).count == number)
            }
            #expect(world.cloud.timesAsked("requesttoken") == 5)
            #expect(try await world.isCoupled())
        }
    }

    @Test func `tokens that are refused before their time are renewed once`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.cloud.presses("363", 1, 128, 82)
            world.cloud.next("getmeas", VendorCloud.says(#"{"status":401,"body":{}}"#))
            try await world.round()
            #expect(try await world.kept(.bloodPressure).count == 1)
            #expect(world.cloud.timesAsked("requesttoken") == 2)
        }
    }

    @Test func `an answer with new tokens that nobody heard costs nothing`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.hours(3))
            world.cloud.presses("363", 1, 128, 82)
            world.cloud.next("requesttoken", VendorCloud.lost, VendorCloud.slow)
            try await world.round()
            try await world.round(after: .minutes(1))
            #expect(try await world.readings == 0)
            try await world.round(after: .minutes(4))
            #expect(try await world.kept(.bloodPressure).count == 1)
            #expect(try await world.isCoupled())
        }
    }

    @Test func `new tokens are on disk before they are used`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.hours(3))
            world.cloud.presses("363", 1, 128, 82)
            // Everything after the renewal is lost: the old tokens are worth nothing then.
            world.cloud.next("subscribe", VendorCloud.lost)
            try await world.round()
            #expect(try await world.readings == 0)
            world.clinic.wait(.hours(9))
            try await world.round()
            #expect(try await world.kept(.bloodPressure).count == 1)
        }
    }

    @Test func `pages come one after the other, and are kept once`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.cloud.gives(pagesOf: 10)
            for number in 1...30 {
                world.clinic.wait(.minutes(1))
                world.cloud.measures("363", number, "{\"value\":\(80_000 + number),\"type\":1,\"unit\":-3}")
            }
            world.cloud.next("getmeas", { $0 }, VendorCloud.lost)
            try await world.round()
            #expect(try await world.readings == 10)
            try await world.round(after: .minutes(2))
            #expect(try await world.readings == 30)
            #expect(world.cloud.timesAsked("getmeas") == 5)
            for _ in 1...3 {
                try await world.tells("userid=363&appli=1")
                try await world.round()
            }
            #expect(try await world.readings == 30)
        }
    }

    @Test func `whose it is may be doubtful, and what was typed is said`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.minutes(1))
            world.cloud.measures("363", 1, #"{"value":81250,"type":1,"unit":-3}"#, attrib: 1)
            world.clinic.wait(.minutes(1))
            world.cloud.measures("363", 2, #"{"value":805,"type":1,"unit":-1}"#, attrib: 2)
            world.clinic.wait(.minutes(1))
            world.cloud.measures("363", 3, #"{"value":8,"type":1,"unit":1}"#)
            world.cloud.measures("363", 4, #"{"value":8,"type":1,"unit":7},{"value":-1,"type":11,"unit":0}"#)
            try await world.round()
            let weights = try await world.kept(.weight)
            #expect(
                weights.map(\.measured) == [.weight(.grams(81_250)), .weight(.grams(80_500)), .weight(.grams(80_000))])
            #expect(weights.map(\.status) == [.unconfirmed, .final, .final])
            #expect(weights.map(\.device) == ["Withings", "Withings, zelf ingevuld", "Withings"])
            #expect(try await world.readings == 3)
            #expect(try await world.count("SELECT count(*) FROM worklist_item") == 1, "the practice says whose it is")
        }
    }

    @Test func `the steps of a day come once, when the day is over for a day`() async throws {
        try await CoupledClinic.playCoupled { world in
            let first = Moment.amsterdam(world.clinic.now).day
            world.cloud.walks("363", [(first, 900), (first.adding(1), 4000), (first.adding(2), 10)])
            world.clinic.wait(.days(2))
            try await world.round()
            #expect(try await world.kept(.steps).isEmpty)
            world.clinic.wait(.days(1))
            world.cloud.walks("363", [(first, 900), (first.adding(1), 6100), (first.adding(2), 70)])
            for _ in 1...3 { try await world.round(after: .hours(7)) }
            #expect(try await world.kept(.steps).map(\.measured) == [.steps(.count(6100)), .steps(.count(70))])
        }
    }

    @Test func `who withdrew there hears it, and nobody else does`() async throws {
        try await CoupledClinic.playCoupled { world in
            try await world.round()
            world.cloud.forgets("363")
            try await world.tells("userid=363&appli=46&action=unlink")
            try await world.round()
            #expect(try await world.isCoupled(), "once may be chance")
            try await world.round(after: .minutes(10))
            try await world.round(after: .minutes(20))
            #expect(try await world.isCoupled("broken"))
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_secret") == 0)
            #expect(try await world.count("SELECT count(*) FROM worklist_item") == 0)
            #expect(try await world.count("SELECT count(*) FROM portal_message") == 0)

            let fatma = try await world.visitor("fatma")
            try await fatma.sees("Uw Withings-meter is niet meer gekoppeld", at: "/today")
            try await fatma.sees("Uw meter is niet meer gekoppeld", at: "/withings")
            try await fatma.press("/withings/end")
            try await fatma.doesNotSee("Uw Withings-meter is niet meer gekoppeld", at: "/today")
            try await world.couple(fatma, as: "363")
            #expect(try await world.isCoupled())
        }
    }

    @Test func `that somebody left is not believed of who only says so`() async throws {
        try await CoupledClinic.playCoupled { world in
            for _ in 1...5 {
                try await world.tells("userid=363&appli=46&action=delete")
                try await world.round(after: .minutes(20))
            }
            #expect(try await world.isCoupled())
        }
    }

    @Test func `too many questions make us wait, and what is told meanwhile does not hurry us`() async throws {
        try await CoupledClinic.playCoupled { world in
            let jan = try await world.visitor("jan")
            try await world.couple(jan, as: "364")
            world.cloud.presses("363", 1, 128, 82)
            world.cloud.presses("364", 2, 130, 84)
            world.cloud.allows(0)
            #expect(try await world.round() == .minutes(2))
            let asked = world.cloud.timesAsked("getmeas") + world.cloud.timesAsked("subscribe")
            #expect(asked == 1, "the other one waits as well")
            world.cloud.allows(120)
            try await world.tells("userid=363&appli=4")
            try await world.round(after: .seconds(20))
            #expect(try await world.count("SELECT count(*) FROM measurements_reading WHERE first_value = 128") == 0)
            try await world.round(after: .minutes(2))
            #expect(try await world.count("SELECT count(DISTINCT patient_id) FROM measurements_reading") == 2)
        }
    }

    @Test func `two nodes at once renew once and bring in once`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.hours(3))
            world.cloud.presses("363", 1, 128, 82)
            let nodes = try (1...4).map { _ in try world.node() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for node in nodes { group.addTask { _ = try await node.once() } }
                try await group.waitForAll()
            }
            #expect(world.cloud.timesAsked("requesttoken") == 2)
            #expect(try await world.kept(.bloodPressure).count == 1)
        }
    }

    @Test func `without news we look a few times a day`() async throws {
        try await CoupledClinic.playCoupled { world in
            for _ in 1...48 { try await world.round(after: .minutes(30)) }
            #expect((4...5).contains(world.cloud.timesAsked("getmeas")))
        }
    }

    @Test func `it goes over a real line as well`() async throws {
        try await CoupledClinic.playCoupled { world in
            let router = Router()
            let cloud = world.cloud
            for path in ["v2/signature", "v2/oauth2", "notify", "measure", "v2/measure"] {
                router.post(RouterPath(path)) { request, _ in
                    let form = String(buffer: try await request.body.collect(upTo: 10_000))
                    let bearer = request.headers[.authorization]?.split(separator: " ").last.map(String.init) ?? ""
                    let answer = try cloud.answer(
                        at: "/\(path)", VendorCloud.parameters(of: form), bearer: bearer, longest: .max)
                    return Response(
                        status: .ok, headers: [.contentType: "application/json"],
                        body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
                }
            }
            try await Application(router: router).test(.live) { client in
                let line = OutsideLine(patience: .seconds(60))
                var site = world.site
                site.withings = VendorCloud.account(at: "http://127.0.0.1:\(try #require(client.port))")
                site.outgoing = line.outgoing
                world.clinic.wait(.hours(3))
                cloud.presses("363", 1, 128, 82)
                _ = try await #require(VendorRounds(site, logger: .init(label: "test"))).once()
                await line.close()
            }
            #expect(try await world.kept(.bloodPressure).count == 1)
            #expect(world.cloud.timesAsked("requesttoken") == 2)
        }
    }
}
