extension Enrolling {
    /// How far somebody is who may be asked.
    package enum State: String, Hashable, Sendable, CaseIterable {
        case listed, invited, yes, later, no
        case takesPart = "takes-part"
        case stopped
        case leftOut = "left-out"

        /// What comes of it when somebody does this; `nil` when it cannot be done now.
        package func after(_ step: Step) -> State? {
            switch (self, step) {
            case (.listed, .invite), (.invited, .invite), (.later, .invite), (.no, .invite), (.stopped, .invite):
                .invited
            case (.invited, .answer(let answer)), (.yes, .answer(let answer)), (.later, .answer(let answer)),
                (.no, .answer(let answer)):
                answer.state
            case (.yes, .takeBackAnswer), (.later, .takeBackAnswer), (.no, .takeBackAnswer): .invited
            case (.invited, .takeBackInvitation): .listed
            case (.listed, .takePart), (.invited, .takePart), (.yes, .takePart), (.later, .takePart), (.no, .takePart),
                (.stopped, .takePart):
                .takesPart
            case (.takesPart, .stop): .stopped
            case (.listed, .leaveOut), (.invited, .leaveOut), (.later, .leaveOut), (.no, .leaveOut): .leftOut
            case (.leftOut, .putBack): .listed
            default: nil
            }
        }
    }

    /// What a practice does with somebody on the list.
    package enum Step: Hashable, Sendable {
        case invite
        case answer(Answer)
        case takeBackAnswer, takeBackInvitation
        case takePart, stop, leaveOut, putBack

        package static let all: [Step] =
            [.invite] + Answer.allCases.map { .answer($0) } + [
                .takeBackAnswer, .takeBackInvitation, .takePart, .stop, .leaveOut, .putBack,
            ]
    }

    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case yes, later, no

        var state: State {
            switch self {
            case .yes: .yes
            case .later: .later
            case .no: .no
            }
        }
    }

    /// By which way somebody was asked.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        case consult, letter, message, phone
    }
}
