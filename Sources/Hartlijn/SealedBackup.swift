import ArgumentParser
import Foundation
import Vault

extension KeyCommand {
    struct SealBackup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "seal", abstract: "Close what comes in on standard input, such as a backup, for this house.",
            discussion: "pg_dump -Fc hartlijn | hartlijn key seal > FILE. Only the keys of the house open it again.")

        @OptionGroup var data: DataFolder

        func run() throws {
            var chance = SystemRandomNumberGenerator()
            var closing = try SafeFile.read(try data.keyFile()).closing(using: &chance)
            let pipe = BinaryPipe()
            try pipe.write(closing.front)
            try pipe.forEachPart(of: SealedFile.part) { try pipe.write(try closing.seal($0, $1)) }
        }
    }

    struct OpenBackup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Open what `key seal` closed, from standard input to standard output.",
            discussion: "When it ends with 1, what came out is not whole: throw it away.")

        @OptionGroup var data: DataFolder

        func run() throws {
            let (keys, pipe) = (try SafeFile.read(try data.keyFile()), BinaryPipe())
            do {
                var opening = try keys.opening(front: try pipe.read(SealedFile.frontLength))
                try pipe.forEachPart(of: SealedFile.sealedPart) { try pipe.write(try opening.open($0, $1)) }
            } catch let failure as SealFailure {
                tell(failure.words)
                throw ExitCode.failure
            }
        }
    }
}

/// Standard input and output, a part at a time.
private struct BinaryPipe {
    /// - Returns: fewer only at the end
    func read(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8]()
        while bytes.count < count,
            let more = try FileHandle.standardInput.read(upToCount: count - bytes.count), !more.isEmpty
        { bytes += more }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) }

    /// The last part is shorter than the others, or empty.
    func forEachPart(of length: Int, _ visit: ([UInt8], SealedFile.Position) throws -> Void) throws {
        var part = try read(length)
        while part.count == length {
            let next = try read(length)
            // A file that ends with a whole part has no empty one behind it.
            guard !next.isEmpty else { break }
            try visit(part, .more)
            part = next
        }
        try visit(part, .last)
    }
}

extension SealFailure {
    fileprivate var words: String {
        switch self {
        case .otherKey(let id): "It was closed with key \(id), which is not in this file of keys."
        case .tooShort, .contents: "This was not made by `hartlijn key seal`."
        default: "It is not whole, or was changed. Throw away what came out."
        }
    }
}
