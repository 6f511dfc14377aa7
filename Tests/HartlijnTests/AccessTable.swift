import Identity

/// Who may do what, written down a second time by hand: for each way in, and not for each deed. The policy of the product
/// is held against this table; neither is made from the other.
enum AccessTable {
    /// How sure we must be of who asks.
    enum Sure: Int { case no, signedIn, password, passwordJustNow, appJustNow, two, twoJustNow }

    /// About whom somebody may do it.
    enum About: Hashable {
        case anything, own, helped(Identity.Category?), treated, inEmergency, shared, ownGroup
        case agreedToTask, registered
    }

    struct Way {
        let roles: [Identity.Role: [About]]
        let sure: Sure
        /// Where a patient needs something else than the others.
        var sureOfPatient: Sure?
        var isForAnybody = false
    }

    static let ways: [String: Way] = door.merging(own) { $1 }.merging(patients) { $1 }.merging(practices) { $1 }
        .merging(neighbours) { $1 }.merging(careGroups) { $1 }

    /// What a helper must be let as well: telling that something of the box is broken is writing about what is lent.
    static let alsoNeeded: [String: Identity.Category] = ["POST loan/trouble": .measuring]

    /// Doors behind which a page shows something of somebody, also when a form comes back with what was wrong.
    static let looks: Set<String> = [
        "GET today", "GET graph", "GET messages", "POST messages", "GET goal", "POST goal", "GET measure/done/:reading",
        "GET measure/came", "GET measure/diary/photo/:photo", "GET patients/:patient/diary",
        "POST patients/:patient/diary",
        "GET patients/:patient/diary/:photo",
        "GET watching", "GET copy/record.json", "GET copy/readings.csv", "GET helpers", "POST helpers",
        "GET worklist", "GET patients", "POST patients", "GET patients/:patient", "GET patients/:patient/message",
        "POST patients/:patient/messages", "POST patients/:patient/draft", "POST patients/:patient/medication",
        "GET patients/:patient/readings", "POST patients/:patient/readings", "GET patients/:patient/letter",
        "GET enrolling", "GET enrolling/:patient", "POST enrolling/:patient/enrolment",
        "GET patients/:patient/plan", "POST patients/:patient/plan", "POST patients/:patient/weeks",
        "GET shared", "GET people", "GET patients/:patient/person", "POST patients/:patient/person",
        "GET patients/:patient/bsn", "POST patients/:patient/bsn",
        "POST patients/:patient/bsn/shown",
        "GET kits", "POST kits", "GET kits/:number/card", "GET kits/:number/agreement",
        "GET patients/:patient/loan", "POST patients/:patient/loan",
        "GET loan", "POST loan/agreement", "POST loan/trouble",
        "GET reminders", "POST reminders/way", "GET reminders/code", "POST reminders/code", "GET reminders/times",
        "POST reminders/times", "POST reminders/pause",
        "GET withings",
        "GET help", "POST help", "GET patients/:patient/help", "POST patients/:patient/help",
        "GET tasks/:task", "POST tasks/:task/steps",
        "GET my-pharmacy", "POST my-pharmacy", "POST my-pharmacy/messages",
        "GET patients/:patient/pharmacy", "POST patients/:patient/pharmacy",
        "GET pharmacy", "POST pharmacy", "GET pharmacy/:patient", "POST pharmacy/:patient/messages",
        "GET inboxes",
        "GET summaries", "GET patients/:patient/summaries", "POST patients/:patient/summaries",
        "GET patients/:patient/summaries/:summary/record.json",
        "GET rights", "GET copy/record.csv", "GET copy/paper", "GET requests", "GET requests/:request",
        "POST requests/:request/answer", "POST requests/:request/longer", "GET requests/:request/erasure",
        "POST requests/:request/erasure",
    ]

    private static let door: [String: Way] = [
        "GET ": .anybody, "POST sign-in": .anybody, "POST sign-out": .anybody, "GET language/:language": .anybody,
        "POST passkey/challenge": .anybody, "POST passkey": .anybody,
        "GET measure/offline/:language": .anybody,
        "GET activate": .anybody, "POST activate": .anybody, "POST activate/account": .anybody,
        "GET sign-in/with/:provider": .anybody, "GET sign-in/answer": .anybody,
        "POST sign-in/logout/:provider": .anybody,
        "POST oauth/token": .anybody, "GET .well-known/smart-configuration": .anybody,
        "GET withings/news": .anybody, "POST withings/news": .anybody,
    ]

    private static let own: [String: Way] = [
        "GET sign-in/again": everybody(.signedIn), "POST sign-in/again": everybody(.signedIn),
        "POST sign-in/again/passkey/challenge": everybody(.signedIn),
        "POST sign-in/again/passkey": everybody(.signedIn),
        "GET sign-in/app": everybody(.appJustNow), "POST sign-in/app": everybody(.appJustNow),
        "POST account/passkeys/challenge": everybody(.appJustNow),
        "POST account/passkeys": everybody(.appJustNow),
        "POST account/passkeys/:passkey/end": everybody(.twoJustNow),
        "GET account": everybodyAtHome,
        "POST account/sessions/:session/end": everybody(.twoJustNow, patient: .passwordJustNow),
        "POST account/codes": everybody(.twoJustNow), "POST account/password": everybodyAtHome,
        "POST account/houses/:provider": everybody(.twoJustNow, patient: .passwordJustNow),
        "POST account/houses/:provider/end": everybody(.twoJustNow, patient: .passwordJustNow),
    ]

    /// A patient with a password, everybody else with two factors.
    private static let everybodyAtHome = everybody(.two)

    private static let patients: [String: Way] = [
        "GET today": both(.readings), "GET graph": both(.readings),
        "GET measure": both(.measuring), "GET measure/cuff": both(.measuring), "GET measure/numbers": both(.measuring),
        "POST measure/numbers": both(.measuring), "GET measure/done/:reading": both(.measuring),
        "GET measure/done/:reading/complaints": both(.measuring),
        "POST measure/done/:reading/complaints": both(.measuring),
        "POST measure/sent": both(.measuring), "GET measure/meter": both(.measuring),
        "GET measure/came": both(.readings), "POST measure/came/:reading/withdrawal": both(.measuring),
        "GET measure/phone": both(.measuring),
        "GET measure/diary/photo": both(.measuring), "POST measure/diary/photo": both(.measuring),
        "GET measure/diary/photo/:photo": both(.readings),
        "POST measure/diary/photo/:photo/withdrawal": both(.measuring),
        "GET measure/weight": both(.measuring), "POST measure/weight": both(.measuring),
        "GET measure/steps": both(.measuring), "POST measure/steps": both(.measuring),
        "GET measure/glucose": both(.measuring), "POST measure/glucose": both(.measuring),
        "GET measure/diary": both(.measuring), "POST measure/diary": both(.measuring),
        "GET import": both(.measuring), "POST import": both(.measuring),
        "GET messages": both(.messages), "POST messages": both(.messages), "POST messages/read": both(.messages),
        "GET goal": both(.goals), "POST goal": both(.goals), "POST goal/:goal/days": both(.goals),
        "POST goal/:goal/end": both(.goals),
        "GET more": both(nil), "GET helping": Way(roles: [.proxy: [.helped(nil)]], sure: .two),
        "POST helping/choice": Way(roles: [.proxy: [.helped(nil)]], sure: .two),
        "POST helping/join": Way(roles: [.proxy: [.helped(nil)]], sure: .two),
        "GET reminders": both(.measuring), "POST reminders/way": both(.measuring),
        "GET reminders/mail": both(.measuring), "GET reminders/phone": both(.measuring),
        "POST reminders/address": both(.measuring), "GET reminders/code": both(.measuring),
        "POST reminders/code": both(.measuring), "POST reminders/push": both(.measuring),
        "GET reminders/times": both(.measuring), "POST reminders/times": both(.measuring),
        "POST reminders/pause": both(.measuring), "POST reminders/end": both(.measuring),
        "GET watching": onlyPatient(.password),
        "GET withings": onlyPatient(.password), "POST withings": onlyPatient(.password),
        "GET withings/answer": onlyPatient(.password), "POST withings/end": onlyPatient(.password),
        "GET copy": onlyPatient(.passwordJustNow), "GET copy/record.json": onlyPatient(.passwordJustNow),
        "GET copy/readings.csv": onlyPatient(.passwordJustNow), "GET copy/record.csv": onlyPatient(.passwordJustNow),
        "GET copy/paper": onlyPatient(.passwordJustNow),
        "GET rights": onlyPatient(.password), "GET rights/ask": onlyPatient(.password),
        "POST rights": onlyPatient(.password), "POST rights/:request/end": onlyPatient(.password),
        "GET helpers": onlyPatient(.passwordJustNow), "POST helpers": onlyPatient(.passwordJustNow),
        "POST helpers/:helper/end": onlyPatient(.passwordJustNow), "POST sharing": onlyPatient(.passwordJustNow),
        "POST sharing/:sharing/end": onlyPatient(.passwordJustNow),
        "GET loan": both(.measuring), "POST loan/agreement": onlyPatient(.two), "POST loan/trouble": both(.messages),
        "GET help": onlyPatient(.password), "POST help": onlyPatient(.password),
        "POST help/:task/answer": onlyPatient(.password), "POST help/:task/end": onlyPatient(.password),
        "GET my-pharmacy": onlyPatient(.password), "POST my-pharmacy/messages": onlyPatient(.password),
        "POST my-pharmacy": onlyPatient(.passwordJustNow),
        "POST my-pharmacy/:registration/answer": onlyPatient(.passwordJustNow),
        "POST my-pharmacy/:registration/readings": onlyPatient(.passwordJustNow),
        "POST my-pharmacy/:registration/end": onlyPatient(.passwordJustNow),
        "GET kits/:number": Way(roles: [.patient: [.own], .poh: [.treated], .gp: [.treated]], sure: .two),
    ]

    private static let practices: [String: Way] = [
        "GET worklist": staff(.anything), "GET worklist/news": staff(.anything), "GET worklist/keys": staff(.anything),
        "POST worklist/:item/closing": staff(.treated), "POST worklist/:item/reopening": staff(.treated),
        "POST worklist/:item/pause": staff(.treated),
        "GET patients": staff(.anything), "POST patients": staff(.anything),
        "GET patients/:patient": Way(
            roles: [.poh: [.treated, .inEmergency], .gp: [.treated, .inEmergency], .specialist: [.shared]], sure: .two),
        "GET patients/:patient/message": staff(.treated), "POST patients/:patient/messages": staff(.treated),
        "POST patients/:patient/draft": staff(.treated), "POST patients/:patient/readability": staff(.treated),
        "POST patients/:patient/medication": staff(.treated),
        "POST patients/:patient/readings/:reading/status": staff(.treated),
        "GET patients/:patient/diary": staff(.treated), "POST patients/:patient/diary": staff(.treated),
        "GET patients/:patient/diary/:photo": staff(.treated),
        "POST patients/:patient/diary/:photo/done": staff(.treated),
        "GET patients/:patient/readings": staff(.treated), "POST patients/:patient/readings": staff(.treated),
        "GET enrolling": staff(.anything), "POST enrolling/letters": staff(.anything),
        "GET enrolling/list": staff(.anything), "POST enrolling/list": staff(.anything),
        "POST enrolling/lists/:list/end": staff(.treated), "GET enrolling/:patient": staff(.treated),
        "POST enrolling/:patient/invitations": staff(.treated), "POST enrolling/:patient/answer": staff(.treated),
        "POST enrolling/:patient/undo": staff(.treated), "POST enrolling/:patient/place": staff(.treated),
        "POST enrolling/:patient/enrolment": staff(.treated), "POST enrolling/:patient/stop": staff(.treated),
        "GET patients/:patient/plan": staff(.treated), "POST patients/:patient/plan": staff(.treated),
        "POST patients/:patient/weeks": staff(.treated), "POST patients/:patient/weeks/:week/end": staff(.treated),
        "GET patients/:patient/letter": staff(.treated, .twoJustNow),
        "POST patients/:patient/letter": staff(.treated, .twoJustNow),
        "GET patients/:patient/person": staff(.treated), "POST patients/:patient/person": staff(.treated),
        "GET patients/:patient/bsn": staff(.treated), "POST patients/:patient/bsn": staff(.treated),
        "POST patients/:patient/bsn/shown": staff(.treated, .twoJustNow),
        "POST worklist/:item/inbox": staff(.treated),
        "GET patients/:patient/help": staff(.treated), "POST patients/:patient/help": staff(.treated),
        "POST patients/:patient/help/:task/agreement": staff(.treated),
        "POST patients/:patient/help/:task/end": staff(.treated),
        "GET patients/:patient/pharmacy": staff(.treated), "POST patients/:patient/pharmacy": staff(.treated),
        "POST patients/:patient/pharmacy/:registration/answer": staff(.treated),
        "POST patients/:patient/pharmacy/:registration/end": staff(.treated),
        "GET practice/limits": staff(.anything), "POST practice/limits": Way(roles: [.gp: [.anything]], sure: .two),
        "GET summaries": staff(.anything), "POST summaries/approvals": staff(.anything),
        "POST summaries/approvals/undo": staff(.anything), "POST summaries/placing": staff(.anything),
        "GET summaries/waiting.ndjson": staff(.anything),
        "GET patients/:patient/summaries": staff(.treated), "POST patients/:patient/summaries": staff(.treated),
        "POST patients/:patient/summaries/:summary/approval": staff(.treated),
        "POST patients/:patient/summaries/:summary/undo": staff(.treated),
        "POST patients/:patient/summaries/:summary/placing": staff(.treated),
        "GET patients/:patient/summaries/:summary/record.json": staff(.treated),
        "GET practice/templates": staff(.anything), "POST practice/templates": staff(.anything),
        "POST practice/templates/end": staff(.anything),
        "GET practice/answering": Way(roles: [.gp: [.anything], .manager: [.anything]], sure: .two),
        "POST practice/answering": Way(roles: [.gp: [.anything], .manager: [.anything]], sure: .two),
        "GET emergency": staff(.anything, .twoJustNow), "POST emergency": staff(.anything, .twoJustNow),
        "GET requests": staff(.anything), "GET requests/:request": staff(.treated),
        "POST requests/:request/answer": staff(.treated), "POST requests/:request/longer": staff(.treated),
        "POST requests/:request/end": staff(.treated),
        "GET requests/:request/erasure": Way(roles: [.gp: [.treated]], sure: .twoJustNow),
        "POST requests/:request/erasure": Way(roles: [.gp: [.treated]], sure: .twoJustNow),
        "GET shared": Way(roles: [.specialist: [.anything]], sure: .two),
        "GET kits": staff(.anything), "POST kits": staff(.anything),
        "GET kits/labels": staff(.anything), "GET kits/new": staff(.anything), "POST kits/new": staff(.anything),
        "GET kits/import": staff(.anything), "POST kits/import": staff(.anything),
        "GET kits/settings": staff(.anything), "POST kits/settings/kinds": staff(.anything),
        "POST kits/settings/models": staff(.anything), "POST kits/settings/models/end": staff(.anything),
        "GET kits/recalls": staff(.anything), "POST kits/recalls": staff(.anything),
        "POST kits/recalls/:recall/end": staff(.treated),
        "GET kits/:number/card": staff(.treated), "POST kits/:number/steps": staff(.treated),
        "GET kits/:number/agreement": staff(.treated),
        "GET kits/:number/parts": staff(.treated), "POST kits/:number/parts": staff(.treated),
        "GET patients/:patient/loan": staff(.treated), "POST patients/:patient/loan": staff(.treated),
    ]

    private static let neighbours: [String: Way] = [
        "GET tasks": Way(roles: [.helper: [.anything]], sure: .two),
        "GET tasks/:task": Way(roles: [.helper: [.agreedToTask]], sure: .two),
        "POST tasks/:task/steps": Way(roles: [.helper: [.agreedToTask]], sure: .two),
        "GET pharmacy": Way(roles: [.pharmacist: [.anything]], sure: .two),
        "POST pharmacy": Way(roles: [.pharmacist: [.anything]], sure: .two),
        "GET pharmacy/:patient": Way(roles: [.pharmacist: [.registered]], sure: .two),
        "POST pharmacy/:patient/messages": Way(roles: [.pharmacist: [.registered]], sure: .two),
    ]

    private static let careGroups: [String: Way] = [
        "GET inboxes": Way(roles: [.manager: [.anything]], sure: .two),
        "POST inboxes/:item": Way(roles: [.manager: [.treated]], sure: .two),
        "GET programme": Way(
            roles: [.implementer: [.anything], .lead: [.anything], .administrator: [.anything]], sure: .two),
        "GET access/requests": Way(roles: [.officer: [.anything]], sure: .two),
        "GET access": Way(roles: [.officer: [.anything]], sure: .two),
        "POST access/:practice/review": Way(roles: [.officer: [.ownGroup]], sure: .two),
        "GET people": Way(
            roles: [.manager: [.anything], .officer: [.anything], .administrator: [.anything]], sure: .two),
        "GET stock": Way(roles: [.manager: [.anything]], sure: .two),
        "POST people/:worker/end": Way(roles: [.administrator: [.ownGroup]], sure: .twoJustNow),
        "POST people/:worker/factors": Way(roles: [.administrator: [.ownGroup]], sure: .twoJustNow),
    ]

    private static func everybody(_ sure: Sure, patient: Sure? = nil) -> Way {
        Way(
            roles: Dictionary(uniqueKeysWithValues: Identity.Role.allCases.map { ($0, [.own]) }), sure: sure,
            sureOfPatient: patient)
    }

    private static func both(_ category: Identity.Category?) -> Way {
        Way(roles: [.patient: [.own], .proxy: [.helped(category)]], sure: .two)
    }

    private static func onlyPatient(_ sure: Sure) -> Way { Way(roles: [.patient: [.own]], sure: sure) }

    private static func staff(_ about: About, _ sure: Sure = .two) -> Way {
        Way(roles: [.poh: [about], .gp: [about]], sure: sure)
    }
}

extension AccessTable.Way {
    static let anybody = AccessTable.Way(roles: [:], sure: .no, isForAnybody: true)

    /// A patient comes in with a password where others need two factors.
    func sure(of role: Identity.Role) -> AccessTable.Sure {
        if role == .patient, let sureOfPatient { return sureOfPatient }
        return role == .patient && sure == .two ? .password : sure
    }
}
