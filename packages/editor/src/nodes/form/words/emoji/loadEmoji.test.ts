import { describe, expect, it } from 'vitest'
import { EMOJI_GROUPS, findEmoji, loadEmoji } from './loadEmoji.ts'

describe('the emoji', () => {
  it('are there in every group, named in the language where the data has it', async () => {
    const english = await loadEmoji('en')
    expect(new Set(english.map(({ group }) => group))).toEqual(new Set(EMOJI_GROUPS))
    expect(english[0]).toMatchObject({ sign: '😀', label: 'grinning face', group: 'smileys' })
    const spanish = await loadEmoji('es')
    expect(spanish[0]).toMatchObject({ sign: '😀', label: 'cara sonriendo' })
    expect(await loadEmoji('ar')).toEqual(english)
  })

  it('are found by the beginnings of words, without case and accents', async () => {
    const signs = async (locale: string, query: string) =>
      findEmoji(await loadEmoji(locale), query).map(({ sign }) => sign)
    expect((await signs('en', 'Pizza'))[0]).toBe('🍕')
    expect(await signs('en', 'red hea')).toContain('❤️')
    expect(await signs('es', 'corazon rojo')).toContain('❤️')
    expect(await signs('en', 'izza')).toEqual([])
  })
})
