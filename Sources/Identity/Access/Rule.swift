import Clinical

extension Identity {
    /// One line of the policy: this role may do this, about these people, once they proved who they are in this way.
    package struct Rule: Hashable, Sendable {
        /// Nobody in particular: also who is not signed in.
        package let role: Role?
        package let deed: Deed
        package let about: Relation
        package let proof: Proof

        package init(_ role: Role, may deed: Deed, about: Relation, once proof: Proof) {
            self.role = role
            self.deed = deed
            self.about = about
            self.proof = proof
        }

        package init(anybody deed: Deed) {
            role = nil
            self.deed = deed
            about = .nobody
            proof = .none
        }
    }

    /// Whom it may be about.
    package enum Relation: Hashable, Sendable {
        case nobody
        case themselves
        /// The patient whose mandate they have, with this ticked; `nil` is any mandate.
        case whoTheyHelp(with: Category?)
        /// Patients who are registered at their practice.
        case whoTheyTreat
        /// Patients who share with their hospital.
        case whoShares
        /// Patients who agreed to a task for their organisation, as long as it runs.
        case whoAgreedToTask
        /// Patients who are registered at their pharmacy.
        case whoIsRegisteredHere
        /// A patient of the care group for whom they said that it could not wait.
        case whoCannotWait
        /// No patient by name: what their organisation as a whole may see.
        case ownOrganisation
        case ownCareGroup
    }

    /// What a patient can let somebody else do.
    package enum Category: String, Hashable, Sendable, CaseIterable {
        case readings, measuring, messages, goals
    }

    /// How somebody proved who they are, the weakest first.
    ///
    /// - Source: ASVS 5.0, 6.3.3 (a second factor) and 7.5.3 (again for what is sensitive)
    package enum Proof: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// `password` is more where somebody has more: an app that was put on is asked for.
        case none, signedIn, password, passwordJustNow, twoFactors, twoFactorsJustNow

        package static func < (lhs: Proof, rhs: Proof) -> Bool { lhs.rawValue < rhs.rawValue }

        /// - Source: our own proposal
        package static let justNow = Duration.minutes(10)
    }
}

extension Identity.Role {
    /// A patient may come in with a password alone; everybody else needs something they have as well.
    var neededProof: Identity.Proof { self == .patient ? .password : .twoFactors }
    var neededProofJustNow: Identity.Proof { self == .patient ? .passwordJustNow : .twoFactorsJustNow }
}
