import { beforeEach, expect, it } from 'vitest'
import { toast, useToasts } from './toast.ts'

beforeEach(() => useToasts.setState({ toasts: [] }))
const titles = () => useToasts.getState().toasts.map(({ title }) => title)

it('shows the same news once, however often it happens', () => {
  for (const title of ['No nodes here', 'No nodes here', 'Copied', 'No nodes here'])
    toast({ title })
  expect(titles()).toEqual(['Copied', 'No nodes here'])
})

it('keeps what can be taken back apart, though it reads the same', () => {
  const action = { label: 'Undo', onClick: () => undefined }
  for (let time = 0; time < 2; time += 1) toast({ title: 'Deleted “Copy”', action })
  expect(titles()).toHaveLength(2)
})
