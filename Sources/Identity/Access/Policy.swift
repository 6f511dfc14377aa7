import Clinical

extension Identity {
    /// Who may do what. What does not stand here is not allowed to anybody.
    ///
    /// This page is for the privacy officer: one line says who, what, about whom, and how sure we must be of them. It is what
    /// the program itself looks at (``Doors``, `Subject`); a route cannot be made without a deed of this list.
    ///
    /// - Source: our own proposal after the matrix of roles in docs/security/policy.md
    package struct Policy: Hashable, Sendable {
        package let rules: [Rule]

        package init(_ rules: [Rule]) { self.rules = rules }

        package static let standing = Policy(
            door + patients + proxies + practices + hospitals + socialDomain + pharmacies + careGroups
        )

        private static let door =
            [
                Rule(anybody: .enter),
                Rule(anybody: .leave),
            ]
            + Role.allCases.flatMap {
                [
                    Rule($0, may: .proveTwice, about: .themselves, once: .signedIn),
                    Rule($0, may: .keepOwnWayIn, about: .themselves, once: $0.neededProof),
                    Rule($0, may: .joinOtherHouse, about: .themselves, once: $0.neededProofJustNow),
                ]
            }

        private static let patients = [
            Rule(.patient, may: .seeToday, about: .themselves, once: .password),
            Rule(.patient, may: .seeReadings, about: .themselves, once: .password),
            Rule(.patient, may: .measure, about: .themselves, once: .password),
            Rule(.patient, may: .importFile, about: .themselves, once: .password),
            Rule(.patient, may: .coupleMeter, about: .themselves, once: .password),
            Rule(.patient, may: .readMessages, about: .themselves, once: .password),
            Rule(.patient, may: .writeMessage, about: .themselves, once: .password),
            Rule(.patient, may: .seeGoal, about: .themselves, once: .password),
            Rule(.patient, may: .keepGoal, about: .themselves, once: .password),
            Rule(.patient, may: .seeOwnPlace, about: .themselves, once: .password),
            Rule(.patient, may: .seeReminders, about: .themselves, once: .password),
            Rule(.patient, may: .keepReminders, about: .themselves, once: .password),
            Rule(.patient, may: .seeWhoLooked, about: .themselves, once: .password),
            Rule(.patient, may: .takeCopy, about: .themselves, once: .passwordJustNow),
            Rule(.patient, may: .askRights, about: .themselves, once: .password),
            Rule(.patient, may: .decideWhoMay, about: .themselves, once: .passwordJustNow),
            Rule(.patient, may: .seeOwnLoan, about: .themselves, once: .password),
            Rule(.patient, may: .agreeToLoan, about: .themselves, once: .password),
            Rule(.patient, may: .followLabel, about: .themselves, once: .password),
            Rule(.patient, may: .decideOnHelp, about: .themselves, once: .password),
            Rule(.patient, may: .choosePharmacy, about: .themselves, once: .passwordJustNow),
            Rule(.patient, may: .writeToPharmacy, about: .themselves, once: .password),
        ]

        /// Who helps a patient sees what the patient ticked, and always under their own name.
        private static let proxies = [
            Rule(.proxy, may: .seeToday, about: .whoTheyHelp(with: .readings), once: .twoFactors),
            Rule(.proxy, may: .seeReadings, about: .whoTheyHelp(with: .readings), once: .twoFactors),
            Rule(.proxy, may: .measure, about: .whoTheyHelp(with: .measuring), once: .twoFactors),
            Rule(.proxy, may: .importFile, about: .whoTheyHelp(with: .measuring), once: .twoFactors),
            Rule(.proxy, may: .readMessages, about: .whoTheyHelp(with: .messages), once: .twoFactors),
            Rule(.proxy, may: .writeMessage, about: .whoTheyHelp(with: .messages), once: .twoFactors),
            Rule(.proxy, may: .seeGoal, about: .whoTheyHelp(with: .goals), once: .twoFactors),
            Rule(.proxy, may: .keepGoal, about: .whoTheyHelp(with: .goals), once: .twoFactors),
            Rule(.proxy, may: .seeOwnLoan, about: .whoTheyHelp(with: .measuring), once: .twoFactors),
            Rule(.proxy, may: .seeReminders, about: .whoTheyHelp(with: .measuring), once: .twoFactors),
            Rule(.proxy, may: .keepReminders, about: .whoTheyHelp(with: .measuring), once: .twoFactors),
            Rule(.proxy, may: .seeMandate, about: .whoTheyHelp(with: nil), once: .twoFactors),
            Rule(.proxy, may: .chooseMandate, about: .whoTheyHelp(with: nil), once: .twoFactors),
            Rule(.proxy, may: .joinMandate, about: .whoTheyHelp(with: nil), once: .twoFactors),
            Rule(.proxy, may: .seeOwnPlace, about: .whoTheyHelp(with: nil), once: .twoFactors),
        ]

        private static let practices =
            [Role.poh, .gp].flatMap { role in
                [
                    Rule(role, may: .seeWorklist, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .workTheList, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .findPatient, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .openRecord, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .openRecord, about: .whoCannotWait, once: .twoFactors),
                    Rule(role, may: .writeToPatient, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .explainMedication, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .settleReading, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .takeReading, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .selectPatients, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .invitePatient, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .agreePlan, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .letIn, about: .whoTheyTreat, once: .twoFactorsJustNow),
                    Rule(role, may: .correctPerson, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .keepServiceNumber, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .showServiceNumber, about: .whoTheyTreat, once: .twoFactorsJustNow),
                    Rule(role, may: .seeLimits, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .openInEmergency, about: .ownCareGroup, once: .twoFactorsJustNow),
                    Rule(role, may: .seeRequests, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .answerRequest, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .seeKits, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .keepKits, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .followLabel, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .lendKit, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .askForHelp, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .keepPharmacy, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .handOver, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .seeSummaries, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .approveSummaries, about: .ownOrganisation, once: .twoFactors),
                    Rule(role, may: .summarise, about: .whoTheyTreat, once: .twoFactors),
                    Rule(role, may: .keepTemplates, about: .ownOrganisation, once: .twoFactors),
                ]
            } + [
                Rule(.gp, may: .changeLimits, about: .ownOrganisation, once: .twoFactors),
                Rule(.gp, may: .keepAnswering, about: .ownOrganisation, once: .twoFactors),
                Rule(.manager, may: .keepAnswering, about: .ownOrganisation, once: .twoFactors),
                Rule(.gp, may: .forgetPatient, about: .whoTheyTreat, once: .twoFactorsJustNow),
                Rule(.manager, may: .seePeople, about: .ownOrganisation, once: .twoFactors),
                Rule(.manager, may: .seeStock, about: .ownOrganisation, once: .twoFactors),
                Rule(.manager, may: .seeInboxes, about: .ownOrganisation, once: .twoFactors),
                Rule(.manager, may: .assignLine, about: .ownOrganisation, once: .twoFactors),
            ]

        /// The hospital sees who shares with it, as long as they do, and changes nothing.
        private static let hospitals = [
            Rule(.specialist, may: .seeSharedPatients, about: .ownOrganisation, once: .twoFactors),
            Rule(.specialist, may: .openRecord, about: .whoShares, once: .twoFactors),
        ]

        /// Who helps with a telephone, or walks along, knows a name and a telephone number, and nothing of anybody's health.
        private static let socialDomain = [
            Rule(.helper, may: .seeTasks, about: .ownOrganisation, once: .twoFactors),
            Rule(.helper, may: .keepTask, about: .whoAgreedToTask, once: .twoFactors),
        ]

        private static let pharmacies = [
            Rule(.pharmacist, may: .seePharmacyPatients, about: .ownOrganisation, once: .twoFactors),
            Rule(.pharmacist, may: .registerAtPharmacy, about: .ownOrganisation, once: .twoFactors),
            Rule(.pharmacist, may: .openPharmacyRecord, about: .whoIsRegisteredHere, once: .twoFactors),
            Rule(.pharmacist, may: .writeAsPharmacy, about: .whoIsRegisteredHere, once: .twoFactors),
        ]

        /// Nobody here ever sees a patient, but the officer, who sees who looked.
        private static let careGroups =
            [Role.implementer, .lead, .administrator].map {
                Rule($0, may: .seeProgramme, about: .ownCareGroup, once: .twoFactors)
            } + [
                Rule(.officer, may: .reviewAccess, about: .ownCareGroup, once: .twoFactors),
                Rule(.officer, may: .countRequests, about: .ownCareGroup, once: .twoFactors),
                Rule(.officer, may: .seePeople, about: .ownCareGroup, once: .twoFactors),
                Rule(.administrator, may: .seePeople, about: .ownCareGroup, once: .twoFactors),
                Rule(.administrator, may: .managePeople, about: .ownCareGroup, once: .twoFactorsJustNow),
            ]
    }
}
