import { Fragment, type ReactNode } from 'react'

/**
 * Puts elements into a translated text: `rich(t('x'), { link: (words) => <a href="…">{words}</a> })` for
 * "Read <link>the guide</link> first." Tags do not nest; one without an element keeps its words.
 */
export function rich(
  text: string,
  elements: Readonly<Record<string, (words: string) => ReactNode>>,
) {
  const parts = text.split(/<(\w+)>(.*?)<\/\1>/gu)
  return parts.map((part, index) => {
    if (index % 3 === 0) return <Fragment key={index}>{part}</Fragment>
    if (index % 3 === 1) return null
    const element = elements[parts[index - 1] ?? '']
    return <Fragment key={index}>{element ? element(part) : part}</Fragment>
  })
}
