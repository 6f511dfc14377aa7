@main struct Hartlijn { static func main() {} }
