import Clinical
import Foundation
import Identity
import Storage
import Testing

@testable import Hartlijn
@testable import Outbox

/// Mail through a command: what it is given, and what we make of how it ends.
@Suite struct SendmailTests {
    private static let sender = Outbox.MailAddress(typed: "hartlijn@praktijk.example")

    /// A command of our own, in a folder of its own.
    private static func with(
        script: String, patience: Duration = .seconds(20), _ look: (Postroom, String) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "hartlijn-sendmail-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }  // what stays is in a folder for what may go
        let path = "\(folder)/sendmail"
        let text = "#!/bin/sh\nprintf '%s\\n' \"$@\" > '\(folder)/words'\n\(script.replacing("FOLDER", with: folder))\n"
        #expect(
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o700]))
        let room = try await Postroom()
        try await room.puts(.mail, "Fatma.Test+box@Voorbeeld.example")
        let mail = Outbox.Mail(from: try #require(sender), wording: Postroom.wording)
        let sendmail = Sendmail(path: path, mail: mail, patience: patience)
        try await room.node([.mail: sendmail.carrier]).once()
        try await look(room, folder)
    }

    @Test func `a letter goes in whole, and the command has only words of the administrator`() async throws {
        try await Self.with(script: "cat > 'FOLDER/letter'") { room, folder in
            #expect(try await room.states() == [.sent: 1])
            #expect(
                try String(contentsOfFile: "\(folder)/words", encoding: .utf8)
                    == "-i\n-t\n-f\nhartlijn@praktijk.example\n")
            let letter = try String(contentsOfFile: "\(folder)/letter", encoding: .utf8)
            let halves = letter.components(separatedBy: "\n\n")
            #expect(halves.count == 2)
            #expect(halves[1] == "U hebt een nieuwe taak in Hartlijn. https://hartlijn.example\n")
            let head = halves[0].split(separator: "\n")
            #expect(head.contains("To: <Fatma.Test+box@voorbeeld.example>"))
            #expect(head.contains("Date: Wed, 25 Nov 2026 07:00:00 +0000"))
            #expect(head.contains("Auto-Submitted: auto-generated"))
            #expect(head.contains { $0.wholeMatch(of: #/Message-ID: <[0-9a-f-]{36}@praktijk\.example>/#) != nil })
            #expect(head.count == 9)
        }
    }

    @Test(arguments: [(67, Outbox.Trouble.refused), (68, .refused)])
    func `an address that is none waits for a person`(_ code: Int, _ trouble: Outbox.Trouble) async throws {
        try await Self.with(script: "cat > /dev/null; exit \(code)") { room, _ in
            let found = try await room.troubles()
            #expect(found == [trouble])
        }
    }

    @Test(arguments: [1, 69, 75, 127]) func `what may pass is tried again`(_ code: Int) async throws {
        try await Self.with(script: "exit \(code)") { room, _ in
            #expect(try await room.states() == [.waiting: 1])
            let wait = try await room.clinic.count("SELECT min(next_try_at) FROM outbox_item WHERE kind = 'reminder'")
            #expect(Instant(milliseconds: Int64(wait)) == room.clinic.now + .seconds(30))
        }
    }

    @Test func `a command that is killed, or takes too long, may have sent it`() async throws {
        try await Self.with(script: "kill -9 $$") { room, _ in
            let found = try await room.troubles()
            #expect(found == [.noAnswer])
        }
        try await Self.with(script: "exec sleep 600", patience: .milliseconds(200)) { room, _ in
            let found = try await room.troubles()
            #expect(found == [.noAnswer])
        }
    }

    @Test func `a command that is not there is tried again`() async throws {
        let room = try await Postroom()
        try await room.puts(.mail, "fatma@voorbeeld.example")
        let mail = Outbox.Mail(from: try #require(Self.sender), wording: Postroom.wording)
        try await room.node([.mail: Sendmail(path: "/nowhere/sendmail", mail: mail).carrier]).once()
        #expect(try await room.states() == [.waiting: 1])
    }

    @Test(arguments: [
        "a@b.example\nBcc: x@y.example", "a@b.example\r\nBcc: x", "a@b.example, x@y.example", "<a@b.example>",
        "A B <a@b.example>", "a b@c.example", "\"a\"@b.example", "a@b", "a@", "@b.example", "a@b@c.example",
        "-f@b.example", "a..b@c.example", ".a@c.example", "a.@c.example", "a@-b.example", "a@b-.example",
        "a@b..example", "a@127.0.0.1", "a@[127.0.0.1]", "a(comment)@b.example", "a\\b@c.example", "a;b@c.example",
        "|sh@b.example", "a\u{0}@b.example", "é@b.example", "a@bé.example", "a%b@c.example", "a!b@c.example", "",
        String(repeating: "a", count: 65) + "@b.example",
    ])
    func `what could be more than an address is none`(_ typed: String) {
        #expect(Outbox.MailAddress(typed: typed) == nil)
        let parcel = Outbox.Parcel(
            id: ID(high: 0, low: 1), practice: ID(high: 0, low: 1), channel: .mail, kind: .reminder, to: typed,
            until: Instant(milliseconds: 1))
        let sender = Self.sender.map { Outbox.Mail(from: $0, wording: Postroom.wording) }
        #expect(sender?.letter(parcel, at: Instant(milliseconds: 0)) == nil)
    }

    @Test(arguments: ["a@b.example", "jan.de-wit_1+box@post.voorbeeld.example", "A@B.EXAMPLE"])
    func `a plain address is one`(_ typed: String) { #expect(Outbox.MailAddress(typed: typed) != nil) }

    @Test(arguments: [
        ("06 - 12 34 56 78", "+31612345678"), ("0612345678", "+31612345678"), ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"), ("+49 151 12345678", "+4915112345678"),
    ])
    func `a number is written as the whole world does`(_ typed: String, _ number: String) {
        #expect(Outbox.PhoneNumber(typed: typed)?.text == number)
    }

    @Test(arguments: ["0413 000000", "06123", "+31413000000", "0900 1234", "112", "+0", "tel", "+31612345678,1", ""])
    func `what takes no messages is no number`(_ typed: String) { #expect(Outbox.PhoneNumber(typed: typed) == nil) }
}
