import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Storage
import Testing

@testable import Hartlijn
@testable import Identity
@testable import Web

/// What costs much is held back, and whoever comes too late hears so.
@Suite struct LimitsTests {
    @Test func `twenty strangers wait at the door, the next one hears to come back, and who is known is let wait`()
        async throws
    {
        let gate = OneAtATime()
        try await gate.enter()
        let waiting = (0..<20).map { _ in Task { try await gate.enter() } }
        while await gate.waitingNow < 20 { await Task.yield() }
        await #expect(throws: TooBusy.self) { try await gate.enter() }
        let known = Task { try await gate.enter(.known) }
        while await gate.waitingNow < 21 { await Task.yield() }
        for _ in 0..<21 { await gate.leave() }
        for one in waiting { try await one.value }
        try await known.value
    }

    @Test func `four files are read at once, and a fifth hears to come back`() async {
        let desk = Desk(places: 4)
        for _ in 0..<4 { #expect(await desk.enter()) }
        #expect(await desk.enter() == false)
        await desk.leave()
        #expect(await desk.enter())
    }

    @Test func `somebody brings twenty files a day, and others are not in their way`() async throws {
        let clinic = try await Clinic()
        let file = Data("Date,Heart rate,Systolic,Diastolic,Comments\n2026-11-20 08:00:00,64,130,82,\n".utf8)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            for _ in 0..<20 { #expect(try await site.uploads(file, named: "bp.csv").status == .ok) }
            let more = try await site.uploads(file, named: "bp.csv")
            #expect(more.status == .tooManyRequests)
            #expect(more.text.contains("Morgen kan het weer"))
            try await site.signIn("jan")
            #expect(try await site.uploads(file, named: "bp.csv").status == .ok)
            clinic.wait(.hours(24))
            try await site.signIn("fatma")
            #expect(try await site.uploads(file, named: "bp.csv").status == .ok)
        }
    }

    @Test func `a file that is too large is refused while it comes, and nothing of it stays`() throws {
        var reader = MultipartReader(boundary: Array("\r\n--x".utf8), most: 1000)
        let head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
        _ = try reader.take(Array(head.utf8))
        _ = try reader.take([UInt8](repeating: 65, count: 900))
        #expect(throws: UnreadableForm.self) { _ = try reader.take([UInt8](repeating: 65, count: 200)) }
    }

    @Test(arguments: [
        "../../../../tmp/hartlijn-planted.csv", "/tmp/hartlijn-planted.csv", "..%2F..%2Fplanted", "a\\b.csv",
    ])
    func `a file with a path for a name lands nowhere but where we put it`(name: String) async throws {
        let clinic = try await Clinic()
        let file = Data("Date,Heart rate,Systolic,Diastolic,Comments\n2026-11-20 08:00:00,64,130,82,\n".utf8)
        let before = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
        try await clinic.visit { site in
            try await site.signIn("fatma")
            let answer = try await site.uploads(file, named: name)
            #expect(answer.status == .ok)
            #expect(answer.text.contains(name.replacing("\"", with: "&quot;")), "the name is shown as text")
        }
        let planted = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
            .filter { $0.contains("planted") && !before.contains($0) }
        #expect(planted.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/hartlijn-planted.csv"))
    }

    @Test func `sixty wrong letters of one network, and it waits a quarter of an hour`() async throws {
        let clinic = try await Clinic()
        let signIn = SignIn(store: clinic.store, cost: HashCost(rounds: 1 << 4))
        let place = Attempts.Place.letters(network: "203.0.113.0")
        for _ in 0..<60 { try await signIn.count(place, at: clinic.clock.occasion) }
        await #expect(throws: TooManyAttempts.self) { try await signIn.count(place, at: clinic.clock.occasion) }
        try await signIn.count(.letters(network: "198.51.100.0"), at: clinic.clock.occasion)
        clinic.wait(.minutes(15))
        try await signIn.count(place, at: clinic.clock.occasion)
    }

    @Test func `a file with keys that others may read is not used`() throws {
        let folder = NSTemporaryDirectory() + "hartlijn-keys-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }  // gone is gone
        let (seal, fields) = ("\(folder)/seal.key", "\(folder)/fields.key")
        _ = try SealFile.make(seal)
        _ = try SafeFile.find(fields)
        for (path, read) in [
            (seal, { _ = try SealFile.read(seal) }), (fields, { _ = try SafeFile.read(fields) }),
        ] as [(String, () throws -> Void)] {
            let made = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(made == 0o600)
            try read()
            for mode in [0o640, 0o604, 0o644, 0o620] {
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
                #expect(throws: (any Error).self, "\(String(mode, radix: 8))") { try read() }
            }
        }
    }
}
