import Credentials
import Testing

@Suite struct PasswordRulesTests {
    private let rules = PasswordRules()

    @Test(arguments: [
        "vier kwade ezels", "groene theepot 9 bruggen", "xK4#vB9!qLm2", "de kat van mijn buurvrouw", "bmwhgtqzxpyk",
        "welkom in onze mooie tuin", "zomers dwaal ik door Drenthe", "😀🐌🎷🧦🪁🍋🧭🛶🥁🌵🪗🦔", "ςίγμα καὶ ὄνομα", "अनुभव कितना बड़ा",
    ]) func `a password that nobody foresees is fine`(_ password: String) {
        #expect(throws: Never.self) { try rules.check(password, of: "fatma") }
    }

    @Test func `twelve signs are enough, and 256 are not too many`() {
        let long = (0..<256).map { String(UnicodeScalar(UInt8(97 + $0 * $0 % 23))) }.joined()
        #expect(throws: PasswordFailure.tooShort) { try rules.check("xK4#vB9!qLm", of: "jan") }
        #expect(throws: Never.self) { try rules.check("xK4#vB9!qLm2", of: "jan") }
        #expect(throws: PasswordFailure.tooLong) { try rules.check(long + "x", of: "jan") }
        #expect(throws: PasswordFailure.tooLong) {
            try rules.check(String(repeating: "ab\u{301}", count: 9000), of: "jan")
        }
    }

    @Test func `signs are counted after they are made one`() {
        #expect(throws: PasswordFailure.tooShort) { try rules.check("xK4#vB9!qe\u{301}", of: "jan") }
        #expect(throws: PasswordFailure.tooShort) {
            try rules.check(String(repeating: "e\u{301}", count: 6), of: "jan")
        }
        #expect(PasswordRules.normal("ｈａｒｔ e\u{301}") == "hart é")
    }

    static let foreseen: [(String, Guessing.Pattern)] = [
        ("Welkom2026!!", .word), ("w3lk0m2026!?", .word), ("Wachtwoord123", .word), ("WACHTWOORD!!!", .word),
        ("zomer2026zomer", .word), ("Zomer-Winter-26", .word), ("Lente2026Lente", .word), ("Maandag1Januari", .word),
        ("hartlijn2026!", .word), ("H@rtl1jn-H@rtl1jn", .word), ("huisarts12345", .word), ("P@ssw0rd2026", .word),
        ("Amsterdam2026", .word), ("wáchtwöörd12!", .word), ("ｗａｃｈｔｗｏｏｒｄ１２", .word), ("IkHouVanJou123", .word),
        ("fatmayilmaz12", .ownName), ("Fatma.Yilmaz!", .ownName), ("fatma123fatma", .ownName),
        ("y1lm4zf4tm4!!", .ownName),
        ("qwertyuiop12", .row), ("1234567890123", .row), ("asdfghjklzxcv", .row), ("abcdefghijkl", .row),
        ("zyxwvutsrqpo", .row), ("1qaz2wsx3edc", .row), ("!@#$%^&*()!@", .row), ("qwertyasdfgh", .row),
        ("aaaaaaaaaaaa", .repetition), ("xkxkxkxkxkxk", .repetition), ("xKpxKpxKpxKp", .repetition),
        ("😀😀😀😀😀😀😀😀😀😀😀😀", .repetition), ("            ", .repetition), ("bvqbvqbvqbvq!", .repetition),
        ("197819791980", .year), ("2024 2025 2026", .year),
    ]

    @Test(arguments: foreseen) func `a password that is foreseen is refused`(
        _ password: String, _ pattern: Guessing.Pattern
    ) {
        #expect(throws: PasswordFailure.easyToGuess(pattern)) {
            try rules.check(password, of: "fatma.yilmaz@linde.example")
        }
    }

    @Test func `the name of somebody else is not foreseen`() {
        #expect(throws: PasswordFailure.easyToGuess(.ownName)) {
            try rules.check("grietjebouwman", of: "grietjebouwman")
        }
        #expect(throws: Never.self) { try rules.check("grietjebouwman", of: "jan") }
    }

    @Test(arguments: ["", "a", "j.j", "@@@"]) func `a sign-in name without letters foresees nothing`(_ signIn: String) {
        #expect(throws: Never.self) { try rules.check("xK4#vB9!qLm2", of: signIn) }
    }

    @Test func `no text ends the process`() {
        var chance = Chance(seed: 7)
        let pieces = ["\u{0}", "\u{301}", "\u{FDFA}", "각", "e", "7", "qwer", "2026", "😀", "\u{200D}", "ß", "İ"]
        for _ in 0..<150 {
            let text = (0..<chance.below(60)).map { _ in pieces[chance.below(pieces.count)] }.joined()
            #expect(throws: (any Error).self) {
                try rules.check(text, of: text)
                throw PasswordFailure.breached
            }
        }
    }
}

/// The same chance in every run.
///
/// - Source: SplitMix64 (Steele, Lea and Flood, 2014)
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }
}
