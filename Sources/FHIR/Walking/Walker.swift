/// Whether an element has to be there.
package enum Need: Sendable { case optional, required }

/// What goes past all elements of a resource in FHIR's order: to read them, to write them, or to check them.
///
/// So each type tells its elements once, in `walk`.
package protocol Walker {
    mutating func value<P: Primitive>(_ name: StaticString, _ value: inout P?, _ need: Need)
    mutating func values<P: Primitive>(_ name: StaticString, _ values: inout [P], _ need: Need)
    mutating func part<E: Element>(_ name: StaticString, _ part: inout E?, _ need: Need)
    mutating func parts<E: Element>(_ name: StaticString, _ parts: inout [E], _ need: Need)
    /// A part that is handed on as it came, not looked into.
    mutating func verbatim(_ name: StaticString, _ value: inout JSONValue?)
    mutating func resource(_ name: StaticString, _ resource: inout Resource?)
    mutating func resources(_ name: StaticString, _ resources: inout [Resource])
    mutating func head<R: ResourceContent>(_ head: inout Head, of resource: R.Type)
    /// Whether it is worth while to look for one of the types of a choice.
    func mayHold(_ name: StaticString) -> Bool
    /// An element with a choice of types was found to be there twice.
    mutating func isThereTwice(_ name: StaticString)
    /// What must hold between elements; `words` are for whoever sent it.
    mutating func rule(_ key: StaticString, _ isKept: @autoclosure () -> Bool, _ words: StaticString)
    /// An element with a choice of types that has to be there.
    mutating func needs(_ name: StaticString, _ isThere: @autoclosure () -> Bool)
}

extension Walker {
    package func mayHold(_ name: StaticString) -> Bool { true }

    package mutating func value(_ name: StaticString, _ value: inout (some Primitive)?) {
        self.value(name, &value, .optional)
    }

    package mutating func values(_ name: StaticString, _ values: inout [some Primitive]) {
        self.values(name, &values, .optional)
    }

    package mutating func part(_ name: StaticString, _ part: inout (some Element)?) {
        self.part(name, &part, .optional)
    }

    package mutating func parts(_ name: StaticString, _ parts: inout [some Element]) {
        self.parts(name, &parts, .optional)
    }
}

/// One of the types that an element such as `value[x]` may have.
extension Walker {
    package mutating func value<P: Primitive, Choice>(
        _ name: StaticString, _ choice: inout Choice?, _ make: (P) -> Choice, _ take: (Choice?) -> P?
    ) {
        guard mayHold(name) else { return }
        var value = take(choice)
        let wasThere = value != nil
        self.value(name, &value, .optional)
        settle(name, value, wasThere, &choice, make)
    }

    package mutating func part<E: Element, Choice>(
        _ name: StaticString, _ choice: inout Choice?, _ make: (E) -> Choice, _ take: (Choice?) -> E?
    ) {
        guard mayHold(name) else { return }
        var part = take(choice)
        let wasThere = part != nil
        self.part(name, &part, .optional)
        settle(name, part, wasThere, &choice, make)
    }

    package mutating func verbatim<Choice>(
        _ name: StaticString, _ choice: inout Choice?, _ make: (JSONValue) -> Choice, _ take: (Choice?) -> JSONValue?
    ) {
        guard mayHold(name) else { return }
        var value = take(choice)
        let wasThere = value != nil
        verbatim(name, &value)
        settle(name, value, wasThere, &choice, make)
    }

    private mutating func settle<Value, Choice>(
        _ name: StaticString, _ value: Value?, _ wasThere: Bool, _ choice: inout Choice?, _ make: (Value) -> Choice
    ) {
        guard !wasThere, let value else { return }
        if choice != nil { isThereTwice(name) }
        choice = make(value)
    }
}

/// Whoever is shown what a resource holds.
protocol ResourceVisitor {
    mutating func visit<R: ResourceContent>(_ content: R)
}
