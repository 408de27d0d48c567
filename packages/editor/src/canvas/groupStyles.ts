import { definitionOf, isNodeType } from '@parley/shared'

type Group = ReturnType<typeof definitionOf>['group']

/** Tailwind finds class names only when they are written out. */
const TILES: Readonly<Record<Group, string>> = {
  start: 'bg-group-start/12 text-group-start',
  messages: 'bg-group-messages/12 text-group-messages',
  questions: 'bg-group-questions/12 text-group-questions',
  logic: 'bg-group-logic/12 text-group-logic',
  actions: 'bg-group-actions/12 text-group-actions',
  canvas: 'bg-group-canvas/12 text-group-canvas',
}
const BANDS: Readonly<Record<Group, string>> = {
  start: 'bg-group-start',
  messages: 'bg-group-messages',
  questions: 'bg-group-questions',
  logic: 'bg-group-logic',
  actions: 'bg-group-actions',
  canvas: 'bg-group-canvas',
}

export const groupOf = (type: string): Group =>
  isNodeType(type) ? definitionOf(type).group : 'canvas'

/** Ground and colour of a type's icon. */
export const tileOf = (type: string): string => TILES[groupOf(type)]
/** The full colour of a type, for cards seen from far away. */
export const bandOf = (type: string): string => BANDS[groupOf(type)]
