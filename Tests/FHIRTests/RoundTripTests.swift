import FHIR
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: Examples.all) func `what is read is written as it came`(example: String) throws {
        let bytes = Array(example.utf8)
        let received = Resource.receive(bytes)
        #expect(received.issues.isEmpty)
        let resource = try #require(received.resource)
        #expect(String(decoding: resource.write(), as: UTF8.self) == example)
        #expect(try Resource.read(resource.write()) == resource)
    }

    @Test func `members in another order come out in FHIR's order`() throws {
        let mixed = #"{ "code" : {"text":"x"}, "status":"final", "id":"1", "resourceType":"Observation" }"#
        let resource = try Resource.read(Array(mixed.utf8))
        #expect(
            String(decoding: resource.write(), as: UTF8.self)
                == #"{"resourceType":"Observation","id":"1","status":"final","code":{"text":"x"}}"#)
    }

    @Test func `a number keeps its digits`() throws {
        guard case .observation(let weight) = try Resource.read(Array(Examples.weight.utf8)),
            case .quantity(let quantity) = weight.value
        else { throw WrongType() }
        #expect(quantity.value?.text == "1.10e+2")
        #expect(quantity.value?.double == 110)
        #expect(quantity.comparator == .atMost)
    }

    @Test func `what stands beside a primitive is kept`() throws {
        guard case .patient(let patient) = try Resource.read(Array(Examples.patient.utf8)) else { throw WrongType() }
        #expect(patient.identifier.first?.value == nil)
        let sibling = try #require(patient.identifier.first?.extras.sibling(of: "value"))
        let reason = try #require(sibling["extension"]?.items.first.map(Extension.init))
        #expect(reason.value == .text("masked"))
        #expect(patient.name.first?.given == ["Jan", "J."])
        #expect(patient.name.first?.extensions.first?.url == "http://example.org/order")
    }

    @Test func `a list with gaps that was changed is written without them`() throws {
        guard case .patient(var patient) = try Resource.read(Array(Examples.patient.utf8)) else { throw WrongType() }
        patient.name[0].given = ["Piet"]
        patient.name[0].extras["_given"] = nil
        let text = String(decoding: Resource.patient(patient).write(), as: UTF8.self)
        #expect(text.contains(#""given":["Piet"]"#))
    }

    @Test func `nothing that is empty is written`() {
        var observation = Observation()
        observation.status = .final
        observation.code = CodeableConcept(text: "x")
        observation.subject = Reference()
        observation.note = [Annotation(), Annotation("")]
        observation.category = [CodeableConcept()]
        observation.method = CodeableConcept(text: "")
        #expect(
            String(decoding: Resource.observation(observation).write(), as: UTF8.self)
                == #"{"resourceType":"Observation","status":"final","code":{"text":"x"}}"#)
    }

    @Test func `what was made here is checked too`() {
        let issues = Resource.observation(Observation()).check()
        #expect(issues.map(\.path) == ["Observation.status", "Observation.code"])
        #expect(issues.allSatisfy { $0.code == .required })
    }

    @Test func `issues become an outcome that can be read`() throws {
        let issues = Resource.receive(Array(#"{"resourceType":"Observation","colour":"red"}"#.utf8)).issues
        let outcome = Resource.operationOutcome(OperationOutcome(issues))
        #expect(try Resource.read(outcome.write()) == outcome)
        let text = String(decoding: outcome.write(), as: UTF8.self)
        #expect(text.contains(#""expression":["Observation.colour"]"#))
    }

    @Test func `an escaped text is read and written`() throws {
        let text = #"{"resourceType":"Basic","id":"\u0041\ud83d\ude00\u00e9\/\n"}"#
        let document = try JSONDocument(Array(text.utf8))
        #expect(document.value["id"] == .text("A😀é/\n"))
        var writer = JSONWriter()
        writer.value(.text("\u{1}\u{1F}\t\"\\é😀"))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #""\u0001\u001f\t\"\\é😀""#)
    }
}

struct WrongType: Error {}
