import Testing

@testable import Hartlijn

/// Where a statement goes when organisations are spread over many machines: to the one machine of its organisation, or to
/// all of them. docs/decisions/0014-where-it-goes-next.md tells what the second kind costs.
@Suite struct ShardTests {
    /// Statements that cannot name the organisation: they find out which one it is, or they go past all of them.
    static let wide: Set<String> = [
        "Attempts+Queries.swift: DELETE FROM identity_activation WHERE until_at <= $1",
        "Attempts+Queries.swift: DELETE FROM identity_challenge WHERE made_at <= $1",
        "Attempts+Queries.swift: DELETE FROM identity_session WHERE started_at <= $1",
        "Fetching+Queries.swift: SELECT practice_id, patient_id",
        "Forgetting+Queries.swift: DELETE FROM identity_account WHERE sign_in = $1",
        "Forgetting+Queries.swift: DELETE FROM identity_challenge WHERE sign_in = $1",
        "Sealing+Queries.swift: SELECT practice_id FROM identity_practice ORDER BY practice_id",
        "Accounts+Queries.swift: INSERT INTO identity_account (sign_in, practice_id, person_id, role, salt, "
            + "password_hash, rounds,",
        "Accounts+Queries.swift: SELECT practice_id FROM identity_account WHERE sign_in = $1",
        "Accounts+Queries.swift: SELECT role, salt, password_hash, rounds, parallelism, practice_id, person_id",
        "Accounts+Queries.swift: UPDATE identity_account",
        "Activation+Queries.swift: INSERT INTO identity_activation (code_hash, practice_id, person_id, role, "
            + "made_at, until_at, tries, seen)",
        "Activation+Queries.swift: SELECT code_hash FROM identity_activation WHERE code_hash = $1",
        "Activation+Queries.swift: SELECT practice_id, role, person_id FROM identity_activation WHERE code_hash = $1",
        "Activation+Queries.swift: SELECT activation.practice_id, activation.person_id, activation.role,",
        "Activation+Queries.swift: UPDATE identity_activation SET tries = tries + 1 WHERE code_hash = $1 AND "
            + "used_at IS NULL",
        "Activation+Queries.swift: UPDATE identity_activation SET tries = tries - 1 WHERE code_hash = $1",
        "Activation+Queries.swift: UPDATE identity_activation SET used_at = $1 WHERE code_hash = $2 AND "
            + "used_at IS NULL",
        "Attempts+Queries.swift: DELETE FROM identity_attempt WHERE place = $1",
        "Attempts+Queries.swift: DELETE FROM identity_attempt WHERE since <= $1",
        "Attempts+Queries.swift: DELETE FROM identity_device WHERE known_since <= $1",
        "Attempts+Queries.swift: DELETE FROM identity_device WHERE sign_in = $1",
        "Attempts+Queries.swift: INSERT INTO identity_attempt (place, tries, since)",
        "Attempts+Queries.swift: INSERT INTO identity_device (token_hash, sign_in, known_since)",
        "Attempts+Queries.swift: SELECT 1 FROM identity_device WHERE token_hash = $1 AND sign_in = $2",
        "Attempts+Queries.swift: SELECT tries FROM identity_attempt WHERE place = $1",
        "Attempts+Queries.swift: UPDATE identity_attempt SET tries = tries + 0 WHERE place = $1",
        "Elsewhere+Queries.swift: DELETE FROM identity_federated WHERE sign_in = $1",
        "Elsewhere+Queries.swift: DELETE FROM identity_federated WHERE sign_in = $1 AND issuer = $2",
        "Elsewhere+Queries.swift: DELETE FROM identity_once WHERE until_at <= $1",
        "Elsewhere+Queries.swift: DELETE FROM identity_pending WHERE browser_hash = $1",
        "Elsewhere+Queries.swift: DELETE FROM identity_pending WHERE made_at <= $1",
        "Elsewhere+Queries.swift: INSERT INTO identity_federated (issuer, subject_hash, sign_in, joined_at)",
        "Elsewhere+Queries.swift: INSERT INTO identity_once (hash, until_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        "Elsewhere+Queries.swift: INSERT INTO identity_pending (browser_hash, provider, issuer, minimum, "
            + "maximum_age, joining, way, made_at)",
        "Elsewhere+Queries.swift: SELECT account.sign_in, account.role, account.practice_id",
        "Elsewhere+Queries.swift: SELECT issuer, joined_at FROM identity_federated WHERE sign_in = $1",
        "Elsewhere+Queries.swift: SELECT provider, issuer, minimum, maximum_age, joining, way, made_at",
        "Elsewhere+Queries.swift: SELECT session.token_hash, account.practice_id",
        "Elsewhere+Queries.swift: SELECT session.token_hash, account.practice_id,",
        "Elsewhere+Queries.swift: UPDATE identity_federated SET used_at = $1 WHERE issuer = $2 AND subject_hash = $3",
        "Elsewhere+Queries.swift: UPDATE identity_session",
        "Elsewhere+Queries.swift: UPDATE identity_session SET ended_at = $1 WHERE issuer = $2 AND ended_at IS NULL",
        "Emergency+Queries.swift: SELECT count(*) FROM identity_emergency",
        "Emergency+Queries.swift: SELECT patient.practice_id, patient.id",
        "Identity+Queries.swift: SELECT practice.practice_id",
        "Identity+Queries.swift: SELECT practice_id, kind, name, phone, reply_days, care_group_id",
        "Identity+Sessions.swift: DELETE FROM identity_session WHERE sign_in = $1",
        "Identity+Sessions.swift: INSERT INTO identity_session (token_hash, sign_in, form_secret, "
            + "started_at, seen_at, proof, proven_at, browser)",
        "Identity+Sessions.swift: SELECT session.sign_in, account.practice_id, account.role, account.person_id, count(*)",
        "Identity+Sessions.swift: SELECT practice.practice_id, COALESCE(session.chosen_proxy_id, "
            + "account.person_id), account.role,",
        "Joined+Queries.swift: SELECT 1 FROM identity_joined WHERE sign_in = $1 LIMIT 1",
        "Joined+Queries.swift: SELECT proxy.id, proxy.practice_id, patient.given_name, patient.family_name, "
            + "proxy.until_at",
        "Identity+Sessions.swift: UPDATE identity_session",
        "Identity+Sessions.swift: UPDATE identity_session SET ended_at = $1 WHERE token_hash = $2 AND "
            + "ended_at IS NULL",
        "Identity+Sessions.swift: UPDATE identity_session SET seen_at = $1 WHERE token_hash = $2",
        "Lease.swift: INSERT INTO storage_lease (name, holder, until)",
        "Machines+Queries.swift: DELETE FROM identity_token WHERE client_id = $1",
        "Machines+Queries.swift: DELETE FROM identity_token WHERE until_at <= $1",
        "Machines+Queries.swift: INSERT INTO identity_client (client_id, practice_id, name, jwks, scopes, made_at)",
        "Machines+Queries.swift: INSERT INTO identity_token (token_hash, client_id, scopes, made_at, until_at)",
        "Machines+Queries.swift: SELECT client.client_id, client.practice_id, token.scopes",
        "Machines+Queries.swift: SELECT client_id, practice_id, name, jwks, scopes, ended_at",
        "Machines+Queries.swift: UPDATE identity_client SET ended_at = $1 WHERE client_id = $2 AND ended_at IS NULL",
        "Passkeys+Queries.swift: DELETE FROM identity_challenge",
        "Passkeys+Queries.swift: DELETE FROM identity_challenge WHERE made_at <= $1",
        "Passkeys+Queries.swift: DELETE FROM identity_passkey WHERE credential = $1 AND sign_in = $2",
        "Passkeys+Queries.swift: INSERT INTO identity_challenge (hash, sign_in, made_at)",
        "Passkeys+Queries.swift: INSERT INTO identity_passkey (credential, sign_in, name, public_key, counter, "
            + "backup, made_at)",
        "Passkeys+Queries.swift: SELECT credential, name, made_at, used_at",
        "Passkeys+Queries.swift: SELECT passkey.sign_in, passkey.public_key, passkey.counter, passkey.backup,",
        "Passkeys+Queries.swift: UPDATE identity_passkey",
        "People+Queries.swift: SELECT account.sign_in, account.practice_id, account.role",
        "People+Queries.swift: SELECT count(*)",
        "People+Queries.swift: SELECT worker.id, worker.practice_id, practice.name, worker.given_name, "
            + "worker.family_name, worker.role,",
        "Provider+Queries.swift: DELETE FROM identity_federated WHERE issuer = $1",
        "Provider+Queries.swift: DELETE FROM identity_provider WHERE name = $1",
        "Provider+Queries.swift: INSERT INTO identity_provider (name, practice_id, title, kind, issuer, "
            + "client_id, authentication, secret_file,",
        "Provider+Queries.swift: SELECT name, practice_id, title, kind, issuer, client_id, "
            + "authentication, secret_file, key_id, key_audience,",
        "Provider+Queries.swift: UPDATE identity_provider SET state = $1 WHERE name = $2",
        "SecondFactor+Queries.swift: DELETE FROM identity_app WHERE sign_in = $1",
        "SecondFactor+Queries.swift: DELETE FROM identity_app WHERE sign_in = $1 AND state = 'confirmed'",
        "SecondFactor+Queries.swift: DELETE FROM identity_passkey WHERE sign_in = $1",
        "SecondFactor+Queries.swift: DELETE FROM identity_recovery_code WHERE sign_in = $1",
        "SecondFactor+Queries.swift: INSERT INTO identity_app (sign_in, state, secret, last_step, made_at)",
        "SecondFactor+Queries.swift: INSERT INTO identity_recovery_code (sign_in, hash)",
        "SecondFactor+Queries.swift: SELECT (SELECT count(*) FROM identity_app WHERE sign_in = $1 AND state "
            + "= 'confirmed'),",
        "SecondFactor+Queries.swift: SELECT secret, last_step FROM identity_app WHERE sign_in = $1 AND state = $2",
        "SecondFactor+Queries.swift: SELECT token_hash, browser, started_at, seen_at",
        "SecondFactor+Queries.swift: UPDATE identity_app SET last_step = $1",
        "SecondFactor+Queries.swift: UPDATE identity_app SET state = 'confirmed', last_step = $1",
        "SecondFactor+Queries.swift: UPDATE identity_recovery_code SET used_at = $1",
        "Sealed+Queries.swift: SELECT DISTINCT substr(password_hash, 1, 8) FROM identity_account WHERE "
            + "length(password_hash) > 32",
        "Sealed+Queries.swift: SELECT DISTINCT substr(secret, 2, 8) FROM identity_app WHERE length(secret) > 20",
        "Sealed+Queries.swift: SELECT code_hash FROM identity_activation WHERE length(code_hash) = 32 LIMIT $1",
        "Sealed+Queries.swift: SELECT sign_in, hash FROM identity_recovery_code WHERE length(hash) = 32 LIMIT $1",
        "Sealed+Queries.swift: SELECT sign_in, password_hash FROM identity_account WHERE length(password_hash) = 32 "
            + "LIMIT $1",
        "Sealed+Queries.swift: SELECT sign_in, state, secret FROM identity_app",
        "Sealed+Queries.swift: UPDATE identity_account SET password_hash = $1",
        "Sealed+Queries.swift: UPDATE identity_activation SET code_hash = $1",
        "Sealed+Queries.swift: UPDATE identity_app SET secret = $1",
        "Sealed+Queries.swift: UPDATE identity_recovery_code SET hash = $1",
        "Shared+Queries.swift: SELECT patient.id, patient.given_name, patient.family_name, patient.born_on, "
            + "practice.name, max(consent.until_at)",
        "Subject+Queries.swift: SELECT registration.practice_id, registration.id",
        "Subject+Queries.swift: SELECT task.practice_id, task.id, task.until_at",
        "Subject+Queries.swift: SELECT consent.practice_id, consent.id, consent.until_at",
        "Subject+Queries.swift: SELECT practice_id, id, until_at",
        "Assistance+Queries.swift: SELECT task.id, task.practice_id, task.patient_id, patient.given_name, "
            + "patient.family_name, patient.phone,",
        "Pharmacy+Queries.swift: SELECT patient.id, patient.given_name, patient.family_name, patient.born_on, "
            + "practice.name,",
    ]

    @Test func `every other statement names its organisation`() {
        let found = Set(QueryPlanTests.statements.filter { !Self.staysOnOneMachine($0.text) }.map(Self.name))
        #expect(found == Self.wide, "\(found.symmetricDifference(Self.wide).sorted().joined(separator: "\n"))")
        #expect(QueryPlanTests.statements.count - found.count > 80)
    }

    /// It is bound to one organisation, by a value for `practice_id` in its condition or among what it adds.
    private static func staysOnOneMachine(_ text: String) -> Bool {
        if text.contains(#/practice_id = \$\d/#) { return true }
        return text.contains(#/^INSERT INTO \w+ \(practice_id,/#) && text.contains(#/(VALUES \(|SELECT )\$1/#)
    }

    private static func name(_ statement: QueryPlanTests.Statement) -> String {
        "\(statement.file): \(statement.text.split(separator: "\n")[0])"
    }
}
