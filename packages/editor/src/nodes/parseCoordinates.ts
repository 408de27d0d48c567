/** The point that a text names: "-23.55, -46.63", or a link of Google Maps, Apple Maps or OpenStreetMap. */
export function parseCoordinates(
  text: string,
): { readonly latitude: number; readonly longitude: number } | null {
  for (const pattern of PATTERNS) {
    const [, latitude, longitude] = pattern.exec(text) ?? []
    const point = { latitude: Number(latitude), longitude: Number(longitude) }
    if (latitude !== undefined && isOnEarth(point)) return point
  }
  return null
}

const DECIMAL = String.raw`(-?\d{1,3}(?:\.\d+)?)`
const PATTERNS = [
  // .../@-23.55,-46.63,15z and ?q=-23.55,-46.63 and ?ll=…
  new RegExp(String.raw`(?:@|[?&](?:q|ll|query|center)=)${DECIMAL},${DECIMAL}`, 'u'),
  // ...#map=16/-23.55/-46.63
  new RegExp(String.raw`#map=\d+/${DECIMAL}/${DECIMAL}`, 'u'),
  new RegExp(String.raw`^\s*\(?${DECIMAL}\s*[,;\s]\s*${DECIMAL}\)?\s*$`, 'u'),
]

const isOnEarth = ({ latitude, longitude }: { latitude: number; longitude: number }): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
