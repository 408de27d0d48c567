import { toInteractive } from '../interactive.ts'
import type { NodeBehaviour } from '../types.ts'

const MAX_BUTTON_TEXT = 256
const MAX_URL = 8_192

export const ctaUrl: NodeBehaviour<'ctaUrl'> = {
  enter: ({ data }, scope) => {
    const url = scope.render(data.url).trim()
    if (!/^https?:\/\//i.test(url) || url.length > MAX_URL) {
      return {
        do: 'leave',
        by: 'next',
        note: 'The web address is not usable, so nothing was sent.',
      }
    }
    const buttonText =
      scope.render(data.buttonText).slice(0, MAX_BUTTON_TEXT) || url.slice(0, MAX_BUTTON_TEXT)
    const content = { type: 'ctaUrl' as const, ...toInteractive(data, scope), buttonText, url }
    return { do: 'leave', by: 'next', effects: [{ type: 'send', content }] }
  },
}
