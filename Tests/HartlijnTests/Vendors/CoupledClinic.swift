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

/// A clinic whose patients may couple their meter, and the cloud of its maker.
struct CoupledClinic: Sendable {
    static let fatmaThere = "363"

    let clinic: Clinic
    let cloud: VendorCloud
    let site: Site
    let client: any TestClientProtocol

    /// - Parameter outgoing: how the cloud is reached; in memory when nothing is said
    static func play(
        account: Withings.Account? = VendorCloud.account, safe: Safe? = .test,
        outgoing: (@Sendable (VendorCloud) -> Outgoing)? = nil,
        _ look: @escaping @Sendable (CoupledClinic) async throws -> Void
    ) async throws {
        let clinic = try await Clinic()
        let cloud = VendorCloud { clinic.now }
        let site = Site(
            store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.loopback),
            host: try #require(SiteHost(named: "hartlijn.example")), outgoing: outgoing?(cloud) ?? cloud.line,
            safe: safe, withings: account, door: .light)
        try await Application(router: site.router()).test(.router) { client in
            try await look(CoupledClinic(clinic: clinic, cloud: cloud, site: site, client: client))
        }
    }

    /// In which Fatma has coupled her meter already.
    static func playCoupled(
        outgoing: (@Sendable (VendorCloud) -> Outgoing)? = nil,
        _ look: @escaping @Sendable (CoupledClinic) async throws -> Void
    ) async throws {
        try await play(outgoing: outgoing) { world in
            let fatma = try await world.visitor("fatma")
            let answer = try await world.couple(fatma, as: fatmaThere)
            #expect(answer.headers[.location] == "/withings")
            try await look(world)
        }
    }

    func visitor(_ name: String) async throws -> Visit {
        let visit = Visit(client: client, clinic: clinic)
        try await visit.signIn(name)
        return visit
    }

    /// Goes to the maker, says yes there, and comes back.
    @discardableResult
    func couple(_ visit: Visit, as person: String) async throws -> TestResponse {
        try await visit.open(try cloud.yes(person, at: try await wayOut(visit)))
    }

    /// The address behind the button that leads to the maker.
    func wayOut(_ visit: Visit) async throws -> String {
        try await visit.open("/withings")
        let html = try await visit.press("/withings").text
        let start = try #require(html.range(of: "class=\"btn\" href=\"")).upperBound
        return String(html[start...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }

    /// A node that goes round, with the same name for as long as it lives.
    func node() throws -> VendorRounds {
        try #require(VendorRounds(site, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
    }

    /// A round of a new node, after so long that the one before is over.
    @discardableResult
    func round(after pause: Duration = .seconds(31)) async throws -> Duration {
        clinic.wait(pause)
        return try await node().once()
    }

    /// What the maker tells.
    @discardableResult
    func tells(_ body: String, word: String? = VendorCloud.account.newsWord) async throws -> HTTPResponse.Status {
        let path = "/withings/news" + (word.map { "?word=\($0)" } ?? "")
        return try await client.execute(
            uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: body)
        ).status
    }

    func count(_ sql: SQL) async throws -> Int { try await clinic.count(sql) }

    var readings: Int {
        get async throws { try await count("SELECT count(*) FROM measurements_reading") }
    }

    func isCoupled(_ state: String = "on") async throws -> Bool {
        try await count("SELECT count(*) FROM exchange_vendor_coupling WHERE state = \(state)") == 1
    }

    /// What was kept, the oldest first.
    func kept(_ kind: Measurements.Kind) async throws -> [Reading] {
        let (fatma, practice, now) = (clinic.fatma, clinic.practice, clinic.now)
        return try await clinic.store.read {
            try Measurements.readings(
                kind, of: fatma, in: practice, from: now - .days(30), until: now + .days(1), $0)
        }.map(\.reading).reversed()
    }
}
