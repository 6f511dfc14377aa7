import Foundation
import Glibc

/// One question over plain HTTP/1.1 to a program on this machine.
///
/// Foundation's own client refuses the headers of chromedriver, which writes no space after the colon.
enum Loopback {
    static func ask(_ method: String, _ path: String, _ body: Data?, port: UInt16) async throws -> Data {
        var question = Data("\(method) \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n".utf8)
        question += Data("Content-Type: application/json\r\nContent-Length: \(body?.count ?? 0)\r\n\r\n".utf8)
        question += body ?? Data()
        let whole = question
        let answer: Data = try await withCheckedThrowingContinuation { waiting in
            // Blocking calls have a thread of their own, so that no test waits for another's.
            Thread.detachNewThread { waiting.resume(with: Result { try exchange(whole, port: port) }) }
        }
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else {
            throw BrowserTrouble("no whole answer from port \(port) to \(method) \(path)")
        }
        return answer[end.upperBound...]
    }

    private static func exchange(_ question: Data, port: UInt16) throws -> Data {
        let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard line >= 0 else { throw BrowserTrouble("no socket: error \(errno)") }
        defer { close(line) }
        var patience = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(line, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let reached = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard reached == 0 else { throw BrowserTrouble("nobody at port \(port): error \(errno)") }
        try write(question, to: line)
        return try read(from: line)
    }

    private static func write(_ question: Data, to line: Int32) throws {
        var left = question[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw BrowserTrouble("the line was cut while asking: error \(errno)") }
            left = left.dropFirst(count)
        }
    }

    /// Reads as long as the header has announced; chromedriver may keep the line open afterwards.
    private static func read(from line: Int32) throws -> Data {
        var answer = Data()
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(line, &part, part.count, 0)
            guard count >= 0 else { throw BrowserTrouble("no answer in time: error \(errno)") }
            answer += part[..<count]
            if count == 0 || isWhole(answer) { return answer }
        }
    }

    private static func isWhole(_ answer: Data) -> Bool {
        guard let end = answer.range(of: Data("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self)
        let announced = head.firstMatch(of: /(?i)content-length:\s*(\d+)/).flatMap { Int($0.1) }
        return announced.map { answer.count - end.upperBound >= $0 } ?? false
    }
}
