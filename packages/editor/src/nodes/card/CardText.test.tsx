import { render } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CardText } from './CardText.tsx'

it('shows formatting as the contact sees it, and marks variables', () => {
  const { container } = render(
    <CardText text={'*Hi {{ contact.name }}*\n- see https://shop.example\n2 * 3 * 4'} />,
  )
  expect(container.querySelector('strong')?.textContent).toBe('Hi contact.name')
  expect(container.querySelector('a')).toBeNull()
  expect(container.textContent).toBe('Hi contact.name\n• see https://shop.example\n2 * 3 * 4')
})

it('marks conditions like variables, without their signs', () => {
  const { container } = render(<CardText text={'Hi{% if contact.name %} Ana{% endif %}!'} />)
  expect(container.textContent).toBe('Hiif contact.name Anaendif!')
  expect(container.querySelectorAll('span')).toHaveLength(2)
})
