import Clinical
import Identity

extension Exchange.Copy {
    /// Everything, part by part, as a person reads it and as a table holds it.
    var parts: [(part: Exchange.CopiedPart, lines: [Exchange.CopiedLine])] {
        Exchange.CopiedPart.allCases.map { part in
            // A part that holds nothing else has no rest.
            (part, own(part) + (care.rest[part] ?? []))
        }
    }

    private func own(_ part: Exchange.CopiedPart) -> [Exchange.CopiedLine] {
        switch part {
        case .person: [line(patient)]
        case .readings: readings.map(\.line)
        case .weeks: care.weeks.map(\.line) + summaries.map(\.copied)
        case .plan: care.plans.map(\.line)
        case .messages:
            messages.map { line($0, with: practice.name) } + letters.map { line($0.message, with: $0.pharmacy) }
        case .goals: goals.map(\.line)
        case .medication:
            changes.map { .init(when: CopyWords.date($0.changedOn), what: "\($0.what). Waarom: \($0.why)") }
        case .loans: care.loans.map(\.line)
        case .invitations: care.invitations.map(\.line)
        case .consents: care.consents.map(\.line)
        case .looks: care.looks.map(\.line)
        case .requests: tasks.flatMap(\.lines)
        case .reminders, .sent, .meters, .enrolment, .emergencies, .list: []
        }
    }

    private func line(_ person: Exchange.Person) -> Exchange.CopiedLine {
        let facts = [
            "\(person.givenName) \(person.familyName)", "geboren \(CopyWords.date(person.bornOn))",
            person.sex == .female ? "vrouw" : "man", "telefoon \(person.phone)", "zorg voor: \(person.programmes)",
            "taal: \(person.spokenLanguage)",
            person.reading == .difficult ? "lezen gaat moeilijk" : "lezen gaat goed",
        ]
        return .init(
            when: CopyWords.stamp(person.registeredAt), what: facts.joined(separator: "; "), by: practice.name)
    }

    private func line(_ message: Exchange.CopiedMessage, with house: String) -> Exchange.CopiedLine {
        .init(
            when: CopyWords.stamp(message.sentAt), what: message.body,
            by: message.sender == .patient ? "u" : message.writer ?? house)
    }

    /// Everything as one table.
    ///
    /// - Shape: UTF-8 with a mark in front, `;` between fields: which part, when, what and by whom
    package var wholeTable: String {
        "\u{FEFF}onderdeel;wanneer;wat;door\r\n"
            + parts.flatMap { part, lines in
                lines.map { line in
                    [CopyWords.part(part).nl, line.when, line.what, line.by].map(Self.field).joined(separator: ";")
                        + "\r\n"
                }
            }.joined()
    }
}

extension Exchange.CopiedReading {
    var line: Exchange.CopiedLine {
        var words = ["\(Self.word(kind)) \(value)"]
        if status != .final { words.append(Self.word(status)) }
        if let felt {
            words.append("u voelde: \(felt)")
        }
        return .init(
            when: CopyWords.stamp(taken), what: words.joined(separator: ", "),
            by: setting == .home ? "u, thuis" : "de praktijk")
    }

    /// What the patient felt, in words; nothing when they were not asked.
    var felt: String? {
        complaints.map { complaints in
            complaints.isEmpty
                ? "niets bijzonders"
                : complaints.split(separator: ",").map { CopyWords.word(String($0)) }.joined(separator: ", ")
        }
    }
}

extension Exchange.CopiedWeek {
    fileprivate var line: Exchange.CopiedLine {
        var words = ["Meetweek van \(CopyWords.date(from)) tot en met \(CopyWords.date(until))"]
        words.append(CopyWords.word(measuring))
        if let judgement {
            words.append("uitkomst: \(CopyWords.word(judgement.outcome))")
            if let average = judgement.average { words.append("gemiddeld \(average)") }
            if let readings = judgement.readings { words.append("\(readings) metingen") }
            words.append("regel \(judgement.rule) \(judgement.version)")
        } else {
            words.append(withdrawnAt == nil ? "nog niet klaar" : "niet meer gevraagd")
        }
        return .init(
            when: CopyWords.date(from), what: words.joined(separator: "; "), by: judgement == nil ? "" : "Hartlijn zelf"
        )
    }
}

extension Exchange.CopiedTask {
    fileprivate var lines: [Exchange.CopiedLine] {
        steps.map { step in
            let words = [
                "Hulp: \(CopyWords.help(help))", organisation, CopyWords.taskStep(step.name),
                step.onDay.map(CopyWords.date) ?? "", step.note,
            ]
            return .init(
                when: CopyWords.stamp(step.at.instant), what: words.filter { !$0.isEmpty }.joined(separator: ", "),
                by: step.by)
        }
    }
}

extension Exchange.Summary {
    /// The numbers stand in the readings, and in the file for another app.
    fileprivate var copied: Exchange.CopiedLine {
        var words = [
            "Samenvatting van \(SummaryWords.kind(judgement.kind).nl)",
            "\(CopyWords.date(period.from)) tot en met \(CopyWords.date(period.through))",
            "\(judgement.counted.used) metingen",
        ]
        if let approved { words.append("akkoord op \(CopyWords.stamp(approved.at))") }
        if let placedAt { words.append("in het dossier op \(CopyWords.stamp(placedAt))") }
        return .init(when: CopyWords.stamp(madeAt), what: words.joined(separator: ", "))
    }
}

extension Exchange.CopiedPlan {
    fileprivate var line: Exchange.CopiedLine {
        var words = [state == .now ? "Nu" : "Afspraak", CopyWords.word(measuring), "doel onder \(goal)"]
        if let heartFailureSince { words.append("hartfalen sinds \(CopyWords.date(heartFailureSince))") }
        return .init(when: CopyWords.date(from), what: words.joined(separator: "; "), by: by)
    }
}

extension Exchange.CopiedGoal {
    fileprivate var line: Exchange.CopiedLine {
        let reached = reachedOn.map { ", klaar op \(CopyWords.date($0))" } ?? ""
        return .init(when: CopyWords.date(setOn), what: "\(text)\(reached)", by: "u")
    }
}

extension Exchange.CopiedLoan {
    fileprivate var line: Exchange.CopiedLine {
        var words = ["Box \(number), terug op \(CopyWords.date(dueOn))"]
        if let lentAt { words.append("meegekregen op \(CopyWords.stamp(lentAt))") }
        if let agreedAt, let agreedHow {
            words.append("u zei ja op \(CopyWords.stamp(agreedAt)), \(CopyWords.word(agreedHow))")
        }
        if let endedAt, let ending { words.append("\(CopyWords.word(ending)) op \(CopyWords.stamp(endedAt))") }
        return .init(when: CopyWords.stamp(reservedAt), what: words.joined(separator: "; "))
    }
}

extension Exchange.CopiedInvitation {
    fileprivate var line: Exchange.CopiedLine {
        var words = ["Gevraagd \(CopyWords.word(channel))"]
        if let answer, let answeredAt {
            words.append("u zei \(CopyWords.word(answer)) op \(CopyWords.stamp(answeredAt))")
        }
        if withdrawnAt != nil { words.append("teruggenomen") }
        return .init(when: CopyWords.stamp(at), what: words.joined(separator: "; "), by: by)
    }
}

extension Exchange.CopiedConsent {
    /// What was allowed to whom, in a sentence.
    var sentence: String {
        switch kind {
        case .mandate:
            "\(whom) mag u helpen: \(what.split(separator: " ").map { CopyWords.word(String($0)) }.joined(separator: ", "))"
        case .sharing: "\(whom) mag in uw gegevens kijken"
        case .enrolment: "U doet mee met thuis meten, \(CopyWords.word(whom)), tekst \(what)"
        }
    }

    fileprivate var line: Exchange.CopiedLine {
        var words = [sentence]
        if let until { words.append("tot \(CopyWords.stamp(until))") }
        if let endedAt { words.append("gestopt op \(CopyWords.stamp(endedAt))") }
        return .init(when: CopyWords.stamp(from), what: words.joined(separator: "; "), by: "u")
    }
}

extension Exchange.CopiedLook {
    var who: String {
        guard let name else { return CopyWords.word(actor == "worker" ? role : actor) }
        return [name, CopyWords.word(role), organisation].compactMap { $0 }.filter { !$0.isEmpty }.joined(
            separator: ", ")
    }

    fileprivate var line: Exchange.CopiedLine {
        let why = ground.isEmpty || ground == "none" ? "" : " (\(CopyWords.word(ground)))"
        return .init(
            when: CopyWords.stamp(at), what: "\(CopyWords.word(action)): \(CopyWords.object(object))\(why)", by: who)
    }
}
