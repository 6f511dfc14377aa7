import Audit
import Exchange
import Identity
import Measurements
import Oversight
import Portal
import Storage
import Worklist

/// Every migration of the house, in the order in which they are applied.
enum Schema {
    static let migrations =
        Store.schema + Identity.schema + Audit.schema + Measurements.schema + Worklist.schema + Portal.schema
        + Oversight.schema + Identity.schemaElsewhere
        + Exchange.schema
}
