import Clinical

extension Measurements {
    package enum PhotoMark {}
    package typealias PhotoID = ID<PhotoMark>

    /// A page of a diary on paper, photographed by who measures, for the practice to type over.
    struct Photo: Hashable, Sendable {
        let id: PhotoID
        let kind: StrippedPhoto.Kind
        let sentAt: Instant
        /// When the practice was done with it; until then it can be taken back.
        let usedAt: Instant?
    }

    /// So many of one patient are kept.
    ///
    /// - Source: our own proposal
    static let mostPhotos = 100
}
