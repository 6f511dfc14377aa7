import Clinical
import Identity
import Storage
package struct DemoAccount: Sendable { package let role: Identity.Role; package let name: String; package let signIn: String; package let password: String }
package struct Demonstration { package init(practices: Int = 18, patients: Int = 400, seed: UInt64 = 1, now: Instant) {}
package func build(in store: Store, progress: (String) -> Void) async throws -> [DemoAccount] { [] } }
