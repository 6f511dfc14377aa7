/// Tokens and keys that others made: the examples of the standard, and those of an independent library.
///
/// - Source: RFC 7515, appendices A.2 and A.3; RFC 7636, appendix B; joserfc 1.6.5 with keys made for this file
enum Vectors {
    /// - Units: seconds since 1970
    static let now: Int64 = 1_750_000_000
    static let accessToken = "SlAV32hkKG-2dYl0PzQ"
    static let nonce = "n-0S6_WzA2Mj"

    /// RFC 7636, appendix B
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"

    static let rfcRS256 = """
        eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9\
        pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Q\
        c_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARN\
        PvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6I\
        eYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw
        """

    static let rfcRS256Keys = """
        {"keys": [{"kty": "RSA", "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-\
        Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0L\
        OL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG\
        4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ", "e": \
        "AQAB"}]}
        """

    static let rfcES256 = """
        eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9\
        pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqP\
        P3-Kg6NU1Q
        """

    static let rfcES256Keys = """
        {"keys": [{"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y":\
         "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}
        """

    static let keys = """
        {"keys": [{"n": "y31JMJa6z1FhQO7peCozLbZ59JGu_nfqU0ekPWFeUCDt7f-wO0JmiVsXbHf64UZ5zAWx9ATrbFE9BQR\
        LV1mUvp9_dFDTDNaY7ketBr2yPLkFeIfQ7aENwBCkQAMlVTBuByQ2DUqywRePKvN25YghSojOwg2l6zXi09EkK5G2XZhp_PX\
        wy0opRfm6S4J2R9JRwkDM6eAWcOb0dddFJxqB9X9yjG9QnIjxvY7JccfB_n3aNviu0P27Lduc_JNlX7_qWzy8QvQyvYkTHqf\
        qUngcIieGVHzFlAyok1a3k5FgITqLlzXtm-tRvpMif1Dm_cHyqVPOmQyVjoSpGmFbIR0I7w", "e": "AQAB", "kty": \
        "RSA", "kid": "rsa", "use": "sig"}, {"crv": "P-256", "x": \
        "-E4MloKJOEsx-wQBKFF0Q5qD1wj7L6B7446Mw6ubIYQ", "y": \
        "zLEllRppaVGCfqKq8hyld26DVKZ4R_AmvMwkRFa8BPo", "kty": "EC", "kid": "p256", "use": "sig"}, \
        {"crv": "P-384", "x": "X8Yxt6o1Z5Wtk3VKVHkuTIaXbgPDdovN6YuXRxfuuLmq1FCUYzBJYOsXpNWwsp1g", "y": \
        "-K7R6WqGOd-vxzIBvToKu5yokSzWY6XwN56KDG2ip_3mB3mrlQlsODa22aIt39OT", "kty": "EC", "kid": "p384", \
        "use": "sig"}]}
        """

    static let smallKeys = """
        {"keys": [{"n": "oyni122jrEbRILIWzv-Mp4ZK5-PqZg8oSbAowANV2aAnrGO-CCiNZxl_k8HSLVSZG37MJtlGZHXXtYl\
        qj2CckVLCK40Oign3bwUfVe7Jtn7gR5tiVtPpdT7BS326Gmbvilh8DWe4XwwWR0XooEyjYu3T3N5XVkJuZxYH3jcWAg0", \
        "e": "AQAB", "kty": "RSA"}]}
        """

    static let idRS256 = """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJ\
        zdWIiOiIyNDQwMDMyMCIsImF1ZCI6ImhhcnRsaWpuIiwibm9uY2UiOiJuLTBTNl9XekEyTWoiLCJpYXQiOjE3NTAwMDAwMDA\
        sImV4cCI6MTc1MDAwMDMwMCwiYXV0aF90aW1lIjoxNzQ5OTk5OTgwLCJhY3IiOiJodHRwOi8vZWlkYXMuZXVyb3BhLmV1L0x\
        vQS9zdWJzdGFudGlhbCIsImF0X2hhc2giOiJ2UjctTV9SX1ZyVjF4RkcwUC1aZjdBIiwibmFtZSI6IlRlc3QgUGVyc29vbiI\
        sInNpZCI6InMtMSJ9.hLAIl5UCqpiL3RErxR9AiHtLkwtQS5krnSyPyGRqpgBk3Wh946uops799hyNTzg6mr3rqtYmT_8WQ-\
        WD_1RFAEhBJaUHYr_4lp_1Ude4__i74wSq1ZCsP-8nlMKoAFTe9dsqEwdLftow7go7k5xYxVi7euU3PocGqwg9hcYV383de8\
        zn1NNw6keuBdnR-UlsqgcR6ZJVs0rR3u5rff0SjUGTvUdx6WvrfwD_MOOCqU7Ss2EmiTxzSMN8Ikx_esKodyzS2wljC08rSu\
        3lvtoc3T3pd5pyugk4Y1ooiVMjLpHBDC-So8CLQYIzRA3lSwBUDV6K31cTUVz7Ew9PgpVD-g
        """

    static let idPS256 = """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJQUzI1NiIsImtpZCI6InJzYSJ9.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiLCJ\
        zdWIiOiIyNDQwMDMyMCIsImF1ZCI6ImhhcnRsaWpuIiwibm9uY2UiOiJuLTBTNl9XekEyTWoiLCJpYXQiOjE3NTAwMDAwMDA\
        sImV4cCI6MTc1MDAwMDMwMCwiYXV0aF90aW1lIjoxNzQ5OTk5OTgwLCJhY3IiOiJodHRwOi8vZWlkYXMuZXVyb3BhLmV1L0x\
        vQS9zdWJzdGFudGlhbCIsImF0X2hhc2giOiJ2UjctTV9SX1ZyVjF4RkcwUC1aZjdBIiwibmFtZSI6IlRlc3QgUGVyc29vbiI\
        sInNpZCI6InMtMSJ9.b4GYHK1Yo_tE5VIxuevTZnua4Bi7VtMwOviN1uYFoDsJIZ1NdYOHaJU8aItiTa5H8KQxZ4x8qh7FxB\
        S-vce9gXS44jCIH_tDT-YkIZRpDNfLb2-UpFj75k2U2AMCmYlg3Gom5TQyvnL5-H4bGXY8q_0juzGkLdSnXUo2Qv9UUon7GD\
        HW1Cy2v027Pvz1aHt-moAUET4p6c2-urUSz2yugTLem9PRqCm85lOwvhtNso4X8qCvS4vUpY5DgQlQ2tRRyX8uAQtxLPz9R3\
        lvzx-wIb2SsV8ZBxVhbgn2PqqcgYSXae6f9wPLpmId-hFbrPa5abxHwECX3ughCsD36T51iA
        """

    static let idES256 = """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiIsImtpZCI6InAyNTYifQ.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4YW1wbGUiL\
        CJzdWIiOiIyNDQwMDMyMCIsImF1ZCI6ImhhcnRsaWpuIiwibm9uY2UiOiJuLTBTNl9XekEyTWoiLCJpYXQiOjE3NTAwMDAwM\
        DAsImV4cCI6MTc1MDAwMDMwMCwiYXV0aF90aW1lIjoxNzQ5OTk5OTgwLCJhY3IiOiJodHRwOi8vZWlkYXMuZXVyb3BhLmV1L\
        0xvQS9zdWJzdGFudGlhbCIsImF0X2hhc2giOiJ2UjctTV9SX1ZyVjF4RkcwUC1aZjdBIiwibmFtZSI6IlRlc3QgUGVyc29vb\
        iIsInNpZCI6InMtMSJ9.s0eN0smlHj4p_tMWwhCLkxZvpq56A0UKAspXA1d7KWOj1QIZadRHeKOkt72YuSaou2gINis37LF8\
        MuoHiGzOKQ
        """

    static let assertionRS384 = """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzM4NCIsImtpZCI6InJzYSJ9.eyJpc3MiOiJsYWIiLCJzdWIiOiJsYWIiLCJhdWQiOiJ\
        odHRwczovL2hhcnRsaWpuLmV4YW1wbGUvb2F1dGgvdG9rZW4iLCJpYXQiOjE3NTAwMDAwMDAsImV4cCI6MTc1MDAwMDMwMCw\
        ianRpIjoiYS0xIn0.ZQv8JzZYQGesxXij5wheYhobevGW9rRyalrrAYPDXTeiTPXtCtoPBbSmH7Uf7v6eAVL0URtY8f_GxYg\
        YQXOQ1XTSMe6tKBTvLk2l3Cb4l_K2esjsHJDV88fPopy4SxqwimjRnE-hR2xkvEuqi8yUT72V46jToy6OtN2025vi30BGTNo\
        1MYQr9QLhuTbOHWtJPrU7yzwT_-hhs1T2TpEAeQYggVFx_vXLruSwia1uMdTgCL2x8F9jeo61fzeXE8pNWt9i1JZ8f_xeTt2\
        HKl72pXMiIaBs9NA96y46XWKuhkxFP9Zi5c1sPgjeFiyyy8YzcoUbQPKVVUB0A7l0iUExOA
        """

    static let assertionES384 = """
        eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzM4NCIsImtpZCI6InAzODQifQ.eyJpc3MiOiJsYWIiLCJzdWIiOiJsYWIiLCJhdWQiO\
        iJodHRwczovL2hhcnRsaWpuLmV4YW1wbGUvb2F1dGgvdG9rZW4iLCJpYXQiOjE3NTAwMDAwMDAsImV4cCI6MTc1MDAwMDMwM\
        CwianRpIjoiYS0xIn0.slHWAy6_ycagAOmxcvHgtZ18ipU2bxKFqRxz74P01xILrr33Aqk_gMRp0mX5ufOqtmF8KxgX4eBM0\
        x3XXzjDy-EwYDWDOofJWIxHKXot3MU0_3zlVpVuUFaiItxhdeR-
        """

    static let logout = """
        eyJ0eXAiOiJsb2dvdXQrand0IiwiYWxnIjoiRVMyNTYiLCJraWQiOiJwMjU2In0.eyJpc3MiOiJodHRwczovL2xvZ2luLmV4\
        YW1wbGUiLCJzdWIiOiIyNDQwMDMyMCIsImF1ZCI6WyJoYXJ0bGlqbiJdLCJpYXQiOjE3NTAwMDAwMDAsImV4cCI6MTc1MDAw\
        MDEyMCwianRpIjoibC0xIiwic2lkIjoicy0xIiwiZXZlbnRzIjp7Imh0dHA6Ly9zY2hlbWFzLm9wZW5pZC5uZXQvZXZlbnQv\
        YmFja2NoYW5uZWwtbG9nb3V0Ijp7fX19.t2rOjEJvEZaSNGcoW-VnWdsr0GSZaS4-HpTwcdr1_yrwqL68QNUN6bZwtTDrBQs\
        BQsJ0uDCna1VEcWmxc7GpCg
        """

}
