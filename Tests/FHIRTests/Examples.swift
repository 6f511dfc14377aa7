import FHIR

/// One resource of each type, written by hand in FHIR's order, with what makes each of them difficult.
enum Examples {
    static let observation = #"""
        {"resourceType":"Observation","id":"bp-1","meta":{"versionId":"3","lastUpdated":"2026-11-02T08:31:00.120+01:00","profile":["http://nictiz.nl/fhir/StructureDefinition/nl-core-BloodPressure"]},"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">128/82</div>"},"extension":[{"url":"http://example.org/position","valueCode":"sitting"}],"identifier":[{"system":"urn:ietf:rfc:3986","value":"urn:uuid:6d2f"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"Blood pressure panel"}],"text":"Bloeddruk"},"subject":{"reference":"Patient/p1","display":"J. de Vries"},"effectiveDateTime":"2026-11-02T08:30:00+01:00","issued":"2026-11-02T07:31:00Z","performer":[{"reference":"Patient/p1","identifier":{"value":"7","assigner":{"display":"UZI"}},"display":"zelf"}],"note":[{"authorString":"zelf","time":"2026-11-02","text":"na het \"ontbijt\"\nzittend"}],"bodySite":{"coding":[{"system":"http://snomed.info/sct","code":"368209003"}]},"method":{"text":"automatisch"},"device":{"display":"Meter"},"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"valueQuantity":{"value":128.0,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}},{"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"valueQuantity":{"value":82,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"},"referenceRange":[{"high":{"value":90},"text":"onder 90"}]}]}
        """#
    static let weight = #"""
        {"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectivePeriod":{"start":"2026-11","end":"2026-12-01"},"valueQuantity":{"value":1.10e+2,"comparator":"<=","unit":"kg"}}
        """#
    static let patient = #"""
        {"resourceType":"Patient","id":"p1","language":"nl","contained":[{"resourceType":"Organization","id":"o","name":"Praktijk"},{"resourceType":"Location","id":"l","position":{"longitude":-83.69471000,"latitude":42.25}}],"identifier":[{"use":"official","system":"http://fhir.nl/fhir/NamingSystem/bsn","_value":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]}}],"active":true,"name":[{"id":"n1","extension":[{"url":"http://example.org/order","valueCode":"NL1"}],"use":"official","text":"Jan de Vries","family":"de Vries","_family":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/humanname-own-prefix","valueString":"de"}]},"given":["Jan",null,"J."],"_given":[null,{"extension":[{"url":"http://example.org/q","valueCode":"IN"}]},null],"period":{"start":"1950"}}],"telecom":[{"system":"phone","value":"06","use":"mobile","rank":1}],"gender":"male","birthDate":"1950-02","_birthDate":{"id":"b"},"deceasedBoolean":false,"address":[{"use":"home","line":["Dam 1"],"city":"Amsterdam","country":"NL"}],"multipleBirthInteger":2,"contact":[{"name":{"text":"Fatma"}}],"communication":[{"language":{"text":"nl"},"preferred":true}],"generalPractitioner":[{"reference":"Practitioner/1"}],"link":[{"other":{"reference":"Patient/2"},"type":"seealso"}]}
        """#
    static let communication = #"""
        {"resourceType":"Communication","id":"c1","basedOn":[{"display":"vraag"}],"status":"completed","category":[{"text":"bericht"}],"priority":"routine","subject":{"reference":"Patient/p1"},"sent":"2026-11-02T10:00:00Z","recipient":[{"reference":"Practitioner/1"}],"sender":{"reference":"Patient/p1"},"payload":[{"contentString":"Mag ik morgen bellen? é😀"},{"contentAttachment":{"contentType":"text/plain","data":"aGFsbG8=","title":"brief"}}]}
        """#
    static let goal = #"""
        {"resourceType":"Goal","id":"g1","lifecycleStatus":"active","description":{"text":"Iedere dag wandelen"},"subject":{"reference":"Patient/p1"},"startDate":"2026-11-01","target":[{"measure":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"detailRange":{"low":{"value":110},"high":{"value":135}},"dueDate":"2027-02"}],"statusDate":"2026-11","note":[{"text":"samen besproken"}]}
        """#
    static let medication = #"""
        {"resourceType":"MedicationStatement","id":"m1","status":"active","medicationCodeableConcept":{"text":"metoprolol 50 mg"},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026","dateAsserted":"2026-11-02","dosage":[{"sequence":1,"text":"1 maal per dag 1 tablet","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"asNeededBoolean":false,"doseAndRate":[{"doseQuantity":{"value":1}}]}]}
        """#
    static let consent = #"""
        {"resourceType":"Consent","id":"t1","status":"active","scope":{"text":"delen"},"category":[{"text":"thuismeten"}],"patient":{"reference":"Patient/p1"},"dateTime":"2026-10-30T12:00:00+01:00","sourceAttachment":{"title":"formulier"},"policy":[{"uri":"https://example.org/beleid"}],"verification":[{"verified":true,"verificationDate":"2026-10-30"}],"provision":{"type":"permit","period":{"start":"2026-10-30"},"actor":[{"role":{"text":"lezen"},"reference":{"display":"Praktijk"}}],"class":[{"system":"http://hl7.org/fhir/resource-types","code":"Observation"}],"data":[{"meaning":"instance","reference":{"reference":"Observation/bp-1"}}],"provision":[{"type":"deny"}]}}
        """#
    static let audit = #"""
        {"resourceType":"AuditEvent","id":"a1","type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type","code":"rest"},"subtype":[{"code":"read"}],"action":"R","recorded":"2026-11-02T08:31:00Z","outcome":"0","purposeOfEvent":[{"text":"behandeling"}],"agent":[{"who":{"identifier":{"value":"w1"}},"altId":"poh1","requestor":true,"network":{"address":"10.0.0.1","type":"2"}}],"source":{"site":"praktijk","observer":{"display":"hartlijn"}},"entity":[{"what":{"reference":"Patient/p1"},"query":"YQ==","detail":[{"type":"regel","valueString":"12"}]}]}
        """#
    static let provenance = #"""
        {"resourceType":"Provenance","id":"v1","target":[{"reference":"Observation/bp-1"}],"occurredDateTime":"2026-11-02","recorded":"2026-11-02T08:31:00Z","activity":{"text":"gemeten"},"agent":[{"type":{"text":"auteur"},"who":{"reference":"Patient/p1"}}],"entity":[{"role":"source","what":{"display":"meter"},"agent":[{"who":{"display":"app"}}]}]}
        """#
    static let organization = #"""
        {"resourceType":"Organization","id":"o1","identifier":[{"system":"http://fhir.nl/fhir/NamingSystem/agb-z","value":"01234567"}],"active":true,"type":[{"text":"huisartsenpraktijk"}],"name":"De Linde","alias":["Linde"],"telecom":[{"system":"email","value":"x@example.org"}],"address":[{"text":"Dam 1"}],"contact":[{"name":{"text":"Balie"}}]}
        """#
    static let practitioner = #"""
        {"resourceType":"Practitioner","id":"1","name":[{"family":"Bakker","prefix":["dr."]}],"gender":"female","birthDate":"1980-02-29","qualification":[{"code":{"text":"huisarts"},"period":{"start":"2010"}}],"communication":[{"text":"nl"}]}
        """#
    static let role = #"""
        {"resourceType":"PractitionerRole","id":"r1","active":true,"practitioner":{"reference":"Practitioner/1"},"organization":{"reference":"Organization/o1"},"code":[{"text":"POH"}],"availableTime":[{"daysOfWeek":["mon","tue"],"allDay":false,"availableStartTime":"08:00:00","availableEndTime":"17:00:00"}],"notAvailable":[{"description":"vakantie","during":{"start":"2026-12-24","end":"2027-01-02"}}]}
        """#
    static let outcome = #"""
        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required","diagnostics":"it must be there","expression":["Observation.status"]}]}
        """#
    static let capability = #"""
        {"resourceType":"CapabilityStatement","name":"Hartlijn","status":"active","date":"2026-11-02","kind":"instance","software":{"name":"Hartlijn","version":"0.1"},"implementation":{"description":"praktijk","url":"https://example.org/fhir"},"fhirVersion":"4.0.1","format":["application/fhir+json"],"rest":[{"mode":"server","security":{"cors":false,"description":"SMART"},"resource":[{"type":"Observation","interaction":[{"code":"read"},{"code":"search-type"}],"versioning":"versioned","conditionalCreate":true,"referencePolicy":["literal"],"searchParam":[{"name":"date","type":"date"}],"operation":[{"name":"lastn","definition":"http://hl7.org/fhir/OperationDefinition/Observation-lastn"}]}],"interaction":[{"code":"transaction"}]}]}
        """#
    static let found = """
        {"resourceType":"Bundle","id":"b1","type":"searchset","timestamp":"2026-11-02T08:31:00Z","total":2,\
        "link":[{"relation":"self","url":"https://example.org/fhir/Observation?_count=2"}],\
        "entry":[{"fullUrl":"https://example.org/fhir/Observation/bp-1","resource":\(observation),\
        "search":{"mode":"match","score":0.90}},{"fullUrl":"https://example.org/fhir/Encounter/e","resource":\
        {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"}},"search":{"mode":"include"}}]}
        """
    static let transaction = """
        {"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"urn:uuid:1","resource":\(weight),\
        "request":{"method":"POST","url":"Observation","ifNoneExist":"identifier=a|b"}},\
        {"request":{"method":"DELETE","url":"Observation/7"}}]}
        """
    static let answered = """
        {"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"201 Created",\
        "location":"Observation/7/_history/1","etag":"W/\\"1\\"","lastModified":"2026-11-02T08:31:00Z",\
        "outcome":\(outcome)}}]}
        """
    static let collection = """
        {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":\(patient)}]}
        """

    static let all = [
        observation, weight, patient, communication, goal, medication, consent, audit, provenance, organization,
        practitioner, role, outcome, capability, found, transaction, answered, collection,
    ]
}
