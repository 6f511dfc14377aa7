// Whose identities travel through the house. What is known of them lives in Identity.

/// A general practice; every table of patient data leads its key with `ID<Practice>`.
package enum Practice {}

/// Somebody who is registered at a practice and measures at home.
package enum Patient {}

/// Somebody who works: at a practice, or for the programme.
package enum Worker {}
