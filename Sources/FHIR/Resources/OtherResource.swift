/// A resource of a type that is not read here: it is kept as it came.
package struct OtherResource: Hashable, Sendable {
    package let kind: Kind
    package let content: JSONValue

    init(_ kind: Kind, _ content: JSONValue) {
        self.kind = kind
        self.content = content
    }

    package var id: ResourceID? { content["id"]?.text.flatMap(ResourceID.init(reading:)) }
}

extension OtherResource {
    /// A type of R4 that is not read here.
    ///
    /// - Source: R4, http://hl7.org/fhir/ValueSet/resource-types|4.0.1
    package struct Kind: Hashable, Sendable {
        package let name: String

        init?(_ name: String) {
            guard Kind.names.contains(name) else { return nil }
            self.name = name
        }

        private static let names = Set(
            """
            Account ActivityDefinition AdverseEvent AllergyIntolerance Appointment AppointmentResponse Basic Binary
            BiologicallyDerivedProduct BodyStructure CarePlan CareTeam CatalogEntry ChargeItem ChargeItemDefinition Claim
            ClaimResponse ClinicalImpression CodeSystem CommunicationRequest CompartmentDefinition Composition ConceptMap
            Condition Contract Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue Device
            DeviceDefinition DeviceMetric DeviceRequest DeviceUseStatement DiagnosticReport DocumentManifest
            DocumentReference EffectEvidenceSynthesis Encounter Endpoint EnrollmentRequest EnrollmentResponse
            EpisodeOfCare EventDefinition Evidence EvidenceVariable ExampleScenario ExplanationOfBenefit
            FamilyMemberHistory Flag GraphDefinition Group GuidanceResponse HealthcareService ImagingStudy Immunization
            ImmunizationEvaluation ImmunizationRecommendation ImplementationGuide InsurancePlan Invoice Library Linkage
            List Location Measure MeasureReport Media Medication MedicationAdministration MedicationDispense
            MedicationKnowledge MedicationRequest MedicinalProduct MedicinalProductAuthorization
            MedicinalProductContraindication MedicinalProductIndication MedicinalProductIngredient
            MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged
            MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition MessageHeader
            MolecularSequence NamingSystem NutritionOrder ObservationDefinition OperationDefinition
            OrganizationAffiliation Parameters PaymentNotice PaymentReconciliation Person PlanDefinition Procedure
            Questionnaire QuestionnaireResponse RelatedPerson RequestGroup ResearchDefinition ResearchElementDefinition
            ResearchStudy ResearchSubject RiskAssessment RiskEvidenceSynthesis Schedule SearchParameter ServiceRequest
            Slot Specimen SpecimenDefinition StructureDefinition StructureMap Subscription Substance SubstanceNucleicAcid
            SubstancePolymer SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification
            SupplyDelivery SupplyRequest Task TerminologyCapabilities TestReport TestScript ValueSet VerificationResult
            VisionPrescription
            """
            .split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

extension OtherResource {
    /// One of ours, of a type that is written and never read here.
    ///
    /// - Returns: `nil` when R4 has no such type
    package init?(making type: String, id: ResourceID, _ members: [(String, JSONValue)]) {
        guard let kind = Kind(type) else { return nil }
        let head = [("resourceType", JSONValue.text(type)), ("id", .text(id.text))]
        self.init(kind, .object((head + members).map { JSONValue.Member(name: $0.0, value: $0.1) }))
    }
}
