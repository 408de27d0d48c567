import type { Me } from '@parley/shared/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, test, vi } from 'vitest'
import { useMe } from '../api/access.ts'
import { forgetLogin, meQuery } from '../api/auth.ts'
import { createQueryClient } from '../api/queryClient.ts'
import { AuthGate } from './AuthGate.tsx'

// jsdom has none; no news come while this test lasts.
class SilentEventSource extends EventTarget {
  close(): void {}
}
vi.stubGlobal('EventSource', SilentEventSource)

const ME: Me = {
  user: { id: 'user_olga', email: 'olga@example.com', name: 'Olga' },
  workspaces: [{ id: 'ws', name: 'Tea shop', role: 'owner' }],
}

function Greeting() {
  const { user } = useMe()
  const [times, setTimes] = useState(1)
  return <button onClick={() => setTimes(times + 1)}>{`${user.name}, ${times}`}</button>
}

test('a page that is still on screen when somebody logs out can be drawn once more', () => {
  const client = createQueryClient(() => undefined)
  client.setQueryData(meQuery.queryKey, ME)
  const router = createMemoryRouter([
    { Component: AuthGate, children: [{ index: true, Component: Greeting }] },
  ])
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  forgetLogin(client)
  fireEvent.click(screen.getByRole('button', { name: 'Olga, 1' }))
  expect(screen.getByRole('button', { name: 'Olga, 2' })).toBeDefined()
})
