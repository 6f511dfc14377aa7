import Clinical
import Identity

extension Devices {
    /// One device in a kit.
    package struct Device: Hashable, Sendable {
        package let part: Part
        package let model: String
        package let serial: String
        /// The sizes of the cuffs that go with it: `M, L`.
        package let cuffs: String
        package let batteryOn: Day?

        package init(_ part: Part, model: String, serial: String = "", cuffs: String = "", batteryOn: Day? = nil) {
            self.part = part
            self.model = model
            self.serial = serial
            self.cuffs = cuffs
            self.batteryOn = batteryOn
        }
    }

    /// A kit as it stands in the books now.
    package struct Kit: Hashable, Sendable {
        package let id: ID<KitMark>
        package let number: KitNumber
        /// What the practice itself calls it.
        package let mark: String?
        package let kind: String
        package let purpose: Purpose
        package let state: State
        /// How many things happened to it; a form that saw fewer is too old.
        package let version: Int
        package var devices: [Device] = []

        package var parts: [Part] { Part.allCases.filter { part in devices.contains { $0.part == part } } }
    }

    /// A kit that comes into the books.
    package struct NewKit: Hashable, Sendable {
        package let number: KitNumber
        package let mark: String?
        package let kind: String
        package let purpose: Purpose
        package let devices: [Device]

        package init(
            _ number: KitNumber, kind: String, mark: String? = nil, purpose: Purpose = .lending, devices: [Device]
        ) {
            self.number = number
            self.mark = mark
            self.kind = kind
            self.purpose = purpose
            self.devices = devices
        }
    }

    /// Who has a kit, or will have it.
    package struct Holder: Hashable, Sendable {
        package let loan: ID<LoanMark>
        package let patient: ID<Patient>
        package let name: String
        package let lentAt: Instant?
        package let dueOn: Day
        package let agreedAt: Instant?
    }

    /// One line of the list.
    struct Listed: Hashable, Sendable {
        let kit: Kit
        let holder: Holder?

        func isOverdue(on today: Day) -> Bool {
            guard kit.state.isAtHome, let holder else { return false }
            return holder.dueOn < today
        }
    }

    /// Something that happened to a kit.
    package struct Event: Hashable, Sendable {
        package let id: ID<EventMark>
        package let at: Instant
        /// Nothing for the day it came into the books.
        package let step: Step?
        package let state: State
        package let loan: ID<LoanMark>?
        /// Who did it; nothing when a rule did, or somebody who is known no more.
        let by: String?
        /// Whose loan it was.
        let patient: String?
        /// What was ticked: parts that came back, things that were done.
        package let ticked: Set<Item>
        let note: String
    }

    /// What is ticked when a kit comes back and when it is made ready for the next.
    package enum Item: String, Hashable, Sendable, CaseIterable {
        case meter, scale
        case stepCounter = "step counter"
        case complete, clean, erased, battery

        init(_ part: Part) {
            self =
                switch part {
                case .meter: .meter
                case .scale: .scale
                case .stepCounter: .stepCounter
                }
        }

        /// All of these before a kit goes back on the shelf.
        static let beforeLending: [Item] = [.complete, .clean, .erased, .battery]
    }
}

extension Devices {
    /// A model that stands on a list of validated devices, as the practice wrote it down.
    package struct ValidatedModel: Hashable, Sendable {
        package let model: String
        /// By which protocol, or on which list.
        package let list: String
        package let since: Day

        package init(_ model: String, on list: String, since: Day) {
            self.model = model
            self.list = list
            self.since = since
        }
    }
}
