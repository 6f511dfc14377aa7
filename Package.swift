// swift-tools-version: 6.2
import PackageDescription

// The contents page: modules in the order a measurement travels, from what is true (pure) to the door.

let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

/// What a slice may use: everything below it, and never another slice.
let underSlices: [Target.Dependency] = [
    "Audit", "Identity", "Web", "Storage", "Vault", "Clinical", hummingbird, crypto, httpTypes,
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func checks(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: house)
}

let package = Package(
    name: "hartlijn",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "hartlijn", targets: ["Hartlijn"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // pure: what the project exists for
        room("Clinical"),  // quantities, days, readings, one file per rule
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room("FHIR"),  // the words in which care systems write to each other
        room("Meters"),  // what meters say over the air and in their memory → readings
        room("Exports", ["Clinical", "CZlib"]),  // the files that meters and phones write → readings

        // tools
        room("Credentials", [crypto]),  // what proves who somebody is: passwords, codes of an app, passkeys
        room("Federation", ["Credentials", crypto, cryptoExtras]),  // who another house says somebody is
        room("Sealing", [crypto]),  // an access log in which every change is found
        room("WebPush", ["Credentials", crypto]),  // a message for one browser that only that browser reads
        room("Vendors", ["Clinical", "Exports", "Credentials", crypto]),  // the clouds of who makes meters
        room("Vault", [crypto]),  // fields that nobody reads who has only the database
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        room(
            "Storage",
            [
                "Clinical", "Vault", "CPostgres", crypto, .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),  // SQL, transactions, migrations
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "Assets"),  // what Public/ holds, inside the executable
        room(
            "Web",
            ["Clinical", "Assets", "CQRCode", hummingbird, crypto, httpTypes, logging, nioCore, nioHTTP1]
        ),  // HTML, forms, refusals, components

        // people
        room("Audit", ["Storage", "Sealing", "Clinical"]),  // who looked at or changed what
        room(
            "Identity",
            [
                "Audit", "Web", "Storage", "Clinical", "Credentials", "Federation", "Vault", hummingbird, crypto,
                httpTypes, nioCore, cryptoExtras,
            ]
        ),  // practices, people, roles, sign-in

        // slices, in the order of the flow; they do not know each other
        room("Devices", underSlices + ["Exports"]),  // the kits of The Box: on the shelf, at home, and back
        room("Measurements", underSlices + ["Exports", "Meters", "Credentials"]),  // home readings, the graph
        room("Worklist", underSlices),  // what a practice still has to look at
        room("Enrolling", underSlices + ["Exports"]),  // whom a practice asks, and how far they are
        room("Assistance", underSlices),  // help of the social domain: a task that the patient agreed to
        room("Pharmacy", underSlices),  // who is registered at which pharmacy, and their own messages
        room("Portal", underSlices),  // the patient's own place: messages, goals, what changed and why
        // what goes out of the house, and what comes in
        room("Exchange", underSlices + ["FHIR", "Vendors", "Credentials"]),
        room("Oversight", underSlices),  // what the privacy officer looks at of who looked
        room("Rights", underSlices),  // what people ask about their own data, and how long things are kept
        room("Outbox", underSlices + ["WebPush"]),  // what leaves the house: reminders, and the codes of an address
        room("Programme", underSlices),  // how the practices of a care group are doing

        // above the slices: one file for each thing that happens
        room(
            "Stories",
            [
                "Devices", "Enrolling", "Measurements", "Worklist", "Assistance", "Pharmacy", "Portal", "Exchange",
                "Outbox", "Rights", "Audit", "Identity", "Vault", "Storage", "Clinical",
            ]),

        // a week on paper, played through the stories
        room(
            "Scenarios",
            ["Stories", "Portal", "Worklist", "Measurements", "Identity", "Audit", "Storage", "Clinical"]
        ),

        // a believable care group to look around in
        room(
            "Demonstration",
            [
                "Stories", "Portal", "Worklist", "Measurements", "Audit", "Identity", "Credentials", "Storage",
                "Clinical",
                "Devices", "Enrolling", "Assistance", "Pharmacy", "Exchange", "Outbox", "Rights",
            ]
        ),

        // the door
        .systemLibrary(name: "CMalloc"),  // how glibc takes memory
        .executableTarget(
            name: "Hartlijn",
            dependencies: [
                "Demonstration", "Scenarios", "Stories", "Enrolling", "Programme", "Oversight", "Exchange", "Portal",
                "Assistance", "Pharmacy", "Worklist", "Rights",
                "Measurements",
                "Devices", "Outbox", "WebPush", "Vendors",
                "Identity", "Audit", "Web", "Storage", "Exports", "Meters", "Credentials", "Federation", "Sealing",
                "Vault",
                "Clinical", "CMalloc", hummingbird, hummingbirdCore, hummingbirdTLS, nioSSL, crypto, logging, httpTypes,
                nioCore, nioHTTP1,
                nioPosix,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house
        ),

        .target(
            name: "TestStores", dependencies: ["Storage", "Vault", "Clinical"], path: "Tests/TestStores",
            swiftSettings: house
        ),  // a database for each test, on either engine
        .target(
            name: "TestAuthenticators", dependencies: ["Credentials", crypto], path: "Tests/TestAuthenticators",
            swiftSettings: house
        ),  // a phone that makes passkeys, and can be made to lie
        .target(
            name: "TestIssuers", dependencies: ["Federation", "Credentials", crypto, cryptoExtras],
            path: "Tests/TestIssuers", swiftSettings: house
        ),  // tokens of which every part can be made to lie
        checks("Clinical", ["Clinical"]),
        checks("FHIR", ["FHIR"]),
        checks("Meters", ["Meters"]),
        checks("Credentials", ["Credentials", "TestAuthenticators", crypto]),
        checks("Federation", ["Federation", "Credentials", "TestIssuers", crypto, cryptoExtras]),
        checks("Sealing", ["Sealing", crypto]),
        checks("Vault", ["Vault", crypto]),
        checks("WebPush", ["WebPush", "Credentials", crypto]),
        checks("Vendors", ["Vendors", "Clinical", crypto]),
        checks("Exports", ["Exports", "Clinical", "CZlib"]),
        checks("Devices", ["Devices", "TestStores", "Hartlijn", "Identity", "Audit", "Storage", "Web", "Clinical"]),
        checks(
            "Worklist",
            [
                "Worklist", "TestStores", "Devices", "Measurements", "Portal", "Outbox", "Rights", "Identity", "Audit",
                "Storage",
                "Web",
                "Clinical",
            ]),
        checks(
            "Demonstration",
            [
                "Hartlijn", "TestStores", "Demonstration", "Stories", "Portal", "Worklist", "Measurements", "Identity",
                "Outbox", "Vault",
                "Storage",
                "Clinical",
            ]
        ),
        checks("HouseRules", []),
        checks("Browser", []),
        checks("Storage", ["Storage", "TestStores", "Clinical"]),
        checks(
            "Hartlijn",
            [
                "Hartlijn", "TestStores", "TestAuthenticators", "TestIssuers", "Scenarios", "Stories", "Programme",
                "Oversight", "Exchange",
                "Sealing", "FHIR", "Enrolling", "Assistance", "Pharmacy", "Portal", "Worklist", "Rights",
                "Devices", "Outbox", "WebPush", "Vendors", "Vault",
                "Measurements", "Identity", "Credentials", "Federation",
                "Audit", "Web", "Storage", "Exports", "Clinical", hummingbird, hummingbirdCore, crypto, httpTypes,
                logging,
                nioCore, nioPosix,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
    ]
)
