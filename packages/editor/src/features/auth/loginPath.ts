interface Place {
  readonly pathname: string
  readonly search: string
}

const PUBLIC_PATHS = ['/login', '/sign-up', '/forgot-password', '/reset-password', '/invitation']

/** Where to log in and come back to `place`. Undefined when the place needs no login. */
export function loginPath({ pathname, search }: Place): string | undefined {
  if (PUBLIC_PATHS.includes(pathname)) return undefined
  const here = pathname + search
  return here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`
}

/** The place to go to after login: a path of ours, whatever the address bar says. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get('next') ?? '/'
  // "//host" and "/\host" are other sites to a browser.
  return /^\/(?![/\\])/u.test(next) ? next : '/'
}
