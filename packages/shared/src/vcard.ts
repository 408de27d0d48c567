import type { ContactCard } from './content.ts'

/** The parts of a vCard that we show; whatever else it holds is left out. Tolerant: phones write many dialects of it. */
export function fromVcard(vcard: string, displayName: string): ContactCard {
  const lines = vcard.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const valuesOf = (property: string) =>
    lines.flatMap((line) => {
      const match = new RegExp(`^(?:item\\d+\\.)?${property}((?:;[^:]*)?):(.*)$`, 'i').exec(line)
      return match ? [{ parameters: match[1] ?? '', value: unescape(match[2] ?? '') }] : []
    })
  const name = valuesOf('FN')[0]?.value || displayName
  const organization = valuesOf('ORG')[0]?.value.replace(/;+$/, '')
  return {
    name: name.slice(0, 256),
    phones: valuesOf('TEL')
      .slice(0, 20)
      .map(({ parameters, value }) => ({ phone: phoneIn(parameters, value).slice(0, 64) })),
    ...(organization ? { organization: organization.slice(0, 256) } : {}),
  }
}

/** A vCard 3.0, with the `waid` that makes WhatsApp offer a chat. */
export function toVcard({ name, phones, emails = [], organization }: ContactCard): string {
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:;${escape(name)};;;`,
    `FN:${escape(name)}`,
    ...(organization ? [`ORG:${escape(organization)};`] : []),
    ...phones.map(({ phone }) => {
      const digits = phone.replaceAll(/\D/g, '')
      return `TEL;type=CELL;type=VOICE;waid=${digits}:+${digits}`
    }),
    ...emails.map(({ email }) => `EMAIL:${escape(email)}`),
    'END:VCARD',
  ].join('\n')
}

/** WhatsApp puts the number that chats work with in `waid`. */
function phoneIn(parameters: string, value: string): string {
  const waid = /waid=(\d+)/i.exec(parameters)?.[1]
  return waid ? `+${waid}` : value
}

const escape = (text: string) =>
  text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll(/\r?\n/g, '\\n')
const unescape = (text: string) =>
  text
    .replaceAll(/\\n/gi, '\n')
    .replaceAll(/\\([\\;,:])/g, '$1')
    .trim()
