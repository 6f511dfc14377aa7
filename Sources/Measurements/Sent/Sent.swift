import Clinical
import Credentials

extension Measurements {
    /// One reading as a phone sends it, before anyone believes it.
    ///
    /// - Shape: a JSON object with the `id` that the phone gave it, `at` (when), and what was `typed` or what a `meter` said
    struct Sent: Hashable, Sendable {
        let id: ReadingID
        /// When it was typed, or when the meter gave it.
        var at: Moment
        /// What the clock of the phone said, where that was corrected.
        var said: Instant?
        let content: Content
        var answer: Answer

        enum Content: Hashable, Sendable {
            case typed(Measured)
            case meter(FromMeter)
        }

        /// What the person said when asked "is this right?".
        enum Answer: Hashable, Sendable { case notAsked, isRight }

        /// As many readings as a phone sends at once, and as much as each may hold.
        static let most = 200
        static let mostBytes = 2048
    }
}

/// Why a reading that was sent is not taken in.
enum SentRefusal: String, Error, Hashable, Sendable {
    /// Not in a form that we know.
    case unreadable
    /// No body has these values.
    case impossible
    /// Before anybody measured for us, or still to come.
    case time
    /// Closed with a key that this account does not have.
    case otherAccount = "other-account"
    /// The meter says that it could not measure.
    case failed
    /// The number does not belong to the unit that the meter gave it.
    case unit
    /// Another user of the same meter.
    case otherPerson = "other-person"
    /// One of several that a meter kept without a time anybody can believe.
    case noTime = "no-time"
}

extension Measurements.Sent {
    /// What was refused before it could be judged, and by which name the phone knows it, if it said so.
    struct Unread: Error, Hashable {
        let id: String
        let why: SentRefusal
    }

    /// - Throws: ``Unread``
    init(_ text: String) throws(Unread) {
        guard let json = try? JSONReader.only(Array(text.utf8)), case .object(let members) = json,  // refused below
            case .text(let name)? = members["id"], let id = Measurements.ReadingID(name)
        else { throw Unread(id: "", why: .unreadable) }
        guard case .text(let time)? = members["at"], let at = Moment(rfc3339: time) else {
            throw Unread(id: id.description, why: .unreadable)
        }
        self.id = id
        self.at = at
        answer = members["confirmed"] == .truth(true) ? .isRight : .notAsked
        do throws(SentRefusal) {
            content = try Self.content(members)
        } catch {
            throw Unread(id: id.description, why: error)
        }
    }

    private static func content(_ members: [String: JSONValue]) throws(SentRefusal) -> Content {
        switch (members["typed"], members["meter"]) {
        case (.object(let typed)?, nil): .typed(try measured(typed))
        case (nil, .object(let meter)?): .meter(try Measurements.FromMeter(meter, of: members))
        default: throw .unreadable
        }
    }

    private static func measured(_ typed: [String: JSONValue]) throws(SentRefusal) -> Measured {
        if let kg = typed["kg"] {
            guard typed.count == 1, let kg = kg.decimal else { throw .unreadable }
            // Beyond this there is no whole number of grams to judge.
            guard kg > 0, kg < 10_000 else { throw .impossible }
            return .weight(.kg(kg))
        }
        guard let systolic = typed["systolic"]?.whole, let diastolic = typed["diastolic"]?.whole,
            Set(typed.keys).isSubset(of: ["systolic", "diastolic", "pulse"])
        else { throw .unreadable }
        let pulse = typed["pulse"].flatMap { $0 == .nothing ? nil : $0 }
        let beats = pulse?.whole
        guard pulse == nil || beats != nil else { throw .unreadable }
        return .bloodPressure(
            .mmHg(systolic, over: diastolic), pulse: beats.map { .perMinute($0) }, rhythm: nil)
    }
}

extension JSONValue {
    var whole: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }

    fileprivate var decimal: Double? {
        guard case .number(let digits) = self else { return nil }
        return Double(digits)
    }
}
