import type {
  FlowVersionRecord,
  NumberRecord,
  PublicationRecord,
  Store,
} from '../../pipeline/index.ts'

/** A store with what its tests need besides the port: things that only the API makes, and a second process. */
export interface StoreUnderTest {
  readonly store: Store
  /** Another process's store on the same database. */
  readonly other: Store
  addNumber(number: NumberRecord): Promise<void>
  addVersion(version: FlowVersionRecord): Promise<void>
  publish(publication: PublicationRecord): Promise<void>
  close(): Promise<void>
}

/** Each test asks for the store when it runs: it is made before the tests, but after they are written down. */
export type Subject = () => StoreUnderTest

/** Many at once is how the pipeline calls, and more than one batch is where grouping could go wrong. */
export const MANY = 1_200

export const range = (length: number): readonly number[] =>
  Array.from({ length }, (_, index) => index)
