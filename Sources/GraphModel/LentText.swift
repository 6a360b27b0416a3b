extension String {
  /// Lends the bytes of a text as UTF-8; unlike `withUTF8`, which may change the text, without a copy of it.
  ///
  /// - Parameter body: Called once, with the bytes for as long as it runs.
  @inlinable @inline(__always)
  public func lendUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return ContiguousArray(utf8).withUnsafeBufferPointer(body)
  }
}
