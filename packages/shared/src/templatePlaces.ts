const PLACE = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g

/** Names of the places in a template's body, each once. */
export const templatePlaces = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(PLACE)].flatMap(([, name]) => (name === undefined ? [] : [name]))),
]

/** The body with its places filled; a place without a parameter stays as it is, as platforms show it. */
export const fillTemplate = (body: string, parameters: Readonly<Record<string, string>>): string =>
  body.replace(PLACE, (place, name: string) =>
    Object.hasOwn(parameters, name) ? (parameters[name] ?? place) : place,
  )
