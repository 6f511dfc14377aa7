extension Identity {
    /// Everything that can be done in Hartlijn, as a privacy officer would name it. Each page and each form is for one of
    /// these; ``Policy`` says who may.
    package enum Deed: String, Hashable, Sendable, CaseIterable {
        // at the door, and about one's own way in
        case enter
        case leave
        case proveTwice = "prove twice"
        case keepOwnWayIn = "keep own way in"
        case joinOtherHouse = "join other house"

        // a patient, or who helps them
        case seeToday = "see today"
        case seeReadings = "see readings"
        case measure
        case importFile = "import file"
        case coupleMeter = "couple meter"
        case readMessages = "read messages"
        case writeMessage = "write message"
        case seeGoal = "see goal"
        case keepGoal = "keep goal"
        case seeOwnPlace = "see own place"
        case seeMandate = "see mandate"
        case chooseMandate = "choose mandate"
        case joinMandate = "join mandate"
        case seeWhoLooked = "see who looked"
        case takeCopy = "take copy"
        case askRights = "ask for rights"
        case decideWhoMay = "decide who may"
        case seeOwnLoan = "see own loan"
        case agreeToLoan = "agree to loan"
        case followLabel = "follow label"
        case seeReminders = "see reminders"
        case keepReminders = "keep reminders"

        case decideOnHelp = "decide on help"
        case choosePharmacy = "choose pharmacy"
        case writeToPharmacy = "write to pharmacy"

        // who treats patients
        case seeWorklist = "see worklist"
        case workTheList = "work the list"
        case findPatient = "find patient"
        case openRecord = "open record"
        case writeToPatient = "write to patient"
        case explainMedication = "explain medication"
        case settleReading = "settle reading"
        case takeReading = "take reading"
        case selectPatients = "select patients"
        case invitePatient = "invite patient"
        case agreePlan = "agree on plan"
        case seeLimits = "see limits"
        case changeLimits = "change limits"
        case letIn = "let in"
        case correctPerson = "correct person"
        case keepServiceNumber = "keep service number"
        case showServiceNumber = "show service number"
        case openInEmergency = "open in emergency"
        case seeRequests = "see requests"
        case answerRequest = "answer request"
        case forgetPatient = "forget patient"
        case seeSharedPatients = "see shared patients"
        case seeKits = "see kits"
        case keepKits = "keep kits"
        case lendKit = "lend kit"
        case seeSummaries = "see summaries"
        case approveSummaries = "approve summaries"
        case summarise = "summarise for the record"
        case keepAnswering = "keep answering times"
        case keepTemplates = "keep templates"

        case askForHelp = "ask for help"
        case keepPharmacy = "keep pharmacy"
        case handOver = "hand over"

        // the social domain, and the pharmacy
        case seeTasks = "see tasks"
        case keepTask = "keep task"
        case seePharmacyPatients = "see pharmacy patients"
        case registerAtPharmacy = "register at pharmacy"
        case openPharmacyRecord = "open pharmacy record"
        case writeAsPharmacy = "write as pharmacy"

        // the care group
        case seeInboxes = "see inboxes"
        case assignLine = "assign line"
        case seeProgramme = "see programme"
        case reviewAccess = "review access"
        case countRequests = "count requests"
        case seePeople = "see people"
        case seeStock = "see stock"
        case managePeople = "manage people"
    }
}
