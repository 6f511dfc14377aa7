/// The drawings of this house: 24 by 24, one stroke, no fill. Decoration only; the word stands beside it.
package enum Icon: String, CaseIterable, Sendable {
    case home, chart, mail, more, speak, phone, pill, forward, backward, check, walk, quiz, cuff, print
    case search, flag, inbox, people, calendar, box, plan, book, gauge, clock, up, down, flat, alert, doc
    case gear, plus, bell, wipe, evening, morning, midday, food, minus, cross, target, hands, eye, globe
    case lock, signOut, upload, send, heart, finger, drop

    package var strokes: HTML {
        switch self {
        case .drop:
            """
            <path d="M12 3.5c3.7 4.4 5.6 7.4 5.6 10.2a5.6 5.6 0 0 1-11.2 0c0-2.8 1.9-5.8 5.6-10.2z"/>
            """
        case .home:
            """
            <path d="M4 11.5 12 4.5l8 7V19a1.5 1.5 0 0 1-1.5 1.5h-4V15h-5v5.5h-4A1.5 1.5 0 0 1 4 19z"/>
            """
        case .chart:
            """
            <path d="M4 4v14.5A1.5 1.5 0 0 0 5.5 20H20"/><path d="m8 14.5 3.6-4 3 2.6L20 7"/>
            """
        case .mail:
            """
            <rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4.5 7.5 7.5 6 7.5-6"/>
            """
        case .more:
            """
            <circle cx="5.5" cy="12" r="1"/><circle cx="12" cy="12" r="1"/><circle cx="18.5" cy="12" r="1"/>
            """
        case .speak:
            """
            <path d="M4 9.8v4.4h3.2L12 18V6L7.2 9.8z"/><path d="M15.5 9.2a4 4 0 0 1 0 5.6M18 6.8a7.4 7.4 0 0 1 0 \
            10.4"/>
            """
        case .phone:
            """
            <path d="M6.2 3.8h2.9l1.5 4.1-1.9 1.5a12 12 0 0 0 5.9 5.9l1.5-1.9 4.1 1.5v2.9a2 2 0 0 1-2.1 2A15.6 15.6 \
            0 0 1 4.2 5.9a2 2 0 0 1 2-2.1z"/>
            """
        case .pill:
            """
            <rect x="2.8" y="8.2" width="18.4" height="7.6" rx="3.8" transform="rotate(-40 12 12)"/>\
            <path d="m9.6 9.2 4.9 5.8"/>
            """
        case .forward:
            """
            <path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>
            """
        case .backward:
            """
            <path d="M14.5 5.5 8 12l6.5 6.5"/>
            """
        case .check:
            """
            <path d="m5 12.6 4.6 4.6L19.2 7.4"/>
            """
        case .walk:
            """
            <circle cx="13.2" cy="4.4" r="1.7"/><path d="m8 20.5 2.6-5.8L9.4 11l1.4-3.4 2.8 1.2 1.4 2.7 2.8.8M9.4 \
            11l-2.8 2M13.2 8.6l-1 5 3 2.6 1 4.3"/>
            """
        case .quiz:
            """
            <circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8"/>\
            <path d="M12 16.8v.01"/>
            """
        case .cuff:
            """
            <rect x="3.5" y="4" width="10" height="8.5" rx="2"/><path d="M13.5 8.2h3a2 2 0 0 1 2 2v3.3"/>\
            <circle cx="18.5" cy="16.8" r="3.2"/><path d="M7 4v8.5"/>
            """
        case .print:
            """
            <path d="M7 8.5V4h10v4.5M7 17H5.5A1.5 1.5 0 0 1 4 15.5V10a1.5 1.5 0 0 1 1.5-1.5h13A1.5 1.5 0 0 1 20 \
            10v5.5a1.5 1.5 0 0 1-1.5 1.5H17"/><path d="M7 14h10v6H7z"/>
            """
        case .search:
            """
            <circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.6 15.6 4.4 4.4"/>
            """
        case .flag:
            """
            <path d="M6 20.5v-16M6 5h11.5l-2.6 4 2.6 4H6"/>
            """
        case .inbox:
            """
            <path d="M4 13.5 6.4 5.6A1.5 1.5 0 0 1 7.8 4.5h8.4a1.5 1.5 0 0 1 1.4 1.1L20 13.5v4.4a1.6 1.6 0 0 1-1.6 \
            1.6H5.6A1.6 1.6 0 0 1 4 17.9z"/><path d="M4 13.5h4.4a3.7 3.7 0 0 0 7.2 0H20"/>
            """
        case .people:
            """
            <circle cx="9" cy="8.4" r="3.2"/><path d="M3.2 19.5c.5-3.4 2.8-5.2 5.8-5.2s5.3 1.8 5.8 5.2M15.8 5.5a3.1 \
            3.1 0 0 1 0 5.8M17.4 14.7c2 .6 3.2 2.2 3.5 4.8"/>
            """
        case .calendar:
            """
            <rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>
            """
        case .box:
            """
            <path d="m12 3.6 8 4v8.8l-8 4-8-4V7.6z"/><path d="m4 7.6 8 4 8-4M12 11.6v8.8M8 5.6l8 4"/>
            """
        case .plan:
            """
            <rect x="4.5" y="4.5" width="15" height="16" rx="2"/><path d="M9 3.5h6v3H9zM8.5 11.5l1.4 1.4 2.4-2.6M8.5 \
            16.6h7M14.5 12h1.5"/>
            """
        case .book:
            """
            <path d="M12 6.6C10.4 5.2 8 4.6 4 4.6v13.2c4 0 6.4.6 8 2 1.6-1.4 4-2 8-2V4.6c-4 0-6.4.6-8 2zM12 6.6v13"/>
            """
        case .gauge:
            """
            <path d="M4.6 17.5a8.5 8.5 0 1 1 14.8 0"/><path d="m12 13.5 3.6-4.2"/><circle cx="12" cy="13.8" r="1.2"/>
            """
        case .clock:
            """
            <circle cx="12" cy="12" r="8.3"/><path d="M12 7.4V12l3 2"/>
            """
        case .up:
            """
            <path d="M6.5 17.5 17 7M8.5 7H17v8.5"/>
            """
        case .down:
            """
            <path d="M6.5 6.5 17 17M17 8.5V17H8.5"/>
            """
        case .flat:
            """
            <path d="M4.5 12h14M13.5 7l5 5-5 5"/>
            """
        case .alert:
            """
            <path d="M12 4 2.9 19.5h18.2z"/><path d="M12 10v4.4M12 17v.01"/>
            """
        case .doc:
            """
            <path d="M6 3.8h8l4 4v12.4H6z"/><path d="M13.8 4v4H18M9 12.5h6M9 16h6"/>
            """
        case .gear:
            """
            <circle cx="12" cy="12" r="3"/><path d="M12 3.5v2.4M12 18.1v2.4M3.5 12h2.4M18.1 12h2.4M6 6l1.7 1.7M16.3 \
            16.3 18 18M18 6l-1.7 1.7M7.7 16.3 6 18"/>
            """
        case .plus:
            """
            <path d="M12 5v14M5 12h14"/>
            """
        case .bell:
            """
            <path d="M6.5 10.5a5.5 5.5 0 0 1 11 0c0 4 1.5 5.5 2 6h-15c.5-.5 2-2 2-6zM10 19.5a2.2 2.2 0 0 0 4 0"/>
            """
        case .wipe:
            """
            <path d="M9 5.5h10a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H9L3.5 12z"/>\
            <path d="m12 9.5 5 5m0-5-5 5"/>
            """
        case .evening:
            """
            <path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"/>
            """
        case .morning:
            """
            <path d="M3.5 18h17M6.5 14.5a5.5 5.5 0 0 1 11 0M12 3.5v3M4.6 8.2l1.8 1.5M19.4 8.2l-1.8 1.5"/>
            """
        case .midday:
            """
            <circle cx="12" cy="12" r="4"/><path d="M12 3v2.2M12 18.8V21M3 12h2.2M18.8 12H21M5.6 5.6l1.6 1.6M16.8 \
            16.8l1.6 1.6M18.4 5.6l-1.6 1.6M7.2 16.8l-1.6 1.6"/>
            """
        case .food:
            """
            <path d="M7 3.5v7M4.5 3.5v4.2a2.5 2.5 0 0 0 5 0V3.5M7 10.5v10M16.5 20.5v-8M16.5 12.5c-2 \
            0-2.8-1.8-2.8-4.5s1.2-4.5 2.8-4.5z"/>
            """
        case .minus:
            """
            <path d="M5 12h14"/>
            """
        case .cross:
            """
            <path d="m6 6 12 12M18 6 6 18"/>
            """
        case .target:
            """
            <circle cx="12" cy="12" r="8.3"/><circle cx="12" cy="12" r="4.2"/><path d="M12 12v.01"/>
            """
        case .hands:
            """
            <path d="M3.5 12.5 8 8l3.2 1 1.6-1L17 9.4l3.5 3.4M8 8 6.4 6.5 2.8 10M17 9.4l1.4-2 3 3.4M7 15.6l3.2 2.6a2 \
            2 0 0 0 2.6 0l4-3.6M12.4 10.6 9.6 13"/>
            """
        case .eye:
            """
            <path d="M2.8 12C5 7.8 8.2 5.7 12 5.7s7 2.1 9.2 6.3c-2.2 4.2-5.4 6.3-9.2 6.3S5 16.2 2.8 12z"/>\
            <circle cx="12" cy="12" r="2.8"/>
            """
        case .globe:
            """
            <circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.4 2.3 3.6 5.2 3.6 8.5s-1.2 6.2-3.6 \
            8.5c-2.4-2.3-3.6-5.2-3.6-8.5s1.2-6.2 3.6-8.5z"/>
            """
        case .lock:
            """
            <rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14v2.5"/>
            """
        case .signOut:
            """
            <path d="M10 4.5H6A1.5 1.5 0 0 0 4.5 6v12A1.5 1.5 0 0 0 6 19.5h4M14.5 8l4.5 4-4.5 4M19 12H9.5"/>
            """
        case .upload:
            """
            <path d="M12 15.5V4.5M7.5 8.5 12 4l4.5 4.5M4.5 15.5V18A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 \
            1.5-1.5v-2.5"/>
            """
        case .send:
            """
            <path d="M20 4 3.8 10.6l6.4 3.2L13.4 20z"/><path d="M10.2 13.8 20 4"/>
            """
        case .finger:
            """
            <path d="M5 13v-2.5a7 7 0 0 1 11.5-5.4M19 9v4.5c0 1.4.1 2.6.4 3.8M8.5 13.5v-3a3.5 3.5 0 0 1 7 0v3.5c0 \
            2 .3 3.8.9 5.6M12 10.5v4c0 2.3.4 4.3 1.1 6.2M5.4 16.8c.4 1.3.9 2.4 1.5 3.4M8.8 17c.3 1.4.8 2.7 1.4 3.9"/>
            """
        case .heart:
            """
            <path d="M12 19.8C6.2 15.4 3.6 12.3 3.6 9a4.3 4.3 0 0 1 8.4-1.3A4.3 4.3 0 0 1 20.4 9c0 3.3-2.6 6.4-8.4 \
            10.8z"/>
            """
        }
    }
}

/// An icon the size of the text beside it; it says nothing to a screen reader.
package func icon(_ icon: Icon) -> HTML { DrawnIcons.all[icon] ?? .none }

/// The same, where a page shows it hundreds of times: drawn once by ``iconSheet(_:)``, and pointed at here.
package func iconFromSheet(_ icon: Icon) -> HTML { DrawnIcons.links[icon] ?? .none }

/// The drawings that ``iconFromSheet(_:)`` points at.
package func iconSheet(_ icons: [Icon]) -> HTML {
    let symbols: [HTML] = icons.map { "<symbol id=\"i-\($0.rawValue)\" viewBox=\"0 0 24 24\">\($0.strokes)</symbol>" }
    return "<svg class=\"sheet\">\(symbols)</svg>"
}

/// Every icon, drawn once: a worklist shows hundreds.
private enum DrawnIcons {
    static let all: [Icon: HTML] = Dictionary(
        uniqueKeysWithValues: Icon.allCases.map {
            ($0, "<svg class=\"ic\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\($0.strokes)</svg>")
        })
    static let links: [Icon: HTML] = Dictionary(
        uniqueKeysWithValues: Icon.allCases.map {
            ($0, "<svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-\($0.rawValue)\"/></svg>")
        })
}

/// The larger drawings. They follow the colours of the page, so they are at home in the dark too.
package enum Drawing {
    /// A meter that sends what it kept over the air: our own drawing, and nobody's mark.
    package static let meterOverAir: HTML = """
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6" \
        stroke-linecap="round" stroke-linejoin="round"><rect x="2.8" y="7" width="10.4" height="13" rx="2.2"/>\
        <path d="M5.4 10h5.2v4H5.4zM8 17.2v.01M15.6 9.4a4 4 0 0 1 0 5.2M18 7.2a7.4 7.4 0 0 1 0 9.6M20.4 5a10.8 10.8 0 0 1 \
        0 14"/></svg>
        """

    /// The heart with its line.
    package static let logo: HTML = """
        <svg viewBox="0 0 34 34" aria-hidden="true"><path d="M17 29.2C8 22.4 4 17.6 4 12.6 4 8.5 7 5.6 10.7 5.6c2.6 \
        0 4.9 1.4 6.3 3.7 1.4-2.3 3.7-3.7 6.3-3.7C27 5.6 30 8.5 30 12.6c0 5-4 9.8-13 16.6z" \
        fill="var(--hl-primary)"/><path d="M.8 16.4h9.4l2.9-4.6 4.3 9.4 3-4.8h12.8" fill="none" \
        stroke="var(--hl-page)" stroke-width="5.4" stroke-linejoin="round"/>\
        <path d="M.8 16.4h9.4l2.9-4.6 4.3 9.4 3-4.8h12.8" fill="none" stroke="var(--hl-coral)" stroke-width="2.6" \
        stroke-linejoin="round" stroke-linecap="round"/></svg>
        """

    /// An arm with a cuff, and the meter: on the card that asks for a reading.
    package static let cuffArm: HTML = """
        <svg viewBox="0 0 420 178" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
        <circle cx="318" cy="40" r="92" fill="var(--hl-surface)" opacity=".42"/>
        <path d="M-60 178 V-30 H66 C100 -18 122 6 128 40 L116 178Z" fill="var(--hl-sun)"/>
        <path d="M112 62 C120 92 130 108 160 122" stroke="var(--hl-skin)" stroke-width="38" stroke-linecap="round" \
        stroke-linejoin="round" fill="none"/>
        <path d="M160 124 H226" stroke="var(--hl-skin)" stroke-width="33" stroke-linecap="round" fill="none"/>
        <path d="M222 108 C240 106 254 108 261 117 C268 127 261 141 240 141 H216Z" fill="var(--hl-skin)"/>
        <path d="M223 114 C232 104 246 103 252 109 C256 114 251 118 243 118" fill="var(--hl-skin)" \
        stroke="var(--hl-ink)" stroke-opacity=".14" stroke-width="2.5" stroke-linecap="round"/>
        <path d="M66 -30 C108 -20 134 8 143 44 L150 68 L88 90 L62 40 Z" fill="var(--hl-sun)"/>
        <path d="M146 71 L90 90" stroke="var(--hl-ink)" stroke-opacity=".14" stroke-width="5" \
        stroke-linecap="round"/><path d="M88 92 L85 178" stroke="var(--hl-ink)" stroke-opacity=".09" \
        stroke-width="3.5" stroke-linecap="round"/>
        <g transform="rotate(-25 128 97)"><rect x="101" y="77" width="56" height="42" rx="9" \
        fill="var(--hl-primary)"/><rect x="101" y="77" width="56" height="11" rx="5.5" fill="var(--hl-surface)" \
        opacity=".2"/><path d="M109 107 h14" stroke="var(--hl-on-primary)" stroke-width="3" stroke-linecap="round" \
        opacity=".9"/></g>
        <rect x="-60" y="141" width="580" height="40" fill="var(--hl-surface)"/>\
        <rect x="-60" y="141" width="580" height="40" fill="var(--hl-primary)" opacity=".20"/>\
        <rect x="-60" y="141" width="580" height="4" fill="var(--hl-primary)" opacity=".30"/>
        <path d="M148 98 C176 66 200 84 222 70 S266 54 288 84" fill="none" stroke="var(--hl-ink)" stroke-width="4.5" \
        stroke-linecap="round" opacity=".78"/>
        <rect x="277" y="81" width="98" height="65" rx="13" fill="var(--hl-surface)" stroke="var(--hl-ink)" \
        stroke-width="3" stroke-opacity=".78"/>
        <rect x="288" y="92" width="54" height="43" rx="6" fill="var(--hl-primary-soft)"/>
        <path d="M296 106 h14 M296 118 h14" stroke="var(--hl-ink)" stroke-width="4" stroke-linecap="round" \
        opacity=".55"/><path d="M327 125 c-7.5 -5.6 -10.3 -8.4 -10.3 -12.2 a5.2 5.2 0 0 1 10.3 -1.9 a5.2 5.2 0 0 1 \
        10.3 1.9 c0 3.8 -2.8 6.6 -10.3 12.2z" fill="var(--hl-coral)"/>
        <circle cx="358.5" cy="113.5" r="8.5" fill="var(--hl-primary)"/>
        </svg>
        """

    /// Step 1: back against the chair, feet flat, the arm on the table.
    package static let sittingQuietly: HTML = """
        <svg viewBox="0 0 360 232" aria-hidden="true">
        <circle cx="262" cy="72" r="84" fill="var(--hl-surface)" opacity=".42"/>
        <path d="M0 214 H360 V232 H0Z" fill="var(--hl-primary)" opacity=".2"/>
        <path d="M0 214 H360" stroke="var(--hl-primary)" stroke-width="3" opacity=".3"/>
        <path d="M61 74 V158 H146 M67 158 V213 M138 158 V213" fill="none" stroke="var(--hl-ink)" stroke-width="8" \
        stroke-linecap="round" stroke-linejoin="round" opacity=".55"/>
        <path d="M100 138 H176 Q192 138 192 154 V196" fill="none" stroke="var(--hl-primary-strong)" \
        stroke-width="30" stroke-linejoin="round"/>
        <path d="M177 194 H207 Q226 198 229 213 H177Z" fill="var(--hl-ink)"/>
        <path d="M106 44 V66" stroke="var(--hl-skin)" stroke-width="18" stroke-linecap="round"/>
        <path d="M74 153 C70 118 70 90 78 74 Q84 61 106 61 Q128 61 133 80 C139 104 138 130 138 153Z" \
        fill="var(--hl-sun)"/>
        <circle cx="112" cy="30" r="21" fill="var(--hl-skin)"/>
        <path d="M129 17 A23 23 0 1 0 99 51 C103 43 101 36 105 29 C113 29 123 25 129 17Z" fill="var(--hl-ink)" \
        opacity=".8"/>
        <path d="M124 40 q4 2 7 0" fill="none" stroke="var(--hl-ink)" stroke-width="2.5" stroke-linecap="round" \
        opacity=".7"/>
        <path d="M186 104 H338 V114 H186Z" fill="var(--hl-ink)" opacity=".62"/>
        <path d="M322 114 V213" stroke="var(--hl-ink)" stroke-width="9" opacity=".55"/>
        <path d="M106 108 Q112 96 130 96 H208" fill="none" stroke="var(--hl-skin)" stroke-width="15" \
        stroke-linecap="round"/>
        <path d="M104 82 L110 104" stroke="var(--hl-sun)" stroke-width="25" stroke-linecap="round"/>
        <path d="M93 84 L98 106 Q108 118 118 104" fill="none" stroke="var(--hl-ink)" stroke-width="2.5" \
        stroke-linecap="round" opacity=".2"/>
        <rect x="246" y="66" width="62" height="38" rx="9" fill="var(--hl-surface)" stroke="var(--hl-ink)" \
        stroke-width="3" stroke-opacity=".78"/>
        <rect x="254" y="74" width="32" height="22" rx="4" fill="var(--hl-primary-soft)"/>
        <circle cx="297" cy="85" r="5" fill="var(--hl-primary)"/>
        <path d="M174 222 H232" stroke="var(--hl-good)" stroke-width="5" stroke-linecap="round"/>
        </svg>
        """

    /// Step 2: the cuff on the bare upper arm, as high as the heart.
    package static let cuffOnArm: HTML = """
        <svg viewBox="0 0 360 232" aria-hidden="true">
        <circle cx="284" cy="66" r="84" fill="var(--hl-surface)" opacity=".42"/>
        <path d="M128 62 V92" stroke="var(--hl-skin)" stroke-width="26" stroke-linecap="round"/>
        <path d="M54 232 V136 Q54 88 102 86 H154 Q196 88 204 126 L196 232Z" fill="var(--hl-sun)"/>
        <path d="M108 86 Q128 108 148 86Z" fill="var(--hl-skin)"/>
        <circle cx="128" cy="42" r="29" fill="var(--hl-skin)"/>
        <path d="M98 44 C94 12 118 6 130 7 C152 8 161 24 158 44 C152 36 148 30 146 26 C134 32 114 32 108 28 C104 34 \
        100 38 98 44Z" fill="var(--hl-ink)" opacity=".8"/>
        <path d="M120 55 q8 6 16 0" fill="none" stroke="var(--hl-ink)" stroke-width="2.5" stroke-linecap="round" \
        opacity=".7"/>
        <path d="M188 112 Q214 140 224 184" fill="none" stroke="var(--hl-skin)" stroke-width="36" \
        stroke-linecap="round"/>
        <path d="M226 186 H308" stroke="var(--hl-skin)" stroke-width="28" stroke-linecap="round"/>
        <path d="M158 88 Q192 90 206 116 L212 127 L178 148 L164 126Z" fill="var(--hl-sun)"/>
        <path d="M212 127 L178 148" stroke="var(--hl-ink)" stroke-width="4" stroke-linecap="round" opacity=".14"/>
        <g transform="rotate(-24 212 156)"><rect x="188" y="138" width="48" height="38" rx="9" \
        fill="var(--hl-primary)"/><rect x="188" y="138" width="48" height="10" rx="5" fill="var(--hl-surface)" \
        opacity=".22"/></g>
        <path d="M0 200 H360 V232 H0Z" fill="var(--hl-surface)"/>
        <path d="M0 200 H360 V232 H0Z" fill="var(--hl-primary)" opacity=".2"/>
        <path d="M0 201 H360" stroke="var(--hl-primary)" stroke-width="3" opacity=".3"/>
        <path d="M230 158 C252 128 262 146 278 128 S300 112 312 128" fill="none" stroke="var(--hl-ink)" \
        stroke-width="4" stroke-linecap="round" opacity=".78"/>
        <rect x="286" y="124" width="62" height="42" rx="9" fill="var(--hl-surface)" stroke="var(--hl-ink)" \
        stroke-width="3" stroke-opacity=".78"/>
        <rect x="294" y="132" width="32" height="26" rx="4" fill="var(--hl-primary-soft)"/>
        <circle cx="337" cy="145" r="5" fill="var(--hl-primary)"/>
        <path d="M152 172 c-11 -8 -15 -12.5 -15 -18 a7.6 7.6 0 0 1 15 -2.8 a7.6 7.6 0 0 1 15 2.8 c0 5.5 -4 10 -15 \
        18z" fill="var(--hl-coral)"/>
        <path d="M20 156 H128 M176 156 H186 M240 156 H262" stroke="var(--hl-good)" stroke-width="4" \
        stroke-linecap="round" stroke-dasharray="1 9"/>
        </svg>
        """

    /// "Waar zie ik dat?": the meter with its three rows, the one that is asked marked (1 is the upper row).
    package static func meterRows(marking row: Int) -> HTML {
        let rows: [HTML] = [("SYS", "128"), ("DIA", "82"), ("PUL", "71")].enumerated().map { place, words in
            meterRow(words.0, words.1, at: 26 + place * 62, isMarked: place + 1 == row)
        }
        return """
            <svg viewBox="0 0 300 236" aria-hidden="true">
            <rect x="3" y="3" width="294" height="230" rx="30" fill="var(--hl-surface)" stroke="var(--hl-ink)" \
            stroke-width="4" stroke-opacity=".78"/>
            <rect x="22" y="22" width="198" height="192" rx="14" fill="var(--hl-primary-soft)"/>
            <circle cx="258" cy="84" r="20" fill="var(--hl-primary)"/>\
            <circle cx="258" cy="152" r="13" fill="var(--hl-edge)"/>
            \(rows)</svg>
            """
    }

    private static func meterRow(_ label: String, _ number: String, at top: Int, isMarked: Bool) -> HTML {
        let mark: HTML =
            isMarked
            ? """
            <rect x="26" y="\(top + 1)" width="190" height="60" rx="11" fill="var(--hl-surface)" \
            stroke="var(--hl-primary)" stroke-width="4"/>
            """ : .none
        return """
            \(mark)<text class="small" x="42" y="\(top + 37)">\(label)</text>\
            <text x="204" y="\(top + 43)" text-anchor="end">\(number)</text>
            """
    }
}
