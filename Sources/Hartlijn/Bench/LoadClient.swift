import Foundation

/// One keep-alive connection to the site under test: as little work as a client can do.
final class LoadClient {
    struct Answer {
        let status: Int
        let location: String?
        let body: [UInt8]
    }

    private let socketID: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)

    init(port: Int) throws {
        #if canImport(Glibc)
            socketID = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            socketID = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socketID, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            close(socketID)
            throw BenchTrouble("nobody listens on port \(port)")
        }
        var one: Int32 = 1
        setsockopt(socketID, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socketID) }

    func get(_ path: String, cookie: String?) throws -> Answer {
        try exchange("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(cookieLine(cookie))\r\n")
    }

    func post(_ path: String, _ form: String, cookie: String?) throws -> Answer {
        try exchange(
            """
            POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
            Content-Length: \(form.utf8.count)\r\n\(cookieLine(cookie))\r\n\(form)
            """)
    }

    private func cookieLine(_ cookie: String?) -> String { cookie.map { "Cookie: \($0)\r\n" } ?? "" }

    private func exchange(_ request: String) throws -> Answer {
        let bytes = Array(request.utf8)
        guard send(socketID, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw BenchTrouble("the site stopped listening")
        }
        var received: [UInt8] = []
        while true {
            if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = Self.field("content-length", in: head).flatMap { Int($0) } ?? 0
                while received.count < end.upperBound + length { try receive(&received) }
                return Answer(
                    status: Int(head.dropFirst(9).prefix(3)) ?? 0, location: Self.field("location", in: head),
                    body: Array(received[end.upperBound..<(end.upperBound + length)]))
            }
            try receive(&received)
        }
    }

    private func receive(_ received: inout [UInt8]) throws {
        let count = recv(socketID, &buffer, buffer.count, 0)
        guard count > 0 else { throw BenchTrouble("the site closed the connection") }
        received.append(contentsOf: buffer[..<count])
    }

    static func field(_ name: String, in head: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1)
            if halves.count == 2, halves[0].lowercased() == name {
                return halves[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return nil
    }
}

/// Something the benchmark could not do; the figures without it would not be true.
struct BenchTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
