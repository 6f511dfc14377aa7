/// - Source: R4, bundle.html, rules bdl-3, bdl-4 and bdl-7
extension Bundle {
    var asks: Bool { type == .batch || type == .transaction || type == .history }
    var answers: Bool { type == .batchResponse || type == .transactionResponse || type == .history }

    var fullURLsDiffer: Bool {
        guard type != .history else { return true }  // there one address stands once for each version
        var seen = Set<String>(minimumCapacity: entry.count)
        return entry.allSatisfy { entry in
            guard let url = entry.fullUrl?.text else { return true }
            return seen.insert("\(url) \(entry.resource?.meta?.versionId?.text ?? "")").inserted
        }
    }
}
