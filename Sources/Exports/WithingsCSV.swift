/// The tables in the archive Withings sends on request: `bp.csv` and `weight.csv`.
///
/// - Shape: `Date,Heart rate,Systolic,Diastolic,Comments` and `Date,"Weight (kg)",…,Comments`; date and time in one
///   cell, on the clock of the place, without a zone
enum WithingsCSV {
    static func recognises(_ form: TableForm) -> ExportFormat? {
        guard form.roles.contains(.date), !form.roles.contains(.time) else { return nil }
        if form.roles.isSuperset(of: [.systolic, .diastolic]) { return .withingsCSVPressure }
        return form.roles.contains(.weight) ? .withingsCSVWeight : nil
    }
}
