import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Logging
import Measurements
import NIOCore
import Storage
import Synchronization
import Testing
import Vendors

@testable import Exchange
@testable import Hartlijn

/// The other side is broken, or somebody pretends to be it.
@Suite struct HostileVendorTests {
    private static let garbage: [(String, VendorCloud.Twist)] = [
        ("nothing", VendorCloud.says("")), ("html", VendorCloud.says("<html><body>502</body></html>")),
        ("half", VendorCloud.says(#"{"status":0,"body":{"measuregrps":[{"grpid":1,"attrib":0,"da"#)),
        ("deep", VendorCloud.says(String(repeating: "[", count: 50_000))),
        ("no status", VendorCloud.says(#"{"body":{"measuregrps":[]}}"#)),
        ("a server in trouble", VendorCloud.says("{}", http: 503)),
        ("elsewhere", VendorCloud.says(#"{"status":0,"body":{}}"#, http: 302)),
        ("not implemented", VendorCloud.says(#"{"status":2554,"body":{}}"#)),
        ("endless", VendorCloud.says(String(repeating: " ", count: 3 << 20))),
        ("not text", { _ in Outgoing.Answer(status: 200, kind: "application/json", body: [0xFF, 0xFE, 0x00]) }),
        ("away", VendorCloud.lost), ("slow", VendorCloud.slow),
        ("more, and not where", VendorCloud.says(#"{"status":0,"body":{"more":1,"measuregrps":[]}}"#)),
    ]

    @Test(arguments: garbage.indices)
    func `what cannot be read changes nothing, and the next time it works`(_ place: Int) async throws {
        let (name, twist) = Self.garbage[place]
        try await CoupledClinic.playCoupled { world in
            world.cloud.presses("363", 1, 128, 82)
            world.cloud.next("getmeas", twist)
            try await world.round()
            #expect(try await world.readings == 0, "\(name)")
            #expect(try await world.isCoupled(), "\(name)")
            try await world.round(after: .minutes(2))
            #expect(try await world.kept(.bloodPressure).count == 1, "\(name)")
        }
    }

    @Test func `pages that never end, or go round, are left`() async throws {
        try await CoupledClinic.playCoupled { world in
            let count = Mutex(0)
            let twist: VendorCloud.Twist = { _ in
                let offset = count.withLock { count in
                    count += 1
                    return count
                }
                return VendorCloud.json(
                    "{\"status\":0,\"body\":{\"more\":1,\"offset\":\(offset),\"measuregrps\":[]}}")
            }
            for _ in 1...150 { world.cloud.next("getmeas", twist) }
            try await world.round()
            #expect(world.cloud.timesAsked("getmeas") == 100)
        }
        try await CoupledClinic.playCoupled { world in
            let same = VendorCloud.says(#"{"status":0,"body":{"more":1,"offset":5,"measuregrps":[]}}"#)
            for _ in 1...10 { world.cloud.next("getmeas", same) }
            try await world.round()
            #expect(world.cloud.timesAsked("getmeas") == 2)
        }
    }

    @Test func `a clock of theirs that runs ahead or goes back makes us miss nothing`() async throws {
        try await CoupledClinic.playCoupled { world in
            for (number, ahead) in [Duration.days(2), .minutes(40), .minutes(-40), .zero].enumerated() {
                world.cloud.isAhead(ahead)
                world.cloud.presses("363", number, 128, 80 + number)
                try await world.tells("userid=363&appli=4")
                try await world.round(after: .minutes(1))
                #expect(try await world.kept(.bloodPressure).count == number + 1, "\(ahead)")
            }
        }
    }

    @Test func `our own clock that goes back does no harm`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.cloud.presses("363", 1, 128, 82)
            try await world.round()
            world.clinic.wait(.hours(-2))
            world.clinic.wait(.minutes(1))
            #expect(try await world.tells("userid=363&appli=4") == .ok)
            try await world.round()
            try await world.round(after: .hours(9))
            #expect(try await world.kept(.bloodPressure).count == 1)
            #expect(try await world.isCoupled())
        }
    }

    @Test(arguments: [
        "userid=999999&appli=1", "userid=363", "appli=1", "", "userid=363&appli=2", "userid=363;appli=1",
        "userid=%00&appli=1", "userid=363'--&appli=1", "{\"userid\":363,\"appli\":1}",
        "userid=123456789012345678901234567890&appli=1",
    ])
    func `news of nobody, or that is no news, is heard and changes nothing`(_ body: String) async throws {
        try await CoupledClinic.playCoupled { world in
            try await world.round()
            let asked = world.cloud.timesAsked("getmeas")
            #expect(try await world.tells(body) == .ok)
            try await world.round()
            #expect(world.cloud.timesAsked("getmeas") == asked)
        }
    }

    private static let words: [String?] = [nil, "", "0000", String(repeating: "0", count: 32)]

    @Test(arguments: words)
    func `who does not know the word is answered the same, and not heard`(_ word: String?) async throws {
        try await CoupledClinic.playCoupled { world in
            try await world.round()
            let asked = world.cloud.timesAsked("getmeas")
            #expect(try await world.tells("userid=363&appli=1", word: word) == .ok)
            try await world.round()
            #expect(world.cloud.timesAsked("getmeas") == asked)
        }
    }

    @Test func `the maker may look whether we are there`() async throws {
        try await CoupledClinic.playCoupled { world in
            for method in [HTTPRequest.Method.head, .get] {
                let answer = try await world.client.execute(uri: "/withings/news?word=x", method: method)
                #expect(answer.status == .ok && answer.body.readableBytes == 0)
            }
        }
    }

    @Test func `what is said out of order, and often, is one reading of each`() async throws {
        try await CoupledClinic.playCoupled { world in
            for number in [3, 1, 2] {
                world.cloud.measures("363", number, "{\"value\":\(80 + number),\"type\":1,\"unit\":0}")
                world.clinic.wait(.seconds(10))
            }
            for body in [
                "userid=363&appli=1&startdate=1795000300&enddate=1795000301",
                "userid=363&appli=1&startdate=9&enddate=1", "userid=363&appli=1", "userid=363&appli=4",
            ] {
                for _ in 1...5 { try await world.tells(body) }
                try await world.round()
            }
            #expect(try await world.kept(.weight).count == 3)
        }
    }

    @Test func `an account that is wrong breaks no coupling`() async throws {
        try await CoupledClinic.playCoupled { world in
            var site = world.site
            site.withings = VendorCloud.account(at: VendorCloud.home, secret: "another-secret")
            for _ in 1...6 {
                world.clinic.wait(.hours(7))
                let rounds = try #require(VendorRounds(site, logger: .init(label: "test")))
                #expect(try await rounds.once() == .minutes(2))
            }
            #expect(try await world.isCoupled())
            world.cloud.presses("363", 1, 128, 82)
            try await world.round(after: .hours(7))
            #expect(try await world.kept(.bloodPressure).count == 1)
        }
    }

    @Test func `a refusal now and then is not a refusal three times in a row`() async throws {
        try await CoupledClinic.playCoupled { world in
            let no = VendorCloud.says(#"{"status":503,"body":{}}"#)
            for _ in 1...4 {
                world.clinic.wait(.hours(6))
                world.cloud.next("requesttoken", no, no, VendorCloud.lost)
                for _ in 1...4 { try await world.round(after: .minutes(30)) }
                #expect(try await world.isCoupled())
            }
        }
    }

    @Test func `tokens of somebody else are not taken`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.hours(3))
            world.cloud.next(
                "requesttoken",
                VendorCloud.says(
                    #"{"status":0,"body":{"userid":9,"access_token":"access-9999","refresh_token":"refresh-9999","expires_in":10800}}"#
                ))
            world.cloud.presses("363", 1, 128, 82)
            try await world.round()
            #expect(try await world.readings == 0)
            try await world.round(after: .minutes(2))
            #expect(try await world.kept(.bloodPressure).count == 1)
        }
    }

    @Test func `a node that was away too long does not undo what another did`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.clinic.wait(.hours(3))
            let other = try world.node()
            let clinic = world.clinic
            let once = Mutex(true)
            // While the first node waits for its new tokens, its time ends and another node renews and fetches.
            var site = world.site
            site.outgoing = Outgoing { question in
                let answer = try await world.cloud.line.answer(to: question)
                let isFirst = once.withLock { once in
                    defer { if question.body?.contains("refresh_token") == true { once = false } }
                    return once && question.body?.contains("refresh_token") == true
                }
                if isFirst {
                    clinic.wait(.minutes(6))
                    _ = try await other.once()
                }
                return answer
            }
            world.cloud.presses("363", 1, 128, 82)
            _ = try await #require(VendorRounds(site, logger: .init(label: "test"))).once()
            #expect(try await world.kept(.bloodPressure).count == 1)
            world.clinic.wait(.hours(3))
            world.cloud.presses("363", 2, 129, 82)
            try await world.round(after: .hours(4))
            #expect(try await world.kept(.bloodPressure).count == 2, "the tokens on disk are those that serve")
            #expect(try await world.isCoupled())
        }
    }

    @Test func `who stops while their readings are on the way gets none of them`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.cloud.presses("363", 1, 128, 82)
            let (fatma, practice, store, now) = (
                world.clinic.fatma, world.clinic.practice, world.clinic.store, world.clinic.now
            )
            var site = world.site
            site.outgoing = Outgoing { question in
                let answer = try await world.cloud.line.answer(to: question)
                if question.body?.contains("getmeas") == true {
                    _ = try await store.write { try Exchange.end(as: .ended, of: fatma, in: practice, at: now, $0) }
                }
                return answer
            }
            world.clinic.wait(.seconds(31))
            _ = try await #require(VendorRounds(site, logger: .init(label: "test"))).once()
            #expect(try await world.readings == 0)
        }
    }

    @Test func `nothing of who it is stands in an address that the maker gets`() async throws {
        let asked = Mutex<[String]>([])
        try await CoupledClinic.playCoupled(outgoing: { cloud in
            Outgoing { question in
                asked.withLock { $0.append(question.address + " " + (question.body ?? "")) }
                return try await cloud.line.answer(to: question)
            }
        }) { world in
            try await world.round()
            let all = asked.withLock { $0 }
            #expect(all.count > 5)
            for text in all {
                for word in [
                    world.clinic.fatma.description, world.clinic.practice.description, "Fatma", VendorCloud.secret,
                ] {
                    #expect(!text.contains(word), "\(text)")
                }
                #expect(!text.prefix { $0 != " " }.contains("?"))
            }
        }
    }
}
