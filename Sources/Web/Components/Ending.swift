/// A page that nobody touched for as long as a session may rest goes off the screen: the session is over then.
///
/// - Source: ASVS 5.0, 14.3.1
package enum Ending {
    /// - Units: seconds; as long as a session lasts that is not used
    package static let (patientPause, workPause) = (1800, 900)

    static let patient = attributes(patientPause)
    static let work = attributes(workPause)

    private static func attributes(_ pause: Int) -> HTML { " data-behaviour=\"ending\" data-pause=\"\(pause)\"" }
}
