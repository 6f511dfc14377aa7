import Audit
import Clinical
import Hummingbird
import NIOCore
import Web

/// Any request: who is asking, when that is known, and in which language to answer.
package struct SiteContext: RequestContext, PassingContext {
    package static let kind = "site"

    package var coreContext: CoreRequestContextStorage
    package var visitor: Identity.Visitor?
    package var language: Language = .nl
    package var passage: Passage
    /// Who called, as the network sees it; a proxy calls for others.
    let caller: String?

    package typealias Source = ApplicationRequestContextSource

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        caller = source.channel.remoteAddress?.ipAddress
        passage = Passage(under: .standing, from: "")
    }

    package var visitorIfAny: Identity.Visitor? { visitor }
    package var formSecret: FormSecret { FormSecret(visitor?.formSecret ?? []) }
}

/// A request of somebody who is signed in, whoever they are, about their own way in.
package struct OwnContext: ChildRequestContext, PassingContext {
    package static let kind = "own"

    package var coreContext: CoreRequestContextStorage
    package var passage: Passage
    package let visitor: Identity.Visitor
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        coreContext = context.coreContext
        passage = context.passage
        self.visitor = visitor
        language = context.language
    }

    package var visitorIfAny: Identity.Visitor? { visitor }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
    package var actor: Audit.Actor { actor(on: .own) }
}

/// A request about one patient by that patient, or by who helps them. A route that takes this context cannot be reached by
/// anyone else.
package struct PatientContext: ChildRequestContext, PassingContext {
    package static let kind = "patient"

    package var coreContext: CoreRequestContextStorage
    package var passage: Passage
    package let visitor: Identity.Visitor
    package let patient: ID<Patient>
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        switch visitor.person {
        case .patient(let patient): self.patient = patient
        case .proxy:
            guard let mandate = visitor.mandate else { throw NotFound() }
            patient = mandate.patient
        case .worker: throw NotFound()
        }
        coreContext = context.coreContext
        passage = context.passage
        self.visitor = visitor
        language = context.language
    }

    package var practice: ID<Practice> { visitor.practice }
    package var visitorIfAny: Identity.Visitor? { visitor }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
    package var actor: Audit.Actor {
        visitor.mandate.map { actor(on: .mandate, by: $0.basis) } ?? actor(on: .own)
    }
}

/// Where somebody works, as far as the routes are concerned: a route of one place is not reached from another.
package protocol WorkingPlace: Sendable {
    static var kind: String { get }
    static func admits(_ role: Identity.Role) -> Bool
}

/// A place of which people know patients; which patient, the policy says.
package protocol PlaceWithPatients: WorkingPlace {}

/// A request from somebody who works.
package struct WorkContext<Place: WorkingPlace>: ChildRequestContext, PassingContext {
    package static var kind: String { Place.kind }

    package var coreContext: CoreRequestContextStorage
    package var passage: Passage
    package let visitor: Identity.Visitor
    package let worker: ID<Worker>
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        guard case .worker(let worker) = visitor.person, Place.admits(visitor.role) else { throw NotFound() }
        coreContext = context.coreContext
        passage = context.passage
        self.visitor = visitor
        self.worker = worker
        language = context.language
    }

    /// Where they work.
    package var practice: ID<Practice> { visitor.practice }
    package var visitorIfAny: Identity.Visitor? { visitor }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
}

extension WorkContext where Place: PlaceWithPatients {
    /// About one patient, on the ground that was found.
    package func actor(about subject: Identity.Subject) -> Audit.Actor { actor(on: subject.ground, by: subject.basis) }
}

/// Where patients are treated: a POH or a GP at a practice, a specialist at a hospital.
package enum Treating: PlaceWithPatients {
    package static let kind = "practice"
    package static func admits(_ role: Identity.Role) -> Bool { [.poh, .gp, .specialist].contains(role) }
}

/// A library, a welfare organisation, a municipality.
package enum SocialDomain: PlaceWithPatients {
    package static let kind = "helper"
    package static func admits(_ role: Identity.Role) -> Bool { role == .helper }
}

package enum AtPharmacy: PlaceWithPatients {
    package static let kind = "pharmacy"
    package static func admits(_ role: Identity.Role) -> Bool { role == .pharmacist }
}

/// The care group, and who manages a practice: they never see a patient.
package enum Office: WorkingPlace {
    package static let kind = "care group"
    package static func admits(_ role: Identity.Role) -> Bool {
        switch role {
        case .implementer, .lead, .administrator, .officer, .manager: true
        case .patient, .proxy, .poh, .gp, .pharmacist, .specialist, .helper: false
        }
    }
}

package typealias PracticeContext = WorkContext<Treating>
package typealias HelperContext = WorkContext<SocialDomain>
package typealias PharmacyContext = WorkContext<AtPharmacy>
package typealias CareGroupContext = WorkContext<Office>

extension WorkContext where Place == Treating {
    /// About patients of their own practice.
    package var actor: Audit.Actor { actor(on: .treatment) }
}

extension WorkContext where Place == Office {
    package var actor: Audit.Actor { actor(on: .office) }
}

/// Nobody is signed in, or the session is over: the way on is the sign-in page.
package struct SignInNeeded: HTTPResponseError {
    package init() {}
    package var status: HTTPResponse.Status { .seeOther }
    package func response(from request: Request, context: some RequestContext) -> Response {
        .see("/")
    }
}

/// They are signed in, but not surely enough for this: the way on is the page that asks for more.
package struct ProofNeeded: HTTPResponseError {
    /// The page to come back to, where a form was sent.
    package let back: String?

    package init(back: String? = nil) { self.back = back }
    package var status: HTTPResponse.Status { .seeOther }
    package func response(from request: Request, context: some RequestContext) -> Response {
        .see("/sign-in/again")
    }
}
