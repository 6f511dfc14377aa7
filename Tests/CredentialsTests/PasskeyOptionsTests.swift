import Credentials
import Foundation
import Testing

@Suite struct PasskeyOptionsTests {
    @Test func `what a page needs to make a passkey`() throws {
        let desk = try Desk()
        let options = Passkey.MakingOptions(
            site: desk.site,
            account: Passkey.Account(of: desk.owner, name: "fatma", displayName: "Fatma \"F\" Yılmaz"),
            challenge: desk.challenge, excluded: [[1, 2, 3]])
        #expect(
            options.json
                == #"{"attestation":"none","authenticatorSelection":{"requireResidentKey":false,"#
                + #""residentKey":"preferred","userVerification":"required"},"#
                + #""challenge":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA","#
                + #""excludeCredentials":[{"id":"AQID","type":"public-key"}],"#
                + #""pubKeyCredParams":[{"alg":-7,"type":"public-key"}],"#
                + #""rp":{"id":"hartlijn.example","name":"Hartlijn"},"timeout":300000,"#
                + #""user":{"displayName":"Fatma \"F\" Yılmaz","id":"BwcHBw","name":"fatma"}}"#)
    }

    @Test func `what a page needs to sign in with one`() throws {
        let desk = try Desk()
        let options = Passkey.SigningInOptions(
            site: desk.site, challenge: desk.challenge, allowed: [[1, 2, 3], [0xFB, 0xFF]])
        #expect(
            options.json
                == #"{"allowCredentials":[{"id":"AQID","type":"public-key"},{"id":"-_8","type":"public-key"}],"#
                + #""challenge":"AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA","#
                + #""rpId":"hartlijn.example","timeout":300000,"userVerification":"required"}"#)
    }

    @Test func `another reader of JSON reads it too`() throws {
        let desk = try Desk()
        let options = Passkey.MakingOptions(
            site: desk.site,
            account: Passkey.Account(of: desk.owner, name: "</script>&'\u{7F}\n", displayName: "é😀"),
            challenge: desk.challenge, excluded: [])
        let read = try JSONSerialization.jsonObject(with: Data(options.json.utf8)) as? [String: Any]
        let user = try #require(read?["user"] as? [String: Any])
        #expect(user["name"] as? String == "</script>&'\u{7F}\n")
        #expect(user["displayName"] as? String == "é😀")
    }
}
