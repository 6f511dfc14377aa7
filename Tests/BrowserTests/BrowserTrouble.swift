/// Something in the browser did not go as a person would expect; said so that the reader of a test log sees why.
struct BrowserTrouble: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
