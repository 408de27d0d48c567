import type { CollectionIndex } from '../storage/CollectionIndex.ts'
import type { TreeName } from '../storage/Store.ts'

/** Keys from `from` (inclusive) to `to` (exclusive). */
export interface KeyRange {
  from: Buffer
  to: Buffer
}

/** How a query finds its documents. */
export interface Plan {
  tree: Extract<TreeName, 'documents' | 'entries'>
  /** Null for the collection itself, which is ordered by `_id`. */
  index: CollectionIndex | null
  ranges: KeyRange[]
  isReverse: boolean
  /** True when documents come in the wanted order (or no order is wanted). */
  isSorted: boolean
  /** True when the ranges hold exactly the documents of the query, so none needs to be checked. */
  isExact: boolean
  /** Higher is better; below {@link USEFUL_SCORE} it is a full scan. */
  score: number
  /** What the plan does, in MongoDB's words. */
  stage: 'COLLSCAN' | 'IDHACK' | 'IXSCAN' | 'OR'
  /** Stage OR: the plans of the branches. */
  branches?: Plan[]
}

export const USEFUL_SCORE = 40
