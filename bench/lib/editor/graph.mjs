// A flow of a given size, as people draw them: questions, buttons and conditions among texts, one and a half lines a node.

/** Room that a card and the gap to the next take. The highest cards are about 240 high. */
export const COLUMN = 384
export const ROW = 288

const option = (index) => ({ id: `b${index}`, title: `Choice ${index + 1}` })
const rule = (index) => ({
  id: `c${index}`,
  label: `Case ${index + 1}`,
  group: {
    type: 'group',
    match: 'all',
    rules: [
      {
        type: 'rule',
        subject: { type: 'variable', name: 'amount' },
        operator: 'greaterOrEqual',
        values: [String(index)],
      },
    ],
  },
})

/** What the node types of the flow need, and the ways out that lines may leave by. */
const KINDS = [
  {
    type: 'text',
    data: (index) => ({ text: `Thank you! This is what you need to know about step ${index}.` }),
    handles: ['next'],
  },
  {
    type: 'question',
    data: (index) => ({ text: `How many of number ${index} would you like?`, saveAs: 'amount' }),
    handles: ['next'],
  },
  {
    type: 'buttons',
    data: (index) => ({ text: `Where shall we go from ${index}?`, buttons: [0, 1, 2].map(option) }),
    handles: ['b0', 'b1', 'b2'],
  },
  {
    type: 'condition',
    data: () => ({ branches: [0, 1].map(rule) }),
    handles: ['c0', 'c1', 'otherwise'],
  },
  {
    type: 'setVariable',
    data: (index) => ({
      assignments: [{ name: 'amount', value: { type: 'text', text: `${index}` } }],
    }),
    handles: ['next'],
  },
]

/** @param {number} count of nodes, the start among them */
export function aFlow(count) {
  const columns = Math.ceil(Math.sqrt(count * 0.6))
  const kindOf = (index) => KINDS[index % KINDS.length]
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    position: { x: (index % columns) * COLUMN, y: Math.floor(index / columns) * ROW },
    ...(index === 0
      ? { type: 'start', data: { triggers: [{ type: 'anyMessage', id: 'any' }] } }
      : { type: kindOf(index).type, data: kindOf(index).data(index) }),
  }))
  const line = (from, handle, to) => ({
    id: `${from}-${handle}`,
    source: `n${from}`,
    sourceHandle: handle,
    target: `n${to}`,
  })
  const edges = nodes.flatMap((_, index) => {
    if (index === 0) return count > 1 ? [line(0, 'next', 1)] : []
    const [first, second] = kindOf(index).handles
    return [
      ...(index + 1 < count ? [line(index, first, index + 1)] : []),
      ...(second && index + columns < count ? [line(index, second, index + columns)] : []),
    ]
  })
  return { nodes, edges }
}

/** Ways out of a node of the flow. */
export const handlesOf = (index) => (index === 0 ? ['next'] : KINDS[index % KINDS.length].handles)
