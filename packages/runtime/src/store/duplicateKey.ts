/** True for MongoDB's E11000, and when `field` is named only if that field is part of the index that was hit. */
export function isDuplicateKey(error: unknown, field?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 11_000) return false
  if (field === undefined) return true
  const pattern: unknown = 'keyPattern' in error ? error.keyPattern : undefined
  return typeof pattern === 'object' && pattern !== null && field in pattern
}
