/// The report OMRON connect mails as a table.
///
/// - Shape: `Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),…,Notes`, or `Measurement Date,Time Zone,SYS(mmHg),…`;
///   a day as `Jan 12 2025` (American) or `12 jan. 2025`, on the clock of the place
enum OmronCSV {
    static func recognises(_ form: TableForm) -> ExportFormat? {
        let names = form.columns.compactMap { $0?.name.lowercased() }
        let isOmron = form.roles.contains(.time) || names.contains("sys") || names.contains("measurement date")
        guard form.roles.contains(.date), isOmron else { return nil }
        let measures = form.roles.isSuperset(of: [.systolic, .diastolic]) || form.roles.contains(.weight)
        return measures ? .omronCSV : nil
    }
}
