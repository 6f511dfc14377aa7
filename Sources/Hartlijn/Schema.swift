import Assistance
import Audit
import Devices
import Enrolling
import Exchange
import Identity
import Measurements
import Outbox
import Oversight
import Pharmacy
import Portal
import Rights
import Storage
import Worklist

/// Every migration of the house, in the order in which they are applied.
enum Schema {
    static let migrations =
        Store.schema + Identity.schema + Audit.schema + Measurements.schema + Worklist.schema + Portal.schema
        + Oversight.schema + Identity.schemaElsewhere + Devices.schema + Enrolling.schema
        + Outbox.schema + Exchange.schema + Exchange.summariesSchema + Identity.schemaAnswering
        + Worklist.templatesSchema + Assistance.schema + Pharmacy.schema + Rights.schema
}
