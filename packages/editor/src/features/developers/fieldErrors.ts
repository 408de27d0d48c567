import { ApiError } from '../../api/errors.ts'

/**
 * What the server said about each field of a form, by its dotted path. The empty path has what stands at none of
 * `fields`, which are paths or their beginnings: so nothing that the server says is lost.
 */
export function fieldErrors(
  error: Error | null,
  fields: readonly string[],
): (path: string) => string | undefined {
  const details = error instanceof ApiError ? error.fields : {}
  const isShown = (path: string) =>
    fields.some((field) => path === field || path.startsWith(`${field}.`))
  return (path) => {
    if (path !== '') return details[path]?.join(' ')
    const paths = Object.keys(details)
    return paths.length > 0 && paths.every(isShown) ? undefined : error?.message
  }
}
