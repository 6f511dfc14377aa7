import Clinical

/// The scores and laboratory values.
extension CalculateInput {
    func score2(_ language: Language) throws -> CalculateAnswer {
        answer(try Score2.judge(try riskFactors()), language)
    }

    func score2Diabetes(_ language: Language) throws -> CalculateAnswer {
        let diabetes = DiabetesFactors(
            ageAtDiagnosis: try wholeNumber("diabetes_age"), hba1c: .millimolesPerMole(try number("hba1c")),
            eGFR: .millilitresPerMinute(try number("egfr")))
        return answer(try Score2Diabetes.judge(try riskFactors(), with: diabetes), language)
    }

    private func riskFactors() throws -> RiskFactors {
        RiskFactors(
            try choice("region"), try sex(), age: try wholeNumber("age"),
            try yes("smoker", .current, no: .notCurrent), systolic: .mmHg(try wholeNumber("sbp")),
            cholesterol: .millimolesPerLitre(try number("tc")), hdl: .millimolesPerLitre(try number("hdl")))
    }

    private func sex() throws(NoAnswer) -> Sex { try choice("sex") }

    private func answer(_ judgement: RiskJudgement, _ language: Language) -> CalculateAnswer {
        .by(
            judgement.rule, judgement.version, judgement.explanation, in: language,
            [
                "percent": .shown(judgement.risk.shown),
                "unrounded": .shown(Rounded(judgement.risk.unrounded, places: 4)),
                "category": .text(judgement.category.rawValue),
                "algorithm": .text(judgement.algorithm.rawValue),
            ])
    }

    func kidneyFunction(_ language: Language) throws -> CalculateAnswer {
        let creatinine = Creatinine.micromolesPerLitre(try number("creat_umol"))
        let (age, sex) = (try wholeNumber("age"), try sex())
        let older = try KidneyFunction.eGFR(creatinine, age: age, sex, by: .ckdepi2009)
        let newer = try KidneyFunction.eGFR(creatinine, age: age, sex, by: .ckdepi2021)
        return .by(
            KidneyFunction.rule, KidneyFunction.version, older.explanation, in: language,
            [
                "ckdepi2009": .shown(older.shown), "ckdepi2021": .shown(newer.shown),
                "category": .text(older.category.rawValue),
            ])
    }

    func ldl(_ language: Language) throws -> CalculateAnswer {
        let (total, hdl) = try cholesterols()
        let ldl = try Cholesterol.ldl(total: total, hdl: hdl, triglycerides: .millimolesPerLitre(try number("tg")))
        return .by(
            Cholesterol.ldlRule, Cholesterol.version, Cholesterol.explanation(ldl: ldl), in: language,
            ["ldl": .shown(Rounded(ldl.millimolesPerLitre, places: 2))])
    }

    func nonHDL(_ language: Language) throws -> CalculateAnswer {
        let (total, hdl) = try cholesterols()
        let nonHDL = try Cholesterol.nonHDL(total: total, hdl: hdl)
        return .by(
            Cholesterol.nonHDLRule, Cholesterol.version, Cholesterol.explanation(nonHDL: nonHDL), in: language,
            ["non_hdl": .shown(Rounded(nonHDL.millimolesPerLitre, places: 2))])
    }

    private func cholesterols() throws(NoAnswer) -> (total: Concentration, hdl: Concentration) {
        (.millimolesPerLitre(try number("tc")), .millimolesPerLitre(try number("hdl")))
    }

    func findrisc(_ language: Language) throws -> CalculateAnswer {
        let findrisc = try Findrisc(
            try sex(), age: try wholeNumber("age"), bmi: BodyMassIndex(shown: Rounded(try number("bmi"), places: 1)),
            waist: .cm(try number("waist_cm")), activity: try yes("active", .halfAnHourDaily, no: .less),
            vegetables: try yes("vegetables", .daily, no: .notDaily),
            pressureMedication: try yes("bp_medication", .ever, no: .never),
            highGlucose: try yes("high_glucose", .ever, no: .never), family: try choice("family"))
        return .by(
            Findrisc.rule, Findrisc.version, findrisc.explanation, in: language,
            ["score": .whole(findrisc.score), "chance": .text(findrisc.chance.rawValue)])
    }

    func ccq(_ language: Language) throws -> CalculateAnswer {
        let ccq = try CCQ(try wholeNumbersOrNull("items"))
        return .by(
            CCQ.rule, CCQ.version, ccq.explanation, in: language,
            [
                "total": .shown(ifKnown: ccq.total), "symptoms": .shown(ifKnown: ccq.mean(.symptoms)),
                "function": .shown(ifKnown: ccq.mean(.function)), "mental": .shown(ifKnown: ccq.mean(.mental)),
            ])
    }

    func mrc(_ language: Language) throws -> CalculateAnswer {
        let mrc = try MRC(grade: try wholeNumber("grade"))
        return .by(
            MRC.rule, MRC.version, mrc.explanation, in: language,
            ["mrc": .whole(mrc.rawValue), "mmrc": .whole(mrc.modified)])
    }

    func readability(_ language: Language) throws -> CalculateAnswer {
        let report = Readability.check(try text("text"))
        return .by(
            report.rule, report.version, report.explanation, in: language,
            [
                "words": .whole(report.counts.words), "sentences": .whole(report.counts.sentences),
                "syllables": .whole(report.counts.syllables),
                "flesch_douma": .shown(ifKnown: report.fleschDouma),
                "leesindex_a_67": .shown(ifKnown: report.brouwer), "lix": .shown(ifKnown: report.lix),
                "long_sentences": .list(report.longSentences.map { .text($0) }),
                "jargon": .list(report.jargon.map { .object(["word": .text($0.word), "plain": .text($0.plain)]) }),
                "verdict": .text(report.verdict.rawValue),
            ])
    }
}
