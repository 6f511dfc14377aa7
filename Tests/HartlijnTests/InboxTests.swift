import Clinical
import HTTPTypes
import HummingbirdTesting
import Identity
import Storage
import Testing
import Web

@testable import Hartlijn

/// Work belongs to the practice: it can be directed to a role, and stays when somebody leaves.
@Suite struct InboxTests {
    @Test func `a line is handed over to a role, and everybody still sees it`() async throws {
        let clinic = try await Clinic()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+dit%3F")
            try await site.signIn("marieke")
            let line = try await site.firstLine()
            try await site.doesNotSee("class=\"filters inboxes\"", at: "/worklist")
            #expect(try await site.press("/worklist/\(line)/inbox", "inbox=nobody").status == .forbidden)
            try await site.open("/worklist")
            try await site.press("/worklist/\(line)/inbox", "inbox=gp")
            try await site.sees("Huisarts, door Marieke Kok", at: "/worklist")
            try await site.sees("Yıldız, F.", at: "/worklist?inbox=gp")
            try await site.doesNotSee("Yıldız, F.", at: "/worklist?inbox=poh")
            try await site.signIn("ada")
            try await site.sees("Yıldız, F.", at: "/worklist?inbox=gp")
            try await site.open("/worklist")
            try await site.press("/worklist/\(line)/inbox", "inbox=team")
            try await site.doesNotSee("Yıldız, F.", at: "/worklist?inbox=gp")
            try await site.open("/worklist")
            try await site.press("/worklist/\(line)/closing")
            #expect(try await site.press("/worklist/\(line)/inbox", "inbox=gp").status == .conflict)
        }
        #expect(
            try await clinic.count(
                "SELECT count(*) FROM audit_line WHERE object = 'worklist line handed over' AND patient_id IS NOT NULL")
                == 2)
    }

    @Test func `the manager sees how much and how long, never who or what, and may move it`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.neighbourhood()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Mag+dit%3F")
            try await site.signIn("marieke")
            let line = try await site.firstLine()
            try await site.signIn("mo")
            let page = try await site.open("/inboxes").text
            for word in ["Fatma", "Yıldız", "Mag dit", "\(clinic.fatma)", "vraag", "06 - 00"] {
                #expect(!page.contains(word), "\(word)")
            }
            #expect(page.contains("1 wachten"))
            #expect(try await site.open("/worklist").status == .notFound)
            #expect(try await site.press("/inboxes/\(line)", "inbox=assistant").status == .seeOther)
            let other = try await clinic.lineElsewhere()
            #expect(try await site.press("/inboxes/\(other)", "inbox=assistant").status == .notFound)
            try await site.signIn("ada")
            try await site.sees("Assistente, door mo Y", at: "/worklist?inbox=assistant")
        }
    }

    @Test func `whoever leaves takes nothing along: lines and messages stay, under their own name`() async throws {
        let clinic = try await Clinic()
        _ = try await clinic.careGroup()
        try await clinic.visit { site in
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Eerste+vraag")
            try await site.signIn("marieke")
            try await site.open("/patients/\(clinic.fatma)/message")
            try await site.press("/patients/\(clinic.fatma)/messages", "text=Goed+dat+u+dit+vraagt.")
            clinic.wait(.minutes(5))
            try await site.signIn("fatma")
            try await site.open("/messages")
            try await site.press("/messages", "question=Tweede+vraag")
            try await site.signIn("marieke")
            let line = try await site.firstLine()
            try await site.open("/worklist")
            try await site.press("/worklist/\(line)/inbox", "inbox=poh")
            try await site.signIn("otto")
            try await site.open("/people")
            try await site.press("/people/\(clinic.marieke)/end", "now=now")
            #expect(try await site.signIn("marieke") == .unprocessableContent)
            try await site.signIn("ada")
            try await site.sees("Tweede vraag", at: "/worklist?item=\(line)")
            try await site.sees("POH-S, door Marieke Kok", at: "/worklist?item=\(line)")
            let record = try await site.open("/patients/\(clinic.fatma)").text
            #expect(record.contains("Marieke Kok") && record.contains("Goed dat u dit vraagt."))
            try await site.open("/patients/\(clinic.fatma)/message")
            #expect(
                try await site.press("/patients/\(clinic.fatma)/messages", "text=Ik+neem+het+over.").status == .seeOther
            )
            try await site.signIn("fatma")
            let talk = try await site.open("/messages").text
            #expect(talk.contains("Marieke Kok, De Linde") && talk.contains("Ada Bos, De Linde"))
        }
        #expect(try await clinic.count("SELECT count(*) FROM worklist_item WHERE closed_at IS NULL") == 0)
    }
}

extension Clinic {
    /// A line of the other practice.
    fileprivate func lineElsewhere() async throws -> String {
        try await visit { site in
            try await site.signIn("jan")
            try await site.open("/messages")
            try await site.press("/messages", "question=Iets")
        }
        let id = try await store.read {
            try $0.row("SELECT id FROM worklist_item WHERE practice_id = \(self.elsewhere)") {
                try $0.id(0, of: Form.self)
            }
        }
        return try #require(id).description
    }
}
