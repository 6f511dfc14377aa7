import Audit
import Clinical
import Logging
import Sealing
import ServiceLifecycle
import Storage

/// Seals the access log every half minute, on whichever node comes first.
struct SealingService: Service {
    let store: Store
    let clock: Clock
    let logger: Logger
    let seal: Seal
    let anchors: AnchorPlace
    let isPrepared: @Sendable () -> Bool

    static let pause = Duration.seconds(30)
    /// A head of each organisation is copied outside the database so often.
    private static let anchorEvery = Duration.hours(1)

    func run() async throws {
        let node: ID<SealingService> = clock.occasion.newID()
        await cancelWhenGracefulShutdown { [self] in
            var anchored: [Reference: Instant] = [:]
            while !Task.isCancelled {
                do {
                    while !isPrepared() { try await Task.sleep(for: .seconds(1)) }
                    let now = clock.occasion.now
                    if try await store.lease("seal", to: node, for: Self.pause - .seconds(2), at: now) {
                        for head in try await Sealer(store: store, seal: seal).round(at: now) {
                            let last = anchored[head.tenant]
                            guard last.map({ now - $0 >= Self.anchorEvery }) ?? true else { continue }
                            try anchors.add(head)
                            anchored[head.tenant] = now
                        }
                    }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error("sealing failed", metadata: ["kind": "\(type(of: error))"])
                }
                // Being asked to stop ends the pause early.
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
