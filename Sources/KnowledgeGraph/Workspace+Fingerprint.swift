import Foundation
import NetworkFiles

/// What tells one state of some folders of data from another.
public enum Fingerprint {
  /// Sixteen hexadecimal digits of the names and bytes of all JSON files in the folders: the FNV-1a hash of 64 bits, which finds
  /// changes made by accident, not by malice.
  ///
  /// - Returns: `nil` where a folder cannot be read.
  /// - Complexity: O(bytes).
  public static func of(folders: [String]) -> String? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func absorb(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for folder in folders {
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return nil }
      for name in names.sorted() where name.hasSuffix(".json") {
        guard let content = try? InputFile.read(folder + "/" + name) else { return nil }
        absorb(name.utf8)
        absorb(content)
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
