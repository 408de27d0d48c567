type Group = 'start' | 'messages' | 'questions' | 'logic' | 'actions' | 'canvas'

const TYPES_BY_GROUP: Readonly<Record<Group, readonly string[]>> = {
  start: ['start'],
  messages: ['buttons', 'ctaUrl', 'list', 'location', 'media', 'template', 'text'],
  questions: ['question'],
  logic: ['condition', 'delay', 'end', 'goTo', 'setVariable'],
  actions: ['handover', 'httpRequest'],
  canvas: ['note', 'section'],
}
const GROUP_BY_TYPE = new Map(
  Object.entries(TYPES_BY_GROUP).flatMap(([group, types]) =>
    // `Object.entries` forgets what the keys are.
    types.map((type) => [type, group as Group] as const),
  ),
)

/**
 * The group of a node type, as its definition says. Said again because a list of flows needs nothing else of the
 * definitions, and they bring Liquid and an engine for regular expressions along. Types that are not known here, which
 * a draft may hold, count as `canvas`.
 */
export const groupOfType = (type: string): Group => GROUP_BY_TYPE.get(type) ?? 'canvas'
