import path from 'node:path'

const MAX_LENGTH = 255

/** The last part of an address's path, decoded where that is possible; empty when there is none. */
export function filenameInUrl(url: string): string {
  const name = path.posix.basename(new URL(url).pathname)
  try {
    return decodeURIComponent(name).replaceAll('\0', '').slice(0, MAX_LENGTH)
  } catch {
    return name.slice(0, MAX_LENGTH)
  }
}
