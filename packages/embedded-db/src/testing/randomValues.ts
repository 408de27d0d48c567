import { Decimal128, Double, ObjectId } from 'bson'
import fc from 'fast-check'

/** Values of the types that programs store, small enough to collide often. Numbers are as codec.ts decodes them. */
export const anyScalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -5, max: 20 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'B', 'é', '😀', '\uffff', 'x\0y'),
  },
  fc.constantFrom(
    0.5,
    -1.5,
    7.25,
    1e300,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
  ),
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, -(2n ** 62n), 5n),
  fc.constantFrom(new Double(3), new Double(7), Decimal128.fromString('2.5')),
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: 0, max: 4 }).map((n) => new Date(1_000_000_000_000 + n)),
  fc.integer({ min: 0, max: 3 }).map((n) => new ObjectId(String(n).padStart(24, '0'))),
)

/** Scalars, and documents and arrays of them. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 5, arbitrary: anyScalar },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('x', 'y'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value
