import FHIR
import Testing

@Suite struct HostileResourceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let path: String
        let code: IssueType

        init(_ text: String, at path: String, _ code: IssueType) {
            self.text = text
            self.path = path
            self.code = code
        }

        var testDescription: String { text }
    }

    /// An Observation that is whole but for what is put into it.
    private static func observation(_ more: String, at path: String, _ code: IssueType) -> Case {
        Case(
            #"{"resourceType":"Observation","status":"final","code":{"text":"x"},\#(more)}"#,
            at: path.isEmpty ? "Observation" : "Observation.\(path)", code)
    }

    static let roots: [Case] = [
        Case("[]", at: "", .structure), Case("1", at: "", .structure), Case("null", at: "", .structure),
        Case("{}", at: "", .required), Case(#"{"id":"1"}"#, at: "", .required),
        Case(#"{"resourceType":1}"#, at: "", .required), Case(#"{"resourceType":null}"#, at: "", .required),
        Case(#"{"resourceType":"Nothing"}"#, at: "", .invalid), Case(#"{"resourceType":""}"#, at: "", .invalid),
        Case(#"{"resourceType":"patient"}"#, at: "", .invalid),
        Case(#"{"resourceType":"Observation"}"#, at: "Observation.status", .required),
        Case(#"{"resourceType":"Observation","status":"final"}"#, at: "Observation.code", .required),
        Case(#"{"resourceType":"Encounter","class":{}}"#, at: "", .structure),
        Case(#"{"resourceType":"Patient","contact":[{"gender":"male"}]}"#, at: "Patient.contact[0]", .invariant),
        Case(#"{"resourceType":"Patient","gender":"man"}"#, at: "Patient.gender", .codeInvalid),
        Case(#"{"resourceType":"Patient","birthDate":"1950-02-30"}"#, at: "Patient.birthDate", .value),
        Case(#"{"resourceType":"Patient","birthDate":"1950-02-01T00:00:00Z"}"#, at: "Patient.birthDate", .value),
        Case(#"{"resourceType":"Patient","name":{"text":"x"}}"#, at: "Patient.name", .structure),
        Case(#"{"resourceType":"Patient","name":[{"given":"x"}]}"#, at: "Patient.name[0].given", .structure),
        Case(#"{"resourceType":"Patient","name":[{"given":[""]}]}"#, at: "Patient.name[0].given[0]", .value),
        Case(#"{"resourceType":"Patient","name":[{"given":[null]}]}"#, at: "Patient.name[0].given[0]", .structure),
        Case(
            #"{"resourceType":"Patient","name":[{"given":["a"],"_given":[null,null]}]}"#, at: "Patient.name[0].given",
            .structure),
        Case(
            #"{"resourceType":"Patient","name":[{"given":["a"],"_given":{}}]}"#, at: "Patient.name[0].given", .structure
        ),
        Case(
            #"{"resourceType":"Patient","deceasedBoolean":true,"deceasedDateTime":"2020"}"#,
            at: "Patient.deceasedDateTime", .structure),
        Case(#"{"resourceType":"Patient","telecom":[{"value":"06"}]}"#, at: "Patient.telecom[0]", .invariant),
        Case(#"{"resourceType":"Patient","telecom":[{"rank":0}]}"#, at: "Patient.telecom[0].rank", .value),
        Case(#"{"resourceType":"Patient","multipleBirthInteger":1.0}"#, at: "Patient.multipleBirthInteger", .value),
        Case(
            #"{"resourceType":"Patient","multipleBirthInteger":2147483648}"#, at: "Patient.multipleBirthInteger", .value
        ),
        Case(#"{"resourceType":"Patient","contained":[{"id":"x"}]}"#, at: "Patient.contained[0]", .required),
        Case(#"{"resourceType":"Patient","contained":[null]}"#, at: "Patient.contained[0]", .structure),
        Case(#"{"resourceType":"Bundle"}"#, at: "Bundle.type", .required),
        Case(#"{"resourceType":"Bundle","type":"heap"}"#, at: "Bundle.type", .codeInvalid),
        Case(
            #"{"resourceType":"Bundle","type":"collection","text":{"status":"empty"}}"#, at: "Bundle.text", .structure),
        Case(#"{"resourceType":"Bundle","type":"collection","total":1}"#, at: "Bundle", .invariant),
        Case(#"{"resourceType":"Bundle","type":"searchset","total":-1}"#, at: "Bundle.total", .value),
        Case(
            #"{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Basic","id":"1"}}]}"#,
            at: "Bundle", .invariant),
        Case(
            #"{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"a"}]}"#, at: "Bundle.entry[0]",
            .invariant),
        Case(
            #"{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"a","resource":{"resourceType":"Basic","id":"1"}}]}"#,
            at: "Bundle.entry[0]", .invariant),
        Case(#"{"resourceType":"Bundle","type":"collection","entry":[]}"#, at: "Bundle.entry", .structure),
        Case(
            #"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Observation"}}]}"#,
            at: "Bundle.entry[0].resource.status", .required),
        Case(
            #"{"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"post","url":"x"}}]}"#,
            at: "Bundle.entry[0].request.method", .codeInvalid),
        Case(
            #"{"resourceType":"Goal","lifecycleStatus":"active","description":{"text":"x"}}"#, at: "Goal.subject",
            .required),
        Case(
            #"{"resourceType":"MedicationStatement","status":"active","subject":{"display":"x"}}"#,
            at: "MedicationStatement.medication[x]", .required),
        Case(#"{"resourceType":"Communication","status":"sent"}"#, at: "Communication.status", .codeInvalid),
        Case(
            #"{"resourceType":"Communication","status":"completed","payload":[{"id":"1"}]}"#,
            at: "Communication.payload[0].content[x]", .required),
        Case(
            #"{"resourceType":"Consent","status":"yes","scope":{"text":"x"},"category":[{"text":"x"}]}"#,
            at: "Consent.status", .codeInvalid),
        Case(#"{"resourceType":"AuditEvent","action":"X"}"#, at: "AuditEvent.action", .codeInvalid),
        Case(#"{"resourceType":"AuditEvent","outcome":0}"#, at: "AuditEvent.outcome", .value),
        Case(#"{"resourceType":"AuditEvent","recorded":"2026-11-02"}"#, at: "AuditEvent.recorded", .value),
        Case(#"{"resourceType":"Provenance","recorded":"2026-11-02T08:00:00Z"}"#, at: "Provenance.target", .required),
        Case(#"{"resourceType":"Organization","active":true}"#, at: "Organization", .invariant),
        Case(#"{"resourceType":"PractitionerRole","active":"true"}"#, at: "PractitionerRole.active", .value),
        Case(#"{"resourceType":"OperationOutcome"}"#, at: "OperationOutcome.issue", .required),
        Case(
            #"{"resourceType":"CapabilityStatement","status":"active","fhirVersion":"9"}"#,
            at: "CapabilityStatement.fhirVersion", .codeInvalid),
    ]
    static let observations: [Case] = [
        observation(#""contained":[{"resourceType":"Device","id":"a_b"}]"#, at: "contained[0].id", .value),
        observation(#""contained":[{"resourceType":"Device","owner":null}]"#, at: "contained[0]", .structure),
        observation(#""colour":"red""#, at: "colour", .structure),
        observation(#""implicitRules":"http://x""#, at: "implicitRules", .structure),
        observation(#""modifierExtension":[{"url":"x","valueCode":"y"}]"#, at: "modifierExtension", .extension),
        observation(
            #""component":[{"code":{"text":"y"},"modifierExtension":[{"url":"x"}]}]"#,
            at: "component[0].modifierExtension", .extension),
        observation(#""extension":[{"url":"x","modifierExtension":[{"url":"x"}]}]"#, at: "extension[0]", .extension),
        observation(#""extension":[{"valueCode":"y"}]"#, at: "extension[0]", .invariant),
        observation(#""extension":[{"url":"x"}]"#, at: "extension[0]", .invariant),
        observation(#""extension":[{"url":"x","valueCode":null}]"#, at: "extension[0]", .structure),
        observation(#""extension":[{"url":"x","valueString":""}]"#, at: "extension[0]", .structure),
        observation(#""extension":[]"#, at: "extension", .structure),
        observation(#""extension":{"url":"x"}"#, at: "extension", .structure),
        observation(#""id":"a b""#, at: "id", .value), observation(#""id":"""#, at: "id", .value),
        observation(#""id":"\#(String(repeating: "a", count: 65))""#, at: "id", .value),
        observation(#""id":null"#, at: "id", .structure), observation(#""id":7"#, at: "id", .value),
        observation(#""meta":[]"#, at: "meta", .structure), observation(#""meta":{}"#, at: "meta", .structure),
        observation(#""meta":{"profile":["a b"]}"#, at: "meta.profile[0]", .value),
        observation(#""meta":{"lastUpdated":"2026"}"#, at: "meta.lastUpdated", .value),
        observation(#""language":" nl""#, at: "language", .value),
        observation(#""language":"n  l""#, at: "language", .value),
        observation(#""text":{"status":"made"}"#, at: "text.status", .codeInvalid),
        observation(#""text":{"status":"empty"}"#, at: "text.div", .required),
        observation(#""valueQuantity":{"value":"120"}"#, at: "valueQuantity.value", .value),
        observation(#""valueQuantity":{"value":1e999}"#, at: "valueQuantity.value", .value),
        observation(#""valueQuantity":{"value":1,"code":"kg"}"#, at: "valueQuantity", .invariant),
        observation(#""valueQuantity":{"value":1,"comparator":"~"}"#, at: "valueQuantity.comparator", .codeInvalid),
        observation(
            #""valueQuantity":{"value":\#(String(repeating: "9", count: 65))}"#, at: "valueQuantity.value", .value),
        observation(#""valueQuantity":{"value":1},"valueString":"x""#, at: "valueString", .structure),
        observation(#""valueString":" ""#, at: "valueString", .value),
        observation(#""valueString":"\u0000""#, at: "valueString", .value),
        observation(#""valueBoolean":"true""#, at: "valueBoolean", .value),
        observation(#""valueInteger":-0"#, at: "valueInteger", .value),
        observation(#""valueTime":"24:00:00""#, at: "valueTime", .value),
        observation(#""valueDecimal":1"#, at: "valueDecimal", .structure),
        observation(#""valuePeriod":{"start":"2026-02","end":"2026-01-31"}"#, at: "valuePeriod", .invariant),
        observation(#""valueRatio":{"numerator":{"value":1}}"#, at: "valueRatio", .invariant),
        observation(#""valueString":"x","dataAbsentReason":{"text":"y"}"#, at: "", .invariant),
        observation(#""valueString":"x","component":[{"code":{"text":"x"}}]"#, at: "", .invariant),
        observation(#""component":[{"valueString":"x"}]"#, at: "component[0].code", .required),
        observation(#""component":[[]]"#, at: "component[0]", .structure),
        observation(#""component":[null]"#, at: "component[0]", .structure),
        observation(#""component":[{}]"#, at: "component[0]", .structure),
        observation(#""referenceRange":[{"type":{"text":"x"}}]"#, at: "referenceRange[0]", .invariant),
        observation(#""note":[{"authorString":"a"}]"#, at: "note[0].text", .required),
        observation(#""_status":{"valueCode":"x"}"#, at: "status", .structure),
        observation(#""_status":null"#, at: "status", .structure),
        observation(#""_status":{}"#, at: "status", .structure),
        observation(#""_code":{"id":"x"}"#, at: "_code", .structure), observation(#""_":1"#, at: "_", .structure),
        observation(#""":1"#, at: "", .structure), observation(#""\u0069d":"x""#, at: "id", .structure),
        observation(#""effectiveDateTime":"2026-11-02T08:30""#, at: "effectiveDateTime", .value),
    ]

    @Test(arguments: roots + observations) func `what is no R4 is refused with its path`(example: Case) {
        let received = Resource.receive(Array(example.text.utf8))
        #expect(received.resource == nil)
        let found = received.issues.contains { issue in
            issue.code == example.code
                && (issue.path == example.path || example.path == "Observation" && issue.path.isEmpty)
        }
        #expect(
            found || received.issues.contains { $0.path == "\(example.path)." && $0.code == example.code },
            "\(received.issues)")
    }

    @Test func `when it need not be strict, what is unknown is left out with a warning`() throws {
        let text = #"{"resourceType":"Observation","status":"final","code":{"text":"x"},"colour":"red"}"#
        let received = Resource.receive(Array(text.utf8), handling: .lenient)
        #expect(received.issues.map(\.severity) == [.warning])
        #expect(received.resource != nil)
        let changed = text.replacing("colour", with: "modifierExtension")
        #expect(Resource.receive(Array(changed.utf8), handling: .lenient).resource == nil)
    }

    @Test func `all that is wrong is told at once, up to a hundred`() {
        let names = Array(repeating: #"{"use":"x"}"#, count: 500).joined(separator: ",")
        let text = #"{"resourceType":"Patient","gender":"m","id":"# + #"" ","name":[\#(names)]}"#
        let issues = Resource.receive(Array(text.utf8)).issues
        #expect(issues.count == 100)
        #expect(issues.prefix(2).map(\.path) == ["Patient.id", "Patient.name[0].use"])
    }
}
