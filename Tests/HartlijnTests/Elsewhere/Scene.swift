import Audit
import Clinical
import Federation
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import Testing
import Web

@testable import Hartlijn
@testable import Identity

/// A clinic between two other houses: one that knows patients, and one that knows professionals.
struct Scene: Sendable {
    let clinic: Clinic
    let digid: OtherHouse
    let dezi: OtherHouse
    let browser: Browser
    let files: SecretFolder

    static let fatma = "S00000000:900000001"
    static let name = "hartlijn.example"
    static let own = "https://\(name)"

    /// Plays something in an open site in which Fatma and Marieke are joined to the houses that know them.
    static func play(_ look: @escaping @Sendable (Scene) async throws -> Void) async throws {
        let clinic = try await Clinic()
        let files = try SecretFolder()
        let digid = OtherHouse("https://login.digid.example") { clinic.now }
        let dezi = OtherHouse("https://dezi.example") { clinic.now }
        try await settle(clinic, digid, dezi, files)
        let site = Site(
            store: clinic.store, clock: clinic.clock, cookies: SessionCookie(.tls),
            host: try #require(SiteHost(named: name)), outgoing: OtherHouse.line(to: [digid, dezi]),
            door: .light)
        try await Application(router: site.router()).test(.router) { client in
            try await look(
                Scene(clinic: clinic, digid: digid, dezi: dezi, browser: Browser(client), files: files))
        }
    }

    private static func settle(
        _ clinic: Clinic, _ digid: OtherHouse, _ dezi: OtherHouse, _ files: SecretFolder
    ) async throws {
        let secret = try files.keep(OtherHouse.secret + "\n", as: "digid")
        let key = try files.keep(ClinicKey.pem(), as: "dezi")
        let rows = [
            row("digid", "DigiD", .patient, digid, clinic, .secret, secret),
            row("dezi", "Dezi", .professional, dezi, clinic, .key(id: "us-1", audience: .issuer), key),
        ]
        try await clinic.store.write { db in
            for row in rows { try Identity.add(row, at: clinic.now, db) }
            for (house, subject, name) in [(digid, fatma, "fatma"), (dezi, "poh-1", "marieke")] {
                let hash = Elsewhere.hash("subject", house.issuer, subject)
                _ = try Identity.join(hash, at: house.issuer, to: name, at: clinic.now, db)
            }
        }
    }

    static func row(
        _ name: String, _ title: String, _ kind: Provider.Kind, _ house: OtherHouse, _ clinic: Clinic,
        _ authentication: Identity.ProviderRow.Authentication, _ file: String
    ) -> Identity.ProviderRow {
        Identity.ProviderRow(
            name: name, title: title, kind: kind, organisation: clinic.practice, issuer: house.issuer,
            clientID: OtherHouse.client, authentication: authentication, file: file, scopes: ["openid"],
            levels: [OtherHouse.low, OtherHouse.substantial, OtherHouse.high], minimum: OtherHouse.substantial,
            maximumAge: .seconds(300))
    }

    /// Goes to the house; gives the address to which the browser is sent.
    func leaves(for house: String = "digid", by browser: Browser? = nil) async throws -> String {
        let answer = try await (browser ?? self.browser).open("/sign-in/with/\(house)")
        try #require(answer.status == .seeOther, "\(answer.status)")
        return try #require(answer.headers[.location])
    }

    /// Presses "Koppel DigiD" on a page that is open; gives the address behind the link on the page that follows.
    func goesToJoin() async throws -> String {
        let page = try await browser.press("/account/houses/digid").text
        let start = try #require(page.range(of: "href=\"https://login.digid.example"))
        return String(page[start.lowerBound...].dropFirst(6).prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }

    /// There and back, as somebody.
    @discardableResult
    func comes(as subject: String = fatma, by browser: Browser? = nil) async throws -> TestResponse {
        let back = try digid.shows(subject, at: try await leaves(by: browser))
        return try await (browser ?? self.browser).open(back)
    }

    /// What a refusal must leave as it was.
    struct Kept: Hashable { let sessions, joined, devices, accounts: Int }

    func kept() async throws -> Kept {
        Kept(
            sessions: try await clinic.count("SELECT count(*) FROM identity_session"),
            joined: try await clinic.count("SELECT count(*) FROM identity_federated"),
            devices: try await clinic.count("SELECT count(*) FROM identity_device"),
            accounts: try await clinic.count("SELECT count(*) FROM identity_account"))
    }

    func refusals() async throws -> Int {
        try await clinic.count("SELECT count(*) FROM audit_line WHERE action = 'refused'")
    }
}
