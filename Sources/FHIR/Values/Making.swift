extension Coding {
    package init(_ code: Code, in system: URI, display: String? = nil) {
        self.init()
        self.system = system
        self.code = code
        self.display = display
    }
}

extension CodeableConcept {
    package init(_ coding: Coding..., text: String? = nil) {
        self.init()
        self.coding = coding
        self.text = text
    }
}

extension Quantity {
    /// - Parameter code: of UCUM
    package init(_ value: DecimalText, _ unit: String, code: Code) {
        self.init()
        self.value = value
        self.unit = unit
        self.system = CodeSystems.ucum
        self.code = code
    }
}

extension Identifier {
    package init(_ value: String, in system: URI) {
        self.init()
        self.system = system
        self.value = value
    }
}

extension Reference {
    /// - Parameter display: what a person reads there; Dutch receivers ask for it
    package init(to reference: String, display: String? = nil) {
        self.init()
        self.reference = reference
        self.display = display
    }
}

extension Period {
    package init(from start: DateTime?, until end: DateTime?) {
        self.init()
        self.start = start
        self.end = end
    }
}

extension Annotation {
    package init(_ text: String, at time: DateTime? = nil) {
        self.init()
        self.text = text
        self.time = time
    }
}
