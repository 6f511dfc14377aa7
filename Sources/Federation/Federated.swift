/// Somebody, as another house recognised them.
///
/// Who it is here, the house decides by `issuer` and `subject` together; a name is for showing and never for finding.
///
/// - Source: OpenID Connect Core 1.0, section 5.7
package struct Federated: Hashable, Sendable, CustomStringConvertible {
    package let kind: Provider.Kind
    package let issuer: String
    package let subject: String
    package let acr: String
    package let authenticatedAt: NumericDate
    package let name: String?
    /// The session over there, for when it ends it.
    package let session: String?

    /// A log says that somebody came from there, and not who: the subject may be a citizen's number.
    package var description: String { "Federated" }
}
