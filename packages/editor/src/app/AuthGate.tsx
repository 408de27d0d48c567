import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { MeContext } from '../api/access.ts'
import { meQuery } from '../api/auth.ts'
import { ApiError } from '../api/errors.ts'
import { useLiveState } from '../api/liveState.ts'
import { chooseWorkspace, useWorkspaceChoice } from '../api/workspace.ts'
import { loginPath } from '../features/auth/loginPath.ts'
import { LoadError } from '../ui/LoadError.tsx'
import { LoadingPage } from '../ui/LoadingPage.tsx'

// Hardly anybody ever sees it.
const NoWorkspacePage = lazy(async () => ({
  default: (await import('./NoWorkspacePage.tsx')).NoWorkspacePage,
}))

/** Lets members of a workspace in, and listens to live updates for them. Others go to the login and come back. */
export function AuthGate() {
  const { data: me, error, refetch } = useQuery(meQuery)
  const chosenId = useWorkspaceChoice((state) => state.workspaceId)
  const location = useLocation()
  const isChosenMine = me?.workspaces.some(({ id }) => id === chosenId) ?? false
  const firstId = me?.workspaces[0]?.id
  useEffect(() => {
    if (me && !isChosenMine) chooseWorkspace(firstId ?? null)
  }, [me, isChosenMine, firstId])

  if (error instanceof ApiError && error.status === 401) {
    return (
      <>
        <LoadingPage />
        <Navigate to={loginPath(location) ?? '/login'} replace />
      </>
    )
  }
  if (error && !me) return <LoadError error={error} onRetry={() => void refetch()} />
  if (!me) return <LoadingPage />
  if (me.workspaces.length === 0) {
    return (
      <Suspense fallback={<LoadingPage />}>
        <NoWorkspacePage />
      </Suspense>
    )
  }
  if (!isChosenMine || !chosenId) return <LoadingPage />
  return (
    <MeContext value={me}>
      <Workspace key={chosenId} />
    </MeContext>
  )
}

function Workspace() {
  const client = useQueryClient()
  useEffect(() => hearNews(client), [client])
  return <Outlet />
}

const RETRY_MS = 5_000

/** Listens to live updates until the returned function is called. What that takes is loaded after the page itself. */
function hearNews(client: QueryClient): () => void {
  let stop: (() => void) | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const start = async () => {
    try {
      const { connectLive } = await import('../api/live.ts')
      if (!isOver) stop = connectLive(client)
    } catch {
      // No connection right now, or a server that is being updated.
      if (isOver) return
      useLiveState.setState({ state: 'lost' })
      retry = setTimeout(() => void start(), RETRY_MS)
    }
  }
  void start()
  return () => {
    isOver = true
    clearTimeout(retry)
    stop?.()
  }
}
