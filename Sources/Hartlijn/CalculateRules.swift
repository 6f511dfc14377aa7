import Clinical

/// The rules that `calculate` knows, by the name that is typed.
enum CalculableRule: String, CaseIterable {
    case score2
    case score2Diabetes = "score2-diabetes"
    case egfr, ldl
    case nonHDL = "non-hdl"
    case homeWeek = "home-week"
    case homeAlert = "home-alert"
    case bmi
    case weightGain = "weight-gain"
    case steps, pulse, glucose, findrisc, ccq, mrc, readability

    static var overview: String {
        allCases.map { rule in
            rule.rawValue + String(repeating: " ", count: 17 - rule.rawValue.count) + rule.keys
        }.joined(separator: "\n")
    }

    var keys: String {
        switch self {
        case .score2: "region sex age smoker sbp tc hdl"
        case .score2Diabetes: "region sex age smoker sbp tc hdl diabetes_age hba1c egfr"
        case .egfr: "creat_umol age sex"
        case .ldl: "tc hdl tg"
        case .nonHDL: "tc hdl"
        case .homeWeek:
            "readings[day moment systolic diastolic rhythm?] protocol? limit?{systolic diastolic} irregular?"
        case .homeAlert:
            "systolic diastolic pulse? rhythm? at complaints?[] recent?[systolic diastolic pulse? rhythm? at] limits?{}"
        case .bmi: "kg cm sex? waist_cm?"
        case .weightGain: "day kg earlier[day kg]"
        case .steps: "today days[day steps]"
        case .pulse: "pulse"
        case .glucose: "mmol moment"
        case .findrisc: "sex age bmi waist_cm active vegetables bp_medication high_glucose family"
        case .ccq: "items[10 numbers or null]"
        case .mrc: "grade"
        case .readability: "text"
        }
    }

    func calculate(_ input: CalculateInput, in language: Language) throws(NoAnswer) -> CalculateAnswer {
        do {
            return try answer(input, language)
        } catch let reason as NoAnswer {
            throw reason
        } catch let range as OutsideRange {
            throw .outside(range)
        } catch let failure as CCQFailure {
            throw .said(failure.explanation)
        } catch {
            throw .unreadable
        }
    }

    private func answer(_ input: CalculateInput, _ language: Language) throws -> CalculateAnswer {
        switch self {
        case .score2: try input.score2(language)
        case .score2Diabetes: try input.score2Diabetes(language)
        case .egfr: try input.kidneyFunction(language)
        case .ldl: try input.ldl(language)
        case .nonHDL: try input.nonHDL(language)
        case .homeWeek: try input.homeWeek(language)
        case .homeAlert: try input.homeAlert(language)
        case .bmi: try input.bodyMass(language)
        case .weightGain: try input.weightGain(language)
        case .steps: try input.steps(language)
        case .pulse: try input.pulse(language)
        case .glucose: try input.glucose(language)
        case .findrisc: try input.findrisc(language)
        case .ccq: try input.ccq(language)
        case .mrc: try input.mrc(language)
        case .readability: try input.readability(language)
        }
    }
}
