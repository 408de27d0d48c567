/** The largest draft that the server takes, in bytes. */
export const MAX_FLOW_BYTES = 4_000_000

/** The largest file that is looked into; those of other programs say the same with more words. */
export const MAX_IMPORT_BYTES = 10_000_000

/** A file name that every system takes. */
export const flowFileName = (name: string): string =>
  `${
    name
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 80)
      .toLowerCase() || 'flow'
  }.json`
