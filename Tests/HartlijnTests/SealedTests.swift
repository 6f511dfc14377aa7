import Audit
import Clinical
import Credentials
import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Portal
import Storage
import Stories
import TestStores
import Testing
import Vault
import Web
import Worklist

@testable import Hartlijn
@testable import Identity
@testable import Measurements

/// Nothing about a patient that was written in words, and nothing with which somebody comes in, stands readable in the
/// database or its backup.
@Suite struct SealedTests {
    private static let mark = "Qxvzkwp"

    /// As a house has it that was made before there were keys: the same database, opened without them.
    private static func before(_ clinic: Clinic) throws -> Store { try Store(clinic.store.address) }

    private static func paths(_ clinic: Clinic) -> [String] {
        ["/messages", "/goal", "/graph", "/copy/record.json"]
    }

    /// A question, a goal and a change of medicines, all with a word that stands nowhere else.
    private static func write(_ word: String, of clinic: Clinic, in store: Store) async throws {
        let (fatma, practice, marieke, occasion) = (
            clinic.fatma, clinic.practice, clinic.marieke, clinic.clock.occasion
        )
        try await PatientAsks(store: store).tell(
            "\(word) vraagt iets", as: occasion.newID(), from: fatma, of: practice, by: .hartlijn, at: occasion)
        try await store.write { db in
            try Portal.setGoal(
                "\(word) wandelt", as: occasion.newID(), on: occasion.today, of: fatma, in: practice, db)
            try Portal.explain(
                "\(word) eraf", because: "\(word) gaf hoest", on: occasion.today, of: fatma, in: practice, by: marieke,
                at: occasion, db)
        }
    }

    @Test func `what is written about a patient stands sealed, and is read as it was written`() async throws {
        let clinic = try await Clinic()
        try await Self.write(Self.mark, of: clinic, in: clinic.store)
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/rights/ask?kind=correction")
            let asked = try await site.press("/rights", "kind=correction&words=\(Self.mark)+klopt+niet")
            #expect(asked.status == .seeOther)
            #expect(clinic.isOnDisk(Self.mark) != true)
            try await site.sees("\(Self.mark) klopt niet", at: "/rights")
            try await site.sees("\(Self.mark) klopt niet", at: "/copy/paper")
            try await site.sees("\(Self.mark) vraagt iets", at: "/messages")
            try await site.sees("\(Self.mark) wandelt", at: "/goal")
            try await site.sees("\(Self.mark) gaf hoest", at: "/copy/record.json")
            try await site.sees("\(Self.mark) wandelt", at: "/copy/record.json")
            try await site.signIn("marieke")
            try await site.sees("\(Self.mark) vraagt iets", at: "/worklist")
            try await site.sees("\(Self.mark) gaf hoest", at: "/patients/\(clinic.fatma)")
            try await site.sees("\(Self.mark) wandelt", at: "/patients/\(clinic.fatma)")
        }
        let kept = try await clinic.store.read {
            try $0.rows(
                """
                SELECT sealed FROM portal_message UNION SELECT sealed FROM portal_goal
                UNION SELECT sealed_what FROM portal_medication_change
                UNION SELECT sealed_why FROM portal_medication_change UNION SELECT sealed_quote FROM worklist_item
                UNION SELECT sealed_words FROM rights_request
                """
            ) { try $0.bytes(0) }
        }
        #expect(kept.count == 6)
        for field in kept {
            #expect(throws: Never.self) { try Blob(field) }
            #expect(!String(decoding: field, as: UTF8.self).contains(Self.mark))
        }
    }

    @Test func `a sealed text that is put elsewhere, or at another patient, does not open`() async throws {
        let clinic = try await Clinic()
        try await Self.write(Self.mark, of: clinic, in: clinic.store)
        let bo = try await clinic.newPatient("Bo", "Bos")
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        try await clinic.store.write { db in
            let found = try db.row("SELECT id, sealed FROM portal_message") {
                (id: try $0.id(0, of: Portal.MessageMark.self), sealed: try $0.bytes(1))
            }
            let message = try #require(found)
            _ = try db.seal("iets anders", at: .message(message.id), of: bo, in: practice)
            let (own, others) = (try db.words(of: fatma, in: practice), try db.words(of: bo, in: practice))
            #expect(try own.text(message.sealed, .message(message.id)) == "\(Self.mark) vraagt iets")
            #expect(throws: SealFailure.refused) { try own.text(message.sealed, .goal(message.id)) }
            #expect(throws: SealFailure.refused) { try own.text(message.sealed, .message(bo)) }
            #expect(throws: (any Error).self) { try others.text(message.sealed, .message(message.id)) }
        }
    }

    @Test func `what stood readable is sealed once, and reads the same`() async throws {
        let clinic = try await Clinic()
        let before = try Self.before(clinic)
        try await Self.write(Self.mark, of: clinic, in: before)
        #expect(clinic.isOnDisk(Self.mark) != false)
        try before.close()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.sees("\(Self.mark) vraagt iets", at: "/messages")
        }
        #expect(try await FieldsAreSealed(store: clinic.store).tell() == 4)
        #expect(try await FieldsAreSealed(store: clinic.store).tell() == 0)
        #expect(clinic.isOnDisk(Self.mark) != true, "it is gone from free pages too")
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.sees("\(Self.mark) vraagt iets", at: "/messages")
            try await site.sees("\(Self.mark) wandelt", at: "/goal")
            try await site.signIn("marieke")
            try await site.sees("\(Self.mark) vraagt iets", at: "/worklist")
            try await site.sees("\(Self.mark) gaf hoest", at: "/patients/\(clinic.fatma)")
        }
    }

    @Test func `what was written before there was sealing is taken over, and then sealed`() async throws {
        let home = try await TestStore(
            Schema.migrations.filter { !$0.name.hasSuffix(", sealed") }, keys: try #require(Safe.test).keys)
        let (practice, patient, id) = (
            ID<Practice>(high: 1, low: 1), ID<Patient>(high: 2, low: 1), ID<Portal.MessageMark>(high: 3, low: 1)
        )
        let (now, word) = (Instant(milliseconds: 1_800_000_000_000), "Élan; 'd\u{2019}accord' \u{1F600}\n0x00")
        try await home.store.write { db in
            try Identity.add(.init(id: practice, name: "De Linde", phone: "-", replyDays: 2), db)
            try Identity.add(
                Identity.PatientCard(
                    id: patient, givenName: "A", familyName: "B", bornOn: Day(number: 0), sex: .female,
                    programmes: "", phone: "-"), to: practice, at: now, db)
            try db.run(
                """
                INSERT INTO portal_message (practice_id, patient_id, sent_at, id, sender, sender_id, body)
                VALUES (\(practice), \(patient), \(now), \(id), 'patient', \(patient), \(word))
                """)
            try db.run(
                """
                INSERT INTO portal_medication_change (practice_id, patient_id, changed_on, id, what, why, written_by,
                    written_at)
                VALUES (\(practice), \(patient), '2026-11-26', \(id), \(word), 'waarom', \(patient), \(now))
                """)
            try db.run(
                """
                INSERT INTO worklist_item (practice_id, id, patient_id, family, reason, urgency, quote, opened_at)
                VALUES (\(practice), \(id), \(patient), 'question', 'question', 1, \(word), \(now)),
                       (\(practice), \(patient), \(patient), 'week', 'week-above', 1, NULL, \(now))
                """)
        }
        try await home.store.migrate(Schema.migrations, at: now)
        let read: @Sendable () async throws -> Set<String> = {
            try await home.store.read { db in
                let messages = try Portal.messages(of: patient, in: practice, db).map(\.body)
                let changes = try Portal.medicationChanges(of: patient, in: practice, since: Day(number: 0), db)
                let lines = try Worklist.open(in: practice, at: now, db)
                #expect(messages.count == 1 && changes.map(\.why) == ["waarom"] && lines.count == 2)
                return Set(messages + changes.map(\.what) + lines.compactMap(\.facts.quote))
            }
        }
        #expect(try await read() == [word])
        #expect(try await FieldsAreSealed(store: home.store).tell() == 3)
        #expect(try await read() == [word])
    }

    @Test func `who is forgotten cannot be read from an old backup without the key that stands in it`() async throws {
        let clinic = try await Clinic()
        try await Self.write(Self.mark, of: clinic, in: clinic.store)
        let (fatma, practice) = (clinic.fatma, clinic.practice)
        let copied = try await clinic.store.read { db in
            let message = try db.row("SELECT id, sealed FROM portal_message") {
                (id: try $0.id(0, of: Portal.MessageMark.self), sealed: try $0.bytes(1))
            }
            let wrapped = try db.row("SELECT wrapped FROM identity_key") { try $0.bytes(0) }
            return (message: try #require(message), wrapped: try #require(wrapped))
        }
        let proof = try await PatientIsForgotten(store: clinic.store).tell(
            fatma, of: practice, by: .hartlijn, at: clinic.clock.occasion)
        #expect(proof?.key?.key == (try WrappedKey(copied.wrapped)).key)
        // The rows of the backup, and all that the house has today: nothing opens.
        try await clinic.store.read { db in
            let words = try db.words(of: fatma, in: practice)
            #expect(throws: (any Error).self) { try words.text(copied.message.sealed, .message(copied.message.id)) }
        }
        // What remains, until the backup is thrown away: its own row of the key, and a master key of the house.
        let keys = try #require(clinic.store.keys)
        let key = try keys.unwrap(WrappedKey(copied.wrapped), of: RowID(fatma), in: RowID(practice))
        let place = Place(table: "portal_message", row: RowID(copied.message.id), column: "sealed")
        #expect(try key.fields.text(in: Blob(copied.message.sealed), at: place) == "\(Self.mark) vraagt iets")
        // And with the master keys of another house it does not.
        var chance = SystemRandomNumberGenerator()
        let others = try MasterKeys.new(using: &chance)
        #expect(throws: (any Error).self) {
            try others.unwrap(WrappedKey(copied.wrapped), of: RowID(fatma), in: RowID(practice))
        }
    }

    @Test func `a house without its keys does not start, and says which it misses`() async throws {
        let clinic = try await Clinic()
        try await Self.write(Self.mark, of: clinic, in: clinic.store)
        try await clinic.store.assertKeys()
        var chance = SystemRandomNumberGenerator()
        let keys = try #require(clinic.store.keys)
        for held in [nil, try MasterKeys.new(using: &chance)] {
            let other = try Store(clinic.store.address, keys: held)
            let missing = await #expect(throws: MissingKeys.self) { try await other.assertKeys() }
            #expect(missing?.ids == [keys.currentID])
            try other.close()
        }
        let rotated = try Store(clinic.store.address, keys: try keys.rotated(using: &chance))
        try await rotated.assertKeys()
        try rotated.close()
    }

    @Test func `the key of a phone stands sealed, also one of before, and what it closed is opened`() async throws {
        let clinic = try await Clinic()
        let (fatma, practice, occasion) = (clinic.fatma, clinic.practice, clinic.clock.occasion)
        let holder = ID<Measurements.Holder>(of: fatma)
        let (old, new) = (
            PhoneKey(occasion.newID(), at: occasion.now), PhoneKey(occasion.newID(), at: occasion.now + .days(1))
        )
        let before = try Self.before(clinic)
        try await before.write { try Measurements.add(old, of: holder, for: fatma, in: practice, $0) }
        try before.close()
        try await clinic.store.write { try Measurements.add(new, of: holder, for: fatma, in: practice, $0) }
        let readable: SQL = "SELECT count(*) FROM measurements_phone_key WHERE length(secret) = 32"
        #expect(try await clinic.count(readable) == 1)
        #expect(try await FieldsAreSealed(store: clinic.store).tell() == 1)
        #expect(try await clinic.count(readable) == 0)
        let keys = try await clinic.store.read {
            try Measurements.phoneKeys(of: holder, for: fatma, in: practice, $0)
        }
        #expect(keys.map(\.id) == [new.id, old.id])
        for (key, known) in zip(keys, [new, old]) {
            #expect(key.open(try PhoneKey.close("120/80", for: known.publicBytes)) == "120/80")
        }
    }
}

extension SealedTests {
    private static let secret = (1...20).map { UInt8($0) }

    @Test(arguments: [
        (rounds: 1 << 15, parallelism: 1, rest: 2), (rounds: 1 << 15, parallelism: 2, rest: 1),
        (rounds: 1 << 14, parallelism: 1, rest: 3), (rounds: 1 << 10, parallelism: 1, rest: 3),
        (rounds: 1 << 15, parallelism: 3, rest: 0), (rounds: 1 << 17, parallelism: 1, rest: 0),
    ])
    func `an older hash is made up for with the work that it lacks`(rounds: Int, parallelism: Int, rest: Int) {
        let done = HashCost(rounds: rounds, parallelism: parallelism)
        #expect(HashCost.standard.rest(after: done)?.parallelism ?? 0 == rest)
    }

    @Test func `a password of before opens the door once, and is kept as it is done today`() async throws {
        let clinic = try await Clinic()
        let before = try Self.before(clinic)
        try await SignIn(store: before, cost: HashCost(rounds: 1 << 3, parallelism: 1)).setPassword(
            Clinic.password, for: "oud", of: .worker(clinic.gp), role: .gp, in: clinic.practice, at: clinic.now)
        try before.close()
        let kept: SQL = "SELECT rounds * 10 + parallelism FROM identity_account WHERE sign_in = 'oud'"
        let length: SQL = "SELECT length(password_hash) FROM identity_account WHERE sign_in = 'oud'"
        #expect(try await clinic.count(kept) == 81)
        #expect(try await clinic.count(length) == 32)
        try await clinic.visit { site in
            #expect(try await site.signIn("oud", password: "iets-heel-anders") == .unprocessableContent)
            #expect(try await clinic.count(length) == 32, "only its owner changes it")
            #expect(try await site.signIn("oud") == .seeOther)
            #expect(try await clinic.count(kept) == 163)
            #expect(try await clinic.count(length) == Peppered.length)
            try await site.open("/worklist")
            #expect(try await site.open("/worklist").status == .ok, "the session goes on")
            #expect(try await site.signIn("oud") == .seeOther)
            #expect(try await site.signIn("oud", password: "iets-heel-anders") == .unprocessableContent)
        }
    }

    @Test func `hashes of before are kept under a key without anybody signing in`() async throws {
        let clinic = try await Clinic()
        let before = try Self.before(clinic)
        try await SignIn(store: before, cost: HashCost(rounds: 1 << 3, parallelism: 1)).setPassword(
            Clinic.password, for: "oud", of: .worker(clinic.gp), role: .gp, in: clinic.practice, at: clinic.now)
        let codes = try RecoveryCodes.make(from: (0..<100).map { UInt8($0) })
        let letter = ActivationCode(from: [1, 2, 3, 4, 5])
        let (fatma, practice, now) = (clinic.fatma, clinic.practice, clinic.now)
        try await SignIn(store: before).setApp(try TOTP.Secret(Self.secret), for: "marieke", at: now)
        try await before.write { db in
            try Identity.keep(codes, of: "marieke", db)
            try Activation.keep(letter, for: ID(of: fatma), .patient, in: practice, at: now, db)
        }
        try before.close()
        #expect(try await clinic.count("SELECT length(secret) FROM identity_app") == 20)
        #expect(try await FieldsAreSealed(store: clinic.store).tell() == 13)
        for readable: SQL in [
            "SELECT count(*) FROM identity_account WHERE length(password_hash) = 32",
            "SELECT count(*) FROM identity_recovery_code WHERE length(hash) = 32",
            "SELECT count(*) FROM identity_activation WHERE length(code_hash) = 32",
            "SELECT count(*) FROM identity_app WHERE length(secret) = 20",
        ] { #expect(try await clinic.count(readable) == 0) }
        let born = Day(number: -3215)
        let found = try await clinic.store.write { try Activation.find(letter, bornOn: born, at: now, $0) }
        #expect(found?.person == .patient(fatma))
        let taken = try await clinic.store.write {
            [
                try Identity.take(paperCode: codes[4].text, of: "marieke", at: now, $0),
                try Identity.take(paperCode: codes[4].text, of: "marieke", at: now, $0),
            ]
        }
        #expect(taken == [.right, .wrong])
        let code = TOTP.code(of: try TOTP.Secret(Self.secret), in: TOTP.step(at: now.milliseconds))
        #expect(
            try await clinic.store.write { try Identity.take(appCode: code, of: "marieke", at: now, $0) } == .right)
        try await clinic.visit { site in
            let answer = try await site.signIn("oud")
            #expect(answer == .seeOther)
        }
    }

    @Test func `codes of letters and of paper are worth nothing to who has only the database`() async throws {
        let clinic = try await Clinic()
        let codes = try RecoveryCodes.make(from: (0..<100).map { UInt8($0) })
        let letter = ActivationCode(from: [1, 2, 3, 4, 5])
        let (fatma, practice, now) = (clinic.fatma, clinic.practice, clinic.now)
        try await clinic.store.write { db in
            try Identity.keep(codes, of: "marieke", db)
            try Activation.keep(letter, for: ID(of: fatma), .patient, in: practice, at: now, db)
        }
        // Whoever tries all codes with what the program does, and not with the keys, finds none of them.
        let thief = try Self.before(clinic)
        let born = Day(number: -3215)
        #expect(try await thief.write { try Activation.find(letter, bornOn: born, at: now, $0) } == nil)
        #expect(
            try await thief.write { try Identity.take(paperCode: codes[0].text, of: "marieke", at: now, $0) } == .wrong)
        try thief.close()
        #expect(try await clinic.store.write { try Activation.find(letter, bornOn: born, at: now, $0) } != nil)
    }

    @Test func `after another key of the house everybody comes in, and only hashes stay under the old`() async throws {
        let clinic = try await Clinic()
        try await Self.write(Self.mark, of: clinic, in: clinic.store)
        let (now, practice) = (clinic.now, clinic.practice)
        try await SignIn(store: clinic.store).setApp(try TOTP.Secret(Self.secret), for: "marieke", at: now)
        var chance = SystemRandomNumberGenerator()
        let old = try #require(clinic.store.keys)
        let new = try old.rotated(using: &chance)
        let rotated = try Store(clinic.store.address, keys: new)
        #expect(try await FieldsAreSealed(store: rotated).tell() == 1)
        #expect(try await rotated.write { try ServiceNumber.rewrap(in: practice, Safe(new), $0) } == 1)
        #expect(try await rotated.read { try Identity.keysInUse($0) } == [old.currentID, new.currentID])
        let signIn = SignIn(store: rotated, cost: HashCost(rounds: 1 << 4))
        for name in ["fatma", "jan", "marieke", "ada"] {
            _ = try await signIn.start(name, password: Clinic.password, at: clinic.clock.occasion)
        }
        #expect(try await rotated.read { try Identity.keysInUse($0) } == [new.currentID])
        let alone = try Store(clinic.store.address, keys: try new.without(old.currentID))
        let fatma = clinic.fatma
        #expect(
            try await alone.read { try Portal.messages(of: fatma, in: practice, $0).map(\.body) }
                == ["\(Self.mark) vraagt iets"])
        let code = TOTP.code(of: try TOTP.Secret(Self.secret), in: TOTP.step(at: now.milliseconds))
        #expect(try await alone.write { try Identity.take(appCode: code, of: "marieke", at: now, $0) } == .right)
        try rotated.close()
        try alone.close()
    }
}

extension SealedTests {
    /// A list of one stolen password, as the administrator's file has it.
    private struct List: ListBytes {
        let text: [UInt8]
        var size: Int { text.count }

        init(of password: String) {
            let hash = Array(Insecure.SHA1.hash(data: Array(password.utf8))).hexadecimal
            text = Array("\(hash.uppercased()):31\r\n".utf8)
        }

        func bytes(at offset: Int, count: Int) throws(BreachedListFailure) -> [UInt8] {
            Array(text.dropFirst(offset).prefix(count))
        }
    }

    @Test func `a stolen password is not taken by the pages, and they say so kindly`() async throws {
        let clinic = try await Clinic()
        let (stolen, fresh) = ("vier-kleine-groene-stoelen", "vijf-kleine-groene-stoelen")
        let door = Site.Door(
            cost: HashCost(rounds: 1 << 4), rules: PasswordRules(breached: BreachedPasswords(List(of: stolen))))
        let letter = ActivationCode(from: [1, 2, 3, 4, 5])
        let (jan, elsewhere, now) = (clinic.jan, clinic.elsewhere, clinic.now)
        try await clinic.store.write {
            try Activation.keep(letter, for: ID(of: jan), .patient, in: elsewhere, at: now, $0)
        }
        let sentence = "Dit wachtwoord is bekend bij dieven."
        try await clinic.visit(door: door) { site in
            try await site.signIn("fatma")
            try await site.open("/account")
            let refused = try await site.press("/account/password", "old=\(Clinic.password)&new=\(stolen)")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains(sentence))
            for sentence in PatientLanguageTests.sentences(of: refused.text) {
                let report = Readability.check(sentence)
                #expect(report.longSentences.isEmpty && report.jargon.isEmpty, "\(sentence)")
            }
            let fields = "code=\(letter.text)&born-day=14&born-month=3&born-year=1961"
            let letterPage = try await site.send(.post, "/activate/account", "\(fields)&password=\(stolen)")
            #expect(letterPage.text.contains(sentence))
            try await site.open("/account")
            let taken = try await site.press("/account/password", "old=\(Clinic.password)&new=\(fresh)")
            #expect(taken.status == .seeOther)
            #expect(try await site.signIn("fatma", password: fresh) == .seeOther)
        }
    }
}
