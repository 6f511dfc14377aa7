/// Where codes come from.
package enum CodeSystems {
    package static let loinc = URI(checked: "http://loinc.org")
    package static let snomed = URI(checked: "http://snomed.info/sct")
    package static let ucum = URI(checked: "http://unitsofmeasure.org")
    package static let observationCategory = URI(
        checked: "http://terminology.hl7.org/CodeSystem/observation-category")
}
