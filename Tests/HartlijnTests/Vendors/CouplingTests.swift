import Audit
import Clinical
import Foundation
import HTTPTypes
import HummingbirdTesting
import Identity
import Logging
import Measurements
import Storage
import Stories
import Testing
import Vendors

@testable import Hartlijn

/// The patient couples a meter, and stops.
@Suite struct CouplingTests {
    @Test func `a patient couples a meter, and what is measured then comes in by itself`() async throws {
        try await CoupledClinic.play { world in
            world.cloud.presses("363", 1, 150, 95)
            world.clinic.wait(.minutes(1))
            let fatma = try await world.visitor("fatma")
            try await fatma.sees("Withings-meter koppelen", at: "/more")
            #expect(try await world.couple(fatma, as: "363").headers[.location] == "/withings")
            try await fatma.sees("Uw meter is gekoppeld", at: "/withings")
            try await world.round()
            #expect(try await world.readings == 0, "what was measured before stays there")
            #expect(Set(world.cloud.news(of: "363").keys) == [1, 4, 16, 46])

            world.cloud.presses("363", 2, 128, 82)
            #expect(try await world.tells("userid=363&appli=4&startdate=1&enddate=2") == .ok)
            try await world.round()
            #expect(
                try await world.kept(.bloodPressure).map(\.measured) == [
                    .bloodPressure(.mmHg(128, over: 82), pulse: nil, rhythm: nil)
                ])
            #expect(try await world.kept(.pulse).map(\.measured) == [.pulse(.perMinute(64))])
            try await fatma.sees("Laatst gekeken: 25 november om 7.5", at: "/withings")
            try await fatma.sees("128", at: "/graph")
        }
    }

    @Test func `nothing of it is there when the administrator did not switch it on`() async throws {
        let accounts: [(Withings.Account?, Safe?)] = [(nil, .test), (VendorCloud.account, nil)]
        for (account, safe) in accounts {
            try await CoupledClinic.play(account: account, safe: safe) { world in
                let fatma = try await world.visitor("fatma")
                try await fatma.doesNotSee("Withings", at: "/more")
                for path in ["/withings", "/withings/answer?code=x&state=y", "/withings/news"] {
                    #expect(try await fatma.open(path).status == .notFound, "\(path)")
                }
                try await fatma.open("/account")
                #expect(try await fatma.press("/withings").status == .notFound)
                #expect(try await fatma.press("/withings/end").status == .notFound)
                #expect(try await world.tells("userid=363&appli=1") == .notFound)
                #expect(VendorRounds(world.site, logger: .init(label: "test")) == nil)
            }
        }
    }

    @Test func `who stops destroys the tokens at once, and the maker hears it`() async throws {
        try await CoupledClinic.playCoupled { world in
            try await world.round()
            world.cloud.next("getnonce", VendorCloud.lost)
            let fatma = try await world.visitor("fatma")
            try await fatma.open("/withings")
            #expect(try await fatma.press("/withings/end").headers[.location] == "/withings")
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_secret") == 0)
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_job") == 0)
            try await fatma.sees("De koppeling is gestopt", at: "/withings")

            try await world.round()
            #expect(world.cloud.knows("363"), "the maker was away")
            world.cloud.presses("363", 9, 128, 82)
            try await world.tells("userid=363&appli=4")
            try await world.round(after: .minutes(2))
            #expect(!world.cloud.knows("363"))
            #expect(world.cloud.news(of: "363").isEmpty)
            #expect(try await world.readings == 0)
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_farewell") == 0)
        }
    }

    @Test func `who couples again before goodbye was said is not sent away`() async throws {
        try await CoupledClinic.playCoupled { world in
            let fatma = try await world.visitor("fatma")
            try await fatma.open("/withings")
            try await fatma.press("/withings/end")
            try await world.couple(fatma, as: "363")
            try await world.round()
            #expect(world.cloud.timesAsked("revoke") == 0)
            #expect(world.cloud.knows("363"))
            #expect(try await world.isCoupled())
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_farewell") == 0)
        }
    }

    @Test func `who couples as somebody else leaves the one of before`() async throws {
        try await CoupledClinic.playCoupled { world in
            let fatma = try await world.visitor("fatma")
            let way = try world.cloud.yes("364", at: try await world.wayOut(fatma))
            #expect(try await fatma.open(way).headers[.location] == "/withings")
            try await world.round()
            #expect(!world.cloud.knows("363") && world.cloud.knows("364"))
        }
    }

    @Test func `one person of the maker is coupled with one patient`() async throws {
        try await CoupledClinic.playCoupled { world in
            let jan = try await world.visitor("jan")
            let answer = try await world.couple(jan, as: "363")
            #expect(answer.text.contains("al aan iemand gekoppeld"))
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_coupling") == 1)
            #expect(try await world.couple(jan, as: "364").headers[.location] == "/withings")
        }
    }

    @Test func `a yes is for the browser that asked, once, and within ten minutes`() async throws {
        try await CoupledClinic.play { world in
            let (fatma, jan) = (try await world.visitor("fatma"), try await world.visitor("jan"))
            func isRefused(_ answer: TestResponse) async throws {
                #expect(answer.status == .ok && answer.text.contains("Het koppelen is niet gelukt"))
                #expect(try await world.count("SELECT count(*) FROM exchange_vendor_coupling") == 0)
            }
            let first = try world.cloud.yes("363", at: try await world.wayOut(fatma))
            try await isRefused(try await jan.open(first))
            let elsewhere = try await world.visitor("fatma")
            try await isRefused(try await elsewhere.open(first))
            try await isRefused(try await fatma.open(first))  // it was used up in the other browser

            let late = try world.cloud.yes("363", at: try await world.wayOut(fatma))
            world.clinic.wait(.minutes(10))
            try await isRefused(try await fatma.open(late))

            let other = try world.cloud.yes("363", at: try await world.wayOut(fatma))
            try await isRefused(
                try await fatma.open(other.replacing(/state=.*/, with: "state=\(String(repeating: "0", count: 64))")))
            for query in ["", "?error=access_denied", "?code=x", "?state=y", "?code=&state=", "?code=%00&state=%00"] {
                _ = try await world.wayOut(fatma)
                try await isRefused(try await fatma.open("/withings/answer\(query)"))
            }
            let good = try world.cloud.yes("363", at: try await world.wayOut(fatma))
            #expect(try await fatma.open(good).headers[.location] == "/withings")
            let again = try await fatma.open(good)
            #expect(again.text.contains("Het koppelen is niet gelukt"))
            #expect(try await world.isCoupled(), "and what there was is there still")
        }
    }

    @Test func `a code that came too late, or an account that is wrong, couples nothing`() async throws {
        try await CoupledClinic.play { world in
            let fatma = try await world.visitor("fatma")
            let way = try world.cloud.yes("363", at: try await world.wayOut(fatma))
            world.clinic.wait(.seconds(31))
            #expect(try await fatma.open(way).text.contains("Het koppelen is niet gelukt"))
            for twist in [VendorCloud.lost, VendorCloud.slow, VendorCloud.says("{}"), VendorCloud.says("", http: 502)] {
                world.cloud.next("requesttoken", twist)
                #expect(try await world.couple(fatma, as: "363").text.contains("Het koppelen is niet gelukt"))
            }
            #expect(try await world.count("SELECT count(*) FROM exchange_vendor_secret") == 0)
        }
        let other = VendorCloud.account(at: VendorCloud.home, secret: "another-secret")
        try await CoupledClinic.play(account: other) { world in
            let fatma = try await world.visitor("fatma")
            #expect(try await world.couple(fatma, as: "363").text.contains("Het koppelen is niet gelukt"))
        }
    }

    @Test func `tokens and who they are of are not readable on the disk`() async throws {
        try await CoupledClinic.play { world in
            let fatma = try await world.visitor("fatma")
            try await world.couple(fatma, as: "90909036309090")
            try await world.round()
            #expect(world.cloud.given.count == 2)
            for word in world.cloud.given + ["90909036309090"] {
                #expect(world.isOnDisk(word) != true, "\(word)")
            }
        }
    }

    @Test func `who is forgotten is nowhere, and the maker hears it without a name of ours`() async throws {
        try await CoupledClinic.playCoupled { world in
            let proof = try await PatientIsForgotten(store: world.clinic.store).tell(
                world.clinic.fatma, of: world.clinic.practice, by: .hartlijn, at: world.clinic.clock.occasion)
            #expect(proof != nil)
            for table in ["coupling", "secret", "job", "pending"] {
                let rows = try await world.count(SQL(stringLiteral: "SELECT count(*) FROM exchange_vendor_\(table)"))
                #expect(rows == 0, "\(table)")
            }
            #expect(world.cloud.knows("363"))
            try await world.round()
            #expect(!world.cloud.knows("363"))
        }
    }

    @Test func `what came in stands in the copy with the name of the maker`() async throws {
        try await CoupledClinic.playCoupled { world in
            world.cloud.presses("363", 2, 128, 82)
            try await world.round()
            let fatma = try await world.visitor("fatma")
            try await fatma.sees(";bloeddruk;128;82;;mmHg;thuis;telt mee;Withings", at: "/copy/readings.csv")
        }
    }

    @Test func `no sentence about it is longer than twelve words, and none has a hard word`() async throws {
        try await CoupledClinic.play { world in
            let fatma = try await world.visitor("fatma")
            var texts = [try await fatma.open("/withings").text, try await fatma.press("/withings").text]
            texts.append(try await fatma.open("/withings/answer").text)
            try await world.couple(fatma, as: "363")
            texts.append(try await fatma.open("/withings").text)
            try await world.round()
            texts.append(try await fatma.open("/withings").text)
            try await world.clinic.store.write {
                try $0.run("UPDATE exchange_vendor_coupling SET state = 'broken', ended_at = coupled_at")
            }
            texts += [try await fatma.open("/withings").text, try await fatma.open("/today").text]
            texts.append(try await fatma.open("/more").text)
            for sentence in texts.flatMap(PatientLanguageTests.sentences) {
                let report = Readability.check(sentence)
                #expect(report.longSentences.isEmpty && report.jargon.isEmpty, "\(sentence) \(report.jargon)")
            }
        }
    }
}

extension CoupledClinic {
    /// Whether somebody finds this word who reads the files; the files of a server are not ours to read.
    fileprivate func isOnDisk(_ word: String) -> Bool? {
        guard case .sqlite(let path) = clinic.store.address else { return nil }
        return ["", "-wal"].contains { end in
            // There may be no log.
            guard let data = try? Data(contentsOf: URL(fileURLWithPath: path + end)) else { return false }
            return data.range(of: Data(word.utf8)) != nil
        }
    }
}
