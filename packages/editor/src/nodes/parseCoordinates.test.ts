import { expect, it } from 'vitest'
import { parseCoordinates } from './parseCoordinates.ts'

it.each([
  ['-23.5505, -46.6333', -23.5505, -46.6333],
  ['52.52 13.405', 52.52, 13.405],
  ['https://www.google.com/maps/place/X/@-23.55,-46.63,15z/data=!3m1', -23.55, -46.63],
  ['https://maps.apple.com/?ll=40.7,-74', 40.7, -74],
  ['https://www.openstreetmap.org/#map=16/48.85/2.35', 48.85, 2.35],
])('finds the point in “%s”', (text, latitude, longitude) => {
  expect(parseCoordinates(text)).toEqual({ latitude, longitude })
})

it.each(['', 'Main Street 5', '95, 10', '12'])('finds none in “%s”', (text) => {
  expect(parseCoordinates(text)).toBeNull()
})
