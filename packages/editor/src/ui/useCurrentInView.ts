import { type RefObject, useEffect, useRef } from 'react'

/** For a row of links that may be wider than a phone: brings the current one into sight, also when `current` changes. */
export function useCurrentInView<Row extends HTMLElement>(current: string): RefObject<Row | null> {
  const row = useRef<Row>(null)
  useEffect(() => {
    const link = row.current?.querySelector('[aria-current=page]')
    link?.scrollIntoView?.({ inline: 'center', block: 'nearest' })
  }, [current])
  return row
}
