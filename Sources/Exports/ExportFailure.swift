/// Why a file as a whole cannot be read; nothing of it may be stored.
package enum ExportFailure: Error, Hashable, Sendable {
    case cannotOpen, notAFile, empty
    case tooLarge(megabytes: Int)
    case pdf, picture, notText
    case unknown, unknownJSON, unknownTable, unknownXML
    case charset(String)
    case otherArchive, archiveLocked, archiveDamaged, archiveMethod, archiveBomb
    case entityDeclared, documentTypeTooLong, tooDeep, tooManyAttributes, attributeTooLong
    case tooManyValues

    /// One short sentence for people, in both languages of the product.
    package var sentence: (nl: String, en: String) {
        switch self {
        case .cannotOpen, .notAFile, .empty, .tooLarge: ofOpening
        case .pdf, .picture, .notText, .unknown, .unknownJSON, .unknownTable, .unknownXML, .charset: ofRecognising
        case .otherArchive, .archiveLocked, .archiveDamaged, .archiveMethod, .archiveBomb: ofArchive
        default: ofStructure
        }
    }

    private var ofOpening: (nl: String, en: String) {
        switch self {
        case .notAFile: ("Dit is geen bestand.", "This is not a file.")
        case .empty: ("Dit bestand is leeg.", "This file is empty.")
        case .tooLarge(let megabytes):
            (
                "Dit bestand is te groot. Het mag \(megabytes) MB zijn.",
                "This file is too large. The limit is \(megabytes) MB."
            )
        default: ("Dit bestand kan niet worden geopend.", "This file cannot be opened.")
        }
    }

    private var ofRecognising: (nl: String, en: String) {
        switch self {
        case .pdf:
            (
                "Dit is een PDF. Kies het CSV-bestand met de metingen.",
                "This is a PDF. Choose the CSV file with the readings."
            )
        case .picture:
            ("Dit is een foto. Kies een bestand met metingen.", "This is a picture. Choose a file with readings.")
        case .notText: ("Dit is geen bestand met metingen.", "This is not a file with readings.")
        case .unknownJSON: ("Deze soort JSON kennen we niet.", "We do not know this kind of JSON.")
        case .unknownTable: ("De kolommen in deze tabel kennen we niet.", "We do not know the columns of this table.")
        case .unknownXML: ("Deze soort XML kennen we niet.", "We do not know this kind of XML.")
        case .charset(let name):
            ("De letters staan in \(name). We lezen alleen UTF-8.", "The letters are in \(name). We read UTF-8 only.")
        default: ("Deze soort bestand kennen we niet.", "We do not know this kind of file.")
        }
    }

    private var ofArchive: (nl: String, en: String) {
        switch self {
        case .otherArchive:
            ("In dit zip-bestand zit geen export van Apple Gezondheid.", "This zip file holds no Apple Health export.")
        case .archiveLocked: ("Er zit een wachtwoord op dit zip-bestand.", "This zip file has a password.")
        case .archiveMethod:
            ("Dit zip-bestand is op een onbekende manier ingepakt.", "This zip file is packed in a way we do not know.")
        case .archiveBomb:
            ("Dit zip-bestand wordt uitgepakt te groot.", "This zip file becomes too large when unpacked.")
        default: ("Dit zip-bestand is niet heel.", "This zip file is not whole.")
        }
    }

    private var ofStructure: (nl: String, en: String) {
        switch self {
        case .entityDeclared:
            ("Dit bestand bevat entiteiten. Die lezen we niet.", "This file declares entities. We do not read those.")
        case .tooDeep: ("De onderdelen zitten te diep in elkaar.", "The parts are nested too deeply.")
        case .tooManyAttributes: ("Eén regel heeft te veel gegevens.", "One element has too many attributes.")
        case .attributeTooLong: ("Eén gegeven is te lang.", "One value is too long.")
        case .documentTypeTooLong: ("Het begin van dit bestand is te lang.", "The start of this file is too long.")
        default: ("Dit bestand heeft te veel gegevens.", "This file holds too many values.")
        }
    }
}
