import Clinical
import Hummingbird
import Identity
import Storage
package struct ProgrammeRoutes: Sendable { package init(store: Store, clock: Clock) {}
package func mount(on group: RouterGroup<CareGroupContext>) {} }
