import type { Me, Role } from '@parley/shared/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { MeContext } from '../api/access.ts'
import { meQuery } from '../api/auth.ts'
import { createQueryClient } from '../api/queryClient.ts'
import { Toaster } from '../ui/Toaster.tsx'

// Asking jsdom for the style of every ancestor of every element takes seconds; what is hidden here is not rendered.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 })
// A story of many presses is slow where many tests share a processor.
vi.setConfig({ testTimeout: 30_000 })

/** Renders with everything around it that pages have: router, cache, toasts, and somebody who is logged in. */
export function renderPage(element: ReactElement, { role = 'owner' as Role } = {}) {
  const client = createQueryClient(() => undefined)
  const me: Me = {
    user: { id: 'user_olga', email: 'olga@example.com', name: 'Olga' },
    workspaces: [{ id: 'ws', name: 'Tea shop', role }],
  }
  client.setQueryData(meQuery.queryKey, me)
  const wrap = (child: ReactElement) => (
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <MeContext value={me}>{child}</MeContext>
        <Toaster />
      </MemoryRouter>
    </QueryClientProvider>
  )
  const { rerender } = render(wrap(element))
  return {
    client,
    // Without pauses, and again without asking for styles.
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    rerender: (next: ReactElement) => rerender(wrap(next)),
  }
}
