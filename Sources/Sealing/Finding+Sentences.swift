extension Finding: CustomStringConvertible {
    /// One sentence for whoever runs the check.
    package var description: String {
        switch self {
        case .editedLine(let place, let line):
            "Line \(place) (\(line)) does not fit its fingerprint: it was changed, or the one before it was."
        case .brokenLink(let place): "The link of line \(place) was changed; the line itself was not."
        case .missingLine(let place, let line): "Line \(place) (\(line)) is gone; only its link is left."
        case .gap(let from, let to) where from == to: "Line \(from) is gone, and its link too."
        case .gap(let from, let to): "Lines \(from) to \(to) are gone, and their links too."
        case .wrongOrder(let place, let before): "Line \(place) comes after line \(before)."
        case .lineTwice(let line, let place): "Line \(place) (\(line)) already stood at an earlier place."
        case .otherTenant(let witness, let place): "\(witness) of line \(place) is of another organisation."
        case .unknownKey(let witness, let place, let keyID):
            "\(witness) of line \(place) was signed with a key that is not known here\(Finding.shown(keyID))."
        case .wrongSignature(let witness, let place):
            "\(witness) of line \(place) was changed, or was not signed by this server."
        case .headsBackwards(let place, let before): "The head of line \(place) comes after the head of line \(before)."
        case .doesNotMatchChain(let witness, let place, let good):
            "\(witness) of line \(place) tells of another log; the last that agreed was of line \(good)."
        case .beyondChain(let witness, let place, let end):
            "\(witness) tells of \(place) lines, but the log ends at \(end): its end is gone or it is an older copy."
        case .headsMissing(let last, let end): "Lines \(last &+ 1) to \(end) should have been signed by now."
        case .unsealedTooLong(let line, let time):
            "The line \(line) of \(time) ms since 1970 should have been sealed by now."
        }
    }

    /// A name that was never a name of a key is not shown: what it holds may be meant for the screen.
    private static func shown(_ keyID: String) -> String { KeyID.isWellFormed(keyID.utf8) ? ", \(keyID)" : "" }
}

extension Witness: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storedHead: "The head"
        case .anchor(let line): "The anchor on line \(line) of the file"
        }
    }
}
