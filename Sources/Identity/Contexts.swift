import Audit
import Clinical
import Hummingbird
import Web

/// Any request: who is asking, when that is known, and in which language to answer.
package struct SiteContext: RequestContext, GuardedContext {
    package var coreContext: CoreRequestContextStorage
    package var visitor: Identity.Visitor?
    package var language: Language = .nl

    package typealias Source = ApplicationRequestContextSource

    package init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }

    package var formSecret: FormSecret { FormSecret(visitor?.formSecret ?? []) }
}

/// A request from a patient about themselves. A route that takes this context cannot be reached by anyone else.
package struct PatientContext: ChildRequestContext, GuardedContext {
    package var coreContext: CoreRequestContextStorage
    package let visitor: Identity.Visitor
    package let patient: ID<Patient>
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        guard case .patient(let patient) = visitor.person else { throw NotFound() }
        coreContext = context.coreContext
        self.visitor = visitor
        self.patient = patient
        language = context.language
    }

    package var practice: ID<Practice> { visitor.practice }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
    package var actor: Audit.Actor { .patient(patient) }
}

/// A request from somebody who treats patients at a practice: a POH or a GP.
package struct PracticeContext: ChildRequestContext, GuardedContext {
    package var coreContext: CoreRequestContextStorage
    package let visitor: Identity.Visitor
    package let worker: ID<Worker>
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        guard case .worker(let worker) = visitor.person, [.poh, .gp].contains(visitor.role) else { throw NotFound() }
        coreContext = context.coreContext
        self.visitor = visitor
        self.worker = worker
        language = context.language
    }

    package var practice: ID<Practice> { visitor.practice }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
    package var actor: Audit.Actor { .worker(worker) }
}

/// A request from somebody of the care group who never sees a patient: implementation worker or administrator.
package struct CareGroupContext: ChildRequestContext, GuardedContext {
    package var coreContext: CoreRequestContextStorage
    package let visitor: Identity.Visitor
    package let worker: ID<Worker>
    package let language: Language

    package init(context: SiteContext) throws {
        guard let visitor = context.visitor else { throw SignInNeeded() }
        guard case .worker(let worker) = visitor.person, [.implementer, .administrator].contains(visitor.role) else {
            throw NotFound()
        }
        coreContext = context.coreContext
        self.visitor = visitor
        self.worker = worker
        language = context.language
    }

    package var practice: ID<Practice> { visitor.practice }
    package var formSecret: FormSecret { FormSecret(visitor.formSecret) }
    package var actor: Audit.Actor { .worker(worker) }
}

/// Nobody is signed in, or the session is over: the way on is the sign-in page.
package struct SignInNeeded: HTTPResponseError {
    package init() {}
    package var status: HTTPResponse.Status { .seeOther }
    package func response(from request: Request, context: some RequestContext) -> Response {
        .see("/")
    }
}
