import type { InboundContent } from '@parley/shared'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Tapped } from './Choice.tsx'
import { MessageBubble } from './MessageBubble.tsx'

describe('MessageBubble', () => {
  it('shows buttons that tell which one was tapped', async () => {
    const taps: Tapped[] = []
    const content: InboundContent = {
      type: 'buttons',
      text: 'What do you need?',
      footer: 'We answer at once',
      buttons: [
        { id: 'c1.p.a', title: 'Prices' },
        { id: 'c1.p.b', title: 'Opening hours' },
      ],
    }
    render(
      <MessageBubble
        content={content}
        direction="outbound"
        perspective="contact"
        onTap={(tapped) => taps.push(tapped)}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Opening hours' }))
    expect(taps).toEqual([{ type: 'button', id: 'c1.p.b', title: 'Opening hours' }])
    expect(screen.getByText('We answer at once')).toBeTruthy()
  })

  it('shows options that nobody listens to as words, not as buttons', () => {
    render(
      <MessageBubble
        content={{ type: 'buttons', text: 'Hi', buttons: [{ id: 'a', title: 'Yes' }] }}
        direction="outbound"
      />,
    )
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('Yes')).toBeTruthy()
  })

  it('opens a list, and tells the row that was tapped', async () => {
    const taps: Tapped[] = []
    render(
      <MessageBubble
        content={{
          type: 'list',
          text: 'Pick one',
          buttonText: 'Menu',
          sections: [
            { title: 'Food', rows: [{ id: 'r1', title: 'Soup', description: 'Of the day' }] },
          ],
        }}
        direction="outbound"
        onTap={(tapped) => taps.push(tapped)}
      />,
    )
    expect(screen.queryByText('Soup')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Menu' }))
    await userEvent.click(screen.getByRole('button', { name: /Soup/u }))
    expect(taps).toEqual([{ type: 'row', id: 'r1', title: 'Soup' }])
  })

  it('links a call to action, but never to a script', () => {
    const { rerender } = render(
      <MessageBubble
        content={{ type: 'ctaUrl', text: 'Shop', buttonText: 'Open', url: 'https://shop.example' }}
        direction="outbound"
      />,
    )
    expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(
      'https://shop.example',
    )
    rerender(
      <MessageBubble
        content={{ type: 'ctaUrl', text: 'Shop', buttonText: 'Open', url: 'javascript:alert(1)' }}
        direction="outbound"
      />,
    )
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('shows ticks on own messages only, and says why one failed', () => {
    const { rerender } = render(
      <MessageBubble
        content={{ type: 'text', text: 'Hi' }}
        direction="outbound"
        status="failed"
        failure="The number is not on WhatsApp."
      />,
    )
    expect(screen.getByText('Not sent')).toBeTruthy()
    expect(screen.getByText('The number is not on WhatsApp.')).toBeTruthy()
    rerender(
      <MessageBubble
        content={{ type: 'text', text: 'Hi' }}
        direction="outbound"
        perspective="contact"
        status="read"
      />,
    )
    expect(screen.queryByText('Read')).toBeNull()
  })

  it.each<[string, InboundContent, string | RegExp]>([
    ['a place', { type: 'location', latitude: 1.5, longitude: 2, name: 'Shop' }, 'Shop'],
    [
      'contact cards',
      { type: 'contacts', contacts: [{ name: 'Ana', phones: [{ phone: '+15551' }] }] },
      '+15551',
    ],
    [
      'a document',
      { type: 'document', mediaId: 'm1', filename: 'menu.pdf', sizeBytes: 2_000 },
      'menu.pdf',
    ],
    [
      'a poll',
      { type: 'poll', text: 'When?', options: [{ id: 'a', title: 'Now' }], selectableCount: 1 },
      'When?',
    ],
    ['a vote', { type: 'pollVote', pollMessageId: 'x', options: ['Now'] }, 'Voted: Now'],
    ['a reaction', { type: 'reaction', messageId: 'x', emoji: '👍' }, 'Reacted 👍'],
    ['a tap', { type: 'tap', id: 'a', title: 'Yes please' }, 'Yes please'],
    ['a template', { type: 'template', name: 'x', language: 'en', text: 'Your *order*' }, 'order'],
    ['what nobody knows', { type: 'unsupported', description: 'A payment' }, 'A payment'],
    ['media without a source', { type: 'image' }, /could not be loaded/u],
  ])('shows %s', (_name, content, words) => {
    render(<MessageBubble content={content} direction="inbound" />)
    expect(screen.getByText(words)).toBeTruthy()
  })
})
