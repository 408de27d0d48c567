import { describe, expect, it } from 'vitest'
import { canvasTexts as arabicCanvas } from './ar/canvasTexts.ts'
import { developerTexts as arabicDevelopers } from './ar/developerTexts.ts'
import { ar } from './ar/index.ts'
import { typebot as arabicTypebot } from './ar/typebot.ts'
import { auth } from './en/auth.ts'
import { canvasTexts } from './en/canvasTexts.ts'
import { contacts } from './en/contacts.ts'
import { developerTexts } from './en/developerTexts.ts'
import { flows } from './en/flows.ts'
import { inbox } from './en/inbox.ts'
import { en } from './en/index.ts'
import { numbers } from './en/numbers.ts'
import { server } from './en/server.ts'
import { typebot } from './en/typebot.ts'
import { canvasTexts as spanishCanvas } from './es/canvasTexts.ts'
import { developerTexts as spanishDevelopers } from './es/developerTexts.ts'
import { es } from './es/index.ts'
import { typebot as spanishTypebot } from './es/typebot.ts'
import type { Plural, Texts } from './types.ts'

const ENGLISH = flatten({
  ...en,
  auth,
  contacts,
  flows,
  inbox,
  numbers,
  server,
  ...canvasTexts,
  ...developerTexts,
  typebot,
})
const SPANISH = flatten({
  ...es,
  ...spanishCanvas,
  ...spanishDevelopers,
  typebot: spanishTypebot,
})
const ARABIC = flatten({ ...ar, ...arabicCanvas, ...arabicDevelopers, typebot: arabicTypebot })

// Developers read of nodes in the documents of the API; whoever draws a conversation reads of its steps.
it.each([
  ['English', ENGLISH, /\bnodes?\b/iu],
  ['Spanish', SPANISH, /\bnodos?\b/iu],
  ['Arabic', ARABIC, /(?<!\p{L})(?:ال|لل|بال)?عقد(?:ة|تان|تين)?(?!\p{L})/u],
])('calls a step by that name only, in %s', (_, dictionary, otherWord) => {
  const others = [...dictionary].flatMap(([key, text]) =>
    formsOf(text)
      .map(([, words]) => withoutMarks(words))
      .filter((words) => otherWord.test(words))
      .map((words) => `${key}: ${words}`),
  )
  expect(others).toEqual([])
})

describe.each([
  ['es', SPANISH],
  ['ar', ARABIC],
] as const)('the dictionary of %s', (locale, translation) => {
  it('has the same texts as the English one', () => {
    expect([...translation.keys()].toSorted()).toEqual([...ENGLISH.keys()].toSorted())
  })

  it('keeps every {value} and every mark such as <b> of the English texts', () => {
    const wrong = [...translation].flatMap(([key, text]) => {
      const original = ENGLISH.get(key) ?? ''
      return formsOf(text)
        .filter(([form, words]) => !sameMarks(marksOf(original), marksOf(words), form))
        .map(([form, words]) => `${key} (${form}): ${words}`)
    })
    expect(wrong).toEqual([])
  })

  it('has a form for every number that the interface can count to', () => {
    const needed = formsNeeded(locale)
    const wrong = [...translation].filter(
      ([, text]) => typeof text !== 'string' && needed.some((form) => text[form] === undefined),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it('leaves no text empty', () => {
    const empty = [...translation].filter(([, text]) =>
      formsOf(text).some(([, words]) => words.trim() === ''),
    )
    expect(empty.map(([key]) => key)).toEqual([])
  })
})

function flatten(texts: Texts, path = ''): ReadonlyMap<string, string | Plural> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]) => {
      const key = path === '' ? name : `${path}.${name}`
      return typeof text === 'string' || isPlural(text) ? [[key, text]] : [...flatten(text, key)]
    }),
  )
}

function isPlural(text: Plural | Texts): text is Plural {
  return 'other' in text && typeof text.other === 'string'
}

const formsOf = (text: string | Plural): [form: string, words: string][] =>
  typeof text === 'string' ? [['text', text]] : Object.entries(text)

/** `{name}`, `<b>` and `</b>`, in alphabetical order. */
const marksOf = (text: string | Plural): readonly string[] => {
  const words = typeof text === 'string' ? text : text.other
  return (words.match(/\{\w+\}|<\/?\w+>/gu) ?? []).toSorted()
}

/** Without names of values, and without the vowel signs of Arabic. */
const withoutMarks = (words: string): string => words.replaceAll(/\{\w+\}|<\/?\w+>|\p{Mn}/gu, '')

/** Forms for exactly none, one or two things say the number in words as often as not. */
function sameMarks(expected: readonly string[], actual: readonly string[], form: string): boolean {
  const isExact = form === 'zero' || form === 'one' || form === 'two'
  const wanted = isExact && !actual.includes('{count}') ? withoutCount(expected) : expected
  return wanted.join(' ') === actual.join(' ')
}

const withoutCount = (marks: readonly string[]) => marks.filter((mark) => mark !== '{count}')

/** Nothing in the interface is counted to a million, where Spanish would have one more form. */
function formsNeeded(locale: string): readonly Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(locale)
  return [...new Set(Array.from({ length: 1_000 }, (_, count) => rules.select(count)))]
}
