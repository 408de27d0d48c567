import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { toast } from '../ui/toast.ts'
import { ApiError, ConnectionError, ContractError } from './errors.ts'

const MAX_RETRIES = 2

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The page shows the error itself; otherwise it appears as a toast. */
      showsError?: boolean
    }
  }
}

/** The cache of what the server told. `onLoggedOut` is called when an answer says that the login is over. */
export function createQueryClient(onLoggedOut: () => void): QueryClient {
  const noticeLogout = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) onLoggedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeLogout }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        noticeLogout(error)
        const isLogout = error instanceof ApiError && error.status === 401
        if (!isLogout && !mutation.meta?.showsError) toast({ title: error.message, tone: 'danger' })
      },
    }),
    defaultOptions: {
      queries: {
        // Live events keep the caches fresh; this is the net under them.
        staleTime: 30_000,
        retry: (failures, error) => failures < MAX_RETRIES && isWorthRetrying(error),
        throwOnError: false,
      },
      // Without a connection a mutation fails at once, and says so, instead of happening later by surprise.
      mutations: { networkMode: 'always' },
    },
  })
}

/** Only what may be different in a moment: no connection, or trouble inside the server. */
function isWorthRetrying(error: Error): boolean {
  if (error instanceof ContractError) return false
  return error instanceof ConnectionError || (error instanceof ApiError && error.status >= 500)
}
