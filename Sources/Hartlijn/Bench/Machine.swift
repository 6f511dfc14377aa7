import Foundation

/// The machine a figure was taken on, in words that name nobody's machine.
struct Machine: Encodable {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memoryMB = Int(ProcessInfo.processInfo.physicalMemory >> 20)
    let kernel = Machine.text("/proc/sys/kernel/osrelease")?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    let processor =
        Machine.text("/proc/cpuinfo")?
        .split(separator: "\n").first { $0.hasPrefix("model name") }?
        .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""

    var words: String { "\(cores) cores of \(processor), \(memoryMB) MB, kernel \(kernel)" }

    private static func text(_ path: String) -> String? {
        try? String(contentsOfFile: path, encoding: .utf8)  // elsewhere than on Linux there is no such file
    }
}
