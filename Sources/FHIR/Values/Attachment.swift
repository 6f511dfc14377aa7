/// A document, in it or elsewhere.
///
/// - Source: R4, http://hl7.org/fhir/R4/datatypes.html#Attachment
package struct Attachment: Element {
    package var extras = Extras()
    package var contentType: Code?
    package var language: Code?
    package var data: Base64?
    package var url: URI?
    package var size: UnsignedInt?
    package var hash: Base64?
    package var title: String?
    package var creation: DateTime?

    package init() {}

    package mutating func walk(_ walker: inout some Walker) {
        walker.value("contentType", &contentType)
        walker.value("language", &language)
        walker.value("data", &data)
        walker.value("url", &url)
        walker.value("size", &size)
        walker.value("hash", &hash)
        walker.value("title", &title)
        walker.value("creation", &creation)
        walker.rule("att-1", data == nil || contentType != nil, "data needs its type")
    }
}
