import type { ContentOf } from '@parley/shared'
import type { Draft, DraftNode } from '@parley/shared/draft'
import type { Locale } from '../i18n/locales.ts'
import { t, useLocale } from '../i18n/t.ts'
import { parseCoordinates } from '../nodes/parseCoordinates.ts'

export type Place = ContentOf<'location'>

/** Where the sample place of each language is. */
const SAMPLE_POINTS: Readonly<Record<Locale, Pick<Place, 'latitude' | 'longitude'>>> = {
  en: { latitude: 52.52508, longitude: 13.3694 },
  es: { latitude: 40.41546, longitude: -3.70739 },
  ar: { latitude: 30.05708, longitude: 31.24773 },
}

export const samplePlace = (): Place => ({
  type: 'location',
  ...SAMPLE_POINTS[useLocale.getState().locale],
  name: t('simulator.sample.place'),
  address: t('simulator.sample.address'),
})

const MOST_SUGGESTED = 4

/** Where a contact could be: a sample, and the places that the flow itself knows, most often the shop's own. */
export function suggestedPlaces({ nodes }: Pick<Draft, 'nodes'>): readonly Place[] {
  const own = nodes.flatMap((node) => placeOf(node) ?? [])
  const byPoint = new Map([samplePlace(), ...own].map((place) => [pointOf(place), place]))
  return [...byPoint.values()].slice(0, MOST_SUGGESTED)
}

function placeOf({ type, data }: DraftNode): Place | null {
  if (type !== 'location') return null
  const { latitude, longitude, name, address } = data
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const point = parseCoordinates(`${latitude}, ${longitude}`)
  // 0, 0 has not been set yet.
  if (!point || (latitude === 0 && longitude === 0)) return null
  return {
    type: 'location',
    ...point,
    // What is filled in later is no name yet.
    ...(isName(name) && { name }),
    ...(isName(address) && { address }),
  }
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !value.includes('{')

/** Coordinates as people write them. */
export const pointOf = ({ latitude, longitude }: Place): string => `${latitude}, ${longitude}`
