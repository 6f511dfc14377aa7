import Clinical

extension Audit {
    /// Who did something, and how they came to be allowed to.
    package struct Actor: Hashable, Sendable {
        package let person: Person
        /// The role in which they did it, as the policy names it.
        package let role: String
        package let passage: Passage

        package init(_ person: Person, role: String, through passage: Passage) {
            self.person = person
            self.role = role
            self.passage = passage
        }

        package static func patient(_ id: ID<Patient>) -> Actor {
            Actor(.patient(id), role: "patient", through: .none)
        }
        package static func worker(_ id: ID<Worker>) -> Actor { Actor(.worker(id), role: "worker", through: .none) }
        /// Who measured or answered, when it was somebody of the practice.
        package var worker: ID<Worker>? { if case .worker(let id) = person { id } else { nil } }

        /// - Throws: ``NotAWorker``
        package func mustWork() throws -> ID<Worker> {
            guard let worker else { throw NotAWorker() }
            return worker
        }

        /// A rule of ours that ran by itself, such as the end of a measuring week, or a command of the administrator.
        package static let hartlijn = Actor(.hartlijn, role: "hartlijn", through: Passage(deed: "rule", on: .rule))
        /// Somebody who is not signed in.
        package static let nobody = Actor(.nobody, role: "nobody", through: Passage(deed: "sign-in", on: .none))
    }

    /// Only somebody who works here does this; a story told by anybody else is a fault of ours.
    package struct NotAWorker: Error {}

    /// The one who did it, as our books know them.
    package enum Person: Hashable, Sendable {
        case patient(ID<Patient>)
        /// Somebody who helps a patient, and acts in the patient's name.
        case proxy(ID<Proxy>)
        case worker(ID<Worker>)
        case hartlijn
        case nobody
    }

    /// Somebody who helps a patient with what the patient chose.
    package enum Proxy {}

    /// Why somebody was let through: the relation to the patient, or the consent.
    ///
    /// - Source: NEN 7513 (*behandelrelatieProtocol*, *toestemmingsProfiel*)
    package enum Ground: String, Hashable, Sendable, CaseIterable {
        /// It was about themselves.
        case own
        /// The patient gave them a mandate.
        case mandate
        /// The patient is registered at the practice where they work.
        case treatment
        /// The patient shares with their organisation.
        case shared
        /// The patient agreed to a task for their organisation.
        case task
        /// The patient is registered at the pharmacy where they work.
        case registered
        /// They said that it could not wait.
        case emergency
        /// Their task in the organisation, without a patient they treat.
        case office
        /// A rule of ours that ran by itself.
        case rule
        case none
    }

    /// How somebody came to what they saw: for which deed, on which ground, in which session.
    package struct Passage: Hashable, Sendable {
        /// As the policy names it.
        package let deed: String
        package let ground: Ground
        /// The mandate, consent or emergency that made it possible.
        package let basis: ID<Basis>?
        /// Where they work, when that is another organisation than the patient's.
        package let organisation: ID<Practice>?
        /// How they proved who they are.
        package let proof: String
        /// The first bytes of the hash of the session.
        package let session: [UInt8]
        /// The network they came from, never the address itself.
        package let network: String
        /// The number of the request, as it stands in the log of the server.
        package let trace: String

        package enum Basis {}

        package static let none = Passage(deed: "", on: .none)

        package init(
            deed: String, on ground: Ground, basis: ID<Basis>? = nil, from organisation: ID<Practice>? = nil,
            proof: String = "", session: [UInt8] = [], network: String = "", trace: String = ""
        ) {
            self.deed = deed
            self.ground = ground
            self.basis = basis
            self.organisation = organisation
            self.proof = proof
            self.session = session
            self.network = network
            self.trace = trace
        }
    }
}
