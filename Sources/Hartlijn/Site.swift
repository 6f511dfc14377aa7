import Assistance
import Audit
import Clinical
import Credentials
import Devices
import Enrolling
import Exchange
import HTTPTypes
import Hummingbird
import Identity
import Logging
import Measurements
import Outbox
import Oversight
import Pharmacy
import Portal
import Programme
import Rights
import Storage
import Stories
import Vendors
import Web
import Worklist

/// The whole site: what stands in front of every request, and which routes each role can reach at all.
struct Site: Sendable {
    let store: Store
    let clock: Clock
    let cookies: SessionCookie
    /// Whether the database was found and its tables are ours.
    var isPrepared: @Sendable () -> Bool = { true }
    /// Who may do what.
    var policy = Identity.Policy.standing
    /// The name under which people find it, as its administrator says.
    var host = SiteHost.unknown
    /// What a demonstration tells about the second step.
    var hint: ProvingRoutes.Hint = { _, _ in nil }
    /// How other houses are asked something.
    var outgoing = Outgoing.none
    /// The names this site answers to; none of them: any.
    var hosts: Set<String> = []
    /// Proxies on other machines, whose word for who called is taken.
    var proxies: Set<String> = []
    /// Whether each request leaves a line in the log of the server.
    var logsRequests = false
    /// The keys of fields; without them no service number is kept.
    var safe: Safe?
    /// What leaves this site, so that a page offers nothing else.
    var offer = Outbox.Offer.none
    /// How this site is known at Withings; without it no meter is coupled.
    var withings: Withings.Account?
    /// How people come in: what a password costs, and what a new one has to be.
    var door = Door()
    /// Passwords are judged one after the other.
    private let gate = OneAtATime()
    /// What browsers tell of pages that wanted what their policy forbids.
    let reports = PolicyReports()
    /// Every door, noted while the router is made.
    let book = DoorBook()

    struct Door: Sendable {
        var cost = HashCost.standard
        var rules = PasswordRules()
    }

    private var signIn: SignIn { SignIn(store: store, cost: door.cost, rules: door.rules, gate: gate) }

    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecureHeaders(cookies.isOverTLS ? .tls : .loopback))
        if logsRequests { router.add(middleware: RequestLog(clock: clock)) }
        router.add(
            middleware: Faults(
                isOutage: { $0 is NoLine || ($0 as? StorageFailure)?.mayPass == true },
                cause: { ($0 as? StorageFailure)?.description }))
        router.add(middleware: SameOrigin())
        AssetLibrary.mount(on: router, keepingOnPhones: OfflineRoutes.pages)
        mountHealth(on: router)
        // A proxy asks for /health without naming a host.
        router.add(middleware: RightHost(hosts))
        router.add(
            middleware: WhoIsAsking(
                store: store, signIn: signIn, clock: clock, cookies: cookies, policy: policy, book: book,
                proxies: proxies))
        let elsewhere = ElsewhereRoutes(
            store: store, signIn: signIn, clock: clock, cookies: cookies,
            elsewhere: Elsewhere(store: store, houses: OtherHouses(outgoing), host: host), book: book)
        let door = Doors<SiteContext>(router.group(), in: book, clock: clock)
        let own = Doors(router.group(context: OwnContext.self), in: book, clock: clock)
        mountDoor(on: door)
        mountOwn(on: own)
        elsewhere.mount(on: door)
        elsewhere.mount(on: own)
        LabelRoutes(store: store, clock: clock).mount(
            own: own, practice: Doors(router.group(context: PracticeContext.self), in: book, clock: clock))
        mountPatient(on: Doors(router.group(context: PatientContext.self), in: book, clock: clock))
        mountPractice(on: Doors(router.group(context: PracticeContext.self), in: book, clock: clock))
        DeskRoutes(store: store, clock: clock)
            .mount(on: Doors(router.group(context: HelperContext.self), in: book, clock: clock))
        CounterRoutes(store: store, clock: clock)
            .mount(on: Doors(router.group(context: PharmacyContext.self), in: book, clock: clock))
        mountCareGroup(on: Doors(router.group(context: CareGroupContext.self), in: book, clock: clock))
        return router
    }

    private func mountDoor(on site: Doors<SiteContext>) {
        SignInRoutes(store: store, signIn: signIn, clock: clock, cookies: cookies, host: host).mount(on: site)
        ActivationRoutes(store: store, signIn: signIn, clock: clock, cookies: cookies).mount(on: site)
        MachineRoutes(machines: Machines(store: store, host: host), clock: clock).mount(on: site)
        OfflineRoutes().mount(on: site)
        NewsRoutes(store: store, clock: clock, desk: desk).mount(on: site)
    }

    private func mountOwn(on own: Doors<OwnContext>) {
        ProvingRoutes(
            signIn: signIn, clock: clock, cookies: cookies, book: book, host: host, hint: hint
        ).mount(on: own)
        AccountRoutes(store: store, signIn: signIn, clock: clock, cookies: cookies, host: host).mount(on: own)
        PasskeyRoutes(signIn: signIn, clock: clock, cookies: cookies, host: host).mount(on: own)
        AnsweringRoutes(store: store, clock: clock).mount(on: own)
    }

    private func mountCareGroup(on careGroup: Doors<CareGroupContext>) {
        ProgrammeRoutes(store: store, clock: clock).mount(on: careGroup)
        OversightRoutes(store: store, clock: clock).mount(on: careGroup)
        RequestCountRoutes(store: store, clock: clock).mount(on: careGroup)
        PeopleRoutes(store: store, clock: clock).mount(on: careGroup)
        InboxesRoutes(store: store, clock: clock).mount(on: careGroup)
        ShelfRoutes(store: store, clock: clock).mount(on: careGroup)
    }

    private func mountPatient(on patient: Doors<PatientContext>) {
        let arrives = ReadingArrives(store: store)
        let feels = PatientFeels(store: store)
        let asks = PatientAsks(store: store)
        let file = FileArrives(store: store)
        TodayRoutes(store: store, clock: clock).mount(on: patient)
        let alone: MeasuringStories.Arrives = { reading, patient, practice, actor, occasion in
            let arrival = try await arrives.tell(reading, from: patient, of: practice, by: actor, at: occasion)
            return (arrival.reading, arrival.answer)
        }
        MeasuringRoutes(
            store: store, clock: clock,
            stories: MeasuringStories(
                arrives: alone,
                feels: { try await feels.tell($0, about: $1, from: $2, of: $3, by: $4, at: $5) })
        ).mount(on: patient)
        OneNumberRoutes(store: store, clock: clock, arrives: alone).mount(on: patient)
        PhoneRoutes(store: store, clock: clock).mount(on: patient)
        let phone = PhoneSends(store: store)
        let together: SentRoutes.Arrives = { readings, patient, practice, actor, occasion in
            try await phone.tell(readings, from: patient, of: practice, by: actor, at: occasion)
                .map { Measurements.Arrived($0.reading, isNew: $0.isNew, answer: $0.answer) }
        }
        SentRoutes(store: store, clock: clock, arrives: together).mount(on: patient)
        DiaryRoutes(store: store, clock: clock, photos: safe == nil ? .none : .taken, arrives: together)
            .mount(on: patient)
        PhotoRoutes(store: store, clock: clock, safe: safe) {
            try await asks.tell($0, as: ID(of: $1), from: $2, of: $3, by: $4, at: $5)
        }.mount(on: patient)
        let settles = ReadingIsSettled(store: store)
        MeterRoutes(store: store, clock: clock) {
            try await settles.tell($0, is: .enteredInError, of: $1, in: $2, by: $3, at: $4)
        }.mount(on: patient)
        GraphRoutes(store: store, clock: clock).mount(on: patient)
        MessagesRoutes(store: store, clock: clock) { try await asks.tell($0, as: $1, from: $2, of: $3, by: $4, at: $5) }
            .mount(on: patient)
        GoalsRoutes(store: store, clock: clock).mount(on: patient)
        WatchingRoutes(store: store, clock: clock).mount(on: patient)
        HelpingRoutes(store: store, clock: clock).mount(on: patient)
        OwnHelpRoutes(store: store, clock: clock).mount(on: patient)
        OwnPharmacyRoutes(store: store, clock: clock).mount(on: patient)
        CopyRoutes(store: store, clock: clock, safe: safe).mount(on: patient)
        RightsRoutes(store: store, clock: clock).mount(on: patient)
        ReminderRoutes(store: store, clock: clock, safe: safe, offer: offer).mount(on: patient)
        MoreRoutes(store: store, meters: desk == nil ? .none : .withings).mount(on: patient)
        CouplingRoutes(store: store, clock: clock, desk: desk).mount(on: patient)
        OwnLoanRoutes(store: store, clock: clock) {
            try await asks.tell($0, as: ID(of: $1), from: $2, of: $3, by: $4, at: $5)
        }.mount(on: patient)
        ImportRoutes(store: store, clock: clock) { try await file.tell($0, from: $1, of: $2, by: $3, at: $4) }
            .mount(on: patient)
    }

    /// What is needed to couple meters; nothing when that is off.
    var desk: WithingsDesk? { WithingsDesk(withings, safe: safe, host: host, outgoing: outgoing) }

    private func mountPractice(on practice: Doors<PracticeContext>) {
        let arrives = ReadingArrives(store: store)
        let answers = PracticeAnswers(store: store)
        let changes = MedicationChanges(store: store)
        let settles = ReadingIsSettled(store: store)
        WorklistRoutes(store: store, clock: clock).mount(on: practice)
        DossierRoutes(
            store: store, clock: clock,
            stories: DossierStories(
                answers: { text, number, patient, practice, families, actor, occasion in
                    try await answers.tell(
                        text, as: ID(of: number), to: patient, of: practice, closing: families, by: actor, at: occasion)
                },
                explains: { what, why, number, patient, practice, actor, occasion in
                    try await changes.tell(
                        what, because: why, as: ID(of: number), for: patient, of: practice, by: actor, at: occasion)
                },
                settles: { reading, status, patient, practice, actor, occasion in
                    try await settles.tell(
                        ID(of: reading), is: status, of: patient, in: practice, by: actor,
                        at: occasion)
                })
        ).mount(on: practice)
        PracticeReadingRoutes(store: store, clock: clock) {
            let arrival = try await arrives.tell($0, from: $1, of: $2, by: $3, at: $4)
            return (arrival.reading, arrival.answer)
        }.mount(on: practice)
        let together = PhoneSends(store: store)
        PaperRoutes(store: store, clock: clock, safe: safe) { readings, patient, practice, actor, occasion in
            try await together.tell(readings, from: patient, of: practice, by: actor, at: occasion)
                .map { Measurements.Arrived($0.reading, isNew: $0.isNew, answer: $0.answer) }
        }.mount(on: practice)
        let (enrols, stops) = (PatientEnrols(store: store), PatientStops(store: store))
        ListRoutes(store: store, clock: clock).mount(on: practice)
        CandidateRoutes(store: store, clock: clock).mount(on: practice)
        StepRoutes(
            store: store, clock: clock,
            stories: EnrollingStories(
                enrols: { try await enrols.tell($0, saying: $1, to: $2, by: $3, at: $4) },
                stops: { try await stops.tell($0, of: $1, by: $2, at: $3) })
        ).mount(on: practice)
        AskingRoutes(store: store, clock: clock).mount(on: practice)
        ChoosingRoutes(store: store, clock: clock).mount(on: practice)
        PlanRoutes(store: store, clock: clock).mount(on: practice)
        LimitsRoutes(store: store, clock: clock).mount(on: practice)
        KitsRoutes(store: store, clock: clock).mount(on: practice)
        KeepingRoutes(store: store, clock: clock).mount(on: practice)
        LendingRoutes(store: store, clock: clock).mount(on: practice)
        StockRoutes(store: store, clock: clock).mount(on: practice)
        KitSettingsRoutes(store: store, clock: clock).mount(on: practice)
        ServiceNumberRoutes(store: store, clock: clock, safe: safe).mount(on: practice)
        let corrected = PersonIsCorrected(store: store)
        PersonRoutes(store: store, clock: clock) { try await corrected.tell($0, of: $1, in: $2, by: $3, at: $4) }
            .mount(on: practice)
        LetterRoutes(store: store, clock: clock, host: host).mount(on: practice)
        EmergencyRoutes(store: store, clock: clock).mount(on: practice)
        SummaryRoutes(store: store, clock: clock).mount(on: practice)
        TemplateRoutes(store: store, clock: clock).mount(on: practice)
        SharedRoutes(store: store, clock: clock).mount(on: practice)
        let (answered, forgotten) = (RequestIsAnswered(store: store), PatientIsForgotten(store: store))
        RequestDeskRoutes(
            store: store, clock: clock,
            stories: RightsStories(
                answers: { try await answered.tell($0, to: $1, of: $2, by: $3, at: $4) },
                forgets: { _ = try await forgotten.tell($0, of: $1, by: $2, at: $3) })
        ).mount(on: practice)
    }

    /// - `GET /health/live`      the process runs
    /// - `GET /health/ready`     and its database is ours and takes changes; a proxy sends nobody here until it does
    /// - `POST /reports/policy`  a browser tells that a page wanted what its policy forbids
    private func mountHealth(on router: Router<SiteContext>) {
        router.get("health/live") { _, _ in "ok\n" }
        router.get("health/ready") { _, _ -> Response in
            do {
                guard isPrepared() else { throw StorageFailure.unreachable("not found yet") }
                try await store.assertWritable()
                return Self.plain("ok\n", .ok)
            } catch {
                return Self.plain("no database\n", .serviceUnavailable)
            }
        }
        let reports = reports
        router.post("reports/policy") { try await reports.take($0, $1) }
    }

    private static func plain(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
