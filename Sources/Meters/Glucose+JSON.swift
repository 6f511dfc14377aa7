extension GlucoseMeasurement {
    func write(_ json: inout JSONText) {
        json.add("sequence", sequence)
        json.add("baseTime", baseTime)
        json.add("timeOffsetMin", offsetMinutes)
        if let concentration { json.add("concentration", concentration) }
        json.add("type", sample?.type)
        json.add("location", sample?.location)
        json.add("sensorStatus", sensorStatus?.rawValue)
        json.add(truth: "contextFollows", of: context == .follows)
    }
}

extension GlucoseContext {
    func write(_ json: inout JSONText) {
        json.add("sequence", sequence)
        json.add("extendedFlags", extendedFlags)
        json.add("carbohydrate", carbohydrate?.kind)
        json.add("carbohydrateKg", carbohydrate?.amount)
        json.add("meal", meal)
        json.add("tester", circumstances?.tester)
        json.add("health", circumstances?.health)
        json.add("exerciseSeconds", exercise?.seconds)
        json.add("exercisePercent", exercise?.percent)
        json.add("medication", medication?.kind)
        json.add(isMedicationInLitres ? "medicationL" : "medicationKg", medication?.amount)
        json.add("hba1cPercent", hba1c)
    }
}
