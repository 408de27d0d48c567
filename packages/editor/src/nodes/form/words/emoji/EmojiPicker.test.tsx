import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { EmojiPicker } from './EmojiPicker.tsx'

it('says so when the emoji cannot be fetched', async () => {
  const load = () => Promise.reject(new Error('offline'))
  render(<EmojiPicker onPick={() => {}} load={load} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('could not be reached')
})
