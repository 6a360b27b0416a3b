#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The natural logarithm.
func naturalLogarithm(_ number: Double) -> Double { log(number) }

/// The natural logarithm of 1 + a number, exact also where the number is very small.
func naturalLogarithm(onePlus number: Double) -> Double { log1p(number) }

/// A power of a number that is not negative.
func power(_ number: Double, _ exponent: Double) -> Double { pow(number, exponent) }
