import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import NIOSSL

/// TLS between a proxy and a node on another machine, and how they prove themselves to each other. On one machine, and
/// where a socket is nobody else's, it is not needed.
///
/// - Source: NCSC-NL, ICT-beveiligingsrichtlijnen voor TLS, version 2.1: TLS 1.3, and of 1.2 only ECDHE with AEAD;
///   ASVS 5.0, 12.1.1, 12.1.2, 12.3.3 and 12.3.5
struct NodeTLS: ParsableArguments {
    @Option(help: "The certificate of this node and those above it (PEM); with it the site is served over TLS.")
    var certificate: String?

    @Option(help: "The key of the certificate (PEM, mode 0600).")
    var certificateKey: String?

    @Option(help: "Who vouches for proxies (PEM): only a proxy that shows a certificate of theirs is answered.")
    var proxyAuthority: String?

    mutating func validate() throws {
        guard (certificate == nil) == (certificateKey == nil), proxyAuthority == nil || certificate != nil else {
            throw ValidationError("--certificate and --certificate-key go together, and --proxy-authority with them.")
        }
    }

    /// Plain where there is no certificate.
    func line(over http: HTTP1Channel.Configuration) throws -> HTTPServerBuilder {
        guard let settings = try settings else { return .http1(configuration: http) }
        return try .tls(.http1(configuration: http), tlsConfiguration: settings)
    }

    private var settings: TLSConfiguration? {
        get throws {
            guard let certificate, let certificateKey else { return nil }
            let mode = try FileManager.default.attributesOfItem(atPath: certificateKey)[.posixPermissions] as? Int
            guard let mode, mode & 0o077 == 0 else {
                throw ValidationError("\(certificateKey) may be read by others. Make its mode 0600.")
            }
            var settings = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: certificateKey, format: .pem)))
            settings.minimumTLSVersion = .tlsv12
            settings.cipherSuiteValues = Self.suites
            if let proxyAuthority {
                settings.trustRoots = .file(proxyAuthority)
                // A proxy is known by who vouches for it, whatever its name.
                settings.certificateVerification = .noHostnameVerification
            }
            return settings
        }
    }

    private static let suites: [NIOTLSCipher] = [
        .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]
}
