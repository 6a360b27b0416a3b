/// A value as a column of values hands it over, so that a text which many elements have is neither copied nor counted for each of them.
///
/// ```swift
/// let one = ColumnValue.value(.integer(500_000)), other = ColumnValue.text(3)
/// ```
public enum ColumnValue: Hashable, Sendable {
  /// A value by itself.
  case value(Value)
  /// A text of the column's table, by its number there, from 0.
  case text(Int)
}
