import CMalloc

/// How the program asks the machine for memory.
enum Memory {
    /// Keeps pieces of the size of a page at hand. Left to itself, glibc gives each piece over 128 KB back to the machine
    /// and asks for it anew, and every byte of it is fetched again: a tenth of the cost of a long worklist.
    static func keepPagesAtHand() {
        #if canImport(Glibc)
            mallopt(M_MMAP_THRESHOLD, 8 << 20)
            mallopt(M_TRIM_THRESHOLD, 16 << 20)
        #endif
    }
}
