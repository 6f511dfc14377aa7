import Clinical

/// What is measured at home.
extension CalculateInput {
    func homeWeek(_ language: Language) throws -> CalculateAnswer {
        let judgement = HomeBloodPressure.judge(try homeReadings(), by: try measuringProtocol(), against: try limit())
        let sum = judgement.sum
        var values: [String: CalculateAnswer] = [
            "protocol": .text(judgement.measuring.name),
            "limit": .pressure(judgement.limit),
            "counts": .object([
                "received": .whole(sum.received), "firstDays": .whole(sum.onFirstDays),
                "irregular": .whole(sum.irregular), "used": .whole(sum.used),
                "needed": .whole(judgement.measuring.readingsNeeded),
            ]),
        ]
        if let mean = sum.mean {
            values["mean"] = .object(["systolic": .shown(mean.systolic), "diastolic": .shown(mean.diastolic)])
        }
        switch judgement.outcome {
        case .notEnoughData: values["outcome"] = .text("not-enough-data")
        case .onTarget(let average):
            values["outcome"] = .text("on-target")
            values["average"] = .pressure(average)
        case .raised(let average):
            values["outcome"] = .text("raised")
            values["average"] = .pressure(average)
        }
        return .by(judgement.rule, judgement.version, judgement.explanation, in: language, values)
    }

    private func homeReadings() throws(NoAnswer) -> [HomeReading] {
        var readings: [HomeReading] = []
        for item in try objects("readings") {
            readings.append(
                HomeReading(
                    try item.day("day"), try item.choice("moment"), try item.pressure(),
                    rhythm: try item.choice(ifGiven: "rhythm")))
        }
        return readings
    }

    private func measuringProtocol() throws(NoAnswer) -> MeasuringProtocol {
        let names = MeasuringProtocol.all.map(\.name).joined(separator: " / ")
        let name = (try texts(ifGivenAsText: "protocol")) ?? MeasuringProtocol.sevenDays.name
        guard var found = MeasuringProtocol.named(name) else { throw wrong("protocol", nl: names, en: names) }
        if let irregular = try choice(ifGiven: "irregular", IrregularReadings.self) { found.irregular = irregular }
        return found
    }

    private func texts(ifGivenAsText key: String) throws(NoAnswer) -> String? {
        do { return try text(key) } catch .missing { return nil } catch { throw error }
    }

    private func limit() throws(NoAnswer) -> BloodPressure {
        let own = try object(ifGiven: "limit")
        guard !own.isEmpty else { return HomeBloodPressure.raisedFrom }
        guard let systolic = own["systolic"], let diastolic = own["diastolic"] else {
            throw .missing("limit.systolic / limit.diastolic")
        }
        return .mmHg(systolic, over: diastolic)
    }

    fileprivate func pressure() throws(NoAnswer) -> BloodPressure {
        let pressure = BloodPressure.mmHg(try wholeNumber("systolic"), over: try wholeNumber("diastolic"))
        do {
            try Plausibility.refuseImpossible(.bloodPressure(pressure, pulse: nil, rhythm: nil))
        } catch {
            throw wrong("systolic/diastolic", nl: "1 tot en met 400", en: "1 to 400")
        }
        return pressure
    }

    func homeAlert(_ language: Language) throws -> CalculateAnswer {
        var recent: [TakenReading] = []
        for item in try objects(ifGiven: "recent") { recent.append(try item.takenReading()) }
        let alert = HomeAlerts.judge(
            try takenReading(), complaints: try complaints(), recent: recent, limits: try alertLimits())
        var answer: [String: CalculateAnswer] = ["name": .text(alert.answer.name)]
        if case .measureAgain(let minutes) = alert.answer { answer["waitMinutes"] = .whole(minutes) }
        return .by(
            alert.rule, alert.version, alert.explanation, in: language,
            [
                "level": .text(alert.level.rawValue), "reason": .text(alert.reason.rawValue),
                "also": .list(alert.also.map { .text($0.rawValue) }), "answer": .object(answer),
                "toPatient": .list(alert.toPatient.map { .text($0[language]) }),
            ])
    }

    private func takenReading() throws(NoAnswer) -> TakenReading {
        let pulse = try wholeNumber(ifGiven: "pulse").map { Pulse.perMinute($0) }
        return TakenReading(
            try pressure(), pulse: pulse, rhythm: try choice(ifGiven: "rhythm"), taken: try moment("at"))
    }

    private func complaints() throws(NoAnswer) -> Set<Complaint> {
        var found: Set<Complaint> = []
        for name in try texts(ifGiven: "complaints") {
            let names = Complaint.allCases.map(\.rawValue).joined(separator: " / ")
            guard let complaint = Complaint(rawValue: name) else { throw wrong("complaints", nl: names, en: names) }
            found.insert(complaint)
        }
        return found
    }

    private func alertLimits() throws(NoAnswer) -> AlertLimits {
        var limits = AlertLimits()
        for (name, value) in try object(ifGiven: "limits") {
            switch limits.set(name, to: value) {
            case .changed: continue
            case .unknownName:
                let names = AlertLimit.allCases.map(\.rawValue).joined(separator: " / ")
                throw wrong("limits.\(name)", nl: names, en: names)
            case .outsideBounds(let bounds):
                let text = "\(bounds.lowerBound)–\(bounds.upperBound)"
                throw wrong("limits.\(name)", nl: text, en: text)
            }
        }
        return limits
    }

    func bodyMass(_ language: Language) throws -> CalculateAnswer {
        let index = try BodyMassIndex(.kg(try number("kg")), height: .cm(try number("cm")))
        var values: [String: CalculateAnswer] = [
            "bmi": .shown(index.shown), "category": .text(index.category.rawValue),
        ]
        if let waist = try number(ifGiven: "waist_cm") {
            values["waist"] = .text(Waist(.cm(waist), try choice("sex")).rawValue)
        }
        return .by(BodyMassIndex.rule, BodyMassIndex.version, index.explanation, in: language, values)
    }

    func weightGain(_ language: Language) throws -> CalculateAnswer {
        var earlier: [DayWeight] = []
        for item in try objects("earlier") { earlier.append(try item.dayWeight()) }
        let judgement = HeartFailureWeight.judge(try dayWeight(), after: earlier)
        let values: [String: CalculateAnswer] =
            switch judgement.outcome {
            case .notEnoughData: ["outcome": .text("not-enough-data")]
            case .steady: ["outcome": .text("steady")]
            case .gained(let gain, let span):
                ["outcome": .text("gained"), "gain_kg": .number(gain.kg), "over": .text(span.rawValue)]
            }
        return .by(judgement.rule, judgement.version, judgement.explanation, in: language, values)
    }

    private func dayWeight() throws(NoAnswer) -> DayWeight {
        DayWeight(try day("day"), .kg(try number("kg")))
    }

    func steps(_ language: Language) throws -> CalculateAnswer {
        var days: [DaySteps] = []
        for item in try objects("days") {
            days.append(DaySteps(try item.day("day"), .count(try item.wholeNumber("steps"))))
        }
        let judgement = StepsRule.judge(days, today: try day("today"))
        let values: [String: CalculateAnswer] =
            switch judgement.outcome {
            case .notEnoughData(let have, let need):
                ["outcome": .text("not-enough-data"), "have": .whole(have), "need": .whole(need)]
            case .goal(let baseline, let from, let to):
                [
                    "outcome": .text("goal"), "baseline": .whole(baseline.count), "from": .whole(from.count),
                    "to": .whole(to.count),
                ]
            }
        return .by(judgement.rule, judgement.version, judgement.explanation, in: language, values)
    }

    func pulse(_ language: Language) throws -> CalculateAnswer {
        let judgement = PulseRule.judge(.perMinute(try wholeNumber("pulse")))
        return .by(
            judgement.rule, judgement.version, judgement.explanation, in: language,
            ["outcome": .text(judgement.outcome.rawValue)])
    }

    func glucose(_ language: Language) throws -> CalculateAnswer {
        let judgement = GlucoseRule.judge(.millimolesPerLitre(try number("mmol")), try choice("moment"))
        return .by(
            judgement.rule, judgement.version, judgement.explanation, in: language,
            ["outcome": .text(judgement.outcome.rawValue), "mmol": .shown(judgement.shown)])
    }
}
