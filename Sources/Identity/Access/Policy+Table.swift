extension Identity.Policy {
    /// The policy as a table for people: a line for each deed, and who may do it, about whom, once they proved what.
    ///
    /// - Shape: Markdown
    package var table: String {
        let rows = Identity.Deed.allCases.map { deed in
            let who = Identity.Role.allCases.flatMap { role in
                rules(for: deed, of: role).filter { $0.role != nil }.map { "\(role.rawValue): \($0.about.words)" }
            }
            let isForAnybody = rules.contains { $0.deed == deed && $0.role == nil }
            let proofs = Set(rules.filter { $0.deed == deed }.map(\.proof)).sorted().map(\.words)
            return """
                | \(deed.rawValue) | \(isForAnybody ? "anybody" : folded(who)) | \(proofs.joined(separator: " or ")) |
                """
        }
        return (["| deed | who, and about whom | once they proved |", "|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// Roles that may the same about the same people share a place.
    private func folded(_ who: [String]) -> String {
        var order: [String] = []
        var roles: [String: [String]] = [:]
        for entry in who {
            let halves = entry.split(separator: ":", maxSplits: 1).map(String.init)
            if roles[halves[1]] == nil { order.append(halves[1]) }
            roles[halves[1], default: []].append(halves[0])
        }
        return order.map { about in
            let names = roles[about, default: []]
            let everybody = names.count == Identity.Role.allCases.count
            return "\(everybody ? "everybody who is signed in" : names.joined(separator: ", ")):\(about)"
        }.joined(separator: "; ")
    }
}

extension Identity.Relation {
    fileprivate var words: String {
        switch self {
        case .nobody: "nobody"
        case .themselves: "themselves"
        case .whoTheyHelp(let category?): "the patient who lets them, with “\(category.rawValue)” ticked"
        case .whoTheyHelp(nil): "the patient who lets them"
        case .whoTheyTreat: "patients of their practice"
        case .whoShares: "patients who share with their hospital, as long as they do"
        case .whoAgreedToTask: "patients who agreed to a task for their organisation, until it ends"
        case .whoIsRegisteredHere: "patients who are registered at their pharmacy"
        case .whoCannotWait: "a patient of the care group, for an hour after saying why it could not wait"
        case .ownOrganisation: "their own organisation"
        case .ownCareGroup: "their own care group"
        }
    }
}

extension Identity.Proof {
    fileprivate var words: String {
        switch self {
        case .none: "nothing"
        case .signedIn: "a password"
        case .password: "a password, and the second factor if they have one"
        case .passwordJustNow: "the same, less than ten minutes ago"
        case .twoFactors: "two factors"
        case .twoFactorsJustNow: "two factors, less than ten minutes ago"
        }
    }
}
