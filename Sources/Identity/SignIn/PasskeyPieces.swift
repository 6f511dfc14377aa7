import Web
import Clinical

/// The pieces of pages that belong to passkeys.
enum PasskeyPieces {
    static func button(to way: String, _ secret: FormSecret, in language: Language) -> HTML { .none }
    static func list(in language: Language) -> HTML { .none }
}
