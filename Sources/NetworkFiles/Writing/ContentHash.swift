import Crypto

/// Hashes of files and names, as 64 hexadecimal digits.
///
/// They tell whether a file is as it was left and, with a secret key, whether an id is that of somebody who was forgotten.
enum ContentHash {
  /// The SHA-256 of bytes.
  ///
  /// - Complexity: O(bytes).
  static func hex(_ bytes: [UInt8]) -> String { hex(digits: SHA256.hash(data: bytes)) }

  /// The hash that only who has the key can make (HMAC-SHA-256).
  static func hex(_ bytes: [UInt8], key: [UInt8]) -> String {
    hex(digits: HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
  }

  static func hex(digits bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
