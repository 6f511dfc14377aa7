import Foundation

/// One keep-alive connection to the site under test: as little work as a client can do.
final class LoadClient {
    struct Answer {
        let status: Int
        let body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
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
        // A site that does not answer ends the run; it does not hang it.
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(socketID, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socketID) }

    /// The bytes of a request, made before the clock runs.
    static func get(_ path: String, cookie: String? = nil) -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\(cookieLine(cookie))\r\n".utf8)
    }

    static func post(_ path: String, _ form: String, cookie: String? = nil) -> [UInt8] {
        Array(
            """
            POST \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
            Content-Length: \(form.utf8.count)\r\n\(cookieLine(cookie))\r\n\(form)
            """.utf8)
    }

    private static func cookieLine(_ cookie: String?) -> String { cookie.map { "Cookie: \($0)\r\n" } ?? "" }

    /// Sends a request and reads the whole answer.
    func ask(_ request: [UInt8]) throws -> Answer {
        let (status, body) = try exchange(request)
        return Answer(status: status, body: Array(buffer[body]))
    }

    /// Sends a request and only looks whether the answer is the one that was expected.
    func expect(_ status: Int, to request: [UInt8]) throws {
        let (found, _) = try exchange(request)
        guard found == status else {
            let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
            throw BenchTrouble("\(line) was answered with \(found)")
        }
    }

    private func exchange(_ request: [UInt8]) throws -> (status: Int, body: Range<Int>) {
        guard send(socketID, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw BenchTrouble("the site stopped listening")
        }
        var count = 0
        var head: Head?
        while true {
            count += try receive(after: count)
            if head == nil { head = Head(buffer, count: count) }
            guard let head else { continue }
            if count >= head.end + head.length { return (head.status, head.end..<(head.end + head.length)) }
        }
    }

    private func receive(after count: Int) throws -> Int {
        if count == buffer.count { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
        let received = buffer.withUnsafeMutableBytes {
            recv(socketID, $0.baseAddress.map { $0 + count }, $0.count - count, 0)
        }
        guard received > 0 else { throw BenchTrouble("the site closed the connection") }
        return received
    }

    /// What the first lines of an answer say.
    private struct Head {
        let status: Int
        let length: Int
        /// Where the body begins.
        let end: Int

        init?(_ bytes: [UInt8], count: Int) {
            var length = 0
            var start = 0
            while let stop = Self.endOfLine(bytes, from: start, count: count) {
                if stop == start {
                    status = Self.number(bytes, from: 9)
                    end = stop + 2
                    self.length = length
                    return
                }
                if Self.isLength(bytes, at: start) { length = Self.number(bytes, from: start + 15) }
                start = stop + 2
            }
            return nil
        }

        private static func endOfLine(_ bytes: [UInt8], from start: Int, count: Int) -> Int? {
            var place = start
            while place + 1 < count {
                if bytes[place] == 13 && bytes[place + 1] == 10 { return place }
                place += 1
            }
            return nil
        }

        private static let lengthName: [UInt8] = Array("content-length:".utf8)

        private static func isLength(_ bytes: [UInt8], at start: Int) -> Bool {
            lengthName.indices.allSatisfy { bytes[start + $0] | 0x20 == lengthName[$0] | 0x20 }
        }

        private static func number(_ bytes: [UInt8], from start: Int) -> Int {
            var place = start
            while bytes[place] == 32 { place += 1 }
            var number = 0
            while (48...57).contains(bytes[place]) {
                number = number * 10 + Int(bytes[place] - 48)
                place += 1
            }
            return number
        }
    }
}
